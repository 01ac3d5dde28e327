"""Folding: the same words in other quotes, dashes, spaces, case or accents.

Folding serves finding only. What is stored and shown stays exactly as captured.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from functools import cache
from itertools import accumulate
from typing import NamedTuple

_SINGLE_QUOTES = frozenset("'`´ʹʻʼʽˈ‘’‚‛′‵‹›＇")
_DOUBLE_QUOTES = frozenset('"“”„‟″‶«»〝〞〟＂')
_DASHES = frozenset(
    "-\u2010\u2011\u2012\u2013\u2014\u2015\u2043\u2212\u2e3a\u2e3b\ufe58\ufe63\uff0d"
)
# Marks of the classes 7 and 9 (nukta, virama), and those without a class, spell Indic letters.
_SPELLING_CLASSES = frozenset({0, 7, 9})
# Above this many different characters, one pass of translate beats one replace for each.
_MANY_CHARACTERS = 400
# Soft hyphen and byte order mark; zero-width characters and direction marks; variation selectors.
_INVISIBLE_RANGES = ((0x200B, 0x200F), (0x202A, 0x202E), (0x2060, 0x2069), (0xFE00, 0xFE0F))
_INVISIBLE = frozenset("\u00ad\ufeff") | {
    chr(code) for first, last in _INVISIBLE_RANGES for code in range(first, last + 1)
}
# In folded text: U+0000 stands for the unseen; of some spaces the first is kept.
_SPACES = re.compile("   *")
_SPACES_AND_UNSEEN = re.compile("\0+| [ \0]+")


def folded(text: str) -> str:
    """Return text with quotes, dashes, spaces, case and accents made alike, as long as before.

    Code point n of the result stands for code point n of the text. Marks that stand on their own
    stay (`find_all` looks past them); a letter whose other case is longer stays as it is.
    """
    if text.isascii():
        return text.translate(_TABLE)
    distinct = set(text)
    if len(distinct) > _MANY_CHARACTERS:
        return text.translate(_TABLE)
    for char in distinct:
        plain = chr(_TABLE[ord(char)])
        if plain != char:
            text = text.replace(char, plain)
    return text


def find_all(text: str, needle: str) -> tuple[tuple[int, int], ...]:
    """Return where needle stands in text, folded, as (start, end) in code points of text.

    Any stretch of spaces and line ends counts as one space; accents count for nothing, whether
    they are part of a letter or marks behind it; invisible characters are looked past. Matches
    do not overlap; the marks behind the last letter belong to the match.
    """
    wanted = squeezed(needle).text
    if not wanted:
        return ()
    hay = squeezed(text)
    places = []
    at = hay.text.find(wanted)
    while at >= 0:
        places.append(hay.original(at, at + len(wanted)))
        at = hay.text.find(wanted, at + len(wanted))
    return tuple(places)


class Squeezed(NamedTuple):
    """Folded text without marks, invisible characters and all but the first of some spaces.

    Attributes:
        text: what is left, folded.
        starts: where in it each kept stretch begins.
        origins: where that stretch begins in the original.
        length: code points of the original.

    """

    text: str
    starts: tuple[int, ...]
    origins: tuple[int, ...]
    length: int

    def original(self, start: int, end: int) -> tuple[int, int]:
        """Return the stretch of the original that a non-empty stretch of this text stands for."""
        last = self._origin(end - 1)
        piece = bisect_right(self.origins, last) - 1
        next_origin = self.origins[piece + 1] if piece + 1 < len(self.origins) else self.length
        piece_end = self.origins[piece] + self._piece_length(piece)
        is_last_of_piece = last + 1 == piece_end
        # Spaces left out behind a space are not part of a match; marks behind a letter are.
        takes_rest = is_last_of_piece and self.text[end - 1] != " "
        return self._origin(start), next_origin if takes_rest else last + 1

    def _origin(self, at: int) -> int:
        piece = bisect_right(self.starts, at) - 1
        return self.origins[piece] + at - self.starts[piece]

    def _piece_length(self, piece: int) -> int:
        following = self.starts[piece + 1] if piece + 1 < len(self.starts) else len(self.text)
        return following - self.starts[piece]


def squeezed(text: str) -> Squeezed:
    """Return text folded and squeezed for finding, with the way back to its positions."""
    hay = _with_unseen_as_nul(folded(text))
    pattern = _SPACES_AND_UNSEEN if "\0" in hay else _SPACES
    left_out = [
        (match.start() + (match[0][0] == " "), match.end()) for match in pattern.finditer(hay)
    ]
    if not left_out:
        return Squeezed(hay, (0,), (0,), len(text))
    begins = [0, *(end for _, end in left_out)]
    ends = [*(start for start, _ in left_out), len(text)]
    pieces = [(begin, end) for begin, end in zip(begins, ends, strict=True) if begin < end]
    starts = accumulate((end - begin for begin, end in pieces[:-1]), initial=0)
    kept = "".join([hay[begin:end] for begin, end in pieces])
    return Squeezed(kept, tuple(starts), tuple(begin for begin, _ in pieces), len(text))


class _FoldingTable(dict[int, int]):
    """Folded code point of every code point met so far; worked out once, then remembered."""

    def __missing__(self, code: int) -> int:
        self[code] = ord(_folded_character(chr(code)))
        return self[code]


_TABLE = _FoldingTable()


def _folded_character(char: str) -> str:
    if char in _SINGLE_QUOTES:
        return "'"
    if char in _DOUBLE_QUOTES:
        return '"'
    if char in _DASHES:
        return "-"
    if char.isspace():
        return " "
    base = _base_letter(char)
    plain = next((form for form in (base.casefold(), base.lower()) if len(form) == 1), base)
    return plain if plain == char else _folded_character(plain)


def _base_letter(char: str) -> str:
    """Return the letter under the accents of a precomposed letter, or behind its full width."""
    decomposition = unicodedata.decomposition(char)
    while decomposition:
        form, _, codes = decomposition.rpartition("> ")
        first, *marks = (chr(int(code, 16)) for code in codes.split())
        if form not in ("", "<wide", "<narrow") or not all(map(_is_accent, marks)):
            break
        char = first
        decomposition = unicodedata.decomposition(char)
    return char


def _is_accent(char: str) -> bool:
    return unicodedata.combining(char) not in _SPELLING_CLASSES


def _with_unseen_as_nul(text: str) -> str:
    """Return text with every mark and invisible character as U+0000, which is invisible too."""
    if text.isascii():
        return text
    for char in _unseen().intersection(text):
        text = text.replace(char, "\0")
    return text


@cache
def _unseen() -> frozenset[str]:
    # The marks of Unicode begin at U+0300 and, but for variation selectors, end before U+1F000.
    return frozenset(filter(_is_accent, map(chr, range(0x300, 0x1F000)))) | _INVISIBLE
