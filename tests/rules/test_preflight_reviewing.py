"""What reviewers left open is told before approval, and never as a fault of the words."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from workbench.core.change_review import with_suggestion, with_suggestion_refused
from workbench.core.finding import Severity
from workbench.core.identity import derived_id
from workbench.core.review import Comment, Subject, SubjectKind, Suggestion
from workbench.house.house import load_house
from workbench.house.rule_book import load_rule_book
from workbench.house.words import load_words
from workbench.publish.proof import findings_in
from workbench.publish.review_finding import new_findings

AT = datetime(2026, 7, 10, 9, 30, tzinfo=UTC)
BOOK, HOUSE, WORDS = load_rule_book(), load_house(), load_words()
TITLE = Subject(kind=SubjectKind.CHECK, field="title")


def told(check):
    found = findings_in(check, HOUSE, {}, WORDS, BOOK)
    return [(one.place.part, one.message) for one in found if one.rule == "review_open"]


@pytest.fixture
def reviewed(sample):
    """The sample with two suggestions and a comment."""
    check = sample
    for number in (1, 2):
        one = Suggestion(
            id=derived_id("s", str(number)), subject=TITLE, who="Tom", at=AT,
            was=check.title, now=f"Title {number}",
        )  # fmt: skip
        check = with_suggestion(check, one)
    said = Comment(id=derived_id("c"), subject=TITLE, who="Tom", at=AT, text="Why?")
    return replace(check, comments=(said,))


def test_what_is_open_is_counted_as_a_note(reviewed, sample):
    assert told(sample) == []
    assert told(reviewed) == [
        ("suggestions", "2 suggestions are open."), ("comments", "1 comment is open."),
    ]  # fmt: skip
    assert BOOK.rules["review_open"].severity is Severity.NOTE


def test_what_is_settled_is_not_told(reviewed):
    check = reviewed
    for one in reviewed.suggestions:
        check = with_suggestion_refused(check, one.id, "Mara", AT)
    done = replace(check.comments[0], settled_by="Mara", settled_at=AT)
    assert told(replace(check, comments=(done,))) == []


def test_a_smaller_count_is_no_new_finding(reviewed):
    def find(check):
        return findings_in(check, HOUSE, {}, WORDS, BOOK)

    after = with_suggestion_refused(reviewed, reviewed.suggestions[0].id, "Mara", AT)
    assert new_findings(find(reviewed), find(after)) == ()
