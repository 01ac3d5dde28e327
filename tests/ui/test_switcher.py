from __future__ import annotations

from datetime import UTC, datetime

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QVBoxLayout, QWidget

from workbench.core.record import CheckState
from workbench.store.summary import CheckSummary
from workbench.ui.switcher import Switcher

CHECKS = tuple(
    CheckSummary(
        id=f"01980000-0000-7000-8000-{number:012}",
        slug=f"check-{number}",
        title=f"Is bridge {number} shut?",
        state=CheckState.DRAFT,
        changed=datetime(2026, 7, 10, tzinfo=UTC),
    )
    for number in range(4)
)


@pytest.fixture
def switcher(hands):
    """A switcher over a line; it finds checks by the words of their titles."""
    host = QWidget()
    host.line = QLineEdit()
    QVBoxLayout(host).addWidget(host.line)
    made = Switcher(host)
    made.query_changed.connect(
        lambda query: made.show_checks([check for check in CHECKS if query in check.title])
    )
    hands.show(host, 1_000, 700)
    host.line.setFocus()
    made.open()
    return made


def test_it_opens_with_the_newest_checks_and_the_cursor_in_the_line(switcher):
    assert switcher.line.hasFocus()
    assert switcher.list.checks.rowCount() == 4


def test_a_few_letters_and_enter_open_a_check(qtbot, hands, switcher):
    with qtbot.waitSignal(switcher.check_opened) as opened:
        hands.type(switcher.line, "2")
        hands.press(switcher.line, "Return")  # before the list has caught up
    assert opened.args == [CHECKS[2].id]
    assert not switcher.isVisible()


def test_up_and_down_walk_the_list_while_the_cursor_stays(qtbot, hands, switcher):
    for keys in ("Down", "Down", "Up"):
        hands.press(switcher.line, keys)
    assert switcher.line.hasFocus()
    with qtbot.waitSignal(switcher.check_opened) as opened:
        hands.press(switcher.line, "Return")
    assert opened.args == [CHECKS[1].id]


def test_the_list_follows_the_typing(qtbot, hands, switcher):
    hands.type(switcher.line, "bridge 3")
    qtbot.waitUntil(lambda: switcher.list.checks.rowCount() == 1)


def test_what_is_not_there_opens_nothing(qtbot, hands, switcher):
    with qtbot.assertNotEmitted(switcher.check_opened):
        hands.type(switcher.line, "ferry")
        hands.press(switcher.line, "Return")
    assert switcher.isVisible()
    told = [label.text() for label in switcher.findChildren(QLabel) if label.isVisible()]
    assert "Nothing found." in told


def test_it_begins_anew_each_time(hands, switcher):
    hands.type(switcher.line, "2")
    hands.press(switcher.line, "Escape")
    assert switcher.parent().line.hasFocus()
    switcher.open()
    assert switcher.line.text() == ""
    assert switcher.list.checks.rowCount() == 4


def test_the_keyboard_stays_inside(hands, switcher):
    for _ in range(5):
        hands.press(QApplication.focusWidget(), "Tab")
        assert switcher.isAncestorOf(QApplication.focusWidget())
