"""The one list: each claim stands once, with its status, in the order of the check."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from workbench.core.claim import Basis, ClaimStatus, Stance
from workbench.core.source import Hop
from workbench.rules import listing

CONFIRMED = ClaimStatus.CONFIRMED


def shape(groups):
    """Return groups as (by, wordings)."""
    return [(group.by, [claim.wording for claim in group.claims]) for group in groups]


def test_confirmed_claims_are_grouped_by_who_confirms(build):
    register, ledger = build.source("City Register"), build.source("The Ledger")
    build.claim(build.evidence(register), wording="One.", status=CONFIRMED)
    build.claim(build.evidence(ledger), wording="Two.", status=CONFIRMED)
    build.claim(build.evidence(register), wording="Three.", status=CONFIRMED)
    assert shape(listing.confirmed_groups(build.check())) == [
        ("City Register", ["One.", "Three."]),
        ("The Ledger", ["Two."]),
    ]


def test_the_words_of_the_basis_come_first(build):
    evidence = build.evidence(build.source("City Register"))
    basis = Basis(evidence_ids=(evidence.id,), wording=" the city’s\ninspection record ")
    build.claim(evidence, wording="One.", status=CONFIRMED, basis=basis)
    assert shape(listing.confirmed_groups(build.check())) == [
        ("the city’s inspection record", ["One."])
    ]


def test_the_evidence_of_the_basis_comes_before_the_rest(build):
    chosen = build.evidence(build.source("City Register"))
    other = build.evidence(build.source("The Ledger"))
    basis = Basis(evidence_ids=(chosen.id,))
    build.claim(other, chosen, status=CONFIRMED, basis=basis)
    assert shape(listing.confirmed_groups(build.check()))[0][0] == "City Register"


def test_it_is_the_origin_that_confirms_not_who_passes_it_on(build):
    ledger = build.source("The Ledger")
    courier = build.source("Courier", Hop(name="The Ledger", source_id=ledger.id))
    build.claim(build.evidence(courier), wording="One.", status=CONFIRMED)
    build.claim(build.evidence(ledger), wording="Two.", status=CONFIRMED)
    assert shape(listing.confirmed_groups(build.check())) == [("The Ledger", ["One.", "Two."])]


def test_a_reply_is_attributed_to_who_replied(build):
    build.claim(build.reply("Yes.", who="Okafor’s office"), status=CONFIRMED)
    build.claim(build.reply("Yes."), status=CONFIRMED)
    assert [group.by for group in listing.confirmed_groups(build.check())] == [
        "Okafor’s office",
        "a reply to us",
    ]


def test_what_is_reported_names_the_origin_not_in_hand(build):
    evidence = build.evidence(build.source("Courier", "The Ledger"))
    build.claim(evidence, wording="One.", status=ClaimStatus.REPORTED)
    assert shape(listing.reported_groups(build.check())) == [("The Ledger", ["One."])]


def test_a_claim_just_begun_is_reported_by_where_it_stands(build):
    courier = build.source("Courier")
    build.claim(wording="One.", status=ClaimStatus.REPORTED, appearances=(courier,))
    repeated = build.evidence(build.source("Gazette", "The Ledger"), Stance.REPEATS)
    build.claim(repeated, wording="Two.", status=ClaimStatus.REPORTED)
    build.claim(wording="Three.", status=ClaimStatus.REPORTED)
    assert shape(listing.reported_groups(build.check())) == [
        ("Courier", ["One."]),
        ("The Ledger", ["Two."]),
        ("", ["Three."]),
    ]


def test_what_is_contradicted_names_who_contradicts(build):
    supports = build.evidence(build.source("Courier"))
    opposes = build.evidence(build.source("City Register"), Stance.CONTRADICTS)
    build.claim(supports, opposes, wording="One.", status=ClaimStatus.CONTRADICTED)
    assert shape(listing.contradicted_groups(build.check())) == [("City Register", ["One."])]


def test_a_claim_without_words_stands_in_no_list(build):
    build.claim(wording=" ", status=ClaimStatus.NOT_CONFIRMED)
    assert listing.not_confirmed(build.check()) == ()


@given(st.lists(st.sampled_from(list(ClaimStatus)), max_size=12))
def test_every_claim_stands_in_exactly_one_list_in_order(new_builder, statuses):
    build = new_builder()
    for number, status in enumerate(statuses):
        build.claim(wording=f"Claim {number}.", status=status)
    check = build.check()
    lists = [
        [claim for group in groups(check) for claim in group.claims]
        for groups in (
            listing.confirmed_groups,
            listing.reported_groups,
            listing.contradicted_groups,
        )
    ]
    lists += [
        list(claims(check))
        for claims in (listing.not_confirmed, listing.not_checkable, listing.analysis)
    ]
    listed = [claim.id for claims in lists for claim in claims]
    assert sorted(listed) == sorted(claim.id for claim in check.claims)
    for claims in lists:
        numbers = [check.claim_number(claim.id) for claim in claims]
        assert numbers == sorted(numbers)
