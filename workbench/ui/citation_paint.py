"""Citation marks in a field of the draft: quiet, so that the words are read and not the marks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QSyntaxHighlighter, QTextCharFormat

from workbench.core.citation_mark import citation_marks
from workbench.ui.offset import utf16_length
from workbench.ui.theme import current_theme

if TYPE_CHECKING:
    from PySide6.QtWidgets import QPlainTextEdit

_SMALLER = 0.8
"""Size of a mark beside that of the words."""


class CitationPaint(QSyntaxHighlighter):
    """Paints the marks of one field small and in the colour of what is secondary."""

    def __init__(self, field: QPlainTextEdit) -> None:
        super().__init__(field.document())
        self._field = field

    def highlightBlock(self, text: str) -> None:  # noqa: N802 - Qt calls it
        """Paint the marks of one paragraph."""
        found = citation_marks(text)
        if not found:
            return
        look = QTextCharFormat()
        look.setForeground(current_theme().color("muted"))
        size = self._field.font().pointSizeF()
        if size > 0:
            look.setFontPointSize(size * _SMALLER)
        for mark in found:
            self.setFormat(utf16_length(text[: mark.start]), mark.end - mark.start, look)
