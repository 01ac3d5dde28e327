from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtGui import QKeySequence

from workbench.core import change
from workbench.core.claim import ClaimKind, ClaimStatus
from workbench.ui.status_row import StatusRow


@pytest.fixture
def row(hands, case):
    made = StatusRow()
    made.show_claim(case, case.claims[0])
    return hands.show(made, 460, 160)


def button(hands, row, status):
    return hands.find(row, f"status_{status.value}")


def sentence(hands, row):
    return hands.find(row, "status_sentence").text()


def checked(hands, row):
    return [status for status in ClaimStatus if button(hands, row, status).isChecked()]


def test_the_status_of_the_claim_is_the_one_that_is_down(hands, row, case):
    assert checked(hands, row) == [ClaimStatus.REPORTED]
    row.show_claim(case, case.claims[1])
    assert checked(hands, row) == [ClaimStatus.NOT_CONFIRMED]


def test_an_open_status_is_chosen_with_a_click(qtbot, hands, row):
    with qtbot.waitSignal(row.status_chosen) as told:
        hands.click(button(hands, row, ClaimStatus.NOT_CHECKABLE))
    assert told.args == [ClaimStatus.NOT_CHECKABLE]


def test_a_closed_status_says_why_and_is_not_taken(qtbot, hands, row, case):
    claim = replace(case.claims[1], kind=ClaimKind.MOTIVE)
    row.show_claim(change.with_claim(case, claim), claim)
    confirmed = button(hands, row, ClaimStatus.CONFIRMED)
    with qtbot.assertNotEmitted(row.status_chosen):
        hands.click(confirmed)
    assert checked(hands, row) == [ClaimStatus.NOT_CONFIRMED]
    words = sentence(hands, row)
    assert "motive" in words
    assert "Nothing attached supports this claim yet." in words
    assert hands.find(row, "status_sentence").isVisible()
    assert confirmed.toolTip() == confirmed.accessibleDescription() == words


def test_a_status_that_the_evidence_no_longer_carries_says_so_at_once(hands, row, case):
    claim = replace(case.claims[1], status=ClaimStatus.CONFIRMED)
    row.show_claim(change.with_claim(case, claim), claim)
    assert "Nothing attached supports this claim yet." in sentence(hands, row)
    row.show_claim(case, case.claims[1])
    assert sentence(hands, row) == ""


def test_the_status_that_is_down_stays_down(qtbot, hands, row):
    with qtbot.assertNotEmitted(row.status_chosen):
        hands.click(button(hands, row, ClaimStatus.REPORTED))
    assert checked(hands, row) == [ClaimStatus.REPORTED]


def test_every_status_has_a_letter_of_its_own(hands, row):
    letters = [
        QKeySequence.mnemonic(button(hands, row, status).text()).toString()
        for status in ClaimStatus
    ]
    assert letters == ["Alt+C", "Alt+R", "Alt+N", "Alt+D", "Alt+K", "Alt+A"]


def test_a_letter_sets_the_status_of_the_claim_that_is_shown_when_it_is_pressed(hands, row, case):
    told = []
    row.status_chosen.connect(told.append)
    hands.tap("Alt+K")
    row.show_claim(case, case.claims[1])
    assert told == [ClaimStatus.NOT_CHECKABLE]
    assert button(hands, row, ClaimStatus.NOT_CHECKABLE).hasFocus()


def test_every_status_has_a_mark_and_no_two_marks_are_alike(hands, row):
    pictures = set()
    for status in ClaimStatus:
        icon = button(hands, row, status).icon()
        assert not icon.isNull()
        mask = icon.pixmap(28, 28).toImage().createAlphaMask()
        pictures.add(bytes(mask.constBits()))
    assert len(pictures) == len(ClaimStatus)
