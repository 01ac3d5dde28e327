from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QMenu, QPushButton

from workbench.core import change
from workbench.ui.header import TABS, Header


@pytest.fixture
def header(hands, desk):
    made = Header(desk)
    desk.open(desk.check)
    return hands.show(made, 1_280, 50)


def test_the_title_is_typed_in_place(hands, header, desk, case):
    hands.type(header.title, "Is the bridge shut?", replacing=True)
    assert desk.check.title == "Is the bridge shut?"
    while desk.undo_stack.canUndo():
        desk.undo_stack.undo()
    assert header.title.text() == case.title


def test_tabs_count_what_is_in_them(hands, header, desk):
    assert hands.find(header, "tab_sources").text() == "Sources  2"
    assert hands.find(header, "tab_claims").text() == "Claims  3"
    desk.edit("x", lambda check: change.without_claim(check, check.claims[2].id))
    assert hands.find(header, "tab_claims").text() == "Claims  2"


@pytest.mark.parametrize("name", TABS)
def test_a_click_chooses_a_tab(qtbot, hands, header, name):
    with qtbot.waitSignal(header.tab_chosen) as told:
        hands.click(hands.find(header, f"tab_{name}"))
    assert told.args == [name]


def test_one_tab_is_in_front(hands, header):
    for name in TABS:
        header.show_tab(name)
        down = [tab for tab in TABS if hands.find(header, f"tab_{tab}").isChecked()]
        assert down == [name]


def test_export_home_and_menu_are_buttons(qtbot, hands, header):
    with qtbot.waitSignal(header.export_asked):
        hands.click(hands.find(header, "export"))
    with qtbot.waitSignal(header.home_asked):
        hands.click(hands.find(header, "home"))
    menu = QMenu(header)
    header.set_menu(menu)
    assert hands.find(header, "menu").menu() is menu


def test_the_main_claims_status_stands_beside_the_title(header, desk, bare, case):
    chip = header._chip
    assert chip.isVisible()
    first = bytes(chip.grab().toImage().constBits())
    desk.edit("x", lambda check: replace(check, main_claim_id=case.claims[1].id))
    assert bytes(chip.grab().toImage().constBits()) != first
    desk.open(bare)
    assert not chip.isVisible()


@pytest.mark.parametrize("title", ["", "Is it shut?", "Did Okafor call Lindqvist? " * 12])
def test_no_title_pushes_a_button_out_or_cuts_it(header, desk, title):
    desk.edit("x", lambda check: replace(check, title=title))
    header.grab()
    assert header.width() == 1_280
    for button in header.findChildren(QPushButton):
        assert button.geometry().right() <= 1_280
        assert button.width() >= button.sizeHint().width()
    assert header.title.width() >= 160
