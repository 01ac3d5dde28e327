from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QRadioButton

from workbench.core import change
from workbench.core.claim import Appearance
from workbench.core.date import stated
from workbench.ui.appearance_list import AppearanceList


@pytest.fixture
def places(hands, case):
    """The appearances of the first claim; what is changed comes back, as through the desk."""
    made = AppearanceList()
    made.check = case

    def follow(items, first):
        claim = replace(made.check.claims[0], appearances=items, first_appearance_id=first)
        made.check = change.with_claim(made.check, claim)
        made.show_claim(made.check, claim)

    made.changed.connect(follow)
    made.show_claim(case, case.claims[0])
    return hands.show(made, 560, 240)


def claim(places):
    return places.check.claims[0]


def visible(places, kind):
    QApplication.processEvents()
    return [widget for widget in places.findChildren(kind) if widget.isVisible()]


def add(hands, places, text):
    hands.type(hands.find(places, "appearance_line"), text)
    hands.press(hands.find(places, "appearance_line"), "Return")


def test_a_passage_is_shown_with_its_source_and_can_be_seen(qtbot, hands, places, case):
    told = [label.text() for label in visible(places, QLabel)]
    assert told == ["Harbor Courier: “Ada Okafor called Nils Lindqvist last week”"]
    show = next(button for button in visible(places, QPushButton) if button.text() == "Show")
    with qtbot.waitSignal(places.passage_asked) as asked:
        hands.click(show)
    assert asked.args == [case.passages[0].id]


def test_an_address_and_a_place_in_words_are_told_apart(hands, places):
    add(hands, places, "HTTPS://post.example/1")
    add(hands, places, "a message group")
    assert [(item.url, item.place) for item in claim(places).appearances[1:]] == [
        ("HTTPS://post.example/1", ""),
        ("", "a message group"),
    ]
    assert [label.text() for label in visible(places, QLabel)][1:] == [
        "HTTPS://post.example/1",
        "a message group",
    ]


def test_one_place_at_most_is_the_first_known(hands, places):
    add(hands, places, "a message group")
    for chosen in (0, 1):
        hands.click(visible(places, QRadioButton)[chosen])
        assert claim(places).first_appearance_id == claim(places).appearances[chosen].id
        shown = [button.isChecked() for button in visible(places, QRadioButton)]
        assert shown == [chosen == 0, chosen == 1]
    hands.click(visible(places, QRadioButton)[1])
    assert claim(places).first_appearance_id == ""


def test_removing_the_first_known_place_leaves_none_known(hands, places):
    hands.click(visible(places, QRadioButton)[0])
    remove = [button for button in visible(places, QPushButton) if button.text() == "Remove"]
    hands.click(remove[0])
    assert (claim(places).appearances, claim(places).first_appearance_id) == ((), "")


def test_a_date_of_an_appearance_is_shown(places, case):
    dated = Appearance(id=case.id, place="radio", when=stated("2026-07-02"))
    first = replace(case.claims[0], appearances=(dated,))
    places.show_claim(change.with_claim(case, first), first)
    assert [label.text() for label in visible(places, QLabel)] == ["radio · 2 July 2026, stated"]
