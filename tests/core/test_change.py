"""The small changes of a check: what goes with what, and that nothing else is touched."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from workbench.core.change import (
    tidied,
    with_claim,
    with_claim_moved,
    with_draft_heading,
    with_draft_text,
    with_evidence,
    with_passage,
    with_post_text,
    with_source,
    with_watch_item,
    without_claim,
    without_evidence,
    without_source,
)
from workbench.core.claim import Claim, Evidence
from workbench.core.draft import WatchItem
from workbench.core.quote import QuoteSelector


def passage_ids(check):
    return [passage.id for passage in check.passages]


def test_new_parts_go_to_the_end_and_known_ones_keep_their_place(bridge, number):
    claim = Claim(id=number(23), as_circulated="The ferry stops too")
    longer = with_claim(bridge, claim)
    assert [item.id for item in longer.claims] == [number(21), number(22), number(23)]
    reworded = replace(bridge.claims[0], as_supported="The bridge closes for a week")
    assert [item.id for item in with_claim(longer, reworded).claims] == [
        item.id for item in longer.claims
    ]
    assert with_claim(longer, reworded).claims[0].as_supported == "The bridge closes for a week"
    assert with_claim(longer, reworded).claims[1:] == longer.claims[1:]


def test_each_kind_of_part_can_be_put(bridge, number):
    source = replace(bridge.sources[0], title="Notice")
    assert with_source(bridge, source).source(source.id).title == "Notice"
    moved = replace(bridge.passages[0], selector=QuoteSelector(exact="a", start=1, end=2))
    assert with_passage(bridge, moved).passage(moved.id).selector.exact == "a"
    item = WatchItem(id=number(63), text="The contractor's reply")
    assert with_watch_item(bridge, item).watch_items == (*bridge.watch_items, item)
    more = Evidence(id=number(35), passage_id=number(13))
    assert with_evidence(bridge.claims[1], more).evidence == (*bridge.claims[1].evidence, more)


def test_putting_the_same_part_changes_nothing(bridge):
    assert with_source(bridge, bridge.sources[1]) == bridge
    assert with_passage(bridge, bridge.passages[1]) == bridge
    assert with_claim(bridge, bridge.claims[1]) == bridge
    assert with_watch_item(bridge, bridge.watch_items[1]) == bridge
    assert with_evidence(bridge.claims[0], bridge.claims[0].evidence[0]) == bridge.claims[0]


def test_a_removed_claim_takes_its_lonely_passages_and_unties_what_pointed_at_it(bridge, number):
    left = without_claim(bridge, number(22))
    assert [claim.id for claim in left.claims] == [number(21)]
    assert passage_ids(left) == [number(11), number(12)]  # 13 served that claim alone
    assert [item.claim_id for item in left.watch_items] == [number(21), ""]
    assert left.main_claim_id == number(21)


def test_a_removed_main_claim_leaves_the_verdict_to_the_next(bridge, number):
    left = without_claim(bridge, number(21))
    assert left.main_claim_id == ""
    assert left.main_claim.id == number(22)
    # passage 11 still serves the event
    assert number(11) in passage_ids(left)


def test_removed_evidence_leaves_the_basis_too(bridge, number):
    left = without_evidence(bridge, number(21), number(31))
    assert [item.id for item in left.claim(number(21)).evidence] == [number(32)]
    assert left.claim(number(21)).basis.evidence_ids == (number(32),)
    assert passage_ids(left) == passage_ids(bridge)  # the event still points at the passage
    assert passage_ids(without_evidence(bridge, number(22), number(34))) == [
        number(11),
        number(12),
    ]


def test_removing_what_is_not_there_is_a_fault_or_changes_nothing(bridge, number):
    with pytest.raises(KeyError):
        without_evidence(bridge, number(99), number(31))
    with pytest.raises(KeyError):
        without_source(bridge, number(99))
    assert without_evidence(bridge, number(21), number(99)) == bridge
    assert without_claim(bridge, number(99)) == bridge


def test_a_removed_source_takes_everything_that_points_at_its_text(bridge, number):
    left = without_source(bridge, number(2))
    assert [source.id for source in left.sources] == [number(1), number(3)]
    assert passage_ids(left) == [number(11)]
    closes, denied = left.claims
    # the notice was read in that source; the passage of the other source stays
    assert [item.id for item in closes.evidence] == [number(31)]
    assert closes.basis.evidence_ids == (number(31),)
    assert [item.id for item in closes.appearances] == [number(42)]
    assert closes.first_appearance_id == ""
    assert denied.evidence == ()
    assert left.events[0].passage_ids == (number(11),)


def test_a_hop_to_a_removed_source_becomes_unseen(bridge, number):
    herald = without_source(bridge, number(1)).source(number(2))
    assert [(hop.name, hop.in_hand) for hop in herald.relies_on] == [
        ("the harbour office's notice", False),  # as the text cites it
        ("a tip", False),
    ]


def test_a_copy_does_not_become_an_origin_when_its_original_is_removed(bridge, number):
    wire = without_source(bridge, number(2)).source(number(3))
    assert wire.syndicated_from == ""
    assert [(hop.name, hop.in_hand) for hop in wire.relies_on] == [("Northshore Herald", False)]


def test_a_nameless_source_can_be_removed(bridge, number):
    nameless = with_source(bridge, replace(bridge.source(number(2)), outlet=" "))
    wire = without_source(nameless, number(2)).source(number(3))
    assert [hop.name for hop in wire.relies_on] == ["a removed source"]


@pytest.mark.parametrize(
    ("index", "order"), [(0, [22, 21]), (1, [21, 22]), (-5, [22, 21]), (99, [21, 22])]
)
def test_a_claim_moves_and_stays_in_the_list(bridge, number, index, order):
    moved = with_claim_moved(bridge, number(22), index)
    assert [claim.id for claim in moved.claims] == [number(claim) for claim in order]
    assert moved.main_claim_id == bridge.main_claim_id


def test_a_claim_moved_before_the_first_becomes_the_first(bridge, number):
    three = with_claim(bridge, Claim(id=number(23)))
    moved = with_claim_moved(three, number(23), -1)
    assert [claim.id for claim in moved.claims] == [number(23), number(21), number(22)]


def test_an_emptied_draft_part_is_gone(bridge):
    written = with_draft_text(bridge, "watch", "A vote.")
    assert [part.key for part in written.draft.parts] == ["lede", "watch"]
    assert with_draft_text(written, "watch", "") == bridge


def test_the_order_of_typing_does_not_show(bridge):
    one = with_draft_text(with_draft_text(bridge, "watch", "A"), "quick_read", "B")
    other = with_draft_text(with_draft_text(bridge, "quick_read", "B"), "watch", "A")
    assert one == other


def test_a_post_follows_the_common_text_until_it_has_its_own(bridge):
    own = with_post_text(bridge, "bluesky", "It closes. [LINK]")
    assert own.post_text("bluesky") == "It closes. [LINK]"
    assert with_post_text(own, "bluesky", None) == bridge
    assert with_post_text(bridge, "x", "").post_text("x") == ""  # emptied on purpose
    assert with_post_text(bridge, "", "").posts == (bridge.posts[1],)


def test_only_passages_that_nothing_points_at_are_tidied_away(bridge, number):
    assert tidied(bridge) is bridge
    spare = replace(bridge.passages[0], id=number(14))
    assert tidied(with_passage(bridge, spare)) == bridge


CHANGES = st.lists(
    st.tuples(
        st.sampled_from(
            ["claim", "evidence", "source", "move", "draft", "post", "put claim", "put source"]
        ),
        st.integers(0, 3),
        st.integers(0, 3),
    ),
    max_size=8,
)


def changed(check, kind, first, second):
    """Return the check after one change picked by numbers, or as it is where none fits."""
    claims, sources = check.claims, check.sources
    if kind == "draft":
        return with_draft_text(check, f"part{first}", "text" * second)
    if kind == "post":
        return with_post_text(check, f"n{first}", "text" if second else None)
    if kind.endswith("source"):
        if not sources:
            return check
        source = sources[first % len(sources)]
        if kind == "source":
            return without_source(check, source.id)
        return with_source(check, replace(source, outlet=f"Outlet {second}"))
    if not claims:
        return check
    claim = claims[first % len(claims)]
    if kind == "move":
        return with_claim_moved(check, claim.id, second)
    if kind == "put claim":
        return with_claim(check, replace(claim, as_supported=f"Wording {second}"))
    if kind == "evidence" and claim.evidence:
        return without_evidence(check, claim.id, claim.evidence[second % len(claim.evidence)].id)
    return without_claim(check, claim.id) if kind == "claim" else check


# the fixture is a frozen value, so sharing it between examples is safe
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(CHANGES)
def test_any_order_of_changes_is_valid_and_leaves_the_undo_values_alone(bridge, changes):
    steps = [bridge]
    before = [repr(bridge)]
    for kind, first, second in changes:
        steps.append(changed(steps[-1], kind, first, second))
        before.append(repr(steps[-1]))
    assert [repr(step) for step in steps] == before
    last = steps[-1]
    assert tidied(last) == last
    known = {passage.id for passage in last.passages}
    assert all(known.issuperset(claim.passage_ids) for claim in last.claims)


def test_a_heading_of_its_own_stays_when_the_text_goes(bridge):
    named = with_draft_heading(bridge, "why_person", "Why Okafor matters")
    written = with_draft_text(named, "why_person", "He signs.")
    emptied = with_draft_text(written, "why_person", "")

    assert written.draft.text("why_person") == "He signs."
    assert written.draft.heading("why_person") == "Why Okafor matters"
    assert emptied.draft.heading("why_person") == "Why Okafor matters"
    assert with_draft_heading(emptied, "why_person", "").draft == bridge.draft
