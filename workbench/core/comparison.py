"""What changed between two states of a check, as facts that can be told in words."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from workbench.core.comparison_review import review_facts
from workbench.core.revision import Fact, FactKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from workbench.core.check import Check
    from workbench.core.claim import Claim
    from workbench.core.source import Source
    from workbench.core.verdict import Verdict

_LONGEST = 200
"""Characters of a wording that a fact keeps; the state itself has all of them."""
_WEIGHT = {kind: place for place, kind in enumerate(FactKind)}
OF_SOURCES = frozenset(
    {
        FactKind.SOURCE_ADDED,
        FactKind.SOURCE_REMOVED,
        FactKind.SOURCE_RENEWED,
        FactKind.SOURCE_CHANGED,
    }
)
"""Facts whose name is that of a source."""
_LISTS = {
    FactKind.EVENTS: "events",
    FactKind.CONTACTS: "contacts",
    FactKind.IMAGES: "images",
    FactKind.WATCH_ITEMS: "watch_items",
    FactKind.CORRECTIONS: "corrections",
    FactKind.CONFLICTS: "conflicts",
}


def facts_between(old: Check | None, new: Check) -> tuple[Fact, ...]:
    """Return what changed, the weightiest first; no words of private notes are in it."""
    if old is None:
        return (Fact(kind=FactKind.BEGUN, now=_short(new.title)),)
    facts = [*_of_the_whole(old, new)]
    if old.claims is not new.claims:
        facts += _of_claims(old, new)
    if old.sources is not new.sources:
        facts += _of_sources(old, new)
    facts += _of_texts(old, new)
    facts += review_facts(old, new)
    facts += [
        Fact(kind=kind) for kind, name in _LISTS.items() if getattr(old, name) != getattr(new, name)
    ]
    if not facts and replace(old, changed=new.changed) != new:
        facts.append(Fact(kind=FactKind.DETAILS))
    return tuple(sorted(facts, key=lambda fact: _WEIGHT[fact.kind]))


def _of_the_whole(old: Check, new: Check) -> Iterator[Fact]:
    if old.state is not new.state:
        yield Fact(kind=FactKind.STATE, was=old.state.value, now=new.state.value)
    if _rating(old.verdict) != _rating(new.verdict):
        yield Fact(kind=FactKind.RATING, was=_rating(old.verdict), now=_rating(new.verdict))
    if old.verdict.reason != new.verdict.reason:
        was, now = old.verdict.reason, new.verdict.reason
        yield Fact(kind=FactKind.REASON, was=_short(was), now=_short(now))
    if old.title != new.title:
        yield Fact(kind=FactKind.TITLE, was=_short(old.title), now=_short(new.title))


def _of_claims(old: Check, new: Check) -> Iterator[Fact]:
    before = {claim.id: (number, claim) for number, claim in enumerate(old.claims, start=1)}
    for number, claim in enumerate(new.claims, start=1):
        if claim.id not in before:
            yield Fact(kind=FactKind.CLAIM_ADDED, number=number, name=_short(claim.wording))
            continue
        _, was = before.pop(claim.id)
        if was is not claim and was != claim:
            yield from _of_claim(number, was, claim)
    for number, claim in before.values():
        yield Fact(kind=FactKind.CLAIM_REMOVED, number=number, name=_short(claim.wording))
    kept = {claim.id for claim in old.claims} & {claim.id for claim in new.claims}
    if [each.id for each in old.claims if each.id in kept] != [
        each.id for each in new.claims if each.id in kept
    ]:
        yield Fact(kind=FactKind.CLAIMS_MOVED)


def _of_claim(number: int, old: Claim, new: Claim) -> Iterator[Fact]:
    name = _short(new.wording)
    told = False
    if old.status is not new.status:
        was, now = old.status.value, new.status.value
        yield Fact(kind=FactKind.STATUS, number=number, name=name, was=was, now=now)
        told = True
    if old.wording != new.wording:
        was, now = _short(old.wording), _short(new.wording)
        yield Fact(kind=FactKind.WORDING, number=number, was=was, now=now)
        told = True
    had, has = {item.id for item in old.evidence}, {item.id for item in new.evidence}
    for kind, ids in ((FactKind.EVIDENCE_ADDED, has - had), (FactKind.EVIDENCE_REMOVED, had - has)):
        for _ in ids:
            yield Fact(kind=kind, number=number, name=name)
            told = True
    if not told:
        yield Fact(kind=FactKind.CLAIM_CHANGED, number=number, name=name)


def _of_sources(old: Check, new: Check) -> Iterator[Fact]:
    before = {source.id: source for source in old.sources}
    for source in new.sources:
        was = before.pop(source.id, None)
        if was is None:
            yield Fact(kind=FactKind.SOURCE_ADDED, name=name_in_facts(source))
        elif len(was.versions) < len(source.versions):
            yield Fact(kind=FactKind.SOURCE_RENEWED, name=name_in_facts(source))
        elif was is not source and was != source:
            yield Fact(kind=FactKind.SOURCE_CHANGED, name=name_in_facts(source))
    for source in before.values():
        yield Fact(kind=FactKind.SOURCE_REMOVED, name=name_in_facts(source))


def _of_texts(old: Check, new: Check) -> Iterator[Fact]:
    if old.draft is not new.draft:
        keys = {part.key: None for part in (*old.draft.parts, *new.draft.parts)}
        for key in keys:
            was = old.draft.text(key), old.draft.heading(key)
            if was != (new.draft.text(key), new.draft.heading(key)):
                yield Fact(kind=FactKind.PART, name=key)
    if old.posts != new.posts:
        networks = {post.network: None for post in (*old.posts, *new.posts)}
        was_posts = {post.network: post.text for post in old.posts}
        now_posts = {post.network: post.text for post in new.posts}
        for network in networks:
            if was_posts.get(network) != now_posts.get(network):
                yield Fact(kind=FactKind.POST, name=network)


def _rating(verdict: Verdict) -> str:
    """Return a rating as one text: scale and label, and the free wording."""
    code = f"{verdict.scale}/{verdict.label}" if verdict.label else ""
    return f"{code} {verdict.wording}".strip()


def name_in_facts(source: Source) -> str:
    """Return what facts call a source; empty if it has no name."""
    return _short(source.name)


def _short(text: str) -> str:
    flat = " ".join(text.split())
    return flat if len(flat) <= _LONGEST else f"{flat[:_LONGEST]}…"
