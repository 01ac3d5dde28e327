from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QModelIndex, Qt

from workbench.core.claim import ClaimStatus
from workbench.ui.claim_list import ClaimListModel, ClaimListView, IdRole, StatusRole

SPOKEN = Qt.ItemDataRole.AccessibleTextRole


def test_the_model_is_a_proper_one(qtmodeltester, case):
    model = ClaimListModel()
    model.show_claims(case.claims)
    qtmodeltester.check(model)
    model.show_claims(case.claims[:1])
    qtmodeltester.check(model)
    model.show_claims(())
    qtmodeltester.check(model)


def test_a_claim_is_listed_with_its_careful_wording_and_spoken_with_its_status(case):
    model = ClaimListModel()
    blank = replace(case.claims[2], as_circulated=" \n ", status=ClaimStatus.CONTRADICTED)
    model.show_claims((*case.claims[:2], blank))
    rows = [model.index(row) for row in range(model.rowCount())]
    assert [index.data() for index in rows] == [
        "The Ledger reports that Okafor called Lindqvist",
        "The Harbor Bridge is shut",
        "A claim without words yet",
    ]
    assert rows[1].data(SPOKEN).casefold() == "2. the harbor bridge is shut. not confirmed"
    assert rows[2].data(SPOKEN).casefold() == "3. a claim without words yet. contradicted"
    assert [index.data(StatusRole) for index in rows[1:]] == ["not_confirmed", "contradicted"]


@pytest.fixture
def view(hands, case):
    made = ClaimListView()
    made.show_claims(case.claims, case.claims[0].id)
    hands.show(made, 460, 240)
    made.setFocus()
    return made


def test_the_arrow_keys_choose_a_claim(qtbot, hands, view, case):
    with qtbot.waitSignal(view.claim_chosen) as told:
        hands.press(view, "Down")
    assert told.args == [case.claims[1].id]


def test_showing_claims_tells_nobody_and_keeps_the_chosen_one(qtbot, view, case):
    changed = replace(case.claims[1], as_supported="The bridge is closed to cars")
    with qtbot.assertNotEmitted(view.claim_chosen):
        view.show_claims((changed, *case.claims[2:]), changed.id)
    assert view.currentIndex().data(IdRole) == changed.id
    assert view.currentIndex().data() == "The bridge is closed to cars"


@pytest.mark.parametrize(
    ("row", "key", "target"), [(0, "Alt+Down", 1), (2, "Alt+Up", 1), (1, "Alt+Up", 0)]
)
def test_alt_and_an_arrow_move_the_claim(qtbot, hands, view, case, row, key, target):
    view.setCurrentIndex(view.claims.index(row))
    with qtbot.waitSignal(view.claim_moved) as told:
        hands.press(view, key)
    assert told.args == [case.claims[row].id, target]


@pytest.mark.parametrize(("row", "key"), [(0, "Alt+Up"), (2, "Alt+Down")])
def test_at_the_ends_there_is_nowhere_to_move(qtbot, hands, view, row, key):
    view.setCurrentIndex(view.claims.index(row))
    with qtbot.assertNotEmitted(view.claim_moved):
        hands.press(view, key)
    assert view.currentIndex().row() == row


def test_delete_asks_for_the_claim_to_be_removed(qtbot, hands, view, case):
    with qtbot.waitSignal(view.removal_asked) as told:
        hands.press(view, "Delete")
    assert told.args == [case.claims[0].id]


@pytest.mark.parametrize(
    ("dragged", "gap", "order"),
    [
        (0, 2, [1, 0, 2]),
        (0, 3, [1, 2, 0]),
        (0, -1, [1, 2, 0]),
        (2, 0, [2, 0, 1]),
        (1, 1, [0, 1, 2]),
        (1, 2, [0, 1, 2]),
    ],
)
def test_a_dragged_claim_lands_in_the_gap_where_it_was_dropped(
    qtbot, view, case, dragged, gap, order
):
    model = view.claims
    data = model.mimeData([model.index(dragged)])
    with qtbot.waitSignal(view.claim_moved) as told:
        model.dropMimeData(data, Qt.DropAction.MoveAction, gap, 0, QModelIndex())
    claim_id, row = told.args
    rest = [claim for claim in case.claims if claim.id != claim_id]
    rest.insert(row, case.claims[dragged])
    assert rest == [case.claims[place] for place in order]


def test_something_else_that_is_dropped_on_the_list_is_not_taken(qtbot, view, case):
    from PySide6.QtCore import QMimeData

    data = QMimeData()
    data.setText(case.claims[1].id)
    with qtbot.assertNotEmitted(view.claim_moved):
        assert not view.claims.dropMimeData(data, Qt.DropAction.MoveAction, 0, 0, QModelIndex())


def test_each_status_is_painted_differently(hands, case):
    pictures = set()
    for status in ClaimStatus:
        made = ClaimListView()
        made.show_claims([replace(case.claims[0], status=status)], "")
        hands.show(made, 460, 60)
        image = made.viewport().grab().toImage()
        pictures.add(bytes(image.constBits()))
    assert len(pictures) == len(ClaimStatus)


def test_the_list_is_as_high_as_its_rows_up_to_a_few(qtbot, hands, case):
    made = hands.show(ClaimListView(), 460, 600)
    many = [replace(case.claims[0], id=f"01980000-0000-7000-8000-{n:012}") for n in range(40)]
    made.show_claims(many[:2], "")
    two = made.height()
    made.show_claims(many[:4], "")
    assert made.height() > two
    made.show_claims(many, "")
    assert made.height() < 300
    qtbot.waitUntil(lambda: made.verticalScrollBar().maximum() > 0)
