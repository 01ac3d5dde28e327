"""Which field of the window a subject stands in, and which subject a field holds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from workbench.core.review import Subject, SubjectKind
from workbench.rules.suggested_field import (
    BASIS,
    CHECK_TEXTS,
    CLAIM_TEXTS,
    HEADING,
    LABEL,
    SOURCE_TEXTS,
    STATUS,
)
from workbench.ui.finding_place import enter_field

if TYPE_CHECKING:
    from workbench.core.check import Check
    from workbench.ui.workspace_view import WorkspaceView

_OF_CHECK = {
    "title": "check_title", "author": "check_author", "reviewer": "check_reviewer",
    LABEL: "verdict_label", "verdict.wording": "verdict_wording",
    "verdict.reason": "verdict_reason",
}  # fmt: skip
_PARTS, _HEADINGS, _POSTS = "draft_", "heading_", "post_text_"
_COMMON_POST, _BASIS_FIELD = "post_common", "basis_wording"


def field_name(subject: Subject) -> str:
    """Return the object name of the field that a subject is written in; empty if it has none."""
    item, field = subject.item, subject.field
    match subject.kind:
        case SubjectKind.PART:
            return f"{_HEADINGS if field == HEADING else _PARTS}{item}"
        case SubjectKind.POST:
            return f"{_POSTS}{item}" if item else _COMMON_POST
        case SubjectKind.CLAIM if field == BASIS:
            return _BASIS_FIELD
        case SubjectKind.CLAIM:
            return f"claim_{field}" if field in CLAIM_TEXTS else ""
        case SubjectKind.SOURCE:
            return f"source_{field}" if field in SOURCE_TEXTS else ""
        case SubjectKind.CHECK:
            return _OF_CHECK.get(field, "")
        case SubjectKind.EVIDENCE:
            return ""


def subject_of(name: str, claim_id: str, source_id: str) -> Subject | None:
    """Return what a field holds that a change can be suggested for.

    Args:
        name: object name of the field.
        claim_id: of the claim that is in front.
        source_id: of the source that is in front.

    """
    for prefix, kind, field in (
        (_PARTS, SubjectKind.PART, ""),
        (_HEADINGS, SubjectKind.PART, HEADING),
        (_POSTS, SubjectKind.POST, ""),
    ):
        if name.startswith(prefix) and name != prefix:
            return Subject(kind=kind, item=name.removeprefix(prefix), field=field)
    if name == _COMMON_POST:
        return Subject(kind=SubjectKind.POST)
    if name == _BASIS_FIELD and claim_id:
        return Subject(kind=SubjectKind.CLAIM, item=claim_id, field=BASIS)
    field = name.partition("_")[2]
    if name.startswith("claim_") and field in CLAIM_TEXTS and claim_id:
        return Subject(kind=SubjectKind.CLAIM, item=claim_id, field=field)
    if name.startswith("source_") and field in SOURCE_TEXTS and source_id:
        return Subject(kind=SubjectKind.SOURCE, item=source_id, field=field)
    of_check = {shown: known for known, shown in _OF_CHECK.items() if known != LABEL}
    if name in of_check:
        return Subject(kind=SubjectKind.CHECK, field=of_check[name])
    return None


def go_to(
    workspace: WorkspaceView, check: Check, subject: Subject, start: int = 0, end: int = 0
) -> bool:
    """Bring the field of a subject to the front, with a stretch of it selected (code points).

    Return whether there is such a place.
    """
    field = _shown_field(workspace, check, subject)
    if field is None:
        return False
    enter_field(field, start, end)
    return True


def _shown_field(workspace: WorkspaceView, check: Check, subject: Subject) -> QWidget | None:
    name = field_name(subject)
    pane: QWidget | None = None
    match subject.kind:
        case SubjectKind.CLAIM if any(one.id == subject.item for one in check.claims):
            workspace.show_claim(subject.item)
            pane = workspace.claims
            if subject.field == STATUS:
                status = check.claim(subject.item).status
                name = f"status_{status.value}"
            name = name or "claim_as_supported"
        case SubjectKind.SOURCE if any(one.id == subject.item for one in check.sources):
            workspace.article.show_source(subject.item)
            workspace.show_tab("sources")
            workspace.sources.show_source(subject.item)
            pane = workspace.sources
            name = name or "source_title"
        case SubjectKind.POST:
            workspace.show_tab("posts")
            pane = workspace.posts
        case SubjectKind.CHECK if subject.field in CHECK_TEXTS and subject.field == "title":
            return workspace.header.title
        case SubjectKind.PART | SubjectKind.CHECK:
            workspace.show_tab("draft")
            pane = workspace.draft
        case _:
            return None
    found: QWidget | None = pane.findChild(QWidget, name) if pane is not None and name else None
    return found
