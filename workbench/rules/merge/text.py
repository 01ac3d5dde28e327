"""Joining two versions of a text sentence by sentence, as diff3 does with lines.

Two people may change different sentences of one text; a sentence that both changed is never put
together from halves, because nobody would have written it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import pairwise

_BREAK = re.compile(r"(?<=[.!?…])(?:[\"”’»)\]*_]|\[\^\w+\])*(\s+)|(\s*\n\s*)")


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
    now: tuple[str, ...]


def joined_text(base: str, first: str, second: str) -> JoinedText:
    """Return two versions of a base in one; swapping them swaps only the two results."""
    ground = sentences(base)
    regions = _regions(ground, _edits(ground, first), _edits(ground, second))
    texts: tuple[list[str], list[str]] = ([], [])
    done = 0
    for start, end, mine, yours in regions:
        for text in texts:
            text += ground[done:start]
        one, other = _applied(ground, start, end, mine), _applied(ground, start, end, yours)
        if not mine or not yours:
            one = other = one if mine else other
        texts[0].extend(one)
        texts[1].extend(other)
        done = end
    return JoinedText(*("".join([*text, *ground[done:]]) for text in texts))


def sentences(text: str) -> list[str]:
    """Return a text in pieces, sentences and the blanks between them in turn."""
    cuts = {0, len(text)}
    for found in _BREAK.finditer(text):
        cuts.update(found.span(1 if found.group(1) is not None else 2))
    return [text[start:end] for start, end in pairwise(sorted(cuts))]


def _edits(ground: list[str], text: str) -> list[_Edit]:
    now = sentences(text)
    matcher = SequenceMatcher(None, ground, now, autojunk=False)
    return [
        _Edit(start, end, tuple(now[first:last]))
        for tag, start, end, first, last in matcher.get_opcodes()
        if tag != "equal"
    ]


def _regions(
    ground: list[str], first: list[_Edit], second: list[_Edit]
) -> list[tuple[int, int, list[_Edit], list[_Edit]]]:
    """Return the stretches of the base that were changed, with the edits of both in each."""
    regions: list[tuple[int, int, list[_Edit], list[_Edit]]] = []
    marked = [(edit, 0) for edit in first] + [(edit, 1) for edit in second]
    for edit, side in sorted(marked, key=lambda one: (one[0].start, one[0].end)):
        if regions and _touch(ground, regions[-1], edit):
            start, end, *sides = regions.pop()
            end = max(end, edit.end)
        else:
            start, end, sides = edit.start, edit.end, [[], []]
        sides[side].append(edit)
        regions.append((start, end, sides[0], sides[1]))
    return regions


def _touch(
    ground: list[str], region: tuple[int, int, list[_Edit], list[_Edit]], edit: _Edit
) -> bool:
    """Whether an edit changes what a region changes, or would run into its last sentence."""
    start, end, *sides = region
    if edit.start < end or edit.start == edit.end == start == end:
        return True
    if edit.start > end:
        return False
    last = max((one for side in sides for one in side), key=lambda one: (one.end, one.start))
    before = last.now[-1:] or ground[max(0, last.start - 1) : last.start] or [" "]
    after = edit.now[:1] or ground[edit.end : edit.end + 1]
    return any(
        (not one.strip()) == (not other.strip()) for one, other in zip(before, after, strict=False)
    )


def _applied(ground: list[str], start: int, end: int, edits: list[_Edit]) -> list[str]:
    """Return a stretch of the base with the edits of one side."""
    text, done = [], start
    for edit in edits:
        text += [*ground[done : edit.start], *edit.now]
        done = edit.end
    return [*text, *ground[done:end]]
