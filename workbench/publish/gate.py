"""The gate before an export: with errors open, a check goes out as a DRAFT only."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from workbench.core.check import Check
from workbench.core.finding import Severity
from workbench.core.record import CheckState
from workbench.publish.front_matter import is_draft
from workbench.rules.preflight.dismissal import open_findings

if TYPE_CHECKING:
    from collections.abc import Iterable

    from workbench.core.finding import Finding


@dataclass(frozen=True, slots=True, kw_only=True)
class Passed:
    """A check as it may go out.

    Attributes:
        check: itself, or a copy that says DRAFT.
        errors: how many errors of the pre-flight are open.
        warnings: how many warnings are.
        is_held_back: whether it is approved and goes out as a DRAFT all the same.

    """

    check: Check
    errors: int = 0
    warnings: int = 0
    is_held_back: bool = False


def passed(check: Check, findings: Iterable[Finding]) -> Passed:
    """Return a check as it may go out, given what the pre-flight found in it."""
    found = open_findings(findings, check.dismissals)
    errors = sum(finding.severity is Severity.ERROR for finding in found)
    held = bool(errors) and not is_draft(check)
    return Passed(
        check=replace(check, state=CheckState.DRAFT) if held else check,
        errors=errors,
        warnings=sum(finding.severity is Severity.WARNING for finding in found),
        is_held_back=held,
    )


def gate_words(gate: Passed) -> tuple[str, ...]:
    """Return what to tell somebody who exports: nothing if nothing serious was found."""
    if not gate.errors and not gate.warnings:
        return ()
    counts = [(gate.errors, "error"), (gate.warnings, "warning")]
    told = " and ".join(f"{n} {noun}{'s' * (n != 1)}" for n, noun in counts if n)
    if gate.is_held_back:
        return (f"The pre-flight has found {told}. With errors open, this goes out as a DRAFT.",)
    return (f"The pre-flight has found {told}.",)
