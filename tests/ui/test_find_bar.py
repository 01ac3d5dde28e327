from __future__ import annotations

import pytest
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from workbench.ui.article_view import ArticleView
from workbench.ui.find_bar import FindBar

TEXT = "The “Café” opened. A cafe closed 🌉. Their CAFÉ stays. Noor הלוי went."


@pytest.fixture
def view(hands):
    host = QWidget()
    made = ArticleView(host)
    made.show_article(TEXT)
    column = QVBoxLayout(host)
    made.bar = FindBar(made)
    column.addWidget(made.bar)
    column.addWidget(made)
    hands.show(host, 700, 400)
    made.setFocus()
    return made


def chosen(view):
    start, end = view.selected_stretch()
    return start, view.text[start:end]


def told(view):
    return " ".join(label.text() for label in view.bar.findChildren(QLabel))


def test_words_are_found_whatever_their_accents_and_case(hands, view):
    view.bar.begin()
    hands.type(view.bar.line, "cafe")
    found = [chosen(view)]
    for _ in range(3):
        hands.press(view.bar.line, "Return")
        found.append(chosen(view))
    places = [5, TEXT.index("cafe"), TEXT.index("CAFÉ"), 5]
    assert found == [(place, TEXT[place : place + 4]) for place in places]
    hands.press(view.bar.line, "Shift+Return")
    assert chosen(view) == (places[2], "CAFÉ")
    assert told(view) == "3 of 3"


def test_words_that_are_not_there_are_said_to_be_missing(hands, view):
    view.bar.begin()
    hands.type(view.bar.line, "ferry")
    assert told(view) == "not found"
    before = chosen(view)
    hands.press(view.bar.line, "Return")
    assert chosen(view) == before


def test_the_search_begins_with_the_selected_words(hands, view):
    place = TEXT.index("הלוי")
    view.select(place, place + 4)
    view.bar.begin()
    assert view.bar.line.text() == "הלוי"
    assert told(view) == "1 of 1"


def test_escape_leaves_with_the_place_selected_and_the_keyboard_in_the_article(hands, view):
    view.bar.begin()
    hands.type(view.bar.line, "closed")
    hands.press(view.bar.line, "Escape")
    assert not view.bar.isVisible()
    assert view.hasFocus()
    assert chosen(view)[1] == "closed"


def test_in_another_article_the_words_are_looked_for_anew(hands, view):
    view.bar.begin()
    hands.type(view.bar.line, "cafe")
    view.show_article("Two words before the café and one more.")
    hands.press(view.bar.line, "Return")
    assert chosen(view)[1] == "café"
    assert told(view) == "1 of 1"
