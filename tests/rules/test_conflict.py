from __future__ import annotations

import pytest

from workbench.core import change
from workbench.house.house import load_house
from workbench.reading.inspection import inspected_source
from workbench.rules.conflict import Matter, conflicts

DEEDS = load_house().deeds
LEDGER = "Governor Ines Lindqvist called Samuel Okafor on 2 July 2026."


def found_in(build, *texts):
    for number, text in enumerate(texts):
        build.source(f"Outlet {number}", text=text)
    return conflicts_of(build.check())


def conflicts_of(check):
    return conflicts(check, {s.id: inspected_source(s) for s in check.sources}, DEEDS)


def test_two_lengths_of_one_call_are_a_conflict_with_both_sides(build):
    (found,) = found_in(
        build,
        f"{LEDGER} It lasted about 20 minutes, two people said.",
        "Ines Lindqvist phoned Samuel Okafor on 2 July 2026 and spoke for an hour.",
    )
    assert found.about is Matter.DURATION
    assert [side.words for side in found.sides] == ["about 20 minutes", "an hour"]
    assert len({side.tellings[0].source_id for side in found.sides}) == 2


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("It lasted half an hour.", "The call lasted roughly 30 minutes."),
        ("It lasted the better part of an hour.", "The call took about 50 minutes."),
        ("It came an hour after the vote.", "The call lasted ten minutes."),
        ("The film lasted two hours.", "The call lasted ten minutes."),
        ("It lasted ten minutes or two hours.", "The call lasted ten minutes."),
        ("It rained.", "The call lasted ten minutes."),
    ],
)
def test_lengths_that_agree_or_are_of_something_else_are_none(build, one, other):
    assert found_in(build, f"{LEDGER} {one}", f"{LEDGER} {other}") == ()


def test_lengths_of_two_calls_are_none(build):
    later = "Ines Lindqvist called Samuel Okafor on 9 August 2025. It lasted ten minutes."
    assert found_in(build, f"{LEDGER} It lasted an hour.", later) == ()


def test_who_called_whom_on_one_day_is_a_conflict(build):
    (found,) = found_in(build, LEDGER, "Samuel Okafor phoned Ines Lindqvist on 2 July 2026.")
    assert found.about is Matter.DIRECTION
    assert [side.words for side in found.sides] == [
        "Ines Lindqvist → called → Samuel Okafor",
        "Samuel Okafor → called → Ines Lindqvist",
    ]


def test_two_near_days_are_a_conflict_and_two_far_ones_are_two_events(build):
    (found,) = found_in(build, LEDGER, "Lindqvist called Okafor on 4 July 2026.")
    assert found.about is Matter.DATE
    assert [side.words for side in found.sides] == ["2026-07-02", "2026-07-04"]


@pytest.mark.parametrize(
    "other",
    [
        "Lindqvist called Okafor on 20 July 2026.",
        "Okafor called Lindqvist in July 2026.",
        "Okafor called Lindqvist.",
        "Lindqvist spoke with Okafor on 2 July 2026.",
        "Lindqvist called Okafor in July 2026.",
    ],
)
def test_it_is_quiet_where_two_events_or_one_may_be_meant(build, other):
    assert found_in(build, LEDGER, other) == ()


def test_a_source_that_knows_both_calls_makes_them_two(build):
    both = "Okafor called Lindqvist on 2 July 2026. Lindqvist called Okafor on 2 July 2026."
    assert found_in(build, LEDGER, both) == ()


def test_a_dismissed_conflict_stays_away(build):
    (found,) = found_in(build, LEDGER, "Lindqvist called Okafor on 4 July 2026.")
    assert conflicts_of(change.with_dismissal(build.check(), found.key)) == ()
