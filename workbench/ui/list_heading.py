"""Headings between the rows of a list."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListWidgetItem


def heading_item(words: str) -> QListWidgetItem:
    """Return a row in bold that is read and never chosen."""
    item = QListWidgetItem(words)
    item.setFlags(Qt.ItemFlag.ItemIsEnabled)
    font = item.font()
    font.setBold(True)
    item.setFont(font)
    return item
