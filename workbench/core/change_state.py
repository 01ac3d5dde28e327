"""The way of a check from draft to published and corrected, as pure changes."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from workbench.core.record import CheckState, CorrectionKind

if TYPE_CHECKING:
    from workbench.core.check import Check
    from workbench.core.record import Correction, SignOff, StateChange


def with_state(check: Check, step: StateChange) -> Check:
    """Return the check in the state that a step leads to, with the step noted last."""
    return replace(check, state=step.state, state_changes=(*check.state_changes, step))


def with_approval(
    check: Check, step: StateChange, sign_off: SignOff, *, is_last: bool = True
) -> Check:
    """Return the check approved, with the sign-off noted last.

    One that is approved or published already keeps its state, and the step is unused: only its
    words are approved anew. So is the step where the house asks for more sign-offs than this one,
    which then is not the last.
    """
    signed = replace(check, sign_offs=(*check.sign_offs, sign_off))
    enters = is_last and check.state is CheckState.IN_REVIEW
    return with_state(signed, step) if enters else signed


def with_correction(check: Check, correction: Correction, step: StateChange) -> Check:
    """Return the check with a correction, clarification or update noted.

    A correction makes a published check a corrected one, by the step that is given; wording and
    new facts leave the state as it is, and the step unused.
    """
    corrections = (*(one for one in check.corrections if one.id != correction.id), correction)
    noted = replace(check, corrections=corrections)
    is_first = check.state is CheckState.PUBLISHED
    if correction.kind is CorrectionKind.CORRECTION and is_first:
        return with_state(noted, replace(step, state=CheckState.CORRECTED))
    return noted


def without_correction(check: Check, correction_id: str) -> Check:
    """Return the check without a correction that was noted by mistake."""
    corrections = tuple(one for one in check.corrections if one.id != correction_id)
    return replace(check, corrections=corrections)
