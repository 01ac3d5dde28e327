"""The one place where code points meet Qt's positions.

Python counts code points; Qt counts UTF-16 units, keeps one character for CRLF and reserves some
characters. The shown text may also have a blank line more between paragraphs that were captured
without one, because a plain text pane knows no space after a paragraph.
"""

from __future__ import annotations

import re
from bisect import bisect_right

_UNEVEN = re.compile("\r\n|[\U00010000-\U0010ffff]|\n|\r|\u2029")
# U+FDD0, U+FDD1: Qt's frame marks; U+FFFC: its object mark; NUL ends strings elsewhere.
_RESERVED = str.maketrans({"\0": "�", "﷐": "�", "﷑": "�", "￼": "�"})
_PARAGRAPH_LENGTH = 90
"""Average code points of a line from which a text without blank lines is shown with them."""


class OffsetMap:
    """Maps code points of a captured text to positions in the text as Qt holds it, and back.

    Attributes:
        shown: the text to give to Qt.

    """

    def __init__(self, text: str) -> None:
        spaced = _wants_space(text)
        self._text = text
        self._length = len(text)
        self._points: list[int] = [0]
        self._places: list[int] = [0]
        pieces: list[str] = []
        last = 0
        place = 0
        for match in _UNEVEN.finditer(text):
            place += match.start() - last
            pieces.append(text[last : match.start()])
            last = match.end()
            if match[0] > "\uffff":
                pieces.append(match[0])
                place += 2
            elif spaced:
                pieces.append("\n\n")
                place += 2
            else:
                pieces.append("\n")
                place += 1
            if place - last != self._places[-1] - self._points[-1]:
                self._points.append(last)
                self._places.append(place)
        pieces.append(text[last:])
        self._end = place + len(text) - last
        self.shown = "".join(pieces).translate(_RESERVED)

    def to_qt(self, point: int) -> int:
        """Return Qt's position of a code point; positions outside are moved to the nearest end."""
        point = max(0, min(point, self._length))
        index = bisect_right(self._points, point) - 1
        place = self._places[index] + point - self._points[index]
        if index + 1 < len(self._places):
            place = min(place, self._places[index + 1])
        return place

    def to_code_point(self, place: int) -> int:
        """Return the code point at a position of Qt; inside a pair or a gap, its start."""
        place = max(0, min(place, self._end))
        index = bisect_right(self._places, place) - 1
        point = self._points[index] + place - self._places[index]
        if index + 1 < len(self._points):
            next_point = self._points[index + 1]
            # the last unit before a break belongs to the uneven character that ends there
            point = min(point, next_point - 1) if place < self._places[index + 1] else next_point
        # where a CRLF is shown as two line ends, the place between them is its start
        if self._text[point - 1 : point + 1] == "\r\n":
            point -= 1
        return min(point, self._length)


def _wants_space(text: str) -> bool:
    """Return whether paragraphs stand on lines of their own without a blank line between them."""
    lines = [line for line in text.splitlines() if line.strip()]
    if len(lines) < 3 or re.search(r"\n[ \t]*\r?\n", text):
        return False
    return sum(map(len, lines)) / len(lines) >= _PARAGRAPH_LENGTH


def utf16_length(text: str) -> int:
    """Return how many UTF-16 units Qt counts for a text."""
    return len(text) if text.isascii() else len(text.encode("utf-16-le", "surrogatepass")) // 2


def code_points(text: str, units: int) -> int:
    """Return how many code points of a text lie before a position counted in UTF-16 units."""
    for index, char in enumerate(text):
        if units <= 0:
            return index
        units -= 2 if char > "\uffff" else 1
    return len(text)
