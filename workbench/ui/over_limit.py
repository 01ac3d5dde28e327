"""Marking the words of a post that no longer fit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QTextEdit

from workbench.ui.extra_selection import show_marks
from workbench.ui.offset import utf16_length
from workbench.ui.theme import current_theme

if TYPE_CHECKING:
    from workbench.ui.field import TextField

_OWNER = "over_limit"


def tint_over_limit(field: TextField, over_from: int | None) -> None:
    """Tint and underline a field's text from a code point on; nothing for None."""
    text = field.toPlainText()
    if over_from is None or over_from >= len(text):
        show_marks(field, _OWNER, ())
        return
    selection = QTextEdit.ExtraSelection()
    form = QTextCharFormat()
    form.setBackground(current_theme().tint("contradicted", 0.25))
    form.setFontUnderline(True)
    cursor = QTextCursor(field.document())
    cursor.setPosition(utf16_length(text[:over_from]))
    cursor.movePosition(QTextCursor.MoveOperation.End, QTextCursor.MoveMode.KeepAnchor)
    selection.format = form
    selection.cursor = cursor
    show_marks(field, _OWNER, (selection,))
