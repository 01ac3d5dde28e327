"""The house's rules for review from data: who approves, the checklist, votes, what is settled."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from workbench.core.finding import Severity
from workbench.core.review_rule import ANSWERS, ChecklistQuestion, EditorsBarred, ReviewRules
from workbench.house.entry import Entry, refuse_twins

if TYPE_CHECKING:
    from pathlib import Path

    from workbench.house.data_file import DataFile


def read_review_rules(
    file: DataFile, shipped: ReviewRules | None = None, folder: Path | None = None
) -> ReviewRules:
    """Return the rules in a file; what it leaves out is as in the shipped ones.

    Args:
        file: review.toml.
        shipped: None while the shipped file itself is read.
        folder: of the house, whose rules of the pre-flight may be named.

    Raises UserError for a mistake in it.

    """
    top = Entry(file=file, table=file.table)
    top.refuse_unknown("approval", "rating", "settled", "question", "checklist")
    rules = shipped or ReviewRules()
    rules = _with_approval(_section(top, "approval"), rules)
    rules = _with_rating(_section(top, "rating"), rules)
    rules = _with_settled(_section(top, "settled"), rules, folder)
    if not top.switch("checklist", default=True):
        if "question" in file.table:
            raise top.mistake("checklist", "is false, but there are questions in this file")
        return replace(rules, checklist=())
    return replace(rules, checklist=_checklist(top)) if "question" in file.table else rules


def _section(top: Entry, name: str) -> Entry:
    table = top.table.get(name, {})
    if not isinstance(table, dict):
        raise top.mistake(name, f"must be a table under [{name}]")
    return Entry(file=top.file, table=table, header=name)


def _with_approval(entry: Entry, rules: ReviewRules) -> ReviewRules:
    entry.refuse_unknown("not_by_author", "not_by_editors", "roles", "required_roles")
    return replace(
        rules,
        bars_author=entry.switch("not_by_author", default=rules.bars_author),
        bars_editors=entry.choice("not_by_editors", EditorsBarred, rules.bars_editors),
        roles=_texts(entry, "roles", rules.roles),
        required_roles=_texts(entry, "required_roles", rules.required_roles),
    )


def _with_rating(entry: Entry, rules: ReviewRules) -> ReviewRules:
    entry.refuse_unknown("votes", "carry", "author_votes")
    votes = entry.whole_number("votes", rules.votes)
    if votes < 0:
        raise entry.mistake("votes", "must not be below zero")
    carry = entry.whole_number("carry", min(rules.carry, votes) or votes // 2 + (votes > 0))
    if carry < 0 or (votes and not carry):
        raise entry.mistake("carry", "must be above zero where votes are needed")
    if carry > votes:
        raise entry.mistake("carry", f"is more than the {votes} votes that are needed")
    author = entry.switch("author_votes", default=rules.author_votes)
    return replace(rules, votes=votes, carry=carry, author_votes=author)


def _with_settled(entry: Entry, rules: ReviewRules, folder: Path | None) -> ReviewRules:
    entry.refuse_unknown("severities", "rules", "suggestions", "comments", "conflicts")
    severities = _texts(entry, "severities", rules.severities)
    for word in severities:
        if word not in set(Severity):
            raise entry.mistake("severities", f"may have error, warning and note, not {word}")
    keys = _texts(entry, "rules", rules.rules)
    _refuse_unknown_rules(entry, keys, folder)
    return replace(
        rules,
        severities=tuple(Severity(word) for word in severities),
        rules=keys,
        settles_suggestions=entry.switch("suggestions", default=rules.settles_suggestions),
        settles_comments=entry.switch("comments", default=rules.settles_comments),
        settles_conflicts=entry.switch("conflicts", default=rules.settles_conflicts),
    )


def _refuse_unknown_rules(entry: Entry, keys: tuple[str, ...], folder: Path | None) -> None:
    if not keys:
        return
    from workbench.house.rule_book import load_rule_book  # read for a house that names rules only

    known = load_rule_book(folder).rules
    for key in keys:
        if key not in known:
            raise entry.mistake("rules", f"has a rule that the pre-flight does not know: {key}")


def _checklist(top: Entry) -> tuple[ChecklistQuestion, ...]:
    entries = top.entries("question")
    questions = tuple(_question(entry) for entry in entries)
    refuse_twins(entries, "key", tuple(question.key for question in questions))
    return questions


def _question(entry: Entry) -> ChecklistQuestion:
    entry.refuse_unknown("key", "text", "answers", "required")
    answers = _texts(entry, "answers", ("yes", "not_applicable"))
    for word in answers:
        if word not in ANSWERS:
            raise entry.mistake("answers", f"may have {', '.join(ANSWERS)}, not {word}")
    if not answers:
        raise entry.mistake("answers", "must name at least one answer")
    return ChecklistQuestion(
        key=entry.key(),
        text=entry.text("text"),
        answers=answers,
        required=entry.switch("required", default=False),
    )


def _texts(entry: Entry, key: str, default: tuple[Any, ...]) -> tuple[str, ...]:
    value = entry.table.get(key, list(default))
    if not isinstance(value, list) or not all(
        isinstance(text, str) and text.strip() for text in value
    ):
        raise entry.mistake(key, "must be words in quotation marks, in square brackets")
    return tuple(dict.fromkeys(" ".join(text.split()) for text in value))
