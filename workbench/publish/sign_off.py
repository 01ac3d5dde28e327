"""A sign-off as it is asked for: the answers to the checklist, and the check that it leads to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbench.core.change_state import with_approval
from workbench.core.error import UserError
from workbench.core.record import ChecklistAnswer
from workbench.publish.approval import sign_off_of, signed_now
from workbench.rules.sign_off_gate import Asked, remaining_roles

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from workbench.core.check import Check
    from workbench.core.export_record import ExportRecord
    from workbench.core.finding import Finding
    from workbench.core.record import StateChange
    from workbench.core.review_rule import ReviewRules
    from workbench.house.house import House


def answers_from(
    rules: ReviewRules, given: Mapping[str, tuple[str, str]], *, else_yes: bool = False
) -> tuple[ChecklistAnswer, ...]:
    """Return answers to a house's checklist in its order.

    Args:
        rules: of the house.
        given: (code of the answer, note) by the key of the question.
        else_yes: whether every other question is answered with yes.

    Raises UserError for a key that the checklist does not have.

    """
    for key in given:
        if rules.question(key) is None:
            known = ", ".join(question.key for question in rules.checklist)
            raise UserError(
                f"The checklist has no question “{key}”.",
                f"Its questions are {known}." if known else "This house has no checklist.",
            )
    answers = []
    for question in rules.checklist:
        if question.key not in given and not else_yes:
            continue
        answer, note = given.get(question.key, ("yes", ""))
        answers.append(
            ChecklistAnswer(key=question.key, question=question.text, answer=answer, note=note)
        )
    return tuple(answers)


def asked_for(
    check: Check,
    house: House,
    *,
    name: str,
    role: str = "",
    answers: tuple[ChecklistAnswer, ...] = (),
    findings: Iterable[Finding] = (),
    editors: tuple[str, ...] = (),
    is_changed: bool = False,
) -> Asked:
    """Return a sign-off that is asked for, with all that the house's gate looks at."""
    return Asked(
        name=name,
        role=role,
        answers=answers,
        rules=house.review,
        scales=house.scales,
        findings=tuple(findings),
        editors=editors,
        signed=signed_now(check, house),
        is_changed=is_changed,
    )


def with_sign_off(check: Check, words: ExportRecord, step: StateChange, asked: Asked) -> Check:
    """Return the check with the sign-off of words that were recorded, by who asked for it.

    It is approved if the house asks for no further role; what was approved before stays so.
    """
    sign_off = sign_off_of(words, asked.name, asked.role, asked.answers)
    is_last = not remaining_roles(asked.rules, (*asked.signed, sign_off))
    return with_approval(check, step, sign_off, is_last=is_last)
