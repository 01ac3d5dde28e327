"""What a person does with suggestions, each as one step of the timeline."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from workbench import clock
from workbench.core.change_review import (
    suggestion_of,
    with_suggestion,
    with_suggestion_answered,
    with_suggestion_refused,
    with_suggestion_reopened,
)
from workbench.core.error import UserError
from workbench.core.review import SuggestionState
from workbench.rules.suggestion import PlaceState, place_of, with_suggestion_taken
from workbench.rules.suggestion_return import (
    ALREADY_SO,
    with_review_taken_back,
    with_suggestion_put_back,
)

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

    from workbench.core.check import Check
    from workbench.core.review import Suggestion
    from workbench.publish.review import Review
    from workbench.rules.suggestion_return import ReceivedReview
    from workbench.ui.desk import Desk


def bring_in(desk: Desk, review: Review, who: str) -> None:
    """Keep what a file brought as open suggestions and comments; the text stays as it is."""
    from workbench.publish.review import with_review

    words = tr("Bring in the review of {who}").format(who=who)
    desk.edit(words, lambda check: with_review(check, review))


def take(desk: Desk, suggestion_id: str) -> None:
    """Take one suggestion; raises UserError if its words are not there any more."""
    taken = _taken(desk.check, suggestion_id, desk.person(), clock.now())
    desk.edit(tr("Take a suggestion"), lambda _: taken)


def take_all(desk: Desk, suggestion_ids: Iterable[str], section: str) -> tuple[int, int]:
    """Take several suggestions in one step; return how many were taken, and how many stay open."""
    check, at, taken, left = desk.check, clock.now(), 0, 0
    for one in suggestion_ids:
        try:
            check = _taken(check, one, desk.person(), at)
            taken += 1
        except UserError:
            left += 1
    if taken:
        words = tr("Take all suggestions for {section}").format(section=section)
        desk.edit(words, lambda _: check)
    return taken, left


def refuse(desk: Desk, suggestion_id: str, answer: str = "") -> None:
    """Refuse a suggestion, with or without an answer; the text stays."""
    who, at = desk.person(), clock.now()
    desk.edit(
        tr("Refuse a suggestion"),
        lambda check: with_suggestion_refused(check, suggestion_id, who, at, answer),
    )


def answer(desk: Desk, suggestion_id: str, words: str) -> None:
    """Answer a suggestion, which stays as it is."""
    desk.edit(
        tr("Answer a suggestion"),
        lambda check: with_suggestion_answered(check, suggestion_id, words),
    )


def reopen(desk: Desk, suggestion_id: str) -> bool:
    """Open a suggestion again; what was taken goes out of the text.

    Return whether the text is as it was before: what was edited since stays.
    """
    was = suggestion_of(desk.check, suggestion_id)
    try:
        opened, is_back = with_suggestion_put_back(desk.check, suggestion_id), True
    except UserError:
        opened = with_suggestion_reopened(desk.check, suggestion_id)
        is_back = was.state is not SuggestionState.TAKEN
    desk.edit(tr("Open a suggestion again"), lambda _: opened)
    return is_back


def take_back(desk: Desk, review: ReceivedReview) -> tuple[Suggestion, ...]:
    """Take a whole review back in one step; return what stays, as it was edited since."""
    who = ", ".join(review.who) or review.source_file
    back = with_review_taken_back(desk.check, review.key)
    desk.edit(tr("Take back the review of {who}").format(who=who), lambda _: back.check)
    return back.edited


def suggest(desk: Desk, suggestion: Suggestion) -> None:
    """Keep a suggestion that was made here."""
    desk.edit(tr("Suggest a change"), lambda check: with_suggestion(check, suggestion))


def _taken(check: Check, suggestion_id: str, who: str, at: datetime) -> Check:
    one = suggestion_of(check, suggestion_id)
    taken = with_suggestion_taken(check, suggestion_id, who, at)
    if place_of(check, one).state is PlaceState.ALREADY_SO and not one.answer:
        settled = suggestion_of(taken, suggestion_id)
        return with_suggestion(taken, replace(settled, answer=ALREADY_SO))
    return taken


def tr(text: str) -> str:
    """Return what a step is called, in the language of the window."""
    return QCoreApplication.translate("suggestion_command", text)
