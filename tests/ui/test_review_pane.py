"""The review list: what it shows of each open quote, and what its keys do."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt
from PySide6.QtGui import QAccessible, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget

from workbench.core.claim import Claim, Evidence
from workbench.core.quote import Passage
from workbench.reading.quote import selector_for
from workbench.rules.open_quote import open_count
from workbench.rules.renewal import renewed
from workbench.ui.renewal_sheet import RenewalSheet
from workbench.ui.review_pane import ReviewPane

LINES = [
    f"On day {day} the Harbor Bridge carried {day * 37} cars, the harbor office said in a report."
    for day in range(1, 37)
]


def an_id(number):
    return f"01990000-0000-7000-8000-{number:012x}"


@pytest.fixture
def many(case):
    """A check in which a newer text leaves 36 quotes with other words, all of one claim."""
    text = "\n\n".join(LINES)
    version = replace(case.sources[1].version, text=text)
    source = replace(case.sources[1], versions=(version,))
    passages = [
        Passage(
            id=an_id(number),
            source_id=source.id,
            version_id=version.id,
            selector=selector_for(text, text.index(line), text.index(line) + len(line)),
        )
        for number, line in enumerate(LINES)
    ]
    evidence = [Evidence(id=an_id(100 + n), passage_id=one.id) for n, one in enumerate(passages)]
    check = replace(
        case,
        sources=(source,),
        passages=tuple(passages),
        claims=(Claim(id=an_id(200), as_circulated="It is busy.", evidence=tuple(evidence)),),
        watch_items=(),
    )
    newer = text.replace("cars, the", "cars and buses, the")
    added = replace(
        version,
        id=an_id(300),
        text=newer,
        sha256=hashlib.sha256(newer.encode()).hexdigest(),
        captured=version.captured + timedelta(days=1),
    )
    return renewed(check, source.id, added)[0]


@pytest.fixture
def pane(hands, desk, many):
    desk.open(many)
    made = hands.show(ReviewPane(desk), 560, 900)
    made.begin()
    return made


def test_both_wordings_are_shown_with_what_differs_marked_in_more_than_colour(pane):
    was, now = pane.cards[0].findChildren(QLabel, "review_words")
    assert "<s>cars,</s>" in was.text()
    assert "<u>cars and buses,</u>" in now.text()
    assert "<b>" in was.text()


def test_a_long_list_shows_the_next_ones_as_the_first_are_settled(hands, pane, desk):
    assert len(pane.cards) == 30
    assert any(label.text() == "Then 6 more." for label in pane.findChildren(QLabel))
    first = pane.cards[0]
    hands.tap("Return", "Return", "K")
    assert open_count(desk.check) == 33
    assert len(pane.cards) == 30
    assert pane.cards[0] is not first
    assert pane.cards[0].hasFocus()
    taken = [one.selector.exact for one in desk.check.passages[:3]]
    assert ["buses" in words for words in taken] == [True, True, False]
    assert any(label.text() == "Then 3 more." for label in pane.findChildren(QLabel))


def test_up_and_down_go_through_the_quotes_and_show_each_in_the_newest_text(hands, pane, many):
    shown = []
    pane.shown.connect(lambda *place: shown.append(place))
    hands.tap("Down", "Down", "Up")
    source = many.sources[0]
    texts = [source.version.text[start:end] for _, _, start, end in shown]
    assert texts == [LINES[n].replace("cars,", "cars and buses,") for n in (1, 2, 1)]
    shown.clear()
    hands.tap("O")
    (place,) = shown
    assert place[1] == source.versions[0].id
    assert source.versions[0].text[place[2] : place[3]] == LINES[1]


def test_the_list_says_when_all_is_settled(hands, pane, desk):
    for _ in range(36):
        hands.tap("K")
    assert open_count(desk.check) == 0
    assert pane.cards == ()
    assert any(label.text() == "All quotes are settled" for label in pane.findChildren(QLabel))
    left = []
    pane.closed.connect(lambda: left.append(True))
    hands.tap("Esc")
    assert left == [True]


def test_a_button_of_a_card_is_pressed_by_enter(hands, pane, desk):
    keep = pane.cards[0].findChild(QAbstractButton, "review_keep")
    keep.setFocus()
    hands.tap("Return")
    assert desk.check.passages[0].selector.exact == LINES[0]
    assert open_count(desk.check) == 35


def test_every_card_and_button_has_a_name(pane):
    for widget in pane.findChildren(QWidget):
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.isVisible():
            spoken = QAccessible.queryAccessibleInterface(widget)
            assert spoken.text(QAccessible.Text.Name).strip(), widget.objectName()
    assert "Other words" in pane.cards[0].accessibleName()
    assert "claim 1" in pane.cards[0].accessibleName()


@pytest.fixture
def sheet(hands, many):
    window = hands.show(QWidget(), 900, 600)
    made = RenewalSheet(window)
    made.told = []
    made.paste_asked.connect(lambda: made.told.append("paste"))
    made.open_asked.connect(lambda: made.told.append("open"))
    made.dropped.connect(lambda data: made.told.append(data.text()))
    QApplication.clipboard().setText("A newer text of the bridge.")
    made.ask(many, many.sources[0])
    return made


def test_the_sheet_says_whose_text_it_takes_and_what_is_on_the_clipboard(sheet):
    words = " ".join(label.text() for label in sheet.findChildren(QLabel))
    assert "New text for source 1: The Ledger" in words
    assert "11 July 2026, 09:30 UTC" in words
    assert "“A newer text of the bridge.”" in words


@pytest.mark.parametrize(
    ("keys", "told"), [("Ctrl+V", "paste"), ("Ctrl+O", "open"), ("Return", "paste")]
)
def test_the_sheet_is_answered_by_key(hands, sheet, keys, told):
    hands.tap(keys)
    assert sheet.told == [told]
    assert not sheet.isVisible()


def test_without_a_text_on_the_clipboard_only_a_file_can_come(hands, sheet, many):
    sheet.close_sheet()
    QApplication.clipboard().clear()
    sheet.ask(many, many.sources[0])
    assert not sheet.paste.isEnabled()
    hands.tap("Return")
    assert sheet.told == ["open"]


def test_a_text_is_dropped_on_the_sheet(sheet):
    data = QMimeData()
    data.setText("The newest of all.")
    keys = (Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton)
    none = Qt.KeyboardModifier.NoModifier
    QApplication.sendEvent(sheet, QDragEnterEvent(QPointF(9, 9).toPoint(), *keys, none))
    QApplication.sendEvent(sheet, QDropEvent(QPointF(9, 9), *keys, none))
    assert sheet.told == ["The newest of all."]
