"""Lines of a text, as a person counts them, with their place in code points."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

# A line this long is prose, whatever it begins with; no more of it is looked at.
LOOKED_AT = 1200
"""Code points of a line that are looked at."""

_LINE = re.compile(r"[^\r\n\x85\u2028\u2029]*(\r\n|[\r\n\x85\u2028\u2029])?")
_EDGE = " \t\u00a0\u202f\u3000\ufeff\u200b"


class TextLine(NamedTuple):
    """One line without the spaces at its ends.

    Attributes:
        number: counted from 1, blank lines too.
        start, end: in code points of the text; `end` is past the last character that is no space.
        words: what stands there, at most LOOKED_AT code points.
        after_blank: whether a blank line, or the start of the text, stands before it.

    """

    number: int
    start: int
    end: int
    words: str
    after_blank: bool

    @property
    def is_whole(self) -> bool:
        """Whether all of the line is in `words`."""
        return self.end - self.start == len(self.words)


def line_number(text: str, at: int) -> int:
    """Return the number of the line in which a code point stands, counted from 1."""
    ends = sum(text.count(end, 0, at) for end in "\n\r\x85\u2028\u2029")
    return 1 + ends - text.count("\r\n", 0, at)


def text_lines(text: str) -> Iterator[TextLine]:
    """Yield the lines of a text that are not blank, in order."""
    after_blank = True
    for number, match in enumerate(_LINE.finditer(text), start=1):
        start, end = match.start(), match.start(1) if match[1] else match.end()
        while start < end and (text[start] in _EDGE or text[start].isspace()):
            start += 1
        while start < end and (text[end - 1] in _EDGE or text[end - 1].isspace()):
            end -= 1
        if start == end:
            after_blank = True
            continue
        yield TextLine(number, start, end, text[start : min(end, start + LOOKED_AT)], after_blank)
        after_blank = False
