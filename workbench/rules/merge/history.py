"""Merging a check with another version of it, by the saved states of both.

What both sides have in common is told by the ids of saved states, which are the same in every
workspace, while the words of a state may differ in what is private: each side is compared with the
common state as it has that itself.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from workbench.core.bare import bare_states_differ
from workbench.core.check import Check
from workbench.core.error import UserError
from workbench.core.merge_report import Merge, MergeOutcome, MergeReport
from workbench.core.saved_history import SavedHistory, with_head
from workbench.rules.merge.ancestry import Parents, ancestors, nearest_common, parents_of
from workbench.rules.merge.blame import Blamer
from workbench.rules.merge.check import joined_checks
from workbench.rules.merge.joint import MergeSide
from workbench.rules.merge.line import lines_of

if TYPE_CHECKING:
    from typing import Any

    from workbench.core.revision import Revision


def merge_of(
    ours: Check, our_history: SavedHistory, theirs: Check, their_history: SavedHistory
) -> Merge:
    """Return our version of a check with all that another version has.

    A history may be empty, or end before the check as it is now. Raises UserError if they are two
    different checks.
    """
    if ours.id != theirs.id:
        raise UserError(
            f"“{theirs.title}” is another check than “{ours.title}”, so they cannot be merged.",
            "Nothing was changed. Open it as a check of its own.",
        )
    require_same_past(our_history, their_history)
    mine = _Version(ours, with_head(our_history, ours))
    other = _Version(theirs, with_head(their_history, theirs))
    parents = parents_of((mine.history.revisions, other.history.revisions))
    if other.head.id in ancestors(parents, mine.head.id):
        report = _report(MergeOutcome.UP_TO_DATE, other)
        return Merge(check=ours, report=report, parents=(mine.head.id,), theirs=other.history)
    found = _Found(mine, other, parents)
    common = found.common(mine.head.id, other.head.id)
    joined = joined_checks(found.side(0, common), found.side(1, common))
    is_forward = common == (mine.head.id,)
    if is_forward:  # the clock of the other laptop may be behind
        joined = replace(joined, check=replace(joined.check, changed=theirs.changed))
    outcome = MergeOutcome.FORWARD if is_forward else MergeOutcome.MERGED
    if not common:
        outcome = MergeOutcome.UNRELATED
    at = [mine.history.by_id[name].at for name in common]
    report = MergeReport(
        outcome=outcome,
        lines=lines_of(ours, joined),
        conflicts=joined.conflicts,
        common_at=max(at, default=None),
        theirs_who=other.head.who,
        theirs_at=other.head.at,
    )
    heads = (other.head.id,) if is_forward else tuple(sorted((mine.head.id, other.head.id)))
    return Merge(check=joined.check, report=report, parents=heads, theirs=other.history)


def require_same_past(ours: SavedHistory, theirs: SavedHistory) -> None:
    """Raise UserError if a saved state that both have is not the same in both.

    What may stay behind when a check travels is not compared, and a state that is damaged is not.
    """
    for name in ours.by_id.keys() & theirs.by_id.keys():
        one, other = ours.by_id[name], theirs.by_id[name]
        try:
            differ = bare_states_differ(ours.read, one.content, theirs.read, other.content)
        except UserError:
            continue
        if differ:
            raise UserError(
                f"The state {other.number} of {other.at:%Y-%m-%d %H:%M} UTC that came in is not "
                "the same as here: one of the two has been tampered with.",
                "Nothing was changed. Compare both with the person who sent the file.",
            )


def _report(outcome: MergeOutcome, other: _Version) -> MergeReport:
    return MergeReport(outcome=outcome, theirs_who=other.head.who, theirs_at=other.head.at)


@dataclass(frozen=True)
class _Version:
    check: Check
    history: SavedHistory

    @property
    def head(self) -> Revision:
        head = self.history.head
        assert head is not None  # it was given one
        return head


class _Found:
    """The states of both versions, read once."""

    def __init__(self, mine: _Version, other: _Version, parents: Parents) -> None:
        self._versions = (mine, other)
        self._parents = parents
        self._damaged: set[str] = set()
        self._values: dict[tuple[int, tuple[str, ...]], Check] = {}
        merged = {**other.history.by_id, **mine.history.by_id}
        self._revisions: dict[str, Revision] = merged

    def common(self, one: str, other: str) -> tuple[str, ...]:
        """Return the nearest common states of two that both versions have and can read."""
        known = set(self._versions[0].history.by_id).intersection(self._versions[1].history.by_id)
        while True:
            names = nearest_common(self._parents, one, other, known - self._damaged)
            bad = [name for name in names if not self._can_read(name)]
            if not bad:
                return names
            self._damaged.update(bad)

    def side(self, which: int, common: tuple[str, ...]) -> MergeSide:
        """Return one of the versions as a side of the merge."""
        version = self._versions[which]
        base = self._value(which, common) if common else None
        return MergeSide(check=version.check, base=base, told=self._blamer(version.head.id))

    def _can_read(self, name: str) -> bool:
        try:
            for which in (0, 1):
                self._value(which, (name,))
        except UserError:
            return False
        return True

    def _value(self, which: int, names: tuple[str, ...]) -> Check:
        """Return a state as a version has it; several are joined into one, as they once were."""
        if (which, names) not in self._values:
            self._values[which, names] = self._read(which, names)
        return self._values[which, names]

    def _read(self, which: int, names: tuple[str, ...]) -> Check:
        if len(names) == 1:
            return self._versions[which].history.state(names[0])
        *rest, last = names
        common = self.common(rest[0], last)
        base = self._value(which, common) if common else None
        sides = [
            MergeSide(check=self._value(which, group), base=base, told=self._blamer(group[0]))
            for group in (tuple(rest), (last,))
        ]
        return joined_checks(sides[0], sides[1]).check

    def _blamer(self, head: str) -> Blamer:
        return Blamer(head, self._revisions, self._plain)

    def _plain(self, name: str) -> dict[str, Any]:
        for version in self._versions:
            if name in version.history.by_id:
                return version.history.plain(name)
        raise UserError("This state of the check is not kept any more.")
