"""The command that approves a check by name: through the house's gate, with its checklist."""

from __future__ import annotations

import os
from dataclasses import replace
from typing import TYPE_CHECKING, Annotated, Any

import typer

from workbench.cli.check import AsJson, Slug  # noqa: TC001 - typer reads the annotations
from workbench.cli.invocation import opened_store
from workbench.cli.noticed import inspection_of
from workbench.cli.terminal import remark, tell, tell_json
from workbench.core.error import UserError

if TYPE_CHECKING:
    from workbench.core.check import Check
    from workbench.core.finding import Finding
    from workbench.core.record import ChecklistAnswer, SignOff
    from workbench.core.review_rule import ReviewRules
    from workbench.house.house import House
    from workbench.rules.sign_off_gate import Asked
    from workbench.store.check_store import CheckStore

KEPT = "The check was left as it is."
_CODES = {
    "yes": "yes", "y": "yes", "no": "no",
    "n/a": "not_applicable", "na": "not_applicable", "not-applicable": "not_applicable",
    "not_applicable": "not_applicable", "not applicable": "not_applicable",
}  # fmt: skip


def signoff(
    context: typer.Context,
    slug: Slug,
    name: Annotated[str, typer.Option("--name", metavar="NAME", help="Who approves.")] = "",
    role: Annotated[
        str, typer.Option("--role", metavar="ROLE", help="In which role, such as Editor.")
    ] = "",
    answer: Annotated[
        list[str] | None,
        typer.Option(
            "--answer",
            metavar="KEY=ANSWER",
            help="yes, no or n/a to a question of the checklist; a note after a colon; repeatable.",
        ),
    ] = None,
    yes_to_all: Annotated[
        bool, typer.Option("--yes-to-all", metavar="", help="Yes to every other question.")
    ] = False,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", metavar="", help="Only tell what would be approved.")
    ] = False,
    as_json: AsJson = False,
) -> None:
    """Approve a check by name.

    What is approved are the words as they are, told by revision and SHA-256. Without --name, or
    with --dry-run, it tells who approved what so far, what changed since, and what stands in the
    way; the checklist is printed with its keys. Exit code 1 if something does.
    """
    from workbench.house.house import house_folder, load_house
    from workbench.publish.approval import approvals_of
    from workbench.publish.sign_off import answers_from

    house = load_house(house_folder(os.environ))
    answers = answers_from(house.review, _given(answer or []), else_yes=yes_to_all)
    with opened_store(context) as store:
        check = store.load_slug(slug)
        asked = sign_off_asked(store, check, house, name=name, role=role, answers=answers)
        told = [] if dry_run or not name.strip() else _refusals(check, asked)
        if told and not as_json:
            raise UserError(" ".join(told), KEPT)
        if name.strip() and not dry_run and not told:
            check = signed(store, check, house, asked)
            in_the_way: list[str] = []
        else:
            in_the_way = told or _refusals(check, asked)
        given = approvals_of(check, house, store.exports(check.id))
    if as_json:
        tell_json(_as_object(check, house, given, in_the_way))
    else:
        _tell(check, house, given, in_the_way, is_done=bool(name.strip()) and not dry_run)
    if in_the_way and (name.strip() or dry_run):
        raise typer.Exit(1)


def sign_off_asked(
    store: CheckStore,
    check: Check,
    house: House,
    *,
    name: str,
    role: str = "",
    answers: tuple[ChecklistAnswer, ...] = (),
) -> Asked:
    """Return a sign-off that is asked for, with what the pre-flight and the history tell."""
    from workbench.core.review_rule import EditorsBarred
    from workbench.publish.approval import approval_of
    from workbench.publish.sign_off import asked_for
    from workbench.rules.editor import editors_barred

    rules = house.review
    looks_back = rules.bars_editors is not EditorsBarred.NOBODY
    revisions = store.history.states(check.id) if looks_back else ()
    approval = approval_of(check, house, store.exports(check.id))
    return asked_for(
        check,
        house,
        name=name,
        role=role,
        answers=answers,
        findings=_findings(store, check, house) if rules.severities or rules.rules else (),
        editors=editors_barred(check, revisions, rules),
        is_changed=approval is not None and approval.is_changed,
    )


