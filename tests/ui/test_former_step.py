"""Undo goes on after the program was closed, and the states are those of then, letter by letter."""

from __future__ import annotations

from dataclasses import replace

import pytest

from workbench.core import change
from workbench.core.claim import ClaimStatus


def edited(window):
    """Do three things in a window, each saved, and return the check after each, the first first."""
    desk = window.desk
    states = [desk.check]
    claim = desk.check.claims[0]
    desk.edit("Set status", lambda now: change.with_claim(
        now, replace(claim, status=ClaimStatus.CONTRADICTED)))  # fmt: skip
    desk.flush()
    states.append(desk.check)
    for words in ("The", "The bridge", "The bridge stays"):
        desk.edit("Write", lambda now, w=words: change.with_draft_text(now, "lede", w), key="lede")
        desk.flush()
    states.append(desk.check)
    desk.edit("Remove source", lambda now: change.without_source(now, now.sources[0].id))
    desk.flush()
    states.append(desk.check)
    return states


def test_undo_goes_on_after_the_program_was_closed(window, open_window):
    states = edited(window)
    window.close()
    window = open_window()
    desk, undo = window.desk, window.action_set.by_name["undo"]
    assert desk.check == states[3]
    for words, state in (("Remove source", 2), ("Write", 1), ("Set status", 0)):
        assert undo.text() == f"Undo: {words}"
        undo.trigger()
        assert desk.check == states[state]
    assert not undo.isEnabled()
    for state in (1, 2, 3):
        window.action_set.by_name["redo"].trigger()
        assert desk.check == states[state]
    desk.flush()
    assert window.shelf.store.load(desk.check.id) == states[3]


def test_what_was_taken_back_before_closing_can_be_done_again(window, open_window):
    states = edited(window)
    window.desk.undo_stack.undo()
    window.close()
    window = open_window()
    assert window.desk.check == states[2]
    assert window.action_set.by_name["redo"].text() == "Redo: Remove source"
    window.action_set.by_name["redo"].trigger()
    assert window.desk.check == states[3]


def test_a_new_step_lies_over_the_former_ones(window, open_window):
    states = edited(window)
    window.close()
    window = open_window()
    desk = window.desk
    desk.edit("Rename", lambda now: replace(now, title="Another"))
    desk.undo_stack.undo()
    desk.undo_stack.undo()
    assert desk.check == states[2]


def test_another_check_has_its_own_way_back(window, open_window):
    states = edited(window)
    window.shelf.new_check("Another")
    assert not window.desk.undo_stack.canUndo()
    window.open_check(states[0].id)
    window.undo()
    assert window.desk.check == states[2]


def test_damaged_state_is_told_and_passed_over(window, open_window):
    states = edited(window)
    store = window.shelf.store
    damaged = store.history.states(states[0].id)[1]
    with store._database.writing_driver() as connection:
        connection.execute(
            "UPDATE revision_part SET data = x'00' WHERE sha256 = ?", (damaged.content,)
        )
    window.close()
    window = open_window()
    window.undo()
    assert window.desk.check == states[3]
    assert "damaged" in window.notices.text
    window.undo()
    assert window.desk.check == states[1]


def test_former_steps_can_be_taken_back_on_the_way_of_saving(window, open_window):
    edited(window)
    who = window.shelf.store.history.states(window.desk.check.id)[0]
    assert (who.words, who.key) == ("Remove source", "")


@pytest.mark.parametrize("typed_before", [False, True])
def test_what_is_typed_before_the_store_is_open_stays_on_top(window, typed_before, open_window):
    states = edited(window)
    window.close()
    window = open_window()
    desk = window.desk
    done = desk.undo_stack.count()
    if typed_before:
        desk.edit("Rename", lambda now: replace(now, title="Another"))
    window.shelf.store_opened.emit()  # as if the store were only now there
    assert desk.undo_stack.count() >= (1 if typed_before else done)
    desk.undo_stack.undo()
    assert desk.check == states[3 if typed_before else 2]
