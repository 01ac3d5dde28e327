"""Dates are found as they are written, and relative ones are told by an anchor or not at all."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.core.date import UNKNOWN_DATE, DateBasis, stated
from workbench.reading.date_mention import MOST, date_mentions
from workbench.reading.date_resolution import resolved

WRITTEN = {
    "By Bay NewsroomJuly 2, 2026 at 8:06 AM ET · 2 min": "2026-07-02T08:06 America/New_York",
    " date 2025-09-24 By Lena Voss": "2025-09-24",
    "Updated 3:45 PM EDT, Wed July 1, 2026": "2026-07-01T15:45 America/New_York",
    "Thu 2 Jul 2026 08.06 BST": "2026-07-02T08:06 Europe/London",
    "2026-07-02T08:06:00+02:00": "2026-07-02T08:06 +02:00",
    "Tue, 7 Jul 2026 08:06:00 -0400": "2026-07-07T08:06 -04:00",
    "By LENA VOSSJULY 2, 2026": "2026-07-02",
    "on the 4th of July 2026": "2026-07-04",
    "am 24.09.2025": "2025-09-24",
    "13/07/2026 10:00 AM": "2026-07-13T10:00",
    "07/07/2026": "2026-07-07",
    "Jun 30, 2026, 12:05 AM": "2026-06-30T00:05",
    "July 8, 2026, 8 a.m. ET": "2026-07-08T08 America/New_York",
    "July 8, 2026 / 7:30 PM / Radio": "2026-07-08T19:30",
    "in July 2026": "2026-07",
    "in 2024,": "2024",
}
NO_DATES = (
    *("2,024 votes", "$2024", "2000 people", "12026", "Feb 30, 2026", "ratio 3.14.2", "v2026.1"),
    *("he may go", "they march on", "next door", "USA Today", "Super Tuesday", "The Sunday Times"),
    *("Black Friday", "the last bridge", "by the river"),
)


def told(mention):
    return f"{mention.date.value} {mention.date.zone}".strip()


def single(text, anchor="", **options):
    found = date_mentions(text, **options)
    assert len(found) == 1, found
    return resolved(found, stated(anchor), f"the anchor {anchor}")[0]


@pytest.mark.parametrize("text", WRITTEN)
def test_written_date_is_read(text):
    mention = single(text)
    assert told(mention) == WRITTEN[text]
    assert mention.date.basis is DateBasis.STATED


@pytest.mark.parametrize("text", NO_DATES)
def test_what_only_looks_like_a_date_is_none(text):
    assert [mention for mention in date_mentions(text) if mention.date.is_known] == []
    assert all(mention.relation is None for mention in date_mentions(text))


def test_mention_covers_the_words_of_the_date():
    text = "🌉 By Bay NewsroomJuly 2, 2026 at 8:06 AM ET · 2 min read"
    mention = single(text)
    assert mention.text == text[mention.start : mention.end] == "July 2, 2026 at 8:06 AM ET"


@pytest.mark.parametrize("text", ["07/02/2026", "on July 1 that"])
def test_open_date_has_no_value(text):
    assert single(text).date.value == ""
    assert single(text).date.wording.strip() in text


# 2025-09-24 was a Wednesday.
BY_WEDNESDAY = {
    "took a call on Wednesday afternoon": "2025-09-24",
    "who asked her on Monday": "2025-09-22",
    "she said Thursday": "2025-09-18",
    "The council will vote on Friday": "2025-09-26",
    "On Friday, the council will vote": "2025-09-26",
    "heading into Tuesday’s election": "2025-09-30",
    "he said yesterday": "2025-09-23",
    "he said last night": "2025-09-23",
    "she arrives tomorrow": "2025-09-25",
    "called him last week": "2025-09-15/2025-09-21",
    "next week": "2025-09-29/2025-10-05",
    "ran for office last year": "2024",
    "two years ago": "2023",
    "three days ago": "2025-09-21",
    "last month": "2025-08",
    "lost the primary in June": "2025-06",
    "the flood struck in November": "2024-11",
    "June of last year": "2024-06",
    "The paper reported July 1": "2025-07-01",
    "will open on Dec. 3": "2025-12-03",
    "will open on Jan. 3": "2026-01-03",
    "on Tuesday, July 1, he said": "2025-07-01",
    "last Thursday": "2025-09-18",
    "last Wednesday": "2025-09-17",
}
OPEN_BY_WEDNESDAY = (
    "last Monday",  # two days ago, or nine
    "next Friday",
    "days before the election",
    "on Election Day",
    "last summer",
    "a few weeks ago",
    "over the weekend",
    "the vote in November",  # past or to come
    "three weeks ago",
)


@pytest.mark.parametrize("text", BY_WEDNESDAY)
def test_relative_date_is_told_by_the_anchor(text):
    mention = single(text, "2025-09-24")
    date = mention.date
    assert (f"{date.value}/{date.until}" if date.until else date.value) == BY_WEDNESDAY[text]
    assert date.basis is DateBasis.INFERRED
    assert date.inferred_from == "the anchor 2025-09-24"
    assert date.wording == mention.text


@pytest.mark.parametrize("text", OPEN_BY_WEDNESDAY)
def test_what_the_words_leave_open_stays_open(text):
    for mention in resolved(date_mentions(text), stated("2025-09-24"), "the anchor"):
        assert not mention.date.is_known


@pytest.mark.parametrize("text", BY_WEDNESDAY)
def test_without_an_anchor_nothing_relative_is_known(text):
    for mention in resolved(date_mentions(text), UNKNOWN_DATE, "nothing"):
        assert mention.date.basis is DateBasis.UNKNOWN
        assert mention.date.wording == mention.text


def test_an_anchor_gives_no_more_than_it_knows():
    assert single("last year", "2026").date.value == "2025"
    assert single("last month", "2026-01").date.value == "2025-12"
    assert not single("last month", "2026").date.is_known
    assert not single("he said yesterday", "2026-01").date.is_known


def test_election_day_anchor_places_the_days_around_it():
    text = "He called on Saturday. The call comes as polls lead into Tuesday’s election."
    saturday, tuesday = resolved(date_mentions(text), stated("2025-11-04"), "the election")
    assert (saturday.date.value, tuesday.date.value) == ("2025-11-01", "2025-11-04")


def test_other_languages_keep_what_needs_no_language():
    text = "Am 24.09.2025, last week, July 1, im Jahr 2024."
    assert [told(mention) for mention in date_mentions(text, english=False)] == [
        "2025-09-24",
        "2024",
    ]


def test_dates_at_the_edge_of_the_calendar_stay_open():
    assert not single("two hundred and 999 years ago", "0005-01-01").date.is_known
    assert not single("she arrives tomorrow", "9999-12-31").date.is_known


PIECES = st.sampled_from(
    [
        *("July", " 2, 2026", "2026-07-02", " at ", "8:06", " AM ET", "Monday", "last ", "week"),
        *(
            "Tuesday’s",
            " ",
            "\n",
            "\r\n",
            "in ",
            "13/07/",
            "2026",
            "🌉",
            "é",
            "by ",
            "two days ago",
        ),
        *("June", "GMT+99", "-04:00", "24.09.", "next ", "٣", "weekend", "today", "\u2029", "1"),
    ]
)


@given(st.one_of(st.text(), st.lists(PIECES, max_size=30).map("".join)), st.dates())
def test_any_text_has_mentions_inside_it_in_order(text, day):
    end = 0
    for mention in resolved(date_mentions(text), stated(day.isoformat()), "the anchor"):
        assert end <= mention.start < mention.end <= len(text)
        assert mention.text == text[mention.start : mention.end]
        end = mention.end


@pytest.mark.parametrize(
    "piece", ["July 2, ", "Monday ", "8:06 ", "Jul", "in ", "1 ", "2026-07-02"]
)
def test_hostile_line_is_read_in_bounded_time(piece):
    text = piece * (500_000 // len(piece))
    begin = time.perf_counter()
    found = date_mentions(text)
    assert time.perf_counter() - begin < 5  # seconds, on a slow machine; 0.1 to 0.6 here
    assert len(found) <= 2 * MOST
