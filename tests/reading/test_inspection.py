"""Everything noticed lies in the text, whatever the text is."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.core.date import UNKNOWN_DATE, stated
from workbench.core.source import SpanType
from workbench.reading.inspection import LOOKED_THROUGH, inspected, joined
from workbench.reading.masthead import masthead
from workbench.reading.metadata import metadata_of
from workbench.reading.proposal import FIELDS, Certainty, Metadata, Proposal
from workbench.reading.span import spans_of

ARTICLE = """← Bay LedgerPoliticsHarbor Bridge

Harbor Bridge Talks Begin Again, With a Call

By Bay NewsroomJuly 9, 2026 at 8:06 AM ET · 3 min read
Image for source event: Governor phones mayor - Bay Mirror

PORT MAREN (Coast Wire) — Governor Ines Lindqvist called Mayor Samuel Okafor on Tuesday evening.

Advertisement

“We spoke,” the mayor said on Wednesday 🌉. He would not say more about it than that.

© 2026 Bay Ledger. All rights reserved.
"""


def words(found, kind):
    return [found.text[span.start : span.end] for span in found.spans if span.type is kind]


def test_spans_are_what_is_not_the_article():
    found = inspected(ARTICLE)
    assert words(found, SpanType.CHROME) == [
        "← Bay LedgerPoliticsHarbor Bridge",
        "· 3 min read",
        "Advertisement",
    ]
    assert words(found, SpanType.METADATA) == [
        "By Bay NewsroomJuly 9, 2026 at 8:06 AM ET",
        "PORT MAREN (Coast Wire) —",
    ]
    assert words(found, SpanType.CAPTION) == [
        "Image for source event: Governor phones mayor - Bay Mirror"
    ]
    assert words(found, SpanType.RIGHTS_NOTICE) == ["© 2026 Bay Ledger. All rights reserved."]


def test_dates_are_told_by_the_stated_date():
    tuesday, wednesday = inspected(ARTICLE).dates[1:3]
    assert (tuesday.text, tuesday.date.value) == ("Tuesday evening", "2026-07-07")
    assert wednesday.date.value == "2026-07-08"
    assert wednesday.date.inferred_from == (
        "the date of the text, 2026-07-09T08:06 (line 5 of the text, date line)"
    )


def test_an_anchor_that_a_person_set_comes_first():
    tuesday = inspected(ARTICLE, anchor=stated("2025-11-05")).dates[1]
    assert tuesday.date.value == "2025-11-04"
    assert tuesday.date.inferred_from == "2025-11-05, set by a person"


def test_an_unknown_anchor_is_none():
    assert inspected(ARTICLE, anchor=UNKNOWN_DATE) == inspected(ARTICLE)


def test_markup_comes_before_the_text():
    site = Proposal(value="The Bay Ledger", basis="JSON-LD")
    found = inspected(ARTICLE, markup=Metadata(outlet=site)).metadata
    assert found.outlet is site
    assert found.published.value == "2026-07-09T08:06"


def proposal(value, basis="JSON-LD"):
    return Proposal(value=value, basis=basis)


@pytest.mark.parametrize("filled_in", ["The Bay Ledger", "Bay Ledger Staff", "Ida Marlow"])
def test_a_person_whom_readers_see_signs_before_what_the_markup_fills_in(filled_in):
    markup = Metadata(outlet=proposal("The Bay Ledger"), byline=proposal(filled_in))
    body = Metadata(byline=proposal("Lena Voss", "line 3 of the text, byline"))
    byline = joined(markup, body).byline
    assert byline.value == "Lena Voss"
    assert filled_in in byline.basis
    assert byline.certainty is (Certainty.LIKELY if filled_in == "Ida Marlow" else Certainty.STATED)


def test_a_day_in_utc_gives_way_to_the_day_that_readers_see():
    markup = Proposal(value="2026-07-09T02:10", zone="UTC", basis="JSON-LD")
    body = Metadata(published=proposal("2026-07-08", "line 2 of the text, date line"))
    assert joined(Metadata(published=markup), body).published.value == "2026-07-08"
    local = Proposal(value="2026-07-08T22:10", zone="-04:00", basis="JSON-LD")
    assert joined(Metadata(published=local), body).published is local


def test_a_person_in_the_markup_signs_before_a_newsroom_in_the_text():
    body = Metadata(byline=proposal("Bay Newsroom", "line 3 of the text, byline"))
    assert joined(Metadata(byline=proposal("Lena Voss")), body).byline.value == "Lena Voss"


def test_other_languages_are_told_apart():
    german = "Die Brücke ist seit dem Abend nicht mehr für den Verkehr frei. " * 3
    found = inspected(f"{german}\n\nAm 24.09.2025 und July 1.")
    assert not found.is_english
    assert [mention.text for mention in found.dates] == ["24.09.2025"]
    assert inspected(ARTICLE).is_english


LINES = st.sampled_from(
    [
        *("By Lena Voss", "By ", "July 8, 2026", "(AP) — ", "© 2026 The Bay Ledger", "\n", "\r\n"),
        *("← Home", "2 min read", "Photo: ", "Subject: x", "\u2029", "🌉e\u0301", " ", "Updated"),
        *("on Monday", "last week", "PORT MAREN — ", "שלום", "Advertisement", ".", "The-CNN-Wire"),
        *("https://a.example/b", "Share", " | ", "Staff Writer", "| CNN", "Published\n", "\x85"),
    ]
)


@given(st.one_of(st.text(max_size=400), st.lists(LINES, max_size=25).map("".join)))
def test_any_text_is_inspected_and_every_place_lies_in_it(text):
    found = inspected(text)
    end = 0
    for span in found.spans:
        assert end <= span.start < span.end <= len(text)
        assert text[span.start : span.end].strip()
        end = span.end
    for mention in found.dates:
        assert mention.text == text[mention.start : mention.end]
    for name in FIELDS:
        told = getattr(found.metadata, name)
        assert told is None or told.value.strip()
    for told in (found.metadata.published, found.metadata.updated):
        assert told is None or told.date.is_known


@pytest.mark.parametrize(
    "text",
    [
        "The mayor said on Tuesday that it will stay closed until July 12, 2026.\n" * 5_000,
        "By Lena Voss, " * 25_000,
        "By Lena Voss\n" * 25_000,
        "> " * 200_000,
        "A" * 400_000,
        "Share " * 60_000,
        "© 2026 " * 50_000,
        "(" * 400_000,
        "\n" * 400_000,
        "Photo: " * 50_000,
        "facebook twitter " * 20_000,
    ],
    ids=lambda text: text[:12],
)
def test_a_long_text_has_its_lines_read_in_a_moment(text):
    begin = time.perf_counter()
    read = masthead(text)
    spans_of(read)
    metadata_of(read, text)
    assert time.perf_counter() - begin < 5  # seconds, on a slow machine; under 0.6 here


def test_of_a_text_as_long_as_many_books_the_beginning_is_read():
    text = "Governor Ines Lindqvist called on July 9, 2026. " * 90_000
    begun = time.perf_counter()

    found = inspected(text)

    assert time.perf_counter() - begun < 60
    assert found.text == text
    assert len(found.dates) > 1000
    assert max(mention.end for mention in found.dates) <= LOOKED_THROUGH
