from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QApplication

from workbench.core import change
from workbench.core.draft import Image
from workbench.ui.offset import code_points
from workbench.ui.posts_pane import PostsPane


@pytest.fixture
def pane(qtbot, hands, desk, house):
    made = hands.show(PostsPane(desk, house), 600, 1_400)
    qtbot.waitUntil(lambda: made.common.toPlainText() == desk.check.post_text(""))
    return made


def counter(pane, network):
    return pane.cards[network].counter.text()


def tinted(field):
    """Return the words of a field that are marked as too many."""
    text = field.toPlainText()
    return [
        text[code_points(text, mark.cursor.selectionStart()) : code_points(
            text, mark.cursor.selectionEnd()
        )]
        for mark in field.extraSelections()
    ]  # fmt: skip


def write(desk, text, network=""):
    desk.edit("x", lambda check: change.with_post_text(check, network, text))


def test_the_common_text_is_counted_for_every_network_as_it_is_typed(hands, pane, desk):
    hands.type(pane.common, "Shut for now.", replacing=True)
    assert desk.check.post_text("") == "Shut for now."
    for network in pane.cards:
        assert counter(pane, network).startswith("13 / ")
    assert counter(pane, "x") == "13 / 280"
    assert counter(pane, "bluesky") == "13 / 300"


def test_characters_are_counted_as_each_network_counts_them(pane, desk):
    write(desk, "👩‍🚒橋")
    assert counter(pane, "x").startswith("4 /")
    assert counter(pane, "bluesky").startswith("2 /")
    assert counter(pane, "linkedin").startswith("6 /")


def test_a_link_is_priced_as_each_network_prices_it(pane, desk):
    url = "https://example.org/" + "a" * 80
    desk.edit("x", lambda check: replace(check, url=url))
    write(desk, "Shut.")
    assert counter(pane, "x").startswith(f"{5 + 2 + 23} /")
    assert counter(pane, "bluesky").startswith(f"{5 + 2 + 100} /")


def test_the_words_that_do_not_fit_are_marked_in_the_common_text(pane, desk):
    write(desk, "x" * 280 + " and more 🌉")
    assert tinted(pane.common) == [" and more 🌉"]
    assert counter(pane, "x") == "292 / 280"
    assert pane.cards["x"]._rule.text().startswith("12 too long")
    assert pane.cards["x"].counter.property("tone") == "bad"
    assert pane.cards["mastodon"].counter.property("tone") == "good"
    write(desk, "x" * 280)
    assert tinted(pane.common) == []
    assert pane.cards["x"].counter.property("tone") == "good"


def test_after_emoji_the_mark_still_begins_at_the_right_word(pane, desk):
    write(desk, "🌉" * 140 + " gone")
    assert tinted(pane.common) == [" gone"]


def test_the_link_is_never_what_is_marked(pane, desk):
    desk.edit("x", lambda check: replace(check, url="https://example.org/1"))
    write(desk, "[LINK] " + "x" * 256 + " gone")
    assert tinted(pane.common) == [" gone"]


def test_a_network_can_have_its_own_text_and_follow_the_common_one_again(hands, pane, desk):
    card = pane.cards["x"]
    assert not card.field.isVisible()
    hands.click(hands.find(card, "own_text_x"))
    assert card.field.isVisible()
    assert card.field.hasFocus()
    assert card.field.toPlainText() == desk.check.post_text("")
    hands.type(card.field, " Only here.")
    assert desk.check.post_text("x").endswith(" Only here.")
    assert not desk.check.post_text("bluesky").endswith(" Only here.")
    hands.click(hands.find(card, "follow_x"))
    assert not card.field.isVisible()
    assert desk.check.post_text("x") == desk.check.post_text("")
    desk.undo_stack.undo()
    assert card.field.toPlainText().endswith(" Only here.")


def test_what_is_too_long_for_a_network_with_its_own_text_is_marked_there_alone(hands, pane, desk):
    write(desk, "y" * 290, "x")
    assert tinted(pane.cards["x"].field) == ["y" * 10]
    assert tinted(pane.common) == []


def test_copying_gives_the_post_as_it_goes_out(qtbot, hands, pane, desk):
    desk.edit("x", lambda check: replace(check, url="https://example.org/1"))
    with qtbot.waitSignal(pane.copied) as told:
        hands.click(hands.find(pane, "copy_x"))
    assert told.args == ["Post for X", "A call is reported. https://example.org/1"]


def test_a_counter_says_in_words_what_it_counts(pane):
    card = pane.cards["x"]
    assert card.counter.accessibleName() == f"X: {card.counter.text().replace(' / ', ' of ')}"
    assert "a link costs 23" in card._rule.text()


def test_a_check_without_posts_shows_none_of_the_last_one(pane, desk, bare):
    desk.open(bare)
    assert pane.common.toPlainText() == ""
    assert counter(pane, "x") == "0 / 280"
    assert pane.cards["x"].counter.property("tone") == "quiet"


