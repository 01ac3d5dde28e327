"""Graphemes: what a reader takes for one character (Unicode Annex 29, extended clusters)."""

from __future__ import annotations

import unicodedata

# This far before a position lies, in nearly every text, a place where a grapheme surely begins.
_NEAR = 64
# A grapheme longer than this is no writing; looking further back would read whole texts.
_FAR = 4096
_PLAIN = frozenset(
    {"Lu", "Ll", "Lt", "Nd", "Pc", "Pd", "Ps", "Pe", "Pi", "Pf", "Po", "Zs", "Sc", "Sm", "So"}
)
# Letters without case that never join the one before: Hebrew, Arabic, Thai, Lao, kana, Han.
_PLAIN_RANGES = (
    *((0x5D0, 0x6FF), (0xE01, 0xE30), (0xE40, 0xE46), (0xE81, 0xEB0), (0xEC0, 0xEC6)),
    *((0x3041, 0x30FF), (0x3400, 0x9FFF), (0x20000, 0x323AF)),
)
_FLAG_LETTERS = range(0x1F1E6, 0x1F200)
_JOINER = "\u200d"
# Grapheme_Cluster_Break=Prepend in Unicode's GraphemeBreakProperty.txt.
_PREPENDED = frozenset(
    "\u0600\u0601\u0602\u0603\u0604\u0605\u06dd\u070f\u0890\u0891\u08e2\u0d4e"
    "\U000110bd\U000110cd\U000111c2\U000111c3\U000113d1\U0001193f\U00011941\U00011a3a\U00011a84"
    "\U00011a85\U00011a86\U00011a87\U00011a88\U00011a89\U00011d46\U00011f02"
)


def grapheme_start(text: str, position: int) -> int:
    """Return the start of the grapheme that a position lies inside of, else the position."""
    return _bounds(text, position)[0]


def grapheme_end(text: str, position: int) -> int:
    """Return the end of the grapheme that a position lies inside of, else the position."""
    return _bounds(text, position)[1]


def _bounds(text: str, position: int) -> tuple[int, int]:
    """Return the grapheme around a position, or twice the position where one begins."""
    if position <= 0 or position >= len(text) or _plainly_apart(text, position):
        return position, position
    import regex  # 30 ms that a launch does not pay

    for match in regex.finditer(r"\X", text, pos=_safe_start(text, position)):
        if match.end() > position:
            break
    else:
        return position, position
    return match.span() if match.start() < position else (position, position)


def _safe_start(text: str, position: int) -> int:
    """Return a place before a position where a grapheme surely begins."""
    farthest = max(0, position - _FAR)
    at = max(0, position - _NEAR)
    while at > farthest and not _plainly_apart(text, at):
        at -= 1
    return at


def _plainly_apart(text: str, at: int) -> bool:
    """Whether the characters around a place are plain enough to tell without a closer look."""
    before, after = text[at - 1], text[at]
    if "\n" in (before, after):
        return before != "\r"
    return before != _JOINER and before not in _PREPENDED and _is_plain(after)


def _is_plain(char: str) -> bool:
    """Whether a character joins the one before it only if that one is made for joining."""
    category = unicodedata.category(char)
    if category == "Lo":
        return any(first <= ord(char) <= last for first, last in _PLAIN_RANGES)
    return category in _PLAIN and ord(char) not in _FLAG_LETTERS
