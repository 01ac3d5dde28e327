from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication, QPushButton

from workbench.ui.article_view import ArticleView
from workbench.ui.selection_bar import SelectionBar


@pytest.fixture
def view(hands):
    made = ArticleView()
    made.show_article("\n\n".join(f"Line {n} of the register, in words." for n in range(60)))
    hands.show(made, 700, 400)
    made.setFocus()
    return made


@pytest.fixture
def bar(view):
    return SelectionBar(view)


def select(view, words):
    start = view.text.index(words)
    view.select(start, start + len(words))


def test_the_bar_is_there_while_words_are_selected(view, bar):
    assert not bar.isVisible()
    select(view, "Line 3 of the register")
    assert bar.isVisible()
    view.clear_selection()
    assert not bar.isVisible()


def test_nothing_can_be_made_of_spaces(view, bar):
    start = view.text.index("\n\n")
    view.select(start, start + 2)
    assert not bar.isVisible()


def test_each_button_asks_and_leaves_the_keyboard_in_the_article(qtbot, hands, view, bar):
    select(view, "Line 3 of the register")
    for name, signal in (
        ("bar_claim", bar.claim_asked),
        ("bar_evidence", bar.evidence_asked),
        ("bar_quote", bar.quote_asked),
        ("bar_event", bar.event_asked),
    ):
        with qtbot.waitSignal(signal):
            hands.click(hands.find(bar, name))
        assert view.hasFocus()


def test_every_button_says_its_key(bar):
    texts = [button.text() for button in bar.findChildren(QPushButton)]
    assert [text.rpartition(" ")[2] for text in texts] == ["C", "E", "Q", "V"]


@pytest.mark.parametrize("words", ["Line 0", "in words.", "Line 9 of", "Line 59 of the register"])
def test_the_bar_stands_by_the_selection_inside_the_view(view, bar, words):
    select(view, words)
    QApplication.processEvents()
    room = view.viewport().rect()
    assert room.contains(bar.geometry())
    assert not bar.geometry().intersects(view.cursorRect())


def test_a_selection_by_keys_leaves_the_next_sentence_free(view, bar):
    select(view, "Line 5 of the register")
    corner = view.viewport().rect().bottomRight()
    assert bar.geometry().right() >= corner.x() - 12
    assert bar.geometry().bottom() >= corner.y() - 12


def test_scrolling_takes_the_bar_along(hands, view, bar):
    hands.click(view.viewport())  # from here on the mouse selects
    select(view, "Line 5 of the register")
    before = bar.y()
    view.verticalScrollBar().setValue(4)
    assert bar.y() < before


def test_a_selection_of_more_than_the_view_still_shows_the_bar(hands, view, bar):
    hands.press(view, "Ctrl+A")
    assert bar.isVisible()
    assert view.viewport().rect().contains(bar.geometry())
