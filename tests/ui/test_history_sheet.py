"""The history of a check: states by day, a look inside, and one step that brings a state back."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton

from workbench.core import change
from workbench.core.claim import ClaimStatus
from workbench.core.verdict import Verdict
from workbench.ui import setting
from workbench.ui.history_sheet import HistorySheet


@pytest.fixture
def states(window, settings):
    """Return the check after each of three edits in a window, each saved, the first first."""
    settings.set(setting.PERSON, "Nils Lindqvist")
    desk = window.desk
    found = [desk.check]
    claim = desk.check.claims[0]

    def edit(words, apply):
        desk.edit(words, apply)
        desk.flush()
        found.append(desk.check)

    edit("Set status", lambda now: change.with_claim(
        now, replace(claim, status=ClaimStatus.CONTRADICTED)))  # fmt: skip
    edit("Write", lambda now: change.with_draft_text(now, "lede", "The bridge stays open."))
    edit("Rate", lambda now: replace(now, verdict=Verdict(wording="no call", reason="No log.")))
    return found


@pytest.fixture
def sheet(window, states, hands):
    """Return the sheet, opened by its key."""
    hands.press(window, "Ctrl+Alt+H")
    return window.findChild(HistorySheet)


def rows(sheet):
    return [sheet.list.item(row).text() for row in range(sheet.list.count())]


def choose(sheet, words, qtbot):
    (row,) = (number for number, text in enumerate(rows(sheet)) if words in text)
    sheet.list.setCurrentRow(row)
    qtbot.waitUntil(lambda: not sheet._timer.isActive())
    return sheet.page.toPlainText()


def test_states_are_listed_by_day_with_who_and_what(sheet):
    told = rows(sheet)
    assert QApplication.focusWidget() is sheet.list
    assert "Nils Lindqvist" in told[1]
    assert told[1].endswith("Reason of the rating: No log.")
    assert told[2].endswith("Draft: lede")
    assert "Claim 1: reported → contradicted" in told[3]
    assert told[-1].endswith("Check begun")
    days = [row for row in range(sheet.list.count()) if not sheet._id_in(row)]
    assert days[0] == 0
    assert all(not sheet.list.item(row).flags() & Qt.ItemFlag.ItemIsSelectable for row in days)


def test_what_was_written_last_is_a_state_too(window, hands, states):
    window.desk.edit("Rename", lambda now: replace(now, title="Just now"))
    hands.press(window, "Ctrl+Alt+H")
    assert rows(window.findChild(HistorySheet))[1].endswith("Title: Just now")


def test_rating_and_its_reasons_alone(sheet):
    sheet.weighty.click()
    told = "\n".join(rows(sheet))
    assert "no call" in told
    assert "contradicted" in told
    assert "Draft" not in told


def test_a_look_inside_says_what_it_changed_and_what_is_different_since(sheet, qtbot):
    told = choose(sheet, "contradicted", qtbot)
    assert "What it changed" in told
    assert "Claim 1: reported → contradicted" in told
    assert "+ The bridge stays open." in told


def test_enter_brings_a_state_back_in_one_step(sheet, window, hands, states, qtbot):
    choose(sheet, "contradicted", qtbot)
    hands.press(sheet.list, "Return")
    assert not sheet.isVisible()
    assert replace(window.desk.check, changed=states[1].changed) == states[1]
    assert "The check is as it was on" in window.notices.text
    window.desk.flush()
    assert len(window.shelf.store.history.states(states[0].id)) == 5
    hands.press(window, "Ctrl+Z")
    assert window.desk.check == states[3]


def test_state_that_is_now_changes_nothing(sheet, window, states):
    steps = window.desk.undo_stack.count()
    sheet.back.click()
    assert window.desk.undo_stack.count() == steps
    assert "like that now" in window.notices.text


def test_damaged_state_is_told_where_it_would_be_shown(window, states, sheet, qtbot):
    store = window.shelf.store
    content = store.history.states(states[0].id)[1].content
    with store._database.writing_driver() as connection:
        connection.execute("UPDATE revision_part SET data = x'' WHERE sha256 = ?", (content,))
    assert "damaged" in choose(sheet, "Draft: lede", qtbot)
    sheet.findChild(QPushButton, "history_back").click()
    assert "damaged" in window.notices.text
    assert window.desk.check == states[3]


def test_what_is_inside_is_read_in_the_size_of_the_interface(window, states, hands, qtbot):
    sizes = []
    for _ in range(2):
        hands.press(window, "Ctrl+Alt+H")
        sheet = window.findChild(HistorySheet)
        choose(sheet, "Draft: lede", qtbot)
        sizes.append(sheet.page.document().defaultFont().pointSizeF())
        sheet.close_sheet()
        for _ in range(4):
            window.action_set.enlarge_window()
    assert sizes[1] > 1.3 * sizes[0]
