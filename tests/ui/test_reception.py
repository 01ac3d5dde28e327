"""The reception: what is dropped or pasted anywhere on the window becomes a source."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QFileDialog, QPushButton

from workbench.ui.result_sheet import ResultSheet


def drop(window, data):
    """Drag something onto a window and let it go; return whether it was taken."""
    at = QPointF(200, 200)
    keys = (Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton)
    enter = QDragEnterEvent(at.toPoint(), *keys, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(window, enter)
    if enter.isAccepted():
        QApplication.sendEvent(window, QDropEvent(at, *keys, Qt.KeyboardModifier.NoModifier))
    return enter.isAccepted()


def texts(window):
    """Return the texts of the check that is open."""
    return [source.version.text for source in window.desk.check.sources]


@pytest.fixture
def empty(window):
    """The window with an empty check open."""
    assert window.shelf.new_check("Is the bridge shut?")
    return window


def test_dropped_files_become_sources_of_a_new_check(qtbot, window, tmp_path):
    files = [tmp_path / "Häfen 🌉.txt", tmp_path / "b.md"]
    for number, file in enumerate(files):
        file.write_text(f"The bridge is shut, report {number}.\n", encoding="utf-8")
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(file)) for file in files])
    window.show_start()
    window.start.title.setText("Is the bridge shut?")
    assert drop(window, data)
    assert window.desk.check.title == "Is the bridge shut?"
    qtbot.waitUntil(lambda: len(texts(window)) == 2, timeout=20_000)
    assert texts(window)[1] == "The bridge is shut, report 1.\n"


def test_dropped_words_come_in_and_the_same_words_only_once(qtbot, empty):
    data = QMimeData()
    data.setText("The bridge is shut 🌉, the office says.")
    assert drop(empty, data)
    qtbot.waitUntil(lambda: len(texts(empty)) == 1, timeout=20_000)
    assert drop(empty, data)
    qtbot.waitUntil(lambda: "already" in empty.notices.text, timeout=20_000)
    assert texts(empty) == ["The bridge is shut 🌉, the office says."]


def test_a_dropped_picture_is_not_taken(empty):
    data = QMimeData()
    data.setData("image/png", b"\x89PNG")
    assert not drop(empty, data)
    assert texts(empty) == []


def test_an_empty_clipboard_is_told(window):
    QApplication.clipboard().clear()
    window.reception.paste()
    assert "no text on the clipboard" in window.notices.text


def test_a_refused_file_is_told_and_leaves_no_source(qtbot, empty, tmp_path):
    file = tmp_path / "empty.txt"
    file.write_bytes(b"")
    empty.reception.take_files([file])
    qtbot.waitUntil(lambda: not empty.jobs.is_busy, timeout=20_000)
    assert "empty.txt" in empty.notices.text
    assert texts(empty) == []


def ended(qtbot, window):
    qtbot.waitUntil(lambda: not window.jobs.is_busy, timeout=20_000)


def shown(window):
    """Return the sheet that lists what came in, and its lines as the clipboard gets them."""
    sheet = window.findChild(ResultSheet)
    assert sheet is not None
    assert sheet.isVisible()
    sheet._copy()
    return sheet, QApplication.clipboard().text().splitlines()


def test_everything_that_was_refused_is_told(qtbot, hands, empty, tmp_path):
    files = [tmp_path / name for name in ("a.txt", "b.txt", "c.txt")]
    for file, data in zip(files, (b"", b"\0\1\2" * 99, b"The bridge is shut."), strict=True):
        file.write_bytes(data)
    empty.workspace.header.title.setFocus()
    empty.reception.take_files(files)
    ended(qtbot, empty)
    assert texts(empty) == ["The bridge is shut."]
    assert empty.notices.text == "3 files: 1 taken in, 2 refused."
    hands.click(next(b for b in empty.notices.findChildren(QPushButton) if b.text() == "List"))
    _, lines = shown(empty)
    assert lines[0] == "3 files: 1 taken in, 2 refused."
    assert lines[2].startswith("refused: a.txt - “a.txt” is empty")
    assert lines[3].startswith("refused: b.txt - “b.txt” ")
    assert lines[4] == "taken in: c.txt"


def test_cancel_stops_all_that_was_brought_together(qtbot, hands, empty, tmp_path):
    files = [tmp_path / f"{number}.txt" for number in range(3)]
    for number, file in enumerate(files):
        file.write_bytes(b"The bridge is shut. " * 500_000 + b"%d" % number)
    empty.reception.take_files(files)
    QApplication.processEvents()
    hands.click(next(b for b in empty.notices.findChildren(QPushButton) if b.isVisible()))
    ended(qtbot, empty)
    assert texts(empty) == []
    assert empty.notices.text == "3 files: 3 not read."


def a_folder(root):
    """Return a folder with two articles, a copy, an empty file, and one in a folder of its own."""
    folder = root / "dossier"
    (folder / "more").mkdir(parents=True)
    for name, text in (
        ("10.txt", "The bridge is shut."),
        ("2.txt", "The ferry sails."),
        ("copy.txt", "The ferry sails."),
        ("empty.txt", ""),
        ("more/last.md", "Nobody knows."),
        (".hidden", "Never seen."),
    ):
        (folder / name).write_text(text)
    return folder


def test_a_dropped_folder_comes_in_by_name_and_the_list_tells_of_every_file(
    qtbot, hands, empty, tmp_path
):
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(a_folder(tmp_path)))])
    assert drop(empty, data)
    ended(qtbot, empty)
    assert texts(empty) == ["The ferry sails.", "The bridge is shut.", "Nobody knows."]
    sheet, lines = shown(empty)
    assert lines[0] == "5 files: 3 taken in, 1 already there, 1 refused."
    assert lines[2].startswith("refused: empty.txt - ")
    assert lines[3:] == [
        "already there: copy.txt", "taken in: 2.txt", "taken in: 10.txt", "taken in: more/last.md",
    ]  # fmt: skip
    hands.tap("End", "Return")  # the keyboard is in the list
    assert not sheet.isVisible()
    assert empty.workspace.article.source_id == empty.desk.check.sources[2].id


def test_a_folder_is_one_step(qtbot, hands, empty, tmp_path):
    empty.reception.take_files([a_folder(tmp_path)])
    ended(qtbot, empty)
    hands.tap("Esc", "Ctrl+Z")
    assert texts(empty) == []
    hands.tap("Ctrl+Shift+Z")
    assert len(texts(empty)) == 3


def test_what_is_in_when_the_rest_is_cancelled_stays_in(qtbot, empty, tmp_path):
    for number in range(12):
        (tmp_path / f"{number:02}.txt").write_bytes(
            b"The bridge is shut. " * 20_000 + b"%d" % number
        )
    files = sorted(tmp_path.glob("*.txt"))
    empty.reception.take_files(files)
    qtbot.waitUntil(lambda: len(texts(empty)) >= 2, timeout=30_000)
    empty.jobs.cancel_all()
    here = len(texts(empty))
    assert here < len(files)
    _, lines = shown(empty)
    assert lines[0] == f"12 files: {here} taken in, {12 - here} not read."
    empty.jobs.shutdown()
    QApplication.processEvents()
    assert len(texts(empty)) == here  # what was read after the cancel is not in


def test_an_empty_folder_is_told(qtbot, empty, tmp_path):
    (tmp_path / "none").mkdir()
    empty.reception.take_files([tmp_path / "none"])
    ended(qtbot, empty)
    assert "no files" in empty.notices.text


def test_a_folder_is_opened_from_the_keyboard(qtbot, hands, empty, tmp_path):
    folder = a_folder(tmp_path)
    hands.tap("Ctrl+Shift+O")
    dialog = empty.findChild(QFileDialog)
    qtbot.waitUntil(lambda: QApplication.activeWindow() is dialog)
    dialog.filesSelected.emit([str(folder)])
    dialog.close()
    qtbot.waitUntil(lambda: len(texts(empty)) == 3, timeout=20_000)
    ended(qtbot, empty)


def test_what_comes_in_while_the_person_types_leaves_the_keyboard_there(
    qtbot, hands, window, tmp_path
):
    file = tmp_path / "a.txt"
    file.write_text("The bridge is shut.")
    hands.find(window, "claim_notes").setFocus()
    window.reception.take_files([file])
    ended(qtbot, window)
    hands.write(" still here")
    assert window.desk.check.claims[0].notes.startswith(" still here")
    assert "has come in" in window.notices.text


def test_a_file_is_opened_from_the_keyboard(qtbot, hands, empty, tmp_path):
    file = tmp_path / "a.txt"
    file.write_text("The bridge is shut.")
    hands.tap("Ctrl+O")
    dialog = empty.findChild(QFileDialog)
    qtbot.waitUntil(lambda: QApplication.activeWindow() is dialog)
    hands.write(str(file))
    hands.tap("Return")
    qtbot.waitUntil(lambda: texts(empty) == ["The bridge is shut."], timeout=20_000)
    empty.activateWindow()  # as a desktop does when a dialog closes; this platform does not
    qtbot.waitUntil(lambda: QApplication.activeWindow() is empty)
    hands.tap("J", "C")
    assert empty.desk.check.claims[0].as_circulated == "The bridge is shut."


def test_words_on_the_clipboard_are_pasted_from_anywhere(qtbot, hands, empty):
    QApplication.clipboard().setText("The bridge is shut 🌉.")
    empty.workspace.header.title.setFocus()
    hands.tap("Ctrl+Shift+V")
    qtbot.waitUntil(lambda: texts(empty) == ["The bridge is shut 🌉."], timeout=20_000)
