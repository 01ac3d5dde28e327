"""The marks of comments: a bubble, and dots under the words, so that colour says nothing alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainterPath, QPen

if TYPE_CHECKING:
    from PySide6.QtCore import QRect
    from PySide6.QtGui import QColor, QPainter

_DOT = 1.6
"""Pixels of a dot under commented words; those of a warning stand closer."""


def paint_bubble(painter: QPainter, box: QRect | QRectF, color: QColor, *, is_open: bool) -> None:
    """Paint a bubble as of speech: filled while a thread is open, with a tick once resolved."""
    place = QRectF(box)
    body = QRectF(place.left(), place.top(), place.width(), place.height() * 0.72)
    shape = QPainterPath()
    shape.addRoundedRect(body.adjusted(0.7, 0.7, -0.7, 0), 2.5, 2.5)
    tail = QPainterPath()
    left = body.left() + body.width() * 0.25
    tail.moveTo(left, body.bottom() - 1)
    tail.lineTo(left, place.bottom())
    tail.lineTo(left + body.width() * 0.3, body.bottom() - 1)
    tail.closeSubpath()
    painter.save()
    painter.setRenderHint(painter.RenderHint.Antialiasing)
    painter.setPen(QPen(color, 1.3))
    painter.setBrush(color if is_open else Qt.BrushStyle.NoBrush)
    painter.drawPath(shape.united(tail))
    if not is_open:
        middle = body.center()
        painter.drawLine(middle + QPointF(-2.5, 0), middle + QPointF(-0.5, 2))
        painter.drawLine(middle + QPointF(-0.5, 2), middle + QPointF(3, -2))
    painter.restore()


def paint_dots(painter: QPainter, rect: QRectF, color: QColor) -> None:
    """Paint round dots under the words in a rectangle of one line."""
    pen = QPen(color, _DOT)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setDashPattern([0.01, 3.2])
    y = rect.bottom() - _DOT
    painter.save()
    painter.setRenderHint(painter.RenderHint.Antialiasing)
    painter.setPen(pen)
    painter.drawLine(QPointF(rect.left() + 1, y), QPointF(rect.right(), y))
    painter.restore()
