from __future__ import annotations

from datetime import UTC, datetime

import pytest
from PySide6.QtCore import Qt

from workbench.core.record import CheckState
from workbench.store.summary import CheckSummary
from workbench.ui.check_list import CheckListModel, CheckListView, DetailRole, IdRole


def a_summary(number, **fields):
    return CheckSummary(
        id=f"01980000-0000-7000-8000-{number:012}",
        slug=f"check-{number}",
        title=f"Is bridge {number} shut?",
        state=CheckState.DRAFT,
        changed=datetime(2026, 7, 10, 9, 30, tzinfo=UTC),
        **fields,
    )


@pytest.fixture
def checks():
    return tuple(a_summary(number, source_count=number, claim_count=2) for number in range(1, 4))


def test_the_model_is_a_proper_one(qtmodeltester, checks):
    model = CheckListModel()
    model.show_checks(checks)
    qtmodeltester.check(model)
    model.show_checks(())
    qtmodeltester.check(model)


def test_a_check_is_listed_with_what_is_in_it():
    model = CheckListModel()
    model.show_checks([a_summary(1, source_count=1, claim_count=3, rating_wording="Shut for now")])
    index = model.index(0)
    assert index.data() == "Is bridge 1 shut?"
    details = index.data(DetailRole)
    for words in ("Draft", "Shut for now", "1 source ", "3 claims", "10 July 2026"):
        assert words in f"{details} "
    spoken = index.data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == f"Is bridge 1 shut?. {details}"


@pytest.fixture
def view(hands, checks):
    made = CheckListView()
    made.show_checks(checks)
    hands.show(made, 500, 400)
    made.setFocus()
    return made


@pytest.mark.parametrize("key", ["Return", "Enter"])
def test_enter_opens_the_check_that_is_chosen(qtbot, hands, view, checks, key):
    hands.press(view, "Down")
    with qtbot.waitSignal(view.check_opened) as told:
        hands.press(view, key)
    assert told.args == [checks[1].id]


def test_a_click_opens_the_check_under_it(qtbot, hands, view, checks):
    place = view.visualRect(view.checks.index(2)).center()
    with qtbot.waitSignal(view.check_opened) as told:
        hands.click(view.viewport(), place)
    assert told.args == [checks[2].id]


def test_delete_asks_for_a_check_to_be_removed(qtbot, hands, view, checks):
    with qtbot.waitSignal(view.removal_asked) as told:
        hands.press(view, "Delete")
    assert told.args == [checks[0].id]


def test_the_first_of_what_was_found_is_ready_to_be_opened(view, checks):
    view.show_checks(checks[2:])
    assert view.currentIndex().data(IdRole) == checks[2].id


def test_an_empty_list_opens_nothing(qtbot, hands, view):
    view.show_checks(())
    with qtbot.assertNotEmitted(view.check_opened), qtbot.assertNotEmitted(view.removal_asked):
        hands.press(view, "Return")
        hands.press(view, "Delete")
