"""Comments, suggestions, votes and conflicts hold together, or are refused."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from workbench.core.review import (
    Comment,
    MergeConflict,
    RatingVote,
    Subject,
    SubjectKind,
    Suggestion,
    SuggestionState,
)

AT = datetime(2026, 7, 2, 12, tzinfo=UTC)
ONE, TWO = (f"01890000-0000-7000-8000-00000000000{number}" for number in (1, 2))
LEDE = Subject(kind=SubjectKind.PART, item="lede")
COMMENT = Comment(id=ONE, subject=LEDE, who="Ada Okafor", at=AT, text="Since when?")
SUGGESTION = Suggestion(id=ONE, subject=LEDE, who="Ada Okafor", at=AT, was="shut", now="closed")
VOTE = RatingVote(id=ONE, who="Ada Okafor", at=AT, scale="house", label="misleading")
CONFLICT = MergeConflict(
    id=ONE,
    path="title",
    kept='"a"',
    other='"b"',
    kept_who="Ada Okafor",
    kept_at=AT,
    other_who="",
    other_at=AT,
)


def test_a_thread_is_open_until_somebody_resolves_it():
    assert COMMENT.is_open
    assert not replace(COMMENT, settled_by="Nils Lindqvist", settled_at=AT).is_open
    assert not replace(COMMENT, id=TWO, thread=ONE).is_open, "an answer opens nothing"


@pytest.mark.parametrize(
    "wrong",
    [
        lambda: Subject(kind=SubjectKind.CLAIM),
        lambda: Subject(kind=SubjectKind.PART),
        lambda: replace(COMMENT, text=" "),
        lambda: replace(COMMENT, settled_by="Nils Lindqvist"),
        lambda: replace(COMMENT, thread=TWO, settled_by="Nils Lindqvist", settled_at=AT),
        lambda: replace(COMMENT, at=AT.replace(tzinfo=None)),
        lambda: replace(SUGGESTION, now="shut"),
        lambda: replace(SUGGESTION, state=SuggestionState.TAKEN),
        lambda: replace(SUGGESTION, settled_at=AT),
        lambda: replace(VOTE, who=" "),
        lambda: replace(VOTE, label=""),
        lambda: replace(CONFLICT, other='"a"'),
        lambda: replace(CONFLICT, path=""),
    ],
)
def test_what_does_not_hold_together_is_refused(wrong):
    with pytest.raises(ValueError, match=r"\w"):
        wrong()
