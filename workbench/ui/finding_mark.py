"""Marks of findings: a shape for each severity, so that colour never has to say it alone."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

_COLORS = {"error": "contradicted", "warning": "reported", "note": "analysis"}
"""The colour token of each severity's code."""
_WIDTHS = {"error": 2.0, "warning": 2.2, "note": 1.0}
"""Pixels of the line under the words of a finding."""


def severity_token(severity: str) -> str:
    """Return the colour token of a severity's code."""
    return _COLORS[severity]


def paint_severity(painter: QPainter, box: QRectF, severity: str, color: QColor) -> None:
    """Paint a severity's shape: a cross in a square, a triangle with a bar, a ring with a dot."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(color, 1.6))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    middle = box.center()
    if severity == "error":
        painter.drawRoundedRect(box, 3, 3)
        inner = box.adjusted(4, 4, -4, -4)
        painter.drawLine(inner.topLeft(), inner.bottomRight())
        painter.drawLine(inner.topRight(), inner.bottomLeft())
    elif severity == "warning":
        corners = [QPointF(middle.x(), box.top()), box.bottomRight(), box.bottomLeft()]
        painter.drawPolygon(QPolygonF(corners))
        painter.drawLine(
            QPointF(middle.x(), box.top() + box.height() * 0.38),
            QPointF(middle.x(), box.top() + box.height() * 0.68),
        )
        painter.drawPoint(QPointF(middle.x(), box.bottom() - 2.5))
    else:
        painter.drawEllipse(box)
        painter.setBrush(color)
        painter.drawEllipse(middle, 1.5, 1.5)
    painter.restore()


def paint_underline(
    painter: QPainter, left: float, right: float, y: float, severity: str, color: QColor
) -> None:
    """Paint a severity's line: solid, dots, or thin dashes; never the wave of spelling."""
    pen = QPen(color, _WIDTHS[severity])
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    if severity == "warning":
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        pen.setDashPattern([0.01, 2.2])
    elif severity == "note":
        pen.setDashPattern([5, 3])
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, severity == "warning")
    painter.setPen(pen)
    painter.drawLine(QPointF(left, y), QPointF(right, y))
    painter.restore()
