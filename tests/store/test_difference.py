"""A save is told exactly which rows differ."""

from __future__ import annotations

from dataclasses import replace

from workbench.core.change import with_claim, with_claim_moved, without_claim
from workbench.store.difference import Verb, difference
from workbench.store.summary import HitKind


def shapes(found):
    return [(write.verb, write.table, set(write.columns)) for write in found.writes]


def test_equal_checks_differ_in_nothing(rich_check):
    same = replace(rich_check, claims=tuple(replace(claim) for claim in rich_check.claims))
    found = difference(rich_check, same)
    assert found.writes == []
    assert found.texts == []


def test_only_the_columns_that_differ_are_named(rich_check):
    claim = replace(rich_check.claims[0], claimant="Somebody else", notes="")
    found = difference(rich_check, with_claim(rich_check, claim))
    assert shapes(found) == [(Verb.UPDATE, "claim", {"claimant", "notes"})]
    assert [(text.key[1], text.text, text.is_new) for text in found.texts] == [
        (
            HitKind.CLAIM,
            "The Harbor Bridge is shut\nThe bridge is gone for ever 😱\nSomebody else",
            False,
        )
    ]


def test_private_notes_are_not_searched(rich_check):
    found = difference(None, rich_check)
    assert not any(
        notes in text.text
        for text in found.texts
        for notes in ("Ask again", "Call the desk", "Not for the public", "Too thin")
    )
    assert {text.key[1] for text in found.texts} == set(HitKind)


def test_evidence_of_a_removed_claim_goes_by_itself(rich_check):
    claim = rich_check.claims[0]
    found = difference(rich_check, without_claim(rich_check, claim.id))
    assert (Verb.DELETE, "claim", set()) in shapes(found)
    assert "evidence" not in {write.table for write in found.writes}


def test_a_long_list_is_searched_for_the_one_that_changed(small_check):
    claims = tuple(
        replace(
            small_check.claims[0],
            id=f"{number:08x}-0000-7000-8000-000000000000",
            as_supported=f"Claim {number}",
        )
        for number in range(1000)
    )
    check = replace(small_check, claims=claims)
    for number in (0, 255, 256, 511, 777, 999):
        changed = with_claim(check, replace(claims[number], notes="x"))
        (write,) = difference(check, changed).writes
        assert write.key["id"] == claims[number].id


def test_claim_put_first_moves_the_others(small_check):
    check = with_claim_moved(small_check, small_check.claims[4].id, 0)
    found = difference(small_check, check)
    assert [write.columns["position"] for write in found.writes] == [0, 1, 2, 3, 4]
    assert found.texts == []
