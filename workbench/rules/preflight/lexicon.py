"""The word lists of a rule book as patterns for folded text; each is made once."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from workbench.reading.folding import folded

if TYPE_CHECKING:
    from workbench.core.rule_book import RuleBook

_NEVER = re.compile(r"(?!)")


@lru_cache(maxsize=128)
def pattern(book: RuleBook, *names: str) -> re.Pattern[str]:
    """Return what finds any phrase of some word lists in folded text, longer ones first."""
    phrases = {folded(phrase) for name in names for phrase in book.lists.get(name, ())}
    if not phrases:
        return _NEVER
    told = sorted(phrases, key=lambda phrase: (-len(phrase), phrase))
    return re.compile(rf"(?<![\w'-])(?:{'|'.join(map(_as_pattern, told))})(?![\w-])")


@lru_cache(maxsize=128)
def word_set(book: RuleBook, name: str) -> frozenset[str]:
    """Return the folded phrases of one word list."""
    return frozenset(folded(phrase) for phrase in book.lists.get(name, ()))


def _as_pattern(phrase: str) -> str:
    return re.escape(phrase).replace(r"\ ", r"\s+").replace(r"\*", r"\w*")
