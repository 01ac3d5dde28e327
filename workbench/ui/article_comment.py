"""The comments on words of an article: dots under them, and bubbles in its margin."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QRectF, Signal
from PySide6.QtGui import QMouseEvent

from workbench.ui.comment_mark import paint_bubble, paint_dots
from workbench.ui.mirror import placed_exactly
from workbench.ui.stretch import stretch_rects
from workbench.ui.theme import current_theme

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from PySide6.QtCore import QPointF
    from PySide6.QtGui import QPainter, QTextBlock

    from workbench.rules.commented_place import PlacedThread
    from workbench.ui.article_view import ArticleView

_SIGN = 12.0


class ArticleComments(QObject):
    """Marks threads in the article.

    Signals:
        pressed: (thread id) its bubble was clicked.
    """

    pressed = Signal(str)

    def __init__(self, view: ArticleView) -> None:
        super().__init__(view)
        self._view = view
        self._marks: list[tuple[int, int, str]] = []
        view.over.append(self._paint)
        view.beside.append(self._paint_signs)
        view.margin.installEventFilter(self)

    def show_threads(self, threads: Sequence[PlacedThread]) -> None:
        """Mark the threads that are about words of the text on show."""
        offsets = self._view.offsets
        marks = [
            (offsets.to_qt(one.here.start), offsets.to_qt(one.here.end), one.thread.opening.id)
            for one in threads
            if one.has_words and one.here.text == self._view.text
        ]
        if marks != self._marks:
            self._marks = marks
            self._view.viewport().update()
            self._view.margin.update()

    @property
    def stretches(self) -> list[tuple[int, int]]:
        """What is marked, in positions of Qt."""
        return [(start, end) for start, end, _ in self._marks]

    def _paint(self, painter: QPainter, block: QTextBlock, offset: QPointF) -> None:
        color = current_theme().color("accent")
        for start, end, _ in self._marks:
            first = block.position()
            for rect in stretch_rects(block, offset, start - first, end - first):
                paint_dots(painter, rect.adjusted(0, 0, 0, 2), color)

    def _signs(self) -> Iterator[tuple[QRectF, str]]:
        if not self._marks:
            return
        room = QRectF(self._view.margin.rect())
        for block, offset in self._view.visible_blocks():
            first, last = block.position(), block.position() + block.length() - 1
            for start, _, thread_id in self._marks:
                if not first <= start <= last:
                    continue
                line = block.layout().lineForTextPosition(start - first)
                if line.isValid():
                    y = offset.y() + line.y() + (line.height() - _SIGN) / 2
                    yield placed_exactly(QRectF(2, y, _SIGN, _SIGN), room), thread_id

    def _paint_signs(self, painter: QPainter) -> None:
        for box, _ in self._signs():
            paint_bubble(painter, box, current_theme().color("accent"), is_open=True)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Open the thread whose bubble was clicked."""
        if (
            watched is self._view.margin
            and isinstance(event, QMouseEvent)
            and event.type() == QEvent.Type.MouseButtonPress
        ):
            for box, thread_id in self._signs():
                if box.adjusted(-2, -2, 2, 2).contains(event.position()):
                    self.pressed.emit(thread_id)
                    return True
        return False
