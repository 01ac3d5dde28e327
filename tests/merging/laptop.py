"""Laptops that work on one check apart from each other, and hand each other what they have."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from typing import TYPE_CHECKING

from workbench.core.check import Check
from workbench.core.identity import uuid7
from workbench.core.merge_report import MergeOutcome
from workbench.core.revision import Revision
from workbench.core.saved_history import SavedHistory, merge_revision, with_head
from workbench.core.state_parts import parts_of
from workbench.rules.merge.history import merge_of

if TYPE_CHECKING:
    from random import Random

    from workbench.core.merge_report import Merge

START = datetime(2026, 7, 2, 8, 0, tzinfo=UTC)


@dataclass(frozen=True)
class Handed:
    """What one laptop hands to another."""

    check: Check
    history: SavedHistory


class Laptop:
    """A check with its history, and somebody who works on it."""

    def __init__(self, who: str, check: Check) -> None:
        self.who = who
        self.check = check
        self.history = SavedHistory()
        self.minutes = 0
        self.last_id = 0

    def begin(self) -> None:
        """Save the first state."""
        self.history = with_head(self.history, self.check)

    def new_id(self) -> str:
        """Return an id that no other laptop makes."""
        self.last_id += 1
        chance = sha256(f"{self.who} {self.last_id}".encode()).digest()[:10]
        return uuid7(int(self.now().timestamp() * 1000), chance)

    def now(self) -> datetime:
        """Return the time on this laptop."""
        return START + timedelta(minutes=self.minutes)

    def save(self, check: Check, random: Random) -> None:
        """Save a state, some minutes after the one before."""
        self.minutes += random.randint(1, 40)
        check = replace(check, changed=self.now())
        content, parts = parts_of(check)
        head = self.history.head
        assert head is not None
        made = Revision(
            id=uuid7(0, sha256(f"{head.id} {content} {self.who}".encode()).digest()[:10]),
            number=head.number + 1,
            parents=(head.id,),
            at=self.now(),
            who=self.who,
            words="Edit",
            key="",
            facts=(),
            is_landmark=False,
            content=content,
        )
        self.check = check
        self._note(made, parts)

    def handed(self) -> Handed:
        """Return what a case file of this laptop holds."""
        return Handed(self.check, self.history)

    def merge(self, other: Handed) -> Merge:
        """Merge what was handed over."""
        merge = merge_of(self.check, self.history, other.check, other.history)
        outcome, mine = merge.report.outcome, self.history.head
        if outcome is MergeOutcome.UP_TO_DATE:
            return merge
        theirs = with_head(other.history, other.check)
        known = self.history.by_id
        revisions = {one.id: one for one in theirs.revisions if one.id not in known}
        self.history = SavedHistory(
            revisions=(*self.history.revisions, *revisions.values()),
            parts={**self.history.parts, **theirs.parts},
        )
        self.check = merge.check
        if outcome is not MergeOutcome.FORWARD:
            assert mine is not None
            assert theirs.head is not None
            _content, parts = parts_of(merge.check)
            self._note(merge_revision(merge.check, (mine, theirs.head)), parts)
        else:
            assert theirs.head is not None
            assert self.history.head == theirs.head
        return merge

    def _note(self, made: Revision, parts: dict[str, bytes]) -> None:
        self.history = SavedHistory(
            revisions=(*self.history.revisions, made), parts={**self.history.parts, **parts}
        )
