"""Four articles that repeat one report are one origin."""

from __future__ import annotations

import pytest

from workbench.core.claim import Stance
from workbench.core.source import Hop, HopKind
from workbench.rules.origin import NAMELESS, origins_of, origins_of_check


def inferred(name="", source=None):
    return Hop(
        name=name,
        source_id=source.id if source else "",
        kind=HopKind.INFERRED,
        basis="image caption",
    )


def counts(build, *evidence):
    """Return known and in hand for a claim with this evidence."""
    claim = build.claim(*evidence)
    origins = origins_of(build.check(), claim)
    return origins.known_count, origins.in_hand_count


def names(build, *evidence):
    """Return the names of the origins of a claim with this evidence."""
    claim = build.claim(*evidence)
    return [origin.name for origin in origins_of(build.check(), claim).known]


def test_a_claim_without_evidence_has_no_origin(build):
    assert counts(build) == (0, 0)


def test_an_original_report_is_its_own_origin(build):
    assert counts(build, build.evidence(build.source("The Ledger"))) == (1, 1)


def test_four_articles_on_one_unseen_report_are_one_origin(build):
    outlets = ("Courier", "Shore Radio", "Gazette", "Harbor Times")
    evidence = [build.evidence(build.source(outlet, "The Ledger")) for outlet in outlets]
    claim = build.claim(*evidence)
    origins = origins_of(build.check(), claim)
    assert (origins.known_count, origins.in_hand_count) == (1, 0)
    assert origins.missing == ("The Ledger",)
    assert origins.known[0].via == outlets


def test_the_same_name_in_another_spelling_is_the_same_origin(build):
    one = build.evidence(build.source("Courier", "The Ledger"))
    other = build.evidence(build.source("Gazette", "LEDGER"))
    assert counts(build, one, other) == (1, 0)


def test_an_origin_in_hand_and_cited_elsewhere_counts_once_and_is_in_hand(build):
    ledger = build.evidence(build.source("The Ledger"))
    courier = build.evidence(build.source("Courier", "the ledger"))
    assert counts(build, courier, ledger) == (1, 1)


def test_an_origin_that_is_also_stated_is_no_longer_inferred(build):
    first = build.evidence(build.source("Courier", inferred("The Ledger")))
    second = build.evidence(build.source("Gazette", "The Ledger"))
    claim = build.claim(first, second)
    (origin,) = origins_of(build.check(), claim).known
    assert not origin.inferred


def test_agency_copy_in_two_papers_is_one_origin_and_in_hand(build):
    papers = [build.source(name, agency="North Wire") for name in ("Courier", "Gazette")]
    claim = build.claim(*(build.evidence(paper) for paper in papers))
    origins = origins_of(build.check(), claim)
    assert [origin.name for origin in origins.known] == ["North Wire"]
    assert origins.in_hand_count == 1


@pytest.mark.parametrize(
    "stance", [Stance.REPEATS, Stance.CONTEXT, Stance.QUALIFIES, Stance.CONTRADICTS]
)
def test_only_support_counts_as_support(build, stance):
    ledger, courier = build.source("The Ledger"), build.source("Courier")
    assert counts(build, build.evidence(ledger), build.evidence(courier, stance)) == (1, 1)


def test_what_contradicts_has_origins_of_its_own(build):
    ledger, courier = build.source("The Ledger"), build.source("Courier", "Shore Radio")
    claim = build.claim(build.evidence(ledger), build.evidence(courier, Stance.CONTRADICTS))
    against = origins_of(build.check(), claim, Stance.CONTRADICTS)
    assert against.missing == ("Shore Radio",)


def test_two_nameless_sources_are_two_origins(build):
    claim = build.claim(build.evidence(build.source()), build.evidence(build.source()))
    origins = origins_of(build.check(), claim)
    assert [origin.name for origin in origins.known] == [NAMELESS, NAMELESS]


def test_a_check_counts_each_origin_of_its_claims_once(build):
    ledger, courier = build.source("The Ledger"), build.source("Courier", "Shore Radio")
    build.claim(build.evidence(ledger))
    build.claim(build.evidence(ledger), build.evidence(courier))
    build.claim(build.evidence(build.source("Gazette"), Stance.REPEATS))
    origins = origins_of_check(build.check())
    assert (origins.known_count, origins.in_hand_count) == (2, 1)
    assert origins.missing == ("Shore Radio",)
