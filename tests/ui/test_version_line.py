"""Texts of one source: the newest is read, an older one on demand, and the line says which."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtWidgets import QApplication, QWidget

from workbench.core import change
from workbench.house.house import load_house
from workbench.reading.quote import selector_for
from workbench.rules.renewal import renewed
from workbench.ui.version_card import VersionCard
from workbench.ui.version_line import VersionWatch
from workbench.ui.workspace_view import WorkspaceView

AGAIN = "We will talk again"


@pytest.fixture
def newer(case):
    """The case with a newer text of its second source, in which one of two quotes is changed."""
    source = case.sources[1]
    start = source.version.text.index(AGAIN)
    again = replace(
        case.passages[2],
        id=source.id[:-1] + "e",
        selector=selector_for(source.version.text, start, start + len(AGAIN)),
    )
    text = source.version.text.replace("on Thursday", "on Friday")
    version = replace(
        source.version,
        id=source.version.id[:-1] + "f",
        text=text,
        sha256=hashlib.sha256(text.encode()).hexdigest(),
        captured=source.version.captured + timedelta(days=2),
    )
    return renewed(change.with_passage(case, again), source.id, version)[0]


@pytest.fixture
def pane(hands, desk, newer):
    desk.edit("x", lambda _: newer)
    workspace = WorkspaceView(desk, load_house)
    made = workspace.article
    made.watch = VersionWatch(desk, workspace)
    desk.open(desk.check)
    hands.show(workspace, 1_280, 760)
    made.begin()
    made.show_source(newer.sources[1].id)
    return made


def line_words(pane, hands):
    return hands.find(pane, "version_words").text()


def test_the_newest_text_is_read_and_what_is_open_is_offered(hands, pane, newer):
    assert pane.version_id == newer.sources[1].version.id
    assert "on Friday" in pane.view.text
    review = hands.find(pane, "version_review")
    assert review.text().startswith("1 quote to review")
    hands.click(review)
    assert pane.window().tab == "review"


def test_a_quote_of_an_older_text_is_shown_in_it_with_the_way_back(hands, pane, newer):
    pane.show_passage(newer.passages[2].id)
    assert pane.version_id == newer.sources[1].versions[0].id
    assert pane.view.text == newer.sources[1].versions[0].text
    assert "10 July 2026, 09:30 UTC" in line_words(pane, hands)
    assert [item.passage_id for item in pane.view.highlights] == [newer.passages[2].id]
    hands.click(hands.find(pane, "version_newest"))
    assert pane.version_id == newer.sources[1].version.id
    assert not pane.shows_older
    pane.go_back()
    assert pane.version_id == newer.sources[1].version.id


def test_back_leads_from_the_older_text_to_the_newest(pane, newer):
    pane.show_passage(newer.passages[2].id)
    pane.show_passage(newer.passages[3].id)
    assert not pane.shows_older
    pane.go_back()
    assert pane.shows_older
    pane.go_back()
    assert not pane.shows_older


def test_nothing_is_marked_in_an_older_text(pane, newer):
    told, asked = [], []
    pane.told.connect(told.append)
    pane.claim_asked.connect(lambda *place: asked.append(place))
    pane.show_version(newer.sources[1].id, newer.sources[1].versions[0].id)
    pane.view.select(0, 6)
    pane.ask_claim()
    assert asked == []
    assert "older text" in told[0]


def test_undoing_the_new_text_shows_the_old_one_without_the_line(pane, desk, case):
    desk.undo_stack.clear()
    desk.edit("back", lambda _: case)
    assert pane.view.text == case.sources[1].version.text
    assert not pane.watch.line.isVisible()


def test_another_source_has_no_line(pane):
    pane.step_source(1)
    assert not (pane.watch.line and pane.watch.line.isVisible())


def test_every_text_is_listed_with_its_date_and_can_be_shown(hands, desk, newer):
    card = hands.show(VersionCard(), 560, 300)
    card.show_source(newer, newer.sources[1])
    asked = []
    card.version_asked.connect(lambda *ids: asked.append(ids))
    QApplication.processEvents()
    shows = [one for one in card.findChildren(QWidget, "version_show") if one.isVisible()]
    names = [one.accessibleName() for one in shows]
    assert names == [
        "Show the text of 12 July 2026, 09:30 UTC, the newest",
        "Show the text of 10 July 2026, 09:30 UTC",
    ]
    hands.click(shows[1])
    source = newer.sources[1]
    assert asked == [(source.id, source.versions[0].id)]
