"""Who was asked, in sentences: the right of reply in "How we know".

What a person marked as private, and their own notes, are in nothing that is made from here.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from workbench.core.date import Precision
from workbench.publish.escape import escaped, plain
from workbench.publish.layout import bullet
from workbench.publish.wording import date_words
from workbench.rules.name import listed

if TYPE_CHECKING:
    from workbench.core.check import Check
    from workbench.core.contact import Contact
    from workbench.core.date import DateValue

HEADING = "Who was asked:"
_WITH_A_WORD = ("by ", "in ", "at ", "on ", "via ", "through ", "over ")


def contacts(check: Check) -> str:
    """Return a list of who was asked and what they answered, as Markdown; empty if nobody was."""
    told = [_told(check, contact) for contact in check.contacts if not contact.is_private]
    return "\n".join(bullet(words) for words in told)


def without_private(check: Check) -> tuple[Check, int]:
    """Return the check as it may leave the workspace in a case file, and how many stay behind.

    Private contacts stay, and so do the notes to all others.
    """
    kept = tuple(replace(contact, notes="") for contact in check.contacts if not contact.is_private)
    return replace(check, contacts=kept), len(check.contacts) - len(kept)


def _told(check: Check, contact: Contact) -> str:
    who = escaped(plain(contact.who)).rstrip(".")
    words = f"{who[:1].upper()}{who[1:]} was asked{_through(contact)}{_on(contact.asked)}"
    words += _about(check, contact)
    question = escaped(plain(contact.question)).strip()
    asked = f"{words}: “{question}”" if question else f"{words}."
    return f"{asked} {_answer(contact)}"


def _answer(contact: Contact) -> str:
    answer = escaped(plain(contact.answer)).strip()
    when = _on(contact.answered)
    if answer:
        return f"The answer came{when}: “{answer}”" if when else f"The answer: “{answer}”"
    if when:
        return f"An answer came{when}; its words are not noted."
    return "No answer had come when this was written."


def _through(contact: Contact) -> str:
    through = escaped(plain(contact.through)).strip().rstrip(".")
    if not through:
        return ""
    has_word = f"{through.casefold()} ".startswith(_WITH_A_WORD)
    return f" {through}" if has_word else f" by {through}"


def _on(date: DateValue) -> str:
    if not date.is_known:
        return ""
    words = escaped(date_words(date).removesuffix(", stated"))
    is_day = date.precision not in (Precision.YEAR, Precision.MONTH) and not date.until
    return f" {'on' if is_day else 'in'} {words}"


def _about(check: Check, contact: Contact) -> str:
    numbers = sorted(check.claim_number(claim_id) for claim_id in contact.claim_ids)
    if not numbers:
        return ""
    noun = "claim" if len(numbers) == 1 else "claims"
    return f" about {noun} {listed(tuple(str(number) for number in numbers))}"
