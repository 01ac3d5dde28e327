"""Watch items over the workspace: told at start, opened at their claim, seen or put off."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QApplication, QLabel

from workbench.clock import new_id, now
from workbench.core.check import Check
from workbench.core.claim import Claim
from workbench.core.date import stated
from workbench.core.draft import WatchItem


@pytest.fixture
def overdue(window, sample):
    """Another check with an item that is overdue, for its second claim; the sample has none."""
    window.desk.edit("x", lambda check: replace(check, watch_items=()))
    window.desk.flush()
    claims = tuple(Claim(id=new_id(), as_circulated=words) for words in ("They met", "They called"))
    item = WatchItem(
        id=new_id(), text="A statement", claim_id=claims[1].id, due=stated("2020-01-02")
    )
    made = Check(
        id=new_id(), slug="other", title="Another check", created=now(), changed=now(),
        claims=claims, watch_items=(item,),
    )  # fmt: skip
    window.shelf.store.save(None, made)
    return made


def shown(widget):
    return "\n".join(one.text() for one in widget.findChildren(QLabel) if one.isVisible())


def saved(window, check):
    return window.shelf.store.load(check.id).watch_items[0]


def test_the_start_page_tells_what_is_due_and_opens_it_at_its_claim(window, hands, overdue, qtbot):
    window.show_start()
    window.publication.watched.look()
    QApplication.processEvents()
    line = hands.find(window, "watch_reminder")
    assert "1 watch item is due:" in shown(line)
    words = hands.find(line, "watch_words_0").text()
    assert words.startswith("Overdue for ")
    assert words.endswith("  ·  A statement  ·  Another check, claim 2")
    link = hands.find(line, "watch_open_0")
    link.setFocus()
    hands.tap("Space")
    assert window.desk.check.id == overdue.id
    assert window.workspace.claims.claim_id == overdue.claims[1].id


def test_over_an_open_check_a_quiet_link_leads_to_the_list(window, hands, overdue):
    window.publication.watched.look()
    link = hands.find(window, "watch_status")
    assert link.text() == "1 watch item is due"
    assert link.toolTip() == "A statement (Another check, claim 2)"
    link.click()
    assert hands.find(window, "watch_sheet").isVisible()


def test_nothing_is_said_where_nothing_is_due(window, hands, overdue):
    later = replace(overdue.watch_items[0], due=stated("2999-01"))
    window.shelf.store.save(overdue, replace(overdue, watch_items=(later,)))
    window.show_start()
    window.publication.watched.look()
    assert not window.status.findChild(type(window.status._due), "watch_status").isVisible()
    assert window.start.findChild(QLabel, "watch_due") is None


def test_an_item_of_another_check_is_seen_and_put_off_with_a_way_back(window, hands, overdue):
    hands.tap("Ctrl+Alt+A")
    sheet = hands.find(window, "watch_sheet")
    ref = overdue.watch_items[0].id
    assert hands.find(sheet, f"watch_open_{ref}").hasFocus()
    hands.tap("Tab", "Tab", "Space")  # in a week
    assert saved(window, overdue).due.value > "2026"
    window.notices.findChild(type(sheet._close), "notice_button").click()
    assert saved(window, overdue) == overdue.watch_items[0]
    hands.find(sheet, f"watch_seen_{ref}").setFocus()
    hands.tap("Space")
    assert saved(window, overdue).seen
    assert "Nothing is watched for." in shown(sheet)
    hands.tap("Escape")
    assert not sheet.isVisible()


def test_an_item_of_the_open_check_is_one_step_of_undo(window, hands, overdue):
    window.open_check(overdue.id)
    hands.tap("Ctrl+Alt+A")
    sheet = hands.find(window, "watch_sheet")
    hands.find(sheet, f"watch_seen_{overdue.watch_items[0].id}").setFocus()
    hands.tap("Space")
    assert window.desk.check.watch_items[0].seen
    hands.tap("Escape")
    window.undo()
    assert not window.desk.check.watch_items[0].seen
