"""Two versions of one check are put together: what both changed is told, what one changed is in."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.merging.laptop import START, Laptop
from tests.merging.merge_round import Figures, one_round
from workbench.core import change
from workbench.core.change_conflict import (
    can_take_other,
    open_conflicts,
    settled,
    value_now,
)
from workbench.core.check import Check
from workbench.core.claim import Appearance, Basis, Claim, ClaimStatus, Evidence
from workbench.core.contact import Contact
from workbench.core.error import UserError
from workbench.core.merge_report import MergeOutcome, MergeVerb
from workbench.core.record import CheckState, StateChange
from workbench.core.saved_history import SavedHistory
from workbench.core.source import Flag, Hop
from workbench.core.verdict import Verdict
from workbench.rules.merge.history import merge_of

LATER = START + timedelta(days=1)


@pytest.fixture
def case(build):
    """A check with two sources and a claim with evidence from each."""
    ledger, herald = build.source("The Ledger"), build.source("Northshore Herald")
    first, second = build.evidence(ledger), build.evidence(herald)
    claim = Claim(
        id=build.id(),
        as_supported="The bridge closes",
        evidence=(first, second),
        basis=Basis(evidence_ids=(first.id,)),
    )
    other = Claim(id=build.id(), as_circulated="Okafor ordered it")
    return Check(
        id=build.id(),
        slug="harbor-bridge",
        title="Harbor Bridge",
        created=START,
        changed=START,
        sources=tuple(build.sources),
        passages=tuple(build.passages),
        claims=(claim, other),
        contacts=(Contact(id=build.id(), who="the harbor office", claim_ids=(other.id,)),),
        draft=change.with_draft_text(
            Check(id=build.id(), slug="x", title="x", created=START, changed=START),
            "lede",
            "The bridge closes. Okafor says so.",
        ).draft,
    )


@pytest.fixture
def laptops(case):
    """Ines and Tom, who both have the case."""
    ines = Laptop("Ines", case)
    ines.begin()
    tom = Laptop("Tom", case)
    tom.history = ines.history
    tom.minutes = 200
    return ines, tom


def saved(laptop, check):
    laptop.save(check, random.Random(1))


def exchanged(ines, tom):
    """Merge in either order, see that it gives one check, and return Ines's merge."""
    mine, theirs = ines.handed(), tom.handed()
    merge = ines.merge(theirs)
    tom.merge(mine)
    assert ines.check == tom.check
    assert ines.history.head == tom.history.head
    return merge


def claim_of(check, place=0):
    return check.claims[place]


def with_claim(check, place=0, **fields):
    return change.with_claim(check, replace(check.claims[place], **fields))


def test_what_each_side_changed_is_in_the_merged_check(laptops):
    ines, tom = laptops
    saved(ines, with_claim(ines.check, status=ClaimStatus.CONFIRMED))
    saved(
        ines, change.with_draft_text(ines.check, "lede", "The bridge closes. Ada Okafor says so.")
    )
    saved(tom, with_claim(tom.check, as_supported="The bridge closes on Monday"))
    saved(tom, change.with_draft_text(tom.check, "lede", "The bridge is closed. Okafor says so."))
    merge = exchanged(ines, tom)
    assert merge.report.outcome is MergeOutcome.MERGED
    assert claim_of(ines.check).status is ClaimStatus.CONFIRMED
    assert claim_of(ines.check).as_supported == "The bridge closes on Monday"
    assert ines.check.draft.text("lede") == "The bridge is closed. Ada Okafor says so."
    assert ines.check.conflicts == ()
    assert [(line.verb, line.family, line.field) for line in merge.report.lines] == [
        (MergeVerb.JOINED, "parts", "text"),
        (MergeVerb.CHANGED, "claims", "as_supported"),
    ]
    assert merge.report.lines[1].was == "The bridge closes"


