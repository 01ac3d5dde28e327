"""What stands around a stretch of text, cut at words: so much that a person knows the place."""

from __future__ import annotations

from typing import NamedTuple

from workbench.reading.sentence import sentences

_REACH = 1_000
"""Code points looked at on either side for the ends of a sentence."""


class Surrounding(NamedTuple):
    """The words before a stretch, its own, and those behind it; white space folded."""

    before: str
    words: str
    after: str

    @property
    def text(self) -> str:
        """All of it."""
        return f"{self.before}{self.words}{self.after}"


def surrounding(text: str, start: int, end: int, length: int = 70) -> Surrounding:
    """Return a stretch with up to so many code points on either side, marked where they are cut."""
    first, last = max(0, start - length), min(len(text), end + length)
    before, after = text[first:start], text[end:last]
    if first and not text[first - 1].isspace():
        before = before.partition(" ")[2] or before
    if last < len(text) and not text[last].isspace():
        after = after.rpartition(" ")[0] or after
    return Surrounding(
        ("… " if first else "") + _folded(before.lstrip()),
        _folded(text[start:end]),
        _folded(after.rstrip()) + (" …" if last < len(text) else ""),
    )


def sentence_around(text: str, start: int, end: int) -> Surrounding:
    """Return a stretch with the rest of the sentences that it begins and ends in."""
    low, high = max(0, start - _REACH), min(len(text), end + _REACH)
    found = [(low + first, low + last) for first, last in sentences(text[low:high])]
    begin = max((first for first, _ in found if first <= start), default=low)
    stop = min((last for _, last in found if last >= end), default=high)
    return Surrounding(
        _folded(text[begin:start]), _folded(text[start:end]), _folded(text[end : max(stop, end)])
    )


def _folded(words: str) -> str:
    """Return words on one line; a space at either end stays one space."""
    line = " ".join(words.split())
    if not line:
        return " " if words else ""
    return " " * words[0].isspace() + line + " " * words[-1].isspace()
