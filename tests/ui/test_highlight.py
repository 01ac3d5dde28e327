from __future__ import annotations

from dataclasses import replace
from timeit import timeit

from hypothesis import given
from hypothesis import strategies as st

from workbench.clock import new_id
from workbench.core import change
from workbench.core.claim import Appearance, Basis, ClaimStatus, Evidence, Stance
from workbench.core.quote import AnchorState
from workbench.ui.highlight import Highlight, HighlightIndex, highlights_of
from workbench.ui.offset import OffsetMap

stretches = st.tuples(st.integers(0, 60), st.integers(1, 30)).map(
    lambda pair: Highlight(pair[0], pair[0] + pair[1], f"{pair}", ())
)


@given(st.lists(stretches, max_size=30), st.integers(-2, 70), st.integers(1, 30))
def test_what_touches_a_stretch_is_what_a_scan_of_all_would_find(items, start, length):
    end = start + length
    found = list(HighlightIndex(tuple(items)).between(start, end))
    wanted = [item for item in items if item.start < end and item.end > start]
    assert sorted(found, key=repr) == sorted(wanted, key=repr)
    assert [item.start for item in found] == sorted(item.start for item in wanted)


@given(st.lists(stretches, max_size=30), st.integers(0, 90))
def test_at_a_place_the_shortest_stretch_over_it_counts(items, place):
    hit = HighlightIndex(tuple(items)).at(place)
    lengths = [item.end - item.start for item in items if item.start <= place < item.end]
    assert (hit.end - hit.start if hit else None) == min(lengths, default=None)


def test_ten_thousand_highlights_are_not_all_looked_at():
    items = tuple(Highlight(7 * n, 7 * n + 20, str(n), ()) for n in range(10_000))
    index = HighlightIndex(items)
    assert len(index) == 10_000
    assert [item.passage_id for item in index.between(35_000, 35_010)] == [
        "4998", "4999", "5000", "5001",
    ]  # fmt: skip
    ours = timeit(lambda: list(index.between(35_000, 36_000)), number=50)
    scan = timeit(lambda: [i for i in items if i.start < 36_000 and i.end > 35_000], number=50)
    assert ours < scan / 3


def of_courier(case):
    version = case.sources[0].version
    return version, highlights_of(case, version.id, OffsetMap(version.text))


def test_passages_carry_the_number_and_status_of_their_claims(case):
    version, index = of_courier(case)
    assert [item.claims for item in index] == [
        ((1, ClaimStatus.REPORTED, case.claims[0].id),),
        ((2, ClaimStatus.NOT_CONFIRMED, case.claims[1].id),),
    ]
    held = OffsetMap(version.text).shown.encode("utf-16-le")
    words = [held[2 * item.start : 2 * item.end].decode("utf-16-le") for item in index]
    assert words == ["Ada Okafor called Nils Lindqvist last week", "the Harbor Bridge is shut"]


def test_passages_of_other_sources_are_not_here(case):
    _, index = of_courier(case)
    assert index.of_passage(case.passages[2].id) is None
    assert index.of_passage(case.passages[0].id) is not None


def test_a_passage_of_two_claims_carries_both(case):
    third = case.claims[2]
    shared = Appearance(id=case.id, passage_id=case.passages[1].id)
    case = change.with_claim(case, replace(third, appearances=(shared,)))
    _, index = of_courier(case)
    assert [number for number, _, _ in index.of_passage(shared.passage_id).claims] == [2, 3]


def test_a_passage_that_is_lost_or_ambiguous_is_not_painted_anywhere(case):
    for state in (AnchorState.LOST, AnchorState.AMBIGUOUS):
        passage = case.passages[0]
        lost = replace(passage, selector=replace(passage.selector, state=state))
        _, index = of_courier(change.with_passage(case, lost))
        assert [item.passage_id for item in index] == [case.passages[1].id]


def test_a_passage_for_context_only_is_no_support(case):
    claim = case.claims[0]
    passage = case.passages[0]
    only = Evidence(id=new_id(), passage_id=passage.id, stance=Stance.CONTEXT)
    bare = replace(claim, appearances=(), first_appearance_id="", basis=Basis(), evidence=(only,))
    context = replace(case, claims=(bare,), watch_items=(), main_claim_id="")
    text = case.source(passage.source_id).version.text
    found = highlights_of(context, passage.version_id, OffsetMap(text)).of_passage(passage.id)
    assert found is not None
    assert found.is_context
    supports = replace(bare, evidence=(replace(only, stance=Stance.SUPPORTS),))
    found = highlights_of(
        replace(context, claims=(supports,)), passage.version_id, OffsetMap(text)
    ).of_passage(passage.id)
    assert found is not None
    assert not found.is_context
