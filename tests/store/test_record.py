"""Small values survive their text form."""

from __future__ import annotations

from datetime import UTC, date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.core.date import UNKNOWN_DATE, DateBasis, DateValue, stated
from workbench.store.record import date_of, date_text, time_of, time_text

dates = st.one_of(
    st.just(UNKNOWN_DATE),
    st.builds(lambda wording: DateValue(wording=wording), st.text(max_size=20)),
    st.builds(
        lambda day, zone, wording: stated(day.isoformat(), zone=zone, wording=wording),
        st.dates(),
        st.sampled_from(("", "+02:00", "America/New_York")),
        st.text(max_size=20),
    ),
    st.builds(
        lambda day, why: DateValue(
            value=day.isoformat(),
            until=(day + timedelta(days=6)).isoformat(),
            basis=DateBasis.INFERRED,
            inferred_from=why,
        ),
        st.dates(max_value=date(9000, 1, 1)),
        st.text(min_size=1, max_size=20),
    ),
)


@given(dates)
def test_date_comes_back(value):
    assert date_of(date_text(value)) == value


@given(st.datetimes(timezones=st.just(UTC)))
def test_time_comes_back(time):
    assert time_of(time_text(time)) == time


def test_unknown_date_is_null_and_a_known_one_is_short():
    assert date_text(UNKNOWN_DATE) is None
    assert date_text(stated("2026-07")) == '{"value":"2026-07","basis":"stated"}'


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("[", "Expecting value"),
        ('{"value":"soon","basis":"stated"}', "not a date"),
        ('{"basis":"guess"}', "not a valid DateBasis"),
    ],
)
def test_what_is_no_date_is_refused(text, why):
    with pytest.raises(ValueError, match=why):
        date_of(text)
