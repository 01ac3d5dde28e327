"""What the pre-flight would say of a suggestion: the findings that only the change brings."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from workbench.core.error import UserError
from workbench.rules.suggested_field import with_field_text
from workbench.rules.suggestion import PlaceState, place_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from workbench.core.check import Check
    from workbench.core.finding import Finding
    from workbench.core.review import Suggestion

_WAITING = "review_open"
"""The rule that counts what is still to be settled: of the words themselves it says nothing."""


def new_findings(before: Iterable[Finding], after: Iterable[Finding]) -> tuple[Finding, ...]:
    """Return the findings that were not there before, whatever moved in the text meanwhile."""
    known = Counter(_told(one) for one in before)
    found = []
    for one in after:
        if one.rule == _WAITING:
            continue
        if known[_told(one)]:
            known[_told(one)] -= 1
        else:
            found.append(one)
    return tuple(found)


def findings_if_taken(
    check: Check, suggestion: Suggestion, find: Callable[[Check], tuple[Finding, ...]]
) -> tuple[Finding, ...]:
    """Return what the pre-flight would find that it does not find now; nothing if it cannot be.

    find: the pre-flight over a check.
    """
    place = place_of(check, suggestion)
    if place.state is not PlaceState.FOUND:
        return ()
    try:
        changed = with_field_text(check, suggestion.subject, place.result)
    except (ValueError, KeyError, UserError):
        return ()
    return new_findings(find(check), find(changed))


def _told(finding: Finding) -> tuple[str, str, str, str, str]:
    place = finding.place
    return finding.rule, place.part, place.item_id, finding.text, finding.message
