"""Which line is the headline. A line that may as well be something else is none."""

from __future__ import annotations

import re
from itertools import takewhile
from typing import TYPE_CHECKING, NamedTuple

from workbench.reading.masthead import LineKind, Masthead, ReadLine, is_sentence
from workbench.reading.signer import is_outlet

if TYPE_CHECKING:
    from collections.abc import Sequence

_LONGEST = 220
_NO_END = re.compile(r"(?:[a-z\d”’\"')][.]|[,;:])['\"”’)]{0,2}\Z")
_NO_START = re.compile(
    r"[•‣◦*▪●>|–—-]\s|\d{1,2}[.)]\s|(?:dear|hi|hello|good (?:morning|evening))\b", re.I
)
_LABELS = re.compile(
    r"(?:archives? (?:for|of)\b.*"
    r"|quick read|key (?:points|takeaways)|summary|highlights|at a glance|tl;?dr|in brief"
    r"|q(?:uestion)?|transcript|notes?|draft|abstract|introduction|page \d+"
    r"|what (?:happened|to know))[:.]?\Z",
    re.IGNORECASE,
)
_SPEAKER = re.compile(r"[A-Z][A-Z .'’-]{2,40}(?:\([^)]{0,30}\))?:\s")
_WRAPPED = range(50, 101)
_SHORT_KICKER = 2
_KICKER = 3


class Headline(NamedTuple):
    """The headline: its words without the outlet that a page's title ends with."""

    read: ReadLine
    words: str
    outlet: str
    is_named: bool


def headline_of(masthead: Masthead) -> Headline | None:
    """Return the headline of a text, or None if no line is clearly it."""
    for read in masthead.head:
        if read.kind is LineKind.HEADER and read.key in ("title", "headline", "subject"):
            return Headline(read, read.value, "", is_named=True)
        if read.credit and read.credit.begin:
            return Headline(read, read.line.words[: read.credit.begin].strip(), "", is_named=False)
    lines = [*masthead.head, *masthead.body]
    above = [read for read in masthead.head if read.kind is LineKind.PROSE]
    short = takewhile(lambda read: not is_sentence(read.line.words), masthead.body)
    candidates = above or [read for read in short if read.kind is LineKind.PROSE]
    if not candidates:
        return None
    chosen = _chosen(candidates, lines)
    if chosen is None:
        return None
    words, outlet = _without_outlet(chosen.line.words)
    return Headline(chosen, words.removeprefix("# ").strip(), outlet, is_named=False)


def masthead_outlet(masthead: Masthead) -> ReadLine | None:
    """Return the line above the headline that holds the name of an outlet alone, or None."""
    prose = [read for read in masthead.head if read.kind is LineKind.PROSE]
    if len(prose) > 1 and _is_outlet_alone(prose[0].line.words):
        return prose[0]
    return None


def _chosen(candidates: Sequence[ReadLine], lines: Sequence[ReadLine]) -> ReadLine | None:
    if len(candidates) > 1 and _is_outlet_alone(candidates[0].line.words):
        candidates = candidates[1:]
    first = candidates[0]
    has_credits = any(read.kind is LineKind.CREDIT for read in lines)
    if _is_kicker(first, candidates[1:]):
        if len(first.line.words.split()) > _SHORT_KICKER and not first.line.words.isupper():
            return None  # "Bridge stays shut" above a line as long as a headline: either may be it
        first = candidates[1]
    is_long = has_credits and len(candidates) > 1 and len(first.line.words.split()) > _KICKER + 1
    return first if _is_headline(first, _following(first, lines), is_long=is_long) else None


def _is_kicker(first: ReadLine, others: Sequence[ReadLine]) -> bool:
    """Whether a line is a topic above the headline."""
    if not others or len(first.line.words.split()) > _KICKER:
        return False
    second = others[0].line.words
    return len(second.split()) > _KICKER + 1 and not _NO_END.search(second)


def _following(first: ReadLine, lines: Sequence[ReadLine]) -> ReadLine | None:
    """Return the first line behind another that says something."""
    places = (index for index, read in enumerate(lines) if read is first)
    rest = lines[next(places) + 1 :]
    return next((read for read in rest if read.kind is not LineKind.CHROME), None)


def _is_headline(read: ReadLine, following: ReadLine | None, *, is_long: bool) -> bool:
    """Whether a line reads as a headline and what follows as what stands below one.

    One that `is_long` stands above credits; below it, a second short line may come first.
    """
    words = read.line.words
    if following is None or not read.line.is_whole or len(words) > _LONGEST or read.dateline:
        return False
    has_form = len(words.split()) > 1 and (
        words[0].isupper() or words[0] in "\"'“‘#¿¡" or words[0].isdigit()
    )
    is_other = _NO_END.search(words) or _NO_START.match(words) or _LABELS.match(words)
    if not has_form or is_other or _SPEAKER.match(words):
        return False
    if following.kind is not LineKind.PROSE:
        return following.kind is not LineKind.CHROME
    if _is_wrapped(read, following):
        return False
    return is_long or bool(following.dateline) or is_sentence(following.line.words)


def _is_wrapped(read: ReadLine, following: ReadLine) -> bool:
    """Whether two lines are one paragraph in a text with short lines."""
    if following.line.after_blank:
        return False
    if following.line.words[:1].islower():
        return True
    is_even = len(read.line.words) in _WRAPPED and len(following.line.words) in _WRAPPED
    return is_even and not is_sentence(following.line.words)


def _is_outlet_alone(words: str) -> bool:
    return len(words.split()) > 1 and is_outlet(words.title() if words.isupper() else words)


def _without_outlet(words: str) -> tuple[str, str]:
    """Return a headline and the outlet behind its last bar or dash, as in a page's title."""
    head, bar, tail = words.rpartition(" | ")
    if not bar:
        head, bar, tail = words.rpartition(" - ")
    if bar and len(head.split()) > 2 and is_outlet(tail.strip()):
        return head.strip(), tail.strip()
    return words, ""
