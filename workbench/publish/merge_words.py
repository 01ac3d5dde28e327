"""The words in which it is told what a merge brought, or would bring."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbench.core.merge_report import MergeOutcome, MergeVerb
from workbench.publish.conflict_place import FIELD_WORDS, LIST_WORDS, place_words
from workbench.publish.conflict_value import code_words
from workbench.publish.version import moment_words_at

if TYPE_CHECKING:
    from datetime import datetime

    from workbench.core.check import Check
    from workbench.core.merge_report import MergeLine, MergeReport
    from workbench.house.house import House

_LONGEST = 80
"""Characters of a value that is told in a line; of a longer one only the place is."""
VERB_WORDS = {
    MergeVerb.CONFLICT: "Both changed it",
    MergeVerb.JOINED: "Both changed it, in different sentences",
    MergeVerb.KEPT: "Removed by one, kept because the other needs it",
    MergeVerb.REMOVED: "Removed",
    MergeVerb.ADDED: "Added",
    MergeVerb.CHANGED: "Changed",
    MergeVerb.MOVED: "Put in another order",
}
"""What became of a thing, in the order of `MergeVerb`."""
_COUNTED = {
    MergeVerb.CONFLICT: ("1 conflict to settle", "{n} conflicts to settle"),
    MergeVerb.JOINED: ("1 text joined", "{n} texts joined"),
    MergeVerb.KEPT: ("1 kept", "{n} kept"),
    MergeVerb.REMOVED: ("1 removed", "{n} removed"),
    MergeVerb.ADDED: ("1 added", "{n} added"),
    MergeVerb.CHANGED: ("1 changed", "{n} changed"),
    MergeVerb.MOVED: ("1 order changed", "{n} orders changed"),
}


def line_words(line: MergeLine, check: Check, house: House) -> str:
    """Return what became of one thing: "Claim 3: status, reported → confirmed".

    `check` is what stands after the merge; a thing that is gone is named as the line names it.
    """
    place = _place(line, check, house)
    was, now = (code_words(line.family, line.field, side) for side in (line.was, line.now))
    fits = max(len(was), len(now)) <= _LONGEST
    if line.verb is MergeVerb.CHANGED and (was or now) and fits:
        return f"{place}, {was or 'empty'} → {now or 'empty'}"
    return place


def _place(line: MergeLine, check: Check, house: House) -> str:
    if line.verb is MergeVerb.MOVED:
        return f"The {LIST_WORDS.get(line.family, line.family)}"
    if line.verb is MergeVerb.REMOVED:
        kind = LIST_WORDS.get(line.family, line.family)
        return f"Of the {kind}: “{line.name}”" if line.name else f"One of the {kind}"
    place = place_words(check, house, line.path)
    if line.verb is MergeVerb.ADDED:
        return f"{place}: {line.name}" if line.name and line.name not in place else place
    field = FIELD_WORDS.get(line.field) or LIST_WORDS.get(line.field, "")
    is_told = not field or place.casefold().endswith(field.casefold())
    return place if is_told or line.field == "text" else f"{place}, {field}"


def counted_words(report: MergeReport) -> str:
    """Return how much of each kind came in: "2 conflicts to settle, 1 removed, 5 added"."""
    told = []
    for verb, count in report.counts.items():
        one, many = _COUNTED[verb]
        told.append(one if count == 1 else many.format(n=count))
    return ", ".join(told)


def to_settle_words(count: int) -> str:
    """Return how many conflicts wait for a person: "2 conflicts to settle"."""
    if not count:
        return "No conflict to settle"
    one, many = _COUNTED[MergeVerb.CONFLICT]
    return one if count == 1 else many.format(n=count)


def outcome_words(report: MergeReport) -> str:
    """Return how the two versions stood to each other, in a sentence."""
    if report.outcome is MergeOutcome.UP_TO_DATE or report.is_empty:
        return "Everything in it is here already."
    if report.outcome is MergeOutcome.FORWARD:
        return "Nothing was changed here since, so what comes in goes on from what is here."
    if report.outcome is MergeOutcome.UNRELATED:
        return (
            "No state is known that both versions had, so wherever they differ there is a conflict."
        )
    if report.common_at is None:
        return "Both versions were changed."
    return f"Both were changed since {moment_words_at(report.common_at)}."


def sender_words(who: str, at: datetime | None) -> str:
    """Return whose version it is: "from Nils Lindqvist, saved 9 July 2026, 08:06 UTC"."""
    told = [f"from {who}"] if who else []
    if at is not None:
        told.append(f"saved {moment_words_at(at)}")
    return ", ".join(told)
