"""From draft to corrected: each step is noted with who and when."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from workbench.core.change_state import with_correction, with_state, without_correction
from workbench.core.check import Check
from workbench.core.identity import uuid7
from workbench.core.record import CheckState, Correction, CorrectionKind, StateChange

AT = datetime(2026, 7, 9, 10, 0, tzinfo=UTC)


def an_id(number):
    return uuid7(number, bytes(10))


def step(number, state, who="Tom Adeyemi"):
    return StateChange(id=an_id(number), state=state, who=who, at=AT)


def correction(number, kind=CorrectionKind.CORRECTION):
    return Correction(id=an_id(number), kind=kind, at=AT, now="Thursday", was="Friday")


@pytest.fixture
def check():
    return Check(id=an_id(1), slug="call", title="A call", created=AT, changed=AT)


def test_every_step_is_kept_in_order(check):
    for number, state in enumerate((CheckState.IN_REVIEW, CheckState.APPROVED), start=10):
        check = with_state(check, step(number, state))
    assert check.state is CheckState.APPROVED
    assert [(one.state.value, one.who) for one in check.state_changes] == [
        ("in_review", "Tom Adeyemi"),
        ("approved", "Tom Adeyemi"),
    ]


def test_a_correction_makes_a_published_check_a_corrected_one_once(check):
    published = with_state(check, step(10, CheckState.PUBLISHED))
    once = with_correction(published, correction(2), step(11, CheckState.CORRECTED))
    assert once.state is CheckState.CORRECTED
    twice = with_correction(once, correction(3), step(12, CheckState.CORRECTED))
    assert [one.id for one in twice.state_changes] == [an_id(10), an_id(11)]
    assert len(twice.corrections) == 2
    assert without_correction(twice, an_id(2)).corrections == (correction(3),)


@pytest.mark.parametrize("kind", [CorrectionKind.CLARIFICATION, CorrectionKind.UPDATE])
def test_wording_and_new_facts_leave_the_state(check, kind):
    published = replace(check, state=CheckState.PUBLISHED)
    noted = with_correction(published, correction(2, kind), step(11, CheckState.CORRECTED))
    assert noted.state is CheckState.PUBLISHED
    assert noted.state_changes == ()


def test_a_correction_with_the_same_id_takes_its_place(check):
    first = with_correction(check, correction(2), step(11, CheckState.CORRECTED))
    mended = replace(correction(2), now="Wednesday")
    again = with_correction(first, mended, step(12, CheckState.CORRECTED))
    assert again.corrections == (mended,)


def test_somebody_takes_every_step():
    with pytest.raises(ValueError, match="by somebody"):
        step(1, CheckState.APPROVED, " ")
