from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication, QProgressBar, QPushButton, QVBoxLayout, QWidget

from workbench.ui.notice import NoticeBar


@pytest.fixture
def bar(hands):
    window, made = QWidget(), NoticeBar()
    column = QVBoxLayout(window)
    column.addStretch(1)
    column.addWidget(made)  # at the bottom, away from where a test's pointer rests
    hands.show(window, 900, 400)
    return made


def buttons(bar):
    QApplication.processEvents()
    return [button for button in bar.findChildren(QPushButton) if button.isVisible()]


def progress(bar):
    return bar.findChild(QProgressBar)


def test_a_plain_notice_leaves_by_itself(qtbot, bar):
    bar._timer.setInterval(50)
    bar.say("Claim 2 removed.")
    assert bar.text == "Claim 2 removed."
    qtbot.waitUntil(lambda: not bar.isVisible())
    assert bar.text == ""


def test_a_trouble_waits_to_be_read(qtbot, hands, bar):
    bar._timer.setInterval(50)
    bar.say("Plain.")
    bar.warn("The disk is full. Free some space.")
    assert not bar._timer.isActive()
    close = buttons(bar)[-1]
    assert close.text() == "Close"
    hands.click(close)
    assert not bar.isVisible()


def test_a_choice_is_done_once_and_the_notice_leaves(hands, bar):
    done = []
    bar.say("Claim 2 removed.", (("Undo", lambda: done.append("undo")),))
    hands.click(buttons(bar)[0])
    assert done == ["undo"]
    assert not bar.isVisible()


def test_a_choice_may_bring_the_next_notice(hands, bar):
    bar.say("Exported.", (("Copy post", lambda: bar.say("Post copied.")),))
    hands.click(buttons(bar)[0])
    assert bar.text == "Post copied."
    assert buttons(bar) == []


def test_a_new_notice_has_none_of_the_choices_of_the_last_one(bar):
    bar.say("One.", (("Undo", lambda: None), ("Show", lambda: None)))
    bar.say("Two.", (("Show", lambda: None),))
    assert [button.text() for button in buttons(bar)] == ["Show"]


def test_work_shows_how_far_it_is_and_can_be_cancelled(hands, bar):
    cancelled = []
    bar.show_work("Bringing in a.txt …", lambda: cancelled.append(True))
    assert progress(bar).isVisible()
    assert not bar._timer.isActive()
    bar.show_progress(25, 100)
    assert progress(bar).value() / progress(bar).maximum() == pytest.approx(0.25)
    bar.show_progress(3_000_000_000, 4_000_000_000)
    assert progress(bar).value() / progress(bar).maximum() == pytest.approx(0.75)
    hands.click(buttons(bar)[0])
    assert cancelled == [True]


def test_the_end_of_work_puts_away_its_own_notice_and_no_other(bar):
    bar.show_work("Bringing in a.txt …", lambda: None)
    bar.end_work()
    assert not bar.isVisible()
    bar.show_work("Bringing in b.txt …", lambda: None)
    bar.warn("“b.txt” is empty.")
    bar.end_work()
    assert bar.text == "“b.txt” is empty."
    assert not progress(bar).isVisible()


def test_words_are_shown_as_they_are(bar, seen):
    bar.warn("“<b>x.txt” is empty.")
    assert seen(bar._words) == "“<b>x.txt” is empty."


def test_a_notice_whose_button_has_the_keyboard_stays(qtbot, hands, bar):
    bar.say("Claim 2 removed.", (("Undo", lambda: None),))
    button = buttons(bar)[0]
    button.setFocus()
    assert QApplication.focusWidget() is button
    bar._timer.setInterval(30)
    bar._timer.start()
    for _ in range(2):
        with qtbot.waitSignal(bar._timer.timeout):
            assert bar.isVisible()
    button.clearFocus()
    qtbot.waitUntil(lambda: not bar.isVisible())
