"""What was removed is found in the bin, comes back whole, and goes only when asked for twice."""

from __future__ import annotations

from datetime import timedelta

import pytest
from PySide6.QtWidgets import QPushButton

from workbench import clock
from workbench.ui import command, setting
from workbench.ui.bin_sheet import BinSheet


@pytest.fixture
def removed(window, settings):
    """Return the sample before its first source was removed, which is saved."""
    settings.set(setting.PERSON, "Nils Lindqvist")
    check = window.desk.check
    command.remove_source(window.desk, check.sources[0].id)
    window.desk.flush()
    return check


@pytest.fixture
def sheet(window, removed, hands):
    """Return the bin, opened by its key."""
    hands.press(window, "Ctrl+Alt+B")
    return window.findChild(BinSheet)


def test_removed_source_is_shown_with_what_comes_back(sheet, removed):
    (text,) = (sheet.list.item(row).text() for row in range(sheet.list.count()))
    assert text.startswith(removed.sources[0].name)
    assert "Nils Lindqvist" in text
    told = sheet.page.toPlainText()
    quotes = [p.selector.exact for p in removed.passages if p.source_id == removed.sources[0].id]
    assert all(" ".join(quote.split()) in " ".join(told.split()) for quote in quotes)


def test_source_comes_back_whole_in_one_step(window, hands, removed):
    window.desk.open(None)  # another check may be open, or none
    hands.press(window, "Ctrl+Alt+B")
    hands.press(window.findChild(BinSheet).list, "Return")
    check = window.desk.check
    assert (check.sources, check.passages, check.claims) == (
        removed.sources, removed.passages, removed.claims,
    )  # fmt: skip
    window.desk.flush()
    assert window.shelf.store.bin.items() == ()
    hands.press(window, "Ctrl+Z")
    assert len(window.desk.check.sources) == len(removed.sources) - 1


def test_removed_check_comes_back_and_is_opened(window, removed):
    window.shelf.remove_check(removed.id)
    window.start.findChild(QPushButton, "start_bin").click()
    sheet = window.findChild(BinSheet)
    assert "Check  ·  removed" in sheet.list.item(0).text()
    assert removed.claims[0].wording in sheet.page.toPlainText()
    sheet.back.click()
    assert window.desk.check.id == removed.id
    assert window.shows_check


def test_deleting_for_good_asks_once_more(sheet, window, removed):
    sheet.drop.click()
    assert sheet.drop.text() == "Really delete it for good"
    assert len(window.shelf.store.bin.items()) == 1
    sheet.drop.click()
    assert window.shelf.store.bin.items() == ()
    assert "empty" in sheet.page.toPlainText()
    assert not sheet.back.isEnabled()
    for state in window.shelf.store.history.states(removed.id):
        was = window.shelf.store.history.state(removed.id, state.id)
        assert removed.sources[0].id not in {source.id for source in was.sources}


def test_emptying_takes_what_is_old(window, removed, hands):
    window.shelf.new_check("An old question")
    old = window.desk.check
    window.desk.open(None)
    window.shelf.store.bin.put_check(old.id, clock.now() - timedelta(days=31))
    hands.press(window, "Ctrl+Alt+B")
    sheet = window.findChild(BinSheet)
    assert sheet.empty.isEnabled()
    sheet.empty.click()
    sheet.empty.click()
    (item,) = window.shelf.store.bin.items()
    assert item.source_id
    assert not sheet.empty.isEnabled()
