"""Words of a line as tokens that two texts can be compared by, and where both have the same ones.

Tokens differ in case and accents, but not in the shape of quotes and dashes: word processors change
those on their own.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

_UNSPACED = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff"
_LETTER = rf"[^\W{_UNSPACED}]"
_TOKEN = re.compile(
    rf"https?://[^\s<>]*[^\s<>.,;:!?)\]]|\[\d{{1,3}}\]|\.{{3}}|…|[{_UNSPACED}]"
    rf"|{_LETTER}+(?:[.,:’'\-‐‑–/@&]{_LETTER}+)*|[^\w\s]"
)
_SHAPES = str.maketrans(
    dict.fromkeys("‘’‚‛′`´", "'")
    | dict.fromkeys("“”„‟″«»", '"')
    | dict.fromkeys("‐‑‒–—―−", "-")
    | dict.fromkeys("\u00ad\u200b\u200c\u200d\u2060\ufeff\u200e\u200f", None)
)
BREAK_KEY = "\n"
"""Key of the end of a line among the tokens of several."""


class Token(NamedTuple):
    """A word or sign: what it is compared by, and where it stands in its text."""

    key: str
    start: int
    end: int


def tokens_of(text: str) -> tuple[Token, ...]:
    """Return the words and signs of a text, in order."""
    found = (Token(key_of(match[0]), match.start(), match.end()) for match in _TOKEN.finditer(text))
    return tuple(token for token in found if token.key)


def key_of(word: str) -> str:
    """Return what a word is compared by."""
    return "…" if word == "..." else word.translate(_SHAPES)


def common(one: Sequence[str], other: Sequence[str]) -> list[tuple[int, int]]:
    """Return pairs of places where two rows of keys have the same, both in order."""
    from rapidfuzz.distance import LCSseq  # 30 ms that a launch does not pay

    pairs: list[tuple[int, int]] = []
    for block in LCSseq.opcodes(one, other).as_matching_blocks():
        pairs += [(block.a + step, block.b + step) for step in range(block.size)]
    return pairs


def run_in(keys: Sequence[str], wanted: Sequence[str], start: int = 0) -> int:
    """Return where a run of keys stands in a row from a place on; -1 if nowhere."""
    if not wanted:
        return -1
    last = len(keys) - len(wanted)
    for at in range(start, last + 1):
        if keys[at] == wanted[0] and list(keys[at : at + len(wanted)]) == list(wanted):
            return at
    return -1
