"""A check without what may stay behind when it travels: what two workspaces can compare.

Which contacts and notes go along is decided each time a case file is packed, so that two workspaces
may hold the same saved state with different private words. Its bare form is the same in both.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from workbench.core.state_parts import parts_of

if TYPE_CHECKING:
    from collections.abc import Collection

    from workbench.core.check import Check
    from workbench.core.review import MergeConflict

NOTES = frozenset({"notes", "note"})
"""Fields that are internal by their name."""


def bare(check: Check) -> Check:
    """Return a check without contacts, notes and its short name, which is the workspace's own."""
    without = without_notes(replace(check, contacts=(), slug="bare"))
    return replace(without, conflicts=public_conflicts(without.conflicts, ()))


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
        conflicts=tuple(one for one in check.conflicts if one.path.split("/")[-1] not in NOTES),
    )


def public_conflicts(
    conflicts: tuple[MergeConflict, ...], contacts: Collection[str]
) -> tuple[MergeConflict, ...]:
    """Return conflicts without those about contacts that are not among those named."""
    return tuple(one for one in conflicts if _is_public(one.path.split("/"), contacts))


def _is_public(steps: list[str], contacts: Collection[str]) -> bool:
    if steps[0] != "contacts":
        return True
    return len(steps) > 1 and steps[1] in contacts and steps[-1] not in NOTES
