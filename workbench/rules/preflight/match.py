"""Matching: whether a clause tells what a statement says, in the same direction."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from workbench.rules.preflight.telling import names_of, stems_in_order, stems_of

if TYPE_CHECKING:
    from workbench.core.rule_book import RuleBook
    from workbench.rules.preflight.telling import Telling

_LEAST = 0.6
"""Share of a statement's words, names aside, that a clause has to have."""
_SAME = 0.75
"""Share of the words of a clause that stand in another telling of the same thing."""


def tells(telling: Telling, statement: str, book: RuleBook) -> bool:
    """Whether a clause tells what a statement says: all its names, most of its other words."""
    names = names_of(statement, book)
    named: frozenset[str] = frozenset().union(*names)
    words = stems_of(statement, book) - named
    if not words or not (names or len(words) > 1):
        return False
    missing = sum(not (name & telling.stems) for name in names)
    if missing > (0 if len(names) < 4 else 1):
        return False
    shared = len(words & telling.stems)
    if shared < _LEAST * len(words) or (not names and shared < 2):
        return False
    return not _is_turned(telling, statement, names, book)


def is_borne_out(telling: Telling, confirmed: str, book: RuleBook) -> bool:
    """Whether a clause may well tell what is listed as confirmed, whatever it calls the people."""
    named: frozenset[str] = frozenset().union(*names_of(confirmed, book))
    words = stems_of(confirmed, book) - named
    shared = len(words & telling.stems)
    return tells(telling, confirmed, book) or (shared > 1 and shared >= _LEAST * len(words))


def likeness(one: frozenset[str], other: frozenset[str]) -> float:
    """Return which share of the shorter one's stems stands in the other."""
    if not one or not other:
        return 0.0
    return len(one & other) / min(len(one), len(other))


def is_retold(telling: Telling, other: Telling, book: RuleBook) -> bool:
    """Whether another clause tells the same: nearly all words and every name of this one."""
    if len(telling.stems) < 3:
        return False
    if len(telling.stems & other.stems) < _SAME * len(telling.stems):
        return False
    names = names_of(telling.text, book)
    if any(not (name & other.stems) for name in names):
        return False
    return not _is_turned(other, telling.text, names, book)


def _is_turned(
    telling: Telling, statement: str, names: tuple[frozenset[str], ...], book: RuleBook
) -> bool:
    """Whether the clause has the statement's two parties the other way round."""
    if len(names) < 2:
        return False
    order = _order(statement, names[0], names[1], book)
    verbs = order[0] - names[0] - names[1]
    if not verbs:
        return False
    between, is_forward, by = _order(telling.text, names[0], names[1], book)
    if not between & verbs or is_forward is None:
        return False
    return bool(is_forward == by)


@lru_cache(maxsize=8192)
def _order(
    text: str, first: frozenset[str], second: frozenset[str], book: RuleBook
) -> tuple[frozenset[str], bool | None, bool]:
    """Return the stems between two names, whether the first comes first, and a "by" between."""
    words, stems = stems_in_order(text, book)
    ones = [at for at, one in enumerate(stems) if one in first]
    others = [at for at, one in enumerate(stems) if one in second]
    if not ones or not others:
        return frozenset(), None, False
    is_forward = ones[0] < others[0]
    if is_forward:
        begin, end = max(at for at in ones if at < others[0]), others[0]
    else:
        begin, end = max(at for at in others if at < ones[0]), ones[0]
    return frozenset(stems[begin + 1 : end]), is_forward, "by" in words[begin + 1 : end]
