"""The phrase that a sentence is about: its first one, behind what leads in to it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbench.reading import english
from workbench.reading.phrase import ROLE, Phrase, name_from, phrase_from

if TYPE_CHECKING:
    from collections.abc import Sequence

    from workbench.reading.token import Sentence, Token

_LEADS = english.words(
    "in on at after before when while as since during for with if although though despite asked",
    "speaking writing following from by under amid because appearing responding addressing to",
    "pressed once until upon through given citing referring noting calling using standing",
)
_FURTHEST = 40
"""Tokens within which the comma behind a lead-in is looked for."""


def leading_phrase(tokens: Sequence[Token], sentence: Sentence, limit: int) -> Phrase | None:
    """Return the phrase that a sentence is about: its first one behind what leads in to it."""
    at = _behind_dateline(tokens, sentence.first, limit)
    for _ in range(4):
        if at >= limit:
            return None
        word = tokens[at].text.lower()
        if word in ("but", "and", "still", "yet", "so", "then", "also", ",", "later", "now", "—"):
            at += 1
        elif word in _LEADS or (word.endswith("ing") and tokens[at].is_word):
            at = _behind_comma(tokens, at, limit)
        elif word in english.SKIPPED or word.endswith("ly"):
            at += 1
        else:
            break
    phrase = phrase_from(tokens, at, limit)
    if phrase is None or phrase.kind != ROLE or phrase.last + 2 >= limit:
        return phrase
    name = name_from(tokens, phrase.last + 1, limit)
    is_apposed = tokens[phrase.last].text == "," and name is not None and name.last < limit
    return name if is_apposed and name and tokens[name.last].text == "," else phrase


def _behind_dateline(tokens: Sequence[Token], at: int, limit: int) -> int:
    """Return the place behind "PORT MAREN (Coast Wire) —"."""
    for place in range(at, min(limit, at + 14)):
        if (
            tokens[place].text in ("—", "–", "-")
            and tokens[at].text[0] in "(ABCDEFGHIJKLMNOPQRSTUVWXYZ"
        ):
            is_behind = tokens[place - 1].text == ")" or tokens[at].text.isupper()
            return place + 1 if place > at and is_behind else at
    return at


def _behind_comma(tokens: Sequence[Token], at: int, limit: int) -> int:
    for place in range(at, min(limit, at + _FURTHEST)):
        if tokens[place].text == ",":
            return place + 1
    return limit
