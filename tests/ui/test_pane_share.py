"""Article and editor share the window, or take turns where words are large."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication

from workbench.ui import setting


@pytest.fixture
def large(open_window, settings):
    """A window of 1280 by 800 pixels with words of three times their size."""
    settings.set(setting.INTERFACE_ZOOM, 3.0)
    window = open_window()
    assert window.shelf.open_sample()
    window.resize(1_280, 800)
    QApplication.processEvents()
    return window


def in_front(window):
    return [size > 0 for size in window.workspace.splitter.sizes()]


def test_at_their_own_size_both_are_seen(window):
    window.resize(1_280, 800)
    assert in_front(window) == [True, True]
    assert not window.workspace.header.findChild(object, "show_article").isVisible()


def test_large_words_leave_room_for_one_and_the_keyboard_says_which(large, hands):
    assert large.size().toTuple() == (1_280, 800)
    hands.tap("Ctrl+0")
    assert in_front(large) == [True, False]
    hands.tap("Ctrl+2")
    assert in_front(large) == [False, True]
    hands.tap("Ctrl+0")
    hands.click(large.workspace.header.findChild(object, "tab_claims"))  # the one in front
    assert in_front(large) == [False, True]
    hands.click(large.workspace.header.findChild(object, "show_article"))
    assert in_front(large) == [True, False]
    assert large.workspace.article.view.hasFocus()


def test_a_passage_that_is_shown_brings_the_article(large):
    large.workspace.show_tab("claims")
    assert in_front(large) == [False, True]
    large.workspace.article.show_passage(large.desk.check.passages[0].id)
    assert in_front(large) == [True, False]


def test_smaller_words_bring_both_back(large):
    large._settings.set(setting.INTERFACE_ZOOM, 1.0)
    large.wear()
    QApplication.processEvents()
    assert in_front(large) == [True, True]
    assert not large.workspace.share.is_single


def test_taking_turns_is_not_kept_for_the_next_start(large, open_window, hands, settings):
    hands.tap("Ctrl+0", "Ctrl+Q")
    settings.set(setting.INTERFACE_ZOOM, 1.0)
    again = open_window()
    again.resize(1_280, 800)
    again.shelf.open_sample()
    QApplication.processEvents()
    assert in_front(again) == [True, True]
