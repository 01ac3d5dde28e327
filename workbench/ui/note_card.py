"""A quiet card over the notices: a few words and what can be done; it stays until put away."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QWidget

from workbench.ui import announcement
from workbench.ui.form import small_button

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtGui import QShowEvent

    Choice = tuple[str, str, Callable[[], object]]
    """Object name, words and what a button does."""


class NoteCard(QFrame):
    """Shows something that is to be read once.

    Signals:
        put_away: the person has closed it.
    """

    put_away = Signal()

    def __init__(
        self, name: str, words: str, choices: Sequence[Choice] = (), parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName(f"{name}_card")
        self.setProperty("role", "note_card")
        self.setAccessibleName(words)
        label = QLabel(words)
        label.setObjectName(f"{name}_words")
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(True)
        label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        row = QHBoxLayout(self)
        row.setContentsMargins(20, 6, 20, 6)
        row.setSpacing(12)
        row.addWidget(label, 1)
        for its_name, text, act in (*choices, (f"{name}_close", self.tr("Close"), self._close)):
            button = small_button(text, its_name)
            button.clicked.connect(act)
            row.addWidget(button)

    def showEvent(self, event: QShowEvent) -> None:
        """Let a screen reader say it when it comes."""
        super().showEvent(event)
        if not event.spontaneous():
            announcement.announce(self, self.accessibleName())

    def _close(self) -> None:
        self.hide()
        self.put_away.emit()