def test_what_both_changed_is_a_conflict_with_who_and_when(laptops):
    ines, tom = laptops
    saved(ines, with_claim(ines.check, status=ClaimStatus.CONFIRMED))
    saved(tom, with_claim(tom.check, status=ClaimStatus.CONTRADICTED))
    late = tom.now()
    saved(tom, replace(tom.check, title="Harbor Bridge, again"))
    merge = exchanged(ines, tom)
    (conflict,) = ines.check.conflicts
    assert merge.report.conflicts == (conflict,)
    assert conflict.path == f"claims/{claim_of(ines.check).id}/status"
    assert (conflict.kept, conflict.kept_who, conflict.kept_at) == ('"contradicted"', "Tom", late)
    assert (conflict.other, conflict.other_who) == ('"confirmed"', "Ines")
    assert claim_of(ines.check).status is ClaimStatus.CONTRADICTED
    assert merge.report.lines[0].verb is MergeVerb.CONFLICT
    assert (merge.report.lines[0].family, merge.report.lines[0].field) == ("claims", "status")


def test_who_typed_last_stands_even_if_the_other_saved_something_else_later(laptops):
    ines, tom = laptops
    saved(tom, replace(tom.check, title="Tom's"))  # at 200 minutes and some
    ines.minutes = 100
    saved(ines, replace(ines.check, title="Ines's"))
    ines.minutes = 900
    saved(ines, replace(ines.check, author="Ines"))
    exchanged(ines, tom)
    assert ines.check.title == "Tom's"


def test_a_source_that_one_removed_and_the_other_used_comes_back_whole(laptops):
    ines, tom = laptops
    ledger = ines.check.sources[0]
    saved(ines, change.without_source(ines.check, ledger.id))
    passage = tom.check.passages[0]
    added = Evidence(id=tom.new_id(), passage_id=passage.id)
    saved(tom, change.with_claim(tom.check, change.with_evidence(tom.check.claims[1], added)))
    merge = exchanged(ines, tom)
    assert ledger in ines.check.sources
    assert claim_of(ines.check).evidence[0].passage_id == passage.id  # it went with the source
    assert claim_of(ines.check).basis.evidence_ids == (claim_of(ines.check).evidence[0].id,)
    (conflict,) = ines.check.conflicts
    assert (conflict.path, conflict.other, conflict.other_who) == (
        f"sources/{ledger.id}",
        "",
        "Ines",
    )
    verbs = {line.path: line.verb for line in merge.report.lines}
    assert verbs[f"passages/{passage.id}"] is MergeVerb.ADDED
    gone = settled(ines.check, conflict.id, take_other=True, who="Ines", at=LATER)
    assert ledger not in gone.sources
    assert open_conflicts(gone) == ()


def test_a_source_that_nobody_else_touched_stays_removed(laptops):
    ines, tom = laptops
    saved(ines, change.without_source(ines.check, ines.check.sources[0].id))
    saved(tom, replace(tom.check, title="Harbor Bridge, again"))
    exchanged(ines, tom)
    assert len(ines.check.sources) == 1
    assert ines.check.conflicts == ()


def test_a_claim_that_one_removed_and_the_other_edited_stays_with_its_ties(laptops):
    ines, tom = laptops
    claim = tom.check.claims[1]
    saved(ines, change.without_claim(ines.check, claim.id))
    saved(tom, with_claim(tom.check, 1, as_circulated="Okafor had ordered it"))
    exchanged(ines, tom)
    assert ines.check.claims[1].as_circulated == "Okafor had ordered it"
    assert ines.check.contacts[0].claim_ids == (claim.id,)
    assert [one.path for one in ines.check.conflicts] == [f"claims/{claim.id}"]


