"""Every code has words, and dates read as an editor writes them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from workbench.core.claim import Attribution, AttributionKind, ClaimKind, ClaimStatus, Stance
from workbench.core.date import DateBasis, DateValue, stated
from workbench.core.record import CheckState, CorrectionKind
from workbench.core.source import Flag, SourceType
from workbench.publish import wording


@pytest.mark.parametrize(
    ("words", "codes"),
    [
        (wording.STATUS_WORDS, ClaimStatus),
        (wording.KIND_WORDS, ClaimKind),
        (wording.STANCE_WORDS, Stance),
        (wording.SOURCE_TYPE_WORDS, SourceType),
        (wording.FLAG_WORDS, Flag),
        (wording.STATE_WORDS, CheckState),
        (wording.CORRECTION_WORDS, CorrectionKind),
    ],
)
def test_every_code_has_words_of_its_own(words, codes):
    assert set(words) == set(codes)
    assert len(set(words.values())) == len(words)
    assert all("_" not in word for word in words.values())


def inferred(value, until=""):
    return DateValue(
        value=value, until=until, basis=DateBasis.INFERRED, inferred_from="the election"
    )


@pytest.mark.parametrize(
    ("date", "words"),
    [
        (
            stated("2026-07-07T08:06", zone="America/New_York"),
            "7 July 2026, 08:06 (America/New_York), stated",
        ),
        (inferred("2026-06-29", "2026-07-05"), "29 June – 5 July 2026, inferred from the election"),
        (inferred("2025-11-01"), "1 November 2025, inferred from the election"),
        (stated("2026-07-01", until="2026-07-05"), "1–5 July 2026, stated"),
        (stated("2025-12-29", until="2026-01-05"), "29 December 2025 – 5 January 2026, stated"),
        (stated("2026-06", until="2026-07"), "June – July 2026, stated"),
        (stated("2025-12", until="2026-01"), "December 2025 – January 2026, stated"),
        (stated("2025", until="2026"), "2025–2026, stated"),
        (stated("2026-07-01", until="2026-07-01"), "1 July 2026, stated"),
        (
            stated("2026-07-07T08:06", until="2026-07-07T09:10"),
            "7 July 2026, 08:06 – 09:10, stated",
        ),
        (
            stated("2026-07-07T23:50", until="2026-07-08T00:10"),
            "7 July 2026, 23:50 – 8 July 2026, 00:10, stated",
        ),
        (stated("2026"), "2026, stated"),
        (stated("2026-07"), "July 2026, stated"),
        (stated("2026-07-02T08"), "2 July 2026, 08:00, to the hour, stated"),
        (DateValue(), "date not stated"),
        (DateValue(wording="Saturday"), "date not stated (“Saturday”)"),
    ],
)
def test_dates_read_as_an_editor_writes_them(date, words):
    assert wording.date_words(date) == words


@pytest.mark.parametrize(
    ("attribution", "words"),
    [
        (Attribution(), ""),
        (Attribution(kind=AttributionKind.NAMED, name="Ada Okafor"), "Ada Okafor"),
        (
            Attribution(kind=AttributionKind.NAMED, name="Jo Lind", descriptor="a spokesperson"),
            "Jo Lind (a spokesperson)",
        ),
        (
            Attribution(kind=AttributionKind.ROLE_ONLY, name="a spokesperson"),
            "a spokesperson, by role only",
        ),
        (
            Attribution(kind=AttributionKind.ANONYMOUS, count=2, descriptor="people on the call"),
            "two people on the call, not named",
        ),
        (Attribution(kind=AttributionKind.ANONYMOUS, count=1), "one unnamed source"),
        (Attribution(kind=AttributionKind.ANONYMOUS, count=13), "13 unnamed sources"),
        (Attribution(kind=AttributionKind.ANONYMOUS), "unnamed sources"),
        (Attribution(kind=AttributionKind.DOCUMENT, name="Record 114"), "Record 114"),
        (Attribution(kind=AttributionKind.DOCUMENT), "a document"),
        (Attribution(kind=AttributionKind.BROADCAST, name="Shore Radio"), "Shore Radio, broadcast"),
        (Attribution(kind=AttributionKind.OUTLET, name="The Ledger"), "The Ledger, as cited"),
        (Attribution(kind=AttributionKind.OUTLET), "another outlet"),
    ],
)
def test_attributions_say_who_says_it(attribution, words):
    assert wording.attribution_words(attribution) == words


def test_a_source_in_one_line_says_what_is_missing(harbor):
    courier, *_, unsigned = harbor.sources
    assert wording.source_words(courier) == (
        "Harbor Courier, Courier Staff, “Lindqvist turns bridge talk into a phone call”, "
        "3 July 2026, stated"
    )
    assert wording.source_words(unsigned) == (
        "outlet not stated, author not stated, no title, date not stated"
    )
    assert "no title" in wording.source_words(replace(courier, title=" "))


def test_numbers_are_words_up_to_twelve():
    assert [wording.number_words(number) for number in (0, 1, 3, 12, 13)] == [
        "no",
        "one",
        "three",
        "twelve",
        "13",
    ]
