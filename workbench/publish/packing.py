"""What goes along in a case file, and what stays: chosen when packing, and told in numbers.

What a person marked as private never goes along, whatever is chosen: private contacts, and the
notes to all others. Notes that stay behind stay out of every saved state and every conflict, too.
"""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import dataclass, fields, is_dataclass, replace
from typing import TYPE_CHECKING, Any

from workbench.core.bare import plain_without_notes
from workbench.core.canonical import canonical_json

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from workbench.core.check import Check
    from workbench.core.review import MergeConflict

_NOTES = ("note", "notes")
_NOTED = ("check", "sources", "claims", "evidence", "events")
_OF_CONTACTS = "contacts"


@dataclass(frozen=True, slots=True, kw_only=True)
class Packing:
    """What a sender wants to go along beside the check itself.

    Attributes:
        history: the saved states, which hold what was removed since, too.
        notes: private notes to the check, its sources, claims, evidence and events.
        contacts: who was asked; never those that are private, and never the notes to them.
        originals: the bytes of sources and pictures; their text always goes along.

    """

    history: bool = True
    notes: bool = True
    contacts: bool = True
    originals: bool = True


CAREFUL = Packing(notes=False)
"""What goes along unless somebody says more: what a colleague needs, and no private word."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LeftOut:
    """How much of a check does not go along.

    Attributes:
        original_bytes: of all originals that stay, unpacked.
        contacts: those that are not private; counted apart from those that are.
        contact_notes: notes to contacts that go along themselves.
        notes: how many notes stay, by what they are to ("sources"); without those of contacts.
        states: saved states.

    """

    originals: int = 0
    original_bytes: int = 0
    private_contacts: int = 0
    contacts: int = 0
    contact_notes: int = 0
    notes: tuple[tuple[str, int], ...] = ()
    states: int = 0

    @property
    def is_empty(self) -> bool:
        """Whether everything goes along."""
        return self == LeftOut()


def packed_check(check: Check, choice: Packing, held: frozenset[str] = frozenset()) -> Check:
    """Return a check as it goes along: today's value, or one of its saved states.

    `held` are ids of contacts that stay whatever this state says of them.
    """
    held = held | held_back(check)
    contacts = tuple(
        replace(contact, notes="")
        for contact in check.contacts
        if choice.contacts and contact.id not in held
    )
    conflicts = tuple(
        mended
        for conflict in check.conflicts
        if (mended := packed_conflict(conflict, choice, held)) is not None
    )
    check = replace(check, contacts=contacts, conflicts=conflicts)
    if choice.notes:
        return check
    return replace(
        check,
        notes="",
        sources=tuple(_without_notes(source) for source in check.sources),
        claims=tuple(_without_notes(claim) for claim in check.claims),
        events=tuple(_without_notes(event) for event in check.events),
    )


def left_out_of(
    check: Check, choice: Packing, sizes: Mapping[str, int], states: int = 0
) -> LeftOut:
    """Count what stays behind of a check.

    Args:
        check: as it is in the workspace.
        choice: what goes along.
        sizes: bytes of every original that the workspace has, by SHA-256.
        states: how many saved states there are.

    """
    held = held_back(check)
    open_ones = [contact for contact in check.contacts if contact.id not in held]
    return LeftOut(
        originals=0 if choice.originals else len(sizes),
        original_bytes=0 if choice.originals else sum(sizes.values()),
        private_contacts=len(held),
        contacts=0 if choice.contacts else len(open_ones),
        contact_notes=sum(bool(one.notes) for one in open_ones) if choice.contacts else 0,
        notes=() if choice.notes else _noted(check),
        states=0 if choice.history else states,
    )


def together(counts: Iterable[LeftOut]) -> LeftOut:
    """Return what stays behind of several checks as one count."""
    sums: Counter[str] = Counter()
    notes: Counter[str] = Counter()
    for left in counts:
        notes.update(dict(left.notes))
        sums.update(
            {each.name: getattr(left, each.name) for each in fields(left) if each.name != "notes"}
        )
    ordered = tuple((key, notes[key]) for key in _NOTED if notes[key])
    return LeftOut(notes=ordered, **sums)


def held_back(check: Check) -> frozenset[str]:
    """Return the ids of contacts that never go along; in doubt whether one is private, it is."""
    doubted = doubted_in(check.conflicts)
    return frozenset(one.id for one in check.contacts if one.is_private or one.id in doubted)


def doubted_in(conflicts: Iterable[MergeConflict]) -> frozenset[str]:
    """Return the ids of contacts of which it is not settled whether they are private."""
    return frozenset(
        conflict.path.split("/")[1]
        for conflict in conflicts
        if conflict.settled_at is None and _is_about_privacy(conflict)
    )


def _is_about_privacy(conflict: MergeConflict) -> bool:
    steps = conflict.path.split("/")
    return steps[0] == _OF_CONTACTS and len(steps) == 3 and steps[2] == "is_private"


def packed_conflict(
    conflict: MergeConflict, choice: Packing, held: frozenset[str]
) -> MergeConflict | None:
    """Return a conflict without what stays behind, or None if that is what it is about."""
    steps = conflict.path.split("/")
    is_contact = steps[0] == _OF_CONTACTS
    if is_contact and not choice.contacts:
        return None
    if steps[-1] in _NOTES and (is_contact or not choice.notes):
        return None
    sides = [json.loads(side) if side else None for side in (conflict.kept, conflict.other)]
    if is_contact and ((steps[1:2] and steps[1] in held) or any(map(_is_private, sides))):
        return None
    if is_contact or not choice.notes:
        kept, other = (_side(plain_without_notes(side)) for side in sides)
        if kept == other:  # they differed in their notes alone
            return None
        if (kept, other) != tuple(_side(side) for side in sides):
            return replace(conflict, kept=kept, other=other)
    return conflict


def _is_private(plain: Any) -> bool:  # noqa: ANN401 - what JSON can hold
    return isinstance(plain, dict) and bool(plain.get("is_private"))


def _side(plain: Any) -> str:  # noqa: ANN401 - as above
    return "" if plain is None else canonical_json(plain).decode()


def _without_notes(value: Any) -> Any:  # noqa: ANN401 - a value of core, of any kind
    """Return a value of core with its notes empty, and those of the values in it."""
    if isinstance(value, tuple):
        return tuple(_without_notes(item) for item in value)
    if not is_dataclass(value):
        return value
    changes = {
        each.name: "" if each.name in _NOTES else _without_notes(getattr(value, each.name))
        for each in fields(value)
    }
    changed = {name: now for name, now in changes.items() if now != getattr(value, name)}
    return replace(value, **changed) if changed else value  # type: ignore[type-var]


def _noted(check: Check) -> tuple[tuple[str, int], ...]:
    evidence = [item for claim in check.claims for item in claim.evidence]
    counted = (
        ("check", int(bool(check.notes.strip()))),
        ("sources", sum(bool(one.notes.strip()) for one in check.sources)),
        ("claims", sum(bool(one.notes.strip()) for one in check.claims)),
        ("evidence", sum(bool(one.note.strip()) for one in evidence)),
        ("events", sum(bool(one.note.strip()) for one in check.events)),
    )
    return tuple((name, count) for name, count in counted if count)
