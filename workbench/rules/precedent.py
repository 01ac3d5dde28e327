"""Precedents: checks of the same workspace whose main claim is about the same matter.

Two claims are alike by the words that they share, weighted: names and rare words count most, words
that many checks of the workspace have count little, and common ones not at all. What has only
names in common is another matter about the same people, and is left out.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from workbench.core.case_line import CaseLine
from workbench.reading.folding import folded
from workbench.reading.stem import stem

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from workbench.core.deed_family import DeedFamilies
    from workbench.core.matter_word import MatterWords

_WORD = re.compile(r"\d+(?:[.,]\d+)*%?|[^\W\d_](?:[^\W_]|['’])*")
_NAME = 1.6
"""How much more a name weighs than another word as rare."""
_SMOOTHING = 20
"""Checks that are added in thought: in a small workspace every word would seem rare or common."""
_LEAST = 0.4
"""Likeness from which a check is told. Measured on tests/data/precedents.toml."""
_LEAST_SHARED = 2
"""Words besides names that two claims share at least; one is enough if there is a name."""
_SHOWN = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Precedent:
    """An earlier check that is alike.

    Attributes:
        likeness: from 0 to 1.
        shared: the words in common, the weightiest first, as they are spelt there.

    """

    line: CaseLine
    likeness: float
    shared: tuple[str, ...]


def precedents_of(
    this: CaseLine,
    others: Iterable[CaseLine],
    *,
    words: MatterWords,
    deeds: DeedFamilies = (),
    limit: int = _SHOWN,
) -> tuple[Precedent, ...]:
    """Return the checks whose main claim is like that of a check, the likest first.

    Args:
        this: the check that is worked on; among the others it is left out.
        others: of the workspace.
        words: those that say nothing about a claim, and those that tell of the same matter.
        deeds: which verbs tell of the same kind of deed: "phoned" and "called" are one word.
        limit: how many at most.

    """
    same = _same_words(deeds, words.alike)
    terms = {line.id: _terms(line, words.common, same) for line in others}
    mine = terms.setdefault(this.id, _terms(this, words.common, same))
    if not mine:
        return ()
    spread = Counter(key for found in terms.values() for key in found)
    weights = {
        key: math.log((len(terms) + _SMOOTHING) / (count + 1)) for key, count in spread.items()
    }
    found = []
    for line in others:
        if line.id == this.id:
            continue
        one = _likeness(line, mine, terms[line.id], weights)
        if one is not None and one.likeness >= _LEAST:
            found.append(one)
    found.sort(key=lambda one: (-one.likeness, one.line.id))
    return tuple(found[:limit])


@dataclass(frozen=True, slots=True)
class _Term:
    """A word of a claim: how it is spelt, whether it is a name, and whether people share it."""

    spelling: str
    is_name: bool
    is_core: bool


def _likeness(
    line: CaseLine,
    mine: Mapping[str, _Term],
    theirs: Mapping[str, _Term],
    weights: Mapping[str, float],
) -> Precedent | None:
    """Return how alike two claims are; None if they share too little to compare."""
    shared = mine.keys() & theirs.keys()
    names = {key for key in shared if mine[key].is_name and theirs[key].is_name}
    plain = len(shared) - len(names)
    if plain < (1 if names else _LEAST_SHARED) or len(shared) < _LEAST_SHARED:
        return None

    def weight(key: str, terms: Mapping[str, _Term]) -> float:
        return weights[key] * (_NAME if terms[key].is_name else 1)

    common = sum(min(weight(key, mine), weight(key, theirs)) for key in shared)
    # What only the careful wording says is left out of the whole: it tells of sources and days,
    # and a check in which much was found out would be like none.
    whole = math.sqrt(
        sum(weight(key, mine) for key in mine if mine[key].is_core or key in shared)
        * sum(weight(key, theirs) for key in theirs if theirs[key].is_core or key in shared)
    )
    told = sorted(shared, key=lambda key: (-weight(key, theirs), key))
    return Precedent(
        line=line,
        likeness=common / whole,
        shared=tuple(theirs[key].spelling for key in told),
    )


def _terms(line: CaseLine, common: frozenset[str], same: Mapping[str, str]) -> dict[str, _Term]:
    """Return the words of a check that say what it is about, by their stems."""
    terms: dict[str, _Term] = {}
    tells_names = line.language.partition("-")[0] != "de"  # German writes every noun large
    texts = (*line.wordings[:1], line.title, *line.wordings[1:])
    for place, text in enumerate(texts):
        is_core = place < 2 or not line.title.strip()
        for match in _WORD.finditer(text):
            word = match[0]
            plain = folded(word).removesuffix("'s").removesuffix("’s")
            if plain in common or (len(plain) < 2 and not plain.isdigit()):
                continue
            key = stem(plain)
            key = same.get(key, key)
            is_first = not text[: match.start()].strip(" \"'“”‘’(")
            is_name = tells_names and word[0].isupper() and not is_first
            known = terms.get(key)
            if known is None or (is_name and not known.is_name):
                terms[key] = _Term(word, is_name, is_core or bool(known and known.is_core))
    return terms


def _same_words(deeds: DeedFamilies, alike: tuple[tuple[str, ...], ...]) -> dict[str, str]:
    """Return the group of every word's stem; one in two groups belongs to the first."""
    same: dict[str, str] = {}
    for group in alike:
        for word in group:
            same.setdefault(stem(folded(word)), f"alike:{group[0]}")
    for family in deeds:
        for phrase in (*family.verbs, *family.taken, *family.together):
            if " " not in phrase:
                same.setdefault(stem(folded(phrase)), f"deed:{family.key}")
    return same
