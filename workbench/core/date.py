"""A date as a source gives it: value, precision and basis. Nothing missing is filled in."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum


class Precision(StrEnum):
    """How much of a date is known."""

    YEAR = "year"
    MONTH = "month"
    DAY = "day"
    HOUR = "hour"
    MINUTE = "minute"


class DateBasis(StrEnum):
    """Where a date comes from."""

    STATED = "stated"
    INFERRED = "inferred"
    UNKNOWN = "unknown"


_SHAPE = re.compile(
    r"(\d{4})(?:-(\d{2})(?:-(\d{2})(?:T(\d{2})(?::(\d{2}))?)?)?)?\Z",
    re.ASCII,  # dates are compared as text, so the digits of other scripts would sort wrongly
)
_PRECISIONS = tuple(Precision)
_EARLIEST = (1, 1, 1, 0, 0)


def precision_of(value: str) -> Precision:
    """Return how precise an ISO 8601 local date is; raises ValueError for anything else."""
    shape = _SHAPE.match(value)
    if shape is None:
        raise ValueError(
            f"not a date as YYYY, YYYY-MM, YYYY-MM-DD or with T and the time: {value!r}"
        )
    given = [int(digits) for digits in shape.groups() if digits]
    datetime(*given, *_EARLIEST[len(given) :])  # type: ignore[arg-type]  # noqa: DTZ001 - refuses 30 February
    return _PRECISIONS[len(given) - 1]


@dataclass(frozen=True, slots=True, kw_only=True)
class DateValue:
    """A date with its precision and basis.

    Attributes:
        value: ISO 8601 local date, cut where knowledge ends ("2026", "2026-07",
            "2026-07-02T08:06"); empty if unknown.
        until: the last day of a stretch of time, at the same precision; empty for a single date.
        zone: IANA zone or UTC offset as stated; empty if none is stated.
        basis: stated, inferred or unknown.
        inferred_from: what an inferred date rests on, in words; required for inferred dates.
        wording: the words of the source ("Wednesday afternoon"); may be empty.

    """

    value: str = ""
    until: str = ""
    zone: str = ""
    basis: DateBasis = DateBasis.UNKNOWN
    inferred_from: str = ""
    wording: str = ""

    def __post_init__(self) -> None:
        if self.value:
            precision_of(self.value)
        if self.until and (
            not self.value
            or precision_of(self.until) != precision_of(self.value)
            or self.until < self.value
        ):
            raise ValueError(
                "a stretch of time starts no later than it ends, at the same precision"
            )
        if bool(self.value) == (self.basis is DateBasis.UNKNOWN):
            raise ValueError("a known date is stated or inferred; an unknown date has no value")
        if (self.basis is DateBasis.INFERRED) != bool(self.inferred_from):
            raise ValueError(
                "an inferred date says what it is inferred from, and no other date does"
            )

    @property
    def is_known(self) -> bool:
        """Whether there is a date at all."""
        return bool(self.value)

    @property
    def precision(self) -> Precision | None:
        """How much of the date is known, or None if it is unknown."""
        return precision_of(self.value) if self.value else None


UNKNOWN_DATE = DateValue()


def stated(value: str, *, until: str = "", zone: str = "", wording: str = "") -> DateValue:
    """Return a date that the source states; an empty value gives the unknown date."""
    if not value:
        return DateValue(wording=wording)
    return DateValue(value=value, until=until, zone=zone, basis=DateBasis.STATED, wording=wording)


def stated_day(day: date) -> DateValue:
    """Return a stated date of day precision."""
    return stated(day.isoformat())
