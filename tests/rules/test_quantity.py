"""Numbers are read with what they count, however they are written."""

from __future__ import annotations

import pytest

from workbench.rules.preflight.quantity import quantities


@pytest.mark.parametrize(
    ("words", "unit", "value"),
    [
        ("4,000 dollars", "dollar", "4000"),
        ("$4,000", "dollar", "4000"),
        ("four thousand dollars", "dollar", "4000"),
        ("two hundred people", "people", "200"),
        ("200 people", "people", "200"),
        ("1.5 million votes", "vote", "1.5e+06"),
        ("41 %", "%", "41"),
        ("nine days", "day", "9"),
        ("1.2.3 things", "thing", "1.23"),
    ],
)
def test_a_quantity_has_a_unit_and_a_value(words, unit, value):
    (found,) = quantities(f"there were {words} there")
    assert (found.unit, found.value) == (unit, value)


@pytest.mark.parametrize(
    "words", ["in 2026 and later", "on july 4 the", "section 4.", "no. 26/114"]
)
def test_what_counts_nothing_is_none(words):
    assert quantities(words) == ()
