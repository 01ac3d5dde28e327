"""How a check came to its rating: each rating and reason it had, who gave it and when."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from workbench.core.revision import FactKind, Revision
from workbench.rules.sign_off_gate import label_name

if TYPE_CHECKING:
    from collections.abc import Iterable

    from workbench.house.house import House


@dataclass(frozen=True, slots=True, kw_only=True)
class RatingStep:
    """One change of the rating or of its reason.

    Attributes:
        rating: its name from then on; empty if only the reason changed, or if it was taken back.
        is_taken_back: whether the check was not rated from then on.
        reason: from then on; empty if it did not change, or there was none.

    """

    at: datetime
    who: str
    rating: str = ""
    reason: str = ""
    is_taken_back: bool = False


def rating_steps(revisions: Iterable[Revision], house: House) -> tuple[RatingStep, ...]:
    """Return how the rating changed, the newest first; a reason typed in one go is one step.

    revisions: of one check, in any order. A reason that follows the rating at once, by the same
    person, stands beside it.
    """
    steps: list[tuple[RatingStep, str]] = []
    for revision in sorted(revisions, key=lambda one: (one.number, one.id)):
        step = _step(revision, house)
        if step is None:
            continue
        if steps and _goes_on(steps[-1], step, revision.key):
            last = steps[-1][0]
            step = RatingStep(
                at=step.at,
                who=step.who,
                rating=step.rating or last.rating,
                reason=step.reason or (last.reason if step.rating else ""),
                is_taken_back=step.is_taken_back,
            )
            steps[-1] = step, revision.key
        else:
            steps.append((step, revision.key))
    return tuple(step for step, _ in reversed(steps))


def _goes_on(last: tuple[RatingStep, str], step: RatingStep, key: str) -> bool:
    """Whether a step belongs to the one before: the same typing, or a first reason for a rating."""
    before, before_key = last
    if before.who != step.who or step.rating or step.is_taken_back:
        return False
    return (bool(key) and key == before_key) or not before.reason


def _step(revision: Revision, house: House) -> RatingStep | None:
    rating, reason, is_taken_back, is_there = "", "", False, False
    for fact in revision.facts:
        if fact.kind is FactKind.RATING:
            is_there = True
            rating = rating_name(fact.now, house)
            is_taken_back = not rating
        elif fact.kind is FactKind.REASON:
            is_there = True
            reason = fact.now
    if not is_there:
        return None
    return RatingStep(
        at=revision.at,
        who=revision.who,
        rating=rating,
        reason=reason,
        is_taken_back=is_taken_back,
    )


def rating_name(code: str, house: House) -> str:
    """Return the name of a rating as facts have it: "scale/label", the wording behind a space."""
    scale, slash, rest = code.partition("/")
    if not slash or " " in scale:
        return code
    label, _, wording = rest.partition(" ")
    name = label_name(house.scales, scale, label)
    return f"{name}: {wording}" if wording else name
