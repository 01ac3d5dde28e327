"""Findings under the words, in the window: seen, walked through, explained and set aside."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QApplication, QMenu

from workbench.core import change
from workbench.core.finding import Severity
from workbench.ui import marking
from workbench.ui.offset import code_points

FAULTY = "The mayor answered last week.[^analysis] TODO: ask the mayor again.[^analysis]\n"


def read(window, qtbot):
    window.preflight.proofing.read_now()
    qtbot.waitUntil(
        lambda: window.preflight.proofing.is_read and not window.preflight.proofing.is_busy
    )


@pytest.fixture
def faulty(window, qtbot):
    """Return the window with the draft in front, after its lede was read."""
    window.workspace.enter_tab("draft")
    window.desk.edit("Write", lambda check: change.with_draft_text(check, "lede", FAULTY))
    read(window, qtbot)
    return window


def field_of(window, hands, name="draft_lede"):
    found = hands.find(window, name)
    found.setFocus()
    return found


def marks_of(window, name="draft_lede"):
    return window.preflight._marking._marks[name]


def line(window, hands, pane="draft_pane"):
    return hands.find(window, f"finding_line_{pane}")


def test_very_words_of_the_findings_are_marked(faulty):
    words = {words: severity for severity, words in marks_of(faulty).words()}
    assert words["TODO"] == "error"
    assert words["last week"] == "warning"


def test_marks_go_along_while_somebody_types_and_nothing_waits_for_the_reading(
    faulty, hands, qtbot
):
    field = field_of(faulty, hands)
    hands.tap("Ctrl+Home")
    hands.write("Now: ")
    assert faulty.preflight.proofing.is_busy  # it is read later
    assert ("error", "TODO") in marks_of(faulty).words()
    qtbot.waitUntil(lambda: not faulty.preflight.proofing.is_busy)
    found = [one for one in faulty.preflight.open_findings if one.text == "TODO"]
    assert field.toPlainText()[found[0].place.start :].startswith("TODO")
    assert ("error", "TODO") in marks_of(faulty).words()


def test_f7_walks_through_the_field_and_the_line_says_what_is_found(faulty, hands):
    field = field_of(faulty, hands)
    hands.tap("Ctrl+Home", "F7")
    seen = [(field.textCursor().selectedText(), line(faulty, hands).words.text())]
    hands.tap("F7")
    seen.append((field.textCursor().selectedText(), line(faulty, hands).words.text()))
    messages = {one.text: one.message for one in faulty.preflight.open_findings}
    assert [words for words, _ in seen] == ["last week", "TODO"]
    assert seen[0][1] == messages["last week"]
    hands.tap("Shift+F7")
    assert field.textCursor().selectedText() == "last week"
    hands.tap("End")
    assert "F7" in line(faulty, hands).words.text()


def test_f7_elsewhere_goes_to_the_first_field_with_a_finding_or_says_that_there_is_none(
    faulty, hands, qtbot
):
    faulty.workspace.header.title.setFocus()
    hands.tap("F7")
    assert QApplication.focusWidget().objectName().startswith("draft_")
    assert QApplication.focusWidget().textCursor().hasSelection()
    faulty.workspace.enter_tab("claims")
    hands.tap("F7")
    assert faulty.notices.text == "Nothing is found in the words here."


def test_f1_in_marked_words_opens_the_page_of_the_rule_and_elsewhere_the_help(faulty, hands):
    field = field_of(faulty, hands)
    hands.tap("Ctrl+Home", "F7", "F1")
    page = hands.find(faulty, "rule_page")
    assert page.isVisible()
    hands.tap("Escape")
    assert QApplication.focusWidget() is field
    hands.tap("Ctrl+Home", "F1")
    assert not page.isVisible()
    assert hands.find(faulty, "help_page").isVisible()


def test_no_fault_here_is_one_key_and_one_undo_and_errors_stay(faulty, hands):
    field_of(faulty, hands)
    hands.tap("Ctrl+Home", "F7", "Ctrl+F7")
    assert "last week" not in [words for _, words in marks_of(faulty).words()]
    assert faulty.notices.text.startswith("Set aside: ")
    faulty.desk.undo_stack.undo()
    assert "last week" in [words for _, words in marks_of(faulty).words()]
    hands.tap("Ctrl+Home", "F7", "F7", "Ctrl+F7")
    assert ("error", "TODO") in marks_of(faulty).words()
    assert "cannot be set aside" in faulty.notices.text
    hands.tap("Ctrl+Home", "Ctrl+F7")
    assert faulty.notices.text == "Put the cursor into underlined words first."


def test_the_line_sets_aside_by_mouse_and_the_caret_stays_in_the_field(faulty, hands):
    field = field_of(faulty, hands)
    hands.tap("Ctrl+Home", "F7")
    hands.click(line(faulty, hands).aside)
    assert "last week" not in [words for _, words in marks_of(faulty).words()]
    assert QApplication.focusWidget() is field
    hands.tap("Ctrl+Home", "F7")
    assert not line(faulty, hands).aside.isVisible()  # an error


def test_menu_of_marked_words_offers_help_and_setting_aside(faulty, hands):
    field = field_of(faulty, hands)
    hands.tap("Ctrl+Home", "F7")
    place = field.cursorRect().center()
    reason = QContextMenuEvent.Reason.Keyboard
    event = QContextMenuEvent(reason, place, field.viewport().mapToGlobal(place))
    QApplication.sendEvent(field.viewport(), event)
    menu = field.findChild(QMenu, "finding_menu") or QApplication.activePopupWidget()
    texts = [action.text() for action in menu.actions()]
    assert texts[:2] == ["Why is this found?", "No fault here: set the finding aside"]
    menu.actions()[1].trigger()
    menu.close()
    assert "last week" not in [words for _, words in marks_of(faulty).words()]


def test_point_of_the_mouse_finds_the_words_under_it_and_no_others(faulty, hands):
    field = field_of(faulty, hands)
    hands.tap("Ctrl+Home", "F7")
    marks = marks_of(faulty)
    assert marks.under(field.cursorRect().center()).text == "last week"
    assert marks.under(QPoint(6, 6)) is None
    assert marks.under(QPoint(6, field.viewport().height() + 200)) is None


def test_screen_reader_is_told_on_the_field_how_much_is_found(faulty, hands, qtbot):
    field = field_of(faulty, hands)
    assert field.accessibleDescription() == "Findings under the words: 2. F7 goes to the next one."
    faulty.desk.edit("Mend", lambda check: change.with_draft_text(check, "lede", "Why?"))
    read(faulty, qtbot)
    assert field.accessibleDescription() == ""


def test_screen_reader_hears_the_finding_when_the_caret_comes_to_it_and_once(
    faulty, hands, monkeypatch
):
    told = []
    monkeypatch.setattr(marking, "announce", lambda _, words: told.append(words))
    field_of(faulty, hands)
    hands.tap("Ctrl+Home")
    assert told == []
    hands.tap(*["Right"] * len("The mayor answered last w"))
    message = next(one.message for one in faulty.preflight.open_findings if one.text == "last week")
    assert told == [f"Warning: {message}"]


def test_too_long_stretch_of_a_post_and_a_finding_in_it_are_both_marked(window, hands, qtbot):
    window.workspace.enter_tab("posts")
    text = "x" * 285 + " TODO check"
    window.desk.edit("Write", lambda check: change.with_post_text(check, "", text))
    read(window, qtbot)
    field = field_of(window, hands, "post_common")
    assert ("error", "TODO") in marks_of(window, "post_common").words()
    (over,) = field.extraSelections()
    assert code_points(text, over.cursor.selectionEnd()) == len(text)
    assert line(window, hands, "posts_pane").isVisible()


def test_marks_are_there_when_a_tab_is_opened_after_the_reading(window, hands, qtbot):
    window.desk.edit("Write", lambda check: change.with_post_text(check, "", "TODO write."))
    read(window, qtbot)
    window.workspace.enter_tab("posts")
    qtbot.waitUntil(lambda: ("error", "TODO") in marks_of(window, "post_common").words())


def test_another_check_begins_without_marks(faulty, hands, qtbot):
    faulty.shelf.new_check("A new one")
    assert marks_of(faulty).findings == ()
    assert not any(one.severity is Severity.ERROR for one in faulty.preflight.open_findings)


def test_line_takes_no_room_beside_a_wide_preview(faulty, hands):
    faulty.resize(1920, 1080)
    field_of(faulty, hands)
    hands.tap("Ctrl+Home", "F7")
    QApplication.processEvents()
    assert line(faulty, hands).height() < 80
    assert line(faulty, hands).focusPolicy() == Qt.FocusPolicy.NoFocus
