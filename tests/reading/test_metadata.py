"""Metadata is proposed where a text states it, and nowhere else."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path

import pytest

from workbench.reading.metadata import metadata
from workbench.reading.proposal import FIELDS, Certainty

_DATA = json.loads(
    (Path(__file__).parents[1] / "data" / "article-heads.json").read_text(encoding="utf-8")
)
ARTICLES = {
    article["name"]: (article["text"].replace("{BODY}", _DATA["body"]), article["states"])
    for article in _DATA["articles"]
}
TOLD = ("outlet", "title", "byline", "published", "updated", "dateline", "agency", "url")
BODY = _DATA["body"]
TITLE = "Harbor Bridge to Stay Closed to Trucks, Mayor Says"


def values(text):
    found = metadata(text)
    proposals = {name: getattr(found, name) for name in TOLD}
    return {name: proposal.value for name, proposal in proposals.items() if proposal}


@pytest.mark.parametrize("name", ARTICLES)
def test_what_an_article_states_is_proposed_and_nothing_else(name):
    text, states = ARTICLES[name]
    assert values(text) == states


def test_every_field_is_tried_on_enough_articles():
    stated = Counter(field for _, states in ARTICLES.values() for field in states)
    assert len(ARTICLES) >= 40
    assert min(stated[field] for field in TOLD if field != "url") >= 8


def test_each_proposal_says_where_it_comes_from():
    text = f"{TITLE}\n\nBy Lena Voss\nJuly 8, 2026\n\n{BODY}"
    found = metadata(text)
    assert found.title.basis == "line 1 of the text, headline"
    assert found.title.certainty is Certainty.LIKELY
    assert found.byline.basis == "line 3 of the text, byline"
    assert found.byline.certainty is Certainty.STATED
    assert found.published.basis == "line 4 of the text, date line"
    assert found.rights is None


def test_zone_is_kept_beside_the_time():
    found = metadata(f"{TITLE}\nBy Lena VossJuly 2, 2026 at 8:06 AM ET · 2 min read\n\n{BODY}")
    assert (found.published.value, found.published.zone) == ("2026-07-02T08:06", "America/New_York")
    assert found.published.date.zone == "America/New_York"


@pytest.mark.parametrize("clock", ["7:15 PM CT", "7:15 PM", "7:15pm ET"])
def test_a_time_is_read_whole_where_the_next_word_is_glued_to_it(clock):
    alone = metadata(f"{TITLE}\n\nBy Lena Voss\nPublished July 8, 2026 at {clock}\n\n{BODY}")
    glued = metadata(
        f"{TITLE}\n\nBy Lena VossPublished July 8, 2026 at {clock}Updated July 9, 2026\n\n{BODY}"
    )
    assert glued.published.value == alone.published.value == "2026-07-08T19:15"
    assert glued.published.zone == alone.published.zone
    assert glued.updated.value == "2026-07-09"


def test_an_agency_that_signs_and_sends_is_not_the_outlet_named_above():
    text = (
        f"{TITLE}\n\nBy Sam Whitlow, Coast Wire\nJuly 8, 2026\n\nPORT MAREN (Coast Wire) — {BODY}"
    )
    assert metadata(text).outlet.value == "Coast Wire"
    carried = metadata(f"Northshore Herald\n\n{text}")
    assert (carried.outlet.value, carried.outlet.certainty) == (
        "Northshore Herald",
        Certainty.LIKELY,
    )
    assert carried.agency.value == "Coast Wire"


def test_a_name_that_the_article_tells_of_did_not_write_it():
    signed = f"{TITLE}\nIda Marlow | July 8, 2026\n\n{BODY}"
    assert values(signed)["byline"] == "Ida Marlow"
    assert "byline" not in values(f"{signed}\nIda Marlow was asked and did not answer.\n")


def test_two_days_without_a_word_for_either_are_no_date():
    text = f"{TITLE}\nJuly 8, 2026\nLocal News\nJuly 9, 2026\n\n{BODY}"
    assert "published" not in values(text)


def test_two_outlets_are_none():
    text = (
        f"{TITLE}\n\nBy Lena Voss, The Harbor Mirror\n"
        f"Ida Marlow, reporter for The Bay Courier\n\n{BODY}"
    )
    assert "outlet" not in values(text)


@pytest.mark.parametrize("order", ["07/08/2026", "08/07/2026"])
def test_a_day_that_can_be_read_in_two_ways_is_none(order):
    assert "published" not in values(f"{TITLE}\nBy Lena Voss\n{order}\n\n{BODY}")


def test_rights_notice_is_proposed_in_its_own_words():
    notice = "© 2026 The Harbor Mirror. All rights reserved."
    found = metadata(f"{TITLE}\n\n{BODY}\n{notice}\n")
    assert found.rights.value == notice
    assert found.outlet.value == "The Harbor Mirror"
    assert found.outlet.certainty is Certainty.LIKELY


def test_an_empty_text_states_nothing():
    found = metadata(" \n\n")
    assert [getattr(found, name) for name in FIELDS] == [None] * len(FIELDS)
