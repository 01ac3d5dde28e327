"""The words in which the coming of a new text is told, and what became of each quote."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbench.reading.refind import RefoundState

if TYPE_CHECKING:
    from workbench.reading.refind import Refound
    from workbench.rules.renewal import Renewal

_LITTLE = 0.5
"""Below this share of the old text, the new one may be of another article."""

STATE_WORDS = {
    RefoundState.ANCHORED: "found again",
    RefoundState.MOVED: "moved",
    RefoundState.CHANGED: "other words",
    RefoundState.AMBIGUOUS: "not clear where",
    RefoundState.LOST: "lost",
}


def renewal_words(report: Renewal) -> str:
    """Return what a new text did to the quotes: "7 quotes found again, 1 moved, 1 lost."."""
    if not report.is_new:
        return "This is the newest text of the source already; nothing was changed."
    said = f"{_counts(report)}{_again(report)}"
    if report.kept < _LITTLE:
        said += (
            f" Only {report.kept:.0%} of the older text is in it: is it the same article?"
            if report.kept >= 0.005
            else " Nothing of the older text is in it: is it the same article?"
        )
    return said


def fate_words(found: Refound) -> str:
    """Return what became of one quote."""
    if found.is_attached and found.needs_review and found.was == found.now:
        return "same words, altered sentence"
    return STATE_WORDS[found.state]


def _counts(report: Renewal) -> str:
    if not report.refound:
        return "The new text is in. No quote had to be found again."
    told = [
        (report.count(RefoundState.ANCHORED), "found again"),
        (report.count(RefoundState.MOVED), "moved"),
        (report.turned_count, "in an altered sentence"),
        (report.count(RefoundState.CHANGED), "with other words"),
        (report.count(RefoundState.AMBIGUOUS), "not clear where"),
        (report.count(RefoundState.LOST), "lost"),
    ]
    parts = [f"{count} {words}" for count, words in told if count]
    count, _, words = parts[0].partition(" ")
    parts[0] = f"{count} quote {words}" if count == "1" else f"{count} quotes {words}"
    return f"{', '.join(parts)}."


def _again(report: Renewal) -> str:
    return " It is a text that the source had before." if report.same_as else ""
