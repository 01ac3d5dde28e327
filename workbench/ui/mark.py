"""Status marks: a shape for every status, so that colour never has to say it alone.

Statuses are taken by their codes, which a ClaimStatus is as well: the first painted window has no
values of core yet.
"""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QIcon, QPainter, QPainterPath, QPen, QPixmap

from workbench.ui.mirror import leading, placed_exactly
from workbench.ui.status_word import status_words
from workbench.ui.theme import Theme, current_theme, current_zoom

_SIZE = 14
_CHIP_HEIGHT = 22
_CHIP_SIDE = 10


def paint_mark(painter: QPainter, box: QRectF, status: str, color: QColor) -> None:
    """Paint a status's shape: disc, half disc, ring, cross, dotted ring or dash."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    pen = QPen(color, 1.5)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    middle = box.center()
    if status == "confirmed":
        painter.setBrush(color)
        painter.drawEllipse(box)
    elif status == "reported":
        painter.drawEllipse(box)
        half = QPainterPath(QPointF(middle.x(), box.top()))
        half.arcTo(box, 90, 180)
        painter.fillPath(half, color)
    elif status == "not_confirmed":
        painter.drawEllipse(box)
    elif status == "contradicted":
        painter.drawLine(box.topLeft(), box.bottomRight())
        painter.drawLine(box.topRight(), box.bottomLeft())
    elif status == "not_checkable":
        pen.setStyle(Qt.PenStyle.DotLine)
        painter.setPen(pen)
        painter.drawEllipse(box)
    else:
        painter.drawLine(QPointF(box.left(), middle.y()), QPointF(box.right(), middle.y()))
    painter.restore()


def status_icon(status: str) -> QIcon:
    """Return a status's mark in the current theme."""
    return _icon(status, current_theme().status(status).name())


@cache
def _icon(status: str, color: str) -> QIcon:
    pixmap = QPixmap(_SIZE * 2, _SIZE * 2)
    pixmap.setDevicePixelRatio(2)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    paint_mark(painter, QRectF(2.5, 2.5, _SIZE - 5, _SIZE - 5), status, QColor(color))
    painter.end()
    return QIcon(pixmap)


def chip_font(font: QFont) -> QFont:
    """Return the small semibold font of chips, made from the interface's."""
    small = QFont(font)
    if font.pointSizeF() > 0:
        small.setPointSizeF(font.pointSizeF() * 0.88)
    else:
        small.setPixelSize(max(9, round(font.pixelSize() * 0.88)))
    small.setWeight(QFont.Weight.DemiBold)
    return small


def chip_width(status: str, font: QFont) -> int:
    """Return how many pixels a status chip takes."""
    words = QFontMetrics(chip_font(font)).horizontalAdvance(status_words(status))
    return words + 2 * _CHIP_SIDE + round(_SIZE * current_zoom())


def paint_chip(
    painter: QPainter, right: float, middle: float, status: str, font: QFont, theme: Theme
) -> QRectF:
    """Paint a chip with mark and word that ends at a right edge; return its box."""
    width = chip_width(status, font)
    height = max(_CHIP_HEIGHT, QFontMetrics(chip_font(font)).height() + 6)
    box = QRectF(right - width, middle - height / 2, width, height)
    color = theme.status(status)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.tint(status))
    painter.drawRoundedRect(box, height / 2, height / 2)
    painter.setPen(color)
    painter.setFont(chip_font(font))
    words = placed_exactly(box.adjusted(_CHIP_SIDE + _SIZE * current_zoom(), 0, -4, 0), box)
    painter.drawText(words, leading(Qt.AlignmentFlag.AlignVCenter), status_words(status))
    painter.restore()
    side = 9 * current_zoom()
    mark = QRectF(box.left() + _CHIP_SIDE, middle - side / 2, side, side)
    paint_mark(painter, placed_exactly(mark, box), status, color)
    return box
