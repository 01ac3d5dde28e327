"""Relative dates, worked out from an anchor: the stated date of the text, or one a person set.

Where the words leave two days open ("last Tuesday" on a Friday), the date stays unknown.
"""

from __future__ import annotations

from calendar import monthrange
from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING, NamedTuple

from workbench.core.date import DateBasis, DateValue
from workbench.reading.relative_date import Lean, Relation, Unit

if TYPE_CHECKING:
    from collections.abc import Iterable

    from workbench.reading.date_mention import DateMention

# A day of a month with nothing to say which way it lies is the nearest, if it is this near.
_NEAR_DAYS = 60


class _Stretch(NamedTuple):
    """ISO 8601 dates of one precision; `until` is empty for a single one."""

    value: str
    until: str = ""


def resolved(
    mentions: Iterable[DateMention], anchor: DateValue, anchor_words: str
) -> tuple[DateMention, ...]:
    """Return mentions with what can be worked out from the anchor, inferred.

    `anchor_words` say what the anchor is, such as "the date of the text, 2025-09-24". An unknown
    anchor resolves nothing.
    """
    return tuple(_resolved(mention, anchor, anchor_words) for mention in mentions)


def _resolved(mention: DateMention, anchor: DateValue, anchor_words: str) -> DateMention:
    if mention.relation is None or not anchor.is_known or anchor.until:
        return mention
    found = _worked_out(mention.relation, anchor.value.partition("T")[0])
    if found is None:
        return mention
    try:
        inferred = DateValue(
            value=found.value,
            until=found.until,
            basis=DateBasis.INFERRED,
            inferred_from=anchor_words,
            wording=mention.text,
        )
    except ValueError:  # before the first year that there is
        return mention
    return replace(mention, date=inferred)


def _worked_out(relation: Relation, anchor: str) -> _Stretch | None:
    """Return what a relation gives for an anchor of whatever precision it has."""
    try:
        if relation.unit is Unit.YEAR:
            return _Stretch(f"{int(anchor[:4]) + relation.offset:04}")
        if len(anchor) < len("2026-07"):
            return None
        if relation.unit is Unit.MONTH:
            return _Stretch(_month_from(anchor, relation.offset))
        if relation.unit is Unit.NAMED_MONTH:
            return _named_month(relation, int(anchor[:4]), int(anchor[5:7]))
        if len(anchor) < len("2026-07-02"):
            return None
        return _day(relation, date.fromisoformat(anchor))
    except (OverflowError, ValueError):  # beyond the years that there are
        return None


def _month_from(anchor: str, offset: int) -> str:
    months = int(anchor[:4]) * 12 + int(anchor[5:7]) - 1 + offset
    return f"{months // 12:04}-{months % 12 + 1:02}"


def _named_month(relation: Relation, year: int, month: int) -> _Stretch | None:
    index = relation.index
    match relation.lean:
        case Lean.THIS:
            year += relation.offset
        case Lean.PAST:
            year -= index > month
        case Lean.FUTURE:
            year += index < month
        case Lean.LAST if index >= month:
            year -= 1
        case Lean.NEXT if index <= month:
            year += 1
        case _:
            return None
    return _Stretch(f"{year:04}-{index:02}")


def _day(relation: Relation, anchor: date) -> _Stretch | None:
    match relation.unit:
        case Unit.DAY:
            return _Stretch((anchor + timedelta(days=relation.offset)).isoformat())
        case Unit.WEEK:
            monday = anchor - timedelta(days=anchor.weekday()) + timedelta(weeks=relation.offset)
            return _days(monday, 7)
        case Unit.WEEKEND:
            if anchor.weekday() > 4:
                return None  # said on a Saturday, it may be this one
            return _days(anchor - timedelta(days=anchor.weekday() + 2), 2)
        case Unit.WEEKDAY:
            found = _weekday(relation, anchor)
            return _Stretch(found.isoformat()) if found else None
        case Unit.DAY_OF_MONTH:
            found = _day_of_month(relation, anchor)
            return _Stretch(found.isoformat()) if found else None
    return None


def _days(first: date, count: int) -> _Stretch:
    return _Stretch(first.isoformat(), (first + timedelta(days=count - 1)).isoformat())


def _weekday(relation: Relation, anchor: date) -> date | None:
    """Return the day of the week that is meant: news names days of the seven around it."""
    ahead = (relation.index - anchor.weekday()) % 7
    back = (anchor.weekday() - relation.index) % 7
    match relation.lean:
        case Lean.FUTURE:
            return anchor + timedelta(days=ahead)
        case Lean.PAST | Lean.UNCLEAR:
            return anchor - timedelta(days=back)
        case Lean.LAST if relation.index >= anchor.weekday():
            return anchor - timedelta(days=back or 7)
        case Lean.NEXT if relation.index <= anchor.weekday():
            return anchor + timedelta(days=ahead or 7)
        case Lean.THIS:
            return anchor + timedelta(days=relation.index - anchor.weekday())
    return None


def _day_of_month(relation: Relation, anchor: date) -> date | None:
    """Return the day of a month without a year: that of its weekday, or the one it leans to."""
    years = [
        date(year, relation.index, relation.day)
        for year in range(anchor.year - 1, anchor.year + 2)
        if 1 <= relation.day <= monthrange(year, relation.index)[1]
    ]
    if relation.weekday >= 0:
        years = [day for day in years if day.weekday() == relation.weekday]
        return years[0] if len(years) == 1 else None
    if relation.lean is Lean.PAST:
        # A paper of the evening before is dated a day later than what it tells.
        return max((day for day in years if day <= anchor + timedelta(days=1)), default=None)
    if relation.lean is Lean.FUTURE:
        return min((day for day in years if day >= anchor), default=None)
    near = [day for day in years if abs((day - anchor).days) <= _NEAR_DAYS]
    return near[0] if len(near) == 1 else None
