"""The live preview: the finished check as a reader will see it, inert."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCharFormat, QTextCursor, QTextDocument
from PySide6.QtWidgets import QFrame, QTextBrowser, QTextEdit, QWidget

from workbench.ui.theme import article_font, current_theme

if TYPE_CHECKING:
    from PySide6.QtCore import QUrl


class Preview(QTextBrowser):
    """Shows safe HTML; loads nothing and follows no link by itself."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("preview")
        self.setAccessibleName(self.tr("Preview of the finished check"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setOpenLinks(False)
        self.setOpenExternalLinks(False)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )  # without the links, that the Tab key does not stop at each of them
        self._html = ""
        self._zoom = 1.0
        self.document().setDocumentMargin(20)

    def show_page(self, html: str) -> None:
        """Show the inside of an HTML body; the reader's place is kept."""
        if html == self._html:
            return
        self._html = html
        place = self.verticalScrollBar().value()
        self.document().setDefaultStyleSheet(self._style())
        self.document().setDefaultFont(article_font(0.92 * self._zoom))
        self.setHtml(html)
        self.verticalScrollBar().setValue(place)

    def follow(self, words: str) -> bool:
        """Bring the place where some words stand into view, if it is not; return whether they do.

        The rest stays put.
        """
        found = self.document().find(words) if words else None
        if found is None or found.isNull():
            return False
        rect = self.cursorRect(found)
        if not 0 <= rect.top() <= self.viewport().height() - rect.height():
            bar = self.verticalScrollBar()
            bar.setValue(bar.value() + rect.top() - self.viewport().height() // 3)
        return True

    def mark(self, words: str) -> int:
        """Tint and underline the places where some words stand; return how many there are."""
        form = QTextCharFormat()
        form.setBackground(current_theme().tint("reported", 0.3))
        form.setFontUnderline(True)
        marks = []
        found = self.document().find(words) if words else QTextCursor()
        while not found.isNull():
            one = QTextEdit.ExtraSelection()
            one.cursor, one.format = found, form
            marks.append(one)
            found = self.document().find(words, found)
        self.setExtraSelections(marks)
        return len(marks)

    def set_zoom(self, zoom: float) -> None:
        """Set the size of the words; 1.0 is 11 points."""
        self._zoom = zoom
        self.restyle()

    def restyle(self) -> None:
        """Take the colours of the current theme."""
        html, self._html = self._html, ""
        if html:
            self.show_page(html)

    def _style(self) -> str:
        theme = current_theme()
        text, muted, accent = (theme.tokens[name] for name in ("text", "muted", "accent"))
        return (
            f"body {{ color: {text}; }}"
            f"h1 {{ font-size: x-large; margin-top: 0; margin-bottom: 8px; }}"
            f"h2 {{ font-size: large; margin-top: 16px; margin-bottom: 4px; }}"
            f"h3 {{ font-size: medium; margin-bottom: 2px; }}"
            f"p, li {{ margin-top: 4px; margin-bottom: 6px; line-height: 108%; }}"
            f"blockquote {{ color: {muted}; margin-left: 16px; }}"
            f"a {{ color: {accent}; }}"
        )

    def loadResource(self, kind: int, name: QUrl | str) -> object:
        """Load nothing: pictures from elsewhere stay out."""
        if kind == QTextDocument.ResourceType.StyleSheetResource.value:
            return ""
        del name
        return None
