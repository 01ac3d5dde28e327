"""The comments in one field: dots under their words, and bubbles in a margin of the field."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QRect, QRectF, Qt, Signal
from PySide6.QtWidgets import QWidget

from workbench.ui.comment_mark import paint_bubble, paint_dots
from workbench.ui.field_mark import shown_blocks
from workbench.ui.mirror import reads_from_right
from workbench.ui.offset import utf16_length
from workbench.ui.stretch import stretch_rects
from workbench.ui.theme import current_theme

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent

    from workbench.rules.commented_place import PlacedThread
    from workbench.ui.field import TextField

_WIDTH = 20
"""Pixels of the margin with the bubbles."""
_SIGN = 12


class FieldComments(QObject):
    """Marks threads in a field.

    Signals:
        pressed: (thread id) its bubble was clicked.
    """

    pressed = Signal(str)

    def __init__(self, field: TextField) -> None:
        super().__init__(field)
        self.field = field
        self._marks: list[tuple[int, int, str]] = []
        self._margin = _Margin(self)
        self._margin.hide()
        field.overlays.append(self._paint)
        field.installEventFilter(self)
        field.updateRequest.connect(lambda *_: self._margin.update())

    @property
    def words(self) -> list[str]:
        """The words that are marked, in the order of the threads."""
        text = self.field.toPlainText().encode("utf-16-le", "surrogatepass")
        cut = (text[2 * start : 2 * end] for start, end, _ in self._marks)
        return [piece.decode("utf-16-le", "surrogatepass") for piece in cut]

    def show_threads(self, threads: Sequence[PlacedThread]) -> None:
        """Mark threads; one whose field shows another text is left out."""
        text = self.field.toPlainText()
        marks = [
            (
                utf16_length(text[: one.here.start]),
                utf16_length(text[: one.here.end]),
                one.thread.opening.id,
            )
            for one in threads
            if one.here.text == text
        ]
        if marks == self._marks:
            return
        self._marks = marks
        if marks and self._margin.isHidden():
            side = (_WIDTH, 0, 0, 0) if reads_from_right() else (0, 0, _WIDTH, 0)
            self.field.setViewportMargins(*side)
            self._margin.show()
            self._place()
        self.field.viewport().update()
        self._margin.update()

    def signs(self) -> Iterator[tuple[QRectF, str]]:
        """Yield the bubbles in view, in pixels of the margin, each with its thread."""
        taken: dict[int, int] = {}
        top = self.field.viewport().y()
        for block, place in shown_blocks(self.field, self.field.viewport().rect()):
            first, last = block.position(), block.position() + block.length() - 1
            for start, _, thread_id in self._marks:
                if not first <= start <= last:
                    continue
                line = block.layout().lineForTextPosition(start - first)
                if not line.isValid():
                    continue
                y = round(place.y() + line.y() + (line.height() - _SIGN) / 2) + top
                shift = taken.get(y, 0)
                taken[y] = shift + 1
                yield QRectF(3 + 3 * min(shift, 1), y + 3 * min(shift, 1), _SIGN, _SIGN), thread_id

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep the margin at its edge."""
        if watched is self.field and event.type() == QEvent.Type.Resize:
            self._place()
        return False

    def _place(self) -> None:
        inner = self.field.contentsRect()
        left = inner.left() if reads_from_right() else inner.right() - _WIDTH + 1
        self._margin.setGeometry(QRect(left, inner.top(), _WIDTH, inner.height()))

    def _paint(self, painter: QPainter, shown: QRect) -> None:
        if not self._marks:
            return
        color = current_theme().color("accent")
        for block, place in shown_blocks(self.field, shown):
            first = block.position()
            for start, end, _ in self._marks:
                for rect in stretch_rects(block, place, start - first, end - first):
                    paint_dots(painter, rect, color)


class _Margin(QWidget):
    """The strip beside the words, with a bubble at the line where commented words begin."""

    def __init__(self, comments: FieldComments) -> None:
        super().__init__(comments.field)
        self._comments = comments
        self.setObjectName("comment_margin")
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the bubbles."""
        from PySide6.QtGui import QPainter

        painter = QPainter(self)
        for box, _ in self._comments.signs():
            paint_bubble(painter, box, current_theme().color("accent"), is_open=True)
        painter.end()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Open the thread whose bubble was clicked."""
        for box, thread_id in self._comments.signs():
            if box.adjusted(-3, -3, 3, 3).contains(event.position()):
                self._comments.pressed.emit(thread_id)
                return
