"""The desk: the open check, its one undo timeline and its autosave.

Every edit, each key press in a text field included, is one undo command that holds the check before
and after. Text fields keep no history of their own, so Ctrl+Z means the same thing everywhere.
"""

from __future__ import annotations

import zlib
from dataclasses import replace
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QUndoCommand, QUndoStack

from workbench import clock
from workbench.core.error import UserError

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from workbench.core.check import Check
    from workbench.core.revision import Deed

QUIET_MS = 300
"""Milliseconds without an edit after which the check is saved."""
LONGEST_WAIT_MS = 700
"""Milliseconds after which an unsaved edit is saved even while the person goes on typing."""
RETRY_MS = 5_000
"""Milliseconds until a failed save is tried again."""


_UNEXPECTED = (
    "“{title}” could not be saved: something unexpected stood in the way. What was saved before is "
    "safe."
)


class CheckSaver(Protocol):
    """What the desk needs of a store."""

    def save(self, old: Check | None, new: Check, deed: Deed) -> int:
        """Write what changed between two states by a deed; raises UserError if it cannot."""


class ChangeCheck(QUndoCommand):
    """One step of the timeline: the check before and after. Nothing in it can fail."""

    def __init__(self, desk: Desk, old: Check, new: Check, text: str, key: str) -> None:
        super().__init__(text)
        self._desk = desk
        self.old = old
        self.new = new
        self.key = key

    def redo(self) -> None:
        """Put the check after the change on the desk."""
        self._desk.show_state(self.new)

    def undo(self) -> None:
        """Put the check before the change on the desk."""
        self._desk.show_state(self.old)

    def id(self) -> int:
        """Return a number that steps of the same run of typing share; -1 for all others."""
        return zlib.crc32(self.key.encode()) & 0x7FFFFFFF if self.key else -1

    def mergeWith(self, other: QUndoCommand) -> bool:
        """Take in a later step of the same run of typing."""
        if not isinstance(other, ChangeCheck) or other.key != self.key:
            return False
        self.new = other.new
        if replace(self.new, changed=self.old.changed) == self.old:
            self.setObsolete(True)
        return True


