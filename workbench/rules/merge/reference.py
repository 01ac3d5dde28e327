"""References of a joined check: what something still points at comes back with it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from workbench.core.check_path import joined as path_of
from workbench.core.citation_mark import citation_key, citation_marks
from workbench.rules.merge.item import note_removal

if TYPE_CHECKING:
    from collections.abc import Iterable

    from workbench.core.check import Check
    from workbench.core.draft import Draft
    from workbench.rules.merge.joint import Joint

Values = dict[str, Any]
"""The fields of a check that is being joined."""


def mended(joint: Joint, values: Values, now: tuple[Check, Check]) -> Values:
    """Return the fields of a check with everything in it that they point at.

    A claim or a source that one side removed is a conflict if it comes back; a passage is part of
    what points at it, and comes with it.
    """
    before: Values = {}
    while before != values:
        before = values
        values = _with(joint, values, now, "claims", _claims_named(values))
        values = _with(joint, values, now, "passages", _passages_needed(values, now))
        values = _with(joint, values, now, "sources", _sources_named(values))
        values = _with_versions(values, now)
    return values


def without_lonely(values: Values, now: tuple[Check, Check]) -> Values:
    """Return the fields of a check without passages that only the joining made lonely."""
    named = set(_passages_named(values, now))
    lonely = [one.id for one in values["passages"] if one.id not in named]
    if not lonely:
        return values
    used = [set(_passages_named(_fields(check), now)) for check in now]
    gone = {one for one in lonely if all(one in names for names in used)}
    return values | {"passages": tuple(one for one in values["passages"] if one.id not in gone)}


def _fields(check: Check) -> Values:
    names = ("claims", "events", "draft", "passages")
    return {name: getattr(check, name) for name in names}


def _with(
    joint: Joint, values: Values, now: tuple[Check, Check], family: str, named: Iterable[str]
) -> Values:
    here = {one.id for one in values[family]}
    for name in sorted(set(named) - here):
        for side in (0, 1):
            item = next((one for one in getattr(now[side], family) if one.id == name), None)
            if item is None:
                continue
            values = values | {family: (*values[family], item)}
            joint.kept.add(path_of(family, name))
            if family != "passages":
                note_removal(joint, (family, name), side, item)
            break
    return values


def _with_versions(values: Values, now: tuple[Check, Check]) -> Values:
    """Return the fields with every version of a source that a passage stands in."""
    sources = {one.id: one for one in values["sources"]}
    for passage in values["passages"]:
        source = sources[passage.source_id]
        if any(one.id == passage.version_id for one in source.versions):
            continue
        found = (
            version
            for check in now
            for one in check.sources
            if one.id == source.id
            for version in one.versions
            if version.id == passage.version_id
        )
        versions = (*source.versions, next(found))
        sources[source.id] = replace(source, versions=versions)
    return values | {"sources": tuple(sources.values())}


def _claims_named(values: Values) -> set[str]:
    named = {item.claim_id for item in values["watch_items"]}
    named.update(ref for contact in values["contacts"] for ref in contact.claim_ids)
    return (named | {values["main_claim_id"]}) - {""}


def _passages_named(values: Values, now: tuple[Check, Check]) -> set[str]:
    """Return the passages that anything points at, a citation in the draft too."""
    keys = _keys(values["draft"])
    known = {one.id for check in now for one in check.passages}
    return _passages_of_items(values) | {one for one in known if citation_key(one) in keys}


def _passages_needed(values: Values, now: tuple[Check, Check]) -> set[str]:
    """Return the passages that have to be in the check.

    One that a side removed while its own draft went on citing it is not needed for that citation.
    """
    keys = _keys(values["draft"])
    named = _passages_of_items(values)
    for side in (0, 1):
        dropped = keys - _keys(now[1 - side].draft)
        named.update(one.id for one in now[side].passages if citation_key(one.id) in dropped)
    return named


def _passages_of_items(values: Values) -> set[str]:
    named = {ref for claim in values["claims"] for ref in claim.passage_ids}
    return named.union(ref for event in values["events"] for ref in event.passage_ids)


def _keys(draft: Draft) -> set[str]:
    return {mark.key for part in draft.parts for mark in citation_marks(part.text)}


def _sources_named(values: Values) -> set[str]:
    named = {item.source_id for claim in values["claims"] for item in claim.evidence}
    named.update(one.source_id for one in values["passages"])
    for source in values["sources"]:
        named.update(hop.source_id for hop in source.relies_on)
        named.add(source.syndicated_from)
    return named - {""}
