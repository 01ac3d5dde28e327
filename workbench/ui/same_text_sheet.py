"""Two texts side by side, what differs marked; the columns scroll together."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QTextBrowser, QVBoxLayout, QWidget

from workbench.ui.form import muted, small_button
from workbench.ui.overlay import Overlay
from workbench.ui.theme import article_font, current_theme
from workbench.ui.wording import date_words, source_name

if TYPE_CHECKING:
    from workbench.core.check import Check
    from workbench.reading.word_difference import Piece

_MOST = 40_000
"""Code points of each text that are compared; more is not read side by side."""


class SameTextSheet(Overlay):
    """Shows two sources of a check beside each other."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, width=1160, height=680)
        self.setObjectName("same_text_sheet")
        self._heads = [QLabel(), QLabel()]
        self.pages = [QTextBrowser(), QTextBrowser()]
        row = QHBoxLayout()
        row.setSpacing(12)
        for number, (head, page) in enumerate(zip(self._heads, self.pages, strict=True), start=1):
            head.setProperty("role", "strong")
            head.setWordWrap(True)
            page.setObjectName(f"same_text_page_{number}")
            page.setAccessibleName(self.tr("Text {n}").format(n=number))
            page.setFrameShape(QFrame.Shape.NoFrame)
            page.setOpenLinks(False)
            column = QVBoxLayout()
            column.addWidget(head)
            column.addWidget(page, 1)
            row.addLayout(column, 1)
        one, other = (page.verticalScrollBar() for page in self.pages)
        one.valueChanged.connect(lambda value: _follow(other, one, value))
        other.valueChanged.connect(lambda value: _follow(one, other, value))
        self._note = muted("")
        close = small_button(self.tr("Close"), "same_text_close")
        close.clicked.connect(self.close_sheet)
        last = QHBoxLayout()
        last.addWidget(self._note, 1)
        last.addWidget(close)
        self.column.addLayout(row, 1)
        self.column.addLayout(last)

    @classmethod
    def of(cls, window: QWidget) -> SameTextSheet:
        """Return the sheet of a window; made when first asked for."""
        return window.findChild(cls) or cls(window)

    def compare(self, check: Check, first_id: str, second_id: str) -> None:
        """Show two sources; words that only one of them has are bold and underlined."""
        from workbench.reading.word_difference import word_difference

        texts = []
        for head, source_id in zip(self._heads, (first_id, second_id), strict=True):
            source = check.source(source_id)
            name = source_name(source, check.sources.index(source) + 1)
            head.setText(f"{name}  ·  {date_words(source.published)}")
            texts.append(source.version.text)
        is_cut = any(len(text) > _MOST for text in texts)
        pieces = word_difference(texts[0][:_MOST], texts[1][:_MOST])
        for page, of_one in zip(self.pages, pieces, strict=True):
            page.document().setDefaultFont(article_font(0.92))
            page.setHtml(_page(of_one))
        words = self.tr("Bold and underlined: words that only this text has.")
        if is_cut:
            words += " " + self.tr("Only the beginnings are compared.")
        self._note.setText(words)
        self.open()
        self.pages[0].setFocus(Qt.FocusReason.OtherFocusReason)


def _page(pieces: tuple[Piece, ...]) -> str:
    theme = current_theme()
    tint = theme.tint("reported").name()
    shown = []
    for piece in pieces:
        words = escape(piece.text).replace("\n", "<br>")
        shown.append(
            f'<b><u style="background:{tint}">{words}</u></b>'
            if piece.differs and piece.text.strip()
            else words
        )
    return f'<div style="color:{theme.tokens["text"]}">{"".join(shown)}</div>'


def _follow(bar: object, other: object, value: int) -> None:
    """Bring one column to the same share of its length as the other."""
    most = max(other.maximum(), 1)  # type: ignore[attr-defined]
    wanted = round(value / most * bar.maximum())  # type: ignore[attr-defined]
    if abs(bar.value() - wanted) > 1:  # type: ignore[attr-defined]
        bar.setValue(wanted)  # type: ignore[attr-defined]
