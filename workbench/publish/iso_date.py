"""Dates for machines: ISO 8601, cut where knowledge ends, and only those that are stated."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from workbench.core.date import DateBasis, Precision, precision_of

if TYPE_CHECKING:
    from datetime import datetime

    from workbench.core.date import DateValue

_OFFSET = re.compile(r"(?:UTC|GMT)?\s*([+-]\d{2}):?(\d{2})\Z|(?P<utc>Z|UTC|GMT|Etc/UTC)\Z")
_STEPS = (4, 7, 10)
"""Where a year, a month and a day end in an ISO 8601 date."""


def iso_date(date: DateValue) -> str:
    """Return a stated date as far as it is known; empty for one that is inferred or unknown.

    A stretch of time gives what both its ends share, a time known to the hour its day. An offset
    from UTC goes along; the name of a zone does not, as ISO 8601 has no place for it.
    """
    if date.basis is not DateBasis.STATED:
        return ""
    if date.until and date.until != date.value:
        return _shared(date.value, date.until)
    if precision_of(date.value) is Precision.HOUR:
        return date.value[:10]
    return date.value + (_offset(date.zone) if "T" in date.value else "")


def iso_moment(at: datetime) -> str:
    """Return a UTC time to the second, as "2026-07-09T10:00:00Z"."""
    return f"{at.isoformat()[:19]}Z"


def _shared(first: str, last: str) -> str:
    return next((first[:end] for end in reversed(_STEPS) if first[:end] == last[:end]), "")


def _offset(zone: str) -> str:
    match = _OFFSET.match(zone.strip())
    if match is None:
        return ""
    return "Z" if match["utc"] else f"{match[1]}:{match[2]}"
