"""Which source a text that was brought in may be a newer version of; it is only ever offered."""

from __future__ import annotations

import pytest

from workbench.rules.newer_text import older_source, share_kept

OLD = " ".join(
    f"On day {day} the Harbor Bridge carried {day * 37} cars and {day * 3} buses, the port said."
    for day in range(1, 20)
)
NEWER = OLD.replace("day 7 the", "day 7, a Sunday, the") + " The count goes on."
OTHER = " ".join(f"Ferry {n} left pier {n % 3} at noon with {n * 11} people." for n in range(20))


@pytest.mark.parametrize(
    ("old", "new", "is_offered"),
    [
        ({"outlet": "The Ledger"}, {"outlet": "Ledger"}, True),
        ({"outlet": "The Ledger"}, {}, True),
        ({}, {}, True),
        ({"outlet": "The Ledger"}, {"outlet": "Coast Wire"}, False),
    ],
)
def test_nearly_the_same_text_is_offered_unless_the_outlets_differ(build, old, new, is_offered):
    older, newer = build.source(text=OLD, **old), build.source(text=NEWER, **new)
    assert older_source(build.check(), newer) == (older.id if is_offered else "")


def test_the_same_address_is_offered_whatever_the_text(build):
    older = build.source("The Ledger", text=OLD, url="https://www.ledger.example/call/")
    newer = build.source("The Ledger", text=OTHER, url="http://ledger.example/call#top")
    build.source("The Ledger", text=OTHER + ".", url="https://ledger.example/other")
    assert older_source(build.check(), newer) == older.id


def test_what_the_text_says_of_itself_counts_where_nothing_was_typed(build):
    older = build.source("The Ledger", text=OLD, url="https://ledger.example/call")
    newer = build.source(text=OTHER)
    assert older_source(build.check(), newer) == ""
    assert (
        older_source(build.check(), newer, {newer.id: ("https://ledger.example/call", "")})
        == older.id
    )
    alike = build.source(text=NEWER)
    assert older_source(build.check(), alike, {alike.id: ("", "Coast Wire")}) == ""
    assert older_source(build.check(), alike) == older.id


def test_another_text_of_the_outlet_and_a_source_in_use_are_not(build):
    build.source("The Ledger", text=OLD)
    other = build.source("The Ledger", text=OTHER)
    assert older_source(build.check(), other) == ""
    used = build.source("The Ledger", text=NEWER)
    build.claim(build.evidence(used))
    assert older_source(build.check(), used) == ""


def test_how_much_of_a_text_is_in_another():
    assert share_kept(OLD, OLD) == 1
    assert share_kept(OLD, OTHER) == 0
    assert 0.9 < share_kept(OLD, NEWER) < 1