def test_evidence_that_one_removed_comes_back_for_a_status_that_now_rests_on_it(laptops):
    ines, tom = laptops
    claim = ines.check.claims[0]
    second = claim.evidence[1]
    saved(ines, change.without_evidence(ines.check, claim.id, second.id))
    saved(tom, with_claim(tom.check, basis=Basis(evidence_ids=(second.id,))))
    exchanged(ines, tom)
    assert second in claim_of(ines.check).evidence
    assert claim_of(ines.check).basis.evidence_ids == (second.id,)
    (conflict,) = ines.check.conflicts
    assert conflict.path == f"claims/{claim.id}/evidence/{second.id}"
    without = settled(ines.check, conflict.id, take_other=True, who="Tom", at=LATER)
    assert second not in claim_of(without).evidence


def test_a_rating_is_never_put_together_from_two(laptops):
    ines, tom = laptops
    saved(ines, replace(ines.check, verdict=Verdict(scale="house", label="true")))
    saved(tom, replace(tom.check, verdict=Verdict(scale="house", label="false", wording="no")))
    exchanged(ines, tom)
    assert ines.check.verdict == Verdict(scale="house", label="false", wording="no")
    (conflict,) = ines.check.conflicts
    assert (conflict.path, value_now(ines.check, conflict)) == ("verdict", conflict.kept)
    taken = settled(ines.check, conflict.id, take_other=True, who="Ines", at=LATER)
    assert taken.verdict == Verdict(scale="house", label="true")


def test_flags_and_hops_are_joined_one_by_one(laptops):
    ines, tom = laptops
    source = ines.check.sources[0]
    saved(ines, change.with_source(ines.check, replace(source, flags=frozenset({Flag.OLD}))))
    saved(
        ines,
        change.with_source(
            ines.check, replace(ines.check.sources[0], relies_on=(Hop(name="a tip"),))
        ),
    )
    flagged = replace(source, flags=frozenset({Flag.RIGHTS}), relies_on=(Hop(name="a notice"),))
    saved(tom, change.with_source(tom.check, flagged))
    exchanged(ines, tom)
    joined = ines.check.sources[0]
    assert joined.flags == {Flag.OLD, Flag.RIGHTS}
    assert {hop.name for hop in joined.relies_on} == {"a tip", "a notice"}
    assert ines.check.conflicts == ()


def test_claims_that_both_moved_are_a_conflict_that_can_be_settled(laptops):
    ines, tom = laptops
    third = Claim(id=ines.new_id(), as_circulated="Lindqvist called")
    for laptop in laptops:
        saved(laptop, change.with_claim(laptop.check, third))
    tom.history = ines.history
    tom.check = ines.check
    names = [claim.id for claim in ines.check.claims]
    saved(ines, change.with_claim_moved(ines.check, names[2], 0))
    saved(tom, change.with_claim_moved(tom.check, names[1], 0))
    exchanged(ines, tom)
    (conflict,) = ines.check.conflicts
    assert conflict.path == "claims"
    assert [claim.id for claim in ines.check.claims] == [names[1], names[0], names[2]]
    taken = settled(ines.check, conflict.id, take_other=True, who="Ines", at=LATER)
    assert [claim.id for claim in taken.claims] == [names[2], names[0], names[1]]


def test_the_state_is_that_of_the_latest_step(laptops):
    ines, tom = laptops
    for laptop, state in ((tom, CheckState.IN_REVIEW), (ines, CheckState.APPROVED)):
        at = START + timedelta(minutes=500 if laptop is tom else 400)
        step = StateChange(id=laptop.new_id(), state=state, who=laptop.who, at=at)
        saved(laptop, replace(laptop.check, state=state, state_changes=(step,)))
    exchanged(ines, tom)
    assert ines.check.state is CheckState.IN_REVIEW
    assert [step.who for step in ines.check.state_changes] == ["Ines", "Tom"]


