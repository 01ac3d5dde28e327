"""Reading by sentence: from one to the next, past what is not the article."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from PySide6.QtGui import QTextCursor

from workbench.reading.sentence import sentences
from workbench.rules.quotable import stretch_of

if TYPE_CHECKING:
    from workbench.core.source import Span
    from workbench.ui.article_view import ArticleView


class SentenceWalk:
    """The sentences of the text on show.

    Attributes:
        text: whose sentences these are.

    """

    def __init__(self, view: ArticleView) -> None:
        self._view = view
        self.text = view.text
        self._sentences = sentences(view.text)
        self._starts = [start for start, _ in self._sentences]

    def move(self, step: int) -> None:
        """Select the next (1) or previous (-1) sentence, without what of it is not the article."""
        view = self._view
        start, end = view.selected_stretch()
        if not self._is_in_view(start, end):  # go on where the reader has scrolled to
            start = end = view.offsets.to_code_point(view.firstVisibleBlock().position())
        if step > 0:
            reached = end if start != end else start
            places = range(max(0, bisect_left(self._starts, reached) - 1), len(self._sentences))
        else:
            places = range(bisect_left(self._starts, start) - 1, -1, -1)
        for place in places:
            first, last = self._body(*self._sentences[place])
            if first < last and (first >= reached if step > 0 else first < start):
                view.select(first, last)
                return

    def _body(self, start: int, end: int) -> tuple[int, int]:
        """Return the part of a sentence that is the article's; start equals end if none is."""
        spans = _between(self._view.spans, start, end)
        return stretch_of(self.text, spans, start, end).body if spans else (start, end)

    def _is_in_view(self, start: int, end: int) -> bool:
        """Whether any line of a stretch can be seen."""
        view = self._view
        cursor = QTextCursor(view.document())
        cursor.setPosition(view.offsets.to_qt(start))
        top = view.cursorRect(cursor).top()
        cursor.setPosition(view.offsets.to_qt(end))
        return top < view.viewport().height() and view.cursorRect(cursor).bottom() > 0


def _between(spans: tuple[Span, ...], start: int, end: int) -> tuple[Span, ...]:
    """Return the spans that touch a stretch; they stand in order and apart."""
    first = bisect_left(spans, start, key=lambda span: span.end)
    last = bisect_left(spans, end, key=lambda span: span.start)
    return spans[first:last]
