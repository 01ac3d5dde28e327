"""The timeline of the finished check: events apart from publications, look-alikes, conflicts.

Only events that a person took and dated actions of claims go out; what was merely noticed in a
source never does.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbench.core.claim import ClaimStatus, Stance
from workbench.publish.citation import cited
from workbench.publish.escape import escaped
from workbench.publish.event_wording import (
    MATTER_WORDS,
    basis_words,
    dated_event_words,
    difference_words,
    event_words,
    moment_words,
    names_of,
)
from workbench.publish.layout import blocks, bullet, paragraph
from workbench.publish.wording import STATUS_WORDS, date_words
from workbench.rules.account import AccountKind
from workbench.rules.conflict import Conflict, Matter, conflicts
from workbench.rules.look_alike import look_alikes
from workbench.rules.name import listed
from workbench.rules.timeline import Publication, timeline_of

if TYPE_CHECKING:
    from workbench.core.check import Check
    from workbench.core.date import DateValue
    from workbench.core.deed_family import DeedFamilies
    from workbench.rules.happening import Happening
    from workbench.rules.look_alike import LookAlike

_AS_EVIDENCE = (Stance.CONTRADICTS, Stance.QUALIFIES)
"""Stances of what is no other event to be told apart, but speaks to the claim."""
_NO_EVENT = (ClaimStatus.NOT_CHECKABLE, ClaimStatus.ANALYSIS)


def timeline(check: Check, families: DeedFamilies) -> str:
    """Return the events with the basis of each date, then publications, look-alikes, conflicts.

    Empty if there is no event: dates of publication alone are in the list of sources.
    """
    entries = timeline_of(check, {}, families)
    events = [
        entry for entry in entries if not isinstance(entry, Publication) and _goes_out(check, entry)
    ]
    if not events:
        return ""
    published = [entry for entry in entries if isinstance(entry, Publication)]
    look_alike = _told_once(check, families)
    disputed = conflicts(check, {}, families)
    return blocks(
        "\n".join(bullet(_event(check, event)) for event in events),
        paragraph("Not the same event:") if look_alike else "",
        "\n".join(bullet(words) for words in look_alike),
        paragraph("Sources disagree:") if disputed else "",
        "\n".join(bullet(_conflict(check, one)) for one in disputed),
        paragraph("When it was published, which is not when it happened:") if published else "",
        "\n".join(bullet(_publication(check, one)) for one in published),
    )


def _goes_out(check: Check, event: Happening) -> bool:
    if event.refs(AccountKind.EVENT):
        return True
    claims = [check.claim(ref) for ref in event.refs(AccountKind.CLAIM)]
    return event.when.is_known and any(claim.status not in _NO_EVENT for claim in claims)


def _event(check: Check, event: Happening) -> str:
    refs = event.refs(AccountKind.CLAIM)
    facts = [f"{_date(event.when)} {escaped(event_words(event.what))}"]
    if refs:
        said = listed(
            tuple(
                f"claim {check.claim_number(ref)}, {STATUS_WORDS[check.claim(ref).status]}"
                for ref in refs
            )
        )
        facts[0] += f" ({said})"
    taken = [one for one in event.accounts if one.kind is AccountKind.EVENT]
    told = taken or event.accounts
    sources = tuple(dict.fromkeys(t.source_id for one in told for t in one.tellings))
    if sources:
        facts.append(f"Told by {listed(tuple(cited(check, check.source(ref)) for ref in sources))}")
    return f"{'. '.join(facts)}."


def _date(when: DateValue) -> str:
    words = f"**{escaped(moment_words(when))}**"
    if not when.is_known:
        words = "**No date**"
        return f"{words} (“{escaped(when.wording)}”):" if when.wording.strip() else f"{words}:"
    return f"{words}, {escaped(basis_words(when))}:"


def _publication(check: Check, entry: Publication) -> str:
    when = escaped(date_words(entry.when))
    if not entry.source_id:
        return f"{when}: {escaped(entry.name)}, not in hand."
    name = cited(check, check.source(entry.source_id))
    return f"{when}: {name}, last change." if entry.is_update else f"{when}: {name}."


def _told_once(check: Check, families: DeedFamilies) -> list[str]:
    """Return a sentence for each look-alike of a claim; claims that share one share it."""
    found: dict[str, tuple[LookAlike, list[int]]] = {}
    for claim in check.claims:
        if claim.status in _NO_EVENT:
            continue
        for one in look_alikes(check, claim, {}, families):
            if one.is_dismissed or one.stance in _AS_EVIDENCE:
                continue
            key = f"{one.event.key} {one.differs}"
            found.setdefault(key, (one, []))[1].append(check.claim_number(claim.id))
    return [_look_alike(check, one, numbers) for one, numbers in found.values()]


def _look_alike(check: Check, one: LookAlike, numbers: list[int]) -> str:
    told = next(acc for acc in one.event.accounts if acc.kind is not AccountKind.CLAIM)
    sources = names_of(check, dict.fromkeys(t.source_id for t in one.tellings))
    by = f" ({escaped(sources)})" if sources else ""
    noun, verb = ("claim", "is") if len(numbers) == 1 else ("claims", "are")
    which = listed(tuple(str(number) for number in numbers))
    said = "differs" if len(one.differs) == 1 else "differ"
    what = escaped(dated_event_words(told.what, one.event.when))
    return (
        f"{what}{by}. This is not what {noun} {which} {verb} about: {difference_words(one)} {said}."
    )


def _conflict(check: Check, one: Conflict) -> str:
    """Return what sources disagree about, each side with its sources."""
    about = escaped(event_words(one.events[0].what))
    sides = "; ".join(
        f"{escaped(names_of(check, dict.fromkeys(t.source_id for t in side.tellings)))}: "
        f"{escaped(_said(one, number))}"
        for number, side in enumerate(one.sides)
    )
    return f"{about}: {MATTER_WORDS[one.about]}. {sides}."


def _said(one: Conflict, number: int) -> str:
    if one.about is Matter.DATE:
        return moment_words(one.events[number].when)
    if one.about is Matter.DIRECTION:
        return event_words(one.events[number].what)
    return f"“{one.sides[number].words}”"
