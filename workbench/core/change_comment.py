"""Remarks come, are answered, resolved and opened again, as pure changes."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime

    from workbench.core.check import Check
    from workbench.core.review import Comment


def comment_of(check: Check, comment_id: str) -> Comment:
    """Return the remark with this id; raises KeyError if there is none."""
    for one in check.comments:
        if one.id == comment_id:
            return one
    raise KeyError(comment_id)


def thread_of(check: Check, comment_id: str) -> Comment:
    """Return the remark that opened the thread of a remark; raises KeyError if there is none."""
    one = comment_of(check, comment_id)
    return comment_of(check, one.thread) if one.thread else one


def answers_to(check: Check, thread_id: str) -> tuple[Comment, ...]:
    """Return what was said to the remark that opened a thread, the earliest first."""
    said = (one for one in check.comments if one.thread == thread_id)
    return tuple(sorted(said, key=lambda one: (one.at, one.id)))


def with_comment(check: Check, comment: Comment) -> Check:
    """Return the check with a remark added, or put in place of the one with its id.

    An answer opens its thread again: somebody has something to say to it.
    """
    if any(one.id == comment.id for one in check.comments):
        return _put(check, comment)
    check = replace(check, comments=(*check.comments, comment))
    return reopened(check, comment.thread) if comment.thread else check


def reworded(check: Check, comment_id: str, text: str) -> Check:
    """Return the check with other words in a remark; raises ValueError if there are none."""
    return _put(check, replace(comment_of(check, comment_id), text=text.strip()))


def without_comment(check: Check, comment_id: str) -> Check:
    """Return the check without a remark.

    Raises ValueError for one that others have answered: what they said would hang in the air.
    """
    if answers_to(check, comment_id):
        raise ValueError("this remark has been answered")
    kept = tuple(one for one in check.comments if one.id != comment_id)
    return replace(check, comments=kept)


def resolved(check: Check, thread_id: str, who: str, at: datetime) -> Check:
    """Return the check with a thread resolved."""
    opening = thread_of(check, thread_id)
    if not opening.is_open:
        return check
    return _put(check, replace(opening, settled_by=" ".join(who.split()), settled_at=at))


def reopened(check: Check, thread_id: str) -> Check:
    """Return the check with a thread open again."""
    opening = thread_of(check, thread_id)
    return _put(check, replace(opening, settled_by="", settled_at=None))


def _put(check: Check, comment: Comment) -> Check:
    put = (comment if one.id == comment.id else one for one in check.comments)
    return replace(check, comments=tuple(put))
