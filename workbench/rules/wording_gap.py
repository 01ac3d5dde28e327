"""The wording gap: what the circulated wording says that the careful one does not."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from itertools import groupby
from typing import TYPE_CHECKING

from workbench.reading.folding import squeezed

if TYPE_CHECKING:
    from collections.abc import Iterator

_BETWEEN_WORDS = re.compile(r"[\s/—–…|]+|--+")


def words_lost(circulated: str, supported: str) -> tuple[str, ...]:
    """Return the words of the circulated wording that the careful one lost, in their order.

    Case, accents and punctuation do not count. A word that stands twice in one wording and once
    in the other is lost once: the last of its places.
    """
    return tuple(word for word, is_lost in _judged(circulated, supported) if is_lost)


def phrases_lost(circulated: str, supported: str) -> tuple[str, ...]:
    """Return the lost words as `words_lost` does, with neighbours joined to phrases."""
    runs = groupby(_judged(circulated, supported), key=lambda pair: pair[1])
    return tuple(" ".join(word for word, _ in run) for is_lost, run in runs if is_lost)


def _judged(circulated: str, supported: str) -> Iterator[tuple[str, bool]]:
    """Yield each word of the circulated wording, and whether the careful one lost it."""
    kept = Counter(_key(word) for word in _words(supported))
    for word in _words(circulated):
        yield word, kept[_key(word)] <= 0
        kept[_key(word)] -= 1


def _words(text: str) -> list[str]:
    """Return the words of a text without the punctuation around them."""
    words = (_without_edges(word) for word in _BETWEEN_WORDS.split(text))
    return [word for word in words if word]


def _without_edges(word: str) -> str:
    start, end = 0, len(word)
    while start < end and _is_punctuation(word[start]):
        start += 1
    while end > start and _is_punctuation(word[end - 1]):
        end -= 1
    return word[start:end]


def _is_punctuation(char: str) -> bool:
    # Currency and other mathematical signs carry meaning: "$5" is not "5".
    return unicodedata.category(char)[0] in "PCZ" and char not in "%&#@§"


def _key(word: str) -> str:
    return squeezed(word).text
