"""What a merge brought: the value that stands afterwards, and a line for each change."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from workbench.core.check import Check
from workbench.core.review import MergeConflict
from workbench.core.saved_history import SavedHistory


class MergeOutcome(StrEnum):
    """How two versions of a check stood to each other.

    New: there was none here. Up to date: the other one has nothing that is not here. Forward:
    nothing was changed here since, so that the other one stands as it is. Merged: both had
    changes since their common state. Unrelated: no common state is known, so that all that
    differs is a conflict, unless one side is empty there.
    """

    NEW = "new"
    UP_TO_DATE = "up_to_date"
    FORWARD = "forward"
    MERGED = "merged"
    UNRELATED = "unrelated"


class MergeVerb(StrEnum):
    """What became of a thing; the weightiest first.

    Joined: a text that both had changed, at different sentences. Kept: one side had removed it,
    the other one needs it. Conflict: both had changed it, one value stands, the other is kept in
    the list.
    """

    CONFLICT = "conflict"
    JOINED = "joined"
    KEPT = "kept"
    REMOVED = "removed"
    ADDED = "added"
    CHANGED = "changed"
    MOVED = "moved"


@dataclass(frozen=True, slots=True, kw_only=True)
class MergeLine:
    """One thing that a merge did to the check that was here.

    Attributes:
        family: the list that the thing is in ("claims", "evidence", "parts"); "check" for the
            check's own fields.
        path: where it is, as in a MergeConflict.
        name: what people call it: the wording of a claim, the outlet, the key of a part; may be
            empty.
        field: as it is called in core; empty for the thing as a whole.
        was, now: short words of both values; empty where they cannot be told in a line.

    """

    verb: MergeVerb
    family: str
    path: str
    name: str = ""
    field: str = ""
    was: str = ""
    now: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class MergeReport:
    """What came in.

    Attributes:
        conflicts: those that this merge found; earlier ones are in the check alone.
        common_at: when the newest common state was saved, UTC; None if there is none.
        theirs_who, theirs_at: of the newest state that came in; empty and None if not known.

    """

    outcome: MergeOutcome
    lines: tuple[MergeLine, ...] = ()
    conflicts: tuple[MergeConflict, ...] = ()
    common_at: datetime | None = None
    theirs_who: str = ""
    theirs_at: datetime | None = None

    @property
    def is_empty(self) -> bool:
        """Whether the check stays as it was here."""
        return not self.lines

    @property
    def counts(self) -> dict[MergeVerb, int]:
        """How many lines there are of each verb; without those that there are none of."""
        counted = Counter(line.verb for line in self.lines)
        return {verb: counted[verb] for verb in MergeVerb if counted[verb]}


@dataclass(frozen=True, slots=True, kw_only=True)
class Merge:
    """The outcome of a merge.

    Attributes:
        check: what stands afterwards, here.
        parents: ids of the saved states that it was made from, sorted; for a step forward, the
            one that stands now. Empty if the check was kept without a history.
        theirs: the saved states of the other version, ending with that version itself.

    """

    check: Check
    report: MergeReport
    parents: tuple[str, ...] = ()
    theirs: SavedHistory = field(default_factory=SavedHistory)
