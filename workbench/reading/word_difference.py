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


def word_difference(old: str, new: str) -> tuple[tuple[Piece, ...], tuple[Piece, ...]]:
    """Return both wordings in pieces; joined, the pieces of each are that wording exactly.

    Words that differ in nothing but case, accents and the shape of quotes are no difference.
    """
    # 30 ms that a launch does not pay
    from rapidfuzz.distance import LCSseq

    before, after = _words(old), _words(new)
    same_old, same_new = set[int](), set[int]()
    keys = [[squeezed(word.strip()).text for word in words] for words in (before, after)]
    for block in LCSseq.opcodes(*keys).as_matching_blocks():
        same_old.update(range(block.a, block.a + block.size))
        same_new.update(range(block.b, block.b + block.size))
    return _joined(before, same_old), _joined(after, same_new)


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
