"""Painting for windows that read from the right: places change sides, words keep their own way."""

from __future__ import annotations

import re

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QGuiApplication, QPainter

_SIDES = {"left": "right", "right": "left"}


def reads_from_right() -> bool:
    """Whether the window reads from right to left."""
    return QGuiApplication.layoutDirection() == Qt.LayoutDirection.RightToLeft


def placed(place: QRect, box: QRect) -> QRect:
    """Return where a part of a row stands: on the other side where the window reads from right."""
    if not reads_from_right():
        return place
    return QRect(box.left() + box.right() - place.right(), place.y(), place.width(), place.height())


def placed_exactly(place: QRectF, box: QRectF) -> QRectF:
    """Return the same for places between pixels."""
    if not reads_from_right():
        return place
    left = box.left() + box.right() - place.right()
    return QRectF(left, place.y(), place.width(), place.height())


def leading(flags: int | Qt.AlignmentFlag = 0) -> int:
    """Return flags that put words at the edge where a line begins, whichever way they go."""
    edge = Qt.AlignmentFlag.AlignRight if reads_from_right() else Qt.AlignmentFlag.AlignLeft
    return int(flags) | int(edge) | int(Qt.AlignmentFlag.AlignAbsolute)


def let_words_go_their_way(painter: QPainter) -> None:
    """Let each text be painted in the direction of its own letters, as a reader expects it."""
    painter.setLayoutDirection(Qt.LayoutDirection.LayoutDirectionAuto)


def mirrored_sheet(sheet: str) -> str:
    """Return a style sheet with left and right exchanged, which Qt leaves to its author."""
    size = r"([^\s;]+)"
    sides = rf"((?:padding|margin): *){size} {size} {size} {size} *;"
    sheet = re.sub(sides, r"\1\2 \5 \4 \3;", sheet)
    return re.sub(r"(?<=[-\s])(left|right)(?=[-;:\s])", lambda found: _SIDES[found[1]], sheet)