def test_typing_elsewhere_counts_nothing_until_the_posts_come_to_the_front(qtbot, pane, desk):
    pane.hide()
    write(desk, "Shut.")
    pane.show()
    qtbot.waitUntil(lambda: counter(pane, "x").startswith("5 /"))


FIRST = "The Ledger reports that Okafor called Lindqvist, citing two people familiar with it."
SECOND = "Neither office has said what the call was about, and no record of it is public."
THIRD = "Not confirmed: that the Harbor Bridge deal is back on, or that a launch is planned."
LONG = f"{FIRST} {SECOND} {THIRD} {FIRST}"


def part_texts(pane, network="x"):
    return [part.text for part in pane.cards[network].thread_list.parts]


@pytest.fixture
def threaded(hands, pane, desk):
    write(desk, LONG)
    hands.click(hands.find(pane, "split_x"))
    return pane


def test_a_post_that_fits_is_not_offered_to_be_split(pane, desk):
    assert not pane.cards["x"]._split.isVisible()
    write(desk, LONG)
    assert pane.cards["x"]._split.isVisible()
    assert not pane.cards["mastodon"]._split.isVisible()


def test_a_long_post_is_shown_in_numbered_parts_that_follow_the_text(hands, threaded, desk):
    assert part_texts(threaded) == [f"{FIRST} {SECOND} {THIRD} 1/2", f"{FIRST} 2/2"]
    card = threaded.cards["x"]
    assert card.counter.text() == "2 parts"
    assert hands.find(card, "part_counter_x_1").text() == "252 / 280"
    assert hands.find(card, "copy_part_x_2").accessibleName() == "Copy part 2 of 2 for X"
    assert FIRST in hands.find(card, "copy_part_x_2").accessibleDescription()
    assert tinted(threaded.common) == [LONG[300:]]  # Bluesky has it in one piece
    hands.click(hands.find(threaded, "split_bluesky"))
    assert tinted(threaded.common) == []
    hands.type(threaded.common, FIRST, replacing=True)
    assert part_texts(threaded) == [FIRST]
    assert card._rule.text() == "fits in one piece"
    assert desk.check.post_text("x") == FIRST


def test_a_thread_is_one_step_that_can_be_undone(threaded, desk):
    assert desk.check.posts[0].text == LONG
    desk.undo_stack.undo()
    assert part_texts(threaded) == []
    assert counter(threaded, "x").startswith("333 / ")
    desk.undo_stack.redo()
    assert len(part_texts(threaded)) == 2


def test_a_thread_is_put_together_again(hands, threaded):
    hands.click(hands.find(threaded, "whole_x"))
    assert part_texts(threaded) == []
    assert threaded.cards["x"]._split.hasFocus()


def test_the_parts_go_to_the_clipboard_one_by_one_by_keys_alone(qtbot, hands, threaded):
    first, second = threaded.cards["x"].thread_list.parts
    assert first.copy.hasFocus()
    hands.press(first.copy, "Down")
    assert second.copy.hasFocus()
    hands.press(second.copy, "Down")
    assert second.copy.hasFocus()
    with qtbot.waitSignal(threaded.copied) as told:
        hands.press(second.copy, "Ctrl+C")
    assert told.args == ["Part 2 of 2 for X", f"{FIRST} 2/2"]
    hands.press(second.copy, "Home")
    with qtbot.waitSignal(threaded.copied) as told:
        hands.press(first.copy, "Space")
    assert told.args[1] == f"{FIRST} {SECOND} {THIRD} 1/2"


def test_numbers_can_be_left_out_of_the_parts(hands, threaded, desk):
    hands.click(hands.find(threaded, "numbers_x"))
    assert part_texts(threaded) == [f"{FIRST} {SECOND} {THIRD}", FIRST]
    desk.undo_stack.undo()
    assert part_texts(threaded)[1] == f"{FIRST} 2/2"
    assert hands.find(threaded, "numbers_x").isChecked()


def test_ctrl_enter_begins_a_part_at_the_cursor(hands, threaded, desk):
    cursor = threaded.common.textCursor()
    cursor.setPosition(len(FIRST))
    threaded.common.setTextCursor(cursor)
    hands.press(threaded.common, "Ctrl+Return")
    assert desk.check.post_text("") == f"{FIRST}\n[BREAK]\n{SECOND} {THIRD} {FIRST}"
    assert part_texts(threaded)[0] == f"{FIRST} 1/2"
    assert "[BREAK]" not in threaded.cards["mastodon"].outgoing
    desk.undo_stack.undo()
    assert desk.check.post_text("") == LONG


def test_the_keyboard_stays_in_the_thread_when_its_part_is_gone(threaded, desk):
    threaded.cards["x"].thread_list.parts[1].copy.setFocus()
    write(desk, FIRST)
    assert threaded.cards["x"].thread_list.parts[0].copy.hasFocus()


