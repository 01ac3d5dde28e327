"""What is not the article, shown as such: greyed and slanted, and named in the margin."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QTextCharFormat, QTextLayout

from workbench.core.source import SpanType
from workbench.ui.article_margin import MARGIN_WIDTH
from workbench.ui.theme import current_theme

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtGui import QPainter, QTextBlock

    from workbench.core.source import Span
    from workbench.ui.article_view import ArticleView

_BAR = 3
"""Pixels of the bar beside a caption."""
_WORD_PIXELS = 10


class SpanLayer:
    """Greys the spans of the text on show; only the lines that it changes are laid out anew."""

    def __init__(self, view: ArticleView) -> None:
        self._view = view
        self._touched: list[int] = []
        self._spans: tuple[Span, ...] = ()

    def show_spans(self, spans: tuple[Span, ...]) -> None:
        """Show what is not the article; the spans stand in order and apart."""
        document = self._view.document()
        for number in self._touched:
            block = document.findBlockByNumber(number)
            if block.isValid() and block.layout().formats():
                block.layout().setFormats([])
                document.markContentsDirty(block.position(), block.length())
        self._touched = []
        self._spans = tuple(span for span in spans if span.type is not SpanType.BODY)
        self._view.spans = spans
        ranges: dict[int, list[QTextLayout.FormatRange]] = {}
        for span in self._spans:
            for block, start, end in self._blocks(span):
                ranges.setdefault(block.blockNumber(), []).append(_range(start, end))
        for number, formats in ranges.items():
            block = document.findBlockByNumber(number)
            block.layout().setFormats(formats)
            document.markContentsDirty(block.position(), block.length())
        self._touched = list(ranges)
        self._view.viewport().update()
        self._view.margin.update()

    def restyle(self) -> None:
        """Take the colours of the current theme."""
        self.show_spans(self._view.spans)

    def forget(self) -> None:
        """Leave off: another text is on show, and its lines are not these."""
        self._touched, self._spans = [], ()

    def paint(self, painter: QPainter, block: QTextBlock, offset: QPointF) -> None:
        """Set a caption apart from the text around it: a ground and a bar beside it."""
        span = self._whole(block)
        if span is None or span.type is not SpanType.CAPTION:
            return
        theme = current_theme()
        box = block.layout().boundingRect().translated(offset)
        ground = QRectF(8, box.top() - 1, self._view.viewport().width() - 8, box.height() + 2)
        painter.fillRect(ground, theme.color("raised"))
        painter.fillRect(QRectF(8, ground.top(), _BAR, ground.height()), theme.color("line_strong"))

    def paint_names(self, painter: QPainter) -> None:
        """Name, in the margin, each line that is not the article: the first of several."""
        font = QFont(self._view.margin.font())
        font.setPixelSize(_WORD_PIXELS)
        painter.setFont(font)
        painter.setPen(current_theme().color("muted"))
        before: Span | None = None
        for block, offset in self._view.visible_blocks():
            span = self._whole(block)
            if span is not None and (before is None or span.type is not before.type):
                line = block.layout().lineAt(0)
                box = QRectF(0, offset.y() + line.y(), MARGIN_WIDTH - 4, line.height())
                align = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
                align |= Qt.AlignmentFlag.AlignAbsolute  # beside the words, whichever way we read
                painter.drawText(box, align, _short_name(span.type))
            if span is not None or block.text().strip():
                before = span

    def _whole(self, block: QTextBlock) -> Span | None:
        """Return the span that a block is all of, but for spaces; the first, if it is several."""
        text = block.text()
        if not text.strip():
            return None
        start = self._view.offsets.to_code_point(block.position())
        end = self._view.offsets.to_code_point(block.position() + len(text.rstrip()))
        place = bisect_left(self._spans, start + 1, key=lambda span: span.end)
        at, first = start, None
        for span in self._spans[place:]:
            if span.start > at and self._view.text[at : span.start].strip():
                break
            first = first or span
            at = span.end
            if at >= end:
                return first
        return None

    def _blocks(self, span: Span) -> Iterator[tuple[QTextBlock, int, int]]:
        """Yield each block of a span with the positions inside it."""
        document = self._view.document()
        start, end = self._view.offsets.to_qt(span.start), self._view.offsets.to_qt(span.end)
        block = document.findBlock(start)
        while block.isValid() and block.position() < end:
            first = max(0, start - block.position())
            last = min(block.length() - 1, end - block.position())
            if first < last:
                yield block, first, last
            block = block.next()


def _range(start: int, end: int) -> QTextLayout.FormatRange:
    look = QTextCharFormat()
    look.setForeground(current_theme().color("muted"))
    look.setFontItalic(True)
    found = QTextLayout.FormatRange()
    found.start, found.length, found.format = start, end - start, look
    return found


def _short_name(kind: SpanType) -> str:
    return {
        SpanType.CHROME: QCoreApplication.translate("span", "page"),
        SpanType.METADATA: QCoreApplication.translate("span", "about"),
        SpanType.CAPTION: QCoreApplication.translate("span", "caption"),
        SpanType.RIGHTS_NOTICE: QCoreApplication.translate("span", "rights"),
    }.get(kind, "")
