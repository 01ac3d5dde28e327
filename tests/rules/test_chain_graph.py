"""The chain as nodes and arrows: what is in hand, what is only named, where it ends."""

from __future__ import annotations

import pytest

from workbench.core.claim import Attribution, AttributionKind, Stance
from workbench.core.source import Hop, HopKind
from workbench.rules.chain_graph import EdgeKind, NodeKind, chain_graph


def arrows(graph):
    return {
        (graph.node(edge.start).label, edge.kind.value, graph.node(edge.end).label)
        for edge in graph.edges
    }


def origins(graph):
    return {node.label for node in graph.nodes if node.is_origin}


def test_relayed_report_ends_at_what_is_not_in_hand(build):
    bay = build.source("Bay Commentary", "The Ledger")
    claim = build.claim(build.evidence(bay), wording="The mayor called")
    graph = chain_graph(build.check(), claim.id)
    assert arrows(graph) == {
        ("The mayor called", "supports", "Bay Commentary"),
        ("Bay Commentary", "stated", "The Ledger"),
    }
    assert origins(graph) == {"The Ledger"}
    assert [node.kind for node in graph.nodes] == [
        NodeKind.CLAIM, NodeKind.SOURCE, NodeKind.UNSEEN,
    ]  # fmt: skip


def test_two_sources_meet_at_one_origin(build):
    first = build.source("Courier", "The Ledger")
    second = build.source("Herald", "Ledger")
    build.claim(build.evidence(first), build.evidence(second), wording="He called")
    graph = chain_graph(build.check())
    assert sum(node.kind is NodeKind.UNSEEN for node in graph.nodes) == 1
    assert origins(graph) == {"The Ledger"}


def test_inferred_hop_says_from_what(build):
    hop = Hop(name="Harbor Mirror", kind=HopKind.INFERRED, basis="image caption")
    build.claim(build.evidence(build.source("Courier", hop)), wording="He called")
    edge = next(e for e in chain_graph(build.check()).edges if e.kind is EdgeKind.INFERRED)
    assert edge.basis == "image caption"


def test_copy_and_agency_text_are_the_same_text(build):
    original = build.source("Courier")
    copy = build.source("Herald", syndicated_from=original.id)
    paper = build.source("Gazette", agency="Meridian Wire")
    build.claim(build.evidence(copy), build.evidence(paper), wording="He called")
    graph = chain_graph(build.check())
    assert ("Herald", "syndicated", "Courier") in arrows(graph)
    assert ("Gazette", "syndicated", "Meridian Wire") in arrows(graph)
    assert origins(graph) == {"Courier", "Meridian Wire"}


def test_sources_that_rely_on_each_other_are_drawn_once_and_have_no_origin(build):
    first, second = build.source("Courier"), build.source("Herald")
    build.relies_on(first, Hop(name="Herald", source_id=second.id))
    build.relies_on(second, Hop(name="Courier", source_id=first.id))
    build.claim(build.evidence(first), wording="He called")
    graph = chain_graph(build.check())
    assert {("Courier", "stated", "Herald"), ("Herald", "stated", "Courier")} <= arrows(graph)
    assert len(graph.nodes) == 3
    assert origins(graph) == set()


def test_repeating_is_shown_unless_the_source_supports_as_well(build):
    bay, blog = build.source("Bay Commentary"), build.source("Bay Blog")
    build.claim(
        build.evidence(bay),
        build.evidence(bay, Stance.REPEATS),
        build.evidence(blog, Stance.REPEATS),
        wording="He called",
    )
    graph = chain_graph(build.check())
    assert arrows(graph) == {
        ("He called", "supports", "Bay Commentary"),
        ("He called", "repeats", "Bay Blog"),
    }
    assert origins(graph) == {"Bay Commentary"}


def test_evidence_of_another_outlet_leads_there(build):
    says = Attribution(kind=AttributionKind.OUTLET, name="The Ledger")
    build.claim(build.evidence(build.source("Courier"), attribution=says), wording="He called")
    assert ("Courier", "stated", "The Ledger") in arrows(chain_graph(build.check()))


def test_context_and_claims_without_evidence_are_left_out(build):
    build.claim(build.evidence(build.source("Courier"), Stance.CONTEXT), wording="He called")
    build.claim(wording="She ran")
    assert chain_graph(build.check()).nodes == ()


def test_unknown_claim_is_an_error(build):
    with pytest.raises(KeyError):
        chain_graph(build.check(), build.id())
