"""Events from the article, and the warnings of look-alikes, through the window."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton

from workbench.core.change import without_event
from workbench.core.claim import Stance

CALL = "Mayor Samuel Okafor telephoned Governor Ines Lindqvist on Tuesday evening"
RENNER = "Renner had also called in the spring, days after the flood"


@pytest.fixture
def sample(window, qtbot):
    """The window with the sample check, all of its sources read."""
    qtbot.waitUntil(lambda: len(window.noticing.all()) == len(window.desk.check.sources))
    window.events.refresh()
    return window


def select(window, words):
    """Select words in the article, in the source that has them."""
    source = next(s for s in window.desk.check.sources if words in s.version.text)
    window.workspace.article.show_source(source.id)
    start = source.version.text.index(words)
    view = window.workspace.article.view
    view.setFocus()
    view.select(start, start + len(words))
    return source


def sheet_words(window):
    sheet = window.findChild(object, "look_alike_sheet")
    return " | ".join(label.text() for label in sheet.findChildren(QLabel) if label.isVisible())


def main_claim(window):
    return window.desk.check.claims[0]


def test_v_makes_an_event_of_the_selection_and_opens_it(sample, hands):
    before = sample.desk.check
    source = select(sample, CALL)
    hands.tap("V")
    event = sample.desk.check.events[-1]
    assert (event.what.actor, event.what.action, event.what.recipient) == (
        "Samuel Okafor",
        "called",
        "Ines Lindqvist",
    )
    assert event.what.when.value == "2025-05-13"
    assert sample.desk.check.passage(event.passage_ids[0]).selector.exact == CALL
    assert sample.desk.check.passage(event.passage_ids[0]).source_id == source.id
    assert sample.workspace.tab == "timeline"
    assert QApplication.focusWidget().objectName() == "event_actor"
    sample.desk.undo_stack.undo()
    assert (sample.desk.check.events, sample.desk.check.passages) == (
        before.events,
        before.passages,
    )


def test_words_that_tell_of_nobody_are_kept_as_the_action(sample, hands):
    select(sample, "The Harbor Bridge, which carries about 41,000 vehicles a day")
    hands.tap("Ctrl+Alt+V")
    assert sample.desk.check.events[-1].what.action.startswith("The Harbor Bridge, which")


def test_the_form_of_a_claim_points_at_a_look_alike_and_compares_it(sample, hands):
    sample.workspace.show_claim(main_claim(sample).id)
    line = hands.find(sample, "look_alike_line")
    assert line.isVisible()
    words = hands.find(line, "look_alike_words").text()
    assert words.startswith("≠ Looks like another event: Dale Renner called Samuel Okafor")
    assert words.endswith("(actor)")
    hands.click(hands.find(line, "look_alike_compare"))
    assert "Who did it differs." in sheet_words(sample)
    hands.tap("Return")  # I know
    assert not line.isVisible()
    hands.tap("Ctrl+Z")
    sample.events.refresh()
    assert line.isVisible()


def test_what_is_tied_as_context_is_left_alone(sample):
    found = sample.events.look_alikes(main_claim(sample).id)
    assert [one.is_settled for one in found] == [True, True, False]


def test_before_a_look_alike_is_attached_both_sentences_are_shown(sample, hands):
    select(sample, CALL)
    hands.tap("E", "1")
    told = sheet_words(sample)
    assert "The direction and the date differ." in told
    assert "≠ Ines Lindqvist" in told
    assert "≠ 13 May 2025" in told
    assert CALL in told.replace("<b>", "").replace("</b>", "")
    assert "The Ledger reported on Tuesday" in told
    count = len(main_claim(sample).evidence)
    hands.tap("Return")
    assert len(main_claim(sample).evidence) == count + 1
    assert main_claim(sample).evidence[-1].stance is Stance.CONTEXT
    hands.tap("Ctrl+Z")
    assert len(main_claim(sample).evidence) == count


def test_a_look_alike_that_is_attached_as_context_can_be_put_on_the_timeline(sample, hands):
    event = sample.desk.check.events[1]
    sample.desk.edit("Remove", lambda check: without_event(check, event.id))
    sample.events.refresh()
    select(sample, CALL)
    hands.tap("E", "1", "Return")
    count = len(sample.desk.check.events)
    (button,) = [b for b in sample.notices.findChildren(QPushButton) if "timeline" in b.text()]
    hands.click(button)
    assert len(sample.desk.check.events) == count + 1
    taken = sample.desk.check.events[-1]
    assert (taken.what.actor, taken.what.when.value) == ("Samuel Okafor", "2025-05-13")


def test_a_attaches_it_as_chosen_and_the_warning_is_raised_again(sample, hands):
    select(sample, RENNER)
    hands.tap("E", "1", "A")
    assert main_claim(sample).evidence[-1].stance is Stance.SUPPORTS
    sample.events.refresh()
    found = sample.events.look_alikes(main_claim(sample).id)
    assert [one.stance for one in found][-1] is Stance.SUPPORTS
    assert hands.find(sample, "look_alike_line").isVisible()


def test_escape_attaches_nothing(sample, hands):
    count = len(main_claim(sample).evidence)
    select(sample, CALL)
    hands.tap("E", "1", "Escape")
    assert len(main_claim(sample).evidence) == count
    assert sample.desk.undo_stack.count() == 0


def test_context_and_other_words_are_attached_without_a_word(sample, hands):
    count = len(main_claim(sample).evidence)
    select(sample, "The flood of May 3 closed three of the five landings.")
    hands.tap("E", "1")
    assert len(main_claim(sample).evidence) == count + 1
    select(sample, CALL)
    hands.tap("E", "-", "1")  # back from "for" to "context"
    assert len(main_claim(sample).evidence) == count + 2


def test_a_typed_date_brings_the_line_up_by_itself(sample, hands, qtbot):
    sample.workspace.show_claim(main_claim(sample).id)
    form = sample.workspace.claims.form
    before = hands.find(form, "look_alike_words").text()
    hands.type(hands.find(form, "claim_actor"), "Teo Marchetti", replacing=True)
    qtbot.waitUntil(
        lambda: (
            [
                label.text()
                for label in form.findChildren(QLabel, "look_alike_words")
                if label.isVisible()
            ]
            != [before]
        )
    )


def test_every_button_of_the_sheet_is_reached_by_the_tab_key(sample, hands):
    select(sample, CALL)
    hands.tap("E", "1")
    sheet = sample.findChild(object, "look_alike_sheet")
    wanted = {b.objectName() for b in sheet.findChildren(QPushButton) if b.isVisible()}
    reached = set()
    for _ in wanted:
        reached.add(QApplication.focusWidget().objectName())
        hands.tap("Tab")
    assert reached == wanted == {"attach_context", "attach_chosen", "look_alike_close"}
    hands.tap("Escape")
