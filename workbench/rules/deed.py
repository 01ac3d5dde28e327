"""What an action says was done: its family, its direction, and who it says did it to whom."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from workbench.reading import english
from workbench.reading.folding import squeezed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from workbench.core.claim import Action
    from workbench.core.deed_family import DeedFamilies, DeedFamily

_WORD = re.compile(r"[^\W_]+(?:[’'-][^\W_]+)*")
_FILLERS = english.words(
    "a an the his her its their my our did does do has have had having been be being am is are was",
    "were will would to that then also again twice once first private personal brief short long",
    "new second another secret quiet friendly formal formally",
)
_DENIALS = english.words(
    "not never no n't deny denies denied refuse refuses refused decline declines declined without",
    "didn't doesn't don't hasn't haven't wasn't won't wouldn't couldn't cannot can't neither",
)
_ENDINGS = (
    ("ies", "y"), ("ied", "y"), ("es", ""), ("es", "e"), ("s", ""),
    ("ed", ""), ("ed", "e"), ("ing", ""), ("ing", "e"),
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Deed:
    """One kind of deed between two parties, as the words for it tell.

    Attributes:
        kind: the key of its family, else the words themselves.
        name: what readers call it.
        actor, recipient: in the direction that the words give it: of "took a call from" the
            recipient is the one who called.
        is_mutual: whether the words do not say who began.
        is_often: whether many do it to many and often.

    """

    kind: str
    name: str
    actor: str
    recipient: str
    is_mutual: bool = False
    is_often: bool = False


def deed_of(what: Action, families: DeedFamilies) -> Deed | None:
    """Return the deed that an action tells of; None if it tells of none, or denies it."""
    words = _words(what.action)
    if not words or not what.actor.strip() or any(word in _DENIALS for word in words):
        return None
    family, manner = _met(words, families)
    actor, recipient = what.actor.strip(), what.recipient.strip()
    if family is None:
        kind = " ".join(min(_plain_forms(word), key=len) for word in words if _tells(word))
        return Deed(kind=kind, name=what.action, actor=actor, recipient=recipient) if kind else None
    if manner == "taken":
        actor, recipient = recipient, actor
    return Deed(
        kind=family.key,
        name=family.name,
        actor=actor,
        recipient=recipient,
        is_mutual=manner == "together",
        is_often=family.often,
    )


def _tells(word: str) -> bool:
    return word not in _FILLERS and not word.endswith("ly") and word not in english.PREPOSITIONS


@lru_cache(maxsize=2048)
def _met(words: tuple[str, ...], families: DeedFamilies) -> tuple[DeedFamily | None, str]:
    """Return the family whose longest phrase stands in some words, and in which of its lists."""
    told = [word for word in words if word not in _FILLERS and not word.endswith("ly")]
    best: tuple[int, DeedFamily | None, str] = (0, None, "")
    for family in families:
        for manner in ("taken", "together", "verbs"):
            for phrase in getattr(family, manner):
                parts = [word for word in _words(phrase) if word not in _FILLERS]
                if len(parts) > best[0] and _stands(parts, told, exact=manner == "taken"):
                    best = (len(parts), family, manner)
    return best[1], best[2]


def _stands(parts: list[str], told: list[str], *, exact: bool) -> bool:
    """Whether the words of a phrase stand in a row."""
    forms = [(word,) if exact else tuple(_plain_forms(word)) for word in told]
    return bool(parts) and any(
        all(part in forms[at + place] for place, part in enumerate(parts))
        for at in range(len(told) - len(parts) + 1)
    )


@lru_cache(maxsize=4096)
def _words(text: str) -> tuple[str, ...]:
    return tuple(_WORD.findall(squeezed(text).text.replace("’", "'")))


def _plain_forms(word: str) -> Iterator[str]:
    """Yield what a word may be a form of: "calls" of "call"; some of it may be no word at all."""
    yield word
    for ending, put in _ENDINGS:
        if word.endswith(ending) and len(word) > len(ending) + 1:
            stem = word[: -len(ending)]
            yield stem + put
            if not put and len(stem) > 2 and stem[-1] == stem[-2]:
                yield stem[:-1]
