from __future__ import annotations

import re

import pytest
from PySide6.QtWidgets import QApplication

from workbench.core.claim import Stance
from workbench.ui.workspace_view import WorkspaceView

CITED = re.compile(r"\[\^[0-9a-f]{8}\]")
"""What ties a quotation in the draft to its passage."""


@pytest.fixture
def view(hands, desk, house):
    made = WorkspaceView(desk, lambda: house)
    desk.open(desk.check)
    assert made.claims.form
    hands.show(made, 1_280, 750)
    made.told_words = []
    made.told.connect(made.told_words.append)
    return made


def select(view, words):
    article = view.article.view
    start = article.text.index(words)
    article.setFocus()
    article.select(start, start + len(words))


def test_one_key_makes_a_claim_of_the_selection_ready_for_its_careful_wording(hands, view, desk):
    select(view, "Noor הלוי, heard of it on the radio 🌉🌉")
    hands.tap("C")
    claim = desk.check.claims[-1]
    assert claim.as_circulated == "Noor הלוי, heard of it on the radio 🌉🌉"
    passage = desk.check.passage(claim.appearances[0].passage_id)
    text = desk.check.sources[0].version.text
    assert text[passage.selector.start : passage.selector.end] == claim.as_circulated
    assert view.claims.claim_id == claim.id
    assert QApplication.focusWidget().objectName() == "claim_as_supported"
    assert view.article.view.selected_stretch()[0] == view.article.view.selected_stretch()[1]


def test_words_over_two_lines_are_a_claim_on_one_line_and_a_passage_as_captured(hands, view, desk):
    select(view, "Bridge\r\n\r\nAda")
    hands.tap("C")
    claim = desk.check.claims[-1]
    assert claim.as_circulated == "Bridge Ada"
    assert desk.check.passage(claim.passage_ids[0]).selector.exact == "Bridge\r\n\r\nAda"


def test_a_claim_from_a_selection_is_one_step(hands, view, desk, case):
    select(view, "Nils Lindqvist")
    hands.tap("C")
    desk.undo_stack.undo()
    assert desk.check == case


def test_evidence_is_tied_to_a_claim_by_its_number(hands, view, desk, case):
    view.article.step_source(1)
    select(view, "“We will talk again,”")
    hands.tap("E", "+", "2")
    evidence = desk.check.claims[1].evidence[-1]
    assert evidence.stance is Stance.CONTRADICTS
    assert desk.check.passage(evidence.passage_id).selector.exact == "“We will talk again,”"
    assert view.claims.claim_id == case.claims[1].id
    assert view.told_words == ["Attached to claim 2."]
    desk.undo_stack.undo()
    assert desk.check == case


def test_without_a_claim_evidence_has_nothing_to_be_tied_to(hands, view, desk):
    for _ in range(3):
        hands.click(hands.find(view, "remove_claim"))
    select(view, "Nils Lindqvist")
    hands.tap("E")
    assert view.told_words == ["There is no claim yet. Press C to make one of the selection."]
    assert desk.check.passages == ()


def test_a_quotation_goes_to_the_draft_with_its_source(hands, view, desk):
    select(view, "Ada Okafor called Nils Lindqvist")
    hands.tap("Q")
    text = desk.check.draft.text("what_happened")
    assert CITED.sub("", text) == "“Ada Okafor called Nils Lindqvist” (Harbor Courier)"
    assert len(CITED.findall(text)) == 1
    assert view.tab == "draft"
    field = QApplication.focusWidget()
    assert field.objectName() == "draft_what_happened"
    hands.write(" Then")
    assert desk.check.draft.text("what_happened").endswith("] Then")


def test_a_second_quotation_stands_in_a_paragraph_of_its_own(hands, view, desk):
    for words in ("Nils Lindqvist", "she said"):
        select(view, words)
        hands.tap("Q")
    assert CITED.sub("", desk.check.draft.text("what_happened")) == (
        "“Nils Lindqvist” (Harbor Courier)\n\n“she said” (Harbor Courier)"
    )


def test_a_click_on_a_passage_goes_to_its_claim_and_a_second_one_to_the_next(view, desk, case):
    shared = case.passages[1].id
    view.show_tab("draft")
    view.article.passage_clicked.emit(shared)
    assert (view.tab, view.claims.claim_id) == ("claims", case.claims[1].id)


def test_showing_evidence_scrolls_the_article_to_it_and_back_returns(hands, view, case):
    view.claims.choose(case.claims[0].id)
    row = hands.find(view, f"evidence_{case.claims[0].evidence[0].id}")
    hands.click(hands.find(row, "evidence_show"))
    assert view.article.source_id == case.sources[1].id
    view.article.go_back()
    assert view.article.source_id == case.sources[0].id


def test_the_chosen_claims_passages_stand_out(view, case):
    view.show_claim(case.claims[1].id)
    assert view.article.view.claim_id == case.claims[1].id


def test_the_source_editor_follows_the_article(hands, view, case):
    view.show_tab("sources")
    assert hands.find(view, "source_outlet").text() == "Harbor Courier"
    view.article.step_source(1)
    assert hands.find(view, "source_outlet").text() == "The Ledger"


def test_an_unknown_tab_is_a_fault(view):
    with pytest.raises(KeyError):
        view.show_tab("pictures")
    assert view.tab == "claims"


@pytest.mark.parametrize("name", ["sources", "claims", "draft", "posts"])
def test_the_article_stays_beside_every_tab(view, name):
    view.show_tab(name)
    assert view.tab == name
    assert view.article.view.isVisible()
    assert view.article.width() >= 360
