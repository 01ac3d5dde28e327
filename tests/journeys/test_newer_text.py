"""A newer text of an article comes in, and its quotes are settled without touching the mouse."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication, QPushButton

from workbench.core.quote import AnchorState
from workbench.rules.open_quote import open_count

CALLED = "Governor Lindqvist called Mayor Okafor on 7 July to reopen the talks."
TWENTY = "They spoke for about twenty minutes, two people said."
SIGNED = "Nothing was signed that week, the office of the governor said."
FERRY = "The ferries keep sailing whatever becomes of the bridge, Okafor said."
STAYS = "The city council meets on Thursday to hear both of them."
ARTICLE = "\n\n".join(
    (
        "Three people briefed on the plan described it to the Ledger this week.",
        f"{CALLED} {TWENTY}",
        SIGNED,
        FERRY,
        STAYS,
        "Nobody else was asked.",
    )
)
NEWER = "\n\n".join(
    (
        "Three people briefed on the plan described it to the Ledger this week.",
        CALLED.replace("7 July", "9 July"),
        "The office did not answer a second letter.",
        SIGNED.replace("Nothing", "Little"),
        FERRY,
        STAYS,
        "Nobody else was asked.",
        "Corrected on Friday: the earlier text said something else.",
        SIGNED,
        "The Ledger regrets it.",
    )
)


@pytest.fixture
def reader(window, qtbot, hands):
    """The window with an article in a check, and five quotes of it as evidence of one claim."""
    assert window.shelf.new_check("Did the governor call the mayor?")
    QApplication.clipboard().setText(ARTICLE)
    hands.tap("Ctrl+Shift+V")
    qtbot.waitUntil(lambda: len(window.desk.check.sources) == 1, timeout=20_000)
    view = window.workspace.article.view
    for words in (CALLED, TWENTY, SIGNED, FERRY, STAYS):
        window.workspace.article.begin()
        start = ARTICLE.index(words)
        view.select(start, start + len(words))
        if not window.desk.check.claims:
            hands.tap("C")
        else:
            hands.tap("E", "1")
    assert len(window.desk.check.passages) == 5
    return window


def bring(window, qtbot, hands, text):
    """Bring a text in as the newer one of the source on show."""
    QApplication.clipboard().setText(text)
    hands.tap("Ctrl+Alt+N", "Return")
    qtbot.waitUntil(lambda: not window.jobs.is_busy, timeout=20_000)


def words(window):
    return [passage.selector.exact for passage in window.desk.check.passages]


def test_every_open_quote_is_settled_by_key_and_each_is_one_step(reader, qtbot, hands):
    bring(reader, qtbot, hands, NEWER)
    desk = reader.desk
    assert len(desk.check.sources) == 1
    assert reader.notices.text == (
        "2 quotes found again, 1 with other words, 1 not clear where, 1 lost."
    )
    assert words(reader) == [CALLED, TWENTY, SIGNED, FERRY, STAYS]
    assert hands.find(reader, "review_status").text() == "3 quotes to review"
    hands.tap("Ctrl+Alt+R")
    pane = reader.workspace._pane("review")
    states = [card.item.refound.state.value for card in pane.cards]
    assert states == ["changed", "lost", "ambiguous"]

    hands.tap("Return")  # take the other words
    assert words(reader)[0] == CALLED.replace("7 July", "9 July")
    hands.tap("K")  # keep what is lost
    assert words(reader)[1] == TWENTY
    assert reader.desk.check.passages[1].selector.state is AnchorState.ANCHORED
    offered = [place.text for place in pane.cards[0].offered]
    hands.tap(str(offered.index(SIGNED) + 1))
    assert open_count(desk.check) == 0
    place = desk.check.passages[2].selector
    assert place.start == NEWER.index(SIGNED)
    assert not hands.find(reader, "review_status").isVisible()
    hands.tap("Esc")
    assert reader.workspace.tab == "claims"

    for left in (1, 2, 3):
        hands.tap("Ctrl+Z")
        assert open_count(desk.check) == left
    hands.tap("Ctrl+Z")
    assert len(desk.check.sources[0].versions) == 1
    assert reader.workspace.article.view.text == ARTICLE
    for _ in range(4):
        hands.tap("Ctrl+Shift+Z")
    assert open_count(desk.check) == 0
    desk.flush()
    assert reader.shelf.store.load(desk.check.id) == desk.check


def test_what_is_open_is_there_after_a_restart_and_can_be_removed(
    reader, qtbot, hands, open_window
):
    bring(reader, qtbot, hands, NEWER)
    before = reader.desk.check
    assert reader.close()
    window = open_window()
    window.open_check(before.id)
    assert open_count(window.desk.check) == 3
    hands.tap("Ctrl+Alt+R", "Down", "Delete")
    assert open_count(window.desk.check) == 2
    assert TWENTY not in words(window)
    assert len(window.desk.check.claims[0].evidence) == 3
    assert "removed" in window.notices.text
    hands.tap("Ctrl+Z")
    assert TWENTY in words(window)


def test_a_quote_is_attached_to_the_words_that_the_person_selects(reader, qtbot, hands):
    bring(reader, qtbot, hands, NEWER)
    hands.tap("Ctrl+Alt+R", "Down")
    hands.tap("S")  # nothing is selected yet
    view = reader.workspace.article.view
    assert view.hasFocus()
    assert "Ctrl+Alt+R" in reader.notices.text
    letter = "The office did not answer a second letter."
    view.select(NEWER.index(letter), NEWER.index(letter) + len(letter))
    hands.tap("Ctrl+Alt+R", "S")
    assert words(reader)[1] == letter
    assert open_count(reader.desk.check) == 2


def test_the_same_text_once_more_is_told_and_changes_nothing(reader, qtbot, hands):
    before = reader.desk.check
    bring(reader, qtbot, hands, ARTICLE)
    assert reader.desk.check is before
    assert "newest text of the source already" in reader.notices.text


def test_a_text_much_like_a_source_is_offered_as_its_newer_text_and_never_made_one(
    reader, qtbot, hands
):
    hands.tap("Ctrl+0")
    newer = ARTICLE.replace("on 7 July", "on 9 July") + "\n\nCorrected on Friday."
    QApplication.clipboard().setText(newer)
    hands.tap("Ctrl+Shift+V")
    qtbot.waitUntil(lambda: len(reader.desk.check.sources) == 2, timeout=20_000)
    qtbot.waitUntil(lambda: "newer text" in reader.notices.text, timeout=20_000)
    assert open_count(reader.desk.check) == 0
    offered = [one for one in reader.notices.findChildren(QPushButton) if one.isVisible()]
    assert [one.text() for one in offered] == ["Make it a new text", "Keep both"]
    hands.click(offered[0])
    (source,) = reader.desk.check.sources
    assert [version.text for version in source.versions] == [ARTICLE, newer]
    assert open_count(reader.desk.check) == 1
    hands.tap("Ctrl+Z")
    assert len(reader.desk.check.sources) == 2


def test_what_is_noticed_in_the_newest_text_is_not_painted_into_an_older_one(reader, qtbot, hands):
    bring(reader, qtbot, hands, "A line above all of it.\n\n" + ARTICLE)
    qtbot.waitUntil(lambda: not reader.noticing.is_busy, timeout=20_000)
    assert len(reader.aids.index.all) > 0
    source = reader.desk.check.sources[0]
    reader.workspace.article.show_version(source.id, source.versions[0].id)
    assert len(reader.aids.index.all) == 0
    reader.workspace.article.show_version(source.id)
    assert len(reader.aids.index.all) > 0
