"""The review list: every quote that a newer text left open, settled one by one by key."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from workbench.rules.open_quote import is_open
from workbench.rules.renewal import open_passage
from workbench.ui import renewal_command
from workbench.ui.form import FormScroll, link_button, muted
from workbench.ui.review_card import ReviewCard

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from workbench.core.check import Check
    from workbench.core.quote import Passage
    from workbench.rules.renewal import OpenPassage
    from workbench.ui.desk import Desk

_MOST_SHOWN = 30
"""Cards at once; the next ones come up as these are settled."""


class ReviewPane(QWidget):
    """Lists the open quotes of the desk's check beside the article.

    Signals:
        shown: (source id, version id, start, end) a place to look at.
        selection_wanted: (passage id) attach it to what is selected in the article.
        told: (words) a notice. removed: (words) a notice that offers Undo.
        closed: the person goes back to the claims.
    """

    shown = Signal(str, str, int, int)
    selection_wanted = Signal(str)
    told = Signal(str)
    removed = Signal(str)
    closed = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("review_pane")
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setAccessibleName(self.tr("Quotes to review"))
        self._desk = desk
        self._cards: list[ReviewCard] = []
        self._here = 0
        self._build()
        desk.check_changed.connect(self._on_check_changed)
        if desk.has_check:
            self._show(desk.check)

    def _build(self) -> None:
        self._title = QLabel()
        self._title.setProperty("role", "heading")
        self._close = link_button(self.tr("Back to the claims (Esc)"), "review_close")
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
        self._more = muted()
        self._form.column.addWidget(self._more)
        self._form.column.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._form)

    @property
    def cards(self) -> tuple[ReviewCard, ...]:
        """The open quotes on show, in their order."""
        return tuple(self._cards)

    def begin(self) -> None:
        """Put the keyboard on the quote that it was on last, or on the first one."""
        self._focus(self._here)

    @Slot(object, object)
    def _on_check_changed(self, old: Check | None, new: Check | None) -> None:
        if new is None:
            return
        if old is None or (old.passages, old.sources, old.claims) != (
            new.passages, new.sources, new.claims,
        ):  # fmt: skip
            self._show(new)

    def _show(self, check: Check) -> None:
        order = {source.id: number for number, source in enumerate(check.sources)}
        waiting = [passage for passage in check.passages if is_open(passage)]
        waiting.sort(key=lambda one: (order[one.source_id], one.selector.start))
        has_keyboard = self._note_place()
        self._title.setText(
            self.tr("Quotes to review: {count}").format(count=len(waiting))
            if waiting
            else self.tr("All quotes are settled")
        )
        self._hint.setText(
            self.tr(
                "A newer text does not have these words as they were quoted. Each quote keeps "
                "its old words until you decide. Up and Down go from one to the next."
            )
            if waiting
            else self.tr("When a newer text of a source comes in, what it leaves open is here.")
        )
        self._show_cards(check, waiting[:_MOST_SHOWN])
        rest = len(waiting) - _MOST_SHOWN
        self._more.setText(self.tr("Then %d more.") % rest if rest > 0 else "")
        if has_keyboard:
            self._focus(self._here)

    def _show_cards(self, check: Check, waiting: list[Passage]) -> None:
        items = [open_passage(check, passage) for passage in waiting]
        kept = {card.item.passage.id: card for card in self._cards}
        empty = [card for card in self._cards if card.item not in items]
        self._cards = []
        for item in items:
            card = kept.get(item.passage.id)
            if card is None or card.item != item:
                card = self._made_card(check, item)
            self._cards.append(card)
        for place, card in enumerate(self._cards):
            if self._list.indexOf(card) != place:
                self._list.removeWidget(card)
                self._list.insertWidget(place, card)
        for card in empty:
            self._list.removeWidget(card)
            card.hide()
            card.deleteLater()

    def _made_card(self, check: Check, item: OpenPassage) -> ReviewCard:
        card = ReviewCard(check, item)
        card.taken.connect(lambda *place: renewal_command.attach_quote(self._desk, *place))
        card.kept.connect(lambda ref: renewal_command.keep_quote(self._desk, ref))
        card.dropped.connect(self._on_dropped)
        card.selection_wanted.connect(self.selection_wanted)
        card.shown.connect(self.shown)
        card.stepped.connect(self._on_stepped)
        return card

    def _on_dropped(self, passage_id: str) -> None:
        renewal_command.drop_quote(self._desk, passage_id)
        self.removed.emit(self.tr("The quote and the evidence that it was are removed."))

    def _note_place(self) -> bool:
        """Note which quote has the keyboard; return whether it is in this pane at all."""
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
