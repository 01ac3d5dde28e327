from __future__ import annotations

import pytest

from workbench.core.claim import ClaimKind, ClaimStatus, EvidenceKind, Stance
from workbench.core.date import stated
from workbench.ui.claim_form import ClaimForm


@pytest.fixture
def form(hands, desk, case):
    """The form of the first claim; it shows every change of the check, as in its pane."""
    made = ClaimForm(desk)
    made.show_claim(desk.check, case.claims[0].id)
    desk.check_changed.connect(lambda _, new: made.show_claim(new, made._claim_id))
    return hands.show(made, 560, 1_200)


def claim(desk):
    return desk.check.claims[0]


TYPED = {
    "claim_as_circulated": lambda claim: claim.as_circulated,
    "claim_as_supported": lambda claim: claim.as_supported,
    "claim_claimant": lambda claim: claim.claimant,
    "claim_looked_at": lambda claim: claim.looked_at,
    "claim_notes": lambda claim: claim.notes,
    "basis_wording": lambda claim: claim.basis.wording,
    "claim_actor": lambda claim: claim.action.actor,
    "claim_action": lambda claim: claim.action.action,
    "claim_recipient": lambda claim: claim.action.recipient,
}


@pytest.mark.parametrize("name", TYPED)
def test_what_is_typed_in_a_field_is_in_the_claim_and_can_be_undone(hands, form, desk, case, name):
    field = hands.find(form, name)
    hands.type(field, "Okafor said", replacing=True)
    assert TYPED[name](claim(desk)) == "Okafor said"
    others = {key: read(claim(desk)) for key, read in TYPED.items() if key != name}
    assert others == {key: read(case.claims[0]) for key, read in TYPED.items() if key != name}
    while desk.undo_stack.canUndo():
        desk.undo_stack.undo()
    assert desk.check == case


def test_the_date_of_what_happened_is_in_the_claim(hands, form, desk):
    hands.type(hands.find(form, "claim_when"), "2 July 2026")
    assert claim(desk).action.when == stated("2026-07-02")
    assert claim(desk).action.actor == "Okafor"


def test_the_kind_is_in_the_claim_in_one_step(hands, form, desk, case):
    hands.choose(hands.find(form, "claim_kind"), ClaimKind.MOTIVE)
    assert claim(desk).kind is ClaimKind.MOTIVE
    desk.undo_stack.undo()
    assert desk.check == case
    assert hands.find(form, "claim_kind").value == ClaimKind.FACT


def test_a_status_is_in_the_claim_in_one_step(hands, form, desk, case):
    hands.click(hands.find(form, "status_not_checkable"))
    assert claim(desk).status is ClaimStatus.NOT_CHECKABLE
    desk.undo_stack.undo()
    assert desk.check == case
    assert hands.find(form, "status_reported").isChecked()


def test_a_status_that_the_evidence_does_not_carry_leaves_the_claim_as_it_is(
    hands, form, desk, case
):
    hands.click(hands.find(form, "status_contradicted"))
    assert desk.check == case
    words = hands.find(form, "status_sentence").text()
    assert words.startswith("No evidence against this claim is attached.")


def lost(hands, form):
    return hands.find(form, "wording_gap").text().partition(": ")[2]


def test_the_words_that_the_careful_version_lost_stand_between_the_two(hands, form):
    gap = hands.find(form, "wording_gap")
    assert gap.isVisible()
    assert lost(hands, form) == "last week because · bridge is shut"
    circulated, supported = (
        hands.find(form, f"claim_as_{name}") for name in ("circulated", "supported")
    )
    assert circulated.geometry().bottom() < gap.y() < supported.y()
    hands.type(supported, "Okafor called Lindqvist last week because it is shut", replacing=True)
    assert lost(hands, form) == "the bridge"
    hands.type(supported, " the bridge")
    assert not gap.isVisible()


def test_the_gap_shows_every_character_of_the_lost_words(hands, form, seen):
    circulated = hands.find(form, "claim_as_circulated")
    hands.type(circulated, "It is <b>shut & gone", replacing=True)
    assert "<b>shut & gone" in seen(hands.find(form, "wording_gap"))


