from __future__ import annotations

import pytest

from workbench.core.date import DateBasis, DateValue, stated
from workbench.rules.date_span import can_be_one, days_apart, days_meant

LAST_WEEK = DateValue(
    value="2026-06-22", until="2026-06-28", basis=DateBasis.INFERRED, inferred_from="last week"
)


@pytest.mark.parametrize(
    ("one", "other", "can"),
    [
        (stated("2026"), stated("2026-07-02"), True),
        (stated("2026-07"), stated("2026-07-31T08:00"), True),
        (stated("2026-07-02T08:00"), stated("2026-07-02T21:00"), True),
        (stated("2026-07"), stated("2026-06-30"), False),
        (stated("2025"), stated("2026-07-02"), False),
        (stated("2026-07-02"), DateValue(wording="Saturday"), True),
        (LAST_WEEK, stated("2026-06-30"), True),
        (LAST_WEEK, stated("2026-07-03"), False),
        (stated("2026-06-22", until="2026-06-28"), stated("2026-06-29"), False),
    ],
)
def test_dates_can_be_one_at_the_coarser_precision(one, other, can):
    assert can_be_one(one, other) is can
    assert can_be_one(other, one) is can


def test_days():
    assert days_meant(stated("2024")) == 366
    assert days_meant(LAST_WEEK) == 7
    assert days_meant(DateValue()) == 0
    assert days_apart(stated("2026-07-02"), stated("2026-07-05")) == 3
    assert days_apart(stated("2026-07"), stated("2026-07-05")) == 0
