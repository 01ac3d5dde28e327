"""The small pure changes of a check: each takes a check and returns another."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Protocol, TypeVar

from workbench.core.citation_mark import citation_key, citation_marks
from workbench.core.draft import DraftPart, Post, WatchItem
from workbench.core.source import Hop

if TYPE_CHECKING:
    from collections.abc import Callable

    from workbench.core.check import Check
    from workbench.core.claim import Claim, Evidence
    from workbench.core.contact import Contact
    from workbench.core.event import Event
    from workbench.core.quote import Passage
    from workbench.core.source import Source


class _HasId(Protocol):
    @property
    def id(self) -> str: ...


_Item = TypeVar("_Item", bound=_HasId)


def with_source(check: Check, source: Source) -> Check:
    """Return the check with a source added at the end, or put in place of the one with its id."""
    return replace(check, sources=_put(check.sources, source))


def with_passage(check: Check, passage: Passage) -> Check:
    """Return the check with a passage added, or put in place of the one with its id."""
    return replace(check, passages=_put(check.passages, passage))


def with_claim(check: Check, claim: Claim) -> Check:
    """Return the check with a claim added at the end, or put in place of the one with its id."""
    return replace(check, claims=_put(check.claims, claim))


def with_watch_item(check: Check, item: WatchItem) -> Check:
    """Return the check with a watch item added, or put in place of the one with its id."""
    return replace(check, watch_items=_put(check.watch_items, item))


def with_event(check: Check, event: Event) -> Check:
    """Return the check with an event added, or put in place of the one with its id."""
    return replace(check, events=_put(check.events, event))


def without_event(check: Check, event_id: str) -> Check:
    """Return the check without an event and the passages that nothing else points at."""
    events = tuple(event for event in check.events if event.id != event_id)
    return tidied(replace(check, events=events))


def with_contact(check: Check, contact: Contact) -> Check:
    """Return the check with a contact added, or put in place of the one with its id."""
    return replace(check, contacts=_put(check.contacts, contact))


def without_contact(check: Check, contact_id: str) -> Check:
    """Return the check without a contact."""
    contacts = tuple(contact for contact in check.contacts if contact.id != contact_id)
    return replace(check, contacts=contacts)


def with_dismissal(check: Check, key: str) -> Check:
    """Return the check with a proposal or warning answered with no."""
    return replace(check, dismissals=tuple(sorted({*check.dismissals, key})))


def without_dismissal(check: Check, key: str) -> Check:
    """Return the check with a proposal or warning open again."""
    return replace(check, dismissals=tuple(one for one in check.dismissals if one != key))


def without_claim(check: Check, claim_id: str) -> Check:
    """Return the check without a claim, its watch items untied and its lonely passages gone."""
    claims = tuple(claim for claim in check.claims if claim.id != claim_id)
    watch_items = tuple(
        replace(item, claim_id="") if item.claim_id == claim_id else item
        for item in check.watch_items
    )
    contacts = tuple(
        replace(contact, claim_ids=tuple(ref for ref in contact.claim_ids if ref != claim_id))
        for contact in check.contacts
    )
    main = "" if check.main_claim_id == claim_id else check.main_claim_id
    return tidied(
        replace(
            check,
            claims=claims,
            watch_items=watch_items,
            contacts=contacts,
            main_claim_id=main,
        )
    )


def without_evidence(check: Check, claim_id: str, evidence_id: str) -> Check:
    """Return the check with a piece of evidence taken from a claim, from its basis too."""
    return tidied(
        with_claim(
            check, _claim_keeping(check.claim(claim_id), lambda item: item.id != evidence_id)
        )
    )


def without_passage(check: Check, passage_id: str) -> Check:
    """Return the check without a passage, the evidence and the appearances that it is."""
    claims = tuple(_without_passages(claim, {passage_id}, "") for claim in check.claims)
    events = tuple(
        replace(event, passage_ids=tuple(ref for ref in event.passage_ids if ref != passage_id))
        for event in check.events
    )
    passages = tuple(passage for passage in check.passages if passage.id != passage_id)
    return replace(check, claims=claims, events=events, passages=passages)


def without_source(check: Check, source_id: str) -> Check:
    """Return the check without a source and what points at its text; its hops become unseen."""
    source = check.source(source_id)
    gone = {passage.id for passage in check.passages if passage.source_id == source_id}
    sources = tuple(_unhooked(other, source) for other in check.sources if other.id != source_id)
    claims = tuple(_without_passages(claim, gone, source_id) for claim in check.claims)
    events = tuple(
        replace(event, passage_ids=tuple(ref for ref in event.passage_ids if ref not in gone))
        for event in check.events
    )
    passages = tuple(passage for passage in check.passages if passage.id not in gone)
    return replace(check, sources=sources, claims=claims, events=events, passages=passages)


def with_claim_moved(check: Check, claim_id: str, index: int) -> Check:
    """Return the check with a claim at another place; the index is kept inside the list."""
    claim = check.claim(claim_id)
    rest = [other for other in check.claims if other.id != claim_id]
    rest.insert(max(0, min(index, len(rest))), claim)
    return replace(check, claims=tuple(rest))


def with_draft_text(check: Check, key: str, text: str) -> Check:
    """Return the check with the text of a draft part; nothing of its own left removes the part."""
    return _with_part(check, DraftPart(key=key, text=text, heading=check.draft.heading(key)))


def with_draft_heading(check: Check, key: str, heading: str) -> Check:
    """Return the check with a heading of its own for a draft part; empty for the template's."""
    return _with_part(check, DraftPart(key=key, text=check.draft.text(key), heading=heading))


