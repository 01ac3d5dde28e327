"""Work on the whole workspace file: told, stopped, and in nobody's way."""

from __future__ import annotations

import sqlite3
import threading
from contextlib import closing
from dataclasses import replace

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPushButton

from workbench.ui.workspace_care import WorkspaceCare


def ask(window, name):
    window.action_set.by_name[name].trigger()


def buttons(window):
    return {b.text(): b for b in window.notices.findChildren(QPushButton) if b.isVisible()}


@pytest.fixture
def work(window):
    """A rewriting of the file that takes as long as it is told to."""
    begun, goes_on = threading.Event(), threading.Event()

    def on_file(steps):
        with closing(sqlite3.connect(window.shelf.workspace)) as connection:
            connection.execute("BEGIN IMMEDIATE")  # nobody else may write
            begun.set()
            while not goes_on.wait(0.01):
                steps(0, 0)

    care = WorkspaceCare(window)
    care._rewrite("Writing {name} anew …", on_file, lambda _: window.notices.say("Done."))
    assert begun.wait(20)
    yield goes_on
    goes_on.set()


def test_a_workspace_in_order_is_told_with_numbers(window, hands):
    ask(window, "verify_workspace")
    assert window.notices.text.startswith("Verifying checks.workbench")
    assert "Cancel" in buttons(window)
    hands.let_work(window)
    assert window.notices.text.startswith("All in order. Checks: 1, originals: 4, size: ")


def test_what_is_wrong_is_told_and_can_be_copied(window, hands):
    with closing(sqlite3.connect(window.shelf.workspace)) as connection:
        connection.execute("UPDATE original SET data = x'00'")
        connection.commit()
    ask(window, "verify_workspace")
    hands.let_work(window)
    assert window.notices.text.startswith("Wrong in the workspace: 4. The first: The original ")
    hands.click(buttons(window)["Copy the list"])
    assert len(QGuiApplication.clipboard().text().split("\n")) == 4


def test_compacting_gives_room_back_and_the_check_can_be_written_on(window, hands):
    size = window.shelf.workspace.stat().st_size
    with closing(sqlite3.connect(window.shelf.workspace)) as connection:
        connection.execute("CREATE TABLE ballast AS SELECT randomblob(3000000)")
        connection.execute("DROP TABLE ballast")
        connection.commit()
    ask(window, "compact_workspace")
    hands.let_work(window)
    assert "The workspace takes " in window.notices.text
    assert window.shelf.workspace.stat().st_size < size + 1_000_000
    window.desk.edit("x", lambda check: replace(check, title="Written later"))
    assert window.desk.flush()


def test_the_search_is_built_anew(window, hands):
    with closing(sqlite3.connect(window.shelf.workspace)) as connection:
        connection.execute("INSERT INTO search_index (search_index) VALUES ('delete-all')")
        connection.commit()
    assert window.shelf.checks("governor") == ()
    ask(window, "reindex_workspace")
    hands.let_work(window)
    assert len(window.shelf.checks("governor")) == 1


def test_what_is_typed_meanwhile_is_saved_when_the_work_is_over(window, hands, qtbot, work):
    before = window.desk.check
    window.desk.edit("x", lambda check: replace(check, title="Typed meanwhile"))
    assert not window.desk.flush()
    assert window.shelf.store.load(before.id) == before
    work.set()
    qtbot.waitUntil(lambda: not window.desk.is_held and not window.desk.is_dirty)
    assert window.notices.text == "Done."
    assert window.shelf.store.load(before.id).title == "Typed meanwhile"


def test_cancelled_it_lets_the_desk_save_again(window, hands, qtbot, work):
    window.desk.edit("x", lambda check: replace(check, title="Typed meanwhile"))
    hands.click(buttons(window)["Cancel"])
    qtbot.waitUntil(lambda: not window.desk.is_held and not window.desk.is_dirty)
    assert window.shelf.store.load(window.desk.check.id).title == "Typed meanwhile"


def test_a_window_that_is_closed_meanwhile_saves_what_was_typed(window, work, open_window):
    check_id = window.desk.check.id
    window.desk.edit("x", lambda check: replace(check, title="Typed meanwhile"))
    window.close()
    assert not window.isVisible()
    assert open_window().shelf.store.load(check_id).title == "Typed meanwhile"


def test_a_workspace_that_can_only_be_read_is_left_alone(window):
    window.desk.is_read_only = True
    ask(window, "compact_workspace")
    assert "Nothing was changed" in window.notices.text
    assert not window.jobs.is_busy
