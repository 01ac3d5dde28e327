"""What goes out of a check besides the parts of its manuscript: generated parts are made of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbench.core.manuscript import ManuscriptPart, Role

if TYPE_CHECKING:
    from collections.abc import Iterator

    from workbench.core.check import Check
    from workbench.core.claim import Claim
    from workbench.core.source import Source


def typed_elsewhere(check: Check | None) -> Iterator[ManuscriptPart]:
    """Yield what the desk wrote into fields from which sentences of the finished check are made."""
    if check is None:
        return
    for claim in check.claims:
        for text in (claim.looked_at, claim.basis.wording):
            yield from _part("claim", Role.CLAIM, text, claim.id)
    for contact in check.contacts:
        if not contact.is_private:
            for text in (contact.who, contact.through, contact.question, contact.answer):
                yield from _part("how_we_know", Role.HOW_WE_KNOW, text)
    for correction in check.corrections:
        for text in (correction.was, correction.now, correction.reason):
            yield from _part("corrections", Role.CORRECTIONS, text)


def told_elsewhere(check: Check | None) -> Iterator[ManuscriptPart]:
    """Yield all that `typed_elsewhere` does, and what sources, quotes and pictures bring along."""
    if check is None:
        return
    yield from typed_elsewhere(check)
    for claim in check.claims:
        yield from _of_claim(check, claim)
    for event in check.events:
        for text in (event.what.actor, event.what.action, event.what.recipient):
            yield from _part("sources", Role.OTHER, text)
    for source in check.sources:
        for text in _of_source(source):
            yield from _part("sources", Role.SOURCES, text)
    for image in check.images:
        for text in (image.alt_text, image.creator, image.licence, image.link, image.file_name):
            yield from _part("image", Role.IMAGE, text, image.id)
    for earlier in check.read_next:
        for text in (earlier.title, earlier.url):
            yield from _part("read_next", Role.READ_NEXT, text)
    yield from _part("front_matter", Role.FRONT_MATTER, check.url)


def _of_claim(check: Check, claim: Claim) -> Iterator[ManuscriptPart]:
    texts = [claim.claimant, claim.action.actor, claim.action.action, claim.action.recipient]
    if claim.as_supported:
        texts.append(claim.as_circulated)
    for appearance in claim.appearances:
        texts += [appearance.place, appearance.url]
    for item in claim.evidence:
        texts += [item.text, item.attribution.name, item.attribution.descriptor]
    texts += [check.passage(passage_id).selector.exact for passage_id in claim.passage_ids]
    for text in texts:
        yield from _part("claim", Role.CLAIM, text, claim.id)


def _of_source(source: Source) -> Iterator[str]:
    yield from (source.outlet, source.title, source.byline, source.dateline, source.agency)
    yield from (source.url, source.archive_url, source.rights)
    for hop in source.relies_on:
        yield from (hop.name, hop.basis)


def _part(key: str, role: Role, text: str, item_id: str = "") -> Iterator[ManuscriptPart]:
    if text.strip():
        yield ManuscriptPart(key=key, role=role, text=text, plain=text, item_id=item_id)
