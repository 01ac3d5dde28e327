"""A date as a person types it becomes a date value; what cannot be read stays words."""

from __future__ import annotations

import re

from workbench.core.date import DateBasis, DateValue, precision_of

MONTHS = (
    "January", "February", "March", "April", "May", "June", "July",
    "August", "September", "October", "November", "December",
)  # fmt: skip
_ZONE_WORDS = {
    "America/New_York": "ET",
    "America/Chicago": "CT",
    "America/Denver": "MT",
    "America/Los_Angeles": "PT",
}
"""How zones are typed whose letters stand for one place; others are typed as they are kept."""
_NUMBERS = {name[:3].casefold(): number for number, name in enumerate(MONTHS, start=1)}

_TIME = r"(?:(?:\s*,\s*|\s+|T)(?P<hour>\d{1,2}):(?P<minute>\d{2}))?"
_SHAPES = (
    r"(?P<year>\d{4})(?:-(?P<month>\d{2})(?:-(?P<day>\d{2}))?)?",
    r"(?P<day>\d{1,2})\.?\s+(?P<name>[A-Za-z]{3,9})\.?,?\s+(?P<year>\d{4})",
    r"(?P<name>[A-Za-z]{3,9})\.?\s+(?P<day>\d{1,2}),?\s+(?P<year>\d{4})",
    r"(?P<name>[A-Za-z]{3,9})\.?,?\s+(?P<year>\d{4})",
)
_STRETCH = r"\s+(?:–|—|to|until|-)\s+|\s*[–—]\s*"


def date_from(typed: str) -> DateValue | None:
    """Return the date in some typed words, stated; None if they cannot be read as a date.

    Understood: 2026, 2026-07, 2026-07-02, 7 July 2026, July 7, 2026, July 2026, each with a time
    after it where there is a day, and two of them joined by a dash or "to". A date with its time
    and zone may be copied as a page prints it: July 2, 2026 at 8:06 AM ET.
    """
    ends = re.split(_STRETCH, typed.strip())
    if len(ends) > 2:
        return None
    if len(ends) == 1 and (printed := _as_printed(ends[0])):
        return printed
    values = [_value(end) for end in ends]
    if len(values) == 2 and values[0] is None and values[1]:
        values[0] = _value(f"{ends[0]} {_tail(ends[1])}")  # "29 June – 5 July 2026"
    if not all(values):
        return None
    try:
        return DateValue(
            value=values[0] or "",
            until=(values[1] or "") if len(values) == 2 else "",
            basis=DateBasis.STATED,
        )
    except ValueError:
        return None


def typed_form(date: DateValue) -> str:
    """Return a date as a person would type it; the source's own words while the date is unknown."""
    if not date.is_known:
        return date.wording
    ends = [_words(date.value)]
    if date.until:
        ends.append(_words(date.until))
    has_zone = bool(date.zone) and "T" in date.value
    zone = f" {_ZONE_WORDS.get(date.zone, date.zone)}" if has_zone else ""
    return " – ".join(ends) + zone


def _as_printed(typed: str) -> DateValue | None:
    """Return a date with time or zone as news pages print it, copied as it stands."""
    if ":" not in typed:
        return None
    named = re.fullmatch(r"(.+?)\s+([A-Z]\w+(?:/\w+)+)", typed)  # 9 July 2026, 08:06 Europe/Oslo
    if named and (value := _value(named[1])):
        return DateValue(value=value, zone=named[2], basis=DateBasis.STATED)
    from workbench.reading.date_shape import written_dates  # a launch types nothing

    found = next(written_dates(typed), None)
    if found is None or not found.value or (found.start, found.end) != (0, len(typed)):
        return None
    return DateValue(value=found.value, zone=found.zone, basis=DateBasis.STATED)


def _value(typed: str) -> str | None:
    for shape in _SHAPES:
        # re keeps what it compiled; compiling here keeps the launch free of it
        match = re.match(rf"\s*{shape}{_TIME}\s*\Z", typed, re.IGNORECASE)
        if match:
            return _iso(match.groupdict())
    return None


def _iso(found: dict[str, str | None]) -> str | None:
    month = found.get("month")
    if name := found.get("name"):
        number = _NUMBERS.get(name[:3].casefold())
        if number is None or not MONTHS[number - 1].casefold().startswith(name.casefold()):
            return None
        month = f"{number:02}"
    value = found["year"] or ""
    if month:
        value += f"-{month}"
    if day := found.get("day"):
        value += f"-{int(day):02}"
    if found["hour"] is not None:
        if not day:
            return None
        value += f"T{int(found['hour']):02}:{found['minute']}"
    try:
        precision_of(value)
    except ValueError:
        return None
    return value


def _tail(typed: str) -> str:
    """Return the year that the end of a stretch lends its start."""
    year = re.search(r"\d{4}", typed)
    return year[0] if year else ""


def _words(value: str) -> str:
    day, _, time = value.partition("T")
    parts = day.split("-")
    if len(parts) == 1:
        return value
    month = MONTHS[int(parts[1]) - 1]
    words = f"{month} {parts[0]}" if len(parts) == 2 else f"{int(parts[2])} {month} {parts[0]}"
    return f"{words}, {time}" if time else words
