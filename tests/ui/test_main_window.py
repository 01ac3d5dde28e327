from __future__ import annotations

from dataclasses import replace

from PySide6.QtWidgets import QApplication, QPushButton, QWidget

from workbench.core.error import UserError
from workbench.store.check_store import CheckStore


def choose_in_notice(hands, window, text):
    QApplication.processEvents()
    buttons = [
        button
        for button in window.notices.findChildren(QPushButton)
        if button.isVisible() and button.text() == text
    ]
    assert len(buttons) == 1
    hands.click(buttons[0])


class FullDisk:
    """A real store on a disk that is full for a while."""

    def __init__(self, store):
        self._store = store
        self.is_full = True

    def save(self, old, new, deed):
        if self.is_full:
            raise UserError("The disk is full.", "Free some space.")
        return self._store.save(old, new, deed)


def on_disk(window, check_id):
    return window.shelf.store.load(check_id)


def retitle(window, title):
    window.desk.edit("Change title", lambda check: replace(check, title=title))


def test_the_window_is_called_after_its_check(window):
    retitle(window, "Is the bridge shut?")
    assert window.windowTitle().startswith("Is the bridge shut? ")
    retitle(window, "")
    assert window.windowTitle().startswith("Untitled check ")


def test_undo_in_the_notice_brings_a_removed_claim_back(window, hands, sample):
    window.workspace.claims.list.setFocus()
    hands.tap("Delete")
    assert window.notices.text == "Claim 1 removed."
    choose_in_notice(hands, window, "Undo")
    assert window.desk.check == sample


def test_the_notice_offers_undo_no_longer_than_it_means_the_removal(window, hands, sample):
    window.workspace.claims.list.setFocus()
    hands.tap("Delete")
    hands.find(window, "claim_notes").setFocus()
    hands.write("x")
    assert window.notices.text == ""
    hands.tap("Ctrl+Z", "Ctrl+Z")
    assert window.desk.check == sample


def test_a_full_disk_is_told_once_and_so_is_the_end_of_it(qtbot, window, sample):
    disk = FullDisk(window.shelf.store)
    window.desk.attach(disk)
    window.desk._retry.setInterval(50)
    retitle(window, "Typed on a full disk")
    qtbot.waitUntil(lambda: "The disk is full. Free some space." in window.notices.text)
    assert "What you wrote is still here" in window.notices.text
    disk.is_full = False
    qtbot.waitUntil(lambda: window.notices.text == "Saved again. Nothing was lost.")
    assert on_disk(window, sample.id).title == "Typed on a full disk"


def test_a_window_with_something_unsaved_closes_only_when_told_twice(window, hands, sample):
    window.desk.attach(FullDisk(window.shelf.store))
    retitle(window, "Typed on a full disk")
    assert not window.close()
    assert window.isVisible()
    assert "They are kept in a file of their own" in window.notices.text
    choose_in_notice(hands, window, "Close anyway")
    assert not window.isVisible()


def test_closing_saves_what_was_typed_last(window, workspace, hands, sample):
    hands.tap("F2")
    hands.write("Just typed")
    window.close()
    from datetime import UTC, datetime

    store = CheckStore.open(workspace, datetime(2026, 7, 10, tzinfo=UTC))
    assert store.load(sample.id).title == "Just typed"
    store.close()


def test_going_to_another_window_saves_at_once(qtbot, window, hands, sample):
    retitle(window, "Just typed")
    hands.show(QWidget(), 200, 100)
    assert not window.desk.is_dirty
    assert on_disk(window, sample.id).title == "Just typed"


def test_something_unexpected_is_told_and_the_window_goes_on(window, sample):
    retitle(window, "Just typed")
    window.tell_fault()
    assert window.notices.text == (
        "Something unexpected happened. What you wrote is saved; you can go on."
    )
    assert on_disk(window, sample.id).title == "Just typed"
    window.desk.attach(FullDisk(window.shelf.store))
    retitle(window, "Typed after that")
    window.tell_fault()
    assert window.notices.text.endswith("What you wrote is still here, not saved yet.")


def test_home_shows_the_checks_and_saves_the_open_one(window, hands, sample):
    retitle(window, "Just typed")
    hands.click(hands.find(window, "home"))
    assert window.start.isVisible()
    assert QApplication.focusWidget() is window.start.title
    assert on_disk(window, sample.id).title == "Just typed"
    assert window.start.list.checks.index(0).data() == "Just typed"


def test_the_open_check_is_opened_again_with_the_keyboard_in_the_article(window, hands):
    window.show_start()
    window.start.list.setFocus()
    hands.tap("Return")
    assert window.shows_check
    hands.tap("J")
    assert window.workspace.article.view.textCursor().hasSelection()


def test_the_sample_is_opened_with_the_keyboard_in_its_article(window, hands):
    window.show_start()
    hands.click(hands.find(window, "start_sample"))
    hands.tap("J")
    assert window.workspace.article.view.textCursor().hasSelection()


def test_a_removed_check_comes_back_by_the_notice(window, hands, sample):
    hands.tap("Alt+Home")
    window.start.list.setFocus()
    hands.tap("Delete")
    assert window.start.list.checks.rowCount() == 0
    assert window.notices.text == f"“{sample.title}” removed."
    choose_in_notice(hands, window, "Undo")
    assert window.start.list.checks.index(0).data() == sample.title
    assert on_disk(window, sample.id) == sample


def test_the_switcher_finds_and_opens_a_check(qtbot, window, hands, sample):
    assert window.shelf.new_check("Zeppelins at night")
    hands.tap("Ctrl+K")
    hands.write("harbor governor")
    hands.tap("Return")
    assert window.desk.check == sample
    assert window.shows_check


def test_a_new_check_begins_with_its_title(window, hands):
    hands.tap("Ctrl+N")
    hands.write("Is the bridge shut?")
    hands.tap("Return")
    assert window.desk.check.title == "Is the bridge shut?"
    assert window.desk.check.slug == "is-the-bridge-shut"
    assert window.workspace.article._empty.isVisible()


def test_an_untitled_check_gets_the_name_of_its_title(window, hands):
    hands.tap("Ctrl+N", "Return")
    assert window.desk.check.slug == "check"
    hands.tap("F2")
    hands.write("Is the bridge shut?")
    hands.tap("Return")
    assert window.desk.check.slug == "is-the-bridge-shut"
