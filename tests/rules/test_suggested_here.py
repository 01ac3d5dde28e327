"""Suggestions made here: the sentence that is offered, and the words of it that were changed."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from workbench.core.check import Check
from workbench.core.claim import Claim, ClaimStatus
from workbench.core.identity import derived_id
from workbench.core.review import Comment, Subject, SubjectKind
from workbench.core.review_mode import is_review_only
from workbench.rules.suggested_here import narrowed, sentence_at, suggested_instead

AT = datetime(2026, 7, 10, 9, 30, tzinfo=UTC)
TEXT = "Okafor called.[^3f9a21c4] Lindqvist did not answer the call.[^analysis] It is shut."


@pytest.fixture
def check():
    claims = tuple(
        Claim(id=derived_id("c", str(n)), as_circulated=f"Claim {n}", status=ClaimStatus.REPORTED)
        for n in (1, 2)
    )
    return Check(
        id=derived_id("check"), slug="a", title="A call", created=AT, changed=AT, claims=claims
    )


@pytest.mark.parametrize(
    ("selected", "offered"),
    [
        ("", "Lindqvist did not answer the call."),
        ("answer", "Lindqvist did not answer the call."),
        ("call.[^analysis] It", "Lindqvist did not answer the call.[^analysis] It is shut."),
    ],
)
def test_the_whole_sentence_is_offered_without_the_citation_behind_it(selected, offered):
    start = TEXT.index(selected or "not answer")
    first, last = sentence_at(TEXT, start, start + len(selected))
    assert TEXT[first:last] == offered


def test_where_nothing_stands_nothing_is_offered():
    assert sentence_at("", 0, 0) == (0, 0)


@pytest.mark.parametrize(
    ("was", "now"),
    [
        ("She called him on Thursday.", "She phoned him on Thursday."),
        ("She called him on Thursday.", "She called him."),
        ("She called him.", "She called him twice, and wrote."),
        ("She called.", "He called."),
        ("a b a b a", "a b a"),
        ("One word", ""),
    ],
)
def test_only_the_words_that_differ_are_suggested(was, now):
    start, end, new = narrowed(10, was, now)
    assert was[: start - 10] + new + was[end - 10 :] == now
    assert not was[: start - 10].endswith(new) or not new


def test_a_narrow_change_is_no_longer_than_it_has_to_be():
    assert narrowed(0, "She called him on Thursday.", "She phoned him on Thursday.") == (
        4, 10, "phoned",
    )  # fmt: skip


def test_a_chosen_status_is_a_suggestion_and_two_at_once_are_none(check):
    first, second = (replace(one, status=ClaimStatus.CONFIRMED) for one in check.claims)
    subject = Subject(kind=SubjectKind.CLAIM, item=first.id, field="status")
    one = replace(check, claims=(first, check.claims[1]))
    assert suggested_instead(check, one) == ((subject, "confirmed"),)
    assert suggested_instead(check, replace(check, claims=(first, second))) == ()
    assert suggested_instead(check, replace(check, title="Another")) == ()


def test_a_reviewer_comments_and_changes_nothing_else(check):
    said = Comment(
        id=derived_id("x"), subject=Subject(kind=SubjectKind.CHECK), who="Tom", at=AT, text="Why?"
    )
    assert is_review_only(check, replace(check, comments=(said,), changed=AT.replace(hour=10)))
    assert not is_review_only(check, replace(check, title="Another"))
    assert not is_review_only(check, replace(check, comments=(said,), notes="x"))
