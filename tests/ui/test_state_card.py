"""The state of a check in the window, with who brought it there."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtWidgets import QLabel

from workbench.core.record import CheckState, SignOff, StateChange
from workbench.publish.approval import Approval
from workbench.publish.standing import Standing
from workbench.rules.sign_off_gate import Asked
from workbench.ui.state_card import StateCard

TOM = "Tom Adeyemi"


def an_id(number):
    return f"01980000-0000-7000-8000-{number:012x}"


def history(hands, card):
    """Return the states told, the newest first."""
    rows = [
        label.objectName()
        for label in card.findChildren(QLabel)
        if label.objectName().startswith("publication_history_")
    ]
    return [hands.find(card, name).text() for name in sorted(rows) if name.endswith("_1")]


def test_an_approval_given_again_is_told_even_within_one_second(hands, case):
    """The clock tells seconds; three steps of a quick hand fall into one."""
    at = case.changed
    steps = (CheckState.IN_REVIEW, CheckState.APPROVED, CheckState.PUBLISHED)
    given = [
        SignOff(id=an_id(n), name=TOM, role="", at=at, revision=n, sha256="0" * 64) for n in (1, 2)
    ]
    check = replace(
        case,
        state=CheckState.PUBLISHED,
        state_changes=tuple(
            StateChange(id=an_id(10 + n), state=state, who=TOM, at=at)
            for n, state in enumerate(steps)
        ),
        sign_offs=(given[0],),
    )
    both = Standing(approvals=tuple(Approval(sign_off=one) for one in reversed(given)))
    card = hands.show(StateCard())
    card.show_standing(replace(check, sign_offs=tuple(given)), both, 0, Asked())
    assert history(hands, card) == ["Published", "Approved", "In review"]
    assert [hands.find(card, f"sign_off_{place}").text() for place in (0, 1)] == [TOM, TOM]
