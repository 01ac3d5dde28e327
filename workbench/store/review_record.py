"""Rows of votes, comments, suggestions and conflicts, and the values that they hold."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from workbench.core.quote import AnchorState, QuoteSelector
from workbench.core.review import (
    Comment,
    MergeConflict,
    RatingVote,
    Subject,
    SubjectKind,
    Suggestion,
    SuggestionState,
)
from workbench.store.record import Row, json_text, time_of, time_text

if TYPE_CHECKING:
    from datetime import datetime


def vote_row(vote: RatingVote) -> dict[str, Any]:
    """Return the columns of a vote."""
    return {
        "id": vote.id,
        "who": vote.who,
        "role": vote.role,
        "at": time_text(vote.at),
        "scale": vote.scale,
        "label": vote.label,
        "wording": vote.wording,
        "reason": vote.reason,
    }


def vote_of(row: Row) -> RatingVote:
    """Return the vote of a row; raises ValueError if there is no such vote."""
    return RatingVote(
        id=row["id"],
        who=row["who"],
        role=row["role"],
        at=time_of(row["at"]),
        scale=row["scale"],
        label=row["label"],
        wording=row["wording"],
        reason=row["reason"],
    )


def comment_row(comment: Comment) -> dict[str, Any]:
    """Return the columns of a comment."""
    return {
        "id": comment.id,
        **_subject_fields(comment.subject),
        "who": comment.who,
        "at": time_text(comment.at),
        "text": comment.text,
        "thread": comment.thread,
        "suggestion": comment.suggestion,
        "source_file": comment.source_file,
        "settled_by": comment.settled_by,
        "settled_at": _settled_text(comment.settled_at),
    }


def comment_of(row: Row) -> Comment:
    """Return the comment of a row; raises ValueError if there is no such comment."""
    return Comment(
        id=row["id"],
        subject=_subject(row),
        who=row["who"],
        at=time_of(row["at"]),
        text=row["text"],
        thread=row["thread"],
        suggestion=row["suggestion"],
        source_file=row["source_file"],
        settled_by=row["settled_by"],
        settled_at=_settled(row),
    )


def suggestion_row(suggestion: Suggestion) -> dict[str, Any]:
    """Return the columns of a suggestion."""
    return {
        "id": suggestion.id,
        **_subject_fields(suggestion.subject),
        "who": suggestion.who,
        "at": time_text(suggestion.at),
        "was": suggestion.was,
        "now": suggestion.now,
        "review": suggestion.review,
        "source_file": suggestion.source_file,
        "revision": suggestion.revision,
        "state": suggestion.state.value,
        "settled_by": suggestion.settled_by,
        "settled_at": _settled_text(suggestion.settled_at),
        "answer": suggestion.answer,
    }


def suggestion_of(row: Row) -> Suggestion:
    """Return the suggestion of a row; raises ValueError if there is no such suggestion."""
    return Suggestion(
        id=row["id"],
        subject=_subject(row),
        who=row["who"],
        at=time_of(row["at"]),
        was=row["was"],
        now=row["now"],
        review=row["review"],
        source_file=row["source_file"],
        revision=row["revision"],
        state=SuggestionState(row["state"]),
        settled_by=row["settled_by"],
        settled_at=_settled(row),
        answer=row["answer"],
    )


def conflict_row(conflict: MergeConflict) -> dict[str, Any]:
    """Return the columns of a conflict."""
    return {
        "id": conflict.id,
        "path": conflict.path,
        "kept": conflict.kept,
        "other": conflict.other,
        "kept_who": conflict.kept_who,
        "kept_at": time_text(conflict.kept_at),
        "other_who": conflict.other_who,
        "other_at": time_text(conflict.other_at),
        "settled_by": conflict.settled_by,
        "settled_at": _settled_text(conflict.settled_at),
    }


def conflict_of(row: Row) -> MergeConflict:
    """Return the conflict of a row; raises ValueError if there is no such conflict."""
    return MergeConflict(
        id=row["id"],
        path=row["path"],
        kept=row["kept"],
        other=row["other"],
        kept_who=row["kept_who"],
        kept_at=time_of(row["kept_at"]),
        other_who=row["other_who"],
        other_at=time_of(row["other_at"]),
        settled_by=row["settled_by"],
        settled_at=_settled(row),
    )


def _subject_fields(subject: Subject) -> dict[str, Any]:
    return {
        "subject_kind": subject.kind.value,
        "subject_item": subject.item,
        "subject_field": subject.field,
        "quote": _quote_text(subject.quote) if subject.quote is not None else None,
    }


def _subject(row: Row) -> Subject:
    return Subject(
        kind=SubjectKind(row["subject_kind"]),
        item=row["subject_item"],
        field=row["subject_field"],
        quote=_quote(row["quote"]) if row["quote"] else None,
    )


def _quote_text(quote: QuoteSelector) -> str:
    fields = {
        "exact": quote.exact,
        "prefix": quote.prefix,
        "suffix": quote.suffix,
        "start": quote.start,
        "end": quote.end,
        "state": quote.state.value,
    }
    return json_text(fields)


def _quote(text: str) -> QuoteSelector:
    fields: dict[str, Any] = json.loads(text)
    return QuoteSelector(**{**fields, "state": AnchorState(fields["state"])})


def _settled_text(at: datetime | None) -> str | None:
    return time_text(at) if at is not None else None


def _settled(row: Row) -> datetime | None:
    return time_of(row["settled_at"]) if row["settled_at"] else None
