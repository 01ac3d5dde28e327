"""Putting a source back that was taken out of a check, with all that went with it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from workbench.core.change import tidied
from workbench.core.claim import Basis
from workbench.core.source import Hop

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from workbench.core.check import Check
    from workbench.core.claim import Claim
    from workbench.core.event import Event
    from workbench.core.source import Source

_REMOVED = "a removed source"


def with_source_back(check: Check, was: Check, source_id: str) -> Check:
    """Return a check with a source as an earlier state has it; raises KeyError if that has none.

    Its passages come with it, and with them the evidence, the appearances and the events that
    rested on them, as far as their claims and events are still there. A check that has the source
    already is returned as it is.
    """
    gone = was.source(source_id)
    if any(source.id == source_id for source in check.sources):
        return check
    passages = [passage for passage in was.passages if passage.source_id == source_id]
    ids = {passage.id for passage in passages}
    claims = {claim.id: claim for claim in was.claims}
    events = {event.id: event for event in was.events}
    before = {source.id: source for source in was.sources}
    sources = tuple(_hooked(one, before.get(one.id), gone) for one in check.sources)
    here = {source.id for source in sources} | {source_id}
    back = replace(
        check,
        sources=_put_back(sources, was.sources, [_known(gone, here, before)]),
        passages=_put_back(check.passages, was.passages, passages),
        claims=tuple(_claim(one, claims.get(one.id), ids, source_id) for one in check.claims),
        events=tuple(_event(one, events.get(one.id), ids) for one in check.events),
    )
    return tidied(back)


def _claim(now: Claim, was: Claim | None, passage_ids: set[str], source_id: str) -> Claim:
    """Return a claim with the evidence and the appearances that went with a source."""
    if was is None:
        return now
    evidence = [
        item
        for item in was.evidence
        if item.passage_id in passage_ids or (item.source_id and item.source_id == source_id)
    ]
    places = [item for item in was.appearances if item.passage_id in passage_ids]
    if not evidence and not places:
        return now
    here = {item.id for item in now.evidence} | {item.id for item in evidence}
    rests_on = [ref for ref in was.basis.evidence_ids if ref in {item.id for item in evidence}]
    basis_ids = _put_back(now.basis.evidence_ids, was.basis.evidence_ids, rests_on, str)
    first = now.first_appearance_id
    if not first and was.first_appearance_id in {item.id for item in places}:
        first = was.first_appearance_id
    return replace(
        now,
        evidence=_put_back(now.evidence, was.evidence, evidence),
        appearances=_put_back(now.appearances, was.appearances, places),
        basis=Basis(
            evidence_ids=tuple(ref for ref in basis_ids if ref in here), wording=now.basis.wording
        ),
        first_appearance_id=first,
    )


def _event(now: Event, was: Event | None, passage_ids: set[str]) -> Event:
    wanted = [ref for ref in was.passage_ids if ref in passage_ids] if was is not None else []
    if was is None or not wanted:
        return now
    return replace(now, passage_ids=_put_back(now.passage_ids, was.passage_ids, wanted, str))


def _hooked(now: Source, was: Source | None, gone: Source) -> Source:
    """Return a source whose hops to the one that comes back have it in hand again."""
    if was is None:
        return now
    name = gone.name.strip() or _REMOVED
    hops = list(now.relies_on)
    for hop in was.relies_on:
        unhooked = replace(hop, source_id="", name=hop.name.strip() or name)
        if hop.source_id == gone.id and unhooked in hops:
            hops[hops.index(unhooked)] = hop
    syndicated_from = now.syndicated_from
    if was.syndicated_from == gone.id and not syndicated_from:
        syndicated_from = gone.id
        added = Hop(name=name)
        if added in hops and added not in was.relies_on:
            hops.remove(added)
    return replace(now, relies_on=tuple(hops), syndicated_from=syndicated_from)


def _known(source: Source, here: set[str], before: dict[str, Source]) -> Source:
    """Return a source whose own hops have in hand only what is in the check."""
    hops = tuple(
        hop
        if not hop.source_id or hop.source_id in here
        else replace(hop, source_id="", name=hop.name.strip() or _name(before, hop.source_id))
        for hop in source.relies_on
    )
    if not source.syndicated_from or source.syndicated_from in here:
        return replace(source, relies_on=hops)
    name = _name(before, source.syndicated_from)
    if name not in {hop.name for hop in hops}:
        hops = (*hops, Hop(name=name))
    return replace(source, relies_on=hops, syndicated_from="")


def _name(before: dict[str, Source], source_id: str) -> str:
    source = before.get(source_id)
    return (source.name.strip() if source is not None else "") or _REMOVED


def _put_back(
    now: Iterable[Any],
    was: Iterable[Any],
    wanted: Iterable[Any],
    name: Callable[[Any], str] = lambda item: str(item.id),
) -> tuple[Any, ...]:
    """Return items with the wanted ones where they stood: behind those that stood before them."""
    items = list(now)
    order = [name(item) for item in was]
    for item in wanted:
        names = [name(one) for one in items]
        if name(item) in names:
            continue
        before = set(order[: order.index(name(item))])
        place = max((index for index, one in enumerate(names, 1) if one in before), default=0)
        items.insert(place, item)
    return tuple(items)
