from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QLabel

from workbench.core import change
from workbench.core.claim import Evidence, EvidenceKind, Stance
from workbench.ui.evidence_card import EvidenceCard
from workbench.ui.evidence_row import EvidenceRow


@pytest.fixture
def card(hands, case):
    made = EvidenceCard()
    made.show_claim(case, case.claims[0])
    return hands.show(made, 560, 700)


def rows(card):
    """Return the ids of the evidence on show, from top to bottom."""
    found = [row for row in card.findChildren(EvidenceRow) if row.isVisible()]
    found.sort(key=lambda row: row.y())
    return [row.objectName().removeprefix("evidence_") for row in found]


def test_evidence_for_stands_before_evidence_against_and_context(qtbot, card, case):
    claim = case.claims[0]
    against = Evidence(
        id=case.id, kind=EvidenceKind.DATUM, stance=Stance.CONTRADICTS, text="No call in the log."
    )
    claim = change.with_evidence(claim, against)
    card.show_claim(change.with_claim(case, claim), claim)
    first, second = case.claims[0].evidence
    qtbot.waitUntil(lambda: rows(card) == [first.id, against.id, second.id])


def test_the_counts_say_what_is_attached(hands, card, case):
    counts = hands.find(card, "evidence_counts")
    assert counts.text().split("·")[0].strip() == "For 1"
    assert "Against 0" in counts.text()
    assert "Other 1" in counts.text()
    card.show_claim(case, case.claims[1])
    assert "For 0" in counts.text()


def test_origins_are_counted_and_the_missing_ones_named(hands, card, case):
    origins = hands.find(card, "evidence_origins")
    assert origins.text() == "Origins known 1 · in hand 1"
    claim = replace(
        case.claims[0],
        evidence=(Evidence(id=case.id, passage_id=case.passages[0].id),),
        basis=case.claims[1].basis,
    )
    unhooked = replace(case.sources[0], relies_on=case.sources[0].relies_on[1:])
    check = change.with_claim(change.with_source(case, unhooked), claim)
    card.show_claim(check, claim)
    assert origins.text() == "Origins known 1 · in hand 0"
    assert "Not in hand: Shore Radio" in [label.text() for label in card.findChildren(QLabel)]


def test_a_row_that_stays_keeps_its_place_and_the_keyboard(hands, card, case):
    claim = case.claims[0]
    row = hands.find(card, f"evidence_{claim.evidence[1].id}")
    row.stance.setFocus()
    less = replace(claim, evidence=claim.evidence[1:], basis=case.claims[1].basis)
    card.show_claim(change.with_claim(case, less), less)
    assert hands.find(card, f"evidence_{claim.evidence[1].id}") is row
    assert row.stance.hasFocus()
    assert rows(card) == [claim.evidence[1].id]


def test_without_evidence_the_card_says_how_it_is_tied(card, case):
    card.show_claim(case, case.claims[2])
    told = [label.text() for label in card.findChildren(QLabel) if label.isVisible()]
    assert any("press E" in words for words in told)
    assert rows(card) == []


@pytest.mark.parametrize("kind", [EvidenceKind.DOCUMENT, EvidenceKind.DATUM, EvidenceKind.REPLY])
def test_a_note_is_told_with_its_kind(qtbot, hands, card, kind):
    hands.choose(hands.find(card, "noted_kind"), kind)
    hands.type(hands.find(card, "noted_text"), " Register of May ")
    with qtbot.waitSignal(card.noted) as told:
        hands.click(hands.find(card, "noted_add"))
    assert told.args == [kind, "Register of May"]
    assert hands.find(card, "noted_text").text() == ""
