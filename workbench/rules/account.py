"""Accounts of events: what the check and its sources tell was done, each with where it is told."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING

from workbench.core.claim import Action, Stance
from workbench.core.date import UNKNOWN_DATE
from workbench.reading.contact_verb import told_as

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from workbench.core.check import Check
    from workbench.core.claim import Claim
    from workbench.core.quote import Passage
    from workbench.reading.inspection import Inspection

    Inspections = Mapping[str, Inspection]
    """What is noticed, by source id; sources that are not read yet are missing."""


class AccountKind(StrEnum):
    """Where an account comes from."""

    EVENT = "event"
    CLAIM = "claim"
    NOTICED = "noticed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """A stretch of a source that tells of something.

    Attributes:
        version_id: the version of the source whose code points start and end are.
        text: the words that stand there.
        passage_id: the passage of the check that marks it; empty for what was only noticed.

    """

    source_id: str
    version_id: str
    start: int
    end: int
    text: str
    passage_id: str = ""

    def overlaps(self, other: Telling) -> bool:
        """Whether two stretches of one text share a character."""
        return (
            self.version_id == other.version_id
            and self.start < other.end
            and other.start < self.end
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """What one event of the check, one claim or one stretch of a source says was done.

    Attributes:
        ref: id of the event or claim; empty for what was only noticed.
        note: of an event of the check.

    """

    kind: AccountKind
    what: Action
    tellings: tuple[Telling, ...]
    ref: str = ""
    note: str = ""


def accounts_of(check: Check, inspections: Inspections) -> tuple[Account, ...]:
    """Return all accounts: events of the check, then claims, then what is noticed in sources."""
    return (*_of_events(check), *_of_claims(check), *_noticed(check, inspections))


def action_told(claim: Claim) -> Action:
    """Return who a claim says did what to whom: its own fields, the empty ones from its wording."""
    what = claim.action
    has_parties = bool(what.actor or what.action or what.recipient)
    if (has_parties and what.when.is_known) or not claim.wording.strip():
        return what
    read = _read_in(claim.wording)
    when = what.when if what.when.is_known or what.when.wording else read.when
    # Where the person filled in some of it, only the date is added: never two events mixed.
    return replace(what if has_parties else read, when=when)


def _read_in(wording: str) -> Action:
    """Return the first event that a wording tells of, and the one date that it states."""
    from workbench.reading.date_mention import date_mentions  # a launch reads no claim
    from workbench.reading.event_mention import events

    dates = date_mentions(wording)
    stated = [mention.date for mention in dates if mention.date.is_known]
    alone = stated[0] if len(stated) == 1 else UNKNOWN_DATE
    found = events(wording, dates)
    if not found:
        return Action(when=alone)
    first = found[0]
    when = first.when if first.when.is_known else alone
    return Action(
        actor=first.actor, action=told_as(first.action), recipient=first.recipient, when=when
    )


def telling_of(passage: Passage) -> Telling:
    """Return where a passage of the check stands."""
    selector = passage.selector
    return Telling(
        source_id=passage.source_id,
        version_id=passage.version_id,
        start=selector.start,
        end=selector.end,
        text=selector.exact,
        passage_id=passage.id,
    )


def _of_events(check: Check) -> Iterator[Account]:
    for event in check.events:
        yield Account(
            kind=AccountKind.EVENT,
            what=event.what,
            tellings=tuple(telling_of(check.passage(ref)) for ref in event.passage_ids),
            ref=event.id,
            note=event.note,
        )


def _of_claims(check: Check) -> Iterator[Account]:
    for claim in check.claims:
        if claim.action.actor.strip() and claim.action.action.strip():
            yield claim_account(check, claim, claim.action)


def claim_account(check: Check, claim: Claim, what: Action) -> Account:
    """Return what a claim says was done, with what bears it out, where it occurs, what repeats it.

    Context is about something else as often as not, so it tells nothing of the claim's event.
    """
    tied: dict[Stance, list[str]] = {Stance.SUPPORTS: [], Stance.REPEATS: []}
    for item in claim.evidence:
        tied.get(item.stance, []).append(item.passage_id)
    appearances = [item.passage_id for item in claim.appearances]
    refs = [*tied[Stance.SUPPORTS], *appearances, *tied[Stance.REPEATS]]
    passages = [check.passage(ref) for ref in dict.fromkeys(refs) if ref]
    tellings = tuple(telling_of(passage) for passage in passages)
    return Account(kind=AccountKind.CLAIM, what=what, tellings=tellings, ref=claim.id)


def _noticed(check: Check, inspections: Inspections) -> Iterator[Account]:
    for source in check.sources:
        inspection = inspections.get(source.id)
        if inspection is None or inspection.text != source.version.text:
            continue
        for mention in inspection.voices.events:
            telling = Telling(
                source_id=source.id,
                version_id=source.version.id,
                start=mention.start,
                end=mention.end,
                text=inspection.text[mention.start : mention.end],
            )
            what = Action(
                actor=mention.actor,
                action=told_as(mention.action),
                recipient=mention.recipient,
                when=mention.when,
            )
            yield Account(kind=AccountKind.NOTICED, what=what, tellings=(telling,))
