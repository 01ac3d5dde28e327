"""What one save has to write: the rows in which two values of a check differ.

Equal items are found by identity first, because a change of a frozen check shares everything else
with the check before it; one changed word among ten thousand claims is one changed row.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum
from typing import TYPE_CHECKING, Any

from workbench.store.family import FAMILIES, Family

if TYPE_CHECKING:
    from collections.abc import Sequence

    from workbench.core.check import Check


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


def difference(old: Check | None, new: Check) -> list[Write]:
    """Return the writes below the check's own row that turn old into new; None is nothing yet."""
    writes: list[Write] = []
    for family in FAMILIES:
        before = family.items(old) if old is not None else ()
        _compare(writes, family, before, family.items(new), {"check_id": new.id})
    return writes


def changed_columns(old: dict[str, Any], new: dict[str, Any]) -> dict[str, Any]:
    """Return the columns of new that differ from old."""
    return {name: value for name, value in new.items() if value != old[name]}


def _compare(
    writes: list[Write],
    family: Family,
    before: Sequence[Any],
    after: Sequence[Any],
    owner: dict[str, str],
) -> None:
    if before is after:
        return
    start = _shared_start(before, after)
    gone = {family.name(item): (at, item) for at, item in enumerate(before[start:], start)}
    for position, item in enumerate(after[start:], start):
        name = family.name(item)
        key = {**owner, family.key: name}
        was = gone.pop(name, None)
        if was is None:
            _insert(writes, family, key, item, position)
        elif was[1] is not item or was[0] != position:
            _update(writes, family, key, was, (position, item))
    for name in gone:
        writes.append(Write(Verb.DELETE, family.table, {**owner, family.key: name}, {}))


def _shared_start(before: Sequence[Any], after: Sequence[Any]) -> int:
    """Return how many items at the start are the very same objects."""
    for index, (one, other) in enumerate(zip(before, after, strict=False)):
        if one is not other:
            return index
    return min(len(before), len(after))


def _insert(
    writes: list[Write], family: Family, key: dict[str, str], item: object, position: int
) -> None:
    columns = {**family.row(item), "position": position}
    del columns[family.key]
    writes.append(Write(Verb.INSERT, family.table, key, columns))
    for child in family.children:
        _compare(writes, child, (), child.items(item), _owner(key, family, child))


def _update(
    writes: list[Write],
    family: Family,
    key: dict[str, str],
    before: tuple[int, Any],
    after: tuple[int, Any],
) -> None:
    columns: dict[str, Any] = {}
    if before[1] is not after[1] and before[1] != after[1]:
        columns = changed_columns(family.row(before[1]), family.row(after[1]))
        for child in family.children:
            owner = _owner(key, family, child)
            _compare(writes, child, child.items(before[1]), child.items(after[1]), owner)
    if before[0] != after[0]:
        columns["position"] = after[0]
    if columns:
        writes.append(Write(Verb.UPDATE, family.table, key, columns))


def _owner(key: dict[str, str], family: Family, child: Family) -> dict[str, str]:
    return {"check_id": key["check_id"], child.owner: key[family.key]}
