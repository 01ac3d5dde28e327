"""Who may approve, and what a house wants to be so before."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from workbench.core.check import Check
from workbench.core.finding import Finding, Place, Severity
from workbench.core.identity import uuid7
from workbench.core.record import ChecklistAnswer, CheckState, SignOff, StateChange
from workbench.core.review import (
    Comment,
    MergeConflict,
    RatingVote,
    Subject,
    SubjectKind,
    Suggestion,
)
from workbench.core.review_rule import ChecklistQuestion, EditorsBarred, ReviewRules
from workbench.core.revision import Fact, FactKind, Revision
from workbench.core.verdict import RatingLabel, RatingScale, Verdict
from workbench.rules.editor import editors_barred
from workbench.rules.sign_off_gate import Asked, remaining_roles, sign_off_obstacles
from workbench.rules.vote import may_vote, tally_of

AT = datetime(2026, 7, 9, 10, 0, tzinfo=UTC)
SCALE = RatingScale(
    key="tf",
    name="True and false",
    labels=(
        RatingLabel(key="true", name="True", definition="It is."),
        RatingLabel(key="false", name="False", definition="It is not."),
    ),
)


def new_id(number):
    return uuid7(number, bytes(10))


@pytest.fixture
def check():
    return Check(
        id=new_id(1),
        slug="call",
        title="A call",
        author="Ada Okafor",
        state=CheckState.IN_REVIEW,
        verdict=Verdict(scale="tf", label="false"),
        created=AT,
        changed=AT,
    )


def told(check, name="Tom Adeyemi", **fields):
    asked = Asked(name=name, scales=(SCALE,), **fields)
    return tuple(one.words for one in sign_off_obstacles(check, asked))


def test_a_second_person_approves_with_nothing_open(check):
    assert told(check) == ()
    assert told(check, name="ada okafor") == (
        "The author cannot approve their own check; somebody else has to.",
    )


def test_a_house_of_one_person_may_let_the_author_approve(check):
    assert told(check, name="Ada Okafor", rules=ReviewRules(bars_author=False)) == ()


def finding(severity, rule="todo_left"):
    return Finding(
        rule=rule, severity=severity, place=Place(part="title"), text="x", message="A note is left."
    )


def test_findings_that_the_house_names_have_to_be_settled(check):
    found = (finding(Severity.ERROR), finding(Severity.NOTE), finding(Severity.NOTE, "tone"))
    assert told(check, findings=found) == ("1 error of the pre-flight is open.",)
    rules = ReviewRules(severities=(Severity.ERROR,), rules=("tone",))
    assert told(check, findings=found, rules=rules) == (
        "1 error and 1 note of the pre-flight are open.",
    )
    assert told(check, findings=found, rules=ReviewRules(severities=())) == ()


def test_open_work_of_reviewers_has_to_be_settled(check):
    subject = Subject(kind=SubjectKind.CHECK, field="title")
    waiting = replace(
        check,
        suggestions=(
            Suggestion(id=new_id(2), subject=subject, who="Mara Voss", at=AT, now="A ring"),
        ),
        comments=(Comment(id=new_id(3), subject=subject, who="Mara Voss", at=AT, text="Why?"),),
        conflicts=(
            MergeConflict(
                id=new_id(4), path="title", kept='"A"', other='"B"', kept_who="Ada Okafor",
                kept_at=AT, other_who="Mara Voss", other_at=AT,
            ),
        ),
    )  # fmt: skip
    assert told(waiting) == ("1 suggestion waits for an answer.", "1 conflict is to be decided.")
    strict = ReviewRules(settles_comments=True, settles_suggestions=False, settles_conflicts=False)
    assert told(waiting, rules=strict) == ("1 comment is open.",)


def test_the_checklist_is_answered_where_it_has_to_be(check):
    rules = ReviewRules(
        checklist=(
            ChecklistQuestion(key="read", text="I read it.", answers=("yes",), required=True),
            ChecklistQuestion(key="heard", text="They were asked."),
        )
    )
    assert told(check, rules=rules) == ("Not answered yet: “I read it.”",)
    no = ChecklistAnswer(key="heard", question="They were asked.", answer="no")
    yes = ChecklistAnswer(key="read", question="I read it.", answer="yes")
    assert told(check, rules=rules, answers=(yes, no)) == ("Answered with no: “They were asked.”",)
    assert told(check, rules=rules, answers=(yes, replace(no, answer="not_applicable"))) == ()


def test_the_same_words_are_approved_once_by_each_person(check):
    approved = replace(check, state=CheckState.APPROVED)
    given = SignOff(
        id=new_id(5), name="Tom Adeyemi", role="Editor", at=AT, revision=3, sha256="0" * 64
    )
    assert told(approved, signed=(given,), name="tom  adeyemi") == (
        "tom  adeyemi has approved these words already.",
    )
    assert told(approved, signed=(given,), name="Mara Voss") == ()


def test_a_house_may_ask_for_several_roles(check):
    rules = ReviewRules(required_roles=("Editor", "Legal"))
    assert told(check, rules=rules) == ("Say in which role: Editor or Legal.",)
    assert told(check, rules=rules, role="Legal") == ()
    given = SignOff(id=new_id(5), name="T", role="editor", at=AT, revision=3, sha256="0" * 64)
    assert remaining_roles(rules, (given,)) == ("Legal",)


# -- votes


def vote(number, who, label, minutes=0):
    at = AT + timedelta(minutes=minutes)
    return RatingVote(id=new_id(number), who=who, at=at, scale="tf", label=label)


THREE = ReviewRules(votes=3, carry=2)


def test_votes_are_waited_for_and_carry_a_rating(check):
    assert told(check, rules=THREE) == ("0 of 3 votes on the rating are given.",)
    one = replace(check, votes=(vote(6, "Mara Voss", "true"),))
    assert told(one, rules=THREE) == ("1 of 3 votes on the rating is given.",)
    three = replace(
        one, votes=(*one.votes, vote(7, "Tom Adeyemi", "true"), vote(8, "Ines Marlow", "false"))
    )
    assert told(three, rules=THREE) == ("The votes carry “True”, but the check is rated “False”.",)
    assert told(replace(three, verdict=Verdict(scale="tf", label="true")), rules=THREE) == ()
    unrated = replace(three, verdict=Verdict())
    assert told(unrated, rules=THREE) == (
        "The votes carry “True”, but the check is not rated yet.",
    )


def test_a_persons_latest_vote_counts_and_the_authors_does_not(check):
    votes = (
        vote(6, "Mara Voss", "true"),
        vote(7, "Ada Okafor", "true", 1),
        vote(8, " mara  VOSS", "false", 2),
    )
    voted = replace(check, votes=votes)
    tally = tally_of(voted, THREE)
    assert [(one.id, one.label) for one in tally.votes] == [(new_id(8), "false")]
    assert tally.missing == 2
    between = replace(voted, votes=(votes[0], vote(9, "Tom Adeyemi", "true", 1), votes[2]))
    assert [one.who for one in tally_of(between, THREE).votes] == ["Tom Adeyemi", " mara  VOSS"]
    assert not may_vote(check, THREE, "ada okafor")
    assert may_vote(check, replace(THREE, author_votes=True), "ada okafor")


def test_a_tie_carries_nothing(check):
    tied = replace(
        check,
        votes=tuple(
            vote(number, who, label)
            for number, (who, label) in enumerate(
                (("A", "true"), ("B", "true"), ("C", "false"), ("D", "false")), start=10
            )
        ),
    )
    rules = ReviewRules(votes=4, carry=2)
    assert tally_of(tied, rules).carried is None
    assert told(tied, rules=rules) == ("The votes on the rating are tied.",)
    assert told(tied, rules=ReviewRules(votes=4, carry=3)) == (
        "No rating has the 3 votes yet that carry it.",
    )


# -- who changed it


def saved(number, who, *kinds, minutes=0):
    return Revision(
        id=new_id(100 + number),
        number=number,
        parents=(),
        at=AT + timedelta(minutes=minutes),
        who=who,
        words="",
        key="",
        facts=tuple(Fact(kind=kind) for kind in kinds),
        is_landmark=False,
        content="0" * 64,
    )


def test_who_changed_the_words_is_told_by_the_history(check):
    handed_in = StateChange(
        id=new_id(9), state=CheckState.IN_REVIEW, who="Ada Okafor", at=AT + timedelta(minutes=5)
    )
    check = replace(check, state_changes=(handed_in,))
    revisions = (
        saved(1, "Mara Voss", FactKind.PART),
        saved(2, "Tom Adeyemi", FactKind.COMMENTS, FactKind.STATE, minutes=8),
        saved(3, "", FactKind.WORDING, minutes=9),
        saved(4, "Ines Marlow", FactKind.PART, minutes=9),
    )
    rules = ReviewRules(bars_editors=EditorsBarred.EVER)
    assert editors_barred(check, revisions, ReviewRules()) == ()
    assert editors_barred(check, revisions, rules) == ("Ada Okafor", "Ines Marlow", "Mara Voss")
    since = replace(rules, bars_editors=EditorsBarred.SINCE_REVIEW)
    assert editors_barred(check, revisions, since) == ("Ada Okafor", "Ines Marlow")
    barred = editors_barred(check, revisions, since)
    assert told(check, name="Ines Marlow", rules=since, editors=barred) == (
        "Ines Marlow has changed the check since it was handed in for review; somebody else has "
        "to approve it.",
    )
    assert told(check, name="Mara Voss", rules=since, editors=barred) == ()
    assert len(told(check, name="Ada Okafor", rules=since, editors=barred)) == 1
