"""Light underlines for what is noticed: a line style for each kind, in one quiet colour."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QFontMetricsF, QPainterPath, QPen

from workbench.ui.aid import AidIndex, AidKind
from workbench.ui.stretch import stretch_rects
from workbench.ui.theme import current_theme

if TYPE_CHECKING:
    from PySide6.QtCore import QRectF
    from PySide6.QtGui import QPainter, QTextBlock

    from workbench.ui.aid import Aid
    from workbench.ui.article_view import ArticleView

_BELOW = 1.2
"""Pixels below the baseline, between the words and the line of a passage that stands out."""
_WAVE = 1.7
_STYLES = {
    AidKind.ATTRIBUTION: Qt.PenStyle.SolidLine,
    AidKind.QUOTATION: Qt.PenStyle.DotLine,
    AidKind.DATE: Qt.PenStyle.DashLine,
}


class AidPainting:
    """Underlines the aids of the blocks in view; code points come in, nothing is laid out anew."""

    def __init__(self, view: ArticleView) -> None:
        self._view = view
        self.index = AidIndex(None)
        self.is_on = True

    def paint(self, painter: QPainter, block: QTextBlock, offset: QPointF) -> None:
        """Underline what is noticed in one block; `offset` is of its layout in the viewport."""
        if not self.is_on:
            return
        offsets = self._view.offsets
        first = block.position()
        start = offsets.to_code_point(first)
        end = offsets.to_code_point(first + block.length() - 1)
        below = QFontMetricsF(self._view.font()).descent() - _BELOW
        for aid in self.index.between(start, max(end, start + 1)):
            left, right = offsets.to_qt(aid.start) - first, offsets.to_qt(aid.end) - first
            for rect in stretch_rects(block, offset, left, right):
                _underline(painter, aid, rect, rect.bottom() - below)


def _underline(painter: QPainter, aid: Aid, rect: QRectF, at: float) -> None:
    theme = current_theme()
    color = theme.color("muted")
    line = round(at) + 0.5  # a line of one pixel is sharp in the middle of one
    if aid.kind is AidKind.HEDGE:
        painter.setPen(QPen(color, 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(_wave(rect.left(), rect.right(), line))
        return
    if aid.kind is AidKind.QUOTATION:
        color.setAlphaF(0.75)
        line += 1  # below what is underlined inside it
    pen = QPen(color, 1, _STYLES[aid.kind])
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    if aid.kind is AidKind.DATE:
        pen.setDashPattern([5, 3])
    painter.setPen(pen)
    painter.drawLine(QPointF(rect.left(), line), QPointF(rect.right(), line))
    if aid.kind is AidKind.DATE and not aid.mention.date.is_known:
        painter.drawLine(QPointF(rect.left(), line + 2), QPointF(rect.right(), line + 2))


def _wave(left: float, right: float, at: float) -> QPainterPath:
    path = QPainterPath(QPointF(left, at))
    place, step = left, _WAVE
    while place < right:
        place = min(place + 2 * _WAVE, right)
        path.quadTo(QPointF(place - _WAVE, at + step), QPointF(place, at))
        step = -step
    return path
