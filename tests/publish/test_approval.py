"""An approval is of words: it lapses with them, and with nothing else."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from workbench.core.change import with_draft_text
from workbench.core.change_state import with_approval, with_state
from workbench.core.date import stated
from workbench.core.draft import Post
from workbench.core.record import CheckState, Correction, CorrectionKind, StateChange
from workbench.publish.approval import (
    approval_of,
    approval_words,
    approvals_of,
    approved_words,
    gone_out,
    sign_off_of,
)
from workbench.publish.gate import gate_words, passed

AT = datetime(2026, 7, 10, 10, 14, tzinfo=UTC)
WORDS_ID = "01980000-0000-7000-8000-0000000000a1"
STEP_ID = "01980000-0000-7000-8000-0000000000a2"
LATER_ID = "01980000-0000-7000-8000-0000000000a3"


@pytest.fixture
def words(harbor, house):
    return approved_words(harbor, house, record_id=WORDS_ID, at=AT)


@pytest.fixture
def approved(harbor, words):
    step = StateChange(id=STEP_ID, state=CheckState.APPROVED, who="Ines Marlow", at=AT)
    in_review = replace(harbor, state=CheckState.IN_REVIEW)
    return with_approval(in_review, step, sign_off_of(words, " Ines  Marlow "))


def test_approval_is_told_by_name_and_time(approved, house, words):
    approval = approval_of(approved, house, (words,))
    assert approved.state is CheckState.APPROVED
    assert approval_words(approval) == "approved 2026-07-10 10:14 UTC by Ines Marlow"


@pytest.mark.parametrize(
    "change",
    [
        lambda check: replace(check, notes="Ask again."),
        lambda check: replace(check, published=stated("2026-07-11")),
        lambda check: replace(check, url="https://example.org/checks/call"),
        lambda check: replace(check, slug="call-2"),
        lambda check: replace(check, state=CheckState.PUBLISHED),
    ],
    ids=["notes", "date", "address", "slug", "state"],
)
def test_what_is_settled_after_the_approval_or_stays_inside_leaves_it(
    approved, house, words, change
):
    assert not approval_of(change(approved), house, (words,)).is_changed


def a_correction():
    return Correction(id=STEP_ID, kind=CorrectionKind.UPDATE, at=AT, now="She answered.")


@pytest.mark.parametrize(
    ("change", "place", "now"),
    [
        (lambda check: replace(check, title="Another headline"), "Title", "Another headline"),
        (lambda check: with_draft_text(check, "lede", "It was Friday."), None, "It was Friday."),
        (
            lambda check: replace(check, posts=(Post(network="x", text="She called."),)),
            "Post for X",
            "She called.",
        ),
        (lambda check: replace(check, corrections=(a_correction(),)), None, None),
    ],
    ids=["headline", "draft", "post", "correction"],
)
def test_every_word_that_goes_out_is_approved_or_not(approved, house, words, change, place, now):
    changed = change(approved)
    approval = approval_of(changed, house, (words,))
    assert approval.is_changed
    told = [(one.place, one.now) for one in approval.changes]
    assert now is None or any(now in said and place in (None, at) for at, said in told)
    gate = passed(changed, (), approval)
    assert gate.check == replace(changed, state=CheckState.DRAFT)
    (sentence,) = gate_words(gate)
    assert sentence.startswith("The approval of Ines Marlow, given on 10 July 2026, is withdrawn: ")
    assert sentence.endswith("Until the words are approved again, this goes out as a DRAFT.")


def test_words_that_come_back_are_approved_still(approved, house, words):
    edited = with_draft_text(approved, "lede", "It was Friday.")
    back = replace(edited, draft=approved.draft)
    approval = approval_of(back, house, (words,))
    assert not approval.is_changed
    assert passed(back, (), approval).check is back


def test_same_words_in_another_layout_are_the_same(approved, house, words):
    wrapped = replace(words, markdown=words.markdown.replace("\n\n", "\n\n\n"))
    other = replace(approved.sign_offs[0], sha256="0" * 64)
    assert not approval_of(replace(approved, sign_offs=(other,)), house, (wrapped,)).is_changed


def test_approval_without_its_words_lapses_and_cannot_say_where(approved, house):
    edited = with_draft_text(approved, "lede", "It was Friday.")
    approval = approval_of(edited, house, ())
    assert (approval.is_changed, approval.changes) == (True, ())
    assert approval_words(approval).endswith("by Ines Marlow; withdrawn, changed since")


def test_newest_approval_counts_and_a_published_check_stays_published(approved, house, words):
    edited = replace(approved, state=CheckState.PUBLISHED, title="Another headline")
    anew = approved_words(edited, house, record_id=STEP_ID, at=AT.replace(hour=11))
    step = StateChange(id=STEP_ID, state=CheckState.APPROVED, who="Ines Marlow", at=anew.at)
    again = with_approval(edited, step, sign_off_of(anew, "Ines Marlow"))
    assert again.state is CheckState.PUBLISHED
    assert again.state_changes == edited.state_changes
    assert not approval_of(again, house, (words, anew)).is_changed


def test_checks_that_are_not_approved_have_no_approval(approved, harbor, house, words):
    step = StateChange(id=WORDS_ID, state=CheckState.DRAFT, who="Ines Marlow", at=AT)
    assert approval_of(with_state(approved, step), house, (words,)) is None
    assert approval_of(replace(harbor, state=CheckState.APPROVED), house, (words,)) is None
    assert gone_out((words,)) == ()


def test_every_sign_off_is_told_newest_first_with_what_changed_since(approved, house, words):
    edited = replace(approved, title="Another headline")
    anew = approved_words(edited, house, record_id=STEP_ID, at=AT.replace(hour=11))
    again = replace(
        edited, sign_offs=(*edited.sign_offs, sign_off_of(anew, "Tom Adeyemi", " Copy  editor "))
    )
    newest, first = approvals_of(again, house, (words, anew))
    assert (newest.sign_off.name, newest.sign_off.role) == ("Tom Adeyemi", "Copy editor")
    assert not newest.is_changed
    assert {change.now for change in first.changes} >= {"Another headline"}
    assert approvals_of(replace(again, sign_offs=()), house, ()) == ()


def test_where_a_house_asks_for_two_roles_the_words_need_both(approved, house, words):
    two = replace(house, review=replace(house.review, required_roles=("Editor", "Legal")))
    old = sign_off_of(words, "Ines Marlow", "editor")
    both = replace(approved, sign_offs=(old, replace(old, id=STEP_ID, role="Legal")))
    edited = replace(both, title="Another headline")
    anew = approved_words(edited, house, record_id=LATER_ID, at=AT.replace(hour=11))
    half = replace(
        edited, sign_offs=(*edited.sign_offs, sign_off_of(anew, "Tom Adeyemi", "Editor"))
    )
    assert not approval_of(both, two, (words,)).is_changed
    assert approval_of(half, two, (words, anew)).is_changed
    assert not approval_of(half, house, (words, anew)).is_changed
