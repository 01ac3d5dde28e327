"""Dates in a text, where they stand and what they say: stated, or waiting for an anchor."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import islice

from workbench.core.date import DateValue, stated
from workbench.reading.date_shape import WrittenDate, weekday_number, written_dates
from workbench.reading.relative_date import Relation, Unit, lean_of, relative_dates

MOST = 5_000
"""The most dates that are noted in one text; no article has as many."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DateMention:
    """A date in the text.

    Attributes:
        start, end: code points of the text.
        text: the words between them.
        date: stated if the words alone say it; unknown with the words until it is resolved.
        relation: how an unresolved date lies to the anchor; None if the words say it, or if they
            can be read in two ways.

    """

    start: int
    end: int
    text: str
    date: DateValue
    relation: Relation | None = None


def date_mentions(text: str, *, english: bool = True) -> tuple[DateMention, ...]:
    """Return the dates of a text in order, none inside another; relative ones unresolved.

    Without `english`, only dates that are written with a year are looked for.
    """
    written = [_written(text, date) for date in islice(written_dates(text), MOST)]
    if not english:
        return tuple(mention for mention in written if mention.relation is None)
    taken = {at for mention in written for at in (mention.start, mention.end - 1)}
    relative = [
        DateMention(
            start=start,
            end=end,
            text=text[start:end],
            date=stated("", wording=text[start:end]),
            relation=relation,
        )
        for start, end, relation in islice(relative_dates(text), MOST)
        if taken.isdisjoint(range(start, end))
    ]
    return _apart(sorted([*written, *relative], key=lambda mention: (mention.start, -mention.end)))


def _written(text: str, date: WrittenDate) -> DateMention:
    words = text[date.start : date.end]
    relation = None
    if date.month:
        relation = Relation(
            unit=Unit.DAY_OF_MONTH,
            index=date.month,
            day=date.day,
            weekday=weekday_number(date.weekday) if date.weekday else -1,
            lean=lean_of(text, date.start, date.end),
        )
    value = stated(date.value, zone=date.zone if date.value else "", wording=words)
    return DateMention(start=date.start, end=date.end, text=words, date=value, relation=relation)


def _apart(mentions: list[DateMention]) -> tuple[DateMention, ...]:
    kept: list[DateMention] = []
    for mention in mentions:
        if not kept or mention.start >= kept[-1].end:
            kept.append(mention)
    return tuple(kept)
