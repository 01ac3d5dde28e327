"""The picture of the origins and its list: what is shown, and where it leads."""

from __future__ import annotations

from itertools import permutations

import pytest
from PySide6.QtGui import QGuiApplication

from workbench.rules.chain_graph import ChainGraph, Edge, EdgeKind, Node, NodeKind
from workbench.ui.chain_sheet import _walk


@pytest.fixture
def sheet(window, hands):
    hands.tap("Ctrl+2")
    hands.tap("Ctrl+Alt+O")
    return window.action_set._sheets["origins"]


def rows(sheet):
    return [sheet.list.item(row).text() for row in range(sheet.list.count())]


def test_claim_in_front_is_shown_with_what_is_not_in_hand(sheet, window):
    assert sheet.isVisible()
    words = " ".join(rows(sheet))
    assert "Claim 1" in words
    assert "The Ledger (not in hand, origin)" in words
    assert "Claim 4" not in words
    assert sheet.picture.width() > 300


def test_list_is_indented_from_the_claim_to_the_origin(sheet):
    depths = [len(row) - len(row.lstrip()) for row in rows(sheet)]
    assert depths[:3] == [0, 4, 8]


def test_all_claims_are_one_key_away(sheet, hands):
    hands.tap("A")
    assert any("Claim 4" in row for row in rows(sheet))


def test_enter_on_a_source_shows_it_in_the_article(sheet, window, hands):
    row = next(n for n, text in enumerate(rows(sheet)) if "Bay Commentary" in text)
    sheet.list.setCurrentRow(row)
    window.workspace.article.step_source(1)
    hands.press(sheet.list, "Return")
    assert not sheet.isVisible()
    source = window.desk.check.source(window.workspace.article.source_id)
    assert source.outlet == "Bay Commentary"


def test_plus_and_minus_change_the_size(sheet, hands):
    width = sheet.picture.width()
    hands.tap("+")
    assert sheet.picture.width() > width
    hands.tap("-")
    assert abs(sheet.picture.width() - width) <= 1


def test_picture_is_saved_and_the_chain_copied(sheet, window, hands, tmp_path):
    sheet.save_to(str(tmp_path / "chain.svg"))
    assert "The Ledger" in (tmp_path / "chain.svg").read_text(encoding="utf-8")
    hands.click(hands.find(sheet, "chain_copy"))
    assert "rests on Bay Commentary" in QGuiApplication.clipboard().text()
    (tmp_path / "file").write_text("", encoding="utf-8")
    sheet.save_to(str(tmp_path / "file" / "chain.svg"))
    assert "did not succeed" in window.notices.text


def test_check_without_evidence_says_what_to_do(window, hands):
    window.shelf.new_check("Empty")
    hands.tap("Ctrl+Alt+O")
    sheet = window.action_set._sheets["origins"]
    assert "press E" in sheet._words.text()
    hands.tap("Escape")
    assert not sheet.isVisible()


def test_sources_that_all_rely_on_each_other_are_listed_once_each():
    claim = Node(key="claim", kind=NodeKind.CLAIM, label="A claim")
    nodes = [Node(key=f"n{n}", kind=NodeKind.SOURCE, label=f"Outlet {n}") for n in range(12)]
    edges = [Edge(start="claim", end="n0", kind=EdgeKind.SUPPORTS)]
    edges += [Edge(start=a.key, end=b.key, kind=EdgeKind.STATED) for a, b in permutations(nodes, 2)]
    rows = _walk(ChainGraph(nodes=(claim, *nodes), edges=tuple(edges)))
    assert len(rows) == 1 + len(edges)
    assert {key for _, key in rows} == {"claim", *(node.key for node in nodes)}
