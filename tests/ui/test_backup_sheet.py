"""Backups are made by themselves, looked into and gone back to, with a way back from that."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QApplication, QPushButton

from workbench.store.backup import backups_of


@pytest.fixture
def sheet(window, qtbot):
    """Return the sheet of a window with one backup, which has been looked into."""
    with qtbot.waitSignal(window.keeper.made):
        window.keeper.back_up(lambda _: None, pytest.fail)
    window.action_set.show_backups()
    opened = window.action_set._sheets["backups"]
    qtbot.waitUntil(lambda: opened.inside.checks.rowCount() > 0)
    return opened


def rename(window, title):
    window.desk.edit("Rename", lambda check: replace(check, title=title))
    window.desk.flush()


def test_backup_is_made_soon_after_the_start_without_a_word(window, qtbot):
    window.keeper._timer.start(0)
    with qtbot.waitSignal(window.keeper.made):
        pass
    assert len(backups_of(window.shelf.workspace)) == 1
    assert window.notices.text == ""
    window.keeper._look()  # not an hour later: nothing is due
    qtbot.waitUntil(lambda: not window.keeper.is_busy)
    assert len(backups_of(window.shelf.workspace)) == 1


def test_failing_backup_is_told_once(window, qtbot):
    folder = window.shelf.workspace.with_name(f"{window.shelf.workspace.stem}-backups")
    folder.write_text("in the way", encoding="utf-8")
    with qtbot.waitSignal(window.keeper.failed):
        window.keeper._look()
    assert "cannot be reached" in window.notices.text
    window.notices.hide()
    window.keeper._look()
    qtbot.waitUntil(lambda: not window.keeper.is_busy)
    assert window.notices.text == ""


def test_sheet_shows_what_is_in_the_backup(sheet, window):
    assert sheet.list.count() == 1
    assert sheet.inside.checks.index(0).data() == window.desk.check.title
    assert QApplication.focusWidget() is sheet.list


def test_enter_goes_back_to_the_backup_and_undo_returns(sheet, window, hands, qtbot):
    title = window.desk.check.title
    rename(window, "Ruined by a cat on the keyboard")
    hands.press(sheet.list, "Return")
    assert not sheet.isVisible()
    assert [check.title for check in window.shelf.checks()] == [title]
    assert "before-restoring" in window.notices.text
    assert window.pages.currentWidget() is window.start
    undo = next(
        button for button in window.notices.findChildren(QPushButton) if button.text() == "Undo"
    )
    hands.click(undo)
    assert [check.title for check in window.shelf.checks()] == ["Ruined by a cat on the keyboard"]


def test_work_goes_on_in_the_restored_workspace(sheet, window, hands):
    check_id = window.desk.check.id
    hands.press(sheet.list, "Return")
    assert window.shelf.open_check(check_id)
    rename(window, "Written after going back")
    assert window.shelf.checks()[0].title == "Written after going back"


def test_back_up_now_holds_what_was_written_last(sheet, window, hands, qtbot):
    rename(window, "Written a moment ago")
    hands.click(hands.find(sheet, "backup_now"))
    qtbot.waitUntil(lambda: sheet.inside.checks.index(0).data() == "Written a moment ago")


def test_damaged_backup_says_so_and_replaces_nothing(sheet, window, hands, qtbot):
    title = window.desk.check.title
    file = backups_of(window.shelf.workspace)[0].path
    file.write_bytes(file.read_bytes()[:9000])
    hands.press(sheet.list, "Return")
    assert "damaged" in window.notices.text
    assert [check.title for check in window.shelf.checks()] == [title]


def test_a_backup_that_is_asked_for_can_be_stopped(sheet, window, hands, qtbot):
    before = backups_of(window.shelf.workspace)
    stop = hands.find(sheet, "backup_cancel")
    assert not stop.isVisible()
    hands.find(sheet, "backup_now").click()
    assert stop.isVisible()
    assert stop.accessibleName() == "Cancel: this backup"
    stop.setFocus()
    stop.click()
    assert not stop.isVisible()
    assert QApplication.focusWidget() is sheet.list
    qtbot.waitUntil(lambda: not window.keeper._jobs._unfinished)
    assert backups_of(window.shelf.workspace) == before


def test_what_a_backup_has_done_is_shown_while_it_is_made(sheet, window, hands, qtbot):
    told = []
    window.keeper.progressed.connect(lambda done, total: told.append((done, total)))
    with qtbot.waitSignal(window.keeper.made):
        hands.find(sheet, "backup_now").click()
    assert told
    assert all(0 <= done <= total for done, total in told)
    assert not hands.find(sheet, "backup_cancel").isVisible()