def test_a_conflict_whose_place_is_gone_cannot_be_taken(laptops):
    ines, tom = laptops
    saved(ines, with_claim(ines.check, 1, as_circulated="One"))
    saved(tom, with_claim(tom.check, 1, as_circulated="Two"))
    exchanged(ines, tom)
    (conflict,) = ines.check.conflicts
    gone = change.without_claim(ines.check, ines.check.claims[1].id)
    assert value_now(gone, conflict) == ""
    assert not can_take_other(gone, conflict)
    with pytest.raises(UserError):
        settled(gone, conflict.id, take_other=True, who="Ines", at=LATER)
    assert open_conflicts(settled(gone, conflict.id, take_other=False, who="I", at=LATER)) == ()


def test_a_settled_conflict_stays_settled_after_the_next_exchange(laptops):
    ines, tom = laptops
    saved(ines, replace(ines.check, title="Ines's"))
    saved(tom, replace(tom.check, title="Tom's"))
    exchanged(ines, tom)
    (conflict,) = ines.check.conflicts
    saved(ines, settled(ines.check, conflict.id, take_other=True, who="Ines", at=LATER))
    saved(tom, with_claim(tom.check, as_supported="Tom went on"))
    exchanged(ines, tom)
    assert open_conflicts(tom.check) == ()
    assert tom.check.title == "Ines's"


def test_nothing_comes_in_twice(laptops):
    ines, tom = laptops
    saved(tom, replace(tom.check, title="Tom's"))
    assert ines.merge(tom.handed()).report.outcome is MergeOutcome.FORWARD
    before = ines.check
    again = ines.merge(tom.handed())
    assert (again.report.outcome, again.report.is_empty) == (MergeOutcome.UP_TO_DATE, True)
    assert ines.check is before


def test_without_a_common_state_all_that_differs_is_told(case):
    mine = with_claim(case, status=ClaimStatus.CONFIRMED)
    theirs = replace(with_claim(case, status=ClaimStatus.CONTRADICTED), title="", changed=LATER)
    theirs = replace(theirs, title="Harbor Bridge again")
    merge = merge_of(mine, SavedHistory(), theirs, SavedHistory())
    assert merge.report.outcome is MergeOutcome.UNRELATED
    assert {one.path for one in merge.check.conflicts} == {
        "title",
        f"claims/{case.claims[0].id}/status",
    }


def test_another_check_is_never_merged(case, build):
    other = replace(case, id=build.id())
    with pytest.raises(UserError):
        merge_of(case, SavedHistory(), other, SavedHistory())


def test_what_only_one_side_ever_saw_is_no_change_of_the_other(laptops):
    """Private words stay out of a case file, in its common state too."""
    ines, tom = laptops
    public = replace(tom.check, contacts=())
    tom.check = public
    tom.history = SavedHistory()
    tom.begin()
    # The same saved state, without its private words, as a case file brings it.
    tom.history = SavedHistory(
        revisions=(replace(ines.history.head, content=tom.history.head.content),),
        parts=tom.history.parts,
    )
    saved(tom, replace(tom.check, title="Tom's"))
    ines.merge(tom.handed())
    assert ines.check.title == "Tom's"
    assert len(ines.check.contacts) == 1


def test_appearances_keep_their_order_when_both_add_some(laptops):
    ines, tom = laptops
    for laptop in laptops:
        place = Appearance(id=laptop.new_id(), place=laptop.who)
        saved(laptop, with_claim(laptop.check, appearances=(place,)))
    exchanged(ines, tom)
    assert {one.place for one in claim_of(ines.check).appearances} == {"Ines", "Tom"}


@settings(deadline=None, max_examples=25, suppress_health_check=list(HealthCheck))
@given(chance=st.randoms(use_true_random=False), people=st.sampled_from([2, 3]))
def test_any_edits_on_laptops_come_together_in_either_order_and_nothing_is_lost(chance, people):
    figures = Figures()
    one_round(chance, figures, people)
    assert figures.told == []


def test_some_hundred_merges_of_long_runs_of_edits():
    figures = Figures()
    for number in range(30):
        one_round(random.Random(number), figures, 2 + number % 2)
    assert figures.told == []
    assert figures.conflicts > 20  # or the rounds would try nothing
