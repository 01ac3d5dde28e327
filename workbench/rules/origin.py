"""Origins: who did the reporting behind a claim, and which of them are in hand.

Four articles that repeat one report are one origin. So evidence is followed from its source over
the hops of the provenance chain to where they end, and what ends at the same name counts once.

Where there is doubt, fewer origins are counted, never more:
- a source with hops stands for what it relies on and adds no origin of its own, unless the
  evidence says that this outlet itself reports it;
- evidence attributed to another outlet stands for that outlet alone;
- an inferred hop counts only where no hop is stated;
- a text under licence, or with an agency's line, counts with its agency;
- sources that only rely on each other have no origin at all;
- an aggregation without hops passes on a report that nobody has named yet.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from workbench.core.claim import AttributionKind, Stance
from workbench.core.source import HopKind, SourceType
from workbench.rules.name import name_key

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from workbench.core.check import Check
    from workbench.core.claim import Claim, Evidence
    from workbench.core.source import Hop, Source

NAMELESS = "a source without outlet, author or title"
"""What a source is called that states nothing to call it by."""

# An agency's line under an outlet's own work credits help; it does not make the work a copy.
_OWN_WORK = frozenset(
    {
        SourceType.ORIGINAL_REPORTING,
        SourceType.PRIMARY_DOCUMENT,
        SourceType.OFFICIAL_DATA,
        SourceType.DIRECT_STATEMENT,
    }
)
_LONGEST_NAME = 80


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """The first publication or record that did the reporting.

    Attributes:
        key: what origins that are the same share.
        name: of the outlet, agency, person or document.
        in_hand: whether it is in the dossier.
        via: names of the sources and reports between the text in hand and the origin.
        source_ids: the sources of the dossier that are this origin.
        inferred: whether only inferred hops lead to it.

    """

    key: str
    name: str
    in_hand: bool
    via: tuple[str, ...] = ()
    source_ids: tuple[str, ...] = ()
    inferred: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Origins:
    """Independent origins, in the order in which the evidence leads to them.

    Attributes:
        circular: names of sources that only rely on each other, so that no origin is known.

    """

    known: tuple[Origin, ...] = ()
    circular: tuple[str, ...] = ()

    @property
    def known_count(self) -> int:
        """How many independent origins are known."""
        return len(self.known)

    @property
    def in_hand_count(self) -> int:
        """How many of them are in the dossier."""
        return sum(origin.in_hand for origin in self.known)

    @property
    def missing(self) -> tuple[str, ...]:
        """Names of the origins that are not in hand: the to-get list."""
        return tuple(origin.name for origin in self.known if not origin.in_hand)


def origins_of(check: Check, claim: Claim, stance: Stance = Stance.SUPPORTS) -> Origins:
    """Return the independent origins of a claim's evidence of one stance.

    Evidence that repeats, qualifies or gives context is never counted among what supports.
    """
    return origins_of_evidence(check, (item for item in claim.evidence if item.stance is stance))


def origins_of_check(check: Check) -> Origins:
    """Return the independent origins behind everything that supports a claim of the check."""
    return origins_of_evidence(
        check,
        (
            item
            for claim in check.claims
            for item in claim.evidence
            if item.stance is Stance.SUPPORTS
        ),
    )


def origins_of_evidence(check: Check, evidence: Iterable[Evidence]) -> Origins:
    """Return the independent origins of some evidence, whatever its stance."""
    found: list[Origin] = []
    circular: dict[str, None] = {}
    for item in evidence:
        ends = tuple(_ends_of(check, item))
        found.extend(ends)
        if not ends and (source := source_of(check, item)) is not None:
            circular[name_of(source)] = None
    return Origins(known=_merged(found), circular=tuple(circular))


def source_of(check: Check, evidence: Evidence) -> Source | None:
    """Return the source that evidence stands in, or None if it is not in the dossier."""
    if evidence.passage_id:
        return check.source_of(evidence.passage_id)
    return check.source(evidence.source_id) if evidence.source_id else None


def name_of(source: Source) -> str:
    """Return what a source is called as an origin: its agency's name if it is agency copy."""
    agency = source.agency.strip()
    if agency and source.type not in _OWN_WORK:
        return agency
    return source.name.strip() or NAMELESS


