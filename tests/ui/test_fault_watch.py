"""An error that nobody caught: told plainly, logged without words, and nothing typed is lost."""

from __future__ import annotations

import logging
import os
import sys
import threading
from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QPushButton

from workbench.store.check_store import CheckStore
from workbench.ui import app, log
from workbench.ui.fault_watch import FaultWatch
from workbench.ui.main_window import MainWindow
from workbench.ui.recovery import Recovery
from workbench.ui.session_mark import Ended, SessionMark

SECRET = "Okafor never called"


@pytest.fixture
def own_log(tmp_path, monkeypatch):
    """A log of this test."""
    file = tmp_path / "log" / "workbench.log"
    monkeypatch.setattr(log, "log_path", lambda: file)
    monkeypatch.setattr("workbench.ui.report_sheet.log_path", lambda: file)
    yield file
    log.keep_log(None)
    logging.getLogger("workbench").handlers.clear()
    log.qInstallMessageHandler(None)


@pytest.fixture
def watched(window, own_log):
    """A window whose faults are watched."""
    log.keep_log(own_log)
    watch = FaultWatch(window)
    watch.install()
    watch.watch_threads()
    yield window
    watch.uninstall()


def fail(_checked=False):
    raise ValueError(SECRET)


def test_a_fault_in_a_slot_is_told_and_what_was_typed_is_on_the_disk(
    watched, hands, qtbot, own_log, workspace
):
    claims = watched.workspace.claims
    field = hands.find(claims, "claim_as_circulated")
    watched.desk.check_changed.connect(fail)
    hands.type(field, "Typed. ")
    qtbot.waitUntil(lambda: watched.notices.text != "")
    assert watched.notices.text.startswith("Something unexpected happened. What you wrote is saved")
    assert field.toPlainText().startswith("Typed. ")
    watched.desk.check_changed.disconnect(fail)
    other = CheckStore.open(workspace, datetime.now(UTC))
    assert other.load(watched.desk.check.id) == watched.desk.check
    assert watched.desk.check.claims[0].as_circulated.startswith("Typed. ")
    other.close()
    assert "ValueError" in own_log.read_text()
    assert SECRET not in own_log.read_text()


def test_a_save_that_fails_unexpectedly_keeps_the_words_and_is_tried_again(
    watched, hands, qtbot, monkeypatch, own_log
):
    field = hands.find(watched.workspace.claims, "claim_as_circulated")
    with monkeypatch.context() as patch:
        patch.setattr(watched.shelf.store, "_written", fail)
        hands.type(field, "Typed. ")
        qtbot.waitUntil(lambda: "could not be saved" in watched.notices.text)
        assert "What you wrote is still here" in watched.notices.text
        assert watched.desk.is_dirty
    assert watched.desk.flush()
    assert watched.notices.text == "Saved again. Nothing was lost."
    assert SECRET not in own_log.read_text()


def test_a_fault_on_another_thread_and_in_a_timer_ends_nothing(watched, qtbot):
    thread = threading.Thread(target=fail)
    thread.start()
    thread.join()
    QTimer.singleShot(0, fail)
    qtbot.waitUntil(lambda: watched.notices.text.startswith("Something unexpected"))
    assert watched.isVisible()


def test_a_fault_in_painting_does_not_tell_itself_for_ever(watched, qtbot, own_log):
    class Faulty(QPlainTextEdit):
        def paintEvent(self, event):
            fail()

    faulty = Faulty(watched)
    faulty.show()
    for _ in range(30):
        faulty.viewport().update()
        qtbot.wait(2)
    qtbot.waitUntil(lambda: watched.notices.text.startswith("Something unexpected"))
    faulty.hide()
    assert 1 <= own_log.read_text().count("ValueError") <= 5


def test_a_fault_in_telling_of_a_fault_ends(watched, qtbot, monkeypatch):
    with monkeypatch.context() as patch:
        told = []
        patch.setattr(watched, "tell_fault", lambda: told.append(1) or fail())
        sys.excepthook(ValueError, ValueError(SECRET), None)
        qtbot.wait(50)
        assert told == [1]


