"""The source editor: cited reports offered beside the hops, told dates, the to-get list."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication, QPushButton

from workbench.core.source import HopKind

TEXT = """Governor Maren Lindqvist called Mayor Ada Okafor on Saturday, The Ledger reported.

The call came days after Shore Radio reported a first one. On Tuesday she called again.
"""


@pytest.fixture
def page(window, qtbot, tmp_path):
    """The source editor on a text without a date that cites two outlets."""
    window.shelf.new_check("Bridge")
    file = tmp_path / "page.txt"
    file.write_text(TEXT, encoding="utf-8")
    window.reception.take_files([file])
    qtbot.waitUntil(lambda: len(window.desk.check.sources) == 1)
    qtbot.waitUntil(lambda: window.noticing.of(window.desk.check.sources[0].id) is not None)
    window.workspace.enter_tab("sources")
    return window.workspace.sources


def source(window):
    return window.desk.check.sources[0]


def buttons(page, name):
    QApplication.processEvents()  # Qt shows a line that is new when it comes to it
    return [one for one in page.findChildren(QPushButton, name) if one.isVisible()]


def press(hands, button):
    """Press a button that may have to scroll into view first."""
    button.setFocus()
    hands.tap("Return")


def test_cited_reports_are_offered_with_where_they_are_cited(window, page):
    told = [button.accessibleName() for button in buttons(page, "hop_take")]
    assert told == ["Take: Cites The Ledger, not in hand", "Take: Cites Shore Radio, not in hand"]


def test_one_is_taken_as_a_stated_hop(window, hands, page):
    press(hands, buttons(page, "hop_take")[1])
    (hop,) = source(window).relies_on
    assert (hop.name, hop.kind, hop.in_hand) == ("Shore Radio", HopKind.STATED, False)
    assert len(buttons(page, "hop_take")) == 1
    assert "Taken: cites Shore Radio" in window.notices.text


def test_all_are_taken_with_one_key(window, hands, page):
    buttons(page, "hops_take_all")[0].setFocus()
    hands.tap("Space")
    assert [hop.name for hop in source(window).relies_on] == ["The Ledger", "Shore Radio"]
    assert buttons(page, "hop_take") == []


def test_what_is_set_aside_is_proposed_again_from_here(window, hands, page):
    press(hands, buttons(page, "hop_set_aside")[0])
    assert len(buttons(page, "hop_take")) == 1
    assert buttons(page, "propose_again")
    press(hands, buttons(page, "propose_again")[0])
    assert len(buttons(page, "hop_take")) == 2
    assert not buttons(page, "propose_again")


def test_what_is_to_get_is_listed_and_copied(window, hands, page):
    press(hands, buttons(page, "hops_take_all")[0])
    press(hands, buttons(page, "to_get_copy")[0])
    copied = QApplication.clipboard().text()
    assert copied.splitlines() == [
        "- The Ledger: for no claim yet, behind source 1",
        "- Shore Radio: for no claim yet, behind source 1",
    ]


def test_relative_dates_stay_open_until_a_date_is_set(window, hands, page, qtbot):
    words = hands.find(page, "source_anchor_words")
    assert "“Saturday” stays open" in words.text()
    assert "none resolved" in words.text()
    hands.tap("Ctrl+0", "Ctrl+Alt+D")  # from where the date is read
    hands.write("4 November 2025")
    assert source(window).anchor.value == "2025-11-04"
    qtbot.waitUntil(lambda: "“Saturday” = 1 November 2025, inferred" in words.text())
    assert "all resolved" in words.text()


def test_dates_are_told_by_the_date_of_publication_where_there_is_one(window, hands, page, qtbot):
    hands.type(hands.find(page, "source_published"), "5 November 2025", replacing=True)
    words = hands.find(page, "source_anchor_words")
    qtbot.waitUntil(lambda: "Told by the date of publication, 5 November 2025" in words.text())