def with_post_text(check: Check, network: str, text: str | None) -> Check:
    """Return the check with the post for a network; None makes it follow the common text again."""
    posts = [post for post in check.posts if post.network != network]
    if text is not None and (text or network):
        posts.append(Post(network=network, text=text))
    posts.sort(key=lambda post: post.network)
    return replace(check, posts=tuple(posts))


def with_evidence(claim: Claim, evidence: Evidence) -> Claim:
    """Return the claim with evidence added at the end, or put in place of the one with its id."""
    return replace(claim, evidence=_put(claim.evidence, evidence))


def _with_part(check: Check, new: DraftPart) -> Check:
    parts = [part for part in check.draft.parts if part.key != new.key]
    if new.text or new.heading:
        parts.append(new)
    parts.sort(key=lambda part: part.key)
    return replace(check, draft=replace(check.draft, parts=tuple(parts)))


def _put(items: tuple[_Item, ...], new: _Item) -> tuple[_Item, ...]:
    """Return items with new in place of the one that has its id, or at the end."""
    if any(item.id == new.id for item in items):
        return tuple(new if item.id == new.id else item for item in items)
    return (*items, new)


def _claim_keeping(claim: Claim, wanted: Callable[[Evidence], bool]) -> Claim:
    evidence = tuple(item for item in claim.evidence if wanted(item))
    kept = {item.id for item in evidence}
    basis = replace(
        claim.basis, evidence_ids=tuple(ref for ref in claim.basis.evidence_ids if ref in kept)
    )
    return replace(claim, evidence=evidence, basis=basis)


def _without_passages(claim: Claim, gone: set[str], source_id: str) -> Claim:
    claim = _claim_keeping(
        claim,
        lambda item: (
            item.passage_id not in gone and not (source_id and item.source_id == source_id)
        ),
    )
    appearances = tuple(item for item in claim.appearances if item.passage_id not in gone)
    first = claim.first_appearance_id
    if first not in {item.id for item in appearances}:
        first = ""
    return replace(claim, appearances=appearances, first_appearance_id=first)


def _unhooked(source: Source, gone: Source) -> Source:
    """Return a source whose hops to a removed one name it without having it in hand."""
    name = gone.name.strip() or "a removed source"
    hops = tuple(
        replace(hop, source_id="", name=hop.name.strip() or name)
        if hop.source_id == gone.id
        else hop
        for hop in source.relies_on
    )
    if source.syndicated_from != gone.id:
        return replace(source, relies_on=hops)
    if name not in {hop.name for hop in hops}:
        hops = (*hops, Hop(name=name))  # or the copy would pass for an origin of its own
    return replace(source, relies_on=hops, syndicated_from="")


def tidied(check: Check) -> Check:
    """Return the check without passages that nothing points at any more, the draft included."""
    used = _cited_passages(check)
    for claim in check.claims:
        used.update(claim.passage_ids)
    for event in check.events:
        used.update(event.passage_ids)
    if used.issuperset(passage.id for passage in check.passages):
        return check
    return replace(
        check, passages=tuple(passage for passage in check.passages if passage.id in used)
    )


def _cited_passages(check: Check) -> set[str]:
    """Return the ids of the passages that a sentence of the draft cites."""
    keys = {mark.key for part in check.draft.parts for mark in citation_marks(part.text)}
    return {passage.id for passage in check.passages if citation_key(passage.id) in keys}
