"""Watch items by the day."""

from __future__ import annotations

from datetime import date

import pytest

from workbench.core.case_line import WatchLine
from workbench.core.date import UNKNOWN_DATE, DateValue, stated
from workbench.core.identity import uuid7
from workbench.rules.watch import Due, due_of, due_words, postponed, waiting, watched

TODAY = date(2026, 7, 9)


@pytest.mark.parametrize(
    ("due", "stands", "words"),
    [
        ("2026-07-09", Due.NOW, "due today"),
        ("2026-07-10", Due.COMING, "due tomorrow"),
        ("2026-07-12", Due.COMING, "due in 3 days"),
        ("2026-07-08", Due.OVERDUE, "overdue since yesterday"),
        ("2026-06-30", Due.OVERDUE, "overdue for 9 days"),
        ("2026-07", Due.NOW, "due until 2026-07-31"),
        ("2026", Due.NOW, "due until 2026-12-31"),
        ("2026-08", Due.COMING, "due in 23 days"),
    ],
)
def test_a_date_stands_against_today(due, stands, words):
    assert due_of(stated(due), TODAY) is stands
    assert due_words(stated(due), TODAY) == words


def test_what_was_seen_or_has_no_date_is_not_due():
    assert due_of(stated("2026-01-01"), TODAY, seen=True) is Due.SEEN
    assert due_of(DateValue(wording="some day"), TODAY) is Due.UNDATED
    assert due_words(UNKNOWN_DATE, TODAY) == ""


def item(number, due, *, seen=False):
    return WatchLine(
        check_id=uuid7(1, bytes(10)),
        slug="call",
        title="A call",
        item_id=uuid7(number, bytes(10)),
        text=f"item {number}",
        due=stated(due) if due else UNKNOWN_DATE,
        seen=seen,
    )


def test_the_most_pressing_comes_first_and_only_what_is_due_waits():
    lines = (
        item(1, ""), item(2, "2026-08-01"), item(3, "2026-07-09"), item(4, "2026-07-01"),
        item(5, "2026-06-01"), item(6, "2026-06-01", seen=True),
    )  # fmt: skip
    assert [line.text[-1] for _, line in watched(lines, TODAY)] == ["5", "4", "3", "2", "1", "6"]
    assert [line.text[-1] for line in waiting(lines, TODAY)] == ["5", "4", "3"]


def test_what_is_put_off_is_put_off_from_today_if_its_day_has_passed():
    assert postponed(stated("2026-07-01"), TODAY, 7) == stated("2026-07-16")
    assert postponed(stated("2026-07-20"), TODAY, 7) == stated("2026-07-27")
    assert postponed(UNKNOWN_DATE, TODAY, 7) == stated("2026-07-16")
