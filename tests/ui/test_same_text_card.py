"""The same text under two outlets: proposed, compared, taken, turned round, set aside."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication

from workbench.ui.same_text_sheet import SameTextSheet

BODY = "\n\n".join(
    f"Pier {number} was closed on the {number}th of May after divers found cracks below the water, "
    f"and the ferry that served it went to pier {number + 20}, where {number * 7} people wait on a "
    "weekday morning and nobody has told them for how long."
    for number in range(4, 12)
)


@pytest.fixture
def card(window, qtbot, tmp_path, hands):
    """Return the card of the second of two copies."""
    window.shelf.new_check("Copies")
    for name in ("Harbor Courier", "Northshore Herald"):
        file = tmp_path / f"{name}.txt"
        file.write_text(f"{name}\n\n{name} on the piers\n\n{BODY}\n", encoding="utf-8")
        before = len(window.desk.check.sources)
        window.reception.take_files([file])
        qtbot.waitUntil(lambda count=before: len(window.desk.check.sources) > count)
    qtbot.waitUntil(lambda: not window.noticing.is_busy)
    hands.tap("Ctrl+1")
    window.workspace.article.show_source(window.desk.check.sources[1].id)
    made = window.workspace.sources.same_text
    qtbot.waitUntil(made.isVisible)
    QApplication.processEvents()
    return made


def press(card, hands, name):
    button = hands.find(card, f"same_text_{name}")
    button.setFocus()
    hands.press(button, "Space")


def copies(window):
    return [source.syndicated_from for source in window.desk.check.sources]


def test_copy_is_proposed_and_taken_with_undo(card, window, hands, qtbot):
    first = window.desk.check.sources[0]
    assert "Same text as" in card._words.text()
    press(card, hands, "take")
    assert copies(window) == ["", first.id]
    qtbot.waitUntil(lambda: "Counts as one with" in card._words.text())
    assert "counts as one" in window.notices.text
    window.desk.undo_stack.undo()
    assert copies(window) == ["", ""]


def test_other_way_round(card, window, hands):
    press(card, hands, "turn")
    assert copies(window) == [window.desk.check.sources[1].id, ""]


def test_taken_copy_can_be_parted_again(card, window, hands, qtbot):
    press(card, hands, "take")
    qtbot.waitUntil(lambda: "Counts as one with" in card._words.text())
    press(card, hands, "apart")
    assert copies(window) == ["", ""]


def test_set_aside_it_is_not_proposed_again(card, window, hands, qtbot):
    press(card, hands, "dismiss")
    qtbot.waitUntil(lambda: not card.isVisible())
    assert len(window.desk.check.dismissals) == 1
    window.desk.undo_stack.undo()
    qtbot.waitUntil(card.isVisible)


def test_both_texts_stand_side_by_side_and_scroll_together(card, window, hands):
    press(card, hands, "compare")
    sheet = window.findChild(SameTextSheet)
    pages = sheet.pages
    assert "Harbor Courier" in pages[0].toPlainText() + pages[1].toPlainText()
    assert "<u" in pages[0].toHtml() or "underline" in pages[0].toHtml()
    pages[0].verticalScrollBar().setValue(pages[0].verticalScrollBar().maximum())
    assert pages[1].verticalScrollBar().value() == pages[1].verticalScrollBar().maximum()
    hands.tap("Escape")
    assert not sheet.isVisible()
