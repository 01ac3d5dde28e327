"""What a merge has at hand while it goes through two versions: who wins, and what was found."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime

from workbench.core.check import Check
from workbench.core.identity import uuid7
from workbench.core.review import MergeConflict

Told = tuple[datetime, str]
"""When something was written, UTC, and by whom."""
Blame = Callable[[str, tuple[str, ...]], Told]
"""Tells of the value at a path, or of some of its fields, when and by whom it was written."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MergeSide:
    """One of the two versions.

    Attributes:
        check: what it has now.
        base: the common state as this side has it; None if there is none. Private words that one
            side never saw are in the other one's base alone, and so no change of anybody.
        told: who wrote what stands at a path, and when.

    """

    check: Check
    base: Check | None
    told: Blame


@dataclass(slots=True)
class Joint:
    """The state of a merge.

    Attributes:
        told: of both sides.
        conflicts: what both changed, found so far.
        joined, kept: paths of texts that were put together, and of items that one side had removed.

    """

    check_id: str
    told: tuple[Blame, Blame]
    conflicts: list[MergeConflict] = field(default_factory=list)
    joined: set[str] = field(default_factory=set)
    kept: set[str] = field(default_factory=set)

    def winner(self, path: str, names: tuple[str, ...], first: str, second: str) -> int:
        """Return which side was written later, 0 or 1; the texts decide if none was."""
        said = [
            (told(path, names), text) for told, text in zip(self.told, (first, second), strict=True)
        ]
        return 0 if said[0] > said[1] else 1

    def disagree(
        self, path: str, names: tuple[str, ...], kept: int, values: tuple[str, str]
    ) -> None:
        """Note that both sides changed what is at a path; `kept` says whose value stands."""
        if values[0] == values[1]:
            return
        (kept_at, kept_who), (other_at, other_who) = (
            self.told[side](path, names) for side in (kept, 1 - kept)
        )
        one, other = values[kept], values[1 - kept]
        told = (self.check_id, path, one, other, kept_who, str(kept_at), other_who, str(other_at))
        chance = hashlib.sha256("\0".join(told).encode()).digest()[:10]
        latest = max(kept_at, other_at)
        self.conflicts.append(
            MergeConflict(
                id=uuid7(max(0, int(latest.timestamp() * 1000)), chance),
                path=path,
                kept=one,
                other=other,
                kept_who=kept_who,
                kept_at=kept_at,
                other_who=other_who,
                other_at=other_at,
            )
        )
