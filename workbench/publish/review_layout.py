"""The lines of a returned file that are words of the check, and those around them."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from workbench.core.returned import CopyKind
from workbench.publish.byline import byline
from workbench.publish.editors_copy import FLAG_WORDS
from workbench.publish.editors_wording import ANALYSIS_LINE, STAMP, THE_CHECK, title_of
from workbench.publish.escape import plain
from workbench.publish.front_matter import DRAFT_WORDS
from workbench.publish.review_generated import front_lines
from workbench.publish.review_line import sent_lines

if TYPE_CHECKING:
    from workbench.core.check import Check
    from workbench.core.returned import ReturnedLine, ReturnedText
    from workbench.house.house import House
    from workbench.publish.review_line import SentLine

_OWN = frozenset({DRAFT_WORDS, STAMP, ANALYSIS_LINE, "* * *"})
"""Lines that the program writes and that are nobody's words."""
_FLAG = re.compile("|".join(rf" ?\[{re.escape(words)}\]" for words in FLAG_WORDS.values()))


class Layout(NamedTuple):
    """What is compared with what.

    Attributes:
        base: lines that went out.
        returned: those that came back for them.
        around: lines of the editor's copy that stand around the check: lists, notes.

    """

    base: tuple[SentLine, ...]
    returned: tuple[ReturnedLine, ...]
    around: tuple[ReturnedLine, ...]


def layout_of(check: Check, returned: ReturnedText, house: House) -> Layout:
    """Return what of a file is to be compared with what of a check."""
    is_editors = is_editors_copy(returned)
    base = sent_lines(check, house, has_citations=not is_editors)
    notes = tuple(line for line in returned.lines if line.is_note)
    lines = tuple(
        line
        for line in returned.lines
        if not line.is_note and line.original.strip() not in _OWN and line.pieces
    )
    if is_editors:
        lines = tuple(_without_flags(line) for line in lines)
    if returned.format != "docx":
        return Layout(base, lines, notes)
    if is_editors:
        people = [f"By {plain(check.author)}"] if check.author.strip() else []
        people += [f"reviewed by {plain(check.reviewer)}"] if check.reviewer.strip() else []
        told = [line[:1].upper() + line[1:] for line in (", ".join(people),) if line]
        front = front_lines(check, title_of(check), told)
        lines, around = _without_lists(lines, len(told))
        return Layout((*front, *base), lines, (*around, *notes))
    front = front_lines(check, title_of(check), byline(check, house))
    return Layout((*front, *base), lines, notes)


def is_editors_copy(returned: ReturnedText) -> bool:
    """Return whether a file is an editor's copy, by what it says or else by its stamp."""
    if returned.identity.kind is not CopyKind.UNKNOWN:
        return returned.identity.kind is CopyKind.EDITOR
    return any(line.original.strip() == STAMP for line in returned.lines[:5])


def _without_lists(
    lines: tuple[ReturnedLine, ...], bylines: int
) -> tuple[tuple[ReturnedLine, ...], tuple[ReturnedLine, ...]]:
    """Return the headline, byline and the check itself, and the lists that stand before it."""
    for at, line in enumerate(lines):
        if line.level and line.original.strip() == THE_CHECK:
            head = 1 + bylines
            return (*lines[:head], *lines[at + 1 :]), lines[head:at]
    return lines, ()


def _without_flags(line: ReturnedLine) -> ReturnedLine:
    """Return a line without the flags that the editor's copy puts behind sentences."""
    text = "".join(piece.text for piece in line.pieces)
    cut = {at for match in _FLAG.finditer(text) for at in range(match.start(), match.end())}
    if not cut:
        return line
    pieces, begin = [], 0
    for piece in line.pieces:
        kept = [sign for at, sign in enumerate(piece.text, start=begin) if at not in cut]
        begin += len(piece.text)
        pieces.append(replace(piece, text="".join(kept)))
    return replace(line, pieces=tuple(pieces))
