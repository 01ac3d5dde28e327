"""Joining two versions of a text sentence by sentence, as diff3 does with lines.

Two people may change different sentences of one text; a sentence that both changed is never put
together from halves, because nobody would have written it. The blanks before a sentence come with
it, and a paragraph that was begun there is a change of it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import NamedTuple

_SENTENCE = re.compile(
    r"(?P<lead>\s*)(?P<words>\S(?:[^\n]*?[.!?…](?:[\"”’»)\]*_]|\[\^\w+\])*(?=\s|\Z)|[^\n]*))"
)


class Sentence(NamedTuple):
    """A sentence, and the blanks before it."""

    lead: str
    words: str


@dataclass(frozen=True, slots=True)
class JoinedText:
    """Two versions of a text in one.

    Attributes:
        first, second: the text if the first, or the second, is right where both changed the same
            sentence; equal if they never did.

    """

    first: str
    second: str


@dataclass(frozen=True, slots=True)
class _Edit:
    start: int
    end: int
    now: tuple[Sentence, ...]


@dataclass(slots=True)
class _Region:
    """A stretch of the base that was changed, with the edits of both sides in it."""

    start: int
    end: int
    edits: tuple[list[_Edit], list[_Edit]]


def joined_text(base: str, first: str, second: str) -> JoinedText:
    """Return two versions of a base in one; swapping them swaps only the two results."""
    if first in (base, second):
        return JoinedText(second, second)
    if second == base:
        return JoinedText(first, first)
    ground = sentences(base)
    texts: tuple[list[Sentence], list[Sentence]] = ([], [])
    done = 0
    for region in _regions(_edits(ground, first), _edits(ground, second)):
        mine, yours = (_applied(ground, region, edits) for edits in region.edits)
        if not all(region.edits):
            mine = yours = mine if region.edits[0] else yours
        for text, chosen in zip(texts, (mine, yours), strict=True):
            text += [*ground[done : region.start], *chosen]
        done = region.end
    return JoinedText(*(_written([*text, *ground[done:]]) for text in texts))


def sentences(text: str) -> list[Sentence]:
    """Return a text in sentences; blanks at its end are a sentence without words."""
    found = [Sentence(match["lead"], match["words"]) for match in _SENTENCE.finditer(text)]
    rest = text[sum(len(one.lead) + len(one.words) for one in found) :]
    return [*found, Sentence(rest, "")] if rest else found


def _written(text: list[Sentence]) -> str:
    """Return sentences as a text; no two of them run into each other."""
    kept = [one for at, one in enumerate(text) if one.words or at == len(text) - 1]
    words = [
        one.words if at == 0 else f"{one.lead or (' ' if one.words else '')}{one.words}"
        for at, one in enumerate(kept)
    ]
    return "".join(words)


def _edits(ground: list[Sentence], text: str) -> list[_Edit]:
    now = sentences(text)
    matcher = SequenceMatcher(
        None, [one.words for one in ground], [one.words for one in now], autojunk=False
    )
    edits = []
    for tag, start, end, first, last in matcher.get_opcodes():
        if tag != "equal" and end - start != last - first:
            edits.append(_Edit(start, end, tuple(now[first:last])))
            continue
        for at, other in zip(range(start, end), range(first, last), strict=True):
            if tag != "equal" or (
                at and other and ground[at].lead.count("\n") != now[other].lead.count("\n")
            ):
                edits.append(_Edit(at, at + 1, (now[other],)))
    return edits


def _regions(first: list[_Edit], second: list[_Edit]) -> list[_Region]:
    regions: list[_Region] = []
    marked = [(edit, 0) for edit in first] + [(edit, 1) for edit in second]
    for edit, side in sorted(marked, key=lambda one: (one[0].start, one[0].end)):
        if not regions or not _touch(regions[-1], edit):
            regions.append(_Region(edit.start, edit.end, ([], [])))
        last = regions[-1]
        last.end = max(last.end, edit.end)
        last.edits[side].append(edit)
    return regions


def _touch(region: _Region, edit: _Edit) -> bool:
    """Whether an edit changes what a region changes, or puts words in at the same place."""
    is_inside = edit.start < region.end
    return is_inside or edit.start == edit.end == region.start == region.end


def _applied(ground: list[Sentence], region: _Region, edits: list[_Edit]) -> list[Sentence]:
    """Return a stretch of the base with the edits of one side."""
    text, done = [], region.start
    for edit in edits:
        text += [*ground[done : edit.start], *edit.now]
        done = edit.end
    return [*text, *ground[done : region.end]]
