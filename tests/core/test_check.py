"""The whole case: nothing in it points at something that is not there."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

import pytest

from workbench.core.check import Check
from workbench.core.claim import Evidence
from workbench.core.draft import Post, WatchItem
from workbench.core.source import Hop


@pytest.mark.parametrize("name", ["sources", "passages", "claims", "events", "watch_items"])
def test_two_parts_with_one_id_are_refused(bridge, name):
    items = getattr(bridge, name)
    with pytest.raises(ValueError, match=f"two {name} share an id"):
        replace(bridge, **{name: (*items, items[0])})


def test_a_network_has_one_post(bridge):
    with pytest.raises(ValueError, match="one post"):
        replace(bridge, posts=(Post(network="x", text="a"), Post(network="x", text="b")))


@pytest.mark.parametrize(
    ("values", "message"),
    [
        ({"id": "1"}, "UUID"),
        ({"slug": "../up"}, "slug"),
        ({"slug": "con"}, "file name"),
        ({"created": datetime(2026, 7, 2)}, "UTC"),  # noqa: DTZ001 - naive on purpose
        ({"changed": datetime(2026, 7, 2)}, "UTC"),  # noqa: DTZ001
        ({"main_claim_id": "01900000-0000-7000-8000-000000000000"}, "the verdict points at"),
        ({"passages": ()}, "a claim points at"),
        ({"claims": ()}, "a watch item points at"),
        ({"sources": ()}, "source version that is not in the check"),
    ],
)
def test_a_check_that_cannot_be_is_refused(bridge, values, message):
    with pytest.raises(ValueError, match=message):
        replace(bridge, **values)


def test_a_passage_points_at_a_version_of_its_own_source(bridge):
    moved = replace(bridge.passages[0], source_id=bridge.sources[2].id)
    with pytest.raises(ValueError, match="source version"):
        replace(bridge, passages=(moved, *bridge.passages[1:]))


def test_references_between_parts_are_known(bridge, number):
    elsewhere = number(900)
    office, herald, wire = bridge.sources
    hop = replace(office, relies_on=(Hop(name="Gazette", source_id=elsewhere),))
    with pytest.raises(ValueError, match="a hop"):
        replace(bridge, sources=(hop, herald, wire))
    with pytest.raises(ValueError, match="syndicated"):
        replace(bridge, sources=(office, herald, replace(wire, syndicated_from=elsewhere)))
    event = replace(bridge.events[0], passage_ids=(elsewhere,))
    with pytest.raises(ValueError, match="an event"):
        replace(bridge, events=(event,))
    evidence = Evidence(id=number(1), kind="document", source_id=elsewhere, text="Notice 14/2026")
    with pytest.raises(ValueError, match="a piece of evidence"):
        replace(bridge, claims=(*bridge.claims, replace(bridge.claims[0], id=number(2), evidence=(
            *bridge.claims[0].evidence, evidence))))  # fmt: skip
    item = WatchItem(id=number(3), text="A vote", claim_id=elsewhere)
    with pytest.raises(ValueError, match="a watch item"):
        replace(bridge, watch_items=(item,))


def test_the_main_claim_is_the_chosen_one_else_the_first(bridge, number):
    assert bridge.main_claim is bridge.claims[0]
    assert replace(bridge, main_claim_id=number(22)).main_claim is bridge.claims[1]
    assert replace(bridge, main_claim_id="").main_claim is bridge.claims[0]
    empty = Check(id=bridge.id, slug="a", title="A", created=bridge.created, changed=bridge.created)
    assert empty.main_claim is None


def test_parts_are_found_by_id_and_missing_ones_are_a_fault(bridge, number):
    assert bridge.claim(number(22)).as_circulated == "Okafor ordered it"
    assert bridge.claim_number(number(22)) == 2
    assert bridge.source_of(number(12)).outlet == "Northshore Herald"
    for find in (bridge.claim, bridge.source, bridge.passage, bridge.claim_number):
        with pytest.raises(KeyError):
            find(number(999))


def test_a_post_without_a_variant_is_the_common_text(bridge):
    assert bridge.post_text("x") == "It closes"
    with_empty_variant = replace(bridge, posts=(bridge.posts[0], Post(network="x", text="")))
    assert bridge.post_text("bluesky") == "Harbor Bridge closes [LINK]"
    assert with_empty_variant.post_text("x") == ""
    assert replace(bridge, posts=()).post_text("x") == ""
