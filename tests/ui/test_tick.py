"""A tick counts alike, whether it is clicked or toggled by a screen reader."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractButton, QApplication, QCheckBox

from workbench.core.claim import ClaimStatus
from workbench.ui.tick import on_tick, show_tick


@pytest.fixture
def box(qtbot):
    made = QCheckBox("Private")
    qtbot.addWidget(made)
    return made


def test_what_is_only_shown_is_told_to_nobody(box):
    told = []
    on_tick(box, told.append)
    show_tick(box, True)
    assert box.isChecked()
    assert told == []
    box.toggle()  # all that a screen reader does
    box.click()
    assert told == [False, True]


def test_a_status_can_be_set_by_a_screen_reader(window):
    window.workspace.show_tab("claims")
    claim = window.desk.check.claims[0]
    assert claim.status is not ClaimStatus.NOT_CHECKABLE
    window.workspace.claims.findChild(QAbstractButton, "status_not_checkable").toggle()
    assert window.desk.check.claims[0].status is ClaimStatus.NOT_CHECKABLE


def test_a_status_that_is_not_open_says_why_and_stays_away(window):
    window.workspace.show_tab("claims")
    window.shelf.new_check("")
    window.workspace.claims.findChild(QAbstractButton, "new_claim").click()
    row = window.workspace.claims
    confirmed = row.findChild(QAbstractButton, "status_confirmed")
    confirmed.toggle()
    QApplication.processEvents()
    assert not confirmed.isChecked()
    assert window.desk.check.claims[0].status is ClaimStatus.NOT_CONFIRMED


def test_a_tab_can_be_chosen_by_a_screen_reader(window):
    for name in ("posts", "claims", "sources"):
        window.workspace.header.findChild(QAbstractButton, f"tab_{name}").toggle()
        assert window.workspace.tab == name


def test_one_of_several_is_not_told_as_a_tick(window):
    names = ("tab_draft", "status_reported")
    for name in names:
        button = window.findChild(QAbstractButton, name)
        spoken = QAccessible.queryAccessibleInterface(button)
        assert spoken.role() is QAccessible.Role.RadioButton
