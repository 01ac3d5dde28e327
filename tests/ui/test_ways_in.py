"""What is shown while a check has no source."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel

from workbench.ui.ways_in import WaysIn


def test_each_way_in_is_a_button_that_the_keyboard_reaches(hands):
    ways = hands.show(WaysIn(), 640, 480)
    asked = []
    ways.paste_asked.connect(lambda: asked.append("paste"))
    ways.open_asked.connect(lambda: asked.append("open"))
    for name in ("empty_paste", "empty_open"):
        hands.find(ways, name).setFocus()
        hands.tap("Space")
    assert asked == ["paste", "open"]


def test_no_word_is_squeezed_where_height_is_short_and_every_way_is_reached(hands, qtbot):
    ways = hands.show(WaysIn(), 640, 110)
    for label in ways.findChildren(QLabel):
        assert label.height() >= label.heightForWidth(label.width())
    button = hands.find(ways, "empty_open")
    hands.find(ways, "empty_paste").setFocus()
    hands.tap("Tab")
    assert button.hasFocus()
    assert ways.viewport().rect().contains(button.mapTo(ways.viewport(), button.rect().center()))
