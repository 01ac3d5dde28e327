"""A picture of the window with 256 colours: a third of the size, and hardly to be told apart."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtGui import QImage

_MOST = 256
_BY_COUNT = 96
"""Colours that are taken because they are frequent; the rest are those furthest from all taken."""


def compact(image: QImage) -> QImage:
    """Return a picture with its best 256 colours, and no others."""
    from PySide6.QtCore import Qt
    from PySide6.QtGui import QImage

    plain = image.convertToFormat(QImage.Format.Format_RGB32)
    pixels = memoryview(plain.constBits()).cast("I")
    table = palette_for(Counter(pixels))
    flags = Qt.ImageConversionFlag.ThresholdDither | Qt.ImageConversionFlag.AvoidDither
    return plain.convertToFormat(QImage.Format.Format_Indexed8, table, flags)


def palette_for(counted: Counter[int]) -> list[int]:
    """Return up to 256 colours, as 0xAARRGGBB, that stand best for those that are counted."""
    taken = [color for color, _ in counted.most_common(_BY_COUNT)]
    rest = {color: 0.0 for color in counted if color not in set(taken)}
    for color in rest:
        rest[color] = min((_apart(color, one) for one in taken), default=1)
    while rest and len(taken) < _MOST:
        best = max(rest, key=lambda color: rest[color] * counted[color] ** 0.5)
        del rest[best]
        taken.append(best)
        for color in rest:
            rest[color] = min(rest[color], _apart(color, best))
    return taken


def _apart(first: int, second: int) -> int:
    return sum(((first >> shift & 255) - (second >> shift & 255)) ** 2 for shift in (0, 8, 16))
