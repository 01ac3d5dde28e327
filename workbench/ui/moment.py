"""Days, times and numbers as the language and country of the window write them.

The rooms without a window write "7 July 2026, 08:06", which is the form of the exported check too.
"""

from __future__ import annotations

import re
from functools import lru_cache, partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QDate, QLocale, QTime

from workbench.reading.typed_date import MONTHS, date_from, typed_form

if TYPE_CHECKING:
    from datetime import date, datetime

    from workbench.core.date import DateValue

_MONTH = "|".join(MONTHS)
_DATE = re.compile(rf"(?:\b(\d\d?) )?\b({_MONTH})\b(?: (\d{{4}})\b)?")
_TIME = re.compile(r"(?<![\d:.])([01]?\d|2[0-3]):([0-5]\d)(?::([0-5]\d))?(?![\d:])")
_SIZE = re.compile(r"\b([\d,]+)(\.\d+)? (?=[kMG]B\b)")
_WEEKDAY = re.compile(r"^[^\w]*dddd[^\w]*|[^\w]*dddd[^\w]*$")


def day_words(at: date) -> str:
    """Return a day in words: "9 July 2026", "9. Juli 2026", "July 9, 2026"."""
    return _written(at.year, at.month, at.day, QLocale().name())


def weekday_words(at: date) -> str:
    """Return a day with its name: "Thursday, 9 July 2026"."""
    name = QLocale().standaloneDayName(at.isoweekday(), QLocale.FormatType.LongFormat)
    return f"{name}, {day_words(at)}"


def time_words(at: datetime, *, seconds: bool = False) -> str:
    """Return the time of day: "10:14", and "10:14 AM" where the country counts so."""
    return _clock(at.hour, at.minute, at.second if seconds else None, QLocale().name())


def moment(at: datetime, *, seconds: bool = False) -> str:
    """Return day and time: "10 July 2026, 10:14"; give it a time of this computer."""
    return f"{day_words(at)}, {time_words(at, seconds=seconds)}"


def decimal(number: float, decimals: int = 0) -> str:
    """Return a number with the signs of the country: "1,204", "1.204"."""
    if QLocale().language() == QLocale.Language.C:
        return f"{number:,.{decimals}f}"
    return QLocale().toString(float(number), "f", decimals)


def told_dates(text: str) -> str:
    """Return a text with the dates and times in it as the country writes them."""
    name = QLocale().name()

    def written(found: re.Match[str]) -> str:
        day, month, year = found.groups()
        if day is None and year is None:
            return found[0]  # "May" may be a name or a verb
        return _written(int(year or 0), MONTHS.index(month) + 1, int(day or 0), name)

    def clock(found: re.Match[str]) -> str:
        hour, minute, second = found.groups()
        return _clock(int(hour), int(minute), int(second) if second else None, name)

    return _SIZE.sub(_size, _TIME.sub(clock, _DATE.sub(written, text)))


def shown_form(date: DateValue) -> str:
    """Return a date as a person here would type it; always one that is read back as the same."""
    plain = typed_form(date)
    if not date.is_known:
        return plain
    words = told_dates(plain)
    return words if words == plain or read_date(words) == date_from(plain) else plain


def read_date(typed: str) -> DateValue | None:
    """Return the date in words that were typed in the window's language, or in English."""
    return date_from(typed) or date_from(in_english(typed))


def in_english(typed: str) -> str:
    """Return typed words with the months of the window's language in English, to be read."""
    locale = QLocale()
    if locale.language() in (QLocale.Language.C, QLocale.Language.English):
        return typed
    if "." in locale.dateFormat(QLocale.FormatType.ShortFormat):
        typed = re.sub(r"\b(\d\d?)\.\s?(\d\d?)\.\s?(\d{4})\b", _iso, typed)
    for number, english in enumerate(MONTHS, 1):
        names = {
            named(number, form).rstrip(".")
            for named in (locale.monthName, locale.standaloneMonthName)
            for form in (QLocale.FormatType.LongFormat, QLocale.FormatType.ShortFormat)
        }
        for name in sorted(filter(str.isalpha, names), key=len, reverse=True):
            pattern = rf"(?:(\d\d?)\.\s*)?\b{re.escape(name)}\b\.?"
            typed, count = re.subn(
                pattern,
                partial(_month, english),
                typed,
                flags=re.IGNORECASE,
            )
            if count:
                break
    return typed


def _size(found: re.Match[str]) -> str:
    number = float(found[1].replace(",", "") + (found[2] or ""))
    return f"{decimal(number, len(found[2]) - 1 if found[2] else 0)} "


def _month(english: str, found: re.Match[str]) -> str:
    return f"{found[1]} {english}" if found[1] else english


def _iso(found: re.Match[str]) -> str:
    """Return a day that was typed in figures, as countries with full stops in dates write it."""
    return f"{found[3]}-{int(found[2]):02}-{int(found[1]):02}"


@lru_cache(maxsize=500)
def _written(year: int, month: int, day: int, _locale: str) -> str:
    """Return a date of which year or day may be missing (0)."""
    locale = QLocale()
    form = _WEEKDAY.sub("", locale.dateFormat(QLocale.FormatType.LongFormat))
    if not day:
        form = "MMMM yyyy"
    elif not year:
        form = re.sub(r"[^\w]*(?:'[^']*'\s*)?y+[^\w]*", "", form)
    return locale.toString(QDate(year or 2000, month, day or 1), form)


@lru_cache(maxsize=500)
def _clock(hour: int, minute: int, second: int | None, _locale: str) -> str:
    form = QLocale().timeFormat(QLocale.FormatType.ShortFormat)
    if "a" in form.lower():
        form = "h:mm AP" if second is None else "h:mm:ss AP"
        return QLocale().toString(QTime(hour, minute, second or 0), form)
    return f"{hour:02}:{minute:02}" + ("" if second is None else f":{second:02}")
