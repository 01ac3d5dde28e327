"""A check without what may stay behind when it travels: what two workspaces can compare.

Which contacts and notes go along is decided each time a case file is packed, so that two workspaces
may hold the same saved state with different private words. Its bare form is the same in both.
"""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from workbench.core.state_parts import LISTS, Read, parts_of, root_in

if TYPE_CHECKING:
    from workbench.core.check import Check

NOTES = frozenset({"notes", "note"})
"""Fields that are internal by their name."""
_WITHOUT = ("contacts", "conflicts", "slug", *NOTES)


def bare(check: Check) -> Check:
    """Return a check without contacts, notes, conflicts and its short name.

    Conflicts quote what they are about, notes too; the short name is the workspace's own.
    """
    return without_notes(replace(check, contacts=(), conflicts=(), slug="bare"))


def bare_content(check: Check) -> str:
    """Return the SHA-256 that two workspaces have in common for a state."""
    return parts_of(bare(check))[0]


def without_notes(check: Check) -> Check:
    """Return a check without the notes to its sources, claims, evidence, events and itself."""
    return replace(
        check,
        notes="",
        sources=tuple(replace(one, notes="") if one.notes else one for one in check.sources),
        claims=tuple(
            replace(
                one,
                notes="",
                evidence=tuple(replace(item, note="") for item in one.evidence),
            )
            if one.notes or any(item.note for item in one.evidence)
            else one
            for one in check.claims
        ),
        events=tuple(replace(one, note="") if one.note else one for one in check.events),
    )


def bare_states_differ(read_one: Read, one: str, read_other: Read, other: str) -> bool:
    """Return whether two saved states differ in more than what may stay behind.

    Each is given by the SHA-256 of its root and by what reads its parts. Raises UserError if one of
    them is damaged.
    """
    if one == other:
        return False
    roots = root_in(read_one, one), root_in(read_other, other)
    names = {*roots[0], *roots[1]}.difference(_WITHOUT)
    for name in names:
        mine, yours = roots[0].get(name, ()), roots[1].get(name, ())
        if mine == yours:
            continue
        if name not in LISTS or len(mine) != len(yours):
            return True
        for first, second in zip(mine, yours, strict=True):
            if first != second and _bare(read_one(first)) != _bare(read_other(second)):
                return True
    return False


def _bare(data: bytes) -> Any:  # noqa: ANN401 - JSON
    return plain_without_notes(json.loads(data))


def plain_without_notes(plain: Any) -> Any:  # noqa: ANN401 - JSON
    """Return plain JSON values without what is internal by its name."""
    if isinstance(plain, dict):
        return {key: plain_without_notes(one) for key, one in plain.items() if key not in NOTES}
    if isinstance(plain, list):
        return [plain_without_notes(one) for one in plain]
    return plain
