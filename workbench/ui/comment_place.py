"""The place of a comment in the window: what has the keyboard, and the way to what is meant."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QScrollArea, QWidget

from workbench.core.review import Subject, SubjectKind
from workbench.reading.quote import selector_for
from workbench.ui.evidence_row import EvidenceRow
from workbench.ui.offset import code_points, utf16_length

if TYPE_CHECKING:
    from workbench.core.check import Check
    from workbench.rules.commented import Remarked
    from workbench.ui.workspace_view import WorkspaceView

_CHECK_FIELDS = {
    "check_title": "title",
    "check_author": "author",
    "check_reviewer": "reviewer",
    "verdict_reason": "verdict.reason",
    "verdict_wording": "verdict.wording",
}
_CLAIM_FIELDS = ("as_supported", "as_circulated", "claimant", "looked_at", "notes")
_SOURCE_FIELDS = ("outlet", "byline", "title", "dateline", "notes")


def subject_here(workspace: WorkspaceView, check: Check) -> Subject:
    """Return what has the keyboard: a field, an item, words of an article, else the check."""
    widget = QApplication.focusWidget()
    article = workspace.article
    if widget is not None and article.isAncestorOf(widget) and article.source_id:
        return Subject(kind=SubjectKind.SOURCE, item=article.source_id)
    while widget is not None and widget is not workspace:
        subject = _subject_of(widget, workspace, check)
        if subject is not None:
            return subject
        widget = widget.parentWidget()
    return Subject(kind=SubjectKind.CHECK)


def _subject_of(widget: QWidget, workspace: WorkspaceView, check: Check) -> Subject | None:
    """Return what one widget shows; None for one that shows nothing of its own."""
    name = widget.objectName()
    claim_id = workspace.claims.claim_id
    if isinstance(widget, EvidenceRow):
        return Subject(kind=SubjectKind.EVIDENCE, item=widget.evidence_id)
    if name in _CHECK_FIELDS:
        return Subject(kind=SubjectKind.CHECK, field=_CHECK_FIELDS[name])
    if isinstance(widget, QPlainTextEdit) and name.startswith("draft_"):
        return Subject(kind=SubjectKind.PART, item=name.removeprefix("draft_"))
    if name == "post_common" or name.startswith("post_text_"):
        network = name.removeprefix("post_text_") if name != "post_common" else ""
        own = any(post.network == network for post in check.posts)
        return Subject(kind=SubjectKind.POST, item=network if own else "")
    if widget is workspace.claims and claim_id:
        return Subject(kind=SubjectKind.CLAIM, item=claim_id)
    if claim_id and name.removeprefix("claim_") in _CLAIM_FIELDS and name.startswith("claim_"):
        field = name.removeprefix("claim_")
        return Subject(kind=SubjectKind.CLAIM, item=claim_id, field=field)
    source_id = workspace.article.source_id
    if name == "source_pane" and source_id:
        return Subject(kind=SubjectKind.SOURCE, item=source_id)
    return None


def position_here(workspace: WorkspaceView) -> tuple[int, int]:
    """Return the selection of what has the keyboard in code points; equal ends are the caret."""
    widget = QApplication.focusWidget()
    if widget is not None and workspace.article.isAncestorOf(widget):
        return workspace.article.view.selected_stretch()
    if isinstance(widget, QPlainTextEdit):
        cursor, text = widget.textCursor(), widget.toPlainText()
        start, end = cursor.selectionStart(), cursor.selectionEnd()
        return code_points(text, start), code_points(text, end)
    if isinstance(widget, QLineEdit):
        text, start = widget.text(), widget.selectionStart()
        if start < 0:
            place = code_points(text, widget.cursorPosition())
            return place, place
        return code_points(text, start), code_points(text, widget.selectionEnd())
    return 0, 0


def with_words(subject: Subject, text: str, start: int, end: int) -> Subject:
    """Return a subject with the words that are meant in its text.

    The selection; without one, of a part of the draft the sentence at the caret, of a field of
    a claim the claim as a whole, and of all else the field itself.
    """
    if start < end and text[start:end].strip():
        while text[start].isspace():
            start += 1
        while text[end - 1].isspace():
            end -= 1
        return replace(subject, quote=selector_for(text, start, end))
    if subject.kind is SubjectKind.PART:
        from workbench.reading.sentence import sentences

        found = [one for one in sentences(text) if one[0] <= start <= one[1]]
        if found and text[slice(*found[-1])].strip():
            return replace(subject, quote=selector_for(text, *found[-1]))
    if subject.kind is SubjectKind.CLAIM:
        return replace(subject, field="")
    return subject


def field_names(subject: Subject) -> tuple[str, ...]:
    """Return the names of the fields in which a subject is written, the likeliest first."""
    item, field = subject.item, subject.field
    match subject.kind:
        case SubjectKind.PART:
            return (f"heading_{item}",) if field == "heading" else (f"draft_{item}",)
        case SubjectKind.POST:
            return (f"post_text_{item}", "post_common") if item else ("post_common",)
        case SubjectKind.CLAIM if field == "basis.wording":
            return ("basis_wording",)
        case SubjectKind.CLAIM if field in _CLAIM_FIELDS:
            return (f"claim_{field}",)
        case SubjectKind.CLAIM:
            return ("claim_as_supported", "claim_as_circulated")
        case SubjectKind.EVIDENCE:
            return (f"evidence_{item}",)
        case SubjectKind.SOURCE if field in _SOURCE_FIELDS:
            return (f"source_{field}",)
        case SubjectKind.CHECK:
            known = (name for name, its in _CHECK_FIELDS.items() if its == field)
            return tuple(known) or ("check_title",)
    return ()


def go_to(workspace: WorkspaceView, check: Check, subject: Subject, here: Remarked) -> bool:
    """Bring a place to the front with its words selected; return whether it is still there."""
    item = subject.item
    if here.state.value == "gone":
        return False
    root: QWidget = workspace
    match subject.kind:
        case SubjectKind.SOURCE if not subject.field:
            workspace.article.show_version(item)
            workspace.article.begin()
            if here.start < here.end:
                workspace.article.view.flash(here.start, here.end)
            return True
        case SubjectKind.SOURCE:
            workspace.article.show_version(item)
            workspace.show_tab("sources")
            root = workspace.sources
        case SubjectKind.CLAIM:
            workspace.show_claim(item)
            root = workspace.claims
        case SubjectKind.EVIDENCE:
            owners = [one.id for one in check.claims if any(item == e.id for e in one.evidence)]
            workspace.show_claim(owners[0])
            root = workspace.claims
        case SubjectKind.POST:
            workspace.show_tab("posts")
            root = workspace.posts
        case SubjectKind.CHECK if subject.field in {"", "title"}:
            root = workspace.header
        case _:
            workspace.show_tab("draft")
            root = workspace.draft
    found = (root.findChild(QWidget, name) for name in field_names(subject))
    field = next((one for one in found if one is not None), None)
    if field is not None:
        _enter(field, here)
    return True


def _enter(field: QWidget, here: Remarked) -> None:
    if isinstance(field, EvidenceRow):
        field.stance.setFocus(Qt.FocusReason.OtherFocusReason)
    else:
        field.setFocus(Qt.FocusReason.OtherFocusReason)
    first = utf16_length(here.text[: here.start])
    last = utf16_length(here.text[: here.end])
    if isinstance(field, QPlainTextEdit) and field.toPlainText() == here.text:
        cursor = QTextCursor(field.document())
        cursor.setPosition(first)
        cursor.setPosition(last, QTextCursor.MoveMode.KeepAnchor)
        field.setTextCursor(cursor)
    elif isinstance(field, QLineEdit) and first < last:
        field.setSelection(first, last - first)
    parent = field.parentWidget()
    while parent is not None:
        if isinstance(parent, QScrollArea):
            QApplication.processEvents()  # a card that was just made has no place yet
            parent.ensureWidgetVisible(field)
            return
        parent = parent.parentWidget()
