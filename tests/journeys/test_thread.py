"""A post grows too long, becomes a thread and goes out part by part, by keys alone."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QApplication

from workbench.ui import setting

FIRST = "The Ledger reports that Lindqvist called Okafor, citing two people it does not name."
SECOND = "Its text is not in hand; Bay Commentary passed it on two days later and added to it."
THIRD = "Not confirmed: that talks on the Harbor Bridge are open again, or that she will run."
FOURTH = "The mayor says that the city has received no draft of an agreement."


def tab_to(hands, name):
    for _ in range(40):
        if QApplication.focusWidget().objectName() == name:
            return
        hands.tap("Tab")
    raise AssertionError(f"the Tab key does not lead to {name}")


def test_a_post_becomes_a_thread_by_keys_alone(window, hands, settings, tmp_path):
    settings.set(setting.EXPORT_FOLDER, str(tmp_path))
    window.shelf.open_sample()
    before = window.desk.check
    hands.tap("Ctrl+4", "Ctrl+A")
    hands.write(f"{FIRST} {SECOND} {THIRD} {FOURTH}")
    tab_to(hands, "split_x")
    hands.tap("Space")
    assert QApplication.focusWidget().objectName() == "copy_part_x_1"
    hands.tap("Down", "Ctrl+C")
    url = window.desk.check.url
    assert QApplication.clipboard().text() == f"{FOURTH}\n\n{url} 2/2"
    assert window.notices.text == "Part 2 of 2 for X copied."
    hands.tap("Ctrl+E", "Return")
    hands.let_work(window)
    QApplication.processEvents()
    folder = tmp_path / before.slug
    written = Path(folder / f"{before.slug}.x.txt").read_text(encoding="utf-8")
    assert f"--- Part 1 of 2 ---\n\n{FIRST} {SECOND} {THIRD} 1/2\n\n--- Part 2 of 2 ---" in written
    assert "--- Part" not in (folder / f"{before.slug}.mastodon.txt").read_text(encoding="utf-8")
    while window.desk.undo_stack.canUndo():
        hands.tap("Ctrl+Z")
    assert window.desk.check.posts == before.posts
    assert window.desk.check.dismissals == before.dismissals


def test_a_thread_is_still_one_at_the_next_start(open_window, hands, workspace, settings):
    window = open_window()
    window.shelf.open_sample()
    check_id = window.desk.check.id
    hands.tap("Ctrl+4", "Ctrl+A")
    hands.write(f"{FIRST} {SECOND} {THIRD} {FOURTH}")
    tab_to(hands, "split_x")
    hands.tap("Space")
    window.close()
    again = open_window(workspace, settings)
    again.open_check(check_id)
    again.workspace.show_tab("posts")
    QApplication.processEvents()
    parts = again.workspace.posts.cards["x"].thread_list.parts
    assert [part.text.rpartition(" ")[2] for part in parts] == ["1/2", "2/2"]
