"""Reviewer mode: what a reviewer leaves in a check, and what is the check itself."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from workbench.core.check import Check


def is_review_only(old: Check, new: Check) -> bool:
    """Return whether two states differ in nothing but what a reviewer may leave.

    That is comments, suggestions, votes on the rating, and steps of the check on its way out.
    """
    return old == replace(
        new,
        changed=old.changed,
        comments=old.comments,
        suggestions=old.suggestions,
        votes=old.votes,
        state=old.state,
        state_changes=old.state_changes,
        sign_offs=old.sign_offs,
    ) and not _is_applied(old, new)


def _is_applied(old: Check, new: Check) -> bool:
    """Return whether a suggestion was settled: that is for those who write the check."""
    before = {one.id: one.state for one in old.suggestions}
    return any(before.get(one.id, one.state) is not one.state for one in new.suggestions)
