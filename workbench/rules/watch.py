"""Watch items by the day: which are due, how long overdue, and which come next."""

from __future__ import annotations

from datetime import timedelta
from enum import IntEnum
from typing import TYPE_CHECKING

from workbench.core.date import DateValue, stated
from workbench.rules.date_span import first_day, last_day

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from workbench.core.case_line import WatchLine


class Due(IntEnum):
    """Where a date stands against today, the most pressing first."""

    OVERDUE = 0
    NOW = 1
    COMING = 2
    UNDATED = 3
    SEEN = 4


def due_of(due: DateValue, today: date, *, seen: bool = False) -> Due:
    """Return where a due date stands: a stretch is due from its first day, overdue after its last.

    What has been seen is not due any more.
    """
    if seen:
        return Due.SEEN
    if not due.is_known:
        return Due.UNDATED
    if today < first_day(due):
        return Due.COMING
    return Due.OVERDUE if today > last_day(due) else Due.NOW


def watched(lines: Iterable[WatchLine], today: date) -> tuple[tuple[Due, WatchLine], ...]:
    """Return watch items with where they stand, the most pressing first, then by date."""
    found = [(due_of(line.due, today, seen=line.seen), line) for line in lines]
    found.sort(key=lambda pair: (pair[0], pair[1].due.value))
    return tuple(found)


def waiting(lines: Iterable[WatchLine], today: date) -> tuple[WatchLine, ...]:
    """Return the watch items that are due or overdue, those overdue longest first."""
    return tuple(line for due, line in watched(lines, today) if due in (Due.OVERDUE, Due.NOW))


def due_words(due: DateValue, today: date, *, seen: bool = False) -> str:
    """Return where a due date stands, in words; empty for a date that is not known."""
    match due_of(due, today, seen=seen):
        case Due.SEEN:
            return "seen"
        case Due.UNDATED:
            return ""
        case Due.OVERDUE:
            days = (today - last_day(due)).days
            return "overdue since yesterday" if days == 1 else f"overdue for {days} days"
        case Due.NOW:
            is_day = first_day(due) == last_day(due)
            return "due today" if is_day else f"due until {last_day(due).isoformat()}"
        case Due.COMING:
            days = (first_day(due) - today).days
            return "due tomorrow" if days == 1 else f"due in {days} days"


def postponed(due: DateValue, today: date, days: int) -> DateValue:
    """Return a date so many days later than a due date, or than today if that has passed."""
    starts = max(last_day(due), today) if due.is_known else today
    return stated((starts + timedelta(days=days)).isoformat())
