"""Dates that news tells by another date: "Wednesday afternoon", "last week", "in June".

What is found is the relation alone; `workbench.reading.date_resolution` works out the date.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from workbench.reading.date_shape import MONTH_NAMES, SPACE, month_number, weekday_number

if TYPE_CHECKING:
    from collections.abc import Iterator


class Unit(StrEnum):
    """What a relation counts or names."""

    DAY = "day"
    WEEKEND = "weekend"
    WEEK = "week"
    MONTH = "month"
    YEAR = "year"
    WEEKDAY = "weekday"
    NAMED_MONTH = "named_month"
    DAY_OF_MONTH = "day_of_month"
    VAGUE = "vague"


class Lean(StrEnum):
    """Which way from the anchor a named day or month lies."""

    PAST = "past"
    FUTURE = "future"
    LAST = "last"
    NEXT = "next"
    THIS = "this"
    UNCLEAR = "unclear"


@dataclass(frozen=True, slots=True, kw_only=True)
class Relation:
    """How a date lies to the anchor.

    Attributes:
        offset: in units from the anchor; negative lies before it. Of a month whose year is told
            ("June of last year"): years from the anchor, with the lean "this".
        index: of a named unit: Monday is 0, January is 1; the day's month for a day of a month.
        day: the day of a month; 0 otherwise.
        weekday: the day of the week that a day of a month is said to be, Monday is 0; or -1.
        lean: of a named unit.

    """

    unit: Unit
    offset: int = 0
    index: int = 0
    day: int = 0
    weekday: int = -1
    lean: Lean = Lean.UNCLEAR


VAGUE = Relation(unit=Unit.VAGUE)

_DAYS = "Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday"
_MONTHS = "|".join(name.capitalize() for name in MONTH_NAMES)
_PART = rf"(?:{SPACE}(?:morning|afternoon|evening|night))?"
_NUMBERS = {
    word: number
    for number, word in enumerate(
        (
            *("one", "two", "three", "four", "five", "six"),
            *("seven", "eight", "nine", "ten", "eleven", "twelve"),
        ),
        start=1,
    )
} | {"a": 1, "an": 1}
_COUNT = rf"(?P<count>\d{{1,3}}|{'|'.join(_NUMBERS)})"
_SHAPES = re.compile(
    r"(?:"
    rf"(?P<weekday>{_DAYS}){_PART}"
    rf"|(?P<fixed>yesterday{_PART}|today|tonight|tomorrow{_PART}|last{SPACE}night"
    rf"|this{SPACE}(?:morning|afternoon|evening))"
    rf"|(?P<which>last|next|this{SPACE}(?:past|coming)|this|Last|Next|This){SPACE}"
    rf"(?:(?P<unit>week|month|year|weekend|summer|winter|spring|fall|autumn|quarter)"
    rf"|(?P<whichday>{_DAYS}){_PART}|(?P<whichmonth>{_MONTHS}))"
    rf"|(?P<part>early|late|mid-?|in|since|until|by|during){SPACE}?"
    rf"(?:(?:early|late|mid-?){SPACE}?)?(?P<month>{_MONTHS})"
    rf"(?:{SPACE}(?:of{SPACE})?(?P<yearof>last|this|next){SPACE}year)?"
    rf"|(?P<monthof>{_MONTHS}){SPACE}(?:of{SPACE})?(?P<ofyear>last|this|next){SPACE}year"
    rf"|{_COUNT}{SPACE}(?P<counted>day|week|month|year)s?{SPACE}(?P<way>ago|earlier|later|from now)"
    rf"|(?P<vague>(?:days|weeks|months|hours){SPACE}(?:before|after){SPACE}the{SPACE}[a-z]{{3,20}}"
    rf"|(?:days|weeks|months|years|hours){SPACE}ago|(?:the|over{SPACE}the){SPACE}weekend"
    rf"|Election{SPACE}Day|(?:in{SPACE})?recent{SPACE}(?:days|weeks|months|years))"
    r")(?!\w)",
    re.IGNORECASE,
)
# The first letters of all shapes, so that most of a text is passed over without a look.
_PLACE = re.compile(
    r"Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|MONDAY|TUESDAY|WEDNESDAY|THURSDAY"
    r"|FRIDAY|SATURDAY|SUNDAY|yesterday|Yesterday|today|Today|tonight|Tonight|tomorrow|Tomorrow"
    r"|last\s|Last\s|this\s|This\s|next\s|Next\s|early\s|Early\s|late\s|Late\s|mid|Mid|in\s|In\s"
    r"|since\s|Since\s|until\s|Until\s|by\s|By\s|during\s|During\s|days\s|Days\s|weeks\s|Weeks\s"
    r"|months\s|Months\s|years\s|hours\s|Hours\s|the\sweekend|over\sthe\sweekend|recent\s"
    rf"|(?:{_MONTHS})\s(?:of\s)?(?:last|this|next)\s"
    r"|Election\sDay|a\s(?:day|week|month|year)\s|A\s(?:day|week|month|year)\s"
    r"|(?:[0-9]{1,3}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve"
    r"|One|Two|Three|Four|Five|Six|Seven|Eight|Nine|Ten)\s(?:day|week|month|year)"
)
# Names that only look like days.
_NAME_BEFORE = re.compile(
    r"(?:Black|Bloody|Cyber|Easter|Fat|Good|Palm|Ruby|Super|Shrove|Ash|Holy|Maundy|Giving|Whit"
    r"|Casual|Sheffield|USA|Joe|The)\s\Z"
)
_NAME_AFTER = re.compile(
    r"\s(?:Times|Mirror|Telegraph|Express|Post|Mail|Herald|Star|World|Night\s(?:Live|Football"
    r"|Lights)|Addams|Review|Show|Club)\b|s\sfor\sFuture"
)
_FIXED = {"yesterday": -1, "today": 0, "tonight": 0, "tomorrow": 1, "last": -1, "this": 0}
_MOST_PLACES = 200_000


def relative_dates(text: str) -> Iterator[tuple[int, int, Relation]]:
    """Yield (start, end, relation) of what is dated by another date, in order."""
    place = _PLACE.search(text)
    for _ in range(_MOST_PLACES):
        if place is None:
            return
        start, done = place.start(), place.end()
        match = _SHAPES.match(text, start) if _begins(text, start) else None
        if match and (relation := _relation(text, match)):
            start = _inner_start(match)
            done = match.end()
            yield start, done, relation
        place = _PLACE.search(text, max(done - 1, place.start() + 1))


def lean_of(text: str, start: int, end: int) -> Lean:
    """Return which way a named day or month lies, by the words around it in its sentence."""
    before = _clause_before(text, start)
    if _UNTIL.search(before):
        return Lean.FUTURE
    future, past = _last(_FUTURE, before), _last(_PAST, before)
    if future != past:
        return Lean.FUTURE if future > past else Lean.PAST
    after = re.split(r"[.!?\n]\s", text[end : end + _AROUND], maxsplit=1)[0]
    first_future, first_past = _FUTURE.search(after), _PAST.search(after)
    if first_future and (not first_past or first_future.start() <= first_past.start()):
        return Lean.FUTURE
    return Lean.PAST if first_past else Lean.UNCLEAR


_AROUND = 90
_UNTIL = re.compile(r"\b(?:by|until|till|heading into|going into|ahead of)\s+(?:\w+\s)?\Z", re.I)
_FUTURE = re.compile(
    r"\b(?:will|won['’]t|shall|upcoming|coming|heading into|going into|ahead of|until|till|deadline"
    r"|due|scheduled|slated|set (?:for|to)|expected|plans|planned|planning|hopes|going to|begins"
    r"|starts|opens|resumes|expires|looming|awaits|is to|are to|could|may|might)\b",
    re.IGNORECASE,
)
_PAST = re.compile(
    r"\b(?:said|says|told|asked|was|were|had|did|met|held|won|lost|gave|took|came|went|spoke|wrote"
    r"|since|after|following|earlier|began|made|saw|left|sent|got|found|broke|rose|fell|cut|put"
    r"|struck|hit|fought|bought|brought|caught|thought|felt|kept|knew|flew|grew|threw|drew|drove"
    r"|stood|paid|laid|heard|hung|spent|built|dealt|meant|fled|froze|chose|became|withdrew"
    r"|ran|led|shot|has|have|(?!(?:scheduled|slated|expected|planned|need|speed|indeed)\b)"
    r"[a-z]{2,}ed)\b",
    re.IGNORECASE,
)


def _last(pattern: re.Pattern[str], text: str) -> int:
    return max((match.end() for match in pattern.finditer(text)), default=-1)


def _clause_before(text: str, start: int) -> str:
    """Return what stands before a place in its sentence, at most so much."""
    return re.split(r"[.!?]['\"”’]?\s|\n", text[max(0, start - _AROUND) : start])[-1]


def _begins(text: str, at: int) -> bool:
    before = text[at - 1] if at else " "
    return not (before.isalnum() or before in "_@#-")


def _inner_start(match: re.Match[str]) -> int:
    """Return where the date itself begins: "in June" is June."""
    if match["month"] and match["part"].casefold() in ("in", "since", "until", "by", "during"):
        return match.start("month")
    return match.start()


def _relation(text: str, match: re.Match[str]) -> Relation | None:
    start, end = match.span()
    if day := match["weekday"]:
        if _is_name(text, start, end) or not day[0].isupper():
            return None
        return Relation(
            unit=Unit.WEEKDAY, index=weekday_number(day), lean=lean_of(text, start, end)
        )
    if fixed := match["fixed"]:
        if fixed.casefold() == "today" and (
            _is_name(text, start, end) or text[end : end + 1] == "’"
        ):
            return None
        return Relation(unit=Unit.DAY, offset=_FIXED[fixed.split()[0].casefold()])
    if match["which"]:
        return _which(match)
    if month := match["month"] or match["monthof"]:
        return _month(text, match, month)
    if match["counted"]:
        return _counted(match)
    return VAGUE


def _is_name(text: str, start: int, end: int) -> bool:
    before = text[max(0, start - 10) : start]
    return bool(_NAME_BEFORE.search(before) or _NAME_AFTER.match(text, end))


def _which(match: re.Match[str]) -> Relation | None:
    word = match["which"].split()
    lean = Lean(word[0].casefold())
    if len(word) == 2:
        lean = Lean.PAST if word[1].casefold() == "past" else Lean.FUTURE
    if day := match["whichday"]:
        return Relation(unit=Unit.WEEKDAY, index=weekday_number(day), lean=lean)
    if month := match["whichmonth"]:
        if not month[0].isupper():
            return None  # "this may", "this march"
        return Relation(unit=Unit.NAMED_MONTH, index=month_number(month), lean=lean)
    unit = match["unit"].casefold()
    if unit not in ("week", "month", "year", "weekend"):
        return VAGUE
    offsets = {Lean.LAST: -1, Lean.NEXT: 1, Lean.THIS: 0}
    if lean not in offsets or (unit == "weekend" and lean is not Lean.LAST):
        return VAGUE
    return Relation(unit=Unit(unit), offset=offsets[lean])


def _month(text: str, match: re.Match[str], month: str) -> Relation | None:
    if not month[0].isupper():
        return None
    if year := match["yearof"] or match["ofyear"]:
        offset = {"last": -1, "this": 0, "next": 1}[year.casefold()]
        return Relation(
            unit=Unit.NAMED_MONTH, index=month_number(month), offset=offset, lean=Lean.THIS
        )
    lean = lean_of(text, match.start(), match.end())
    return Relation(unit=Unit.NAMED_MONTH, index=month_number(month), lean=lean)


def _counted(match: re.Match[str]) -> Relation:
    unit, way = Unit(match["counted"].casefold()), match["way"].casefold()
    if way != "ago" or unit not in (Unit.DAY, Unit.YEAR):
        return VAGUE  # weeks and months are counted roughly; "earlier" is no count from today
    words = match["count"].casefold()
    return Relation(unit=unit, offset=-(_NUMBERS.get(words) or int(words)))
