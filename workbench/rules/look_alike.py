"""Look-alikes: events that could be taken for the one a claim is about, and are another.

Quiet where there is doubt: a date that is not known is not another date, a role may be anybody,
"spoke with" has no direction, and a verb that many do often ("praised") is no sign of anything.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING

from workbench.core.claim import Action, Stance
from workbench.rules.account import AccountKind, Telling, action_told, claim_account, telling_of
from workbench.rules.date_span import can_be_one, days_meant
from workbench.rules.deed import Deed, deed_of
from workbench.rules.happening import Happening, happenings_of, is_one_deed
from workbench.rules.person import same_person

if TYPE_CHECKING:
    from collections.abc import Iterator

    from workbench.core.check import Check
    from workbench.core.claim import Claim
    from workbench.core.date import DateValue
    from workbench.core.deed_family import DeedFamilies
    from workbench.rules.account import Inspections


class Difference(StrEnum):
    """In what an event differs from the one it could be taken for."""

    DIRECTION = "direction"
    DATE = "date"
    ACTOR = "actor"
    RECIPIENT = "recipient"


@dataclass(frozen=True, slots=True, kw_only=True)
class LookAlike:
    """Another event that could be taken for the one of a claim.

    Attributes:
        claimed: what the claim says was done, as far as it says so.
        differs: in what the other one differs, never empty.
        own: where the claim's event is told: what bears it out, its appearances, what is noticed.
        event: the other one.
        tellings: where the other one is told in the sources.
        stance: how one of those stretches is tied to the claim; None if none is.
        is_dismissed: whether a person has said that they know.

    """

    claim_id: str
    claimed: Action
    differs: tuple[Difference, ...]
    own: tuple[Telling, ...]
    event: Happening
    tellings: tuple[Telling, ...]
    stance: Stance | None = None
    is_dismissed: bool = False

    @property
    def key(self) -> str:
        """What it is called among the check's dismissals: the claim and the other event."""
        return f"look_alike:{self.claim_id}:{self.event.key}"

    @property
    def is_settled(self) -> bool:
        """Whether nobody need be warned: it was dismissed, or is tied as something else.

        Evidence that is tied as bearing the claim out, or as repeating it, raises it again.
        """
        if self.stance in (Stance.SUPPORTS, Stance.REPEATS):
            return False
        return self.is_dismissed or self.stance is not None


def look_alikes(
    check: Check, claim: Claim, inspections: Inspections, families: DeedFamilies = ()
) -> tuple[LookAlike, ...]:
    """Return the events that could be taken for the one of a claim, in the order they were met.

    They come from the events of the check and from those that are noticed in its sources. Those
    that a person has settled are among them and say so.
    """
    return look_alikes_in(check, claim, happenings_of(check, inspections, families), families)


def look_alikes_in(
    check: Check, claim: Claim, events: tuple[Happening, ...], families: DeedFamilies
) -> tuple[LookAlike, ...]:
    """Return the look-alikes of a claim in a check whose happenings are known already."""
    return tuple(_look_alikes(check, claim, events, families))


def look_alike_at(
    found: tuple[LookAlike, ...], version_id: str, start: int, end: int
) -> tuple[LookAlike, ...]:
    """Return those look-alikes that a stretch of a source's version tells of, settled or not."""
    stretch = Telling(source_id="", version_id=version_id, start=start, end=end, text="")
    return tuple(one for one in found if any(map(stretch.overlaps, one.tellings)))


def differences(
    claimed: Action, event: Action, when: DateValue, families: DeedFamilies
) -> tuple[Difference, ...]:
    """Return in what an event of a date differs from a claimed one that it could be taken for.

    Empty if it is the claimed one, may well be it, or is something else altogether.
    """
    one, other = deed_of(claimed, families), deed_of(event, families)
    if one is None or other is None or one.kind != other.kind:
        return ()
    late = () if can_be_one(claimed.when, when) else (Difference.DATE,)
    if is_one_deed(one, other):
        return late
    if is_one_deed(one, turned(other)):
        return (Difference.DIRECTION, *late)
    person = _other_person(one, other)
    if person is None and (one.is_mutual or other.is_mutual):
        person = _other_person(one, turned(other))
    if person is None or (one.is_often and not _is_one_day(claimed.when, when)):
        return ()
    return (person, *late)


def _look_alikes(
    check: Check, claim: Claim, events: tuple[Happening, ...], families: DeedFamilies
) -> Iterator[LookAlike]:
    claimed = action_told(claim)
    if deed_of(claimed, families) is None:
        return
    own = _own_tellings(check, claim, claimed, events, families)
    stances = {item.passage_id: item.stance for item in claim.evidence if item.passage_id}
    for event in events:
        told = tuple(one for one in event.accounts if one.kind is not AccountKind.CLAIM)
        if not told or claim.id in event.refs(AccountKind.CLAIM):
            continue
        differs = differences(claimed, told[0].what, event.when, families)
        if not differs:
            continue
        tellings = tuple(
            telling for telling in event.tellings if any(telling in one.tellings for one in told)
        )
        found = LookAlike(
            claim_id=claim.id,
            claimed=claimed,
            differs=differs,
            own=tuple(one for one in own if not any(map(one.overlaps, tellings))),
            event=event,
            tellings=tellings,
            stance=_strongest(check, tellings, stances),
        )
        yield replace(found, is_dismissed=found.key in check.dismissals)


def _own_tellings(
    check: Check,
    claim: Claim,
    claimed: Action,
    events: tuple[Happening, ...],
    families: DeedFamilies,
) -> tuple[Telling, ...]:
    """Return where the claim's own event is told, marked passages before what is noticed."""
    found = list(claim_account(check, claim, claimed).tellings)
    deed = deed_of(claimed, families)
    for event in events:
        other = deed_of(event.what, families)
        is_own = claim.id in event.refs(AccountKind.CLAIM) or (
            deed is not None
            and other is not None
            and is_one_deed(deed, other)
            and can_be_one(claimed.when, event.when)
        )
        if is_own:
            found += [one for one in event.tellings if not any(map(one.overlaps, found))]
    return tuple(found)


def _strongest(
    check: Check, tellings: tuple[Telling, ...], stances: dict[str, Stance]
) -> Stance | None:
    """Return how the stretches of an event are tied to a claim, what bears it out first."""
    tied = [
        stance
        for ref, stance in stances.items()
        if any(map(telling_of(check.passage(ref)).overlaps, tellings))
    ]
    return min(tied, key=list(Stance).index) if tied else None


def turned(deed: Deed) -> Deed:
    """Return a deed the other way round."""
    return replace(deed, actor=deed.recipient, recipient=deed.actor)


def _other_person(one: Deed, other: Deed) -> Difference | None:
    """Return which of two parties is certainly another person while the other is the same."""
    if not one.recipient or not other.recipient:
        return None
    actor = same_person(one.actor, other.actor)
    recipient = same_person(one.recipient, other.recipient)
    if actor is False and recipient is True:
        return Difference.ACTOR
    return Difference.RECIPIENT if actor is True and recipient is False else None


def _is_one_day(one: DateValue, other: DateValue) -> bool:
    return 0 < days_meant(one) <= 31 and other.is_known and can_be_one(one, other)
