"""Choosing the claim that a selection is evidence for: by number, by arrow keys or by click."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLabel, QWidget

from workbench.core.claim import Stance
from workbench.ui.claim_list import ClaimListView, IdRole
from workbench.ui.form import Choice, add_field, muted
from workbench.ui.overlay import Overlay
from workbench.ui.wording import STANCE_WORDS

if TYPE_CHECKING:
    from workbench.core.check import Check

_QUOTE_LENGTH = 240


class EvidenceSheet(Overlay):
    """Shows the selected words, a choice of stance and the claims.

    Signals:
        chosen: (claim id, Stance).
    """

    chosen = Signal(str, object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, width=640)
        self.setObjectName("evidence_sheet")
        heading = QLabel(self.tr("Evidence for which claim?"))
        heading.setProperty("role", "heading")
        self._quote = QLabel()
        self._quote.setProperty("role", "quote")
        self._quote.setTextFormat(Qt.TextFormat.PlainText)
        self._quote.setWordWrap(True)
        self.stance = Choice((stance, self.tr(words)) for stance, words in STANCE_WORDS.items())
        self.stance.setObjectName("sheet_stance")
        self.list = ClaimListView()
        self.list.setObjectName("sheet_claims")
        self.list.setDragEnabled(False)
        self.column.addWidget(heading)
        self.column.addWidget(self._quote)
        add_field(self.column, self.tr("What it does to the claim"), self.stance)
        self.column.addWidget(self.list)
        self.column.addWidget(
            muted(self.tr("Enter or the claim’s number attaches it; + and − change the stance."))
        )
        self.list.installEventFilter(self)
        self.list.clicked.connect(lambda index: self._choose(index.data(IdRole)))

    def ask(self, check: Check, claim_id: str, quote: str) -> None:
        """Show the sheet for some selected words, with a claim proposed."""
        words = " ".join(quote.split())
        if len(words) > _QUOTE_LENGTH:
            words = words[:_QUOTE_LENGTH].rpartition(" ")[0] + " …"
        self._quote.setText(f"“{words}”")
        self.stance.show_value(Stance.SUPPORTS)
        self.list.show_claims(check.claims, claim_id or check.claims[0].id)
        self.open()
        self.list.setFocus()

    def _choose(self, claim_id: str) -> None:
        stance = Stance(self.stance.value)
        self.close_sheet()
        self.chosen.emit(claim_id, stance)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Attach with Enter or a number, change the stance with plus and minus."""
        if watched is self.list and isinstance(event, QKeyEvent) and self._takes(event):
            return True
        return super().eventFilter(watched, event)

    def _takes(self, event: QKeyEvent) -> bool:
        if event.type() != QEvent.Type.KeyPress:
            return False
        index = self.list.currentIndex()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and index.isValid():
            self._choose(index.data(IdRole))
            return True
        if event.text() in ("+", "-", "−"):
            step = 1 if event.text() == "+" else -1
            self.stance.setCurrentIndex((self.stance.currentIndex() + step) % self.stance.count())
            return True
        if event.text().isdecimal() and event.text() != "0":
            row = int(event.text()) - 1
            if row < self.list.claims.rowCount():
                self._choose(self.list.claims.index(row).data(IdRole))
            return True
        return False
