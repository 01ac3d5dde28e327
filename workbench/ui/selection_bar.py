"""The small bar at a selection: what can be made of the words, with the key for each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton

if TYPE_CHECKING:
    from workbench.ui.article_pane import ArticlePane
    from workbench.ui.article_view import ArticleView


class SelectionBar(QFrame):
    """Floats beside the end of the selection; never takes the keyboard focus.

    Signals:
        claim_asked, evidence_asked, quote_asked, event_asked: what the person chose to do with it.
    """

    claim_asked = Signal()
    evidence_asked = Signal()
    quote_asked = Signal()
    event_asked = Signal()

    def __init__(self, view: ArticleView) -> None:
        super().__init__(view.viewport())
        self._view = view
        self.setObjectName("selection_bar")
        row = QHBoxLayout(self)
        row.setContentsMargins(4, 4, 4, 4)
        row.setSpacing(2)
        for name, text, signal in (
            ("bar_claim", self.tr("New claim  C"), self.claim_asked),
            ("bar_evidence", self.tr("Evidence for …  E"), self.evidence_asked),
            ("bar_quote", self.tr("Quote to draft  Q"), self.quote_asked),
            ("bar_event", self.tr("Event  V"), self.event_asked),
        ):
            button = QPushButton(text)
            button.setObjectName(name)
            button.setProperty("role", "bar")
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            button.clicked.connect(signal)
            row.addWidget(button)
        self.hide()
        view.stretch_selected.connect(self.follow_selection)
        view.verticalScrollBar().valueChanged.connect(self._place)

    def serve(self, pane: ArticlePane) -> None:
        """Let a pane answer what is chosen here."""
        self.claim_asked.connect(pane.ask_claim)
        self.evidence_asked.connect(pane.ask_evidence)
        self.quote_asked.connect(pane.ask_quote)
        self.event_asked.connect(pane.ask_event)

    def follow_selection(self, start: int, end: int) -> None:
        """Stand at a selection of code points, or leave when nothing is selected."""
        has_words = bool(self._view.text[start:end].strip())
        self.setVisible(has_words)
        if has_words:
            self._place()

    def _place(self) -> None:
        """Stand under the last line of the selection, or above it where there is no room."""
        if not self.isVisible():
            return
        self.adjustSize()
        room = self._view.viewport()
        if not self._view.selects_by_mouse:  # reading by sentence: leave the next one free
            self.move(room.width() - self.width() - 8, room.height() - self.height() - 8)
            if self.geometry().intersects(self._view.cursorRect()):
                self.move(room.width() - self.width() - 8, 8)
            self.raise_()
            return
        cursor = QTextCursor(self._view.textCursor())
        cursor.setPosition(self._view.textCursor().selectionEnd())
        end = self._view.cursorRect(cursor)
        cursor.setPosition(self._view.textCursor().selectionStart())
        start = self._view.cursorRect(cursor)
        y = end.bottom() + 6
        if y + self.height() > room.height():
            y = max(4, start.top() - self.height() - 6)
        x = min(max(0, end.left() - self.width() // 2), max(0, room.width() - self.width()))
        self.move(QPoint(x, y))
        self.raise_()
