"""The program is killed, crashes or is told to end; the next start says what is saved."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest

from workbench.store.check_store import CheckStore

ROOT = Path(__file__).parents[2]

# Types into the first claim of the sample once the window is complete, then does what it is told.
PERSON = """
import faulthandler, os, signal, sys
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPlainTextEdit, QPushButton, QWidget
from workbench.ui import app

made = app.made_application()
workspace, end = Path(sys.argv[1]), sys.argv[2]

def window():
    return next(w for w in made.topLevelWidgets() if w.objectName() == "main_window")

def find(name):
    return window().findChild(QWidget, name)

def crash_in_the_article():
    faulthandler._sigsegv()

def act():
    if not window().is_complete or window().shelf.store_if_open is None:
        QTimer.singleShot(20, act)
        return
    card = find("recovery_card")
    print("card:", find("recovery_words").text() if card is not None else "none", flush=True)
    if end == "look":
        find("recovery_report").click()
        print(find("report_text").toPlainText(), flush=True)
        window().close()
        return
    if end == "close":
        window().close()
        return
    window().shelf.open_sample()
    field = find("claim_as_circulated")
    QTest.keyClicks(field, "Zanzibar ")
    if end == "term":
        print("typed", flush=True)
        return
    window().desk.flush()
    if end == "kill":
        os.kill(os.getpid(), signal.SIGKILL)
    crash_in_the_article()

QTimer.singleShot(0, act)
sys.exit(app.run(workspace))
"""


@pytest.fixture
def start(tmp_path):
    """A function that starts the program on a workspace and returns the process."""
    script = tmp_path / "person.py"
    script.write_text(PERSON, encoding="utf-8")
    state = tmp_path / "state"

    def started(end):
        workspace = tmp_path / "mombasa-papers.workbench"
        environ = os.environ | {
            "XDG_STATE_HOME": str(state),
            "HOME": str(tmp_path),
            "WORKBENCH_SETTINGS": str(tmp_path / "settings.ini"),
            "PYTHONPATH": str(ROOT),
            "PYTHONIOENCODING": "utf-8",
        }
        return subprocess.Popen(
            [sys.executable, str(script), str(workspace), end],
            env=environ,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            encoding="utf-8",
            cwd=tmp_path,
        )

    return started


def ended(process):
    out, err = process.communicate(timeout=60)
    return process.returncode, out, err


def first_claim(tmp_path, sample):
    store = CheckStore.open(tmp_path / "mombasa-papers.workbench", datetime.now(UTC))
    check = store.load(sample.id)
    store.close()
    return check.claims[0].as_circulated


@pytest.mark.skipif(sys.platform == "win32", reason="signals of POSIX")
@pytest.mark.parametrize("end", ["kill", "crash"])
def test_after_a_crash_the_next_start_says_what_is_saved_and_offers_the_report(
    start, tmp_path, sample, end
):
    code, out, _ = ended(start(end))
    assert code == (-signal.SIGKILL if end == "kill" else -signal.SIGSEGV)
    assert out == "card: none\n"
    assert first_claim(tmp_path, sample).startswith("Zanzibar ")

    code, out, err = ended(start("look"))
    assert code == 0, err
    assert out.startswith("card: The program ended unexpectedly today at ")
    assert " is saved; what was typed in the last second may be gone." in out
    report = out.partition("\n")[2]
    assert ("crash_in_the_article" in report) == (end == "crash")
    assert ("Segmentation fault" in report) == (end == "crash")
    for own in ("Zanzibar", "mombasa", str(tmp_path), Path.home().name + "/", "Okafor"):
        assert own not in report

    assert ended(start("close"))[:2] == (0, "card: none\n")
    assert not list((tmp_path / "state").rglob("session-*"))


@pytest.mark.skipif(sys.platform == "win32", reason="signals of POSIX")
@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP, signal.SIGINT])
def test_a_shutdown_of_the_system_saves_what_was_just_typed(start, tmp_path, sample, number):
    process = start("term")
    assert process.stdout.readline() == "card: none\n"
    assert process.stdout.readline() == "typed\n"
    process.send_signal(number)
    code, _, err = ended(process)
    assert code == 0, err
    assert first_claim(tmp_path, sample).startswith("Zanzibar ")
    assert ended(start("close"))[1] == "card: none\n"


def test_a_mark_is_readable_by_a_person(start, tmp_path):
    process = start("term")
    assert process.stdout.readline() == "card: none\n"
    assert process.stdout.readline() == "typed\n"
    (mark,) = (tmp_path / "state").rglob("session-*.json")
    assert set(json.loads(mark.read_text())) == {"version", "started"}
    process.kill()
    ended(process)
