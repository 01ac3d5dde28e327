"""Votes on the rating, as pure changes of a check."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from workbench.core.check import Check
    from workbench.core.review import RatingVote


def with_vote(check: Check, vote: RatingVote) -> Check:
    """Return the check with a vote noted last; earlier ones of the same person stay on record."""
    return replace(check, votes=(*check.votes, vote))


def without_vote(check: Check, vote_id: str) -> Check:
    """Return the check without a vote that was given by mistake."""
    return replace(check, votes=tuple(vote for vote in check.votes if vote.id != vote_id))
