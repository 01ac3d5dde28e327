"""F1 tells of the place where a person stands, by keyboard alone."""

from __future__ import annotations

import re

import pytest
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QApplication

from workbench.house.help_page import help_pages
from workbench.ui.action import (
    ACTIONS,
    CLAIM_KEYS,
    CONFLICT_KEYS,
    POSTS_KEYS,
    PROPOSAL_KEYS,
    READING_KEYS,
    REVIEW_KEYS,
    SUGGESTION_KEYS,
    TIMELINE_KEYS,
)
from workbench.ui.help_sheet import HelpSheet

TABS = ("sources", "claims", "draft", "posts", "preflight", "timeline")
HEADINGS = {page.key: page.title for page in help_pages()}


def sheet_of(window):
    return window.findChild(HelpSheet)


def heading(window):
    return sheet_of(window).page.toPlainText().splitlines()[0]


@pytest.mark.parametrize("tab", TABS)
def test_f1_tells_of_the_tab_in_front(window, hands, tab):
    window.workspace.enter_tab(tab)
    if tab == "preflight":  # F1 on a finding tells of its rule
        window.workspace.header.title.setFocus()
    hands.tap("F1")
    assert heading(window) == HEADINGS[tab]
    assert sheet_of(window).page.hasFocus()
    hands.tap("Escape")
    assert not sheet_of(window).isVisible()


def test_f1_tells_of_the_article_the_start_page_and_a_sheet(window, hands):
    hands.tap("Ctrl+0", "F1")
    assert heading(window) == "Reading an article"
    hands.tap("Escape")
    assert window.workspace.article.view.hasFocus()
    hands.tap("Ctrl+E", "F1")
    assert heading(window) == "Exporting"
    hands.tap("Escape")
    assert not sheet_of(window).isVisible()
    assert QApplication.focusWidget() is not None
    hands.tap("Escape", "Alt+Home", "F1")
    assert heading(window) == "The start page"


def test_all_keys_are_a_page_of_the_help(window, hands):
    hands.tap("Ctrl+F1")
    sheet = sheet_of(window)
    assert sheet.keys.isVisible()
    assert sheet.keys.hasFocus()
    assert sheet.list.currentItem().text() == "All keys"
    sheet.list.setFocus()
    hands.tap("Up")
    assert sheet.page.isVisible()


def test_typing_searches_and_arrows_go_through_what_is_found(window, hands):
    window.workspace.enter_tab("posts")
    hands.tap("F1")
    sheet = sheet_of(window)
    hands.write("satire")
    assert sheet.line.text() == "satire"
    shown = heading(window)
    marked = {mark.cursor.selectedText().casefold() for mark in sheet.page.extraSelections()}
    assert marked == {"satire"}
    hands.tap("Down")
    assert heading(window) != shown
    assert "satire" in sheet.page.toPlainText().casefold()
    hands.tap("Return")
    assert sheet.page.hasFocus()


def test_what_is_not_there_is_said(window, hands):
    hands.tap("F1")
    hands.write("zebra crossing")
    assert heading(window) == "Nothing found"


def test_a_page_is_read_from_its_beginning(window, hands):
    hands.tap("Ctrl+0", "F1")
    sheet = sheet_of(window)
    sheet.page.verticalScrollBar().setValue(400)
    sheet.list.setFocus()
    hands.tap("Down")
    assert sheet.page.verticalScrollBar().value() == 0


def test_the_pages_name_only_keys_that_exist():
    native = QKeySequence.SequenceFormat.PortableText
    known = {QKeySequence(keys).toString(native) for spec in ACTIONS for keys in spec.keys}
    tables = (READING_KEYS, POSTS_KEYS, PROPOSAL_KEYS, CLAIM_KEYS, REVIEW_KEYS, TIMELINE_KEYS)
    tables = (*tables, CONFLICT_KEYS, SUGGESTION_KEYS)
    known |= {key for table in tables for _, keys in table for key in keys.split()}
    known |= {"R", "N", "D", "K", "A", "Down", "Up", "Enter", "S", "Space"}
    for page in help_pages():
        if page.is_rule:
            continue
        for word in re.findall(r"\*\*((?:Ctrl|Alt|Shift|F\d|[A-Z](?=\*))[^*]*)\*\*", page.markdown):
            assert word in known, f"{page.key}: {word}"
