"""Taking a suggestion: found again in today's text, or said to be lost."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from workbench.core.change import with_claim, with_draft_text
from workbench.core.change_review import (
    with_suggestion,
    with_suggestion_answered,
    with_suggestion_refused,
    with_suggestion_reopened,
)
from workbench.core.check import Check
from workbench.core.claim import Claim, ClaimStatus
from workbench.core.error import UserError
from workbench.core.review import Subject, SubjectKind, SuggestionState
from workbench.rules.suggestion import PlaceState, place_of, suggested, with_suggestion_taken

AT = datetime(2026, 7, 20, 10, tzinfo=UTC)
LEDE = Subject(kind=SubjectKind.PART, item="lede")
TEXT = "The mayor reportedly called. The mayor reportedly waited. Nobody answered."


def an_id(number):
    return f"01980000-0000-7000-8000-{number:012x}"


@pytest.fixture
def check():
    claim = Claim(id=an_id(1), as_supported="The ferry runs again", status=ClaimStatus.REPORTED)
    made = Check(id=an_id(9), slug="a", title="A ferry", created=AT, changed=AT, claims=(claim,))
    return with_draft_text(made, "lede", TEXT)


def put(check, subject, stretch, now, number=50):
    made = suggested(
        check, subject, stretch, now, suggestion_id=an_id(number), who="Tom Adeyemi", at=AT
    )
    return with_suggestion(check, made)


def at(words, text=TEXT, start=0):
    begin = text.index(words, start)
    return begin, begin + len(words)


def take(check, number=50):
    return with_suggestion_taken(check, an_id(number), "Nora Feld", AT)


def test_the_second_of_two_like_words_is_the_one_that_is_changed(check):
    second = at(" reportedly", start=30)
    taken = take(put(check, LEDE, second, ""))
    assert taken.draft.text("lede") == TEXT[: second[0]] + TEXT[second[1] :]
    one = taken.suggestions[0]
    assert (one.state, one.settled_by, one.settled_at) == (SuggestionState.TAKEN, "Nora Feld", AT)


def test_words_are_put_in_behind_others_and_at_the_beginning(check):
    behind = take(put(check, LEDE, (at("called")[1],) * 2, " twice"))
    assert "reportedly called twice. The" in behind.draft.text("lede")
    first = take(put(check, LEDE, (0, 0), "Yesterday: "))
    assert first.draft.text("lede") == "Yesterday: " + TEXT


def test_taking_one_moves_the_places_of_the_others_along(check):
    check = put(check, LEDE, at("called"), "telephoned the governor", 50)
    check = put(check, LEDE, at("waited"), "waited for an answer", 51)
    check = put(check, LEDE, at("Nobody"), "No one", 52)
    for number in (52, 50, 51):
        check = take(check, number)
    assert check.draft.text("lede") == (
        "The mayor reportedly telephoned the governor. The mayor reportedly waited for an answer. "
        "No one answered."
    )


def test_words_that_are_gone_are_told_and_nothing_is_done(check):
    check = put(check, LEDE, at("Nobody answered"), "No one replied")
    changed = with_draft_text(check, "lede", "A text about something else entirely, a ferry.")
    assert place_of(changed, changed.suggestions[0]).state is PlaceState.LOST
    with pytest.raises(UserError, match="do not stand there any more"):
        take(changed)


def test_what_stands_there_already_is_only_noted(check):
    check = put(check, LEDE, at("Nobody"), "No one")
    changed = with_draft_text(check, "lede", TEXT.replace("Nobody", "No one"))
    taken = take(changed)
    assert taken.draft == changed.draft
    assert taken.suggestions[0].state is SuggestionState.TAKEN


def test_a_status_is_changed_as_a_whole_and_only_if_it_is_still_the_old_one(check):
    subject = Subject(kind=SubjectKind.CLAIM, item=an_id(1), field="status")
    check = put(check, subject, None, "confirmed")
    assert take(check).claims[0].status is ClaimStatus.CONFIRMED
    other = with_claim(check, replace(check.claims[0], status=ClaimStatus.CONTRADICTED))
    with pytest.raises(UserError):
        take(other)
    gone = replace(check, claims=())
    with pytest.raises(UserError, match="not in the check any more"):
        take(gone)


def test_a_label_that_nobody_knows_is_refused_like_a_lost_place(check):
    subject = Subject(kind=SubjectKind.CLAIM, item=an_id(1), field="status")
    with pytest.raises(UserError):
        take(put(check, subject, None, "surely"))


def test_refusing_answering_and_opening_again_leave_the_text(check):
    check = put(check, LEDE, at("Nobody"), "No one")
    refused = with_suggestion_refused(check, an_id(50), "Nora Feld", AT, "House style.")
    assert refused.draft == check.draft
    assert refused.suggestions[0].answer == "House style."
    assert refused.suggestions[0].state is SuggestionState.REFUSED
    reopened = with_suggestion_reopened(refused, an_id(50))
    assert reopened.suggestions[0].state is SuggestionState.OPEN
    answered = with_suggestion_answered(check, an_id(50), " Why? ")
    assert answered.suggestions[0].answer == "Why?"


def test_a_paragraph_that_goes_leaves_no_hole(check):
    text = "One.\n\nTwo.\n\nThree."
    check = with_draft_text(check, "lede", text)
    assert take(put(check, LEDE, at("Two.", text), "")).draft.text("lede") == "One.\n\nThree."
    assert take(put(check, LEDE, at("One.", text), "")).draft.text("lede") == "Two.\n\nThree."
