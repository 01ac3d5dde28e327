"""Tellings: the clauses of a text, each with how strongly it tells what it tells.

The word ladder: confirmed, flat, reported (somebody else's words), hedged, open. A clause tells
flatly when nothing in it says who says so, holds back or leaves it open.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import IntEnum
from functools import lru_cache
from typing import TYPE_CHECKING

from workbench.reading.folding import folded
from workbench.reading.sentence import sentences
from workbench.reading.stem import stem
from workbench.rules.preflight.lexicon import pattern, word_set

if TYPE_CHECKING:
    from collections.abc import Iterator

    from workbench.core.rule_book import RuleBook

_WORD = re.compile(r"[^\W_]+(?:'[^\W_]+)*")
_BREAK = re.compile(
    r";|\s[—–]\s|,?\s(?:but|while|although|though|whereas)\s(?=\w)|,\syet\s"
    r"|,\sand\s(?=(?:[\w’'-]+\s){1,4}(?:is|are|was|were|has|have|had|will|did|does|would|cannot|denies|says|knows|[a-z]+ed)\b)"
)
_NUMBER = re.compile(r"(?<![\w.,-])[$€£]?\d+(?:[.,:]\d+)*\s?%?(?![\w-])")
_QUOTED = re.compile(r'"[^"\n]{1,600}"')
_BULLET = re.compile(r"[-*+•·‣◦▪●–]\s|\(?\d{1,3}[.)]\s")
_NOT_CONTRACTED = re.compile(r"\b\w+n't\b")
_MONTH_MAY = re.compile(
    r"\bMay(?=\s+\d)|(?<=\d\s)May\b|(?<=\b[Ii]n\s)May\b|(?<=\b[Bb]y\s)May\b|(?<=\b[Ll]ast\s)May\b"
    r"|(?<=\b[Uu]ntil\s)May\b|(?<=\b[Ss]ince\s)May\b|(?<=\b[Ll]ate\s)May\b|(?<=\b[Oo]f\s)May\b"
)
_NAME = re.compile(
    r"[^\W\d_a-z][\w’'.-]*(?:\s+(?:(?:of|for|the|de|van|von|al)\s+){0,2}[^\W\d_a-z][\w’'.-]*)*"
)


class Level(IntEnum):
    """How strongly a clause tells; the higher, the more it says."""

    OPEN = 0
    HEDGED = 1
    REPORTED = 2
    FLAT = 3
    CONFIRMED = 4


@dataclass(frozen=True, slots=True)
class Telling:
    """One clause of a text.

    Attributes:
        start, end: code points of the text.
        stems: stems of its content words, names among them, times and numbers not.
        numbers: as written, without spaces.
        paragraph: number of the sentence's paragraph.
        is_anaphoric: whether it begins by pointing back: "She", "The call".

    """

    start: int
    end: int
    text: str
    folded: str
    level: Level
    stems: frozenset[str]
    numbers: frozenset[str]
    sentence: int
    paragraph: int
    is_negative: bool
    is_anaphoric: bool


@lru_cache(maxsize=512)
def tellings(text: str, book: RuleBook) -> tuple[Telling, ...]:
    """Return the clauses of a plain text in order."""
    found: list[Telling] = []
    paragraph = 0
    last = 0
    for number, (start, end) in enumerate(sentences(text)):
        if text.count("\n", last, start) > 1 or _BULLET.match(text, start):
            paragraph += 1
        last = end
        found += _of_sentence(text, start, end, number, paragraph, book)
    return tuple(found)


@lru_cache(maxsize=4096)
def stems_of(text: str, book: RuleBook) -> frozenset[str]:
    """Return the stems of the content words of a text; times and numbers are left out."""
    return frozenset(_stems(folded(text), book))


@lru_cache(maxsize=4096)
def names_of(text: str, book: RuleBook) -> tuple[frozenset[str], ...]:
    """Return the names in a sentence, each as the stems of its words; any one of them tells it."""
    no_name = word_set(book, "no_name")
    names = []
    for match in _NAME.finditer(_without_months(text)):
        words = [word[0] for word in _WORD.finditer(folded(match[0]))]
        told = {stem(word) for word in words if word not in no_name and len(word) > 1}
        told -= {stem(word) for word in word_set(book, "stop") | word_set(book, "time")}
        if told:
            names.append(frozenset(_alike(one, book) for one in told))
    return tuple(dict.fromkeys(names))


def stems_in_order(text: str, book: RuleBook) -> tuple[list[str], list[str]]:
    """Return all words of a text, folded, and their stems, in order."""
    words = [word[0].removesuffix("'s") for word in _WORD.finditer(folded(text))]
    return words, [_alike(stem(word), book) for word in words]


def level_of(text: str, book: RuleBook) -> Level:
    """Return how strongly a stretch of text tells what it tells."""
    plain = _without_months(text)
    words = _QUOTED.sub(lambda match: " " * len(match[0]), folded(plain))
    if _is_open(text, words, book):
        return Level.OPEN
    if pattern(book, "confirm").search(words):
        return Level.CONFIRMED
    if pattern(book, "hedge").search(words):
        return Level.HEDGED
    return Level.REPORTED if pattern(book, "attribution").search(words) else Level.FLAT


def is_unconfirmed(text: str, book: RuleBook) -> bool:
    """Whether a stretch of text says in so many words that something is not confirmed."""
    return bool(pattern(book, "unconfirmed").search(folded(text)))


def _is_open(text: str, words: str, book: RuleBook) -> bool:
    return (
        text.rstrip(" \"”’')*_").endswith("?")
        or bool(pattern(book, "open").search(words))
        or bool(_NOT_CONTRACTED.search(words))
    )


def _of_sentence(
    text: str, start: int, end: int, number: int, paragraph: int, book: RuleBook
) -> Iterator[Telling]:
    attributed = False
    label_is_open = is_unconfirmed(text[start:end].split(":", 1)[0], book)
    for first, last in _clauses(text, start, end):
        words = text[first:last]
        level = level_of(words, book)
        if level in (Level.FLAT, Level.CONFIRMED) and label_is_open and ":" in text[start:end]:
            level = Level.OPEN
        if level is Level.FLAT and (attributed or text[start:end].rstrip().endswith("?")):
            level = Level.REPORTED if attributed else Level.OPEN
        attributed = attributed or bool(pattern(book, "attribution").search(folded(words)))
        plain = folded(words)
        yield Telling(
            start=first,
            end=last,
            text=words,
            folded=plain,
            level=level,
            stems=frozenset(_stems(plain, book)),
            numbers=frozenset(match[0].replace(" ", "") for match in _NUMBER.finditer(words)),
            sentence=number,
            paragraph=paragraph,
            is_negative=_is_open("", _QUOTED.sub("", plain), book),
            is_anaphoric=bool(_ANAPHORIC.match(plain)),
        )


_ANAPHORIC = re.compile(
    r"\W*(?:(?:he|she|it(?!\s+(?:is|was|has\s+been)\s+(?:now\s+)?(?:confirmed|certain|clear|true))|they|both|neither|also|that|this|these|those|there|then)\b"
    r"|the\s+(?:two|call|meeting|report|outlet|pair|article|story|text|letter|deal|talks|visit"
    r"|statement|exchange|conversation|paper|newspaper|page|same)\b)"
)


def _clauses(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield the clauses of a sentence that may tell at different levels."""
    begin = start
    quoted = [match.span() for match in _QUOTED.finditer(folded(text[start:end]))]
    for match in _BREAK.finditer(text, start, end):
        at = match.start() - start
        if any(first <= at < last for first, last in quoted) or match.start() - begin < 12:
            continue
        yield begin, match.start()
        begin = match.end()
    yield begin, end


def _stems(plain: str, book: RuleBook) -> Iterator[str]:
    stop, time = word_set(book, "stop"), word_set(book, "time")
    for match in _WORD.finditer(plain):
        word = match[0].removesuffix("'s")
        if word not in stop and word not in time and len(word) > 1 and not word[0].isdigit():
            yield _alike(stem(word), book)


def _alike(one: str, book: RuleBook) -> str:
    return _same(book).get(one, one)


@lru_cache(maxsize=8)
def _same(book: RuleBook) -> dict[str, str]:
    """Return for each stem the one that stands for all words that tell the same."""
    found: dict[str, str] = {}
    for group in book.lists.get("same", ()):
        stems = [stem(word) for word in group.split()]
        found.update(dict.fromkeys(stems[1:], stems[0]))
    return {one: other for one, other in found.items() if one != other}


def _without_months(text: str) -> str:
    return _MONTH_MAY.sub("Mmm", text)
