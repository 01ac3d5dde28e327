"""The gate says in sentences why a claim cannot carry a status."""

from __future__ import annotations

import pytest

from workbench.core.claim import (
    Attribution,
    AttributionKind,
    Basis,
    ClaimKind,
    ClaimStatus,
    Stance,
)
from workbench.core.source import Flag, Hop, SourceType
from workbench.rules.status_gate import obstacles

CONFIRMED = ClaimStatus.CONFIRMED
STRONGEST = "The strongest status this claim can carry is reported."


def against(build, status, *evidence, **fields):
    """Return the obstacles for the only claim, with this evidence."""
    build.claims.clear()
    claim = build.claim(*evidence, **fields)
    return obstacles(build.check(), claim, status)


def test_support_from_an_origin_in_hand_confirms(build):
    assert against(build, CONFIRMED, build.evidence(build.source("City Register"))) == ()


def test_an_origin_not_in_hand_is_named(build):
    evidence = build.evidence(build.source("Courier", "The Ledger"))
    assert against(build, CONFIRMED, evidence) == (
        f"The origin, The Ledger, is not in hand. {STRONGEST}",
    )


def test_several_origins_not_in_hand_are_all_named(build):
    evidence = build.evidence(build.source("Digest", "The Ledger", "Shore Radio"))
    assert against(build, CONFIRMED, evidence) == (
        f"The origins, The Ledger and Shore Radio, are not in hand. {STRONGEST}",
    )


def test_one_origin_in_hand_is_enough(build):
    unseen = build.evidence(build.source("Courier", "The Ledger"))
    seen = build.evidence(build.source("City Register"))
    assert against(build, CONFIRMED, unseen, seen) == ()


def test_nothing_attached_confirms_nothing(build):
    (sentence,) = against(build, CONFIRMED)
    assert "Nothing attached supports this claim" in sentence


def test_repeating_does_not_support(build):
    evidence = build.evidence(build.source("City Register"), Stance.REPEATS)
    (sentence,) = against(build, CONFIRMED, evidence)
    assert "only repeats the claim" in sentence


@pytest.mark.parametrize("stance", [Stance.CONTEXT, Stance.QUALIFIES, Stance.CONTRADICTS])
def test_other_stances_confirm_nothing(build, stance):
    assert against(build, CONFIRMED, build.evidence(build.source("City Register"), stance))


def test_a_circle_confirms_nothing(build):
    one, other = build.source("Courier"), build.source("Gazette")
    one = build.relies_on(one, Hop(name="Gazette", source_id=other.id))
    other = build.relies_on(other, Hop(name="Courier", source_id=one.id))
    assert against(build, CONFIRMED, build.evidence(one), build.evidence(other)) == (
        f"Courier and Gazette rely on each other, and no origin is known. {STRONGEST}",
    )


@pytest.mark.parametrize("kind", [ClaimKind.ANALYSIS, ClaimKind.PREDICTION, ClaimKind.MOTIVE])
def test_only_facts_and_quotations_can_be_confirmed(build, kind):
    evidence = build.evidence(build.source("City Register"))
    (sentence,) = against(build, CONFIRMED, evidence, kind=kind)
    assert kind.value in sentence
    assert against(build, CONFIRMED, evidence, kind=ClaimKind.QUOTATION) == ()


@pytest.mark.parametrize("kind", [SourceType.SATIRE, SourceType.COMMENTARY])
def test_satire_and_commentary_confirm_nothing_alone(build, kind):
    gull = build.evidence(build.source("The Gull", type=kind))
    (sentence,) = against(build, CONFIRMED, gull)
    assert "The Gull" in sentence
    assert sentence.endswith(STRONGEST)
    assert against(build, CONFIRMED, gull, build.evidence(build.source("Register"))) == ()


def test_a_source_under_suspicion_of_satire_confirms_nothing(build):
    source = build.source("The Gull", flags=frozenset({Flag.SATIRE_SUSPECTED}))
    assert against(build, CONFIRMED, build.evidence(source))


def test_one_origin_on_unnamed_people_is_reported_and_two_confirm(build):
    unnamed = Attribution(kind=AttributionKind.ANONYMOUS, count=2)
    ledger = build.evidence(build.source("The Ledger"), attribution=unnamed)
    assert against(build, CONFIRMED, ledger) == (
        f"The only origin, The Ledger, rests on people it does not name. {STRONGEST}",
    )
    radio = build.evidence(build.source("Shore Radio"), attribution=unnamed)
    assert against(build, CONFIRMED, ledger, radio) == ()


def test_a_named_person_in_the_same_source_lifts_the_doubt(build):
    source = build.source("The Ledger", flags=frozenset())
    unnamed = Attribution(kind=AttributionKind.ANONYMOUS)
    named = Attribution(kind=AttributionKind.NAMED, name="Okafor")
    pieces = (
        build.evidence(source, attribution=unnamed),
        build.evidence(source, attribution=named),
    )
    assert against(build, CONFIRMED, *pieces) == ()


def test_the_basis_must_be_what_supports(build):
    supports = build.evidence(build.source("Register"))
    opposes = build.evidence(build.source("Courier"), Stance.CONTRADICTS)
    basis = Basis(evidence_ids=(opposes.id,))
    (sentence,) = against(build, CONFIRMED, supports, opposes, basis=basis)
    assert "does not support" in sentence
    assert (
        against(build, CONFIRMED, supports, opposes, basis=Basis(evidence_ids=(supports.id,))) == ()
    )


def test_reported_needs_somebody_who_reports(build):
    (sentence,) = against(build, ClaimStatus.REPORTED)
    assert "who reports this" in sentence
    courier = build.source("Courier", "The Ledger")
    assert against(build, ClaimStatus.REPORTED, build.evidence(courier)) == ()
    assert against(build, ClaimStatus.REPORTED, build.evidence(courier, Stance.REPEATS)) == ()
    assert against(build, ClaimStatus.REPORTED, appearances=(courier,)) == ()


def test_contradicted_needs_evidence_against_that_is_in_hand(build):
    assert against(build, ClaimStatus.CONTRADICTED)
    unseen = build.evidence(build.source("Courier", "The Ledger"), Stance.CONTRADICTS)
    (sentence,) = against(build, ClaimStatus.CONTRADICTED, unseen)
    assert sentence.startswith("The origin, The Ledger, is not in hand.")
    seen = build.evidence(build.source("Register"), Stance.CONTRADICTS)
    assert against(build, ClaimStatus.CONTRADICTED, unseen, seen) == ()


def test_a_fact_is_not_filed_as_analysis(build):
    for kind in (ClaimKind.FACT, ClaimKind.QUOTATION):
        assert against(build, ClaimStatus.ANALYSIS, kind=kind)
    for kind in (ClaimKind.ANALYSIS, ClaimKind.PREDICTION, ClaimKind.MOTIVE):
        assert against(build, ClaimStatus.ANALYSIS, kind=kind) == ()


@pytest.mark.parametrize("status", [ClaimStatus.NOT_CONFIRMED, ClaimStatus.NOT_CHECKABLE])
@pytest.mark.parametrize("kind", list(ClaimKind))
def test_saying_less_is_always_allowed(build, status, kind):
    assert against(build, status, kind=kind) == ()


@pytest.mark.parametrize("status", list(ClaimStatus))
@pytest.mark.parametrize("kind", list(ClaimKind))
def test_every_obstacle_reads_as_sentences(build, status, kind):
    for sentence in against(build, status, kind=kind):
        assert sentence[0].isupper()
        assert sentence.endswith(".")
        assert "!" not in sentence
