"""What reviewers leave in a check, as pure changes: suggestions and comments come, are settled."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from workbench.core.review import SuggestionState

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

    from workbench.core.check import Check
    from workbench.core.review import Comment, Suggestion


def suggestion_of(check: Check, suggestion_id: str) -> Suggestion:
    """Return the suggestion with this id; raises KeyError if there is none."""
    for one in check.suggestions:
        if one.id == suggestion_id:
            return one
    raise KeyError(suggestion_id)


def open_suggestions(check: Check) -> tuple[Suggestion, ...]:
    """Return the suggestions that nobody has taken or refused."""
    return tuple(one for one in check.suggestions if one.state is SuggestionState.OPEN)


def with_suggestion(check: Check, suggestion: Suggestion) -> Check:
    """Return the check with a suggestion added, or put in place of the one with its id."""
    kept = check.suggestions
    if any(one.id == suggestion.id for one in kept):
        put = (suggestion if one.id == suggestion.id else one for one in kept)
        return replace(check, suggestions=tuple(put))
    return replace(check, suggestions=(*kept, suggestion))


def with_reviewed(
    check: Check, suggestions: Iterable[Suggestion], comments: Iterable[Comment]
) -> Check:
    """Return the check with what came back added; what is there already stays as it is."""
    here = {one.id for one in check.suggestions}
    said = {one.id for one in check.comments}
    return replace(
        check,
        suggestions=(*check.suggestions, *(one for one in suggestions if one.id not in here)),
        comments=(*check.comments, *(one for one in comments if one.id not in said)),
    )


def with_suggestion_refused(
    check: Check, suggestion_id: str, who: str, at: datetime, answer: str = ""
) -> Check:
    """Return the check with a suggestion refused; the text stays."""
    one = suggestion_of(check, suggestion_id)
    refused = replace(
        one,
        state=SuggestionState.REFUSED,
        settled_by=who,
        settled_at=at,
        answer=answer or one.answer,
    )
    return with_suggestion(check, refused)


def with_suggestion_answered(check: Check, suggestion_id: str, answer: str) -> Check:
    """Return the check with something said to a suggestion, which stays as open as it was."""
    one = suggestion_of(check, suggestion_id)
    return with_suggestion(check, replace(one, answer=answer.strip()))


def with_suggestion_reopened(check: Check, suggestion_id: str) -> Check:
    """Return the check with a suggestion open again; what was taken stays in the text."""
    one = suggestion_of(check, suggestion_id)
    opened = replace(one, state=SuggestionState.OPEN, settled_by="", settled_at=None)
    return with_suggestion(check, opened)
