"""Claims and the evidence they rest on."""

from __future__ import annotations

from dataclasses import replace

import pytest

from workbench.core.claim import (
    Action,
    Appearance,
    Attribution,
    AttributionKind,
    Basis,
    Claim,
    Evidence,
    EvidenceKind,
)
from workbench.core.date import stated


def test_only_anonymous_sources_are_counted():
    assert Attribution(kind=AttributionKind.ANONYMOUS, count=2).count == 2
    with pytest.raises(ValueError, match="only anonymous"):
        Attribution(kind=AttributionKind.NAMED, name="Okafor", count=1)
    with pytest.raises(ValueError, match="only anonymous"):
        Attribution(kind=AttributionKind.ANONYMOUS, count=-1)


def test_evidence_is_a_passage_or_says_in_words_what_it_shows(number):
    with pytest.raises(ValueError, match="names its passage"):
        Evidence(id=number(1))
    with pytest.raises(ValueError, match="names its passage"):
        Evidence(id=number(1), kind=EvidenceKind.DATUM, passage_id=number(2), text="14,000 cars")
    with pytest.raises(ValueError, match="says in words"):
        Evidence(id=number(1), kind=EvidenceKind.REPLY, text=" \n")


def test_a_status_rests_on_evidence_of_its_own_claim(number):
    evidence = Evidence(id=number(1), passage_id=number(2))
    claim = Claim(id=number(3), evidence=(evidence,), basis=Basis(evidence_ids=(number(1),)))
    assert not claim.basis.is_empty
    with pytest.raises(ValueError, match="its own claim"):
        replace(claim, basis=Basis(evidence_ids=(number(9),)))
    with pytest.raises(ValueError, match="its own claim"):
        replace(claim, evidence=())


def test_the_first_appearance_is_one_of_the_appearances(number):
    claim = Claim(
        id=number(3),
        appearances=(Appearance(id=number(1)),),
        first_appearance_id=number(1),
    )
    with pytest.raises(ValueError, match="first appearance"):
        replace(claim, appearances=())


def test_evidence_and_appearances_have_ids_of_their_own(number):
    evidence = Evidence(id=number(1), passage_id=number(2))
    with pytest.raises(ValueError, match="evidence share an id"):
        Claim(id=number(3), evidence=(evidence, evidence))
    with pytest.raises(ValueError, match="appearances share an id"):
        Claim(id=number(3), appearances=(Appearance(id=number(1)),) * 2)


def test_the_careful_wording_is_shown_before_the_circulated_one(number):
    claim = Claim(id=number(1), as_circulated="It closes for good")
    assert claim.wording == "It closes for good"
    assert replace(claim, as_supported="It closes on Monday").wording == "It closes on Monday"


def test_a_claim_names_each_passage_once_appearances_first(bridge, number):
    assert bridge.claims[0].passage_ids == (number(12), number(11))
    assert bridge.claims[1].passage_ids == (number(12), number(13))


def test_an_action_with_only_the_words_of_a_date_is_not_empty():
    assert Action().is_empty
    assert not Action(when=stated("", wording="last week")).is_empty
    assert not Action(when=stated("2026")).is_empty
    assert not Action(recipient="Okafor").is_empty
