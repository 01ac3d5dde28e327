"""Suggestions as the commands tell them, with what the pre-flight would say of each."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any

from workbench.cli.noticed import inspection_of
from workbench.cli.terminal import tell

if TYPE_CHECKING:
    from workbench.core.check import Check
    from workbench.core.finding import Finding
    from workbench.core.review import Comment, Suggestion
    from workbench.house.house import House
    from workbench.store.check_store import CheckStore


class Preflight:
    """The pre-flight over states of one check; what its sources say is read once.

    Attributes:
        house: of this computer.

    """

    def __init__(self, store: CheckStore, check: Check) -> None:
        from workbench.house.house import house_folder, load_house
        from workbench.house.rule_book import load_rule_book
        from workbench.house.words import load_words

        folder = house_folder(os.environ)
        self.house: House = load_house(folder)
        self._words, self._book = load_words(folder), load_rule_book(folder)
        self._noticed = {one.id: inspection_of(one, store.original) for one in check.sources}
        self._known: tuple[Check, tuple[Finding, ...]] | None = None

    def findings(self, check: Check) -> tuple[Finding, ...]:
        """Return what is found in a state of the check."""
        from workbench.publish.proof import findings_in

        if self._known is None or self._known[0] is not check:
            found = findings_in(check, self.house, self._noticed, self._words, self._book)
            if self._known is not None:
                return found
            self._known = (check, found)
        return self._known[1]

    def caused(self, check: Check, suggestion: Suggestion) -> tuple[Finding, ...]:
        """Return what would be found if a suggestion were taken, and is not found now."""
        from workbench.publish.review_finding import findings_if_taken

        return findings_if_taken(check, suggestion, self.findings)


def tell_suggestion(
    check: Check,
    house: House,
    one: Suggestion,
    suffix: str,
    today: str,
    found: tuple[Finding, ...],
) -> None:
    """Print a suggestion: its place, today's text, what was and what is suggested, by whom."""
    from workbench.publish.review_words import subject_words, value_words

    tell(f"{subject_words(check, house, one.subject)}{f' ({suffix})' if suffix else ''}")
    if today.strip():
        tell(f"  today: {value_words(house, one.subject, today)}")
    if one.was.strip():
        tell(f"  - {_on_one_line(value_words(house, one.subject, one.was))}")
    if one.now.strip():
        tell(f"  + {_on_one_line(value_words(house, one.subject, one.now))}")
    who = f"{one.who}, " if one.who else ""
    tell(f"  {who}{one.at:%Y-%m-%d %H:%M} UTC")
    if one.answer:
        tell(f"  answered: {one.answer}")
    for finding in found:
        tell(f"  would be flagged: {finding.message}")


def _on_one_line(words: str) -> str:
    """Return words with a sign in place of the ends of paragraphs."""
    return " ¶ ".join(filter(None, (part.strip() for part in words.split("\n"))))


def suggestion_object(
    check: Check, house: House, one: Suggestion, found: tuple[Finding, ...]
) -> dict[str, Any]:
    """Return a suggestion for JSON."""
    from workbench.publish.review_words import subject_words

    return {
        "id": one.id,
        "subject": _subject_object(one),
        "about": subject_words(check, house, one.subject),
        "was": one.was,
        "now": one.now,
        "who": one.who,
        "at": f"{one.at:%Y-%m-%dT%H:%M:%SZ}",
        "suggestion_state": one.state.value,
        "answer": one.answer,
        "new_findings": [
            {"rule": item.rule, "severity": item.severity.value, "message": item.message}
            for item in found
        ],
    }


def comment_object(check: Check, house: House, one: Comment) -> dict[str, Any]:
    """Return a comment for JSON."""
    from workbench.publish.review_words import subject_words

    return {
        "id": one.id,
        "thread": one.thread,
        "subject": _subject_object(one),
        "about": subject_words(check, house, one.subject),
        "text": one.text,
        "who": one.who,
        "at": f"{one.at:%Y-%m-%dT%H:%M:%SZ}",
    }


def _subject_object(one: Suggestion | Comment) -> dict[str, Any]:
    subject = one.subject
    told: dict[str, Any] = {
        "kind": subject.kind.value,
        "item": subject.item,
        "field": subject.field,
    }
    if subject.quote is not None:
        told["quote"] = subject.quote.exact
        told["quote_state"] = subject.quote.state.value
    return told
