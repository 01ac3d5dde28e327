"""Joining two versions of one value, field by field."""

from __future__ import annotations

from dataclasses import MISSING, dataclass, fields, replace
from typing import TYPE_CHECKING, Any

from workbench.core.canonical import canonical_json, plain_value
from workbench.core.check_path import joined as path_of
from workbench.core.review import MergeConflict
from workbench.rules.merge.claim import with_what_it_needs
from workbench.rules.merge.shape import Unit, Way, plain_text, small_name, units_of
from workbench.rules.merge.small import joined_set, joined_small
from workbench.rules.merge.text import joined_text

if TYPE_CHECKING:
    from workbench.rules.merge.joint import Joint

NOTHING: Any = None
"""In place of a value that a side does not have."""


@dataclass(frozen=True, slots=True)
class Pair:
    """A value of both sides, and what it was in the common state as each of them has it."""

    now: tuple[Any, Any]
    was: tuple[Any, Any]

    @property
    def has_base(self) -> bool:
        """Whether there is a common state to tell changes from."""
        return self.was != (NOTHING, NOTHING)

    def field(self, name: str) -> Pair:
        """Return the pair of a field; a side without a base has the other one's."""
        was = [getattr(one, name) if one is not NOTHING else NOTHING for one in self.was]
        if self.has_base:
            was = [was[1 - side] if self.was[side] is NOTHING else was[side] for side in (0, 1)]
        return Pair((getattr(self.now[0], name), getattr(self.now[1], name)), (was[0], was[1]))


def joined_record(joint: Joint, steps: tuple[str, ...], pair: Pair) -> Any:  # noqa: ANN401
    """Return two versions of a value in one.

    Where the fields of both do not go together in one value, one side's stands as a whole.
    """
    if pair.now[0] == pair.now[1]:
        return pair.now[0]
    found = len(joint.conflicts)
    values: dict[str, Any] = {}
    for unit in units_of(pair.now[0].__class__):
        values |= _joined_unit(joint, steps, unit, pair)
    values = with_what_it_needs(joint, steps, values, pair.now)
    try:
        return replace(pair.now[0], **values)
    except ValueError:
        del joint.conflicts[found:]
        path = path_of(*steps)
        texts = plain_text(pair.now[0]), plain_text(pair.now[1])
        side = joint.winner(path, (), *texts)
        joint.disagree(path, (), side, texts)
        return pair.now[side]


def _joined_unit(joint: Joint, steps: tuple[str, ...], unit: Unit, pair: Pair) -> dict[str, Any]:
    parts = [pair.field(name) for name in unit.names]
    if unit.way is Way.WHOLE:
        side = _whole(joint, steps, unit, parts, pair)
        return {name: part.now[side] for name, part in zip(unit.names, parts, strict=True)}
    (name,), (part,) = unit.names, parts
    return {name: joined_field(joint, (*steps, name), unit.way, part)}


def joined_field(joint: Joint, steps: tuple[str, ...], way: Way, part: Pair) -> Any:  # noqa: ANN401
    """Return a field of both sides in one value, by the way that fields of its kind are joined."""
    if part.now[0] == part.now[1]:
        return part.now[0]
    if way is Way.LIST:
        from workbench.rules.merge.item import joined_items  # items are records: they meet here

        return joined_items(joint, steps, part)
    if way is Way.RECORD:
        return joined_record(joint, steps, part)
    if way is Way.SET:
        return joined_set(part.now, part.was)
    side = unchanged(part)
    if side is not None:
        return part.now[1 - side]
    if way is Way.KEYED:
        return joined_small(joint, steps, part.now, part.was, small_name)
    return _text(joint, steps, part)


def unchanged(part: Pair) -> int | None:
    """Return the side that changed nothing, so that the other one's value stands; None if both did.

    Without a common state it is a side that says nothing.
    """
    if not part.has_base:
        empty = [side for side in (0, 1) if is_empty(part.now[side])]
        return empty[0] if empty else None
    same = [part.now[side] == part.was[side] for side in (0, 1)]
    if all(same):  # one base has private words that the other one never had
        return 0 if is_empty(part.now[0]) else 1
    for side in (0, 1):
        if same[side] and (part.was[0] == part.was[1] or is_empty(part.now[side])):
            return side
    return None


def is_empty(value: object) -> bool:
    """Return whether a value says nothing, so that any other one only adds to it."""
    if value is None or value in ("", frozenset()):
        return True
    if isinstance(value, tuple):
        return all(is_empty(one) for one in value)
    kind: Any = type(value)
    if not hasattr(kind, "__dataclass_fields__"):
        return False
    return all(
        one.default is not MISSING and getattr(value, one.name) == one.default
        for one in fields(kind)
    )


def _whole(joint: Joint, steps: tuple[str, ...], unit: Unit, parts: list[Pair], pair: Pair) -> int:
    """Return the side whose value stands for fields that are joined as one piece."""
    both = Pair(
        (tuple(part.now[0] for part in parts), tuple(part.now[1] for part in parts)),
        (
            tuple(part.was[0] for part in parts) if pair.has_base else NOTHING,
            tuple(part.was[1] for part in parts) if pair.has_base else NOTHING,
        ),
    )
    if both.now[0] == both.now[1]:
        return 0
    side = unchanged(both if len(parts) > 1 else parts[0])
    if side is not None:
        return 1 - side
    if isinstance(pair.now[0], MergeConflict):
        return _settled_first(pair)
    grouped = len(unit.names) > 1
    path = path_of(*steps) if grouped else path_of(*steps, unit.names[0])
    names = unit.names if grouped else ()
    texts = [
        canonical_json(
            {name: plain_value(part.now[which]) for name, part in zip(names, parts, strict=True)}
        ).decode()
        if grouped
        else plain_text(parts[0].now[which])
        for which in (0, 1)
    ]
    side = joint.winner(path, names, texts[0], texts[1])
    joint.disagree(path, names, side, (texts[0], texts[1]))
    return side


def _settled_first(pair: Pair) -> int:
    """Return the side that settled a conflict first: who did so is no conflict of its own."""
    said = [(str(one.settled_at or "9"), one.settled_by) for one in pair.now]
    return 0 if said[0] <= said[1] else 1


def _text(joint: Joint, steps: tuple[str, ...], part: Pair) -> str:
    path = path_of(*steps)
    first, second = part.now
    base = part.was[0] if part.was[0] == part.was[1] else None
    if base is not None:
        both = joined_text(base, first, second)
        joint.joined.add(path)
        if both.first == both.second:
            return both.first
        first, second = both.first, both.second
    side = joint.winner(path, (), plain_text(first), plain_text(second))
    joint.disagree(path, (), side, (plain_text(first), plain_text(second)))
    return str((first, second)[side])
