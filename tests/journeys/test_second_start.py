"""The first start teaches; the second one goes on where the person left."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QLabel, QPushButton

from workbench.core import change
from workbench.ui.setting import Settings


@pytest.fixture
def later(settings, tmp_path):
    """The settings as another start reads them from the disk."""

    def read():
        settings.flush()
        return Settings(QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat))

    return read


def test_the_first_start_shows_the_sample_and_three_ways_to_begin(open_window, hands, tmp_path):
    window = open_window(tmp_path / "new.workbench")
    start = window.start
    assert start.isVisible()
    assert start.title.hasFocus()
    words = [button.text() for button in start.findChildren(QPushButton) if button.isVisible()]
    assert {"New check", "Paste an article", "Open a file …", "Open the sample check"} <= set(words)
    labels = [label.text() for label in start.findChildren(QLabel) if label.isVisible()]
    assert "or drop files on the window" in labels
    assert start.list.checks.rowCount() == 1
    start.list.setFocus()
    hands.tap("Return")
    assert window.shows_check
    assert len(window.desk.check.sources) >= 4
    assert len(window.desk.check.claims) >= 4
    hands.tap("J")
    assert window.workspace.article.view.textCursor().hasSelection()


def test_an_empty_check_says_how_to_go_on(open_window, hands, tmp_path):
    window = open_window(tmp_path / "new.workbench")
    hands.write("Is the bridge shut?")
    hands.tap("Return")
    told = " ".join(
        label.text() for label in window.workspace.findChildren(QLabel) if label.isVisible()
    )
    assert "Bring in the first source" in told
    assert "Select words in the article and press C" in told


def leave(window, hands, tab):
    """Read on in the last source, choose the second claim, look at a tab, and close."""
    source = window.desk.check.sources[-1]
    text = "\n\n".join(f"Line {number} of the register." for number in range(300))
    version = change.replace(source.version, text=text)
    longer = change.replace(source, versions=(version,))
    window.desk.edit("x", lambda check: change.with_source(check, longer))
    hands.tap("Ctrl+PgUp", "Ctrl+Down")
    window.workspace.show_tab(tab)
    window.workspace.article.view.setFocus()
    hands.tap("Space", "Space", "Space", "Ctrl++")
    view = window.workspace.article.view
    place = view.verticalScrollBar().value(), view.zoom
    assert place[0] > 20
    hands.tap("Ctrl+Q")
    assert not window.isVisible()
    return place


@pytest.mark.parametrize("tab", ["claims", "draft", "posts", "sources"])
def test_the_second_start_goes_on_where_the_person_left(
    qtbot, window, open_window, hands, workspace, later, tab
):
    left = window.desk.check
    place, zoom = leave(window, hands, tab)
    again = open_window(workspace, later())
    view = again.workspace.article.view
    assert again.shows_check
    assert again.desk.check.id == left.id
    assert again.workspace.article.source_id == left.sources[-1].id
    assert again.workspace.claims.claim_id == left.claims[1].id
    assert again.workspace.tab == tab
    assert view.zoom == zoom
    qtbot.waitUntil(lambda: view.verticalScrollBar().value() == place)


def test_who_left_from_the_start_page_begins_there_again(
    window, open_window, hands, workspace, later
):
    hands.tap("Alt+Home", "Ctrl+Q")
    again = open_window(workspace, later())
    assert again.start.isVisible()
    assert not again.shows_check


def test_a_check_that_is_gone_by_then_leads_to_the_start_page(
    window, open_window, hands, workspace, later
):
    check_id = window.desk.check.id
    hands.tap("Ctrl+Q")
    from datetime import UTC, datetime

    from workbench.store.check_store import CheckStore

    store = CheckStore.open(workspace, datetime(2026, 7, 10, tzinfo=UTC))
    store.delete(check_id)
    store.close()
    again = open_window(workspace, later())
    assert again.start.isVisible()
    assert again.notices.text == ""
