"""Findings that a person has set aside: warnings and notes may be, errors never."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbench.core.finding import Finding, Severity

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

_FAMILY = "preflight"


def dismissal_key(finding: Finding) -> str:
    """Return the key under which a finding is set aside: "preflight RULE PART ITEM WORDS".

    The words belong to it and the place does not: a finding stays aside while its text moves, and
    comes back when the text is another one.
    """
    place = finding.place
    words = " ".join(finding.text.split())
    return " ".join((_FAMILY, finding.rule, place.part, place.item_id or "-", words)).rstrip()


def is_set_aside(finding: Finding, dismissals: Collection[str]) -> bool:
    """Return whether a person has set a finding aside."""
    return finding.severity is not Severity.ERROR and dismissal_key(finding) in dismissals


def open_findings(findings: Iterable[Finding], dismissals: Collection[str]) -> tuple[Finding, ...]:
    """Return the findings that are not set aside, in their order."""
    return tuple(finding for finding in findings if not is_set_aside(finding, dismissals))
