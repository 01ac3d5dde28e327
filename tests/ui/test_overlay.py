from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from workbench.ui.overlay import Overlay


@pytest.fixture
def host(hands):
    made = QWidget()
    column = QVBoxLayout(made)
    made.line, made.other = QLineEdit(), QLineEdit()
    column.addWidget(made.line)
    column.addWidget(made.other)
    hands.show(made, 800, 600)
    made.line.setFocus()
    return made


@pytest.fixture
def sheet(host):
    made = Overlay(host, width=400)
    made.first, made.second = QLineEdit(), QPushButton("Go")
    made.column.addWidget(made.first)
    made.column.addWidget(made.second)
    made.open()
    made.first.setFocus()
    return made


def test_the_sheet_covers_the_window_and_its_card_stands_in_the_middle(sheet, host):
    assert sheet.geometry() == host.rect()
    left = sheet.card.x()
    right = sheet.width() - sheet.card.geometry().right() - 1
    assert abs(left - right) <= 1
    assert sheet.card.width() == 400


def test_the_sheet_follows_the_size_of_the_window(sheet, host):
    host.resize(300, 240)
    QApplication.processEvents()
    assert sheet.geometry() == host.rect()
    assert host.rect().contains(sheet.card.geometry())


@pytest.mark.parametrize("keys", ["Tab", "Shift+Tab"])
def test_the_keyboard_goes_round_inside_the_sheet(hands, sheet, keys):
    seen = []
    for _ in range(4):
        hands.press(QApplication.focusWidget(), keys)
        seen.append(QApplication.focusWidget())
    assert set(seen) == {sheet.first, sheet.second}


def test_escape_closes_and_gives_the_keyboard_back(hands, sheet, host):
    hands.press(sheet.first, "Escape")
    assert not sheet.isVisible()
    assert host.line.hasFocus()


def test_a_click_beside_the_card_closes_and_one_on_it_does_not(hands, sheet):
    label = QLabel("words")
    sheet.column.addWidget(label)
    hands.click(sheet.card, QPoint(5, 5))
    assert sheet.isVisible()
    hands.click(sheet, QPoint(5, 5))
    assert not sheet.isVisible()


def test_closing_twice_takes_the_keyboard_from_nobody(hands, sheet, host):
    sheet.close_sheet()
    host.other.setFocus()
    sheet.close_sheet()
    assert host.other.hasFocus()


def test_the_window_below_hears_none_of_its_keys_until_the_sheet_is_gone(hands, sheet, host):
    pressed = []
    for keys in ("Ctrl+N", "Ctrl+3", "F2"):
        action = QAction(host)
        action.setShortcut(QKeySequence(keys))
        action.triggered.connect(lambda _=False, keys=keys: pressed.append(keys))
        host.addAction(action)
    hands.tap("Ctrl+N", "Ctrl+3", "F2")
    assert pressed == []
    hands.write("typed")
    assert sheet.first.text() == "typed"
    hands.tap("Escape", "Ctrl+N", "Ctrl+3", "F2")
    assert pressed == ["Ctrl+N", "Ctrl+3", "F2"]


def test_underlined_letter_presses_its_button_and_types_nothing(window, hands):
    hands.tap("Ctrl+E")
    folder = hands.find(window, "export_folder")
    box = hands.find(window, "export_md")
    was, before = folder.text(), box.isChecked()
    hands.tap("Alt+M")
    assert box.isChecked() is not before
    assert folder.text() == was
    folder.setFocus()
    hands.tap("End")
    hands.write("m")  # the letter alone is typed as ever
    assert folder.text() == f"{was}m"
