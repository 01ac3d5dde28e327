"""Which page of the help belongs to the place where a person stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication

from workbench.ui.overlay import Overlay

if TYPE_CHECKING:
    from workbench.ui.main_window import MainWindow

_PAGE_OF_SHEET = {
    "backup_sheet": "backups",
    "comment_sheet": "comments",
    "chain_sheet": "origins",
    "change_sheet": "publication",
    "history_sheet": "history",
    "bin_sheet": "history",
    "export_sheet": "export",
    "exchange_sheet": "travel",
    "merge_sheet": "travel",
    "packing_sheet": "travel",
    "evidence_sheet": "claims",
    "look_alike_sheet": "claims",
    "same_text_sheet": "sources",
    "renewal_sheet": "review",
    "result_sheet": "sources",
    "rule_sheet": "preflight",
    "reviewer_card": "reviewing",
    "suggestion_sheet": "suggestions",
    "switcher": "start",
}
"""Sheets by their object names; any other has the page of what lies below it."""


def place_of(window: MainWindow) -> str:
    """Return the key of the page for what has the keyboard, or lies over the window."""
    for sheet in window.findChildren(Overlay):
        if sheet.isVisible() and sheet.objectName() in _PAGE_OF_SHEET:
            return _PAGE_OF_SHEET[sheet.objectName()]
    if not window.shows_check:
        return "start"
    here = QApplication.focusWidget()
    if here is not None and window.workspace.article.isAncestorOf(here):
        return "reading"
    return window.workspace.tab
