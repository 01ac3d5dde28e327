"""What one save has to write: the rows in which two values of a check differ.

A change of a frozen check shares all other items with the check before it, and Python finds the
same object equal without looking inside: one changed word among ten thousand claims is one row.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import IntEnum
from typing import TYPE_CHECKING, Any

from workbench.store.family import FAMILIES, Family
from workbench.store.summary import HitKind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from workbench.core.check import Check


_STRETCH = 256


class Verb(IntEnum):
    """What happens to a row, in the order in which it is done.

    Deleting comes last: it cascades, and must not take a row that has just moved elsewhere.
    """

    INSERT = 1
    UPDATE = 2
    DELETE = 3


@dataclass(frozen=True, slots=True)
class Write:
    """One row to write: its key, and the other columns that are set (none for a deletion)."""

    verb: Verb
    table: str
    key: dict[str, str]
    columns: dict[str, Any]


@dataclass(frozen=True, slots=True)
class SearchText:
    """What is to be found by search from now on for one item.

    Attributes:
        key: the check's id, what the item is, the item's id.
        text: empty for what is to be found no more.
        is_new: whether nothing can have been there before.

    """

    key: tuple[str, HitKind, str]
    text: str
    is_new: bool


@dataclass(frozen=True, slots=True)
class Difference:
    """All that one save writes besides the check's own row."""

    writes: list[Write] = field(default_factory=list)
    texts: list[SearchText] = field(default_factory=list)


def difference(old: Check | None, new: Check) -> Difference:
    """Return what turns old into new; None is nothing yet."""
    found = Difference()
    _note_text(found, (new.id, HitKind.CHECK, new.id), old.title if old else None, new.title)
    owner = {"check_id": new.id}
    for family in FAMILIES:
        before = family.items(old) if old is not None else ()
        _compare(found, family, before, family.items(new), owner)
    return found


def changed_columns(old: dict[str, Any], new: dict[str, Any]) -> dict[str, Any]:
    """Return the columns of new that differ from old."""
    return {name: value for name, value in new.items() if value != old[name]}


def _compare(
    found: Difference,
    family: Family,
    before: Sequence[Any],
    after: Sequence[Any],
    owner: dict[str, str],
) -> None:
    if before is after:
        return
    start, end = _shared_ends(before, after)
    was = {
        family.name(item): (position, item)
        for position, item in enumerate(before[start : len(before) - end], start)
    }
    for position, item in enumerate(after[start : len(after) - end], start):
        name = family.name(item)
        key = {**owner, family.key: name}
        if name in was:
            _update(found, family, key, was.pop(name), (position, item))
        else:
            _insert(found, family, key, item, position)
    for name, (_, item) in was.items():
        key = {**owner, family.key: name}
        found.writes.append(Write(Verb.DELETE, family.table, key, {}))
        _note_item(found, family, key, item, None)


def _shared_ends(before: Sequence[Any], after: Sequence[Any]) -> tuple[int, int]:
    """Return how many items at the start and at the end are equal and at the same places."""
    start = _shared(before, after)
    if len(before) != len(after) or start == len(before):
        return start, 0
    return start, _shared(before[::-1], after[::-1])


def _shared(before: Sequence[Any], after: Sequence[Any]) -> int:
    """Return how many items are equal from the start on; long stretches are compared at once."""
    size = min(len(before), len(after))
    start = 0
    while start < size and before[start : start + _STRETCH] == after[start : start + _STRETCH]:
        start += _STRETCH
    while start < size and before[start] == after[start]:
        start += 1
    return min(start, size)


def _insert(
    found: Difference, family: Family, key: dict[str, str], item: object, position: int
) -> None:
    columns = {**family.row(item), "position": position}
    del columns[family.key]
    found.writes.append(Write(Verb.INSERT, family.table, key, columns))
    _note_item(found, family, key, None, item)
    for child in family.children:
        _compare(found, child, (), child.items(item), _owner(key, family, child))


def _update(
    found: Difference,
    family: Family,
    key: dict[str, str],
    before: tuple[int, Any],
    after: tuple[int, Any],
) -> None:
    columns: dict[str, Any] = {}
    if before[1] is not after[1] and before[1] != after[1]:
        columns = changed_columns(family.row(before[1]), family.row(after[1]))
        _note_item(found, family, key, before[1], after[1])
        for child in family.children:
            owner = _owner(key, family, child)
            _compare(found, child, child.items(before[1]), child.items(after[1]), owner)
    if before[0] != after[0]:
        columns["position"] = after[0]
    if columns:
        found.writes.append(Write(Verb.UPDATE, family.table, key, columns))


def _owner(key: dict[str, str], family: Family, child: Family) -> dict[str, str]:
    return {"check_id": key["check_id"], child.owner: key[family.key]}


def _note_item(
    found: Difference,
    family: Family,
    key: dict[str, str],
    before: object | None,
    after: object | None,
) -> None:
    """Note the searchable text of an item that came, changed or went (then it is None)."""
    if family.kind is None:
        return
    was = None if before is None else family.text(before)
    now = "" if after is None else family.text(after)
    _note_text(found, (key["check_id"], family.kind, key[family.key]), was, now)


def _note_text(found: Difference, key: tuple[str, HitKind, str], was: str | None, now: str) -> None:
    if was != now and (was or now):
        found.texts.append(SearchText(key, now, is_new=not was))
