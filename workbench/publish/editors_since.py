"""What changed since the copy that one editor saw last: the words of then beside those of now."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from workbench.core.export_record import ExportRecord
from workbench.publish.block import Run
from workbench.publish.change_list import TextChange, changes_between, differing_sentences
from workbench.publish.markdown import markdown_for
from workbench.publish.wording import day_words
from workbench.reading.word_difference import Piece, word_difference

if TYPE_CHECKING:
    from collections.abc import Iterable

    from workbench.core.check import Check
    from workbench.house.house import House

SINCE = "What changed since your last copy"
NOTHING = "Nothing that readers see."
BEFORE, NOW = "Before", "Now"
_FIRST_LINES = "Front matter"
_CITED = re.compile(r"(\[\d{1,3}\]) \(https?://[^\s)]*\)")
"""A citation with the address that it leads to, which the notes of the copy tell."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SinceLast:
    """Whom a copy is made for, and what changed since the one that they got before.

    Attributes:
        reader: by name.
        last: the record of that copy; None for the first.
        changes: what readers see changed since then, in the order of the check.

    """

    reader: str
    last: ExportRecord | None = None
    changes: tuple[TextChange, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ToldChange:
    """A change to be shown: where, then the sentences that were and those that are."""

    place: str
    was: tuple[Piece, ...]
    now: tuple[Piece, ...]


def since_last(
    check: Check, house: House, records: Iterable[ExportRecord], reader: str
) -> SinceLast:
    """Return what changed since the last copy for an editor, who is known by name."""
    name = " ".join(reader.split())
    theirs = [one for one in records if one.reader and _is_same(one.reader, name)]
    if not theirs:
        return SinceLast(reader=name)
    last = max(theirs, key=lambda one: (one.at, one.id))
    return SinceLast(
        reader=name,
        last=last,
        changes=changes_between(last.markdown, markdown_for(check, house)),
    )


def readers_of(records: Iterable[ExportRecord]) -> tuple[str, ...]:
    """Return who had an editor's copy of a check, the last one first."""
    newest = sorted(records, key=lambda one: (one.at, one.id), reverse=True)
    found: dict[str, str] = {}
    for one in newest:
        if one.reader:
            found.setdefault(" ".join(one.reader.split()).casefold(), one.reader)
    return tuple(found.values())


def since_words(since: SinceLast) -> str:
    """Return in a sentence whom the copy is for, and which one they had before."""
    if since.last is None:
        return f"Copy for {since.reader}, the first one"
    at = since.last.at
    when, count = f"{at:%H:%M} UTC", len(since.changes)
    changed = f"{count} {'place' if count == 1 else 'places'} changed" if count else "unchanged"
    return f"Copy for {since.reader}; {changed} since the last one, of {day_words(at)}, {when}"


def told_changes(since: SinceLast) -> tuple[ToldChange, ...]:
    """Return the changes with the words that differ told apart; only the sentences concerned."""
    found = []
    for change in since.changes:
        was, now = (_CITED.sub(r"\1", words) for words in differing_sentences(change))
        gone, new = word_difference(was, now)
        found.append(ToldChange(place=change.place or _FIRST_LINES, was=gone, now=new))
    return tuple(found)


def change_runs(label: str, pieces: Iterable[Piece]) -> tuple[Run, ...]:
    """Return one side of a change for a file without colours: words that differ are strong."""
    runs = [Run(f"{label}: ")]
    for piece in pieces:
        body = piece.text.rstrip()
        runs += [Run(body, strong=piece.differs), Run(piece.text[len(body) :])]
    return tuple(run for run in runs if run.text)


def _is_same(one: str, other: str) -> bool:
    return " ".join(one.split()).casefold() == other.casefold()
