"""With errors open, a check goes out as a DRAFT, and says so."""

from __future__ import annotations

from dataclasses import replace

import pytest

from workbench.core.finding import Finding, Place, Severity
from workbench.core.record import CheckState
from workbench.publish.gate import gate_words, passed
from workbench.rules.preflight.dismissal import dismissal_key


def finding(severity, text="TODO"):
    return Finding(
        rule="placeholder",
        severity=severity,
        place=Place(part="lede", start=3, end=3 + len(text)),
        text=text,
        message="Placeholder text.",
    )


ERROR, WARNING, NOTE = (finding(severity) for severity in Severity)


@pytest.fixture
def approved(harbor):
    return replace(harbor, state=CheckState.APPROVED, dismissals=())


def test_approved_check_with_an_error_goes_out_as_a_draft(approved):
    gate = passed(approved, (ERROR, WARNING, WARNING, NOTE))
    assert gate.check == replace(approved, state=CheckState.DRAFT)
    assert gate_words(gate) == (
        "The pre-flight has found 1 error and 2 warnings. With errors open, this goes out as a "
        "DRAFT.",
    )


def test_warnings_and_notes_hold_nothing_back(approved):
    gate = passed(approved, (WARNING, NOTE))
    assert gate.check is approved
    assert gate_words(gate) == ("The pre-flight has found 1 warning.",)
    assert gate_words(passed(approved, (NOTE,))) == ()


def test_draft_stays_what_it_is(harbor):
    draft = replace(harbor, state=CheckState.IN_REVIEW)
    gate = passed(draft, (ERROR,))
    assert gate.check is draft
    assert not gate.is_held_back


def test_warning_that_was_set_aside_counts_no_more_and_an_error_does(approved):
    keys = tuple(sorted({dismissal_key(one) for one in (ERROR, WARNING)}))
    gate = passed(replace(approved, dismissals=keys), (ERROR, WARNING))
    assert (gate.errors, gate.warnings) == (1, 0)