def _ends_of(check: Check, evidence: Evidence) -> Iterator[Origin]:
    """Yield the origins that one piece of evidence leads to; nothing if it runs in a circle."""
    source = source_of(check, evidence)
    if source is None:
        yield _unseen(evidence.attribution.name.strip() or _shortened(evidence.text))
        return
    outlet = ""
    if evidence.attribution.kind is AttributionKind.OUTLET:
        outlet = evidence.attribution.name.strip()
    if outlet and name_key(outlet) in {name_key(name_of(source)), name_key(source.name)}:
        yield _in_hand(source, ())
    elif outlet and not source.syndicated_from:
        hops = [
            hop for hop in source.relies_on if name_key(_called(check, hop)) == name_key(outlet)
        ]
        via = (name_of(source),)
        if hops:
            yield from _follow(check, hops, via, frozenset({source.id}))
        else:
            yield _unseen(outlet, via)
    else:
        yield from _ends_of_source(check, source, (), frozenset())


def _ends_of_source(
    check: Check, source: Source, via: tuple[str, ...], seen: frozenset[str]
) -> Iterator[Origin]:
    """Yield where the chain of a source ends; sources already passed lead nowhere new."""
    if source.id in seen:
        return
    seen |= {source.id}
    on_the_way = (*via, name_of(source))
    if source.syndicated_from:
        original = check.source(source.syndicated_from)
        yield from _ends_of_source(check, original, on_the_way, seen)
    elif source.relies_on:
        yield from _follow(check, _counted_hops(source), on_the_way, seen)
    elif source.type is SourceType.AGGREGATION and not source.agency.strip():
        yield _unseen(f"the report behind {name_of(source)}", on_the_way)
    else:
        yield _in_hand(source, via)


def _follow(
    check: Check, hops: Iterable[Hop], via: tuple[str, ...], seen: frozenset[str]
) -> Iterator[Origin]:
    for hop in hops:
        inferred = hop.kind is HopKind.INFERRED
        ends: Iterable[Origin]
        if hop.source_id:
            ends = _ends_of_source(check, check.source(hop.source_id), via, seen)
        else:
            ends = (_unseen(hop.name.strip(), via),)
        yield from (replace(end, inferred=end.inferred or inferred) for end in ends)


def _counted_hops(source: Source) -> tuple[Hop, ...]:
    """Return the stated hops of a source, or all of them if every one is inferred."""
    hops = tuple(hop for hop in source.relies_on if hop.kind is HopKind.STATED)
    return hops or source.relies_on


def _called(check: Check, hop: Hop) -> str:
    return hop.name or name_of(check.source(hop.source_id))


def _in_hand(source: Source, via: tuple[str, ...]) -> Origin:
    name = name_of(source)
    key = source.id if name == NAMELESS else name_key(name) or name
    return Origin(key=key, name=name, in_hand=True, via=via, source_ids=(source.id,))


def _unseen(name: str, via: tuple[str, ...] = ()) -> Origin:
    return Origin(key=name_key(name) or name, name=name, in_hand=False, via=via)


def _merged(found: Iterable[Origin]) -> tuple[Origin, ...]:
    """Return one origin for each key, in hand if it is anywhere."""
    merged: dict[str, Origin] = {}
    for origin in found:
        known = merged.get(origin.key)
        if known is None:
            merged[origin.key] = replace(origin, via=_without(origin.via, origin.key))
            continue
        merged[origin.key] = replace(
            known,
            in_hand=known.in_hand or origin.in_hand,
            via=_without((*known.via, *origin.via), origin.key),
            source_ids=tuple(dict.fromkeys((*known.source_ids, *origin.source_ids))),
            inferred=known.inferred and origin.inferred,
        )
    return tuple(merged.values())


def _without(names: tuple[str, ...], key: str) -> tuple[str, ...]:
    """Return names once each, and never the origin's own."""
    return tuple(dict.fromkeys(name for name in names if name_key(name) != key))


def _shortened(text: str) -> str:
    words = " ".join(text.split())
    return words if len(words) <= _LONGEST_NAME else f"{words[: _LONGEST_NAME - 1].rstrip()}…"
