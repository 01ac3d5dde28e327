"""The history says who remarked, suggested, voted and signed, and what became of it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.core.test_review import AT, COMMENT, SUGGESTION, TWO, VOTE
from workbench.core.comparison import facts_between
from workbench.core.quote import QuoteSelector
from workbench.core.record import SignOff
from workbench.core.review import SuggestionState
from workbench.core.revision import Fact, FactKind
from workbench.publish.history_wording import fact_words

SIGNED = SignOff(
    id=TWO, name="Nils Lindqvist", role="editor", at=AT, revision=3, sha256="0" * 64
)  # fmt: skip
RESOLVED = replace(COMMENT, settled_by="Noor Hale", settled_at=AT)
TAKEN = replace(
    SUGGESTION, state=SuggestionState.TAKEN, settled_by="Noor Hale", settled_at=AT
)  # fmt: skip


def told(check, house, before, after):
    """Return what the history says of a step between two lists, by the name of each field."""
    facts = facts_between(replace(check, **before), replace(check, **after))
    return [fact_words(fact, house) for fact in facts]


@pytest.mark.parametrize(
    ("field", "before", "after", "words"),
    [
        ("comments", (), (COMMENT,), "Comment by Ada Okafor"),
        (
            "comments",
            (COMMENT,),
            (COMMENT, replace(COMMENT, id=TWO, thread=COMMENT.id, who="Noor Hale")),
            "Answer by Noor Hale to a comment",
        ),
        ("comments", (COMMENT,), (RESOLVED,), "Comment resolved by Noor Hale"),
        ("comments", (RESOLVED,), (COMMENT,), "Comments changed"),
        ("comments", (COMMENT,), (), "Comment by Ada Okafor removed"),
        ("suggestions", (), (SUGGESTION,), "Change suggested by Ada Okafor"),
        ("suggestions", (SUGGESTION,), (TAKEN,), "Suggestion taken by Noor Hale"),
        ("votes", (), (VOTE,), "Vote on the rating by Ada Okafor"),
        ("sign_offs", (), (SIGNED,), "Signed off by Nils Lindqvist"),
    ],
)
def test_history_names_who_did_what(harbor, house, field, before, after, words):
    assert told(harbor, house, {field: before}, {field: after}) == [words]


def test_remark_that_follows_its_text_is_nobodys_deed(harbor, house):
    at = QuoteSelector(exact="shut", start=3, end=7)
    moved = replace(COMMENT, subject=replace(COMMENT.subject, quote=at))
    words = told(
        harbor, house, {"comments": (COMMENT,)}, {"comments": (moved,), "title": "Is it shut?"}
    )
    assert words == ["Title: Is it shut?"]


def test_what_was_saved_before_names_were_noted_is_told_without_one(house):
    assert fact_words(Fact(kind=FactKind.COMMENTS), house) == "Comments changed"
