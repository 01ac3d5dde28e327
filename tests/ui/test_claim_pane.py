from __future__ import annotations

import pytest
from PySide6.QtCore import QModelIndex, Qt

from workbench.ui.claim_pane import ClaimPane


@pytest.fixture
def pane(hands, desk):
    made = ClaimPane(desk)
    desk.open(desk.check)
    assert made.form.isVisibleTo(made)
    return hands.show(made, 560, 800)


def order(desk, case):
    return [[claim.id for claim in case.claims].index(claim.id) for claim in desk.check.claims]


def shown(hands, pane):
    return hands.find(pane, "claim_as_circulated").toPlainText()


def test_the_first_claim_is_chosen_when_a_check_is_opened(hands, pane, case):
    assert pane.claim_id == case.claims[0].id
    assert shown(hands, pane) == case.claims[0].as_circulated


def test_choosing_in_the_list_shows_that_claims_form(qtbot, hands, pane, case):
    pane.list.setFocus()
    with qtbot.waitSignal(pane.claim_chosen) as told:
        hands.press(pane.list, "Down")
    assert told.args == [case.claims[1].id]
    assert shown(hands, pane) == case.claims[1].as_circulated


def test_moving_a_claim_by_keyboard_changes_the_order_and_keeps_it_chosen(hands, pane, desk, case):
    pane.list.setFocus()
    hands.press(pane.list, "Alt+Down")
    hands.press(pane.list, "Alt+Down")
    assert order(desk, case) == [1, 2, 0]
    assert pane.claim_id == case.claims[0].id
    assert pane.list.currentIndex().row() == 2
    hands.press(pane.list, "Alt+Up")
    assert order(desk, case) == [1, 0, 2]
    for _ in range(3):
        desk.undo_stack.undo()
    assert desk.check == case


def test_dropping_a_claim_changes_the_order(pane, desk, case):
    model = pane.list.claims
    data = model.mimeData([model.index(2)])
    model.dropMimeData(data, Qt.DropAction.MoveAction, 0, 0, QModelIndex())
    assert order(desk, case) == [2, 0, 1]
    desk.undo_stack.undo()
    assert desk.check == case


def test_a_new_claim_is_chosen_and_can_be_written_at_once(hands, pane, desk):
    hands.click(hands.find(pane, "new_claim"))
    assert len(desk.check.claims) == 4
    assert pane.claim_id == desk.check.claims[3].id
    field = hands.find(pane, "claim_as_circulated")
    assert field.hasFocus()
    hands.type(field, "The ferry runs at night")
    assert desk.check.claims[3].as_circulated == "The ferry runs at night"


def test_removing_a_claim_shows_its_neighbour_and_tells_it(qtbot, hands, pane, desk, case):
    pane.choose(case.claims[1].id)
    with qtbot.waitSignal(pane.removed) as told:
        hands.click(hands.find(pane, "remove_claim"))
    assert told.args == ["Claim 2 removed."]
    assert order(desk, case) == [0, 2]
    assert pane.claim_id == case.claims[2].id
    assert shown(hands, pane) == case.claims[2].as_circulated


def test_undo_brings_the_claim_back_with_its_ids_and_the_watch_item_that_hung_on_it(
    hands, pane, desk, case
):
    pane.choose(case.claims[1].id)
    pane.list.setFocus()
    hands.press(pane.list, "Delete")
    assert desk.check.watch_items[0].claim_id == ""
    desk.undo_stack.undo()
    assert desk.check == case


def test_without_claims_the_pane_says_how_one_is_made(hands, pane, desk, bare):
    desk.open(bare)
    assert pane.claim_id == ""
    assert not pane.form.isVisible()
    assert not pane.list.isVisible()
    assert not hands.find(pane, "remove_claim").isVisible()
    hands.click(hands.find(pane, "new_claim"))
    assert pane.form.isVisible()
    desk.undo_stack.undo()
    assert not pane.form.isVisible()


def test_removing_the_last_claim_empties_the_pane(hands, pane, desk):
    for _ in range(3):
        hands.click(hands.find(pane, "remove_claim"))
    assert desk.check.claims == ()
    assert pane.claim_id == ""
    assert not pane.form.isVisible()


def test_undo_of_a_wording_is_seen_in_the_form(hands, pane, desk, case):
    field = hands.find(pane, "claim_as_supported")
    hands.type(field, " twice")
    desk.undo_stack.undo()
    assert field.toPlainText() == case.claims[0].as_supported
