"""Marks behind the words of a field by more than one owner, who leave each other's alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QTextFormat

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QTextEdit

    from workbench.ui.field import TextField

_OWNER = QTextFormat.Property.UserProperty.value + 1


def show_marks(field: TextField, owner: str, marks: Sequence[QTextEdit.ExtraSelection]) -> None:
    """Show an owner's marks in a field in place of those that it showed before."""
    there = field.extraSelections()
    others = [one for one in there if one.format.property(_OWNER) != owner]
    if not marks and len(others) == len(there):
        return
    for mark in marks:
        form = mark.format
        form.setProperty(_OWNER, owner)
        mark.format = form
    field.setExtraSelections([*others, *marks])
