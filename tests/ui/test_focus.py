"""The Tab key goes through the window as it is read, shows where it is, and comes back."""

from __future__ import annotations

import itertools
import operator

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QWidget

from tests.window_walk import until

TABS = ("sources", "claims", "draft", "posts", "preflight", "timeline")
MOST = 400
"""More Tab keys than any part of the window has stops."""


@pytest.fixture
def settled(window):
    """The window at 1280 by 800 with the sample, when everything has been read."""
    window.resize(1_280, 800)
    until(lambda: not window.noticing.is_busy)
    window.desk.flush()
    window.events.refresh()  # or the timeline is made anew while it is walked through
    window.publication.watched.look()  # what is told a moment later is told now
    counted = window.findChild(QWidget, "coverage_status")
    until(counted.text)
    for _ in range(4):
        QApplication.processEvents()
    return window


def show(window, tab):
    window.workspace.show_tab(tab)
    for _ in range(4):
        QApplication.processEvents()
    pane = window.workspace.editor.currentWidget()
    if tab == "preflight":
        until(pane.findChild(QWidget, "finding_list").isVisible)
    window.workspace.header.title.setFocus()


def walk(hands, keys, see=lambda _: None):
    """Press a key until the keyboard is where it was; see and return every stop on the way."""
    stops = [QApplication.focusWidget()]
    see(stops[0])
    while True:
        hands.tap(keys)
        here = QApplication.focusWidget()
        assert here is not None
        assert here.isVisible()
        if here is stops[0]:
            return stops
        assert here not in stops, f"{here.objectName()} is a trap: the way does not lead back"
        assert len(stops) < MOST
        stops.append(here)
        see(here)


@pytest.mark.parametrize("tab", TABS)
def test_there_and_back_is_the_same_way(settled, hands, tab):
    show(settled, tab)
    forwards = walk(hands, "Tab")
    backwards = walk(hands, "Shift+Tab")
    assert len(forwards) > 8
    names = [stop.objectName() or stop.accessibleName() for stop in forwards]
    back = [stop.objectName() or stop.accessibleName() for stop in backwards]
    assert names == [back[0], *reversed(back[1:])]


@pytest.mark.parametrize("tab", TABS)
def test_every_stop_can_be_reached_and_the_header_comes_before_the_editor(settled, hands, tab):
    show(settled, tab)
    space = settled.workspace
    parts = {
        "header": space.header, "article": space.article, "editor": space.editor.currentWidget(),
    }  # fmt: skip
    seen = []

    def see(stop):
        seen.append(next((name for name, part in parts.items() if part.isAncestorOf(stop)), "rest"))

    assert space.article.view in walk(hands, "Tab", see)
    way = [name for name, _ in itertools.groupby(seen)]
    assert way[:3] == ["header", "article", "editor"], "the way leaves a part and comes back"
    assert way[3:] in ([], ["rest"], ["header"], ["rest", "header"])


def looks(widget):
    """Return what the window shows at a widget and just around it."""
    window = widget.window()
    place = (
        widget.rect()
        .adjusted(-3, -3, 3, 3)
        .translated(widget.mapTo(window, widget.rect().topLeft()))
    )
    return window.grab(place.intersected(window.rect())).toImage()


def differs(one, other):
    """Return in how many pixels two pictures differ."""
    if one.size() != other.size():
        return one.width() * one.height()
    return sum(map(operator.ne, pixels(one), pixels(other)))


def pixels(image):
    return memoryview(image.convertToFormat(QImage.Format.Format_RGB32).constBits()).cast("I")


@pytest.mark.parametrize("tab", TABS)
def test_where_the_keyboard_is_can_be_seen(settled, hands, tab):
    """Of each kind of control once: with the keyboard it looks other than without."""
    settled.wear()
    show(settled, tab)
    kinds, unseen = set(), []
    away = settled.workspace.header.menu_button
    for _ in range(len(walk(hands, "Tab"))):
        hands.tap("Tab")  # which also brings it into view
        stop = QApplication.focusWidget()
        kind = (type(stop).__name__, str(stop.property("role")))
        if kind in kinds or stop is away or stop is settled.workspace.article.view:
            continue  # in the article a caret says where the keyboard is
        kinds.add(kind)
        with_it = looks(stop)
        away.setFocus()
        if differs(with_it, looks(stop)) < 20:
            unseen.append((stop.objectName(), kind))
        stop.setFocus()
    assert len(kinds) > 3
    assert unseen == []
