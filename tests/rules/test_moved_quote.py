"""A remark keeps pointing at its words while the text is written on, or says that they are gone."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.core.change import with_draft_text
from workbench.core.check import Check
from workbench.core.quote import AnchorState
from workbench.core.review import Comment, Subject, SubjectKind, Suggestion
from workbench.reading.quote import selector_for
from workbench.rules.moved_quote import moved, with_moved_quotes

TEXT = "The bridge stays shut. The ferry runs at night. Nobody was asked."
WORDS = "The ferry runs at night."
AT = datetime(2026, 7, 2, 12, tzinfo=UTC)
ONE, TWO, THREE = (f"01890000-0000-7000-8000-00000000000{number}" for number in (1, 2, 3))
PLACE = TEXT.index(WORDS)
QUOTE = selector_for(TEXT, PLACE, PLACE + len(WORDS))


@pytest.mark.parametrize(
    ("new", "exact"),
    [
        ("Since June. " + TEXT, WORDS),
        (TEXT + " Until now.", WORDS),
        (TEXT.replace("runs", "does not run"), "The ferry does not run at night."),
        (TEXT.replace(" at night", ""), "The ferry runs."),
        (TEXT.replace("shut. The ferry", "open, and the boat"), "runs at night."),
        (TEXT.replace("night. Nobody", "dawn. Somebody"), "The ferry runs at "),
        (TEXT.replace(WORDS, "It swims."), "It swims."),
    ],
)
def test_words_are_followed_through_an_edit(new, exact):
    here = moved(QUOTE, TEXT, new)
    assert here.state is AnchorState.ANCHORED
    assert here.exact.strip() == exact.strip()
    assert new[here.start : here.end] == here.exact


@pytest.mark.parametrize("new", ["", "The bridge stays shut. Nobody was asked.", "Another text"])
def test_words_that_were_taken_out_are_lost_with_what_they_said(new):
    here = moved(QUOTE, TEXT, new)
    assert (here.state, here.exact, here.start, here.end) == (AnchorState.LOST, WORDS, 0, 0)


def test_a_quote_that_did_not_stand_there_is_left_to_be_looked_for():
    elsewhere = replace(QUOTE, start=0, end=len(WORDS))
    assert moved(elsewhere, TEXT, "More. " + TEXT) is elsewhere


@given(st.text("ab. ", max_size=12), st.integers(0, len(TEXT)), st.integers(0, len(TEXT)))
def test_any_edit_leaves_a_quote_that_stands_in_the_text_or_says_that_it_is_lost(typed, one, two):
    first, last = sorted((one, two))
    new = TEXT[:first] + typed + TEXT[last:]
    here = moved(QUOTE, TEXT, new)
    if here.state is AnchorState.ANCHORED:
        assert new[here.start : here.end] == here.exact
    else:
        assert here.exact == WORDS


def test_remarks_move_along_and_a_suggestion_only_with_its_words():
    subject = Subject(kind=SubjectKind.PART, item="lede", quote=QUOTE)
    old = with_draft_text(
        Check(
            id=ONE,
            slug="ferry",
            title="Does it run?",
            created=AT,
            changed=AT,
            comments=(Comment(id=TWO, subject=subject, who="Nils", at=AT, text="Who says so?"),),
            suggestions=(
                Suggestion(id=THREE, subject=subject, who="Nils", at=AT, was=WORDS, now="It may."),
            ),
        ),
        "lede",
        TEXT,
    )

    def text_of(check, subject):
        return check.draft.text(subject.item)

    new = with_moved_quotes(old, with_draft_text(old, "lede", "Since June. " + TEXT), text_of)
    shift = len("Since June. ")
    assert new.comments[0].subject.quote.start == PLACE + shift
    assert new.suggestions[0].subject.quote.start == PLACE + shift
    edited = with_moved_quotes(
        new, with_draft_text(new, "lede", new.draft.text("lede").replace("runs", "ran")), text_of
    )
    assert edited.comments[0].subject.quote.exact == "The ferry ran at night."
    assert edited.suggestions == new.suggestions
    assert with_moved_quotes(new, new, text_of) is new
