"""What two people changed differently is listed, read side by side, and settled by one key."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
from PySide6.QtWidgets import QApplication

from tests.ui.conftest import AT, an_id
from workbench.core.canonical import canonical_json, plain_value
from workbench.core.claim import ClaimStatus
from workbench.core.review import MergeConflict
from workbench.ui import setting
from workbench.ui.conflict_pane import ConflictPane


def a_conflict(number, path, kept, other):
    return MergeConflict(
        id=an_id(700 + number), path=path, kept=json.dumps(kept), other=json.dumps(other),
        kept_who="Ada Okafor", kept_at=AT, other_who="Nils Lindqvist", other_at=AT,
    )  # fmt: skip


@pytest.fixture
def quarrel(window, settings):
    """The sample with three conflicts: of a title, a status and a part of the draft."""
    settings.set(setting.PERSON, "Mara Voss")
    check = window.desk.check
    claim = check.claims[1]
    lede = check.draft.text("lede")
    conflicts = (
        a_conflict(1, "title", check.title, "Did she call him at all?"),
        a_conflict(2, f"claims/{claim.id}/status", claim.status.value, "contradicted"),
        a_conflict(3, "draft/parts/lede/text", lede, lede.replace("two people", "three people")),
    )
    window.desk.edit("x", lambda now: replace(now, conflicts=conflicts))
    return window.desk.check


@pytest.fixture
def pane(window, quarrel, hands):
    """The list, opened by its key."""
    hands.tap("Ctrl+Alt+K")
    return window.findChild(ConflictPane)


def open_ones(window):
    return [one for one in window.desk.check.conflicts if one.settled_at is None]


def test_line_at_the_bottom_counts_them_and_leads_to_the_list(window, quarrel, hands):
    link = hands.find(window, "conflict_status")
    assert link.text() == "3 conflicts to settle"
    link.click()
    assert window.workspace.tab == "conflicts"
    hands.tap("K")
    assert link.text() == "2 conflicts to settle"
    hands.tap("K", "K")
    assert not link.isVisible()
    hands.tap("Ctrl+Z")
    assert link.text() == "1 conflict to settle"


def test_both_values_are_read_side_by_side_with_who_and_when(pane, seen, hands):
    card = pane.cards[0]
    other = seen(hands.find(card, "conflict_other"))
    assert other.replace("\xa0", " ").replace("+ ", "") == "Did she call him at all?"
    assert card.accessibleName().startswith("Title. Stands: ")
    from PySide6.QtWidgets import QLabel

    told = " ".join(label.text() for label in card.findChildren(QLabel))
    assert "Ada Okafor, 10 July 2026" in told
    assert "Nils Lindqvist, 10 July 2026" in told
    assert "Claim 2: status" in hands.find(pane.cards[1], "conflict_place").text()


def test_long_text_marks_the_words_that_differ_with_signs(pane, hands):
    stands = hands.find(pane.cards[2], "conflict_stands").text()
    other = hands.find(pane.cards[2], "conflict_other").text()
    assert "−&nbsp;<u" in stands
    assert "+&nbsp;<u" in other
    assert other.count("<u ") <= 2  # the sentence around it is not marked


def test_taking_the_other_is_one_step_and_notes_who_and_when(window, pane, hands, quarrel):
    hands.tap("T")
    check = window.desk.check
    assert check.title == "Did she call him at all?"
    done = check.conflicts[0]
    assert done.settled_by == "Mara Voss"
    assert done.settled_at is not None
    assert "Undo" in [one.text() for one in window.notices.findChildren(type(pane._close))]
    hands.tap("Ctrl+Z")
    assert window.desk.check.title == quarrel.title
    assert len(open_ones(window)) == 3


def test_keeping_leaves_what_stands(window, pane, hands, quarrel):
    hands.tap("Down", "K")
    assert window.desk.check.claims == quarrel.claims
    assert [one.path for one in open_ones(window)] == ["title", "draft/parts/lede/text"]
    assert pane.cards[-1].conflict.settled_by == "Mara Voss"  # still to be read, below
    hands.tap("Up", "Down", "T")
    assert "three people" in window.desk.check.draft.text("lede")


def test_writing_it_anew_settles_it_with_those_words(window, pane, hands, quarrel):
    hands.tap("E")
    field = hands.find(pane.cards[0], "conflict_field")
    assert field.toPlainText() == quarrel.title
    hands.tap("Ctrl+A")
    hands.write("Did the governor call?")
    hands.tap("Ctrl+Return")
    assert window.desk.check.title == "Did the governor call?"
    assert len(open_ones(window)) == 2
    hands.tap("Ctrl+Z")
    assert window.desk.check.title == quarrel.title


@pytest.mark.parametrize(
    ("steps", "tab", "field"),
    [(0, "conflicts", "check_title"), (1, "claims", None), (2, "draft", "draft_lede")],
)
def test_going_there_leads_to_the_place(window, pane, hands, steps, tab, field):
    hands.tap(*["Down"] * steps, "G")
    assert window.workspace.tab == tab
    if field:
        assert QApplication.focusWidget().objectName() == field
    else:
        assert window.workspace.claims.claim_id == window.desk.check.claims[1].id


def test_what_is_no_text_is_edited_at_its_place(window, pane, hands):
    hands.tap("Down", "E")
    assert window.workspace.tab == "claims"
    assert len(open_ones(window)) == 3


def test_value_that_does_not_fit_any_more_cannot_be_taken(window, hands, quarrel):
    from workbench.core.change import without_claim

    claim = quarrel.claims[1]
    window.desk.edit("x", lambda check: without_claim(check, claim.id))
    hands.tap("Ctrl+Alt+K")
    pane = window.findChild(ConflictPane)
    card = pane.cards[1]
    assert not hands.find(card, "conflict_take").isEnabled()
    hands.tap("Down", "T")
    assert len(open_ones(window)) == 3
    hands.tap("K")
    assert len(open_ones(window)) == 2


def test_removed_item_is_told_and_taking_it_removes_it(window, hands, case):
    check = window.desk.check
    claim = check.claims[-1]
    text = canonical_json(plain_value(claim)).decode()
    one = replace(a_conflict(4, f"claims/{claim.id}", "a", "b"), kept=text, other="")
    window.desk.edit("x", lambda now: replace(now, conflicts=(one,)))
    hands.tap("Ctrl+Alt+K")
    pane = window.findChild(ConflictPane)
    assert "(removed)" in hands.find(pane.cards[0], "conflict_other").text()
    hands.tap("T")
    assert claim.id not in {each.id for each in window.desk.check.claims}


def test_escape_leads_back_to_the_claims(window, pane, hands):
    hands.tap("Escape")
    assert window.workspace.tab == "claims"


def test_edit_since_the_merge_is_told(window, pane, hands, quarrel):
    from PySide6.QtWidgets import QLabel

    claim = quarrel.claims[1]
    changed = replace(claim, status=ClaimStatus.CONFIRMED)
    claims = tuple(changed if one.id == claim.id else one for one in quarrel.claims)
    window.desk.edit("x", lambda check: replace(check, claims=claims))
    told = " ".join(label.text() for label in pane.cards[1].findChildren(QLabel))
    assert "Changed here since" in told
    assert "confirmed" in told
