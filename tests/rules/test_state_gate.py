"""Who may bring a check where, told in sentences."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from workbench.core.check import Check
from workbench.core.date import stated
from workbench.core.identity import uuid7
from workbench.core.record import CheckState, Correction, CorrectionKind
from workbench.rules.state_gate import NEXT, correction_obstacles, state_obstacles

AT = datetime(2026, 7, 9, 10, 0, tzinfo=UTC)
ID = uuid7(7, bytes(10))
MENDED = Correction(
    id=ID, kind=CorrectionKind.CORRECTION, at=AT, now="Thursday", was="Friday", export_id=ID
)


@pytest.fixture
def check():
    return Check(
        id=ID,
        slug="call",
        title="A call",
        author="Ada Okafor",
        published=stated("2026-07-08"),
        corrections=(MENDED,),
        created=AT,
        changed=AT,
    )


@pytest.mark.parametrize("state", list(CheckState))
def test_every_way_that_there_is_is_open_to_a_second_person(check, state):
    for target in NEXT[state]:
        assert state_obstacles(replace(check, state=state), target, "Tom Adeyemi") == ()


@pytest.mark.parametrize(
    ("state", "target", "told"),
    [
        (
            CheckState.DRAFT,
            CheckState.PUBLISHED,
            "The check is a draft. Next it can only be in review.",
        ),
        (
            CheckState.APPROVED,
            CheckState.CORRECTED,
            "The check is approved. Next it can only be published, in review or a draft.",
        ),
        (CheckState.DRAFT, CheckState.DRAFT, "The check is a draft already."),
        (
            CheckState.CORRECTED,
            CheckState.DRAFT,
            "The check is corrected, and has been published. Note what changes as a correction, a "
            "clarification or an update.",
        ),
    ],
)
def test_other_ways_are_closed(check, state, target, told):
    assert state_obstacles(replace(check, state=state), target, "Tom Adeyemi") == (told,)


def test_nobody_approves_their_own_check(check):
    reviewed = replace(check, state=CheckState.IN_REVIEW)
    for who in ("Ada Okafor", " ada  OKAFOR "):
        assert state_obstacles(reviewed, CheckState.APPROVED, who) == (
            "The author cannot approve their own check; somebody else has to.",
        )
    assert state_obstacles(reviewed, CheckState.APPROVED, " ") == ("Say by whom.",)


def test_what_is_published_has_a_headline_and_a_date(check):
    approved = replace(check, state=CheckState.APPROVED, published=stated(""), title=" ")
    assert state_obstacles(approved, CheckState.PUBLISHED, "Tom Adeyemi") == (
        "The check has no headline yet.",
        "The check has no date of publication yet.",
    )


def test_corrected_is_what_has_a_correction(check):
    update = replace(MENDED, kind=CorrectionKind.UPDATE)
    published = replace(check, state=CheckState.PUBLISHED, corrections=(update,))
    assert state_obstacles(published, CheckState.CORRECTED, "Tom Adeyemi") == (
        "No correction is noted yet.",
    )


def test_a_correction_mends_an_export_of_a_published_check(check):
    published = replace(check, state=CheckState.PUBLISHED)
    assert correction_obstacles(published, MENDED, (ID,)) == ()
    assert correction_obstacles(check, MENDED, (ID,)) == (
        "The check is a draft. What has not been published is changed, not corrected.",
    )
    assert correction_obstacles(published, MENDED, ()) == (
        "The export that it mends is not one of this check.",
    )
    without = replace(MENDED, was=" ", export_id="")
    assert correction_obstacles(published, without, ()) == (
        "A correction says what stood there before.",
    )
    clarified = replace(without, kind=CorrectionKind.CLARIFICATION)
    assert correction_obstacles(published, clarified, ()) == ()


@pytest.mark.parametrize("state", [CheckState.APPROVED, CheckState.PUBLISHED, CheckState.CORRECTED])
def test_changed_words_are_approved_anew_by_a_second_person(check, state):
    at = replace(check, state=state)
    assert state_obstacles(at, CheckState.APPROVED, "Tom Adeyemi")
    assert state_obstacles(at, CheckState.APPROVED, "Tom Adeyemi", is_changed=True) == ()
    (told,) = state_obstacles(at, CheckState.APPROVED, "ada  okafor", is_changed=True)
    assert "somebody else has to" in told


def test_a_draft_is_not_approved_unread(check):
    assert state_obstacles(check, CheckState.APPROVED, "Tom Adeyemi", is_changed=True)


def test_words_that_were_not_approved_are_not_published(check):
    approved = replace(check, state=CheckState.APPROVED)
    (told,) = state_obstacles(approved, CheckState.PUBLISHED, "Tom Adeyemi", is_changed=True)
    assert told.startswith("Its words are not those that were approved")
