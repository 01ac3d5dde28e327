"""Where a finding stands: in words, and as the field with the very words selected."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QScrollArea, QWidget

from workbench.ui.offset import utf16_length

if TYPE_CHECKING:
    from workbench.core.check import Check
    from workbench.core.finding import Finding
    from workbench.house.house import House
    from workbench.ui.workspace_view import WorkspaceView

_EXCERPT = 70
# Parts that stand in no field of their own lead to the field from which they are written.
_FIELD_OF_PART = {
    "headline": "check_title",
    "byline": "check_author",
    "rating": "verdict_reason",
    "front_matter": "check_author",
    "image": "image_caption",
    "watch": "watch_new",
    "read_next": "read_next_title",
}


def place_words(finding: Finding, check: Check, house: House) -> str:
    """Return where a finding stands, with the words it is about: "Lede: “was confirmed”"."""
    name = _part_words(finding, check, house)
    words = " ".join(finding.text.split())
    if not words or words in finding.message:
        return name
    if len(words) > _EXCERPT:
        words = f"{words[: _EXCERPT - 1].rstrip()}…"
    return f"{name}: “{words}”"


def _part_words(finding: Finding, check: Check, house: House) -> str:
    part, item_id = finding.place.part, finding.place.item_id
    if part == "claim" and any(claim.id == item_id for claim in check.claims):
        return _tr("Claim {n}").format(n=check.claim_number(item_id))
    if part == "post":
        network = house.network(item_id) if item_id else None
        return network.name if network else _tr("Post, common text")
    known = {
        "headline": _tr("Headline"),
        "byline": _tr("About this check"),
        "front_matter": _tr("About this check"),
        "watch_item": _tr("Watch item"),
        "image": _tr("Image"),
        "rating": _tr("Rating"),
        "sources": _tr("Sources"),
        "suggestions": _tr("Suggestions"),
        "comments": _tr("Comments"),
        "confirmed": _tr("Claims"),
    }
    if part in known:
        return known[part]
    headings = {item.key: item.heading for item in house.template.parts}
    return headings.get(part) or part.replace("_", " ").capitalize()


def go_to(workspace: WorkspaceView, check: Check, finding: Finding) -> None:
    """Bring the field of a finding to the front, with the words it is about selected."""
    part, item_id = finding.place.part, finding.place.item_id
    field: QWidget | None = None
    if part == "claim" and any(claim.id == item_id for claim in check.claims):
        workspace.show_claim(item_id)
        is_careful = bool(check.claim(item_id).as_supported)
        name = "claim_as_supported" if is_careful else "claim_as_circulated"
        field = workspace.claims.findChild(QWidget, name)
    elif part == "post":
        workspace.show_tab("posts")
        name = f"post_text_{item_id}" if item_id else "post_common"
        field = workspace.posts.findChild(QWidget, name)
    elif part == "headline":
        field = workspace.header.title
    elif part in ("suggestions", "comments"):
        workspace.enter_tab(part)
    elif part in ("sources", "confirmed"):
        workspace.enter_tab("sources" if part == "sources" else "claims")
    else:
        workspace.show_tab("draft")
        field = _draft_field(workspace.draft, part, finding)
    if field is not None:
        _enter(field, finding)


def _draft_field(draft: QWidget, part: str, finding: Finding) -> QWidget | None:
    if part == "watch_item":
        lines = draft.findChildren(QLineEdit)
        return next((line for line in lines if _holds(line, finding)), None)
    names = (f"draft_{part}", _FIELD_OF_PART.get(part, ""))
    found = (draft.findChild(QWidget, name) for name in names if name)
    return next((field for field in found if field is not None), None)


def _enter(field: QWidget, finding: Finding) -> None:
    start, end = finding.place.start, finding.place.end
    is_there = start < end and _text_of(field)[start:end] == finding.text
    enter_field(field, start if is_there else 0, end if is_there else 0)


def enter_field(field: QWidget, start: int, end: int) -> None:
    """Put the keyboard into a field, with a stretch of it selected (code points), into view."""
    field.setFocus(Qt.FocusReason.OtherFocusReason)
    text = _text_of(field)
    if start < end <= len(text):
        first, length = utf16_length(text[:start]), utf16_length(text[start:end])
        if isinstance(field, QPlainTextEdit):
            cursor = QTextCursor(field.document())
            cursor.setPosition(first)
            cursor.setPosition(first + length, QTextCursor.MoveMode.KeepAnchor)
            field.setTextCursor(cursor)
        elif isinstance(field, QLineEdit):
            field.setSelection(first, length)
    _bring_into_view(field)


def _bring_into_view(field: QWidget) -> None:
    parent = field.parentWidget()
    while parent is not None:
        if isinstance(parent, QScrollArea):
            QApplication.processEvents()  # a card that was just made has no place yet
            parent.ensureWidgetVisible(field)
            return
        parent = parent.parentWidget()


def _holds(line: QLineEdit, finding: Finding) -> bool:
    return bool(finding.text) and finding.text in line.text()


def _text_of(field: QWidget) -> str:
    if isinstance(field, QPlainTextEdit):
        return field.toPlainText()
    return field.text() if isinstance(field, QLineEdit) else ""


def _tr(text: str) -> str:
    return QCoreApplication.translate("finding_place", text)
