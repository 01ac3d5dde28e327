"""Suggestions made in the program: which words are offered, and which of them changed."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from workbench.core.citation_mark import MARK_FORM
from workbench.core.review import Subject, SubjectKind
from workbench.reading.sentence import sentences
from workbench.rules.suggested_field import BASIS, LABEL, STATUS, field_text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from workbench.core.check import Check

_MARKS = re.compile(rf"(?:\s*{MARK_FORM})+\s*\Z")
_MARK = re.compile(MARK_FORM)
_WORD = re.compile(r"\s*\S+")


def sentence_at(text: str, start: int, end: int) -> tuple[int, int]:
    """Return the stretch of the sentences that a selection touches, without citations behind them.

    Positions count code points; for an empty selection the sentence that it stands in, or an empty
    stretch where no words stand.
    """
    bare = _MARK.sub(lambda mark: " " * len(mark[0]), text)  # or no sentence ends before a mark
    spans = [span for span in sentences(bare) if span[0] < max(end, start + 1) and span[1] >= start]
    if not spans:
        return (start, end) if start < end else (start, start)
    first, last = spans[0][0], spans[-1][1]
    if start < end:
        first, last = min(first, start), max(last, end)
    words = text[first:last]
    marks = _MARKS.search(words)
    last = first + (marks.start() if marks else len(words.rstrip()))
    first += len(words) - len(words.lstrip())
    return first, max(first, last)


def narrowed(start: int, was: str, now: str) -> tuple[int, int, str]:
    """Return where two wordings of a stretch differ, whole words: its start, its end, what is new.

    start: of the older wording in its field, in code points.
    """
    old, new = _words(was), _words(now)
    head = 0
    while head < min(len(old), len(new)) and old[head] == new[head]:
        head += 1
    tail = 0
    while tail < min(len(old), len(new)) - head and old[-1 - tail] == new[-1 - tail]:
        tail += 1
    before = sum(map(len, old[:head]))
    gone = sum(map(len, old[head : len(old) - tail]))
    came = "".join(new[head : len(new) - tail])
    words = was[before : before + gone]
    lead = len(words) - len(words.lstrip())
    if lead and came[:lead] == words[:lead]:  # the space before the first word that differs stays
        before, gone, came = before + lead, gone - lead, came[lead:]
    return start + before, start + before + gone, came


def suggested_instead(old: Check, new: Check) -> tuple[tuple[Subject, str], ...]:
    """Return fields with what would stand there, if an edit chose nothing but these.

    Empty for an edit that does anything else: then it is no suggestion that somebody makes by
    pressing a button.
    """
    told = tuple(_chosen(old, new))
    return told if len(told) == 1 else ()


def is_whole(subject: Subject) -> bool:
    """Return whether a suggestion is for all that stands in a field, never for words in it."""
    return subject.kind is SubjectKind.CHECK or subject.field == BASIS


def _chosen(old: Check, new: Check) -> Iterator[tuple[Subject, str]]:
    before = {claim.id: claim for claim in old.claims}
    for claim in new.claims:
        was = before.get(claim.id)
        if was is not None and was.status is not claim.status:
            yield Subject(kind=SubjectKind.CLAIM, item=claim.id, field=STATUS), claim.status.value
    label = Subject(kind=SubjectKind.CHECK, field=LABEL)
    was_label, now_label = field_text(old, label), field_text(new, label)
    if now_label and was_label != now_label:
        yield label, now_label


def _words(text: str) -> list[str]:
    """Return a text in words, each with the space before it."""
    found = _WORD.findall(text)
    rest = text[sum(map(len, found)) :]
    return [*found, rest] if rest else found
