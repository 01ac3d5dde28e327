"""A source that comes back brings all that went with it, to the places where it stood."""

from __future__ import annotations

from dataclasses import replace

import pytest

from workbench.core.change import without_claim, without_source
from workbench.core.change_bin import with_source_back
from workbench.intake.sample import sample_case


@pytest.mark.parametrize("number", range(4))
def test_removing_and_bringing_back_leaves_no_difference(number):
    check, _ = sample_case()
    source_id = check.sources[number].id
    gone = without_source(check, source_id)
    assert gone != check
    assert with_source_back(gone, check, source_id) == check


def test_small_check_with_every_kind_of_reference(bridge):
    check = bridge
    for source in check.sources:
        gone = without_source(check, source.id)
        assert with_source_back(gone, check, source.id) == check


def test_two_sources_come_back_in_either_order():
    check, _ = sample_case()
    first, second = check.sources[0].id, check.sources[2].id
    without_first = without_source(check, first)
    gone = without_source(without_first, second)
    one = with_source_back(with_source_back(gone, without_first, second), check, first)
    assert one == check
    other = with_source_back(with_source_back(gone, check, first), without_first, second)
    assert {source.id for source in other.sources} == {source.id for source in check.sources}
    assert {p.id for p in other.passages} == {p.id for p in check.passages}


def test_what_was_written_meanwhile_stays():
    check, _ = sample_case()
    source_id = check.sources[0].id
    gone = without_source(check, source_id)
    claim = replace(gone.claims[0], notes="Meanwhile", as_supported="Other words")
    later = replace(gone, claims=(claim, *gone.claims[1:]), title="Another title")
    back = with_source_back(later, check, source_id)
    assert back.title == "Another title"
    assert back.claims[0].notes == "Meanwhile"
    assert back.claims[0].evidence == check.claims[0].evidence


def test_evidence_of_a_claim_that_is_gone_stays_gone():
    check, _ = sample_case()
    claim = next(one for one in check.claims if one.evidence and one.evidence[0].passage_id)
    source = check.source_of(claim.evidence[0].passage_id)
    later = without_claim(without_source(check, source.id), claim.id)
    back = with_source_back(later, check, source.id)
    assert claim.id not in {one.id for one in back.claims}
    assert back == replace(without_claim(check, claim.id), sources=back.sources)


def test_a_source_that_is_there_is_left_alone(bridge):
    assert with_source_back(bridge, bridge, bridge.sources[0].id) is bridge
