"""Word differences: which words of one wording are not in another, in their order."""

from __future__ import annotations

import re
from typing import NamedTuple

from workbench.reading.folding import squeezed

_WORD = re.compile(r"\S+\s*|\s+")
# Scripts without spaces are compared letter by letter, or all of a quote would be one word.
_LETTER = re.compile(r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff]")


class Piece(NamedTuple):
    """A stretch of a wording, and whether the other wording lacks it."""

    text: str
    differs: bool


class Change(NamedTuple):
    """A stretch of two wordings told together.

    Attributes:
        kept: what both have, as the newer one writes it; empty where they differ.
        gone: what only the older one has; empty where nothing went.
        new: what only the newer one has; empty where nothing came.

    """

    kept: str
    gone: str
    new: str


def word_difference(old: str, new: str) -> tuple[tuple[Piece, ...], tuple[Piece, ...]]:
    """Return both wordings in pieces; joined, the pieces of each are that wording exactly.

    Words that differ in nothing but case, accents and the shape of quotes are no difference.
    """
    before, after = _words(old), _words(new)
    same_old, same_new = set[int](), set[int]()
    for first, second, size in _common(before, after):
        same_old.update(range(first, first + size))
        same_new.update(range(second, second + size))
    return _joined(before, same_old), _joined(after, same_new)


def word_changes(old: str, new: str) -> tuple[Change, ...]:
    """Return two wordings told together, in order; what went comes before what came in its place.

    Differences are those of `word_difference`. Joined, what is kept and what is new is the new
    wording exactly.
    """
    before, after = _words(old), _words(new)
    told: list[Change] = []
    place_old = place_new = 0
    for first, second, size in (*_common(before, after), (len(before), len(after), 0)):
        gone, came = "".join(before[place_old:first]), "".join(after[place_new:second])
        if gone or came:
            told.append(Change("", gone, came))
        place_old, place_new = first + size, second + size
        if size:
            told.append(Change("".join(after[second:place_new]), "", ""))
    return tuple(told)


def words_differing(changes: tuple[Change, ...]) -> int:
    """Return how many words differ: one that stands in place of another counts once."""
    return sum(max(len(one.gone.split()), len(one.new.split())) for one in changes)


def _common(before: list[str], after: list[str]) -> list[tuple[int, int, int]]:
    """Return the runs of words that both have: place in the first, in the second, how many."""
    # 30 ms that a launch does not pay
    from rapidfuzz.distance import LCSseq

    keys = [[squeezed(word.strip()).text for word in words] for words in (before, after)]
    blocks = LCSseq.opcodes(*keys).as_matching_blocks()
    return [(block.a, block.b, block.size) for block in blocks if block.size]


def _words(text: str) -> list[str]:
    words: list[str] = []
    for match in _WORD.finditer(text):
        parts = _LETTER.findall(match[0])
        if len(parts) > 1 and len(parts) > len(match[0]) // 2:
            words += match[0]
        else:
            words.append(match[0])
    return words


def _joined(words: list[str], same: set[int]) -> tuple[Piece, ...]:
    pieces: list[Piece] = []
    for number, word in enumerate(words):
        differs = number not in same
        if pieces and pieces[-1].differs is differs:
            pieces[-1] = Piece(pieces[-1].text + word, differs)
        else:
            pieces.append(Piece(word, differs))
    return tuple(pieces)