def test_the_report_is_looked_at_before_it_is_copied_or_saved(watched, hands, qtbot, tmp_path):
    QTimer.singleShot(0, fail)
    qtbot.waitUntil(lambda: watched.notices.text.startswith("Something unexpected"))
    (button,) = (
        each
        for each in watched.notices.findChildren(QPushButton)
        if each.text() == "Show the report"
    )
    button.click()
    sheet = hands.find(watched, "report_sheet")
    shown = sheet.text.toPlainText()
    assert "ValueError" in shown
    assert "in fail" in shown
    assert SECRET not in shown
    QApplication.clipboard().setText("before")
    hands.click(hands.find(sheet, "report_copy"))
    assert QApplication.clipboard().text() == shown
    sheet.save_to(str(tmp_path / "report.txt"))
    assert (tmp_path / "report.txt").read_text(encoding="utf-8") == shown
    sheet.save_to(str(tmp_path / "none" / "report.txt"))
    assert "could not be saved" in hands.find(sheet, "report_said").text()


def test_a_window_that_cannot_be_made_says_so(qtbot, qt_watch, workspace, settings, own_log):
    app.made_application()
    made = MainWindow(workspace, settings)
    watch = FaultWatch(made)
    qtbot.addWidget(made)
    app.shown_at_once(made, workspace, settings)
    made.show()
    logging.getLogger("workbench").handlers.clear()  # pytest puts its own there for each phase
    watch.on_fault(ValueError, ValueError(SECRET), None)
    qtbot.waitUntil(lambda: made.centralWidget().objectName() == "unfinished_page")
    assert own_log.exists()
    assert SECRET not in own_log.read_text()


NOW = datetime.now(UTC)


@pytest.mark.parametrize(
    ("ended", "words"),
    [
        (Ended(version="0.1", started=NOW - timedelta(days=4000), at=NOW), "today at "),
        (
            Ended(version="0.1", started=NOW - timedelta(days=4000), at=NOW - timedelta(days=1)),
            "yesterday at ",
        ),
        (
            Ended(version="0.1", started=NOW - timedelta(days=4000), at=NOW - timedelta(days=9)),
            f" {(NOW - timedelta(days=9)).astimezone():%Y} at ",
        ),
    ],
)
def test_after_an_unexpected_end_a_card_says_what_is_saved(
    window, hands, tmp_path, own_log, sample, ended, words
):
    Recovery(window, SessionMark(tmp_path, tmp_path / "x"), ended)
    card = hands.find(window, "recovery_card")
    QApplication.processEvents()
    told = hands.find(card, "recovery_words").text()
    assert card.isVisible()
    assert words in told
    assert f"{sample.changed.astimezone():%H:%M:%S} is saved" in told
    hands.click(hands.find(card, "recovery_report"))
    assert "Ended unexpectedly" in hands.find(window, "report_sheet").text.toPlainText()
    hands.tap("Escape")
    hands.click(hands.find(card, "recovery_close"))
    assert not card.isVisible()


def test_a_session_in_which_nothing_changed_says_that(window, hands, tmp_path, own_log):
    Recovery(window, SessionMark(tmp_path, tmp_path / "x"), Ended(version="1", started=NOW, at=NOW))
    told = hands.find(window, "recovery_words").text()
    assert told.endswith("Nothing had been changed since it was opened; everything is saved.")


def test_each_save_is_a_sign_of_life(window, hands, tmp_path, own_log):
    folder = tmp_path / "marks"
    mark = SessionMark(folder, tmp_path / "x")
    mark.begin("0.1", NOW)
    (file,) = folder.iterdir()
    os.utime(file, (0, 0))
    Recovery(window, mark, None)
    hands.type(hands.find(window.workspace.claims, "claim_as_circulated"), "!")
    assert window.desk.flush()
    assert file.stat().st_mtime > 1e9
