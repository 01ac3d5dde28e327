from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QApplication, QPushButton

from workbench.core import change
from workbench.core.source import Hop, HopKind
from workbench.ui.field import LineField
from workbench.ui.form import Choice
from workbench.ui.hop_list import HopList


@pytest.fixture
def hops(hands, case):
    """The hops of the first source; what is changed comes back, as through the desk."""
    made = HopList()
    made.check = case
    made.told = []

    def follow(items, key):
        made.told.append((items, key))
        source = replace(made.check.sources[0], relies_on=items)
        made.check = change.with_source(made.check, source)
        made.show_source(made.check, source)

    made.changed.connect(follow)
    made.show_source(case, case.sources[0])
    return hands.show(made, 640, 240)


def latest(hops):
    return hops.check.sources[0].relies_on


def fields(hops, name):
    QApplication.processEvents()  # Qt shows a line that is new when it comes to it
    return [field for field in hops.findChildren(LineField) if field.accessibleName() == name]


def names(hops):
    return [field for field in fields(hops, "Report relied on") if field.isVisibleTo(hops)]


def bases(hops):
    return [
        field for field in fields(hops, "What an inferred hop rests on") if field.isVisibleTo(hops)
    ]


def boxes(hops, name):
    return hops.findChildren(Choice, name)


def test_each_hop_has_a_line_that_says_which_source_it_is(hops):
    assert [field.text() for field in names(hops)] == ["The Ledger", "Shore Radio"]
    assert [box.currentText() for box in boxes(hops, "hop_in_hand")] == [
        "The Ledger",
        "Not in hand",
    ]
    assert [box.currentText() for box in boxes(hops, "hop_kind")] == ["Stated", "Stated"]


def test_a_hop_is_added_with_enter(hands, hops):
    line = hands.find(hops, "hop_new")
    hands.type(line, " Port register ")
    hands.press(line, "Return")
    assert [hop.name for hop in latest(hops)] == ["The Ledger", "Shore Radio", "Port register"]
    assert line.text() == ""
    assert [field.text() for field in names(hops)][-1] == "Port register"


def test_an_empty_line_adds_no_hop(hands, hops):
    hands.press(hands.find(hops, "hop_new"), "Return")
    assert hops.told == []


def test_renaming_a_hop_keeps_the_keyboard_in_its_line(hands, hops):
    field = names(hops)[1]
    hands.type(field, "Port FM", replacing=True)
    assert [hop.name for hop in latest(hops)] == ["The Ledger", "Port FM"]
    assert field.hasFocus()


def test_a_hop_never_loses_its_last_name(hands, hops):
    hands.type(names(hops)[1], "x", replacing=True)
    hands.press(names(hops)[1], "Backspace")
    assert latest(hops)[1].name == "x"


def test_a_hop_that_comes_to_hand_points_at_its_source(hands, hops, case):
    hands.choose(boxes(hops, "hop_in_hand")[1], case.sources[1].id)
    assert latest(hops)[1] == Hop(name="Shore Radio", source_id=case.sources[1].id)
    hands.choose(boxes(hops, "hop_in_hand")[1], "")
    assert latest(hops)[1] == Hop(name="Shore Radio")


def test_what_an_inferred_hop_rests_on_makes_it_inferred(hands, hops):
    assert bases(hops) == []  # a stated hop rests on the text
    hands.choose(boxes(hops, "hop_kind")[1], HopKind.INFERRED)
    assert latest(hops)[1].kind is HopKind.STATED  # until it is said what from
    assert bases(hops)[0].hasFocus()
    hands.write("image caption")
    assert latest(hops)[1] == Hop(name="Shore Radio", kind=HopKind.INFERRED, basis="image caption")
    hands.type(bases(hops)[0], "crop", replacing=True)
    assert latest(hops)[1].basis == "crop"


def test_a_hop_is_called_stated_again(hands, hops):
    hands.choose(boxes(hops, "hop_kind")[1], HopKind.INFERRED)
    hands.write("image caption")
    hands.choose(boxes(hops, "hop_kind")[1], HopKind.STATED)
    assert latest(hops)[1] == Hop(name="Shore Radio")
    assert bases(hops) == []


def test_removing_a_hop_leaves_the_others(hands, hops):
    remove = [button for button in hops.findChildren(QPushButton) if button.text() == "Remove"]
    hands.click(remove[0])
    assert [hop.name for hop in latest(hops)] == ["Shore Radio"]
    assert [field.text() for field in names(hops)] == ["Shore Radio"]


def test_a_source_is_not_offered_as_its_own_origin(hops, case):
    offered = [boxes(hops, "hop_in_hand")[0].itemData(place) for place in range(2)]
    assert offered == ["", case.sources[1].id]
