"""Votes on the rating: whose count, what they come to, and whether the rating follows them."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from workbench.core.review import RatingVote
from workbench.rules.name import name_key

if TYPE_CHECKING:
    from workbench.core.check import Check
    from workbench.core.review_rule import ReviewRules


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """What the votes come to.

    Attributes:
        votes: those that count, each person's latest, in the order they were given.
        counts: how many are for each (scale, label), the most first.
        needs, carry: as the house asks for; 0 where it asks for none.

    """

    votes: tuple[RatingVote, ...] = ()
    counts: tuple[tuple[tuple[str, str], int], ...] = ()
    needs: int = 0
    carry: int = 0

    @property
    def missing(self) -> int:
        """How many votes are still to be given."""
        return max(self.needs - len(self.votes), 0)

    @property
    def carried(self) -> tuple[str, str] | None:
        """The scale and label that the votes have carried; None while there is none."""
        if not self.needs or self.missing or not self.counts:
            return None
        (label, most), *others = self.counts
        is_tied = bool(others) and others[0][1] == most
        return label if most >= self.carry and not is_tied else None


def tally_of(check: Check, rules: ReviewRules) -> Tally:
    """Return what the votes on a check's rating come to under a house's rules."""
    latest: dict[str, RatingVote] = {}
    for vote in sorted(check.votes, key=lambda one: (one.at, one.id)):
        key = name_key(vote.who) or vote.who
        latest.pop(key, None)  # so that it stands where its latest vote stands
        if not _is_barred(key, check, rules):
            latest[key] = vote
    votes = tuple(latest.values())
    counted = Counter((vote.scale, vote.label) for vote in votes)
    return Tally(
        votes=votes,
        counts=tuple(counted.most_common()),
        needs=rules.votes,
        carry=rules.carry,
    )


def may_vote(check: Check, rules: ReviewRules, who: str) -> bool:
    """Return whether a person's vote would count."""
    return not _is_barred(name_key(who) or who, check, rules)


def _is_barred(key: str, check: Check, rules: ReviewRules) -> bool:
    return not rules.author_votes and bool(check.author) and key == name_key(check.author)
