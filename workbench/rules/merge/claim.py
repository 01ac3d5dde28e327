"""What a claim's joined fields need of each other: a status rests on evidence that is there."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from workbench.core.check_path import joined as path_of
from workbench.core.claim import Claim
from workbench.rules.merge.shape import plain_text

if TYPE_CHECKING:
    from workbench.rules.merge.joint import Joint


def with_what_it_needs(
    joint: Joint,
    steps: tuple[str, ...],
    values: dict[str, Any],
    now: tuple[Any, Any],
) -> dict[str, Any]:
    """Return the joined fields of a claim with what its basis and first appearance point at.

    Evidence that one side removed while the other one let the status rest on it comes back, and
    the removal is a conflict. Values of another kind are returned as they are.
    """
    if not isinstance(now[0], Claim):
        return values
    first = values["first_appearance_id"]
    evidence = _with(
        joint, (*steps, "evidence"), values["evidence"], values["basis"].evidence_ids, now
    )
    appearances = _with(
        joint, (*steps, "appearances"), values["appearances"], (first,) if first else (), now
    )
    return values | {"evidence": evidence, "appearances": appearances}


def _with(
    joint: Joint,
    steps: tuple[str, ...],
    items: tuple[Any, ...],
    wanted: tuple[str, ...],
    now: tuple[Claim, Claim],
) -> tuple[Any, ...]:
    here = {item.id for item in items}
    for name in wanted:
        if name in here:
            continue
        for side in (0, 1):
            found = next((item for item in getattr(now[side], steps[-1]) if item.id == name), None)
            if found is not None:
                items = (*items, found)
                path = path_of(*steps, name)
                joint.kept.add(path)
                joint.disagree(path, (), side, _two(side, plain_text(found)))
                break
    return items


def _two(side: int, text: str) -> tuple[str, str]:
    """Return what both sides have: a value, and nothing where it was removed."""
    return (text, "") if side == 0 else ("", text)
