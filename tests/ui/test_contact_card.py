"""Who was asked, typed by hand: every edit one step, private shown, an answer becomes evidence."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication

from workbench.core.claim import EvidenceKind
from workbench.core.date import stated
from workbench.ui.contact_card import ContactCard


@pytest.fixture
def card(desk, hands):
    return hands.show(ContactCard(desk), 620, 700)


def asked(card, hands, who="The press office of the port"):
    """Add somebody and return the contact."""
    hands.type(hands.find(card, "contact_new"), who)
    hands.press(hands.find(card, "contact_new"), "Return")
    card.adjustSize()
    QApplication.processEvents()
    return card._desk.check.contacts[-1]


def field(card, hands, contact, name):
    return hands.find(card, f"contact_{name}_{contact.id}")


def test_somebody_is_added_and_filled_in_by_keys(card, hands, desk):
    contact = asked(card, hands)
    assert QApplication.focusWidget() is field(card, hands, contact, "through")
    hands.type(field(card, hands, contact, "through"), "e-mail")
    hands.type(field(card, hands, contact, "asked"), "1 July 2026")
    hands.type(field(card, hands, contact, "question"), "Is it shut?")
    hands.type(field(card, hands, contact, "answered"), "2 July 2026")
    hands.type(field(card, hands, contact, "answer"), "No.")
    (contact,) = desk.check.contacts
    assert (contact.who, contact.through, contact.question, contact.answer) == (
        "The press office of the port", "e-mail", "Is it shut?", "No.",
    )  # fmt: skip
    assert (contact.asked, contact.answered) == (stated("2026-07-01"), stated("2026-07-02"))


def test_each_is_one_step_back(card, hands, desk):
    contact = asked(card, hands)
    hands.click(field(card, hands, contact, "private"))
    assert desk.check.contacts[0].is_private
    desk.undo_stack.undo()
    assert not desk.check.contacts[0].is_private
    desk.undo_stack.undo()
    assert desk.check.contacts == ()


def test_private_is_said_in_a_word(card, hands):
    contact = asked(card, hands)
    row = card._rows[contact.id]
    assert not row._word.isVisible()
    hands.click(field(card, hands, contact, "private"))
    assert row._word.isVisible()


def test_claims_are_ticked_in_any_order(card, hands, desk):
    contact = asked(card, hands)
    for number in (2, 1):
        hands.click(hands.find(card, f"contact_about_{contact.id}_{number}"))
    ids = [claim.id for claim in desk.check.claims]
    assert desk.check.contacts[0].claim_ids == (ids[1], ids[0])
    hands.click(hands.find(card, f"contact_about_{contact.id}_2"))
    assert desk.check.contacts[0].claim_ids == (ids[0],)


def test_answer_becomes_evidence_with_the_name_of_who_gave_it(card, hands, desk):
    contact = asked(card, hands)
    hands.click(hands.find(card, f"contact_about_{contact.id}_1"))
    hands.type(field(card, hands, contact, "answer"), "It never closed.")
    card.adjustSize()
    QApplication.processEvents()
    hands.click(hands.find(card, f"contact_use_{contact.id}_1"))
    evidence = desk.check.claims[0].evidence[-1]
    assert (evidence.kind, evidence.text, evidence.attribution.name) == (
        EvidenceKind.REPLY, "It never closed.", contact.who,
    )  # fmt: skip


def test_removed_contact_comes_back_with_undo(card, hands, desk, qtbot):
    contact = asked(card, hands)
    with qtbot.waitSignal(card.removed) as told:
        hands.click(hands.find(card._rows[contact.id], "contact_remove"))
    assert contact.who in told.args[0]
    assert desk.check.contacts == ()
    desk.undo_stack.undo()
    assert desk.check.contacts == (contact,)


def test_name_is_never_lost(card, hands, desk):
    contact = asked(card, hands)
    who = field(card, hands, contact, "who")
    who.setFocus()
    who.selectAll()
    hands.press(who, "Delete")
    assert desk.check.contacts[0].who == contact.who
