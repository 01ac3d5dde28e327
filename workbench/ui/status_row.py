"""The row of statuses: mark and word on each, and why one of them is not open."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QT_TRANSLATE_NOOP, QEvent, Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QPushButton, QVBoxLayout, QWidget

from workbench.core.claim import ClaimStatus
from workbench.rules.status_gate import obstacles
from workbench.ui.flow import FlowLayout
from workbench.ui.form import muted, restyled
from workbench.ui.language import told
from workbench.ui.mark import status_icon
from workbench.ui.tick import on_tick, show_tick

if TYPE_CHECKING:
    from workbench.core.check import Check
    from workbench.core.claim import Claim

# Six underlined letters, unlike each other: Alt and the letter sets the status.
_WORDS = {
    ClaimStatus.CONFIRMED: QT_TRANSLATE_NOOP("StatusRow", "&Confirmed"),
    ClaimStatus.REPORTED: QT_TRANSLATE_NOOP("StatusRow", "&Reported"),
    ClaimStatus.NOT_CONFIRMED: QT_TRANSLATE_NOOP("StatusRow", "&Not confirmed"),
    ClaimStatus.CONTRADICTED: QT_TRANSLATE_NOOP("StatusRow", "Contradicte&d"),
    ClaimStatus.NOT_CHECKABLE: QT_TRANSLATE_NOOP("StatusRow", "Not chec&kable"),
    ClaimStatus.ANALYSIS: QT_TRANSLATE_NOOP("StatusRow", "&Analysis"),
}


class _StatusButton(QPushButton):
    """A button whose letter acts at once: a click made a moment later could meet another claim."""

    def event(self, event: QEvent) -> bool:
        """Click when Alt and the letter are pressed, without Qt's pause of a tenth of a second."""
        if event.type() == QEvent.Type.Shortcut:
            self.setFocus(Qt.FocusReason.ShortcutFocusReason)
            self.click()
            return True
        return super().event(event)


class StatusRow(QWidget):
    """Six exclusive buttons and a sentence under them.

    Signals:
        status_chosen: the status, when the person chose one that is open.
    """

    status_chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._group = QButtonGroup(self)
        self._group.setExclusive(False)  # a blocked button must not become the checked one
        self._buttons: dict[ClaimStatus, QPushButton] = {}
        self._why: dict[ClaimStatus, str] = {}
        self._status = ClaimStatus.NOT_CONFIRMED
        self._build()

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        row = QWidget()
        flow = FlowLayout(row)
        for status in ClaimStatus:
            button = _StatusButton(self.tr(str(_WORDS[status])))
            button.setObjectName(f"status_{status.value}")
            button.setCheckable(True)
            button.setAutoExclusive(True)  # a screen reader hears one of several, not a tick
            button.setProperty("status", status.value)
            on_tick(button, lambda _, chosen=status: self._on_ticked(chosen))
            self._group.addButton(button)
            self._buttons[status] = button
            flow.addWidget(button)
        self._sentence = muted()
        self._sentence.setObjectName("status_sentence")
        column.addWidget(row)
        column.addWidget(self._sentence)

    def show_claim(self, check: Check, claim: Claim) -> None:
        """Show a claim's status, and which others are open to it."""
        self._status = claim.status
        for status, button in self._buttons.items():
            reasons = obstacles(check, claim, status)
            self._why[status] = " ".join(reasons)
            show_tick(button, status is claim.status)
            restyled(button, "blocked", bool(reasons))
            button.setToolTip(told(self._why[status]))
            button.setAccessibleDescription(told(self._why[status]))
        self.restyle()
        self._say(self._why[claim.status], warns=bool(self._why[claim.status]))

    def restyle(self) -> None:
        """Take the colours of the current theme."""
        for status, button in self._buttons.items():
            button.setIcon(status_icon(status))

    def _on_ticked(self, status: ClaimStatus) -> None:
        for other, button in self._buttons.items():
            show_tick(button, other is self._status)
        if status is self._status:
            return
        if self._why.get(status):
            self._say(self._why[status], warns=True)
            return
        self.status_chosen.emit(status)

    def _say(self, sentence: str, *, warns: bool) -> None:
        self._sentence.setText(told(sentence))
        self._sentence.setVisible(bool(sentence))
        restyled(self._sentence, "role", "warning" if warns else "muted")
