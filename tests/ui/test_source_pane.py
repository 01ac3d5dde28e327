from __future__ import annotations

import pytest
from PySide6.QtWidgets import QLabel

from workbench.core.date import stated
from workbench.core.source import Flag, SourceType
from workbench.ui.source_pane import SourcePane


@pytest.fixture
def pane(hands, desk):
    return hands.show(SourcePane(desk), 560, 1_200)


def source(desk):
    return desk.check.sources[0]


TYPED = ["outlet", "byline", "title", "url", "archive_url", "dateline", "agency", "language",
         "rights", "notes"]  # fmt: skip


@pytest.mark.parametrize("name", TYPED)
def test_what_is_typed_in_a_field_is_in_the_source_and_can_be_undone(hands, pane, desk, case, name):
    hands.type(hands.find(pane, f"source_{name}"), "Tide", replacing=True)
    assert getattr(source(desk), name) == "Tide"
    others = [getattr(source(desk), other) for other in TYPED if other != name]
    assert others == [getattr(case.sources[0], other) for other in TYPED if other != name]
    desk.undo_stack.undo()
    assert desk.check == case


@pytest.mark.parametrize("name", ["published", "updated"])
def test_dates_are_in_the_source(hands, pane, desk, name):
    hands.type(hands.find(pane, f"source_{name}"), "4 July 2026", replacing=True)
    assert getattr(source(desk), name) == stated("2026-07-04")


def test_type_and_flags_are_in_the_source_one_step_each(hands, pane, desk, case):
    hands.choose(hands.find(pane, "source_type"), SourceType.WIRE)
    hands.click(hands.find(pane, "flag_old"))
    hands.click(hands.find(pane, "flag_satire_suspected"))
    hands.click(hands.find(pane, "flag_old"))
    assert source(desk).type is SourceType.WIRE
    assert source(desk).flags == {Flag.SATIRE_SUSPECTED}
    for _ in range(4):
        desk.undo_stack.undo()
    assert desk.check == case
    assert hands.find(pane, "source_type").value == SourceType.COMMENTARY


def test_what_it_relies_on_is_in_the_source(hands, pane, desk, case):
    hands.type(hands.find(pane, "hop_new"), "Port register")
    hands.press(hands.find(pane, "hop_new"), "Return")
    assert [hop.name for hop in source(desk).relies_on][-1] == "Port register"
    desk.undo_stack.undo()
    assert desk.check == case


def test_the_pane_says_how_the_text_was_captured(hands, pane, case):
    card = hands.find(pane, "version_card")
    words = " ".join(label.text() for label in card.findChildren(QLabel))
    version = case.sources[0].version
    for part in ("10 July 2026, 09:30 UTC", "text/plain", str(len(version.text)), "2 quotes"):
        assert part in words
    assert f"SHA-256 {version.sha256[:16]}" in words


def test_another_source_gets_what_is_typed_then(hands, pane, desk, case):
    hands.type(hands.find(pane, "source_notes"), "one")
    pane.show_source(case.sources[1].id)
    assert hands.find(pane, "source_outlet").text() == "The Ledger"
    hands.type(hands.find(pane, "source_notes"), "two")
    assert [item.notes for item in desk.check.sources] == ["one", "two"]


def test_removing_a_source_takes_its_passages_and_undo_brings_all_back(
    qtbot, hands, pane, desk, case
):
    with qtbot.waitSignal(pane.removed) as told:
        hands.click(hands.find(pane, "source_remove"))
    assert told.args == ["Source 1 and the passages in it removed."]
    assert [item.id for item in desk.check.passages] == [case.passages[2].id]
    assert hands.find(pane, "source_outlet").text() == "The Ledger"
    desk.undo_stack.undo()
    assert desk.check == case


def test_without_a_source_there_are_ways_to_bring_one_in(qtbot, hands, pane, desk, bare):
    desk.open(bare)
    assert not hands.find(pane, "source_outlet").isVisible()
    assert not hands.find(pane, "source_remove").isVisible()
    with qtbot.waitSignal(pane.open_asked):
        hands.click(hands.find(pane, "source_open"))
    with qtbot.waitSignal(pane.paste_asked):
        hands.click(hands.find(pane, "source_paste"))