def test_evidence_in_the_persons_words_is_tied_to_the_claim(hands, form, desk, case):
    hands.choose(hands.find(form, "noted_kind"), EvidenceKind.DATUM)
    line = hands.find(form, "noted_text")
    hands.type(line, "Traffic count of May: 0")
    hands.press(line, "Return")
    added = claim(desk).evidence[-1]
    assert (added.kind, added.text) == (EvidenceKind.DATUM, "Traffic count of May: 0")
    assert line.text() == ""
    desk.undo_stack.undo()
    assert desk.check == case


def test_an_empty_line_adds_no_evidence(hands, form, desk, case):
    hands.press(hands.find(form, "noted_text"), "Return")
    hands.type(hands.find(form, "noted_text"), "   ")
    hands.click(hands.find(form, "noted_add"))
    assert desk.check == case


def row_of(hands, form, evidence):
    return hands.find(form, f"evidence_{evidence.id}")


def test_the_stance_of_evidence_is_in_the_claim(hands, form, desk, case):
    row = row_of(hands, form, case.claims[0].evidence[1])
    hands.choose(hands.find(row, "evidence_stance"), Stance.CONTRADICTS)
    assert claim(desk).evidence[1].stance is Stance.CONTRADICTS
    desk.undo_stack.undo()
    assert desk.check == case


def test_what_the_status_rests_on_is_in_its_basis(hands, form, desk, case):
    first, second = case.claims[0].evidence
    hands.click(hands.find(row_of(hands, form, second), "evidence_rests"))
    assert claim(desk).basis.evidence_ids == (first.id, second.id)
    hands.click(hands.find(row_of(hands, form, first), "evidence_rests"))
    assert claim(desk).basis.evidence_ids == (second.id,)
    desk.undo_stack.undo()
    desk.undo_stack.undo()
    assert desk.check == case


def test_removed_evidence_leaves_the_basis_too_and_comes_back_as_it_was(
    qtbot, hands, form, desk, case
):
    row = row_of(hands, form, case.claims[0].evidence[0])
    with qtbot.waitSignal(form.removed) as told:
        hands.click(hands.find(row, "evidence_remove"))
    assert told.args == ["Evidence removed."]
    assert [item.id for item in claim(desk).evidence] == [case.claims[0].evidence[1].id]
    assert claim(desk).basis.evidence_ids == ()
    desk.undo_stack.undo()
    assert desk.check == case


def test_showing_evidence_asks_for_its_passage(qtbot, hands, form, case):
    evidence = case.claims[0].evidence[0]
    with qtbot.waitSignal(form.passage_asked) as told:
        hands.click(hands.find(row_of(hands, form, evidence), "evidence_show"))
    assert told.args == [evidence.passage_id]


def test_who_says_it_is_in_the_evidence(hands, form, desk, case):
    row = row_of(hands, form, case.claims[0].evidence[0])
    hands.click(hands.find(row, "evidence_more"))
    name = hands.find(row, "attribution_descriptor")
    hands.type(name, "aides", replacing=True)
    assert claim(desk).evidence[0].attribution.descriptor == "aides"
    hands.type(hands.find(row, "evidence_note"), "Thin.")
    assert claim(desk).evidence[0].note == "Thin."
    while desk.undo_stack.canUndo():
        desk.undo_stack.undo()
    assert desk.check == case


def test_another_place_where_the_claim_occurs_is_in_the_claim(hands, form, desk, case):
    line = hands.find(form, "appearance_line")
    for text in ("a message group", "https://post.example/1"):
        hands.type(line, text)
        hands.press(line, "Return")
    added = claim(desk).appearances[1:]
    assert [(item.place, item.url) for item in added] == [
        ("a message group", ""),
        ("", "https://post.example/1"),
    ]
    assert claim(desk).first_appearance_id == ""
    desk.undo_stack.undo()
    desk.undo_stack.undo()
    assert desk.check == case


def test_another_claim_in_the_form_gets_what_is_typed_then(hands, form, desk, case):
    notes = hands.find(form, "claim_notes")
    hands.type(notes, "one")
    form.show_claim(desk.check, case.claims[1].id)
    hands.type(notes, "two")
    assert [item.notes for item in desk.check.claims] == ["one", "two", ""]