def signed(store: CheckStore, check: Check, house: House, asked: Asked) -> Check:
    """Return the check with a sign-off, saved; raises UserError if something stands in its way."""
    from workbench.clock import new_id, now
    from workbench.core.record import CheckState, StateChange
    from workbench.core.revision import Deed
    from workbench.publish.approval import approved_words
    from workbench.publish.sign_off import with_sign_off

    if told := _refusals(check, asked):
        raise UserError(" ".join(told), KEPT)
    who = " ".join(asked.name.split())
    step = StateChange(id=new_id(), state=CheckState.APPROVED, who=who, at=now())
    words = store.record_export(check, approved_words(check, house, record_id=new_id(), at=step.at))
    approved = replace(with_sign_off(check, words, step, asked), changed=step.at)
    store.save(check, approved, Deed(at=step.at, who=who))
    return approved


def _refusals(check: Check, asked: Asked) -> list[str]:
    from workbench.rules.sign_off_gate import sign_off_obstacles

    return [one.words for one in sign_off_obstacles(check, asked)]


def _findings(store: CheckStore, check: Check, house: House) -> tuple[Finding, ...]:
    """Return the open findings of the pre-flight."""
    from workbench.house.house import house_folder
    from workbench.house.rule_book import load_rule_book
    from workbench.house.words import load_words
    from workbench.publish.proof import findings_in
    from workbench.rules.preflight.dismissal import open_findings

    folder = house_folder(os.environ)
    noticed = {source.id: inspection_of(source, store.original) for source in check.sources}
    found = findings_in(check, house, noticed, load_words(folder), load_rule_book(folder))
    return open_findings(found, check.dismissals)


def _given(answers: list[str]) -> dict[str, tuple[str, str]]:
    """Return (code, note) by key from "KEY=ANSWER" and "KEY=ANSWER: NOTE"."""
    given = {}
    for one in answers:
        key, is_there, rest = one.partition("=")
        words, _, note = rest.partition(":")
        code = _CODES.get(words.strip().casefold())
        if not is_there or code is None:
            raise typer.BadParameter(
                f"Write an answer as KEY=yes, KEY=no or KEY=n/a, not as {one}."
            )
        given[key.strip()] = code, " ".join(note.split())
    return given


def _as_object(
    check: Check, house: House, given: tuple[Any, ...], in_the_way: list[str]
) -> dict[str, Any]:
    from workbench.publish.approval import approved_text, text_sha256

    return {
        "state": check.state.value,
        "sha256": text_sha256(approved_text(check, house)),
        "obstacles": in_the_way,
        "checklist": [
            {"key": one.key, "question": one.text, "answers": one.answers, "required": one.required}
            for one in house.review.checklist
        ],
        "sign_offs": [
            _sign_off_object(one.sign_off)
            | {
                "holds": not one.is_changed,
                "changed_since": [
                    {"place": each.place, "was": each.was, "now": each.now} for each in one.changes
                ],
            }
            for one in given
        ],
    }


def _sign_off_object(given: SignOff) -> dict[str, Any]:
    return {
        "name": given.name,
        "role": given.role,
        "at": f"{given.at:%Y-%m-%dT%H:%M:%SZ}",
        "revision": given.revision,
        "sha256": given.sha256,
        "answers": [
            {"key": one.key, "question": one.question, "answer": one.answer, "note": one.note}
            for one in given.answers
        ],
    }


def _tell(
    check: Check, house: House, given: tuple[Any, ...], in_the_way: list[str], *, is_done: bool
) -> None:
    from workbench.publish.approval import approval_words, approved_text, text_sha256
    from workbench.publish.wording import STATE_WORDS
    from workbench.rules.sign_off_gate import ANSWER_WORDS, remaining_roles

    sha256 = text_sha256(approved_text(check, house))
    tell(STATE_WORDS[check.state])
    tell(f"The words as they are: SHA-256 {sha256}")
    for one in given:
        words = approval_words(one)
        tell(f"{words[:1].upper()}{words[1:]}, revision {one.sign_off.revision}")
        for answer in one.sign_off.answers if is_done and one is given[0] else ():
            note = f" ({answer.note})" if answer.note else ""
            tell(f"  {ANSWER_WORDS[answer.answer]}{note}: {answer.question}")
    now = [one.sign_off for one in given if one.sign_off.sha256 == sha256]
    left = remaining_roles(house.review, now)
    if left and now:
        remark(f"Approved with the sign-offs still to come: {', '.join(left)}.")
    if is_done:
        answered = {one.key for one in given[0].sign_off.answers} if given else set()
        open_keys = [one.key for one in house.review.checklist if one.key not in answered]
        if open_keys:
            remark(f"Not answered: {', '.join(open_keys)}.")
        return
    _tell_checklist(house.review)
    for sentence in in_the_way:
        tell(f"In the way: {sentence}")


def _tell_checklist(rules: ReviewRules) -> None:
    for question in rules.checklist:
        tell(f"  {question.key}{' (required)' if question.required else ''}: {question.text}")
