"""Dates for machines say what is known, and no more."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from workbench.core.date import DateBasis, DateValue, stated
from workbench.publish.iso_date import iso_date, iso_moment


@pytest.mark.parametrize(
    ("date", "told"),
    [
        (stated("2026"), "2026"),
        (stated("2026-07"), "2026-07"),
        (stated("2026-07-02"), "2026-07-02"),
        (stated("2026-07-02T08"), "2026-07-02"),
        (stated("2026-07-02T08:06"), "2026-07-02T08:06"),
        (stated("2026-07-02T08:06", zone="America/New_York"), "2026-07-02T08:06"),
        (stated("2026-07-02T08:06", zone="UTC"), "2026-07-02T08:06Z"),
        (stated("2026-07-02T08:06", zone="-0400"), "2026-07-02T08:06-04:00"),
        (stated("2026-07-02T08:06", zone="UTC+02:00"), "2026-07-02T08:06+02:00"),
        (stated("2026-07-02", zone="UTC"), "2026-07-02"),
        (stated("2026-06-29", until="2026-07-05"), "2026"),
        (stated("2026-07-01", until="2026-07-05"), "2026-07"),
        (stated("2026-07-01T08:00", until="2026-07-01T09:00"), "2026-07-01"),
        (stated("2025", until="2026"), ""),
        (stated(""), ""),
        (DateValue(wording="Wednesday"), ""),
        (
            DateValue(value="2026-07-01", basis=DateBasis.INFERRED, inferred_from="“Wednesday”"),
            "",
        ),
    ],
)
def test_a_date_goes_out_as_far_as_it_is_stated(date, told):
    assert iso_date(date) == told


def test_a_moment_is_in_utc_to_the_second():
    at = datetime(2026, 7, 9, 10, 0, 5, 250_000, tzinfo=UTC)
    assert iso_moment(at) == "2026-07-09T10:00:05Z"