@pytest.mark.parametrize("text", [LONG * 12, "https://example.org/" + "a-long-way/" * 60 + LONG])
def test_every_line_of_a_part_is_on_the_screen_however_long_a_word(hands, pane, desk, text):
    write(desk, text)
    hands.click(hands.find(pane, "split_x"))
    QApplication.processEvents()
    assert len(part_texts(pane)) > 1
    for part in pane.cards["x"].thread_list.parts:
        assert part.words.verticalScrollBar().maximum() == 0
        assert part.width() <= pane.width()
    write(desk, "", "x")
    write(desk, "Donaudampfschiff" * 12, "x")
    hands.find(pane.cards["x"], "variant_show_x").setChecked(True)
    QApplication.processEvents()
    assert pane.cards["x"].width() <= pane.width()


def variant(hands, pane, network="x"):
    return hands.find(pane.cards[network], f"variant_{network}").text()


def test_a_network_says_how_its_text_differs_from_the_common_one(hands, pane, desk):
    write(desk, "The Ledger reports a call.")
    assert variant(hands, pane) == "Same as the common text"
    write(desk, "The Ledger reports a call.", "x")
    assert variant(hands, pane) == "The same words as the common text"
    write(desk, "The Ledger reported a call.", "x")
    assert variant(hands, pane) == "1 word differs from the common text"
    write(desk, "The Ledger told of one call.", "x")
    assert variant(hands, pane) == "3 words differ from the common text"
    write(desk, "", "x")
    assert variant(hands, pane) == "Left out: nothing is posted here"


def test_what_differs_is_shown_by_more_than_colour_and_told_in_words(hands, seen, pane, desk):
    write(desk, "The Ledger reports a <call>. It is not confirmed.")
    write(desk, "The Ledger reported a <call>.", "x")
    shown = hands.find(pane.cards["x"], "variant_changes_x")
    assert not shown.isVisible()
    hands.click(hands.find(pane.cards["x"], "variant_show_x"))
    assert "reports reported a <call>. It is not confirmed." in seen(shown)
    assert "<s " in shown.text()
    assert "<b><u " in shown.text()
    assert shown.accessibleName() == (
        "“reported” in place of “reports”; without “It is not confirmed.”"
    )
    hands.click(hands.find(pane.cards["x"], "follow_x"))
    assert not shown.isVisible()
    assert variant(hands, pane) == "Same as the common text"


def test_a_break_is_no_difference_of_words(hands, pane, desk):
    write(desk, f"{FIRST} {SECOND}")
    write(desk, f"{FIRST} [BREAK] {SECOND}", "x")
    assert variant(hands, pane) == "The same words as the common text"


def with_picture(desk, *alt_texts):
    images = tuple(
        Image(id=f"01980000-0000-7000-8000-0000000000{80 + number}", alt_text=text)
        for number, text in enumerate(alt_texts)
    )
    desk.edit("x", lambda check: replace(check, images=images))


def alt_line(hands, pane, network="x"):
    return hands.find(pane.cards[network], f"alt_text_{network}")


def test_the_alt_text_is_measured_beside_every_network(hands, pane, desk):
    assert not alt_line(hands, pane).isVisible()
    with_picture(desk, "A bridge at dusk.")
    assert alt_line(hands, pane).text() == "Alt text: 17 of 1,000"
    assert alt_line(hands, pane, "bluesky").text() == "Alt text: 17 of 2,000"
    assert alt_line(hands, pane, "facebook").text() == "Alt text: 17, no limit is known"
    assert "1,000 characters" in alt_line(hands, pane).toolTip()


def test_alt_text_that_is_missing_or_too_long_is_a_warning(hands, pane, desk):
    with_picture(desk, "")
    assert alt_line(hands, pane).text() == "▲ Alt text is missing"
    assert alt_line(hands, pane).property("role") == "warning"
    with_picture(desk, "x" * 1_240)
    assert alt_line(hands, pane).text() == "▲ Alt text: 1,240 of 1,000, 240 too long"
    assert alt_line(hands, pane).property("role") == "warning"
    assert alt_line(hands, pane, "mastodon").property("role") == "muted"
    with_picture(desk, "A bridge at dusk.", "")
    assert alt_line(hands, pane).text() == "▲ Alt text is missing"


def test_the_alt_text_of_the_posts_is_that_of_the_draft(qtbot, hands, pane, desk):
    with_picture(desk, "A bridge.")
    hands.type(pane.alt_text.field, "A bridge at dusk.", replacing=True)
    assert desk.check.images[0].alt_text == "A bridge at dusk."
    with qtbot.waitSignal(pane.copied) as told:
        hands.click(hands.find(pane, "copy_alt_text"))
    assert told.args == ["Alt text", "A bridge at dusk."]
    desk.undo_stack.undo()
    assert pane.alt_text.field.toPlainText() != "A bridge at dusk."
    with_picture(desk)
    assert not pane.alt_text.field.isVisible()
