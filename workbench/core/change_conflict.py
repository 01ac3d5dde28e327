"""Settling what two people changed differently: one of the two values stands, as a pure change."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from workbench.core.canonical import canonical_json, plain_value
from workbench.core.change import (
    without_claim,
    without_contact,
    without_event,
    without_evidence,
    without_passage,
    without_source,
)
from workbench.core.check_path import key_of, steps_of
from workbench.core.codec import check_as_object, check_from_json
from workbench.core.error import UserError
from workbench.core.state_parts import LISTS

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from workbench.core.check import Check
    from workbench.core.review import MergeConflict

_RATING = "verdict"
_LISTS = frozenset({*LISTS, "versions", "evidence", "appearances"})
_REMOVED: dict[str, Callable[[Check, str], Check]] = {
    "sources": without_source,
    "claims": without_claim,
    "passages": without_passage,
    "events": without_event,
    "contacts": without_contact,
}


def open_conflicts(check: Check) -> tuple[MergeConflict, ...]:
    """Return the conflicts that nobody has settled."""
    return tuple(one for one in check.conflicts if one.settled_at is None)


def value_now(check: Check, conflict: MergeConflict) -> str:
    """Return what stands now where a conflict is, as JSON text in the form of its two sides.

    Empty if nothing is there any more.
    """
    here = _at(check, steps_of(conflict.path))
    if here is None:
        return ""
    if isinstance(here, tuple) and _is_order(conflict):
        key = key_of(steps_of(conflict.path)[-1])
        return canonical_json([getattr(one, key) for one in here]).decode()
    names = _names(conflict)
    if names:
        return canonical_json({name: plain_value(getattr(here, name)) for name in names}).decode()
    return canonical_json(plain_value(here)).decode()


def settled(check: Check, conflict_id: str, *, take_other: bool, who: str, at: datetime) -> Check:
    """Return the check with a conflict settled; `at` is now, UTC.

    What stands stays, or gives way to the other value: an item that the other side had removed is
    removed, with all that hangs on it. Raises UserError if the other value does not fit any more,
    and KeyError if there is no such conflict.
    """
    conflict = next((one for one in check.conflicts if one.id == conflict_id), None)
    if conflict is None:
        raise KeyError(conflict_id)
    if take_other:
        check = with_other_value(check, conflict)
    done = replace(conflict, settled_by=who, settled_at=at)
    conflicts = tuple(done if one.id == conflict_id else one for one in check.conflicts)
    return replace(check, conflicts=conflicts)


def settled_as(check: Check, conflict_id: str, value: str, who: str, at: datetime) -> Check:
    """Return the check with a conflict settled by a third value; `at` is now, UTC.

    `value` is JSON text in the form of the two sides. Raises UserError if it does not fit, and
    KeyError if there is no such conflict.
    """
    conflict = next((one for one in check.conflicts if one.id == conflict_id), None)
    if conflict is None:
        raise KeyError(conflict_id)
    if value != value_now(check, conflict):
        stood = conflict.kept if conflict.kept != value else conflict.other
        check = with_other_value(check, replace(conflict, kept=stood, other=value))
    return settled(check, conflict_id, take_other=False, who=who, at=at)


def can_take_other(check: Check, conflict: MergeConflict) -> bool:
    """Return whether the other value of a conflict still fits into the check."""
    try:
        with_other_value(check, conflict)
    except UserError:
        return False
    return True


def with_other_value(check: Check, conflict: MergeConflict) -> Check:
    """Return the check with the other value of a conflict; raises UserError if it does not fit."""
    steps = steps_of(conflict.path)
    if _at(check, steps[:-1]) is None and steps[:-1]:
        raise _unfit()
    if not conflict.other:
        return _without(check, steps)
    plain = check_as_object(check)
    value = json.loads(conflict.other)
    holder, last = _holder(plain, steps)
    _put(holder, last, value, is_order=_is_order(conflict))
    try:
        return check_from_json(canonical_json(plain))
    except UserError as error:
        raise _unfit() from error


def _unfit() -> UserError:
    return UserError(
        "This value does not fit any more: what it belongs to was removed or changed since.",
        "Keep what stands, or type the words in yourself.",
    )


def _without(check: Check, steps: tuple[str, ...]) -> Check:
    """Return the check without the item at a path; one that is gone already is no error."""
    if _at(check, steps) is None:
        return check
    if len(steps) == 2 and steps[0] in _REMOVED:
        return _REMOVED[steps[0]](check, steps[1])
    if steps[0] == "claims" and steps[2] == "evidence":
        return without_evidence(check, steps[1], steps[3])
    plain = check_as_object(check)
    holder, last = _holder(plain, steps)
    holder[:] = [one for one in holder if one.get(key_of(steps[-2]), "") != last]
    try:
        return check_from_json(canonical_json(plain))
    except UserError as error:
        raise _unfit() from error


def _put(holder: Any, last: str, value: Any, *, is_order: bool) -> None:  # noqa: ANN401 - JSON
    if isinstance(holder, list):
        key = next((name for name in ("id", "key", "network") if name in holder[0]), "id")
        place = next((at for at, one in enumerate(holder) if one[key] == last), None)
        if place is None:
            holder.append(value)
        elif _is_whole(value):
            holder[place] = value
        else:
            holder[place].update(value)
    elif is_order:
        items, key = holder[last], key_of(last)
        places = {name: at for at, name in enumerate(value)}
        items.sort(key=lambda one: places.get(one[key], len(places)))
    elif last == _RATING:
        holder[last].update(value)
    else:
        holder[last] = value


def _holder(plain: Any, steps: tuple[str, ...]) -> tuple[Any, str]:  # noqa: ANN401 - JSON
    """Return what holds the value at a path, and the last step to it."""
    here, family = plain, ""
    for step in steps[:-1]:
        if isinstance(here, list):
            here = next((one for one in here if one[key_of(family)] == step), None)
        else:
            here, family = here[step], step
    return here, steps[-1]


def _at(check: Check, steps: tuple[str, ...]) -> Any:  # noqa: ANN401 - a value of core, or None
    here: Any = check
    family = ""
    for step in steps:
        if isinstance(here, tuple):
            key = key_of(family)
            here = next((one for one in here if getattr(one, key, None) == step), None)
        else:
            here, family = getattr(here, step, None), step
        if here is None:
            return None
    return here


def _is_order(conflict: MergeConflict) -> bool:
    """Return whether a conflict is about the order of the items of a list."""
    return conflict.kept.startswith('["') and steps_of(conflict.path)[-1] in _LISTS


def _names(conflict: MergeConflict) -> tuple[str, ...]:
    """Return the fields that a conflict is about, if it is about some fields of a record."""
    steps = steps_of(conflict.path)
    inside = steps[0] == _RATING or (len(steps) > 1 and steps[-2] in _LISTS)
    if not inside or not conflict.kept.startswith("{"):
        return ()
    value = json.loads(conflict.kept)
    return () if _is_whole(value) else tuple(value)


def _is_whole(value: dict[str, Any]) -> bool:
    return "id" in value or "key" in value
