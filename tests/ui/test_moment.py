"""Days, times and numbers are written as the country does, and read back."""

from __future__ import annotations

from datetime import datetime

import pytest
from PySide6.QtCore import QLocale

from workbench.core.date import DateValue, stated
from workbench.reading.typed_date import date_from
from workbench.ui import moment

AT = datetime(2026, 7, 9, 14, 5, 6)  # noqa: DTZ001 - a time of this computer


@pytest.fixture
def write_as():
    """A function that lets the window write as a country does."""
    before = QLocale()
    yield lambda name: QLocale.setDefault(QLocale(name))
    QLocale.setDefault(before)


@pytest.mark.parametrize(
    ("country", "day", "time", "number"),
    [
        ("C", "9 July 2026", "14:05", "1,204.5"),
        ("en_GB", "9 July 2026", "14:05", "1,204.5"),
        ("en_US", "July 9, 2026", "2:05 PM", "1,204.5"),
        ("de_DE", "9. Juli 2026", "14:05", "1.204,5"),
    ],
)
def test_a_country_writes_in_its_own_way(write_as, country, day, time, number):
    write_as(country)
    assert moment.day_words(AT.date()) == day
    assert moment.time_words(AT).replace("\u202f", " ") == time
    assert moment.decimal(1204.5, 1) == number


def test_seconds_and_weekdays_are_told_where_they_are_asked_for(write_as):
    write_as("de_DE")
    assert moment.moment(AT, seconds=True) == "9. Juli 2026, 14:05:06"
    assert moment.weekday_words(AT.date()) == "Donnerstag, 9. Juli 2026"


def test_dates_inside_a_sentence_are_written_anew_and_may_is_left_alone(write_as):
    write_as("de_DE")
    assert moment.told_dates("seen 7 July 2026, 08:06 ET") == "seen 7. Juli 2026, 08:06 ET"
    assert moment.told_dates("May the 4th") == "May the 4th"
    assert moment.told_dates("May 2026, 3 March") == "Mai 2026, 3. März"


DATES = [
    stated("2026"),
    stated("2026-03"),
    stated("2026-07-09"),
    stated("2026-07-09T08:06"),
    DateValue(value="2026-06-29", until="2026-07-05", basis=stated("2026").basis),
]


@pytest.mark.parametrize("country", ["C", "en_GB", "en_US", "de_DE", "de_AT", "fr_FR", "ar_EG"])
@pytest.mark.parametrize("date", DATES, ids=lambda date: date.value)
def test_what_a_field_shows_is_read_back_as_the_same_date(write_as, country, date):
    write_as(country)
    assert moment.read_date(moment.shown_form(date)) == date


@pytest.mark.parametrize("typed", ["7. Juli 2026", "7.7.2026", "07. 07. 2026", "7 July 2026"])
def test_a_german_date_is_read(write_as, typed):
    write_as("de_DE")
    assert moment.read_date(typed) == date_from("2026-07-07")
