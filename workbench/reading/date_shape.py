"""Dates as English news writes them, with time and zone: what is written, and nothing more.

A date whose parts can be read in two ways, such as 07/02/2026, has no value.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from workbench.core.date import precision_of

if TYPE_CHECKING:
    from collections.abc import Iterator

MONTH_NAMES = (
    *("january", "february", "march", "april", "may", "june"),
    *("july", "august", "september", "october", "november", "december"),
)
WEEKDAY_NAMES = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
SPACE = r"(?:[^\S\r\n]{1,3}|[^\S\r\n]?\r?\n)"
"""A pattern: what may stand between two words of a date; a line may be wrapped there."""
MONTH = (
    r"(?P<name>Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|June?\.?|July?\.?"
    r"|Aug(?:ust|\.)?|Sep(?:t(?:ember|\.)?|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)"
)
WEEKDAY = (
    r"(?:Mon(?:day)?|Tue(?:s(?:day)?)?|Wed(?:s|nesday)?|Thu(?:rs?(?:day)?)?|Fri(?:day)?"
    r"|Sat(?:urday)?|Sun(?:day)?)"
)

# What stands behind a date begins with a capital even where no space parts it: "7:15 PMUpdated".
_APART = r"(?![a-z\d]|[A-Z](?![a-z]))"
_GAP = r"[^\S\r\n]{0,3}"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_YEAR = r"(?P<year>\d{4})(?:(?![\d-])|(?=\d{1,2}:\d{2}))"
_ZONES = {
    **dict.fromkeys(("ET", "EST", "EDT", "EASTERN", "EASTERN TIME"), "America/New_York"),
    **dict.fromkeys(("CT", "CST", "CDT", "CENTRAL TIME"), "America/Chicago"),
    **dict.fromkeys(("MT", "MST", "MDT", "MOUNTAIN TIME"), "America/Denver"),
    **dict.fromkeys(("PT", "PST", "PDT", "PACIFIC TIME"), "America/Los_Angeles"),
    **dict.fromkeys(("UTC", "GMT", "Z"), "UTC"),
    "BST": "Europe/London",
    "CET": "+01:00",
    "CEST": "+02:00",
    "EET": "+02:00",
    "EEST": "+03:00",
    "AEST": "+10:00",
    "AEDT": "+11:00",
    "JST": "+09:00",
    "SAST": "+02:00",
}
_ZONE = (
    r"(?P<zone>Eastern(?: Time)?|Central Time|Mountain Time|Pacific Time|[ECMP][SD]?T|BST|CES?T"
    r"|EES?T|AE[SD]T|JST|SAST|(?:UTC|GMT)(?:\s?[+-]\d{1,2}(?::?\d{2})?)?|Z|[+-]\d{2}:?\d{2})"
    rf"{_APART}"
)
_CLOCK = (
    rf"(?P<hour>\d{{1,2}})(?:[:.](?P<minute>\d{{2}})(?:[:.]\d{{2}}(?:\.\d{{1,9}})?)?)?"
    rf"(?!\d){_GAP}(?P<half>[AaPp]\.?\s?[Mm]{_APART}\.?)?(?:{_GAP}\(?{_ZONE}\)?)?"
)
_TIME_AFTER = re.compile(rf"{_GAP}(?:,|\||·|•|/|-|–|—|T)?{_GAP}(?:(?:at|@){_GAP})?{_CLOCK}")
_TIME_BEFORE = re.compile(rf"{_CLOCK},?{_GAP}(?:on{_GAP})?(?:{WEEKDAY}[.,]?{_GAP})?\Z")
_WEEKDAY_BEFORE = re.compile(rf"(?<![A-Za-z])(?P<weekday>{WEEKDAY})\.?,?{SPACE}(?:the{SPACE})?\Z")
_BEFORE = 44
# No article has so many; what comes after them is left alone.
_MOST_PLACES = 100_000

_SHORT_MONTHS = "Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec"
_MONTH_STARTS = f"{_SHORT_MONTHS}|{_SHORT_MONTHS.upper()}"
# The first letters find the places; what stands before them is looked at afterwards.
_PLACE = re.compile(
    rf"{_MONTH_STARTS}|[0-9]{{4}}(?![0-9])"
    r"|[0-9]{1,2}(?=[./][^\S\r\n]?[0-9]"
    rf"|(?:st|nd|rd|th)?\.?(?:\s{{1,3}}of)?(?:\s{{1,3}}|-)(?:{_MONTH_STARTS}))"
)
_FROM_MONTH = tuple(
    re.compile(shape, re.IGNORECASE)
    for shape in (
        rf"{MONTH}{SPACE}{_DAY}(?:,?{SPACE}|,){_YEAR}",
        rf"{MONTH},?{SPACE}(?:of{SPACE})?{_YEAR}",
        rf"{MONTH}{SPACE}{_DAY}(?![\d:.,/%-]?\d|\w)",
    )
)
_FROM_DIGIT = tuple(
    re.compile(shape, re.IGNORECASE)
    for shape in (
        r"(?P<year>\d{4})(?P<joint>[-/])(?P<month>\d{2})(?P=joint)(?P<day>\d{2})(?!\d|[-/]\d)",
        rf"{_DAY}\.?(?:{SPACE}of)?(?:{SPACE}|-){MONTH},?(?:{SPACE}|-){_YEAR}",
        r"(?P<day>\d{1,2})\.[^\S\r\n]?(?P<month>\d{1,2})\.[^\S\r\n]?(?P<year>\d{4})(?![\d.]\d|\d)",
        r"(?P<first>\d{1,2})/(?P<second>\d{1,2})/(?P<year>\d{4})(?![\d/])",
        rf"{_DAY}(?:{SPACE}of)?{SPACE}{MONTH}(?![A-Za-z])",
        r"(?P<year>(?:19|20)\d{2})(?![\d%°]|[.,:/]\d|-\d\d|s\b)",
    )
)
_NO_YEAR_AFTER = re.compile(
    r"[^\S\r\n](?:people|persons|dollars|euros|pounds|miles|feet|meters|metres|kilometers|km|votes"
    r"|voters|workers|jobs|homes|tons|tonnes|acres|troops|students|residents|times|words|hours"
    r"|degrees|calories|points|mph|hp)\b",
    re.IGNORECASE,
)


class WrittenDate(NamedTuple):
    """A date as it is written.

    Attributes:
        start, end: code points of the text.
        value: ISO 8601 cut where knowledge ends; empty without a year, or if it cannot be told.
        zone: IANA zone or offset, if one is stated.
        month, day, weekday: of a date without a year; 0, 0 and "" otherwise.

    """

    start: int
    end: int
    value: str
    zone: str = ""
    month: int = 0
    day: int = 0
    weekday: str = ""


def written_dates(text: str, *, with_years: bool = True) -> Iterator[WrittenDate]:
    """Yield the dates written in a text, in order and apart from each other."""
    done = 0
    place = _PLACE.search(text)
    for _ in range(_MOST_PLACES):
        if place is None:
            return
        found = _found(text, place.start(), done, with_years=with_years)
        if found:
            done = found.end
            yield found
        place = _PLACE.search(text, done if found else place.end())


def month_number(name: str) -> int:
    """Return the number of a month by its name or the beginning of it."""
    key = name[:3].casefold()
    return next(n for n, month in enumerate(MONTH_NAMES, start=1) if month.startswith(key))


def weekday_number(name: str) -> int:
    """Return the number of a day of the week, Monday is 0, by its name or the beginning of it."""
    key = name[:3].casefold()
    return next(n for n, day in enumerate(WEEKDAY_NAMES) if day.startswith(key))


def _found(text: str, at: int, done: int, *, with_years: bool) -> WrittenDate | None:
    from_digit = text[at].isdigit()
    if not _begins(text, at, from_digit=from_digit):
        return None
    shapes = _FROM_DIGIT if from_digit else _FROM_MONTH
    if from_digit and not with_years:
        shapes = shapes[:-1]
    for index, shape in enumerate(shapes):
        match = shape.match(text, at)
        if match and not _is_number(text, match, is_year=from_digit and index == 5):
            return _read(text, match, done)
    return None


def _begins(text: str, at: int, *, from_digit: bool) -> bool:
    """Whether a word or number begins here; a month may be glued to the word before it."""
    before = text[at - 1] if at else " "
    if from_digit:
        two = text[at - 2 : at]
        is_part = before in "$£€¥₹#@_/\\" or (before in ".,:-" and two[:1].isdigit())
        return not (before.isdigit() or is_part or (before.isalpha() and before.isascii()))
    if not before.isalnum() and before not in "_@#":
        return True
    return before.islower() or before.isdigit() or (before.isupper() and text[at + 1].isupper())


def _is_number(text: str, match: re.Match[str], *, is_year: bool) -> bool:
    """Whether what looks like a year counts something."""
    return is_year and _NO_YEAR_AFTER.match(text, match.end()) is not None


def _read(text: str, match: re.Match[str], done: int) -> WrittenDate | None:
    given = match.groupdict()
    month, day = _month_and_day(given)
    start, end = match.span()
    glued = start > 0 and text[start - 1].isalpha()
    if glued and not (given.get("year") and day):
        return None
    year = given.get("year") or ""
    ambiguous = given.get("first") is not None and not month
    value = "" if not year or ambiguous else _iso(year, month, day)
    if value is None:  # no such day: the words are a date, but say none
        return WrittenDate(start, end, "") if day else None
    name = given.get("name") or ""
    if name and not name[0].isupper():
        return None
    weekday = ""
    before = _WEEKDAY_BEFORE.search(text, max(done, start - _BEFORE), start)
    if before and day:
        start, weekday = before.start(), before["weekday"]
    zone = ""
    if day and year:
        start, end, value, zone = _with_time(text, max(done, start - _BEFORE), start, end, value)
    no_year = not year
    return WrittenDate(
        start, end, value, zone, month if no_year else 0, day if no_year else 0, weekday
    )


def _month_and_day(given: dict[str, str | None]) -> tuple[int, int]:
    """Return month and day, 0 where they are not given or cannot be told apart."""
    if given.get("first") is not None:
        first, second = int(given["first"] or 0), int(given["second"] or 0)
        if first > 12 >= second:
            return second, first
        return (first, second) if second > 12 or first == second else (0, 0)
    name, month = given.get("name"), given.get("month")
    return (month_number(name) if name else int(month or 0)), int(given.get("day") or 0)


def _iso(year: str, month: int, day: int) -> str | None:
    """Return ISO 8601, or None if there is no such day."""
    value = year + (f"-{month:02}" if month else "") + (f"-{day:02}" if day else "")
    try:
        precision_of(value)
    except ValueError:
        return None
    return value if 1500 <= int(year) <= 2999 else None


def _with_time(
    text: str, earliest: int, start: int, end: int, value: str
) -> tuple[int, int, str, str]:
    """Return the stretch with the time that stands behind the date, or else before it."""
    after = _TIME_AFTER.match(text, end)
    if after and (time := _clock(after, value)):
        return start, after.end(), time, _zone(after)
    for at in range(earliest, start):
        if text[at].isdigit() and not (at and text[at - 1].isalnum()):
            before = _TIME_BEFORE.match(text[at:start])
            if before and (time := _clock(before, value)):
                return at, end, time, _zone(before)
    return start, end, value, ""


def _clock(match: re.Match[str], day: str) -> str:
    """Return a day with a time, or nothing if the digits are no time of day."""
    hour, minute, half = int(match["hour"]), match["minute"], (match["half"] or "").lower()
    if minute is None and not half:
        return ""
    if half:
        if not 1 <= hour <= 12:
            return ""
        hour = hour % 12 + (12 if half[0] == "p" else 0)
    value = f"{day}T{hour:02}" + (f":{minute}" if minute else "")
    try:
        precision_of(value)
    except ValueError:
        return ""
    return value


def _zone(match: re.Match[str]) -> str:
    words = (match["zone"] or "").upper()
    if not words or words in _ZONES:
        return _ZONES.get(words, "")
    offset = re.fullmatch(r"(?:UTC|GMT)?\s?([+-])(\d{1,2}):?(\d{2})?", words)
    return f"{offset[1]}{int(offset[2]):02}:{offset[3] or '00'}" if offset else ""
