from __future__ import annotations

from datetime import UTC, datetime

import pytest
from PySide6.QtWidgets import QApplication, QLabel

from workbench.core.record import CheckState
from workbench.store.summary import CheckSummary
from workbench.ui.start_page import StartPage


@pytest.fixture
def checks():
    return tuple(
        CheckSummary(
            id=f"01980000-0000-7000-8000-{number:012}",
            slug=f"check-{number}",
            title=f"Is bridge {number} shut?",
            state=CheckState.DRAFT,
            changed=datetime(2026, 7, 10, tzinfo=UTC),
        )
        for number in range(3)
    )


@pytest.fixture
def page(hands, checks):
    made = StartPage()
    made.show_checks(checks)
    hands.show(made, 1_280, 800)
    made.begin()
    return made


def told(page):
    return [label.text() for label in page.findChildren(QLabel) if label.isVisible()]


def test_a_title_and_enter_are_a_new_check(qtbot, hands, page):
    assert page.title.hasFocus()
    hands.type(page.title, "  Is the   bridge shut? ")
    with qtbot.waitSignal(page.check_wanted) as wanted:
        hands.press(page.title, "Return")
    assert wanted.args == ["Is the bridge shut?"]
    assert page.title.text() == ""


def test_there_are_three_ways_to_begin_beside_a_title(qtbot, hands, page):
    for name, signal in (
        ("start_paste", page.paste_asked),
        ("start_open", page.open_asked),
        ("start_sample", page.sample_asked),
    ):
        with qtbot.waitSignal(signal):
            hands.click(hands.find(page, name))
    with qtbot.waitSignal(page.check_wanted):
        hands.click(hands.find(page, "start_new"))
    assert "or drop files on the window" in told(page)


def test_typing_looks_for_checks_and_enter_opens_the_first(qtbot, hands, page, checks):
    with qtbot.waitSignal(page.query_changed) as asked:
        hands.type(page.search, "bridge 2")
    assert asked.args == ["bridge 2"]
    page.show_checks(checks[2:], "bridge 2")
    with qtbot.waitSignal(page.check_opened) as opened:
        hands.press(page.search, "Return")
    assert opened.args == [checks[2].id]


def test_down_goes_from_the_search_into_the_list(qtbot, hands, page, checks):
    page.search.setFocus()
    hands.press(page.search, "Down")
    hands.press(QApplication.focusWidget(), "Down")
    with qtbot.waitSignal(page.check_opened) as opened:
        hands.press(QApplication.focusWidget(), "Return")
    assert opened.args == [checks[1].id]


def test_nothing_found_and_nothing_there_are_told_apart(page):
    page.show_checks((), "ferry")
    assert "Nothing found for “ferry”." in told(page)
    page.show_checks(())
    assert "No check yet. The sample check shows how one is made." in told(page)
    assert not page.list.isVisible()


def test_removal_is_asked_with_delete(qtbot, hands, page, checks):
    page.list.setFocus()
    with qtbot.waitSignal(page.check_removal_asked) as asked:
        hands.press(page.list, "Delete")
    assert asked.args == [checks[0].id]
