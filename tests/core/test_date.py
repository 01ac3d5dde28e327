"""Dates say how much is known, and where it comes from; nothing is filled in."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.core.date import (
    UNKNOWN_DATE,
    DateBasis,
    DateValue,
    Precision,
    precision_of,
    stated,
    stated_day,
)


@pytest.mark.parametrize(
    ("value", "precision"),
    [
        ("2026", Precision.YEAR),
        ("2026-07", Precision.MONTH),
        ("2024-02-29", Precision.DAY),
        ("2026-07-02T08", Precision.HOUR),
        ("2026-07-02T23:59", Precision.MINUTE),
    ],
)
def test_precision_is_where_the_date_is_cut(value, precision):
    assert precision_of(value) is precision
    assert stated(value).precision is precision


@pytest.mark.parametrize(
    "value",
    [
        "", "26", "2026-7", "2026-13", "2026-00", "2026-02-30", "2025-02-29", "0000",
        "2026-07-02T24", "2026-07-02T08:60", "2026-07-02 08:06", "2026-07-02T08:06:00",
        "2026-07-02T08:06Z", "2026-07-02\n", " 2026", "٢٠٢٦", "2026-०७", "last week",
    ],
)  # fmt: skip
def test_what_is_no_date_is_refused(value):
    with pytest.raises(ValueError, match=r"."):
        precision_of(value)


@given(st.dates(min_value=date(1, 1, 1)))
def test_every_day_can_be_stated(day):
    assert stated_day(day).precision is Precision.DAY
    assert date.fromisoformat(stated_day(day).value) == day


@pytest.mark.parametrize(
    ("values", "message"),
    [
        ({"value": "2026"}, "an unknown date has no value"),
        ({"basis": DateBasis.STATED}, "an unknown date has no value"),
        ({"value": "2026", "basis": DateBasis.INFERRED}, "says what it is inferred from"),
        (
            {"value": "2026", "basis": DateBasis.STATED, "inferred_from": "the dateline"},
            "no other date does",
        ),
        ({"inferred_from": "the dateline"}, "no other date does"),
        ({"until": "2026"}, "starts no later than it ends"),
        (
            {"value": "2026-07-02", "until": "2026-07-01", "basis": DateBasis.STATED},
            "starts no later than it ends",
        ),
        (
            {"value": "2026-07", "until": "2026-07-05", "basis": DateBasis.STATED},
            "at the same precision",
        ),
    ],
)
def test_a_date_that_contradicts_itself_is_refused(values, message):
    with pytest.raises(ValueError, match=message):
        DateValue(**values)


def test_a_stretch_of_time_may_be_one_day_long():
    assert stated("2026-07-01", until="2026-07-01").until == "2026-07-01"


def test_an_unknown_date_keeps_the_words_of_the_source():
    assert stated("", wording="Wednesday afternoon").wording == "Wednesday afternoon"
    assert not stated("", wording="Wednesday afternoon").is_known
    assert UNKNOWN_DATE.precision is None
