from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QApplication

from workbench.core import change
from workbench.ui.article_pane import ArticlePane


@pytest.fixture
def pane(hands, desk, case):
    long = "\n\n".join(f"Line {n} of the register." for n in range(200))
    version = replace(case.sources[1].version, text=case.sources[1].version.text + long)
    ledger = replace(case.sources[1], versions=(version,))
    desk.open(change.with_source(case, ledger))
    made = ArticlePane(desk)
    desk.open(desk.check)
    hands.show(made, 720, 560)
    made.begin()
    return made


def select(pane, words):
    start = pane.view.text.index(words)
    pane.view.select(start, start + len(words))
    return start, start + len(words)


def test_every_source_has_a_tab_with_its_name(pane):
    names = [pane.tabs.tabText(place) for place in range(pane.tabs.count())]
    assert names == ["Harbor Courier", "The Ledger"]


def test_a_source_without_a_name_and_one_with_an_ampersand_can_be_told_apart(pane, desk):
    first, second = desk.check.sources
    desk.edit("x", lambda now: change.with_source(now, replace(first, outlet="", byline="")))
    desk.edit("x", lambda now: change.with_source(now, replace(second, outlet="Salt & Tide")))
    assert pane.tabs.tabText(0) == "Source 1"
    assert pane.tabs.tabText(1) == "Salt && Tide"


def test_no_tab_is_cut_off_where_the_longer_name_becomes_bold(pane, desk):
    for source, name in zip(desk.check.sources, ("Northshore Mummers", "ili"), strict=True):
        desk.edit("x", lambda now, s=source, n=name: change.with_source(now, replace(s, outlet=n)))
    pane.setStyleSheet("QTabBar::tab:selected { font-weight: 600; }")
    for place in (1, 0):
        pane.tabs.setCurrentIndex(place)
        QApplication.processEvents()
        assert pane.tabs.width() >= pane.tabs.sizeHint().width()


def test_each_source_keeps_the_place_where_the_reader_left_it(pane, desk):
    pane.step_source(1)
    bar = pane.view.verticalScrollBar()
    bar.setValue(60)
    pane.step_source(1)
    assert pane.view.text == desk.check.sources[0].version.text
    pane.step_source(-1)
    assert pane.view.text == desk.check.sources[1].version.text
    assert bar.value() == 60


def test_back_returns_to_where_the_reader_was_before_a_jump(pane, desk):
    ledger = desk.check.sources[1]
    pane.show_source(ledger.id)
    pane.view.verticalScrollBar().setValue(60)
    pane.show_passage(desk.check.passages[0].id)
    assert pane.source_id == desk.check.sources[0].id
    pane.show_passage(desk.check.passages[2].id)
    assert pane.view.verticalScrollBar().value() < 60
    pane.go_back()
    pane.go_back()
    assert pane.source_id == ledger.id
    assert pane.view.verticalScrollBar().value() == 60
    pane.go_back()
    assert pane.source_id == ledger.id


def test_back_passes_over_a_source_that_was_removed(pane, desk):
    first, second = desk.check.sources
    pane.show_source(second.id)
    pane.show_passage(desk.check.passages[0].id)
    desk.edit("x", lambda now: change.without_source(now, second.id))
    pane.go_back()
    assert pane.source_id == first.id


@pytest.mark.parametrize(
    ("key", "signal"), [("C", "claim_asked"), ("E", "evidence_asked"), ("Q", "quote_asked")]
)
@pytest.mark.parametrize("words", ["Nils Lindqvist", "cafe\u0301 owner, Noor הלוי", "🌉🌉"])
def test_one_key_makes_something_of_the_selection(qtbot, hands, pane, desk, key, signal, words):
    start, end = select(pane, words)
    with qtbot.waitSignal(getattr(pane, signal)) as asked:
        hands.press(pane.view, key)
    assert asked.args == [desk.check.sources[0].id, start, end]


@pytest.mark.parametrize("key", ["C", "E", "Q"])
def test_without_a_selection_the_keys_do_nothing(hands, pane, key):
    told = []
    for signal in (pane.claim_asked, pane.evidence_asked, pane.quote_asked):
        signal.connect(lambda *place: told.append(place))
    hands.press(pane.view, key)
    pane.view.select(48, 52)
    assert not pane.view.text[48:52].strip()
    hands.press(pane.view, key)
    assert told == []


def test_copying_a_selection_makes_no_claim(qtbot, hands, pane):
    select(pane, "Nils Lindqvist")
    with qtbot.assertNotEmitted(pane.claim_asked):
        hands.press(pane.view, "Ctrl+C")


def test_pasting_while_reading_brings_in_a_source(qtbot, hands, pane):
    with qtbot.waitSignal(pane.paste_asked):
        hands.press(pane.view, "Ctrl+V")


def test_without_a_source_there_are_two_buttons_and_the_paste_key(qtbot, hands, pane, desk, bare):
    desk.open(bare)
    assert not pane.view.isVisible()
    pane.begin()
    with qtbot.waitSignal(pane.paste_asked):
        hands.press(QApplication.focusWidget(), "Ctrl+V")
    with qtbot.waitSignal(pane.paste_asked):
        hands.click(hands.find(pane, "empty_paste"))
    with qtbot.waitSignal(pane.open_asked):
        hands.click(hands.find(pane, "empty_open"))


def test_removing_the_source_on_show_shows_its_neighbour(pane, desk):
    first, second = desk.check.sources
    pane.show_source(second.id)
    desk.edit("x", lambda now: change.without_source(now, second.id))
    assert pane.source_id == first.id
    assert pane.view.text == first.version.text
    desk.undo_stack.undo()
    assert pane.tabs.count() == 2


def test_an_edit_elsewhere_leaves_the_reader_in_place(pane, desk):
    pane.show_source(desk.check.sources[1].id)
    pane.view.verticalScrollBar().setValue(40)
    start, end = select(pane, "Line 30 of")
    place = pane.view.verticalScrollBar().value()
    desk.edit("x", lambda now: replace(now, title="Shut?"))
    desk.edit("x", lambda now: change.without_claim(now, now.claims[0].id))
    source = desk.check.sources[1]
    desk.edit("x", lambda now: change.with_source(now, replace(source, outlet="Ledger")))
    assert pane.view.verticalScrollBar().value() == place
    assert pane.view.selected_stretch() == (start, end)


def test_the_claims_on_show_follow_the_check(pane, desk):
    assert [item.passage_id for item in pane.view.highlights] == [
        passage.id for passage in desk.check.passages[:2]
    ]
    desk.edit("x", lambda now: change.without_claim(now, now.claims[1].id))
    assert [item.passage_id for item in pane.view.highlights] == [desk.check.passages[0].id]


def test_finding_words_begins_with_the_keyboard_in_the_line(hands, pane):
    pane.find_words()
    assert pane.find_bar.line.hasFocus()
    hands.type(pane.find_bar.line, "radio")
    assert pane.view.selected_stretch()[0] == pane.view.text.index("radio")
