"""Events that came after a source: a text published before an event cannot report it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbench.core.date import DateBasis
from workbench.rules.chain import source_of

if TYPE_CHECKING:
    from workbench.core.check import Check
    from workbench.core.claim import Claim
    from workbench.core.date import DateValue
    from workbench.core.source import Source

_DAY = len("2026-07-02")


def is_before(one: DateValue, other: DateValue) -> bool:
    """Whether one date is certainly before another: by what both of them tell, and no more.

    Times of day are compared only in one zone; "July 2026" is not before "3 July 2026".
    """
    if not (one.is_known and other.is_known):
        return False
    last, first = one.until or one.value, other.value
    if one.zone != other.zone:
        last, first = last[:_DAY], first[:_DAY]
    shared = min(len(last), len(first))
    return last[:shared] < first[:shared]


def claims_of_later_events(check: Check, source: Source) -> tuple[Claim, ...]:
    """Return the claims that a source is evidence for, though their event came after it.

    Only a stated date of publication, or of the last change, says how old a text is.
    """
    dates = [date for date in (source.published, source.updated) if date.basis is DateBasis.STATED]
    if not dates:
        return ()
    return tuple(
        claim
        for claim in check.claims
        if all(is_before(date, claim.action.when) for date in dates)
        and any(source_of(check, item) == source for item in claim.evidence)
    )
