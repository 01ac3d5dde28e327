"""Where a piece of evidence leads, hop by hop, and never to more origins than there are."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from workbench.core.claim import Attribution, AttributionKind
from workbench.core.source import Hop, HopKind, SourceType
from workbench.rules.origin import origins_of


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


def test_a_hop_to_a_source_in_the_dossier_is_followed_to_its_end(build):
    register = build.source("City Register")
    ledger = build.source("The Ledger", Hop(name="the record", source_id=register.id))
    courier = build.source("Courier", Hop(name="The Ledger", source_id=ledger.id))
    claim = build.claim(build.evidence(courier))
    (origin,) = origins_of(build.check(), claim).known
    assert (origin.name, origin.in_hand) == ("City Register", True)
    assert origin.via == ("Courier", "The Ledger")
    assert origin.source_ids == (register.id,)


def test_a_source_that_relies_on_two_reports_passes_on_both(build):
    digest = build.source("Digest", "The Ledger", "Shore Radio")
    assert names(build, build.evidence(digest)) == ["The Ledger", "Shore Radio"]


def test_evidence_attributed_to_one_outlet_stands_for_that_outlet_alone(build):
    digest = build.source("Digest", "The Ledger", "Shore Radio")
    by_radio = Attribution(kind=AttributionKind.OUTLET, name="SHORE RADIO")
    assert names(build, build.evidence(digest, attribution=by_radio)) == ["Shore Radio"]


def test_a_passage_that_names_a_report_stands_for_that_report(build):
    words = "two people told THE SHORE RADIO, which broadcast it"
    digest = build.source("Digest", "The Ledger", "Shore Radio", text=words)
    assert names(build, build.evidence(digest)) == ["Shore Radio"]


def test_a_name_inside_another_name_names_nothing(build):
    digest = build.source("Digest", "The Ledger", "Radio", text="Radioactive waste was found.")
    assert names(build, build.evidence(digest)) == ["The Ledger", "Radio"]


def test_a_descriptor_that_names_a_report_stands_for_it(build):
    digest = build.source("Digest", "The Ledger", "Shore Radio")
    told = Attribution(kind=AttributionKind.ANONYMOUS, descriptor="people who spoke to the Ledger")
    assert names(build, build.evidence(digest, attribution=told)) == ["The Ledger"]


def test_evidence_attributed_to_an_outlet_without_a_hop_is_unseen(build):
    courier = build.source("Courier")
    cited = Attribution(kind=AttributionKind.OUTLET, name="The Ledger")
    assert counts(build, build.evidence(courier, attribution=cited)) == (1, 0)


def test_an_outlet_can_report_one_thing_itself_and_pass_on_another(build):
    courier = build.source("Harbor Courier", "The Ledger")
    own = Attribution(kind=AttributionKind.OUTLET, name="The Harbor Courier")
    assert counts(build, build.evidence(courier, attribution=own)) == (1, 1)
    assert counts(build, build.evidence(courier)) == (1, 0)


def test_an_inferred_hop_adds_nothing_beside_a_stated_one(build):
    courier = build.source("Courier", "The Ledger", inferred("Shore Radio"))
    assert names(build, build.evidence(courier)) == ["The Ledger"]


def test_an_inferred_hop_stands_where_none_is_stated_and_says_so(build):
    courier = build.source("Courier", inferred("Shore Radio"))
    claim = build.claim(build.evidence(courier))
    (origin,) = origins_of(build.check(), claim).known
    assert (origin.name, origin.in_hand, origin.inferred) == ("Shore Radio", False, True)


def test_sources_that_rely_only_on_each_other_have_no_origin(build):
    one, other = build.source("Courier"), build.source("Gazette")
    one = build.relies_on(one, Hop(name="Gazette", source_id=other.id))
    build.relies_on(other, Hop(name="Courier", source_id=one.id))
    claim = build.claim(build.evidence(one))
    origins = origins_of(build.check(), claim)
    assert origins.known == ()
    assert origins.circular == ("Courier",)


def test_a_circle_with_a_way_out_leads_out(build):
    one, other = build.source("Courier"), build.source("Gazette")
    one = build.relies_on(one, Hop(name="Gazette", source_id=other.id), Hop(name="The Ledger"))
    build.relies_on(other, Hop(name="Courier", source_id=one.id))
    assert names(build, build.evidence(one)) == ["The Ledger"]


def test_a_text_under_licence_counts_with_its_original(build):
    wire = build.source("North Wire")
    copy = build.source("Courier", "Shore Radio", syndicated_from=wire.id)
    assert names(build, build.evidence(copy), build.evidence(wire)) == ["North Wire"]


def test_original_reporting_with_an_agency_line_stays_the_outlets_own(build):
    source = build.source("Courier", agency="North Wire", type=SourceType.ORIGINAL_REPORTING)
    assert names(build, build.evidence(source)) == ["Courier"]


def test_an_aggregation_without_hops_stands_for_a_report_that_is_not_in_hand(build):
    digest = build.source("Digest", type=SourceType.AGGREGATION)
    claim = build.claim(build.evidence(digest))
    origins = origins_of(build.check(), claim)
    assert (origins.known_count, origins.in_hand_count) == (1, 0)
    assert origins.missing == ("the report behind Digest",)


def test_a_reply_outside_the_dossier_is_known_and_not_in_hand(build):
    assert counts(build, build.reply("Yes, they spoke.", who="Okafor’s office")) == (1, 0)


def test_a_document_without_a_name_is_called_by_what_it_says(build):
    claim = build.claim(build.reply("The register\nlists " + "no call " * 30))
    (missing,) = origins_of(build.check(), claim).missing
    assert missing.startswith("The register lists no call")
    assert len(missing) <= 80
    assert missing.endswith("…")


def test_a_chain_of_a_thousand_hops_and_a_web_of_diamonds_both_end(build):
    last = build.source("The Ledger")
    for number in range(1500):
        last = build.source(f"Outlet {number}", Hop(name="", source_id=last.id))
    assert counts(build, build.evidence(last)) == (1, 1)
    layer = [build.source("Shore Radio")]
    for number in range(25):
        hops = [Hop(name="", source_id=source.id) for source in layer]
        layer = [build.source(f"{side} {number}", *hops) for side in "ABC"]
    build.claims.clear()
    assert names(build, *(build.evidence(source) for source in layer)) == ["Shore Radio"]


@given(st.data())
def test_any_web_of_sources_ends_and_counts_no_more_than_there_are_ends(new_builder, data):
    build = new_builder()
    size = data.draw(st.integers(1, 6))
    sources = [build.source(f"Outlet {number}") for number in range(size)]
    for at, source in enumerate(list(sources)):
        targets = data.draw(st.lists(st.integers(0, size), max_size=3))
        hops = [
            Hop(name="Unseen") if to == size else Hop(name="", source_id=sources[to].id)
            for to in targets
        ]
        sources[at] = build.relies_on(source, *hops)
    claim = build.claim(*(build.evidence(source) for source in sources))
    origins = origins_of(build.check(), claim)
    ends = {source.outlet for source in sources if not source.relies_on} | {"Unseen"}
    assert {origin.name for origin in origins.known} <= ends
    assert origins.in_hand_count == sum(not source.relies_on for source in sources)
