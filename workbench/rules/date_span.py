"""The days that a date value may mean, and whether two of them can be one and the same."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta
from typing import TYPE_CHECKING

from workbench.core.date import DateBasis

if TYPE_CHECKING:
    from workbench.core.date import DateValue

_SLACK = 3
"""Days by which a stretch that was inferred ("last week") may be off: weeks begin differently."""


def first_day(value: DateValue) -> date:
    """Return the first day that a known date may mean; raises ValueError for an unknown one."""
    return _bounds(value.value)[0]


def last_day(value: DateValue) -> date:
    """Return the last day that a known date may mean; raises ValueError for an unknown one."""
    return _bounds(value.until or value.value)[1]


def can_be_one(one: DateValue, other: DateValue) -> bool:
    """Whether two dates can mean one day, at the coarser precision; an unknown date always can.

    Times of day are not compared: they come from clocks and zones that texts do not tell.
    """
    if not one.is_known or not other.is_known:
        return True
    slack = timedelta(days=max(_slack(one), _slack(other)))
    starts, ends = (first_day(one), first_day(other)), (last_day(one), last_day(other))
    return max(starts) - min(ends) <= slack


def days_meant(value: DateValue) -> int:
    """Return how many days a date may mean: 1 for a day, some 30 for a month; 0 if unknown."""
    return (last_day(value) - first_day(value)).days + 1 if value.is_known else 0


def days_apart(one: DateValue, other: DateValue) -> int:
    """Return how many days lie between two known dates; 0 if they can be one."""
    starts, ends = (first_day(one), first_day(other)), (last_day(one), last_day(other))
    return max(0, (max(starts) - min(ends)).days)


def _slack(value: DateValue) -> int:
    return _SLACK if value.until and value.basis is DateBasis.INFERRED else 0


def _bounds(value: str) -> tuple[date, date]:
    parts = [int(part) for part in value.partition("T")[0].split("-") if part]
    if not parts:
        raise ValueError("an unknown date has no days")
    year, month, day = (*parts, 0, 0)[:3]
    if not month:
        return date(year, 1, 1), date(year, 12, 31)
    if not day:
        return date(year, month, 1), date(year, month, monthrange(year, month)[1])
    return date(year, month, day), date(year, month, day)
