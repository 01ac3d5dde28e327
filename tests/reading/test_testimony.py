"""What a marked passage brings along: who says it, and what happened; empty where in doubt."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.core.claim import Action, AttributionKind
from workbench.core.date import DateBasis, stated
from workbench.house.words import load_words
from workbench.reading.inspection import inspected
from workbench.reading.testimony import action_for, attribution_for

WORDS = load_words()
TEXT = (
    "Mayor Samuel Okafor called Governor Ines Lindqvist on Wednesday, two people familiar with the"
    " call said.\n\n"
    "“We will talk again,” Lindqvist told reporters. “The span is safe.”\n\n"
    "The bridge was built in 1931. It has four lanes.\n\n"
    "The Ledger reported that the draft was ready.\n\n"
    "Lindqvist said the toll would stay; Okafor said the toll would go.\n\n"
    "The deal is off, according to three aides who spoke to The Ledger.\n\n"
    "A spokesperson for the mayor said the office had no comment.\n"
)
READ = inspected(TEXT, anchor=stated("2026-07-03"), words=WORDS)


def said(words):
    start = TEXT.index(words)
    return attribution_for(READ, start, start + len(words))


def test_unnamed_sources_come_with_their_number_and_description():
    found = said("Okafor called Governor Ines Lindqvist on Wednesday")
    assert (found.kind, found.count) == (AttributionKind.ANONYMOUS, 2)
    assert found.descriptor == "people familiar with the call"
    assert found.name == ""


def test_a_quotation_is_its_speakers():
    assert said("We will talk again").name == "Ines Lindqvist"
    assert said("The span is safe.").name == "Ines Lindqvist"


def test_what_the_author_says_is_nobody_elses():
    assert said("The bridge was built in 1931.") is None


def test_another_outlet_is_who_says_it():
    found = said("The Ledger reported that the draft was ready.")
    assert (found.kind, found.name) == (AttributionKind.OUTLET, "The Ledger")


def test_two_speakers_in_one_passage_are_in_doubt():
    assert said("Lindqvist said the toll would stay; Okafor said the toll would go.") is None


def test_the_outlet_that_sources_spoke_to_is_not_the_source():
    found = said("The deal is off, according to three aides who spoke to The Ledger.")
    assert (found.kind, found.count) == (AttributionKind.ANONYMOUS, 3)


def test_a_spokesperson_is_a_role():
    found = said("the office had no comment")
    assert found.kind is AttributionKind.ROLE_ONLY
    assert "spokesperson" in found.name.lower()


def test_the_event_of_the_passage_fills_the_form_with_its_date_and_basis():
    start = TEXT.index("called")
    found = action_for(READ, start, start + len("called Governor Ines"))
    assert (found.actor, found.action, found.recipient) == (
        "Samuel Okafor", "call", "Ines Lindqvist",
    )  # fmt: skip
    assert found.when.value == "2026-07-01"
    assert found.when.basis is DateBasis.INFERRED


def test_the_event_of_the_sentence_serves_a_passage_beside_it():
    start = TEXT.index("two people familiar")
    assert action_for(READ, start, start + 10).actor == "Samuel Okafor"


def test_a_sentence_without_an_event_fills_nothing():
    start = TEXT.index("The bridge was")
    assert action_for(READ, start, start + 20) == Action()


def test_two_events_fill_nothing():
    text = "Okafor called Lindqvist. Lindqvist endorsed Okafor.\n"
    assert action_for(inspected(text, words=WORDS), 0, len(text)) == Action()


@pytest.mark.parametrize("place", [(0, 0), (5, 5), (10, 3)])
def test_nothing_selected_is_said_by_nobody(place):
    assert attribution_for(READ, *place) is None


@given(st.integers(0, len(TEXT)), st.integers(0, len(TEXT)))
def test_any_passage_gets_an_answer(start, end):
    found = attribution_for(READ, start, end)
    assert found is None or found.kind is not AttributionKind.UNSTATED
    assert isinstance(action_for(READ, start, end), Action)
