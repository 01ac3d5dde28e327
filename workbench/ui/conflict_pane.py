"""The list of conflicts: what two people changed differently, settled one by one by key."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from workbench.core.change_conflict import open_conflicts
from workbench.core.error import UserError
from workbench.ui import conflict_command
from workbench.ui.conflict_card import ConflictCard
from workbench.ui.form import FormScroll, caption, empty_out, link_button, muted

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QKeyEvent

    from workbench.core.check import Check
    from workbench.core.review import MergeConflict
    from workbench.house.house import House
    from workbench.ui.desk import Desk

_MOST_SHOWN = 30
"""Cards at once; the next ones come up as these are settled."""


class ConflictPane(QWidget):
    """Lists the conflicts of the desk's check, open ones first.

    Signals:
        shown: (path) a place in the check to go to.
        settled: (words) a notice that offers Undo.
        trouble: (UserError) that did not work.
        closed: the person goes back to the claims.
    """

    shown = Signal(str)
    settled = Signal(str)
    trouble = Signal(object)
    closed = Signal()

    def __init__(
        self, desk: Desk, house: Callable[[], House], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("conflict_pane")
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setAccessibleName(self.tr("Conflicts to settle"))
        self._desk, self._house = desk, house
        self._cards: list[ConflictCard] = []
        self._here = 0
        self._build()
        desk.check_changed.connect(self._on_check_changed)
        if desk.has_check:
            self._show(desk.check)

    def _build(self) -> None:
        self._title = QLabel()
        self._title.setObjectName("conflict_title")
        self._title.setProperty("role", "heading")
        self._close = link_button(self.tr("Back to the claims (Esc)"), "conflict_close")
        self._close.clicked.connect(self.closed)
        head = QHBoxLayout()
        head.addWidget(self._title, 1)
        head.addWidget(self._close)
        self._hint = muted()
        self._form = FormScroll()
        self._form.column.addLayout(head)
        self._form.column.addWidget(self._hint)
        self._form.column.addSpacing(6)
        self._list = QVBoxLayout()
        self._list.setSpacing(10)
        self._form.column.addLayout(self._list)
        self._form.column.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._form)

    @property
    def cards(self) -> tuple[ConflictCard, ...]:
        """The conflicts on show, in their order: open ones, then settled ones."""
        return tuple(self._cards)

    def focusInEvent(self, event: object) -> None:
        """Give the keyboard to the conflict that it was on last."""
        del event
        self.begin()

    def begin(self) -> None:
        """Put the keyboard on the conflict that it was on last, or on the first one."""
        self._focus(self._here)

    def restyle(self) -> None:
        """Take the colours of the current theme."""
        if self._desk.has_check:
            self._show(self._desk.check)

    @Slot(object, object)
    def _on_check_changed(self, old: Check | None, new: Check | None) -> None:
        if new is None:
            return
        if old is None or old.id != new.id:
            self._here = 0
        elif not old.conflicts and not new.conflicts:
            return
        self._show(new)

    def _show(self, check: Check) -> None:
        waiting = open_conflicts(check)
        done = tuple(one for one in reversed(check.conflicts) if one.settled_at is not None)
        has_keyboard = self._note_place()
        self._title.setText(conflict_words(len(waiting)))
        self._hint.setText(
            self.tr(
                "Two people changed these differently, and one of the values stands. The other one "
                "is kept here until you decide. Up and Down go from one to the next."
            )
            if waiting
            else self.tr("What two people change differently is told here when it is joined.")
        )
        for card in self._cards:  # not at once: a key of theirs may be what led here
            card.hide()
            card.deleteLater()
        empty_out(self._list)
        self._cards = []
        self._add(check, waiting[:_MOST_SHOWN])
        rest = len(waiting) - _MOST_SHOWN
        if rest > 0:
            self._list.addWidget(muted(self.tr("Then {n} more.").format(n=rest)))
        if done:
            self._list.addWidget(caption(self.tr("Settled")))
            self._add(check, done[:_MOST_SHOWN])
        if has_keyboard:
            self._focus(self._here)

    def _add(self, check: Check, conflicts: tuple[MergeConflict, ...]) -> None:
        for conflict in conflicts:
            card = ConflictCard(check, self._house(), conflict)
            card.kept.connect(lambda ref: self._settle(ref, take_other=False))
            card.taken.connect(lambda ref: self._settle(ref, take_other=True))
            card.written.connect(self._on_written)
            card.shown.connect(self.shown)
            card.stepped.connect(self._on_stepped)
            self._cards.append(card)
            self._list.addWidget(card)

    def _settle(self, conflict_id: str, *, take_other: bool) -> None:
        words = self.tr("The other value stands now.") if take_other else self.tr("It stays as is.")
        self._try(
            lambda: conflict_command.settle(self._desk, conflict_id, take_other=take_other), words
        )

    @Slot(str, str)
    def _on_written(self, conflict_id: str, text: str) -> None:
        self._try(
            lambda: conflict_command.settle_as(self._desk, conflict_id, text),
            self.tr("Your words stand there now."),
        )

    def _try(self, act: Callable[[], None], words: str) -> None:
        try:
            act()
        except UserError as error:
            self.trouble.emit(error)
            return
        left = len(open_conflicts(self._desk.check))
        self.settled.emit(f"{words} {conflict_words(left)}.")

    def _note_place(self) -> bool:
        """Note which conflict has the keyboard; return whether it is in this pane at all."""
        here = QApplication.focusWidget()
        if here is None:
            return False
        for number, card in enumerate(self._cards):
            if card is here or card.isAncestorOf(here):
                self._here = number
        return here is self or self.isAncestorOf(here)

    def _focus(self, place: int) -> None:
        if not self._cards:
            self._close.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self._here = min(max(place, 0), len(self._cards) - 1)
        card = self._cards[self._here]
        card.setFocus(Qt.FocusReason.OtherFocusReason)
        self._form.ensureWidgetVisible(card)

    def _on_stepped(self, step: int) -> None:
        self._note_place()
        self._focus(self._here + step)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go back to the claims with Escape."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)


def conflict_words(count: int) -> str:
    """Return how many conflicts wait for a person: "2 conflicts to settle"."""
    from workbench.publish.merge_words import to_settle_words
    from workbench.ui.language import told

    return told(to_settle_words(count))
