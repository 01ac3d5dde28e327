"""Proposals over the article: taken together or one by one, replaced, set aside, by keyboard."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QApplication

from workbench.core import change
from workbench.core.claim import Action, Stance
from workbench.core.date import stated
from workbench.core.source import Flag
from workbench.ui import command
from workbench.ui.proposal_chip import ProposalChip

PAGE = """Bay Commentary / Politics

Governor Calls Mayor To Revive The Bridge

By Bay Commentary NewsroomJuly 7, 2026 at 8:06 AM ET · 2 min read

Image: A boat passes under the Harbor Bridge - Coast Courier

Governor Maren Lindqvist called Mayor Ada Okafor last Friday, The Ledger reported.
""" + "\n".join(f"\nThe port counted {number} ships that day." for number in range(60))


@pytest.fixture
def bring_in(window, qtbot, tmp_path):
    """A function that brings a text into a new check and waits until it is read."""
    window.shelf.new_check("Bridge")

    def brought(text=PAGE, name="page.txt"):
        file = tmp_path / name
        file.write_text(text, encoding="utf-8")
        before = len(window.desk.check.sources)
        window.reception.take_files([file])
        qtbot.waitUntil(lambda: len(window.desk.check.sources) > before)
        source_id = window.desk.check.sources[-1].id
        qtbot.waitUntil(lambda: window.noticing.of(source_id) is not None)
        window.workspace.article.show_source(source_id)
        window.workspace.article.begin()
        return source_id

    return brought


@pytest.fixture
def page(bring_in):
    return bring_in()


@pytest.fixture
def source(window, page):
    """A function that tells the source as it is now."""
    return lambda: window.desk.check.source(page)


def chips(window):
    """Return the chips on show, by what they are for."""
    strip = window.proposing.strip
    if strip is None or not strip.isVisible():
        return {}
    return {
        chip.accessibleName().partition(" – ")[0]: chip
        for chip in strip.findChildren(ProposalChip)
        if chip.isVisible()
    }


def here():
    return QApplication.focusWidget()


@pytest.fixture
def go_to(hands):
    """A function that goes to the proposal for a field with the keyboard alone."""

    def went(field):
        hands.tap("Ctrl+Alt+P")
        while here().proposal.field != field:
            hands.tap("Tab")
        return here()

    return went


def test_what_the_text_states_is_proposed_with_where_it_comes_from(window, page):
    told = {name: chip.accessibleName() for name, chip in chips(window).items()}
    assert "stated: line 5 of the text, byline" in told["Byline: Bay Commentary Newsroom"]
    assert "Published: 7 July 2026, 08:06 ET" in told
    assert "Cites: The Ledger, not in hand" in told
    assert "likely: line 7" in told["May rely on: Coast Courier, not in hand"]
    assert window.proposing.strip.height() < window.workspace.article.height() / 4


def test_one_key_takes_all_that_is_stated_in_one_step(window, hands, source):
    steps = window.desk.undo_stack.count()
    hands.tap("Alt+Return")
    assert source().byline == "Bay Commentary Newsroom"
    assert source().published.zone == "America/New_York"
    assert source().flags == {Flag.COLLECTIVE_BYLINE}
    assert [hop.name for hop in source().relies_on] == ["The Ledger"]
    assert window.desk.undo_stack.count() == steps + 1
    assert "byline" in window.notices.text
    assert "Left to you: may rely on Coast Courier" in window.notices.text
    assert list(chips(window)) == ["May rely on: Coast Courier, not in hand"]
    hands.tap("Ctrl+Z")
    assert source().byline == ""
    assert len(chips(window)) > 5


def test_tab_goes_from_one_to_the_next_and_return_takes_it(window, hands, source):
    hands.tap("Ctrl+Alt+P")
    assert here().proposal.field == "outlet"
    hands.tap("Tab")
    assert here().proposal.field == "byline"
    hands.tap("Right", "Left")
    assert here().proposal.field == "byline"
    hands.tap("Return")
    assert (source().byline, source().outlet) == ("Bay Commentary Newsroom", "")
    assert here().proposal.field == "published"  # the one in its place has the keyboard
    assert "Taken: byline" in window.notices.text
    hands.tap("Escape")
    assert here() is window.workspace.article.view


def test_typing_on_a_proposal_writes_something_else(window, hands, source, go_to):
    go_to("byline")
    hands.write("Ines Marlowe")
    assert source().byline == ""
    hands.tap("Return")
    assert source().byline == "Ines Marlowe"
    assert window.notices.text == "Byline: Ines Marlowe."
    assert not [name for name in chips(window) if name.startswith("Byline")]
    hands.tap("Ctrl+Z")
    assert source().byline == ""
    assert "Byline: Bay Commentary Newsroom" in chips(window)


def test_escape_leaves_the_edit_and_takes_nothing(window, hands, source):
    hands.tap("Ctrl+Alt+P", "F2")
    hands.write(" of the North")
    hands.tap("Escape")
    assert source().outlet == ""
    assert here().proposal.field == "outlet"


def test_a_date_that_cannot_be_read_is_not_taken(window, hands, source, go_to):
    go_to("published")
    hands.write("someday")
    hands.tap("Return")
    assert not source().published.is_known
    assert "Not read as a date" in hands.find(window, "proposals_line").text()
    here().selectAll()
    hands.write("6 July 2026")
    hands.tap("Return")
    assert source().published == stated("2026-07-06")


def test_delete_sets_aside_until_it_is_undone(window, hands, source):
    hands.tap("Ctrl+Alt+P", "Delete")
    assert not [name for name in chips(window) if name.startswith("Outlet")]
    assert source().outlet == ""
    assert "Set aside: outlet" in window.notices.text
    hands.tap("Alt+Return")
    assert source().outlet == ""  # what was set aside is not taken with the rest
    hands.tap("Ctrl+Z", "Ctrl+Z")
    assert [name for name in chips(window) if name.startswith("Outlet")]


def test_the_small_cross_sets_aside_too(window, hands, page):
    chip = chips(window)["Flag: collective byline"]
    hands.click(hands.find(chip, "proposal_drop"))
    assert "Flag: collective byline" not in chips(window)


def test_a_difference_is_shown_and_never_overwritten_by_taking_all(window, hands, source, page):
    def typed(check):
        return change.with_source(check, replace(check.source(page), outlet="Bay Courier"))

    window.desk.edit("Change source", typed)
    (name,) = [name for name in chips(window) if name.startswith("Outlet")]
    assert "The source has: Bay Courier" in chips(window)[name].accessibleName()
    hands.tap("Alt+Return")
    assert source().outlet == "Bay Courier"
    assert "Left to you: outlet and may rely on Coast Courier" in window.notices.text
    hands.tap("Ctrl+Alt+P", "Return")
    assert source().outlet == "Bay Commentary"


def test_the_strip_folds_when_the_person_reads_on(window, hands, page, qtbot):
    article = window.workspace.article
    height = window.proposing.strip.height()
    hands.tap("Space", "Space")
    qtbot.waitUntil(lambda: window.proposing.strip.height() < height)
    assert chips(window) == {}
    assert "proposals" in hands.find(window, "proposals_unfold").text()
    article.view.verticalScrollBar().setValue(0)
    assert chips(window) == {}  # it opens by hand alone: nothing moves under the reader
    hands.tap("Ctrl+Alt+P")
    assert len(chips(window)) > 5
    assert isinstance(here(), ProposalChip)


def test_a_source_older_than_the_event_of_its_claim_is_told(window, hands, source, page):
    hands.tap("Alt+Return")
    action = Action(actor="Lindqvist", action="called", when=stated("2026-08"))
    claim_id = command.new_claim(window.desk, "Lindqvist called Okafor")

    def dated(check):
        return change.with_claim(check, replace(check.claim(claim_id), action=action))

    window.desk.edit("Change claim", dated)
    command.add_passage_evidence(
        window.desk, claim_id, source(), *_place(source(), "called Mayor"), Stance.CONTEXT
    )
    told = chips(window)["Flag: older than the event"].accessibleName()
    assert "published before the event of claim 1" in told
    hands.tap("Alt+Return")
    assert Flag.OLD in source().flags


def _place(source, words):
    start = source.version.text.index(words)
    return start, start + len(words)


def test_each_source_has_its_own_proposals(window, bring_in, hands):
    bring_in()
    bring_in("Lindqvist called Okafor on Saturday.\n", "bare.txt")
    assert chips(window) == {}
    hands.tap("Alt+Return")
    assert "Nothing is proposed" in window.notices.text
    hands.tap("Ctrl+PgUp")
    assert len(chips(window)) > 5


def test_proposals_stay_while_the_text_is_read_anew(window, hands, source, go_to, page, qtbot):
    go_to("published")
    hands.tap("Return")  # dates are told by it, so the text is read anew
    assert source().published.is_known
    assert len(chips(window)) > 5  # nothing blinks while they are
    qtbot.waitUntil(lambda: window.noticing.of(source().id) is not None)
    assert len(chips(window)) > 5
