"""The way to publication: why a check cannot enter a state, in sentences for who asks."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from workbench.core.record import CheckState, CorrectionKind
from workbench.rules.name import name_key

if TYPE_CHECKING:
    from workbench.core.check import Check
    from workbench.core.record import Correction

NEXT = {
    CheckState.DRAFT: (CheckState.IN_REVIEW,),
    CheckState.IN_REVIEW: (CheckState.APPROVED, CheckState.DRAFT),
    CheckState.APPROVED: (CheckState.PUBLISHED, CheckState.IN_REVIEW, CheckState.DRAFT),
    CheckState.PUBLISHED: (CheckState.CORRECTED,),
    CheckState.CORRECTED: (),
}
"""Where a check can go from each state. What has been published never becomes a draft again."""

WORDS = {
    CheckState.DRAFT: "a draft",
    CheckState.IN_REVIEW: "in review",
    CheckState.APPROVED: "approved",
    CheckState.PUBLISHED: "published",
    CheckState.CORRECTED: "corrected",
}
APPROVED = (CheckState.APPROVED, CheckState.PUBLISHED, CheckState.CORRECTED)
"""The states of a check that was approved once and not taken back."""


class Missing(StrEnum):
    """What a person has to see to before a check can go on."""

    WAY = "way"
    WHO = "who"
    HEADLINE = "headline"
    SECOND_PERSON = "second_person"
    ROLE = "role"
    CHECKLIST = "checklist"
    FINDINGS = "findings"
    SUGGESTIONS = "suggestions"
    COMMENTS = "comments"
    CONFLICTS = "conflicts"
    VOTES = "votes"
    RATING = "rating"
    APPROVAL = "approval"
    DATE = "date"
    CORRECTION = "correction"


class Obstacle(NamedTuple):
    """One reason why a check cannot enter a state, and its sentence."""

    missing: Missing
    words: str


def obstacles(
    check: Check,
    state: CheckState,
    who: str,
    *,
    is_changed: bool = False,
    bars_author: bool = True,
) -> tuple[Obstacle, ...]:
    """Return why a person cannot bring a check into a state; empty if they can.

    What else a house asks for before an approval is `sign_off_gate`.

    Args:
        check: as it is.
        state: that it shall be in.
        who: by name; empty while nobody is named.
        is_changed: whether its words differ from those that were approved, which can then be
            approved anew, whatever has become of the check since.
        bars_author: whether the author may not approve.

    """
    anew = is_changed and state is CheckState.APPROVED and check.state in APPROVED
    if state not in NEXT[check.state] and not anew:
        return (Obstacle(Missing.WAY, _no_way(check, state)),)
    found = [] if who.strip() else [Obstacle(Missing.WHO, "Say by whom.")]
    if state is not CheckState.DRAFT and not check.title.strip():
        found.append(Obstacle(Missing.HEADLINE, "The check has no headline yet."))
    is_author = bool(who.strip()) and name_key(who) == name_key(check.author)
    if state is CheckState.APPROVED and bars_author and is_author:
        words = "The author cannot approve their own check; somebody else has to."
        found.append(Obstacle(Missing.SECOND_PERSON, words))
    if state is CheckState.PUBLISHED and is_changed:
        words = "Its words are not those that were approved; somebody has to approve them first."
        found.append(Obstacle(Missing.APPROVAL, words))
    if state is CheckState.PUBLISHED and not check.published.is_known:
        found.append(Obstacle(Missing.DATE, "The check has no date of publication yet."))
    if state is CheckState.CORRECTED and not _is_corrected(check):
        found.append(Obstacle(Missing.CORRECTION, "No correction is noted yet."))
    return tuple(found)


def state_obstacles(
    check: Check, state: CheckState, who: str, *, is_changed: bool = False
) -> tuple[str, ...]:
    """Return the sentences of `obstacles`."""
    return tuple(one.words for one in obstacles(check, state, who, is_changed=is_changed))


def correction_obstacles(
    check: Check, correction: Correction, export_ids: tuple[str, ...]
) -> tuple[str, ...]:
    """Return plain sentences why a correction cannot be noted; empty if it can.

    export_ids: of the exports of this check, one of which a correction mends.
    """
    found = []
    if check.state not in (CheckState.PUBLISHED, CheckState.CORRECTED):
        found.append(
            f"The check is {WORDS[check.state]}. What has not been published is changed, not "
            "corrected."
        )
    if correction.export_id and correction.export_id not in export_ids:
        found.append("The export that it mends is not one of this check.")
    if correction.kind is CorrectionKind.CORRECTION and not correction.was.strip():
        found.append("A correction says what stood there before.")
    return tuple(found)


def _no_way(check: Check, state: CheckState) -> str:
    if state is check.state:
        return f"The check is {WORDS[state]} already."
    ways = [WORDS[one] for one in NEXT[check.state]]
    if not ways:
        return (
            f"The check is {WORDS[check.state]}, and has been published. Note what changes as a "
            "correction, a clarification or an update."
        )
    rest = ", ".join(ways[:-1])
    which = f"{rest} or {ways[-1]}" if rest else ways[0]
    return f"The check is {WORDS[check.state]}. Next it can only be {which}."


def _is_corrected(check: Check) -> bool:
    return any(one.kind is CorrectionKind.CORRECTION for one in check.corrections)
