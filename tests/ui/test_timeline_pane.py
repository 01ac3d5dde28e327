"""The Timeline tab of the sample check, by the keys of a person."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton

from workbench.ui.timeline_row import TimelineRow


@pytest.fixture
def sample(window, qtbot):
    """The window with the sample check, all of its sources read."""
    check = window.desk.check
    qtbot.waitUntil(lambda: len(window.noticing.all()) == len(check.sources))
    window.events.refresh()
    return window


@pytest.fixture
def pane(sample, hands):
    """The Timeline tab, reached by its key."""
    hands.tap("Ctrl+6")
    return sample.workspace.editor.currentWidget()


def rows(pane):
    QApplication.processEvents()  # what was put in just now is shown
    return [row for row in pane.findChildren(TimelineRow) if row.isVisible()]


def words(row):
    return " | ".join(label.text() for label in row.findChildren(QLabel) if label.isVisible())


def row_with(pane, *parts, form=None):
    (found,) = [
        row
        for row in rows(pane)
        if all(part in words(row) for part in parts) and form in (None, row.form)
    ]
    return found


def test_events_and_publications_stand_apart_in_order(pane):
    told = [(row.form, words(row)) for row in rows(pane)]
    assert told[0][0] == "taken"
    assert "13 May 2025" in told[0][1]
    assert "inferred from" in told[0][1]
    assert "Samuel Okafor → called → Ines Lindqvist" in told[0][1]
    assert told[1][0] == "publication"
    assert "Published: Coast Wire" in told[1][1]
    undated = [row for row in rows(pane) if "no date" in words(row)]
    assert rows(pane)[-len(undated) :] == undated


def test_a_look_alike_is_told_in_words_in_its_place(pane):
    assert "Not the event of claim 1. The direction and the date differ." in words(rows(pane)[0])


def test_the_arrow_keys_walk_and_space_shows_the_passage(sample, pane, hands):
    assert QApplication.focusWidget() is rows(pane)[0]
    hands.tap("Space")
    article = sample.workspace.article
    assert article.source_id == sample.desk.check.sources[1].id
    hands.tap("Down")
    assert QApplication.focusWidget() is rows(pane)[1]
    hands.tap("Up")
    assert QApplication.focusWidget() is rows(pane)[0]


def test_enter_takes_what_is_noticed_with_its_passage_in_one_step(sample, pane, hands):
    before = sample.desk.check
    row_with(pane, "warned", form="noticed").setFocus()
    hands.tap("Return")
    event = sample.desk.check.events[-1]
    assert (event.what.actor, event.what.action) == ("Dale Renner", "warned")
    assert len(event.passage_ids) == 1
    assert row_with(pane, "warned").form == "taken"
    assert QApplication.focusWidget() is row_with(pane, "warned")
    sample.desk.undo_stack.undo()
    assert sample.desk.check.events == before.events
    assert sample.desk.check.passages == before.passages


def test_delete_sets_aside_what_is_noticed_and_undo_brings_it_back(sample, pane, hands, qtbot):
    row_with(pane, "warned", form="noticed").setFocus()
    hands.tap("Delete")
    assert not [row for row in rows(pane) if row.form == "noticed"]
    assert "Set aside" in sample.notices.text
    hands.tap("Ctrl+Z")
    qtbot.waitUntil(lambda: any(row.form == "noticed" for row in rows(pane)))


def test_an_event_is_changed_in_its_place(sample, pane, hands):
    hands.tap("Return")
    form = hands.find(pane, "event_form")
    hands.type(hands.find(form, "event_actor"), "Ada Okafor", replacing=True)
    hands.type(hands.find(form, "event_note"), "Ask again", replacing=True)
    event = next(e for e in sample.desk.check.events if e.id == form.event_id)
    assert event.what.actor == "Ada Okafor"
    assert event.what.recipient == "Ines Lindqvist"
    assert event.note == "Ask again"
    hands.tap("Escape")
    assert "Ada Okafor → called" in words(QApplication.focusWidget())


def test_a_date_moves_the_event_when_the_form_is_closed(sample, pane, hands):
    hands.tap("Return")
    form = hands.find(pane, "event_form")
    hands.type(hands.find(form, "event_when"), "2 January 2027", replacing=True)
    assert form.isVisible()
    hands.tap("Escape")
    places = [words(row) for row in rows(pane)]
    place = next(at for at, told in enumerate(places) if "2 January 2027" in told)
    assert place > next(at for at, told in enumerate(places) if "Bay Commentary" in told)


def test_a_passage_is_taken_from_an_event_and_one_of_the_article_is_added(sample, pane, hands):
    hands.tap("Return")
    form = hands.find(pane, "event_form")
    event_id = form.event_id

    def passages():
        event = next(e for e in sample.desk.check.events if e.id == event_id)
        return [sample.desk.check.passage(ref).selector.exact for ref in event.passage_ids]

    before = passages()
    sample.workspace.article.view.select(100, 130)
    hands.click(hands.find(form, "event_add_passage"))
    assert len(passages()) == len(before) + 1
    sample.desk.undo_stack.undo()
    assert passages() == before
    last = [b for b in form.findChildren(QPushButton, "event_passage_remove") if b.isVisible()][-1]
    hands.click(last)
    assert passages() == before[:-1]


def test_a_conflict_is_told_in_words_in_its_place(pane):
    told = words(rows(pane)[0])
    assert "Sources disagree about how long it took." in told
    assert "Coast Wire: “about 20 minutes”; Bay Commentary: “an hour”" in told


def test_an_event_is_removed_with_a_notice_that_offers_undo(sample, pane, hands):
    count = len(sample.desk.check.events)
    hands.tap("Delete")
    assert len(sample.desk.check.events) == count - 1
    assert "Event removed" in sample.notices.text
    hands.tap("Ctrl+Z")
    assert len(sample.desk.check.events) == count


def test_a_claimed_event_can_be_made_one_of_the_check(sample, pane, hands):
    row_with(pane, "decided to run for").setFocus()
    hands.tap("Return")
    assert sample.desk.check.events[-1].what.action == "decided to run for"


def test_what_is_noticed_and_published_can_be_left_out(pane, hands):
    hands.click(hands.find(pane, "show_noticed"))
    assert {row.form for row in rows(pane)} == {"taken", "claimed", "publication"}
    hands.click(hands.find(pane, "show_published"))
    assert {row.form for row in rows(pane)} == {"taken", "claimed"}


def test_an_empty_check_teaches_how_to_make_an_event(window, hands):
    window.shelf.new_check("")
    hands.tap("Ctrl+6")
    pane = window.workspace.editor.currentWidget()
    assert "press V" in hands.find(pane, "timeline_empty").text()
    assert rows(pane) == []


def test_the_tab_is_found_again_at_the_next_start(sample, pane, open_window):
    sample.close()
    assert open_window().workspace.tab == "timeline"


def test_a_conflict_that_is_settled_is_told_no_more(sample, pane, hands):
    hands.click(hands.find(pane, "conflict_aside"))
    assert "Sources disagree" not in words(rows(pane)[0])
    hands.tap("Ctrl+Z")
    sample.events.refresh()
    assert "Sources disagree" in words(rows(pane)[0])


def test_a_passage_of_an_event_alone_leads_to_the_event(sample):
    check = sample.desk.check
    claimed = {ref for claim in check.claims for ref in claim.passage_ids}
    event = next(e for e in check.events if set(e.passage_ids) - claimed)
    alone = next(ref for ref in event.passage_ids if ref not in claimed)
    sample.workspace.article.passage_clicked.emit(alone)
    assert sample.workspace.tab == "timeline"
    assert QApplication.focusWidget().key == f"event:{event.id}"
