"""Hops that a text gives cause for: the outlets that it cites, and which of them are in hand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbench.core.source import Hop, HopKind
from workbench.reading.proposal import Certainty
from workbench.reading.text_line import line_number
from workbench.rules.later_event import is_before
from workbench.rules.name import name_key

if TYPE_CHECKING:
    from collections.abc import Iterator

    from workbench.core.check import Check
    from workbench.core.source import Source
    from workbench.reading.inspection import Inspection


def hops_proposed(
    check: Check, source: Source, inspection: Inspection
) -> Iterator[tuple[Hop, str, Certainty]]:
    """Yield what a source may rely on, with where that stands and how sure it is.

    A report that is noted already comes again, as likely, when a source of its name has come in.
    """
    if source.syndicated_from:
        return  # what it relies on is told of the text that it repeats
    own = _names_of(source, inspection)
    noted = {name_key(hop.name): hop for hop in source.relies_on if hop.name.strip()}
    noted |= {
        name_key(check.source(hop.source_id).outlet): hop
        for hop in source.relies_on
        if hop.source_id
    }
    for mention in inspection.voices.hops:
        key = name_key(mention.name)
        if not key or key in own or key in noted:
            continue
        place = f"line {line_number(inspection.text, mention.start)} of the text"
        is_stated = mention.kind is HopKind.STATED
        hop = Hop(
            name=mention.name,
            source_id=in_hand(check, source, mention.name),
            kind=mention.kind,
            basis="" if is_stated else mention.basis,
        )
        yield (
            hop,
            f"{place}, cited" if is_stated else f"{place}, {mention.basis}",
            Certainty.STATED if is_stated else Certainty.LIKELY,
        )
    yield from _came_in(check, source)


def in_hand(check: Check, source: Source, name: str) -> str:
    """Return the id of the one source of the dossier that may be a cited report; else nothing.

    Not one that appeared later than the text that cites it, nor one that itself rests on it.
    """
    key = name_key(name)
    found = [
        other
        for other in check.sources
        if other.id != source.id
        and key
        and name_key(other.outlet) == key
        and not is_before(source.published, other.published)
        and source.id not in _behind(check, other)
    ]
    return found[0].id if len(found) == 1 else ""


def _came_in(check: Check, source: Source) -> Iterator[tuple[Hop, str, Certainty]]:
    for hop in source.relies_on:
        if hop.in_hand or not hop.name.strip():
            continue
        found = in_hand(check, source, hop.name)
        if found:
            number = 1 + [other.id for other in check.sources].index(found)
            linked = Hop(
                name=hop.name,
                source_id=found,
                kind=hop.kind,
                basis=hop.basis,
                published=hop.published,
            )
            yield linked, f"source {number} is of that name", Certainty.LIKELY


def _names_of(source: Source, inspection: Inspection) -> set[str]:
    """Return what a source calls itself, as far as it is known or proposed."""
    found = [inspection.metadata.outlet, inspection.metadata.agency]
    names = [source.outlet, source.agency, *(one.value for one in found if one)]
    return {name_key(name) for name in names if name.strip()}


def _behind(check: Check, source: Source) -> set[str]:
    """Return the ids of all sources that a source rests on."""
    seen: set[str] = set()
    waiting = [source]
    while waiting:
        one = waiting.pop()
        onward = [hop.source_id for hop in one.relies_on if hop.source_id]
        onward += [one.syndicated_from] if one.syndicated_from else []
        waiting += [check.source(ref) for ref in onward if ref not in seen]
        seen.update(onward)
    return seen
