"""What a comment is about today, in words: its place, the words it was made about, its state."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbench.core.review import SubjectKind
from workbench.rules.commented import RemarkState, remarked

if TYPE_CHECKING:
    from workbench.core.check import Check
    from workbench.core.review import Comment
    from workbench.rules.commented import Remarked, Thread

_LONGEST = 160
"""Code points of quoted words that are repeated."""
_GONE = {
    SubjectKind.CLAIM: "Its claim was deleted.",
    SubjectKind.EVIDENCE: "Its evidence was deleted.",
    SubjectKind.SOURCE: "Its source was deleted.",
}


def about_words(words: str) -> str:
    """Return the words that a comment is about, on one line, a long stretch cut."""
    line = " ".join(words.split())
    return line if len(line) <= _LONGEST else f"{line[:_LONGEST].rpartition(' ')[0]} …"


def remark_words(comment: Comment, here: Remarked) -> str:
    """Return what became of the words of a comment; empty while they stand as they did."""
    match here.state:
        case RemarkState.GONE:
            return _GONE.get(comment.subject.kind, "What it was about is gone.")
        case RemarkState.LOST:
            return "Its words are not in the text any more."
        case RemarkState.CHANGED:
            return "Its words have been edited since."
        case _:
            return ""


def settled_words(thread: Thread) -> str:
    """Return who resolved a thread and when; empty while it is open."""
    opening = thread.opening
    if opening.settled_at is None:
        return ""
    return f"Resolved by {opening.settled_by}, {opening.settled_at:%Y-%m-%d %H:%M} UTC"


def state_words(check: Check, thread: Thread) -> str:
    """Return what became of the words of a thread in a check; empty while they stand there."""
    return remark_words(thread.opening, remarked(check, thread.opening))
