"""What is to be found, and which claims wait for it."""

from __future__ import annotations

from workbench.core.claim import Stance
from workbench.core.source import Hop, HopKind
from workbench.publish.to_get import to_get_text
from workbench.rules.to_get import to_get


def test_a_report_that_claims_wait_for_names_them(build):
    page = build.source("Bay Commentary", "The Ledger")
    build.claim(build.evidence(page))
    build.claim(build.evidence(page, Stance.REPEATS))
    check = build.check()
    (ledger,) = to_get(check)
    assert ledger.name == "The Ledger"
    assert ledger.claim_ids == tuple(claim.id for claim in check.claims)
    assert ledger.from_ids == (page.id,)
    assert to_get_text(check) == "- The Ledger: for claims 1 and 2, behind Bay Commentary\n"


def test_a_cited_report_is_listed_before_any_claim_rests_on_it(build):
    build.source("Bay Commentary", "The Ledger")
    check = build.check()
    assert [item.claim_ids for item in to_get(check)] == [()]
    assert to_get_text(check) == "- The Ledger: for no claim yet, behind Bay Commentary\n"


def test_what_claims_wait_for_comes_first_and_guesses_last(build):
    guess = Hop(name="Coast Courier", kind=HopKind.INFERRED, basis="image caption")
    build.source("Tide", guess)
    build.source("Bay Commentary", "Shore Radio")
    page = build.source("Northshore Herald", "The Ledger")
    build.claim(build.evidence(page))
    found = to_get(build.check())
    assert [item.name for item in found] == ["The Ledger", "Shore Radio", "Coast Courier"]
    assert found[2].inferred


def test_context_makes_no_claim_wait(build):
    page = build.source("Bay Commentary", "The Ledger")
    build.claim(build.evidence(page, Stance.CONTEXT))
    assert [item.claim_ids for item in to_get(build.check())] == [()]


def test_what_is_in_hand_is_not_to_be_found(build):
    ledger = build.source("The Ledger")
    page = build.source("Bay Commentary", Hop(name="The Ledger", source_id=ledger.id))
    build.claim(build.evidence(page))
    check = build.check()
    assert to_get(check) == ()
    assert to_get_text(check) == ""


def test_a_source_of_that_name_is_told_and_not_taken_for_it(build):
    build.source("Ledger")
    build.source("Bay Commentary", "The Ledger")
    assert "source 1 may be it" in to_get_text(build.check())
