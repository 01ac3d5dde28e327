"""Joining two versions of a check: the same value, whichever of them is called the first."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from workbench.core.check import Check
from workbench.core.draft import Draft, DraftPart
from workbench.core.review import MergeConflict
from workbench.rules.merge.item import note_removal
from workbench.rules.merge.joint import Joint, MergeSide
from workbench.rules.merge.record import NOTHING, Pair, joined_field, joined_record, unchanged
from workbench.rules.merge.reference import mended, without_lonely
from workbench.rules.merge.removal import put_back
from workbench.rules.merge.shape import Way, plain_text, units_of

_APART = frozenset({"draft", "state", "created", "changed"})
_DRAFT = ("draft", "parts")


@dataclass(frozen=True, slots=True)
class Joined:
    """A joined check.

    Attributes:
        conflicts: those that were found, in the order of their ids; the check has them too.
        texts: paths of the texts that were put together from both sides.
        kept: paths of what one side had removed.

    """

    check: Check
    conflicts: tuple[MergeConflict, ...] = ()
    texts: frozenset[str] = frozenset()
    kept: frozenset[str] = frozenset()


def joined_checks(first: MergeSide, second: MergeSide) -> Joined:
    """Return two versions of a check in one.

    Every change of either side since their common state is in it, or in its conflicts; swapping
    the sides changes nothing.
    """
    if first.base == second.base:
        for one, other in ((first, second), (second, first)):
            if one.check == one.base:
                return Joined(check=_with_conflicts_of(other.check, one.check))
    joint = Joint(check_id=first.check.id, told=(first.told, second.told))
    now, was = _with_all_that_is_needed(joint, first, second)
    pair = Pair(now, was)
    values: dict[str, Any] = {}
    for unit in units_of(Check):
        (name,) = unit.names
        if name not in _APART:
            values[name] = _top_field(joint, name, unit.way, pair)
    values["draft"] = _joined_draft(joint, pair)
    values["state"] = _joined_state(joint, values, pair)
    values["created"] = min(one.created for one in now)
    values["changed"] = max(one.changed for one in now)
    values = without_lonely(mended(joint, values, now), now)
    known = {one.id for one in values["conflicts"]}
    found = {one.id: one for one in joint.conflicts if one.id not in known}
    conflicts = tuple(found[name] for name in sorted(found))
    told = (*values["conflicts"], *conflicts)
    values["conflicts"] = tuple(sorted(told, key=lambda one: one.id))
    return Joined(
        check=replace(now[0], **values),
        conflicts=conflicts,
        texts=frozenset(joint.joined),
        kept=frozenset(joint.kept),
    )


def _with_conflicts_of(check: Check, other: Check) -> Check:
    """Return a check with the conflicts of another version besides: they are never taken out."""
    known = {one.id for one in check.conflicts}
    more = [one for one in other.conflicts if one.id not in known]
    if not more:
        return check
    conflicts = sorted((*check.conflicts, *more), key=lambda one: one.id)
    return replace(check, conflicts=tuple(conflicts))


def _with_all_that_is_needed(
    joint: Joint, first: MergeSide, second: MergeSide
) -> tuple[tuple[Check, Check], tuple[Check | None, Check | None]]:
    """Return both versions, with the claims and sources that only one of them removed for good."""
    if first.base is None or second.base is None:
        base = first.base or second.base
        return (first.check, second.check), (base, base)
    sides = [first, second]
    now = [first.check, second.check]
    for remover in (0, 1):
        keeper = sides[1 - remover]
        assert keeper.base is not None
        now[remover], claims, sources = put_back(
            keeper.check, keeper.base, sides[remover].check, sides[remover].base or keeper.base
        )
        for family, names in (("claims", claims), ("sources", sources)):
            for name in names:
                item = next(one for one in getattr(keeper.check, family) if one.id == name)
                joint.kept.add(f"{family}/{name}")
                note_removal(joint, (family, name), 1 - remover, item)
    return (now[0], now[1]), (first.base, second.base)


def _top_field(joint: Joint, name: str, way: Way, pair: Pair) -> Any:  # noqa: ANN401 - any field
    part = pair.field(name)
    if way is not Way.WHOLE:
        return joined_field(joint, (name,), way, part)
    return joined_whole(joint, name, part)


def joined_whole(joint: Joint, name: str, part: Pair) -> Any:  # noqa: ANN401 - any field
    """Return a field of the check itself, of which one side's value stands as a whole."""
    if part.now[0] == part.now[1]:
        return part.now[0]
    side = unchanged(part)
    if side is not None:
        return part.now[1 - side]
    texts = plain_text(part.now[0]), plain_text(part.now[1])
    side = joint.winner(name, (), *texts)
    joint.disagree(name, (), side, texts)
    return part.now[side]


def _joined_draft(joint: Joint, pair: Pair) -> Draft:
    """Return the drafts of both sides in one; a part that is not there is an empty one."""
    drafts = [one.draft for one in pair.now]
    bases = [one.draft if one is not NOTHING else NOTHING for one in pair.was]
    keys = {part.key for draft in drafts for part in draft.parts}
    parts = []
    for key in sorted(keys):
        now = [_part(draft, key) for draft in drafts]
        was = [_part(draft, key) if draft is not NOTHING else NOTHING for draft in bases]
        both = Pair((now[0], now[1]), (was[0], was[1]))
        part = joined_record(joint, (*_DRAFT, key), both)
        if part.text or part.heading:
            parts.append(part)
    return Draft(parts=tuple(parts))


def _part(draft: Draft, key: str) -> DraftPart:
    return DraftPart(key=key, text=draft.text(key), heading=draft.heading(key))


def _joined_state(joint: Joint, values: dict[str, Any], pair: Pair) -> Any:  # noqa: ANN401
    """Return the state that the latest step of either side led to."""
    part = pair.field("state")
    changed = [part.now[side] != part.was[side] for side in (0, 1)]
    if part.now[0] is not part.now[1] and (all(changed) or not pair.has_base):
        steps = sorted(values["state_changes"], key=lambda step: (step.at, step.id))
        if steps and steps[-1].state in part.now:
            return steps[-1].state
    return joined_whole(joint, "state", part)
