"""Bringing an earlier state of a check back, as a pure change."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime

    from workbench.core.check import Check


def brought_back(check: Check, was: Check, at: datetime) -> Check:
    """Return a check with all that was written in an earlier state of it; `at` is now, UTC.

    What is on record stays as it is: its short name, its state and how it came to it, corrections,
    sign-offs, votes, and what reviewers said. Words can be taken back, never that they went out.
    """
    return replace(
        was,
        slug=check.slug,
        created=check.created,
        changed=at,
        state=check.state,
        state_changes=check.state_changes,
        corrections=check.corrections,
        sign_offs=check.sign_offs,
        votes=check.votes,
        comments=check.comments,
        suggestions=check.suggestions,
        conflicts=check.conflicts,
    )
