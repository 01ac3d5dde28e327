"""The open comments in the editor's copy: their places, and the sentences they stand behind."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from workbench.core.review import SubjectKind
from workbench.publish.comment_words import about_words, remark_words
from workbench.publish.review_words import subject_words
from workbench.publish.wording import day_words
from workbench.rules.commented_place import PlacedThread, in_order, placed_threads

if TYPE_CHECKING:
    from workbench.core.check import Check
    from workbench.core.review import Comment
    from workbench.house.house import House
    from workbench.rules.coverage import Coverage, CoveredSentence

COMMENTS = "Open comments"


@dataclass(frozen=True, slots=True, kw_only=True)
class CopyComment:
    """A thread in words.

    Attributes:
        place: such as "Lede" or "Claim 3, careful wording".
        words: that it is about, on one line; empty for a whole item.
        state: what became of them; empty while they stand there.

    """

    thread: PlacedThread
    place: str
    words: str
    state: str

    @property
    def remarks(self) -> tuple[Comment, ...]:
        """All that was said, in its order."""
        return self.thread.thread.remarks


def open_comments(check: Check, house: House) -> tuple[CopyComment, ...]:
    """Return the threads that nobody has resolved, as the check is read."""
    still_open = [one for one in placed_threads(check) if one.thread.opening.is_open]
    parts = [part.key for part in house.template.parts]
    return tuple(
        CopyComment(
            thread=one,
            place=subject_words(check, house, one.thread.opening.subject),
            words=about_words(one.here.words),
            state=remark_words(one.thread.opening, one.here),
        )
        for one in in_order(check, still_open, parts)
    )


def sentence_of(comment: CopyComment, coverage: Coverage) -> CoveredSentence | None:
    """Return the sentence of the draft that a comment stands behind; None if there is none."""
    subject, here = comment.thread.thread.opening.subject, comment.thread.here
    if subject.kind is not SubjectKind.PART or subject.field or not comment.thread.has_words:
        return None
    own = (one for one in coverage.sentences if one.part.key == subject.item)
    found = [one for one in own if one.start < here.end and not one.part.item_id]
    return found[-1] if found else None


def claim_of(comment: CopyComment, check: Check) -> str:
    """Return the id of the claim that a comment is on, or whose evidence; empty for neither."""
    subject = comment.thread.thread.opening.subject
    if subject.kind is SubjectKind.CLAIM:
        return subject.item
    owners = (
        claim.id for claim in check.claims for one in claim.evidence if one.id == subject.item
    )
    return next(owners, "") if subject.kind is SubjectKind.EVIDENCE else ""


def said_by(comment: Comment) -> str:
    """Return who said it and when: "Tom Adeyemi, 10 July 2026 at 09:30 UTC"."""
    return f"{comment.who}, {day_words(comment.at)} at {comment.at:%H:%M} UTC"
