"""The list of sources says what is known of each, and what is not."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from workbench.core.date import DateValue
from workbench.core.source import Flag, SourceType
from workbench.publish.citation import cited, source_number, sources
from workbench.publish.wording import FLAG_WORDS, SOURCE_TYPE_WORDS


def entry(check, both, number):
    """Return one entry of the list as a reader sees it."""
    entries = re.split(r"^\d+\. ", sources(check), flags=re.MULTILINE)
    return both(" ".join(entries[number].split()))[0].text


def test_sources_are_numbered_in_the_order_of_the_dossier(harbor, both):
    for page in both(sources(harbor)):
        assert page.tags.count("li") == len(harbor.sources)
        assert page.tags[0] == "ol"


def test_a_source_that_states_nothing_says_so_in_every_place(harbor, both):
    assert entry(harbor, both, 4) == (
        "Outlet not stated, unsigned: untitled. Undated. Type not set. No address. "
        "Not archived. Access date not noted."
    )


def test_a_source_tells_what_it_relies_on(harbor, both):
    assert (
        "Relies on The Ledger (source 2) and Shore Radio (not in hand, inferred from image caption)"
    ) in entry(harbor, both, 1)


def test_an_inferred_date_stays_undated(harbor, both):
    assert "Undated; 12 May 2026, inferred from the date of the inspection." in entry(
        harbor, both, 3
    )


def test_the_words_of_an_unresolved_date_are_shown(harbor, both):
    unsigned = replace(harbor.sources[3], published=DateValue(wording="Saturday"))
    check = replace(harbor, sources=(*harbor.sources[:3], unsigned))
    assert "Undated (“Saturday”)." in entry(check, both, 4)


def test_a_record_is_not_called_unsigned(harbor, both):
    assert entry(harbor, both, 3).startswith("City Register: “Inspection record 2026/114”.")


@pytest.mark.parametrize("flag", list(Flag))
def test_every_flag_travels_in_words(harbor, both, flag):
    flagged = replace(harbor.sources[3], flags=frozenset({flag}))
    check = replace(harbor, sources=(*harbor.sources[:3], flagged))
    assert FLAG_WORDS[flag] in entry(check, both, 4).lower()


@pytest.mark.parametrize("kind", list(SourceType))
def test_every_type_is_told(harbor, both, kind):
    source = replace(harbor.sources[1], type=kind)
    check = replace(harbor, sources=(harbor.sources[0], source, *harbor.sources[2:]))
    assert f"{SOURCE_TYPE_WORDS[kind]}." in entry(check, both, 2).lower()


def test_a_text_under_licence_points_at_its_original(harbor, both):
    copy = replace(harbor.sources[3], syndicated_from=harbor.sources[1].id)
    check = replace(harbor, sources=(*harbor.sources[:3], copy))
    assert "The same text as source 2." in entry(check, both, 4)


def test_running_text_cites_by_name_and_number(harbor):
    assert cited(harbor, harbor.sources[1]) == "The Ledger, source 2"
    assert cited(harbor, harbor.sources[3]) == "source 4"
    assert source_number(harbor, harbor.sources[2]) == 3
