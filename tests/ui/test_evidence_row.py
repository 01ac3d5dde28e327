from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QLabel

from workbench.core import change
from workbench.core.claim import EvidenceKind, Stance
from workbench.core.quote import AnchorState
from workbench.ui.evidence_row import EvidenceRow


@pytest.fixture
def row(hands, case):
    evidence = case.claims[0].evidence[0]
    made = EvidenceRow(evidence.id)
    made.show_evidence(case, evidence, rests=True)
    return hands.show(made, 560, 300)


@pytest.fixture
def words(row, seen):
    """A function that tells all that is read in the row."""
    return lambda: [seen(label) for label in row.findChildren(QLabel) if label.isVisible()]


def test_a_passage_is_shown_with_its_source_and_who_says_it(words):
    assert words() == [
        "“Okafor phoned Lindqvist on Thursday”",
        "The Ledger · two people familiar with the call, not named",
    ]


def test_a_note_is_shown_with_what_it_is(hands, row, words, case):
    reply = case.claims[0].evidence[1]
    row.show_evidence(case, reply, rests=False)
    assert words() == ["Lindqvist did not answer.", "Reply"]
    assert not hands.find(row, "evidence_show").isVisible()
    assert not row.rests.isChecked()


def test_a_note_about_a_source_can_be_shown(hands, row, words, case):
    note = replace(case.claims[0].evidence[1], source_id=case.sources[1].id)
    row.show_evidence(case, note, rests=False)
    assert words()[1].startswith("The Ledger")
    assert hands.find(row, "evidence_show").isVisible()


@pytest.mark.parametrize(
    ("state", "said"),
    [
        (AnchorState.LOST, "lost"),
        (AnchorState.AMBIGUOUS, "not clear where"),
        (AnchorState.CHANGED, "other words"),
    ],
)
def test_a_passage_that_cannot_be_found_again_says_so(row, words, case, state, said):
    passage = case.passages[2]
    unsure = replace(passage, selector=replace(passage.selector, state=state))
    check = change.with_passage(case, unsure)
    row.show_evidence(check, case.claims[0].evidence[0], rests=True)
    assert said in words()[1]


HOSTILE = "<img src='file:///etc/hostname'> <b>shut</b> &amp; <script>x</script>"


def test_every_character_of_evidence_is_shown_as_it_is(row, words, case):
    note = replace(case.claims[0].evidence[1], kind=EvidenceKind.DOCUMENT, text=HOSTILE)
    row.show_evidence(case, note, rests=False)
    assert words()[0] == HOSTILE
    quote = replace(
        case.passages[2],
        selector=replace(case.passages[2].selector, exact=HOSTILE, end=len(HOSTILE), start=0),
    )
    check = change.with_passage(case, quote)
    row.show_evidence(check, case.claims[0].evidence[0], rests=True)
    assert words()[0] == f"“{HOSTILE}”"


def test_a_long_quote_is_cut_at_a_word(row, words, case):
    long = "The Harbor Bridge is shut again. " * 20
    quote = replace(
        case.passages[2],
        selector=replace(case.passages[2].selector, exact=long, end=len(long), start=0),
    )
    row.show_evidence(change.with_passage(case, quote), case.claims[0].evidence[0], rests=True)
    shown = words()[0]
    assert len(shown) < 240
    assert shown.endswith(" …”")
    assert long.startswith(shown[1:-3])
    assert long[len(shown[1:-3])] == " "


def test_each_control_tells_what_was_done(qtbot, hands, row, case):
    evidence = case.claims[0].evidence[0]
    with qtbot.waitSignal(row.changed) as told:
        hands.choose(row.stance, Stance.QUALIFIES)
    assert told.args == [replace(evidence, stance=Stance.QUALIFIES), "stance", 0]
    with qtbot.waitSignal(row.rests_changed) as told:
        hands.click(row.rests)
    assert told.args == [evidence.id, False]
    with qtbot.waitSignal(row.shown) as told:
        hands.click(hands.find(row, "evidence_show"))
    assert told.args == [evidence.id]
    with qtbot.waitSignal(row.removed) as told:
        hands.click(hands.find(row, "evidence_remove"))
    assert told.args == [evidence.id]


def test_showing_evidence_tells_nobody(qtbot, row, case):
    with qtbot.assertNotEmitted(row.changed), qtbot.assertNotEmitted(row.rests_changed):
        row.show_evidence(case, case.claims[0].evidence[1], rests=False)
    assert row.stance.value == Stance.CONTEXT


def test_who_says_it_opens_and_closes_in_place(hands, row):
    more = hands.find(row, "evidence_more")
    hands.click(more)
    name = hands.find(row, "attribution_name")
    assert name.isVisible()
    hands.click(more)
    assert not name.isVisible()