class Desk(QObject):
    """Holds the open check; every pane reads it here and changes it here.

    Signals:
        check_changed: (old, new) after each change; old is None when another check was opened.
        saved: the check is on the disk; carries the time, UTC.
        save_failed: it could not be written; carries the UserError. It is tried again by itself.
        dirty_changed: whether something waits to be saved.
        edit_refused: an edit was taken back at once, because nothing can be written.
        edit_barred: (check before and after) an edit was taken back at once, because `admits`
            said no to it.
        step_barred: Undo or Redo was not done, because `admits` said no to it.
        step_failed: a step of an earlier session cannot be taken back; carries the UserError.
    """

    check_changed = Signal(object, object)
    saved = Signal(object)
    save_failed = Signal(object)
    dirty_changed = Signal(bool)
    edit_refused = Signal()
    edit_barred = Signal(object, object)
    step_barred = Signal()
    step_failed = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._check: Check | None = None
        self._on_disk: Check | None = None
        self._store: CheckSaver | None = None
        self.is_held = False
        """Whether saving waits for work on the whole workspace."""
        self.is_read_only = False
        """Whether the workspace can only be read; an edit is then taken back."""
        self.admits: Callable[[Check, Check], bool] | None = None
        """Whether a change from one check to another is allowed; None allows every one."""
        self._barred: tuple[Check, Check] | None = None
        self.person: Callable[[], str] = str
        """Who sits at the desk, by name; empty where nobody has said."""
        self.lays_steps = False
        """Whether the timeline is being filled, which changes nothing on the desk."""
        self.undo_stack = QUndoStack(self)
        self.undo_stack.setUndoLimit(10_000)
        self._quiet = self._timer(QUIET_MS)
        self._latest = self._timer(LONGEST_WAIT_MS)
        self._retry = self._timer(RETRY_MS)

    def _timer(self, milliseconds: int) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(milliseconds)
        timer.timeout.connect(self.flush)
        return timer

    @property
    def check(self) -> Check:
        """The open check; raises LookupError if none is open."""
        if self._check is None:
            raise LookupError("no check is open")
        return self._check

    @property
    def has_check(self) -> bool:
        """Whether a check is open."""
        return self._check is not None

    @property
    def is_dirty(self) -> bool:
        """Whether something waits to be saved."""
        return self._check is not self._on_disk

    def attach(self, store: CheckSaver) -> None:
        """Give the desk its store; what was typed before is saved now."""
        self._store = store
        if self.is_dirty:
            self._quiet.start()

    def hold(self) -> bool:
        """Save, then let saving wait until `release`; return whether everything was saved."""
        self.is_held = self.flush()
        return self.is_held

    def release(self) -> None:
        """Save again; what was written meanwhile is saved now."""
        self.is_held = False
        if self.is_dirty:
            self._quiet.start(0)

    def open(self, check: Check | None, *, on_disk: bool = True) -> None:
        """Save what is open, then show another check (or none) with an empty timeline."""
        self.flush()
        self.undo_stack.clear()
        self._check = check
        self._on_disk = check if on_disk else None
        self.check_changed.emit(None, check)
        if self.is_dirty:
            self._mark_dirty()

    def edit(self, text: str, change: Callable[[Check], Check], *, key: str = "") -> None:
        """Change the check in one undoable step.

        Args:
            text: what the person did, for the Undo menu ("Set status").
            change: takes the check, returns another; must not fail half-way.
            key: steps that follow each other with the same key become one.

        """
        self._take_barred_back()
        old = self.check
        new = change(old)
        if new == old:
            return
        if self.admits is not None and not self.admits(old, new):
            self._bar(old, new)
            return
        if new.comments or new.suggestions:
            from workbench.rules.commented import text_of  # few checks have any of them
            from workbench.rules.moved_quote import with_moved_quotes

            new = with_moved_quotes(old, new, text_of)
        self.undo_stack.push(ChangeCheck(self, old, replace(new, changed=clock.now()), text, key))
        if self.is_read_only:
            QTimer.singleShot(0, self, self._take_back)  # once the field has done its part

    def undo(self) -> None:
        """Take the last step back, if that is allowed."""
        self._step(self.undo_stack.index() - 1, self.undo_stack.undo)

    def redo(self) -> None:
        """Do again what was taken back last, if that is allowed."""
        self._step(self.undo_stack.index(), self.undo_stack.redo)

    def _step(self, index: int, go: Callable[[], None]) -> None:
        self._take_barred_back()
        command = self.undo_stack.command(index)
        if self.admits is not None and command is not None:
            is_ours = isinstance(command, ChangeCheck)
            if not is_ours or not self.admits(command.old, command.new):  # type: ignore[attr-defined]
                self.step_barred.emit()
                return
        go()

    def _bar(self, old: Check, new: Check) -> None:
        """Let the field that was changed do its part, then show it as it was."""
        self._barred = (old, new)
        self._check = new
        self.check_changed.emit(old, new)
        QTimer.singleShot(0, self, self._take_barred_back)

    def _take_barred_back(self) -> None:
        if self._barred is None:
            return
        (old, new), self._barred = self._barred, None
        self._check = old
        self.check_changed.emit(new, old)
        self.edit_barred.emit(old, new)

    def show_saved(self, text: str, check: Check) -> None:
        """Show a state that was saved without the desk, as one step that can be taken back."""
        self._on_disk = check
        self.undo_stack.push(ChangeCheck(self, self.check, check, text, ""))

    def _take_back(self) -> None:
        """Put back what cannot be saved, so that nobody goes on writing what will be lost."""
        if self.undo_stack.canUndo():
            while self.undo_stack.canUndo():
                self.undo_stack.undo()
            self.undo_stack.clear()
            self.edit_refused.emit()

    def lay_under(self, done: Sequence[QUndoCommand], undone: Sequence[QUndoCommand]) -> None:
        """Put steps of earlier sessions under those of this one; the check stays as it is.

        `undone` can be done again, as long as nothing was done in this session. Oldest first.
        """
        stack = self.undo_stack
        if stack.index() != stack.count():
            return  # this session has taken something back already
        mine = [stack.command(index) for index in range(stack.count())]
        again = [
            (one.old, one.new, one.text(), one.key) for one in mine if type(one) is ChangeCheck
        ]
        self.lays_steps = True
        stack.clear()
        for step in (*done, *(() if again else undone)):
            stack.push(step)
        stack.setIndex(len(done))
        for old, new, text, key in again:
            stack.push(ChangeCheck(self, old, new, text, key))
        self.lays_steps = False

    def _deed(self) -> Deed:
        """Return what led to the state that is being saved."""
        from workbench.core.revision import Deed  # a launch saves nothing

        last = self.undo_stack.command(self.undo_stack.index() - 1)
        return Deed(
            at=clock.now(),
            who=self.person(),
            words=last.text() if last is not None else "",
            key=getattr(last, "key", ""),
        )

    def show_state(self, check: Check) -> None:
        """Put a state on the desk; called by undo commands alone."""
        if self.lays_steps:
            return
        old, self._check = self._check, check
        self.check_changed.emit(old, check)
        self._mark_dirty()

    def _mark_dirty(self) -> None:
        if not self.is_dirty or self.is_read_only:
            return
        self._quiet.start()
        if not self._latest.isActive():
            self._latest.start()
        self.dirty_changed.emit(True)

    def flush(self) -> bool:
        """Save now if anything waits; return whether everything is on the disk."""
        self._take_barred_back()
        self._quiet.stop()
        self._latest.stop()
        if not self.is_dirty or self._check is None or self.is_read_only:
            return True
        if self._store is None or self.is_held:
            return False
        try:
            self._store.save(self._on_disk, self._check, self._deed())
        except UserError as error:
            return self._not_saved(error)
        except Exception:
            import logging  # as everywhere: only a fault pays for it

            logging.getLogger("workbench.desk").exception("a save failed")
            return self._not_saved(UserError(_UNEXPECTED.format(title=self._check.title)))
        self._on_disk = self._check
        self._retry.stop()
        self.dirty_changed.emit(False)
        self.saved.emit(clock.now())
        return True

    def _not_saved(self, error: UserError) -> bool:
        self._retry.start()
        self.save_failed.emit(error)
        return False
