"""Reviewer mode: nothing changes the check by any path; what is typed becomes a suggestion."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QApplication

from workbench.core import change
from workbench.core.claim import ClaimStatus
from workbench.core.review_mode import is_review_only
from workbench.ui import setting
from workbench.ui.field import LineField, TextField
from workbench.ui.reviewer_card import ReviewerCard


@pytest.fixture
def reviewing(window, settings, hands):
    """A window in reviewer mode, turned on by its key, with Tom Adeyemi before it."""
    settings.set(setting.PERSON, "Tom Adeyemi")
    hands.tap("Ctrl+Alt+W")
    return window


def enter(window, words):
    """Put the cursor into words of the lede."""
    window.workspace.show_tab("draft")
    field = window.workspace.draft.findChild(TextField, "draft_lede")
    field.setFocus(Qt.FocusReason.OtherFocusReason)
    cursor = field.textCursor()
    cursor.setPosition(field.toPlainText().index(words) + 2)
    field.setTextCursor(cursor)
    return field


def card(window):
    found = window.findChild(ReviewerCard)
    return found if found is not None and found.isVisible() else None


def test_a_banner_says_so_and_the_key_turns_it_off(reviewing, hands):
    banner = hands.find(reviewing, "reviewer_banner")
    assert banner.isVisible()
    assert "Reviewer mode, Tom Adeyemi." in hands.find(banner, "reviewer_words").text()
    hands.tap("Ctrl+Alt+W")
    assert not banner.isVisible()
    reviewing.desk.edit("x", lambda check: replace(check, title="Another"))
    assert reviewing.desk.check.title == "Another"


@pytest.mark.parametrize("tab", ["claims", "sources", "draft", "posts"])
def test_no_field_of_the_check_can_be_written_in(reviewing, tab):
    reviewing.workspace.show_tab(tab)
    QApplication.processEvents()
    pane = reviewing.workspace.editor.currentWidget()
    fields = [*pane.findChildren(LineField), *pane.findChildren(TextField)]
    assert fields
    assert all(field.isReadOnly() for field in fields)
    reviewing.action_set.switch_reviewer_mode()
    assert not any(field.isReadOnly() for field in fields)


def test_every_other_edit_is_put_back_with_a_plain_sentence(reviewing):
    before = reviewing.desk.check
    reviewing.desk.edit("Write", lambda check: change.with_draft_text(check, "lede", "Other"))
    reviewing.desk.edit("Remove", lambda check: change.without_claim(check, check.claims[5].id))
    QApplication.processEvents()
    assert reviewing.desk.check == before
    assert not reviewing.desk.is_dirty
    assert "in reviewer mode the check stays as it is" in reviewing.notices.text


def test_what_was_barred_never_reaches_the_file(reviewing):
    reviewing.desk.flush()
    before = reviewing.desk.check
    reviewing.desk.edit("Write", lambda check: replace(check, title="Other"))
    assert reviewing.desk.flush()
    assert reviewing.shelf.store.load(before.id).title == before.title


def test_typing_in_the_draft_opens_the_sentence_to_be_rewritten(reviewing, hands):
    before = reviewing.desk.check.draft
    enter(reviewing, "passed the report")
    hands.tap("X")
    shown = card(reviewing)
    assert shown.words.toPlainText().startswith("Bay Commentary passed the report")
    shown.words.selectAll()
    hands.write("Bay Commentary handed the report on two days later and added what it makes of it.")
    hands.tap("Ctrl+Return")
    check = reviewing.desk.check
    assert check.draft == before
    (made,) = check.suggestions
    assert (made.was, made.now, made.who) == ("passed", "handed", "Tom Adeyemi")
    hands.tap("Ctrl+Z")
    assert reviewing.desk.check.suggestions == ()


def test_what_is_suggested_is_marked_in_the_text(qtbot, reviewing, hands):
    field = enter(reviewing, "passed the report")
    hands.tap("Ctrl+Alt+G")
    words = card(reviewing).words
    words.setPlainText(words.toPlainText().replace("passed", "handed"))
    hands.tap("Ctrl+Return")
    qtbot.waitUntil(lambda: len(field.extraSelections()) == 1)
    assert field.extraSelections()[0].cursor.selectedText() == "passed"


def test_a_title_and_a_claim_are_suggested_for_too(reviewing, hands):
    reviewing.workspace.header.title.setFocus()
    hands.tap("Ctrl+Alt+G")
    card(reviewing).words.setPlainText("Did she call?")
    hands.tap("Ctrl+Return")
    reviewing.workspace.show_claim(reviewing.desk.check.claims[0].id)
    hands.find(reviewing.workspace.claims, "claim_as_supported").setFocus()
    hands.tap("Ctrl+Alt+G")
    card(reviewing).words.moveCursor(QTextCursor.MoveOperation.End)
    hands.write(" It is said.")
    hands.tap("Ctrl+Return")
    told = [(one.subject.kind, one.subject.field) for one in reviewing.desk.check.suggestions]
    assert told == [("check", "title"), ("claim", "as_supported")]


def test_another_status_is_suggested_by_choosing_it(reviewing, hands):
    claim = reviewing.desk.check.claims[2]
    reviewing.workspace.show_claim(claim.id)
    hands.find(reviewing.workspace.claims, "status_not_checkable").click()
    QApplication.processEvents()
    assert reviewing.desk.check.claims[2].status is ClaimStatus.NOT_CONFIRMED
    (made,) = reviewing.desk.check.suggestions
    assert (made.subject.field, made.now) == ("status", "not_checkable")
    assert "Suggested, not changed: Claim 3, status: not checkable" in reviewing.notices.text


def test_without_a_name_the_card_asks_for_it(window, settings, hands):
    hands.tap("Ctrl+Alt+W")
    enter(window, "passed the report")
    hands.tap("Ctrl+Alt+G")
    shown = card(window)
    shown.words.setPlainText("Nothing of that.")
    hands.tap("Ctrl+Return")
    assert QApplication.focusWidget() is shown.who
    hands.write("Tom Adeyemi")
    hands.tap("Ctrl+Return")
    assert window.desk.check.suggestions[0].who == "Tom Adeyemi"
    assert settings.get(setting.PERSON) == "Tom Adeyemi"


def test_suggestions_are_not_settled_by_the_reviewer(reviewing, hands):
    enter(reviewing, "passed the report")
    hands.tap("Ctrl+Alt+G")
    card(reviewing).words.setPlainText("Nothing of that.")
    hands.tap("Ctrl+Return", "Ctrl+8", "T")
    assert reviewing.desk.check.suggestions[0].state == "open"
    assert not hands.find(reviewing, "suggestion_refuse").isEnabled()


def test_a_step_that_changed_the_check_is_not_taken_back_in_it(window, hands):
    window.desk.edit("Write", lambda check: replace(check, title="Another"))
    hands.tap("Ctrl+Alt+W", "Ctrl+Z")
    assert window.desk.check.title == "Another"
    assert "Leave reviewer mode" in window.notices.text
    hands.tap("Ctrl+Alt+W", "Ctrl+Z")
    assert window.desk.check.title != "Another"


def test_it_is_remembered_for_this_check_alone(reviewing):
    check_id = reviewing.desk.check.id
    assert reviewing.shelf.new_check("Another one")
    assert not reviewing.action_set.reviewer.is_on
    assert reviewing.desk.admits is None
    reviewing.open_check(check_id)
    assert reviewing.action_set.reviewer.is_on
    assert reviewing.desk.admits is is_review_only


def test_no_source_comes_in(reviewing, tmp_path):
    path = tmp_path / "a.txt"
    path.write_text("The bridge is shut.\n", encoding="utf-8")
    count = len(reviewing.desk.check.sources)
    reviewing.reception.take_files([path])
    assert "In reviewer mode no source comes in" in reviewing.notices.text
    assert len(reviewing.desk.check.sources) == count
