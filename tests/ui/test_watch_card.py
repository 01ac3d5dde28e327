from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QApplication, QCheckBox, QPushButton

from workbench.core import change
from workbench.core.date import DateValue, stated
from workbench.ui.field import LineField
from workbench.ui.form import Choice
from workbench.ui.watch_card import WatchCard


@pytest.fixture
def card(hands, case):
    """The watch items of a check; what is changed comes back, as through the desk."""
    made = WatchCard()
    made.check = case

    def follow(item, _key):
        made.check = change.with_watch_item(made.check, item)
        made.show_check(made.check)

    made.edited.connect(follow)
    made.show_check(case)
    return hands.show(made, 560, 300)


def item(card):
    return card.check.watch_items[0]


def named(card, kind, name):
    QApplication.processEvents()
    found = [widget for widget in card.findChildren(kind) if widget.accessibleName() == name]
    return next(widget for widget in found if widget.isVisible())


def test_an_item_is_shown_with_its_claim_and_its_date(hands, card, case):
    assert named(card, LineField, "Signal to watch for").text() == case.watch_items[0].text
    assert named(card, Choice, "Claim it would change").currentText() == "Claim 2"
    assert hands.find(card, f"watch_due_{item(card).id}").text() == "1 August 2026"


def test_every_field_of_an_item_is_told_and_keeps_the_keyboard(hands, card, case):
    text = named(card, LineField, "Signal to watch for")
    hands.type(text, "The port reopens", replacing=True)
    assert text.hasFocus()
    hands.choose(named(card, Choice, "Claim it would change"), case.claims[2].id)
    hands.type(hands.find(card, f"watch_due_{item(card).id}"), "September 2026", replacing=True)
    hands.click(card.findChild(QCheckBox))
    assert item(card) == replace(
        case.watch_items[0],
        text="The port reopens",
        claim_id=case.claims[2].id,
        due=stated("2026-09"),
        seen=True,
    )


def test_claims_that_come_and_go_are_offered_by_their_numbers(card, case):
    card.show_check(change.without_claim(case, case.claims[0].id))
    box = named(card, Choice, "Claim it would change")
    assert [box.itemText(place) for place in range(box.count())] == [
        "No claim", "Claim 1", "Claim 2",
    ]  # fmt: skip
    assert box.currentText() == "Claim 1"


def test_a_new_signal_is_told_once_and_the_line_is_free_again(qtbot, hands, card):
    line = hands.find(card, "watch_new")
    hands.type(line, "  A speech ")
    with qtbot.waitSignal(card.added) as told:
        hands.press(line, "Return")
    main = card.check.main_claim
    assert told.args == ["A speech", main.id, DateValue()]
    with qtbot.assertNotEmitted(card.added):
        hands.click(hands.find(card, "watch_add"))


def test_removing_tells_which(qtbot, hands, card, case):
    remove = next(b for b in card.findChildren(QPushButton) if b.text() == "Remove")
    with qtbot.waitSignal(card.removed) as told:
        hands.click(remove)
    assert told.args == [case.watch_items[0].id]


def test_a_new_signal_is_tied_to_the_chosen_claim_and_has_its_date(qtbot, hands, card, case):
    hands.type(hands.find(card, "watch_new"), "A speech")
    hands.choose(hands.find(card, "watch_new_claim"), case.claims[2].id)
    due = hands.find(card, "watch_new_due")
    hands.type(due, "September 2026")
    with qtbot.waitSignal(card.added) as told:
        hands.press(due, "Return")
    assert told.args == ["A speech", case.claims[2].id, stated("2026-09")]
    assert hands.find(card, "watch_new_due").text() == ""


def test_what_is_overdue_says_so_and_is_put_off_by_one_key(hands, card):
    field = hands.find(card, f"watch_due_{item(card).id}")
    hands.type(field, "2020-01-02", replacing=True)
    stands = hands.find(card, f"watch_stands_{item(card).id}")
    assert stands.text().startswith("Overdue for ")
    later = hands.find(card, f"watch_later_week_{item(card).id}")
    hands.press(later, "Space")
    assert item(card).due.value > "2026"
    assert not stands.isVisible()
