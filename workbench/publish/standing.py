"""Where a check stands on its way out: its approval, its exports, and what changed since."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from workbench.core.export_record import ExportRecord
from workbench.core.record import CheckState
from workbench.core.template import Generator
from workbench.publish.approval import (
    Approval,
    approval_among,
    approval_of,
    approvals_of,
    gone_out,
)
from workbench.publish.change_list import TextChange, changes_between
from workbench.publish.front_matter import split_front_matter
from workbench.publish.markdown import markdown_for

if TYPE_CHECKING:
    from collections.abc import Iterable

    from workbench.core.check import Check
    from workbench.house.house import House

PUBLISHED_STATES = frozenset({CheckState.PUBLISHED, CheckState.CORRECTED})
_OF_THE_STATE = frozenset({"Status", "Updated"})
"""Fields of the front matter that tell of the state and not of the words."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """Where a check stands.

    Attributes:
        approval: that it goes out under; None if there is none.
        approvals: all that were given, the newest first.
        exports: that went out, the first one first.
        published: the newest export that did not say DRAFT; None if there is none, or if the check
            is not published.
        changes: what differs from that one, but for state and corrections.

    """

    approval: Approval | None = None
    approvals: tuple[Approval, ...] = ()
    exports: tuple[ExportRecord, ...] = ()
    published: ExportRecord | None = None
    changes: tuple[TextChange, ...] = ()

    @property
    def is_lapsed(self) -> bool:
        """Whether the words that were approved are not those of the check any more."""
        return self.approval is not None and self.approval.is_changed


def standing_of(check: Check, house: House, records: Iterable[ExportRecord]) -> Standing:
    """Return where a check stands, given what the log of exports holds of it."""
    kept = tuple(records)
    exports = gone_out(kept)
    published = _published(exports) if check.state in PUBLISHED_STATES else None
    approvals = approvals_of(check, house, kept)
    return Standing(
        approval=approval_among(check, house, approvals),
        approvals=approvals,
        exports=exports,
        published=published,
        changes=_changes(check, house, published) if published is not None else (),
    )


def withdrawn(check: Check, house: House, records: Iterable[ExportRecord]) -> Approval | None:
    """Return the approval of a check that does not hold any more; None if none was withdrawn."""
    approval = approval_of(check, house, records)
    return approval if approval is not None and approval.is_changed else None


def said_draft(export: ExportRecord) -> bool:
    """Return whether an export went out with the stamp of a draft."""
    fields, _ = split_front_matter(export.markdown)
    return str(fields.get("status", "")).startswith("DRAFT")


def since_export(check: Check, house: House, export: ExportRecord) -> tuple[TextChange, ...]:
    """Return what a reader would find changed since an export."""
    return changes_between(export.markdown, markdown_for(check, house))


def corrections_of(check: Check, export: ExportRecord) -> int:
    """Return how many corrections, clarifications and updates mend an export."""
    return sum(one.export_id == export.id for one in check.corrections)


def _published(exports: tuple[ExportRecord, ...]) -> ExportRecord | None:
    return next((export for export in reversed(exports) if not said_draft(export)), None)


def _changes(check: Check, house: House, export: ExportRecord) -> tuple[TextChange, ...]:
    aside = _OF_THE_STATE | {
        part.heading for part in house.template.parts if part.generator is Generator.CORRECTIONS
    }
    return tuple(one for one in since_export(check, house, export) if one.place not in aside)
