"""Fields that are only read while reviewer mode is on; typing begins a suggestion."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent

from workbench.ui.field import LineField, TextField

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

_READ = (
    Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
)
_STRIKES = (Qt.Key.Key_Backspace, Qt.Key.Key_Delete)
EXEMPT = "reviewer"
"""Property of a field that a reviewer may write in."""


class ReviewerLock(QObject):
    """Locks the fields of a check.

    Signals:
        typed: (field, what was typed; empty for a stroke that takes words out).
    """

    typed = Signal(object, str)

    def __init__(self, root: QWidget, parent: QObject) -> None:
        super().__init__(parent)
        self._root = root
        self._is_on = False

    def lock(self, wanted: bool) -> None:
        """Lock all fields there are, or let all be written in again."""
        if not wanted and not self._is_on:
            return
        self._is_on = wanted
        fields: list[LineField | TextField] = [
            *self._root.findChildren(LineField),
            *self._root.findChildren(TextField),
        ]
        for field in fields:
            if field.isReadOnly() is not wanted and not field.property(EXEMPT):
                self._set(field, wanted)

    def _set(self, field: LineField | TextField, wanted: bool) -> None:
        field.setReadOnly(wanted)
        if wanted:
            field.installEventFilter(self)
            if isinstance(field, TextField):
                field.setTextInteractionFlags(_READ)  # with a caret to walk to the words
        else:
            field.removeEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let typing begin a suggestion."""
        if not self._is_on or event.type() != QEvent.Type.KeyPress:
            return False
        if (
            not isinstance(event, QKeyEvent)
            or event.modifiers() & ~Qt.KeyboardModifier.ShiftModifier
        ):
            return False
        text = event.text()
        if event.key() in _STRIKES or (text and text.isprintable()):
            self.typed.emit(watched, text if text.isprintable() else "")
            return True
        return False
