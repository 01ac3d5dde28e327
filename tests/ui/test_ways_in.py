"""What is shown while a check has no source."""

from __future__ import annotations

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
