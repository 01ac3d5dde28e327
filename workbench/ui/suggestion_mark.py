"""Open suggestions under the words of a field that they would change: a dashed line, and a tip."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QTextEdit

from workbench.core.change_review import open_suggestions
from workbench.rules.suggestion import PlaceState, place_of
from workbench.ui.extra_selection import show_marks
from workbench.ui.field import TextField
from workbench.ui.offset import utf16_length
from workbench.ui.subject_field import field_name
from workbench.ui.theme import current_theme

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from workbench.core.check import Check

_OWNER = "suggestion"


def mark_suggestions(root: QWidget, check: Check, claim_id: str) -> None:
    """Mark in the text fields below a widget what somebody suggests to change."""
    found: dict[str, list[tuple[int, int]]] = {}
    for one in open_suggestions(check):
        subject = one.subject
        if subject.quote is None or (subject.kind == "claim" and subject.item != claim_id):
            continue
        place = place_of(check, one)
        if place.state is PlaceState.FOUND:
            start = place.start if place.end > place.start else max(0, place.start - 1)
            found.setdefault(field_name(subject), []).append((start, max(place.end, start + 1)))
    for field in root.findChildren(TextField):
        stretches = found.get(field.objectName(), [])
        show_marks(field, _OWNER, [_marked(field, *stretch) for stretch in stretches])


def _marked(field: TextField, start: int, end: int) -> QTextEdit.ExtraSelection:
    text = field.toPlainText()
    mark = QTextEdit.ExtraSelection()
    cursor = QTextCursor(field.document())
    cursor.setPosition(utf16_length(text[:start]))
    cursor.setPosition(utf16_length(text[:end]), QTextCursor.MoveMode.KeepAnchor)
    form = QTextCharFormat()
    form.setUnderlineStyle(QTextCharFormat.UnderlineStyle.DashUnderline)
    form.setUnderlineColor(current_theme().color("accent"))
    form.setBackground(current_theme().color("accent_tint"))
    mark.cursor, mark.format = cursor, form
    return mark
