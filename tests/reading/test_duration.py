from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.reading.duration import durations


def one(text):
    (found,) = durations(text)
    assert text[found.start : found.end] == found.text
    return found


@pytest.mark.parametrize(
    ("text", "minutes"),
    [
        ("a 30-minute call", 30),
        ("It lasted about 20 minutes.", 20),
        ("half an hour", 30),
        ("a half-hour call", 30),
        ("an hour and a half", 90),
        ("forty-five minutes", 45),
        ("They spent the better part of an hour on it.", 50),
        ("more than an hour", 75),
    ],
)
def test_a_length_holds_what_its_words_say(text, minutes):
    found = one(text)
    assert found.least <= minutes <= found.most


@pytest.mark.parametrize(
    "text",
    ["an hour ago", "within 20 minutes", "two hours later", "a 2-hour drive", "24 hours a day"],
)
def test_what_says_when_is_no_length(text):
    assert durations(text) == ()


def test_lengths_that_cannot_be_one():
    assert one("about 20 minutes").contradicts(one("an hour"))
    assert not one("half an hour").contradicts(one("roughly 30 minutes"))
    assert not one("nearly an hour").contradicts(one("about 50 minutes"))


@given(st.text(alphabet="a 12halfnminuteor-.’\n", max_size=80))
def test_any_text_gives_its_own_words(text):
    for found in durations(text):
        assert text[found.start : found.end] == found.text
