"""Sources and claims that one side removed while the other went on working with them.

They come back to the side that removed them, as they were, before the two versions are joined: with
all that went with them. That they were removed is a conflict, which a person settles.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from workbench.core.change_bin import with_source_back
from workbench.core.citation_mark import citation_key, citation_marks
from workbench.rules.merge.shape import plain_text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from workbench.core.check import Check
    from workbench.core.claim import Claim

Hanging = set[tuple[str, ...]]


def put_back(
    keeper: Check, keeper_was: Check, remover: Check, remover_was: Check
) -> tuple[Check, tuple[str, ...], tuple[str, ...]]:
    """Return the remover's version with what the keeper goes on with.

    Behind it stand the ids of the claims and of the sources that came back.
    `keeper_was` and `remover_was` are the common state as each of them has it.
    """
    claims = tuple(
        claim.id
        for claim in remover_was.claims
        if _is_gone(claim.id, keeper.claims, remover.claims)
        and not _on_claim(keeper, claim.id) <= _on_claim(keeper_was, claim.id)
    )
    needed = {ref for name in claims for ref in _sources_of(remover_was, remover_was.claim(name))}
    sources = tuple(
        source.id
        for source in remover_was.sources
        if _is_gone(source.id, keeper.sources, remover.sources)
        and (
            source.id in needed
            or not _on_source(keeper, source.id) <= _on_source(keeper_was, source.id)
        )
    )
    back = remover
    for name in claims:
        back = _with_claim_back(back, remover_was, name)
    for name in sources:
        back = with_source_back(back, remover_was, name)
    for name in claims:
        back = _tied_again(back, remover_was, name)
    return back, claims, sources


def _is_gone(name: str, keeper: tuple[object, ...], remover: tuple[object, ...]) -> bool:
    has = {getattr(one, "id", "") for one in keeper}
    return name in has and name not in {getattr(one, "id", "") for one in remover}


def _sources_of(check: Check, claim: Claim) -> Iterator[str]:
    for passage_id in claim.passage_ids:
        yield check.passage(passage_id).source_id
    for item in claim.evidence:
        if item.source_id:
            yield item.source_id


def _on_claim(check: Check, name: str) -> Hanging:
    """Return the claim and all that points at it, as things that can be compared."""
    found: Hanging = {("claim", plain_text(one)) for one in check.claims if one.id == name}
    found |= {("contact", one.id) for one in check.contacts if name in one.claim_ids}
    found |= {("watch", one.id) for one in check.watch_items if one.claim_id == name}
    if check.main_claim_id == name:
        found.add(("main",))
    return found


def _on_source(check: Check, name: str) -> Hanging:
    """Return the source and all that rests on it, as things that can be compared."""
    passages = [one for one in check.passages if one.source_id == name]
    ids = {one.id for one in passages}
    keys = {citation_key(one) for one in ids}
    found: Hanging = {("source", plain_text(one)) for one in check.sources if one.id == name}
    found |= {("passage", plain_text(one)) for one in passages}
    for claim in check.claims:
        found |= {
            ("evidence", claim.id, plain_text(item))
            for item in claim.evidence
            if item.passage_id in ids or item.source_id == name
        }
        found |= {
            ("appearance", claim.id, plain_text(item))
            for item in claim.appearances
            if item.passage_id in ids
        }
    for event in check.events:
        found |= {("event", event.id, ref) for ref in event.passage_ids if ref in ids}
    for other in check.sources:
        found |= {
            ("hop", other.id, plain_text(one)) for one in other.relies_on if one.source_id == name
        }
        if other.syndicated_from == name:
            found.add(("copy", other.id))
    for part in check.draft.parts:
        found |= {("cited", part.key, m.key) for m in citation_marks(part.text) if m.key in keys}
    return found


def _with_claim_back(check: Check, was: Check, name: str) -> Check:
    """Return a check with a claim as an earlier state has it, behind those that stood before it.

    Evidence whose source is gone too comes with that source, or not at all.
    """
    claim = was.claim(name)
    versions = {(one.id, version.id) for one in check.sources for version in one.versions}
    here = {one.id for one in check.passages}
    passages = tuple(
        one
        for one in was.passages
        if one.id in claim.passage_ids
        and one.id not in here
        and (one.source_id, one.version_id) in versions
    )
    here |= {one.id for one in passages}
    known = {one.id for one in check.sources}
    evidence = tuple(
        item
        for item in claim.evidence
        if (not item.passage_id or item.passage_id in here)
        and (not item.source_id or item.source_id in known)
    )
    places = tuple(one for one in claim.appearances if not one.passage_id or one.passage_id in here)
    kept = {one.id for one in evidence}
    basis = replace(
        claim.basis, evidence_ids=tuple(ref for ref in claim.basis.evidence_ids if ref in kept)
    )
    first = claim.first_appearance_id
    back = replace(
        claim,
        evidence=evidence,
        appearances=places,
        basis=basis,
        first_appearance_id=first if first in {one.id for one in places} else "",
    )
    before = {one.id for one in was.claims[: was.claims.index(claim)]}
    place = max((at for at, one in enumerate(check.claims, 1) if one.id in before), default=0)
    return replace(
        check,
        passages=check.passages + passages,
        claims=(*check.claims[:place], back, *check.claims[place:]),
    )


def _tied_again(check: Check, was: Check, name: str) -> Check:
    """Return a check in which all that was about a claim is about it again."""
    asked = {one.id for one in was.contacts if name in one.claim_ids}
    watched = {one.id for one in was.watch_items if one.claim_id == name}
    return replace(
        check,
        contacts=tuple(
            replace(one, claim_ids=(*one.claim_ids, name))
            if one.id in asked and name not in one.claim_ids
            else one
            for one in check.contacts
        ),
        watch_items=tuple(
            replace(one, claim_id=name) if one.id in watched and not one.claim_id else one
            for one in check.watch_items
        ),
        main_claim_id=check.main_claim_id or (name if was.main_claim_id == name else ""),
    )
