"""The remarks on one place of a check, and the order of places as a check is read."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from workbench.core.review import Subject, SubjectKind
from workbench.rules.commented import Remarked, RemarkState, Thread, remarked, threads_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from workbench.core.check import Check

_ORDER = (
    SubjectKind.CHECK,
    SubjectKind.PART,
    SubjectKind.CLAIM,
    SubjectKind.EVIDENCE,
    SubjectKind.SOURCE,
    SubjectKind.POST,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class PlacedThread:
    """A thread and where it stands today."""

    thread: Thread
    here: Remarked

    @property
    def has_words(self) -> bool:
        """Whether it is about words that stand in the text."""
        return self.here.end > self.here.start


def placed_threads(check: Check) -> tuple[PlacedThread, ...]:
    """Return all threads of a check with where they stand, the open ones first."""
    return tuple(
        PlacedThread(thread=one, here=remarked(check, one.opening)) for one in threads_of(check)
    )


def is_about(thread: Thread, subject: Subject) -> bool:
    """Whether a thread is about a field, or an item as a whole, whatever words of it."""
    about = thread.opening.subject
    return (about.kind, about.item, about.field) == (subject.kind, subject.item, subject.field)


def at_position(threads: Sequence[PlacedThread], position: int) -> tuple[PlacedThread, ...]:
    """Return the threads whose words hold a position in code points, the shortest words first."""
    found = [one for one in threads if one.has_words and _holds(one.here, position)]
    return tuple(sorted(found, key=lambda one: one.here.end - one.here.start))


def in_order(
    check: Check, threads: Sequence[PlacedThread], parts: Sequence[str]
) -> tuple[PlacedThread, ...]:
    """Return threads as a check is read: by item, field and place of their words.

    Args:
        check: whose they are.
        threads: in any order.
        parts: keys of the parts of the draft, as they follow each other.

    """
    ranks = _ranks(check, parts)

    def key(one: PlacedThread) -> tuple[int, int, str, bool, int, str]:
        subject = one.thread.opening.subject
        rank = ranks.get((subject.kind, subject.item), len(ranks))
        is_lost = one.here.state is not RemarkState.FOUND and not one.has_words
        begun = one.thread.opening.id
        return _ORDER.index(subject.kind), rank, subject.field, is_lost, one.here.start, begun

    return tuple(sorted(threads, key=key))


def _holds(here: Remarked, position: int) -> bool:
    return here.start <= position <= here.end


def _ranks(check: Check, parts: Sequence[str]) -> dict[tuple[SubjectKind, str], int]:
    evidence = [one.id for claim in check.claims for one in claim.evidence]
    items = {
        SubjectKind.PART: list(parts),
        SubjectKind.CLAIM: [one.id for one in check.claims],
        SubjectKind.EVIDENCE: evidence,
        SubjectKind.SOURCE: [one.id for one in check.sources],
    }
    return {(kind, item): n for kind, found in items.items() for n, item in enumerate(found)}
