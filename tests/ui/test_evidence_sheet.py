from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QVBoxLayout, QWidget

from workbench.core.claim import Stance
from workbench.ui.evidence_sheet import EvidenceSheet


@pytest.fixture
def sheet(hands, case):
    host = QWidget()
    host.line = QLineEdit()
    QVBoxLayout(host).addWidget(host.line)
    made = EvidenceSheet(host)
    hands.show(host, 800, 700)
    host.line.setFocus()
    made.ask(case, case.claims[1].id, "  Okafor phoned\r\n Lindqvist  ")
    return made


def press(hands, keys):
    hands.press(QApplication.focusWidget(), keys)


def test_the_selected_words_are_shown_on_one_line(sheet):
    assert "“Okafor phoned Lindqvist”" in [label.text() for label in sheet.findChildren(QLabel)]


@pytest.mark.parametrize("number", [1, 2, 3])
def test_a_number_attaches_to_that_claim(qtbot, hands, sheet, case, number):
    with qtbot.waitSignal(sheet.chosen) as told:
        press(hands, str(number))
    assert told.args == [case.claims[number - 1].id, Stance.SUPPORTS]
    assert not sheet.isVisible()
    assert sheet.parent().line.hasFocus()


@pytest.mark.parametrize("keys", ["9", "0"])
def test_a_number_without_a_claim_attaches_to_none(qtbot, hands, sheet, keys):
    with qtbot.assertNotEmitted(sheet.chosen):
        press(hands, keys)
    assert sheet.isVisible()


def test_enter_attaches_to_the_proposed_claim_and_arrows_choose_another(qtbot, hands, sheet, case):
    press(hands, "Down")
    with qtbot.waitSignal(sheet.chosen) as told:
        press(hands, "Return")
    assert told.args == [case.claims[2].id, Stance.SUPPORTS]
    sheet.ask(case, case.claims[1].id, "words")
    with qtbot.waitSignal(sheet.chosen) as told:
        press(hands, "Enter")
    assert told.args[0] == case.claims[1].id


def test_plus_and_minus_change_the_stance(qtbot, hands, sheet):
    for keys, stance in (("+", Stance.CONTRADICTS), ("+", Stance.QUALIFIES)):
        press(hands, keys)
        assert sheet.stance.value == stance
    for _ in range(3):
        press(hands, "-")
    with qtbot.waitSignal(sheet.chosen) as told:
        press(hands, "1")
    assert told.args[1] is list(Stance)[-1]


def test_each_time_the_stance_begins_anew(hands, sheet, case):
    press(hands, "+")
    press(hands, "1")
    sheet.ask(case, "", "words")
    assert sheet.stance.value == Stance.SUPPORTS


def test_escape_attaches_nothing_and_gives_the_keyboard_back(qtbot, hands, sheet):
    with qtbot.assertNotEmitted(sheet.chosen):
        press(hands, "Escape")
    assert not sheet.isVisible()
    assert sheet.parent().line.hasFocus()
