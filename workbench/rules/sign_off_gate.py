"""The gate before a sign-off: what a house asks for that is not there yet, in plain sentences."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from workbench.core.finding import Finding
from workbench.core.record import ChecklistAnswer, CheckState, SignOff
from workbench.core.review import SuggestionState
from workbench.core.review_rule import EditorsBarred, ReviewRules
from workbench.core.verdict import RatingScale
from workbench.rules.name import listed, name_key
from workbench.rules.state_gate import APPROVED, Missing, Obstacle, obstacles
from workbench.rules.vote import tally_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from workbench.core.check import Check

ANSWER_WORDS = {"yes": "yes", "no": "no", "not_applicable": "not applicable"}
_NOUNS = {"error": "error", "warning": "warning", "note": "note"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A sign-off that a person asks for.

    Attributes:
        rules: of the house.
        scales: of the house, for the names of labels.
        findings: of the pre-flight, those that are open.
        editors: who may not approve, as `rules.editor` tells.
        signed: the sign-offs that are of the words as they are now.
        is_changed: whether the words differ from those of an approval that was given.

    """

    name: str = ""
    role: str = ""
    answers: tuple[ChecklistAnswer, ...] = ()
    rules: ReviewRules = ReviewRules()
    scales: tuple[RatingScale, ...] = ()
    findings: tuple[Finding, ...] = ()
    editors: tuple[str, ...] = ()
    signed: tuple[SignOff, ...] = ()
    is_changed: bool = False


def sign_off_obstacles(check: Check, asked: Asked) -> tuple[Obstacle, ...]:
    """Return why a person cannot approve a check as it is; empty if they can."""
    key = name_key(asked.name)
    if check.state in APPROVED and key in {name_key(one.name) for one in asked.signed}:
        return (Obstacle(Missing.WAY, f"{asked.name.strip()} has approved these words already."),)
    can_join = check.state in APPROVED  # a second person approves the same words
    found = obstacles(
        check,
        CheckState.APPROVED,
        asked.name,
        is_changed=asked.is_changed or can_join,
        bars_author=asked.rules.bars_author,
    )
    if any(one.missing is Missing.WAY for one in found):
        return found
    return (*found, *_of_the_person(check, asked), *unsettled(check, asked), *_unanswered(asked))


def unsettled(check: Check, asked: Asked) -> tuple[Obstacle, ...]:
    """Return what has to be settled before anybody approves a check."""
    return (
        *_of_findings(asked),
        *_of_open_work(check, asked.rules),
        *_of_votes(check, asked),
    )


def remaining_roles(rules: ReviewRules, signed: Iterable[SignOff]) -> tuple[str, ...]:
    """Return the roles in which the words of some sign-offs are still to be approved."""
    have = {one.role.casefold() for one in signed}
    return tuple(role for role in rules.required_roles if role.casefold() not in have)


def blocking(findings: Iterable[Finding], rules: ReviewRules) -> tuple[Finding, ...]:
    """Return those findings that a house wants settled before an approval."""
    return tuple(
        one for one in findings if one.severity in rules.severities or one.rule in rules.rules
    )


def _of_the_person(check: Check, asked: Asked) -> Iterator[Obstacle]:
    rules, name = asked.rules, asked.name.strip()
    if name and name_key(name) in {name_key(one) for one in asked.editors}:
        is_author = rules.bars_author and name_key(name) == name_key(check.author)
        if not is_author:
            when = (
                " since it was handed in for review"
                if rules.bars_editors is EditorsBarred.SINCE_REVIEW
                else ""
            )
            words = f"{name} has changed the check{when}; somebody else has to approve it."
            yield Obstacle(Missing.SECOND_PERSON, words)
    left = remaining_roles(rules, asked.signed)
    if left and not asked.role.strip():
        yield Obstacle(Missing.ROLE, f"Say in which role: {_either(left)}.")


def _of_findings(asked: Asked) -> Iterator[Obstacle]:
    waiting = blocking(asked.findings, asked.rules)
    counts = []
    for severity, noun in _NOUNS.items():
        number = sum(one.severity.value == severity for one in waiting)
        if number:
            counts.append(f"{number} {noun}{'s' * (number != 1)}")
    if counts:
        is_one = len(waiting) == 1
        words = f"{listed(tuple(counts))} of the pre-flight {'is' if is_one else 'are'} open."
        yield Obstacle(Missing.FINDINGS, words)


def _of_open_work(check: Check, rules: ReviewRules) -> Iterator[Obstacle]:
    suggestions = sum(one.state is SuggestionState.OPEN for one in check.suggestions)
    comments = sum(one.is_open for one in check.comments)
    conflicts = sum(one.settled_at is None for one in check.conflicts)
    for missing, number, one, many, counts in (
        (Missing.SUGGESTIONS, suggestions, "suggestion waits for an answer",
         "suggestions wait for an answer", rules.settles_suggestions),
        (Missing.COMMENTS, comments, "comment is open", "comments are open",
         rules.settles_comments),
        (Missing.CONFLICTS, conflicts, "conflict is to be decided", "conflicts are to be decided",
         rules.settles_conflicts),
    ):  # fmt: skip
        if counts and number:
            yield Obstacle(missing, f"{number} {one if number == 1 else many}.")


def _of_votes(check: Check, asked: Asked) -> Iterator[Obstacle]:
    tally = tally_of(check, asked.rules)
    if not tally.needs:
        return
    if tally.missing:
        given = len(tally.votes)
        words = (
            f"{given} of {tally.needs} votes on the rating {'is' if given == 1 else 'are'} given."
        )
        yield Obstacle(Missing.VOTES, words)
    elif tally.carried is None:
        words = f"No rating has the {tally.carry} votes yet that carry it."
        if tally.counts[0][1] >= tally.carry:
            words = "The votes on the rating are tied."
        yield Obstacle(Missing.VOTES, words)
    elif (check.verdict.scale, check.verdict.label) != tally.carried:
        name = label_name(asked.scales, *tally.carried)
        here = label_name(asked.scales, check.verdict.scale, check.verdict.label)
        stands = f"the check is rated “{here}”" if here else "the check is not rated yet"
        yield Obstacle(Missing.RATING, f"The votes carry “{name}”, but {stands}.")


def _unanswered(asked: Asked) -> Iterator[Obstacle]:
    given = {one.key: one for one in asked.answers}
    for question in asked.rules.checklist:
        answer = given.get(question.key)
        if answer is None:
            if question.required:
                yield Obstacle(Missing.CHECKLIST, f"Not answered yet: “{question.text}”")
        elif answer.answer not in question.answers:
            words = ANSWER_WORDS[answer.answer]
            yield Obstacle(Missing.CHECKLIST, f"Answered with {words}: “{question.text}”")


def label_name(scales: Iterable[RatingScale], scale: str, label: str) -> str:
    """Return the name of a label; its key where the house has no such label."""
    for one in scales:
        if one.key == scale and (found := one.label(label)) is not None:
            return found.name
    return label


def _either(roles: tuple[str, ...]) -> str:
    return roles[0] if len(roles) == 1 else f"{', '.join(roles[:-1])} or {roles[-1]}"
