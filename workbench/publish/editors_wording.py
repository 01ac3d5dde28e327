"""What the editor's copy says of itself: state, time, coverage, findings and their places."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from workbench.core.finding import Finding, Severity
from workbench.publish.editors_since import since_words
from workbench.publish.escape import plain
from workbench.publish.front_matter import is_draft
from workbench.publish.markdown import part_heading
from workbench.publish.wording import STATE_WORDS, day_words

if TYPE_CHECKING:
    from workbench.core.check import Check
    from workbench.house.house import House
    from workbench.publish.editors_copy import EditorsCopy
    from workbench.rules.coverage import Coverage, CoveredSentence

STAMP = "EDITOR’S COPY. For review, not for publication."
FINDINGS = "What the pre-flight found"
OPEN_SENTENCES = "Sentences without a source"
NOTES = "Notes"
THE_CHECK = "The check"
ANALYSIS_LINE = "Analysis: sentences here need no source."
NO_FINDINGS = "Nothing is open."
NONE_OPEN = "None: every sentence cites its source, comes from a claim, or is marked as analysis."
SEVERITY_WORDS = {
    Severity.ERROR: "Errors",
    Severity.WARNING: "Warnings",
    Severity.NOTE: "Notes of the pre-flight",
}
_LONGEST = 160
"""Code points of a finding's words that are repeated."""
_LIST_MARK = re.compile(r"(?:[-*+•‣◦]|\d{1,9}[.)])[ \t]+")


def title_of(check: Check) -> str:
    """Return the headline, or the short name where there is none."""
    return plain(check.title) or check.slug


def facts(copy: EditorsCopy) -> tuple[str, ...]:
    """Return the lines under the headline: who, state, time of the last edit, coverage."""
    check = copy.check
    people = [f"By {plain(check.author)}"] if check.author.strip() else []
    people += [f"reviewed by {plain(check.reviewer)}"] if check.reviewer.strip() else []
    lines = (
        ", ".join(people),
        since_words(copy.since) if copy.since is not None else "",
        f"State: {STATE_WORDS[check.state]}{', not approved' if is_draft(check) else ''}",
        f"As edited on {day_words(check.changed)} at {check.changed:%H:%M:%S} UTC",
        coverage_words(copy.coverage),
        found_words(copy.findings),
    )
    return tuple(line[:1].upper() + line[1:] for line in lines if line)


def coverage_words(coverage: Coverage) -> str:
    """Return how many sentences are sourced: "41 of 44 sentences sourced"."""
    if not coverage.total:
        return "No sentence to source yet"
    noun = "sentence" if coverage.total == 1 else "sentences"
    return f"{coverage.sourced} of {coverage.total} {noun} sourced"


def found_words(findings: tuple[Finding, ...]) -> str:
    """Return how many findings are open: "Pre-flight: 1 error, 2 warnings"."""
    counts = [(sum(one.severity is kind for one in findings), kind.value) for kind in Severity]
    told = ", ".join(f"{n} {noun}{'s' * (n != 1)}" for n, noun in counts if n)
    return f"Pre-flight: {told or 'nothing open'}"


def open_words(sentence: CoveredSentence) -> str:
    """Return the words of a sentence without the mark of the list that it stands in."""
    mark = _LIST_MARK.match(sentence.words)
    return sentence.words[mark.end() :] if mark else sentence.words


def place_words(finding: Finding, check: Check, house: House) -> str:
    """Return where a finding stands, in the words of the check."""
    place = finding.place
    part = next((one for one in house.template.parts if one.key == place.part), None)
    if part is not None and (words := part_heading(part, check)):
        return words
    if place.part == "claim" and any(one.id == place.item_id for one in check.claims):
        return f"Claim {check.claim_number(place.item_id)}"
    if place.part == "post" and place.item_id:
        network = house.network(place.item_id)
        return f"Post for {network.name if network else place.item_id}"
    words = place.part.replace("_", " ")
    return words[:1].upper() + words[1:]


def finding_words(finding: Finding) -> str:
    """Return the words that a finding is about, on one line, a long stretch cut."""
    words = plain(finding.text)
    return words if len(words) <= _LONGEST else f"{words[:_LONGEST].rpartition(' ')[0]} […]"
