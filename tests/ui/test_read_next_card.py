from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton

from workbench.core.record import Precedent
from workbench.ui.read_next_card import ReadNextCard


@pytest.fixture
def card(hands, bare):
    made = ReadNextCard()
    made.check = bare

    def follow(items):
        made.check = replace(made.check, read_next=items)
        made.show_check(made.check)

    made.edited.connect(follow)
    made.show_check(bare)
    return hands.show(made, 560, 300)


def add(hands, card, title, url=""):
    hands.type(hands.find(card, "read_next_title"), title)
    hands.type(hands.find(card, "read_next_url"), url)
    hands.press(hands.find(card, "read_next_url"), "Return")


def test_earlier_checks_are_added_in_order_and_shown(hands, card):
    add(hands, card, "Is the tunnel shut?", "https://checks.example/tunnel")
    add(hands, card, "Ferries at night")
    assert card.check.read_next == (
        Precedent(title="Is the tunnel shut?", url="https://checks.example/tunnel"),
        Precedent(title="Ferries at night"),
    )
    QApplication.processEvents()
    assert [label.text() for label in card.findChildren(QLabel) if label.isVisible()] == [
        "Is the tunnel shut? · https://checks.example/tunnel",
        "Ferries at night",
    ]
    assert hands.find(card, "read_next_title").text() == ""
    assert hands.find(card, "read_next_url").text() == ""


def test_an_address_without_a_title_is_not_added(hands, card):
    add(hands, card, "", "https://checks.example/tunnel")
    assert card.check.read_next == ()
    assert hands.find(card, "read_next_url").text() == "https://checks.example/tunnel"


def test_removing_one_leaves_the_others(hands, card):
    for title in ("One", "Two", "Three"):
        add(hands, card, title)
    QApplication.processEvents()
    remove = [button for button in card.findChildren(QPushButton) if button.text() == "Remove"]
    hands.click([button for button in remove if button.isVisible()][1])
    assert [item.title for item in card.check.read_next] == ["One", "Three"]
