"""What a house asks for before a check is approved: its rules for review, and its checklist."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from workbench.core.finding import Severity

ANSWERS = ("yes", "no", "not_applicable")
"""Codes of what can be answered to a question of a checklist."""


class EditorsBarred(StrEnum):
    """Which people who worked on a check may not approve it, beside its author."""

    NOBODY = "nobody"
    SINCE_REVIEW = "since-review"
    EVER = "ever"


@dataclass(frozen=True, slots=True, kw_only=True)
class ChecklistQuestion:
    """One question that is answered at a sign-off.

    Attributes:
        key: what is kept of it; never reused for another question.
        answers: codes of the answers with which a check may be approved.
        required: whether it has to be answered at all.

    """

    key: str
    text: str
    answers: tuple[str, ...] = ("yes", "not_applicable")
    required: bool = False

    def __post_init__(self) -> None:
        if not self.key or not self.text.strip():
            raise ValueError("a question has a key and a text")
        if not self.answers or not set(self.answers) <= set(ANSWERS):
            raise ValueError("a question can be answered")


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewRules:
    """What has to be so before a check is approved.

    Attributes:
        bars_author: whether the author may not approve.
        bars_editors: who else may not, for having changed the words.
        roles: in which people sign off, as they are offered.
        required_roles: in each of which somebody has to approve the same words.
        votes: how many people have to vote on the rating; 0 for no votes.
        carry: how many votes for one label carry.
        author_votes: whether the author's vote counts.
        severities, rules: findings of the pre-flight that have to be settled: those of a
            severity, and those of a rule by its key.
        settles_suggestions, settles_comments, settles_conflicts: whether none may be open.
        checklist: in the order of asking.

    """

    bars_author: bool = True
    bars_editors: EditorsBarred = EditorsBarred.NOBODY
    roles: tuple[str, ...] = ()
    required_roles: tuple[str, ...] = ()
    votes: int = 0
    carry: int = 0
    author_votes: bool = False
    severities: tuple[Severity, ...] = (Severity.ERROR,)
    rules: tuple[str, ...] = ()
    settles_suggestions: bool = True
    settles_comments: bool = False
    settles_conflicts: bool = True
    checklist: tuple[ChecklistQuestion, ...] = ()

    def __post_init__(self) -> None:
        if self.carry > self.votes or self.votes < 0 or self.carry < 0:
            raise ValueError("no more votes carry than are needed")
        if len({question.key for question in self.checklist}) != len(self.checklist):
            raise ValueError("two questions of a checklist share a key")

    def question(self, key: str) -> ChecklistQuestion | None:
        """Return the question with this key, or None."""
        return next((one for one in self.checklist if one.key == key), None)
