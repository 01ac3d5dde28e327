"""Taking suggestions back out of the text: as it was before, but for what was edited since."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from workbench.core import change
from workbench.core.change_review import suggestion_of, with_suggestion, with_suggestion_refused
from workbench.core.check import Check
from workbench.core.claim import Claim, ClaimStatus
from workbench.core.error import UserError
from workbench.core.identity import derived_id
from workbench.core.review import Comment, Subject, SubjectKind, SuggestionState
from workbench.rules.suggestion import suggested, with_suggestion_taken
from workbench.rules.suggestion_return import (
    received_reviews,
    with_review_taken_back,
    with_suggestion_put_back,
)

AT = datetime(2026, 7, 10, 9, 30, tzinfo=UTC)
LEDE = (
    "The Ledger reports that Okafor called Lindqvist on Thursday. Nobody else has the call.\n\n"
    "The port office says that the Harbor Bridge is shut, and it keeps a register of ships.\n\n"
    "Lindqvist told the Northshore Herald that he will talk to her again, and soon."
)
PART = Subject(kind=SubjectKind.PART, item="lede")
REVIEW = derived_id("a review")


def an_id(*parts):
    return derived_id("test", *map(str, parts))


@pytest.fixture
def check():
    claim = Claim(id=an_id("claim"), as_circulated="Okafor called", status=ClaimStatus.REPORTED)
    made = Check(
        id=an_id("check"), slug="harbor", title="A call", created=AT, changed=AT, claims=(claim,)
    )
    return change.with_draft_text(made, "lede", LEDE)


def with_change(check, was, now, number=1, review=REVIEW, subject=PART):
    """Return the check with a suggestion to put other words into its lede."""
    text = check.draft.text("lede")
    start = text.index(was)
    made = suggested(
        check,
        subject,
        (start, start + len(was)),
        now,
        suggestion_id=an_id(number),
        who="Tom",
        at=AT,
    )
    return with_suggestion(check, replace(made, review=review, source_file="lede.md"))


def take(check, *numbers):
    for number in numbers:
        check = with_suggestion_taken(check, an_id(number), "Mara", AT)
    return check


@pytest.mark.parametrize(
    ("was", "now"),
    [
        ("reports", "says"),
        (" on Thursday", ""),
        ("Nobody else has the call.", "Nobody else has it yet."),
        ("The port office says that the Harbor Bridge is shut, and it keeps a register of ships."
         "\n\n", ""),
        ("The Ledger ", ""),
        (", and soon.", "."),
    ],
)  # fmt: skip
def test_a_change_goes_in_and_out_again(check, was, now):
    before = with_change(check, was, now)
    after = take(before, 1)
    assert after.draft.text("lede") != LEDE
    back = with_suggestion_put_back(after, an_id(1))
    assert back.draft.text("lede") == LEDE
    assert suggestion_of(back, an_id(1)).state is SuggestionState.OPEN


def test_an_insertion_goes_in_and_out_again(check):
    at = LEDE.index(" on Thursday")
    made = suggested(check, PART, (at, at), " twice", suggestion_id=an_id(1), who="Tom", at=AT)
    after = take(with_suggestion(check, made), 1)
    assert "Lindqvist twice on Thursday" in after.draft.text("lede")
    assert with_suggestion_put_back(after, an_id(1)).draft.text("lede") == LEDE


def test_what_was_edited_since_stays_and_is_told(check):
    after = take(with_change(check, "reports", "claims"), 1)
    edited = change.with_draft_text(
        after, "lede", after.draft.text("lede").replace("claims", "insists")
    )
    with pytest.raises(UserError, match="edited after"):
        with_suggestion_put_back(edited, an_id(1))


def test_words_elsewhere_may_be_edited_meanwhile(check):
    after = take(with_change(check, "reports", "claims"), 1)
    text = after.draft.text("lede").replace("Northshore Herald", "Herald") + " So be it."
    back = with_suggestion_put_back(change.with_draft_text(after, "lede", text), an_id(1))
    assert back.draft.text("lede") == LEDE.replace("Northshore Herald", "Herald") + " So be it."


def test_a_status_goes_back(check):
    subject = Subject(kind=SubjectKind.CLAIM, item=an_id("claim"), field="status")
    made = suggested(check, subject, None, "confirmed", suggestion_id=an_id(1), who="Tom", at=AT)
    after = take(with_suggestion(check, made), 1)
    assert after.claims[0].status is ClaimStatus.CONFIRMED
    assert with_suggestion_put_back(after, an_id(1)).claims[0].status is ClaimStatus.REPORTED


def test_a_whole_review_leaves_nothing_behind(check):
    full = with_change(check, "reports", "claims", 1)
    full = with_change(full, " on Thursday", "", 2)
    full = with_change(full, "again", "once more", 3)
    full = replace(
        full,
        comments=(
            Comment(id=an_id("c"), subject=PART, who="Tom", at=AT, text="Why?",
                    source_file="lede.md"),
        ),
    )  # fmt: skip
    full = with_suggestion_refused(take(full, 1, 2), an_id(3), "Mara", AT)
    (review,) = received_reviews(full)
    assert (review.key, review.who, len(review.comments)) == (REVIEW, ("Tom",), 1)
    back = with_review_taken_back(full, review.key)
    assert back.check == check
    assert back.edited == ()


def test_of_a_whole_review_what_was_edited_since_stays_with_its_suggestion(check):
    full = with_change(with_change(check, "reports", "claims", 1), "again", "once more", 2)
    full = take(full, 1, 2)
    text = full.draft.text("lede").replace("claims", "insists")
    back = with_review_taken_back(change.with_draft_text(full, "lede", text), REVIEW)
    assert back.check.draft.text("lede") == LEDE.replace("reports", "insists")
    assert [one.id for one in back.edited] == [an_id(1)]
    assert [one.id for one in back.check.suggestions] == [an_id(1)]


def test_another_review_is_not_touched(check):
    other = derived_id("another review")
    full = with_change(with_change(check, "reports", "claims", 1), "again", "soon", 2, other)
    back = with_review_taken_back(take(full, 1, 2), REVIEW).check
    assert back.draft.text("lede") == LEDE.replace("again", "soon")
    assert [one.id for one in back.suggestions] == [an_id(2)]


def test_a_thread_that_others_answered_stays_whole(check):
    opening = Comment(
        id=an_id("c"), subject=PART, who="Tom", at=AT, text="Why?", source_file="lede.md"
    )
    answer = Comment(
        id=an_id("a"), subject=PART, who="Mara", at=AT, text="See the log.", thread=opening.id
    )
    full = replace(with_change(check, "reports", "claims"), comments=(opening, answer))
    assert with_review_taken_back(full, REVIEW).check.comments == (opening, answer)


def test_a_file_of_remarks_alone_is_a_review_too(check):
    remark = Comment(
        id=an_id("c"), subject=PART, who="Tom", at=AT, text="Why?", source_file="lede.docx"
    )
    full = replace(check, comments=(remark,))
    assert [one.key for one in received_reviews(full)] == ["lede.docx"]
    assert with_review_taken_back(full, "lede.docx").check == check


@pytest.mark.parametrize("seed", range(60))
def test_any_changes_taken_in_any_order_are_taken_back_to_the_letter(check, seed):
    chance = random.Random(seed)
    words = LEDE.split(" ")
    at, made, number = 0, check, 0
    while at < len(words) - 4:
        length = chance.randint(1, 3)
        was = " ".join(words[at : at + length])
        if LEDE.count(was) == 1 and chance.random() < 0.6:
            number += 1
            now = chance.choice(["", "other words", was.upper(), was + " indeed", "so"])
            if now != was:
                made = with_change(made, was, now, number)
        at += length + chance.randint(1, 4)
    order = [one.id for one in made.suggestions]
    chance.shuffle(order)
    for one in order:
        try:
            made = with_suggestion_taken(made, one, "Mara", AT.replace(minute=order.index(one)))
        except UserError:
            continue
    back = with_review_taken_back(made, REVIEW)
    assert back.edited == ()
    assert back.check.draft.text("lede") == LEDE
