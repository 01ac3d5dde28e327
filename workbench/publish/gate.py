"""The gate before an export: with errors open, a check goes out as a DRAFT only."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from workbench.core.check import Check
from workbench.core.finding import Severity
from workbench.core.record import CheckState
from workbench.publish.approval import Approval, places
from workbench.publish.front_matter import is_draft
from workbench.publish.wording import day_words
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
        approval: the approval that does not hold any more; None if none has lapsed.

    """

    check: Check
    errors: int = 0
    warnings: int = 0
    is_held_back: bool = False
    approval: Approval | None = None


def passed(check: Check, findings: Iterable[Finding], approval: Approval | None = None) -> Passed:
    """Return a check as it may go out, given what the pre-flight found and how it was approved."""
    found = open_findings(findings, check.dismissals)
    errors = sum(finding.severity is Severity.ERROR for finding in found)
    lapsed = approval if approval is not None and approval.is_changed else None
    held = bool(errors or lapsed) and not is_draft(check)
    return Passed(
        check=replace(check, state=CheckState.DRAFT) if held else check,
        errors=errors,
        warnings=sum(finding.severity is Severity.WARNING for finding in found),
        is_held_back=held,
        approval=lapsed,
    )


def gate_words(gate: Passed) -> tuple[str, ...]:
    """Return what to tell somebody who exports: nothing if nothing serious was found."""
    told = (_lapsed_words(gate.approval),) if gate.approval is not None else ()
    if not gate.errors and not gate.warnings:
        return told
    counts = [(gate.errors, "error"), (gate.warnings, "warning")]
    found = " and ".join(f"{n} {noun}{'s' * (n != 1)}" for n, noun in counts if n)
    sentence = f"The pre-flight has found {found}."
    if gate.is_held_back and gate.errors:
        sentence += " With errors open, this goes out as a DRAFT."
    return (*told, sentence)


def _lapsed_words(approval: Approval) -> str:
    name, day = approval.sign_off.name, day_words(approval.sign_off.at)
    words = f"The approval of {name}, given on {day}, is withdrawn."
    if approval.changes:
        count = places(len(approval.changes))
        words = f"The approval of {name}, given on {day}, is withdrawn: {count} changed since."
    return f"{words} Until the words are approved again, this goes out as a DRAFT."
