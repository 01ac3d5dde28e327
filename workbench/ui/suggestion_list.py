"""The list view of suggestions, and the single keys that settle the one chosen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QListView, QWidget

from workbench.ui.suggestion_entry import SuggestionEntry, SuggestionSection
from workbench.ui.suggestion_model import SuggestionModel
from workbench.ui.suggestion_paint import SuggestionDelegate

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QKeyEvent, QResizeEvent

KEYS = {
    Qt.Key.Key_T: "take",
    Qt.Key.Key_R: "refuse",
    Qt.Key.Key_A: "answer",
    Qt.Key.Key_G: "go",
    Qt.Key.Key_Return: "go",
    Qt.Key.Key_Enter: "go",
    Qt.Key.Key_C: "copy",
    Qt.Key.Key_O: "reopen",
}
"""What each key asks for; with Shift, T takes all of the section."""


class SuggestionList(QListView):
    """Suggestions to settle.

    Signals:
        asked: (what, suggestion id) of KEYS, or "take_section".
        chosen_changed: another suggestion is chosen, or none.
    """

    asked = Signal(str, str)
    chosen_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("suggestion_list")
        self.setAccessibleName(self.tr("Suggestions"))
        self.suggestions = SuggestionModel(self)
        self.setModel(self.suggestions)
        self.setItemDelegate(SuggestionDelegate(self, self.suggestions))
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.selectionModel().currentChanged.connect(lambda *_: self.chosen_changed.emit())
        self.suggestions.dataChanged.connect(lambda *_: self.scheduleDelayedItemsLayout())
        self.doubleClicked.connect(lambda _: self._ask("go"))

    @property
    def chosen(self) -> SuggestionEntry | None:
        """The suggestion that is chosen."""
        row = self.suggestions.row(self.currentIndex().row())
        return row if isinstance(row, SuggestionEntry) else None

    def show_sections(
        self, sections: Sequence[tuple[SuggestionSection, Sequence[SuggestionEntry]]]
    ) -> None:
        """Show sections; the suggestion chosen stays so, else the one that took its place is."""
        before, row = self.chosen, self.currentIndex().row()
        if not self.suggestions.show_sections(sections):
            return
        rows = self.suggestions.entry_rows()
        if rows:
            kept = self.suggestions.row_of(before.suggestion.id) if before is not None else -1
            if kept < 0:
                kept = next((place for place in rows if place >= row), rows[-1])
            self.choose(kept)
        self.chosen_changed.emit()

    def choose(self, row: int) -> None:
        """Choose a row, with the heading above it in view where it is the first below it."""
        index = self.suggestions.index(row)
        if isinstance(self.suggestions.row(row - 1), SuggestionSection):
            self.scrollTo(self.suggestions.index(row - 1))
        self.setCurrentIndex(index)
        self.scrollTo(index)

    def step(self, step: int) -> None:
        """Choose the next (1) or previous (-1) suggestion, round and round."""
        rows = self.suggestions.entry_rows()
        if rows:
            here = self.currentIndex().row()
            place = rows.index(here) if here in rows else (-1 if step > 0 else 0)
            self.choose(rows[(place + step) % len(rows)])

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Break the lines anew."""
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()

    def event(self, event: QEvent) -> bool:
        """Repaint in the colours of another theme."""
        if event.type() in (QEvent.Type.StyleChange, QEvent.Type.PaletteChange):
            self.scheduleDelayedItemsLayout()
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Settle the chosen suggestion, or go on to the next."""
        key, keys = Qt.Key(event.key()), event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if keys == Qt.KeyboardModifier.ShiftModifier and key == Qt.Key.Key_T:
            self._ask("take_section")
        elif keys:
            super().keyPressEvent(event)
        elif key in KEYS:
            self._ask(KEYS[key])
        elif key in (Qt.Key.Key_N, Qt.Key.Key_Down):
            self.step(1)
        elif key in (Qt.Key.Key_P, Qt.Key.Key_Up):
            self.step(-1)
        else:
            super().keyPressEvent(event)

    def _ask(self, what: str) -> None:
        if self.chosen is not None:
            self.asked.emit(what, self.chosen.suggestion.id)
