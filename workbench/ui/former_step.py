"""Steps of earlier sessions: Undo goes on where the program was closed, or broke off."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QUndoCommand

from workbench.core.error import UserError

if TYPE_CHECKING:
    from collections.abc import Callable

    from workbench.core.check import Check
    from workbench.core.revision import Revision
    from workbench.core.undo_path import FormerEdit
    from workbench.ui.desk import Desk
    from workbench.ui.main_window import MainWindow

_MOST = 200
"""How many saved states are looked at when a check is opened."""


class FormerStep(QUndoCommand):
    """One step of an earlier session; its states are read from the history when they are wanted."""

    def __init__(self, desk: Desk, step: FormerEdit, read: Callable[[Revision], Check]) -> None:
        super().__init__(step.words)
        self._desk = desk
        self._step = step
        self._read = read

    def redo(self) -> None:
        """Put the state after the step on the desk."""
        self._show(self._step.after)

    def undo(self) -> None:
        """Put the state before the step on the desk."""
        self._show(self._step.before)

    def _show(self, state: Revision) -> None:
        if self._desk.lays_steps:
            return
        try:
            self._desk.show_state(self._read(state))
        except UserError as error:
            self.setObsolete(True)  # the state is damaged: this step is passed over
            self._desk.step_failed.emit(error)


class FormerSteps(QObject):
    """Lays the steps of earlier sessions under the timeline of the check that is opened."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        window.desk.check_changed.connect(self._on_check_changed)
        window.desk.step_failed.connect(window.tell_trouble)
        window.shelf.store_opened.connect(self._lay)

    @Slot(object, object)
    def _on_check_changed(self, old: Check | None, new: Check | None) -> None:
        if old is None and new is not None:
            self._lay()

    @Slot()
    def _lay(self) -> None:
        desk, store = self._window.desk, self._window.shelf.store_if_open
        if store is None or not desk.has_check or desk.is_read_only:
            return
        from workbench.core.undo_path import former_edits

        check_id = desk.check.id
        try:
            done, undone = former_edits(store.history.states(check_id, _MOST))
        except UserError:
            return  # what stands in the way is told by whoever meets it next

        def read(state: Revision) -> Check:
            return store.history.state(check_id, state.id)

        desk.lay_under(
            [FormerStep(desk, step, read) for step in done],
            [FormerStep(desk, step, read) for step in undone],
        )
