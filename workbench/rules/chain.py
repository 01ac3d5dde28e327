"""The provenance chain: where a piece of evidence leads, hop by hop.

Where there is doubt, fewer origins are found, never more:
- a source with hops stands for what it relies on and adds no origin of its own, unless the
  evidence says that this outlet itself reports it;
- evidence attributed to another outlet stands for that outlet alone, and a passage whose words
  name some of the reports its source relies on stands for those;
- an inferred hop counts only where no hop is stated;
- a text under licence, or with an agency's line, counts with its agency;
- sources that only rely on each other have no origin at all;
- an aggregation without hops passes on a report that nobody has named yet.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from workbench.core.claim import AttributionKind
from workbench.core.source import HopKind, Source, SourceType
from workbench.rules.name import name_key

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from workbench.core.check import Check
    from workbench.core.claim import Evidence
    from workbench.core.source import Hop

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


def source_of(check: Check, evidence: Evidence) -> Source | None:
    """Return the source that evidence stands in, or None if it is not in the dossier."""
    if evidence.passage_id:
        return check.source_of(evidence.passage_id)
    return check.source(evidence.source_id) if evidence.source_id else None


def is_agency_copy(source: Source) -> bool:
    """Return whether a source carries an agency's line and is no work of its own."""
    return bool(source.agency.strip()) and source.type not in _OWN_WORK


def name_of(source: Source) -> str:
    """Return what a source is called as an origin: its agency's name if it is agency copy."""
    if is_agency_copy(source):
        return source.agency.strip()
    return source.name.strip() or NAMELESS


@dataclass(frozen=True, slots=True)
class _Step:
    """A place on the way to an origin: a source of the dossier, or a report that is only named."""

    source: Source | None
    name: str
    via: tuple[str, ...] = ()
    inferred: bool = False


def ends_of(check: Check, evidence: Evidence) -> Iterable[Origin]:
    """Return the origins that one piece of evidence leads to; none if it runs in a circle."""
    source = source_of(check, evidence)
    if source is None:
        return (_unseen(evidence.attribution.name.strip() or _shortened(evidence.text)),)
    outlet = ""
    if evidence.attribution.kind is AttributionKind.OUTLET:
        outlet = name_key(evidence.attribution.name)
    if outlet and outlet in {name_key(name_of(source)), name_key(source.name)}:
        return (_in_hand(source),)
    start = _Step(source, name_of(source))
    if source.syndicated_from or not (outlet or source.relies_on):
        return _ends(check, [start])
    hops = _hops_meant(check, source, evidence, outlet)
    if outlet and not hops:
        return (_unseen(evidence.attribution.name.strip(), (start.name,)),)
    return _ends(check, _steps(check, start, hops or _counted_hops(source)), {source.id})


def ends_of_source(check: Check, source: Source) -> Iterable[Origin]:
    """Return the origins that a whole source leads to, whatever is made of it."""
    return tuple(_ends(check, [_Step(source, name_of(source))]))


def _hops_meant(check: Check, source: Source, evidence: Evidence, outlet: str) -> tuple[Hop, ...]:
    """Return the hops that evidence is attributed to, or else those that its words name."""
    if outlet:
        return tuple(hop for hop in source.relies_on if name_key(_called(check, hop)) == outlet)
    said = [evidence.attribution.name, evidence.attribution.descriptor, evidence.text]
    if evidence.passage_id:
        said.append(check.passage(evidence.passage_id).selector.exact)
    words = f" {' | '.join(name_key(text) for text in said)} "
    keys = {hop: name_key(_called(check, hop)) for hop in _counted_hops(source)}
    return tuple(hop for hop, key in keys.items() if key and f" {key} " in words)


def _ends(check: Check, steps: Iterable[_Step], passed: Iterable[str] = ()) -> Iterator[Origin]:
    """Yield where chains end; a source that was passed before leads nowhere new."""
    seen = {(source_id, False) for source_id in passed}
    waiting = list(steps)[::-1]
    while waiting:
        step = waiting.pop()
        source = step.source
        if source is None:
            yield _unseen(step.name, step.via, inferred=step.inferred)
            continue
        if (source.id, False) in seen or (source.id, step.inferred) in seen:
            continue
        seen.add((source.id, step.inferred))
        onward = _onward(check, step, source)
        waiting += onward[::-1]
        if onward:
            continue
        if source.type is SourceType.AGGREGATION and not source.agency.strip():
            via = (*step.via, step.name)
            yield _unseen(f"the report behind {step.name}", via, inferred=step.inferred)
        else:
            yield _in_hand(source, step.via, inferred=step.inferred)


def _onward(check: Check, step: _Step, source: Source) -> list[_Step]:
    """Return the steps behind a source; none if it is where the chain ends."""
    if source.syndicated_from:
        original = check.source(source.syndicated_from)
        return [_Step(original, name_of(original), (*step.via, step.name), step.inferred)]
    return _steps(check, step, _counted_hops(source))


def _steps(check: Check, before: _Step, hops: Iterable[Hop]) -> list[_Step]:
    via = (*before.via, before.name)
    steps = []
    for hop in hops:
        inferred = before.inferred or hop.kind is HopKind.INFERRED
        source = check.source(hop.source_id) if hop.source_id else None
        name = name_of(source) if source else hop.name.strip()
        steps.append(_Step(source, name, via, inferred))
    return steps


def _counted_hops(source: Source) -> tuple[Hop, ...]:
    """Return the stated hops of a source, or all of them if every one is inferred."""
    hops = tuple(hop for hop in source.relies_on if hop.kind is HopKind.STATED)
    return hops or source.relies_on


def _called(check: Check, hop: Hop) -> str:
    return hop.name or name_of(check.source(hop.source_id))


def _in_hand(source: Source, via: tuple[str, ...] = (), *, inferred: bool = False) -> Origin:
    name = name_of(source)
    key = source.id if name == NAMELESS else name_key(name) or name
    return Origin(
        key=key, name=name, in_hand=True, via=via, source_ids=(source.id,), inferred=inferred
    )


def _unseen(name: str, via: tuple[str, ...] = (), *, inferred: bool = False) -> Origin:
    return Origin(key=name_key(name) or name, name=name, in_hand=False, via=via, inferred=inferred)


def _shortened(text: str) -> str:
    words = " ".join(text.split())
    return words if len(words) <= _LONGEST_NAME else f"{words[: _LONGEST_NAME - 1].rstrip()}…"
