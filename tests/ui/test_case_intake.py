"""A case file comes to the window: by a drop, or by a double click while the window is open."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QUrl
from PySide6.QtWidgets import QPushButton

from tests.ui.conftest import AT, an_id
from workbench.core.check import Check
from workbench.publish.case import pack
from workbench.ui.case_intake import is_case_file

ROOT = Path(__file__).parents[2]


@pytest.fixture
def bridge():
    """A check that is not in the workspace."""
    title = "Is Harbor Bridge shut?"
    return Check(id=an_id(9_001), slug="bridge", title=title, created=AT, changed=AT)


@pytest.fixture
def case_file(tmp_path, bridge):
    path = tmp_path / "from a colleague.factcheck"
    path.write_bytes(pack(bridge, {}))
    return path


def test_a_dropped_case_file_becomes_a_check_of_its_own(qtbot, window, case_file, bridge):
    before = window.desk.check
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(case_file))])
    window.reception.take(data)

    qtbot.waitUntil(lambda: window.desk.check.id == bridge.id, timeout=20_000)
    assert before.id != bridge.id
    assert window.desk.check.title == "Is Harbor Bridge shut?"
    assert "from a colleague.factcheck" in window.notices.text
    assert {one.id for one in window.shelf.checks()} >= {bridge.id, before.id}


def test_what_came_in_can_be_removed_again_by_the_notice(qtbot, window, case_file, bridge):
    window.reception.take_files([case_file])
    qtbot.waitUntil(lambda: window.desk.check.id == bridge.id, timeout=20_000)
    buttons = window.notices.findChildren(QPushButton, "notice_button")
    (button,) = [one for one in buttons if one.text() == "Remove it again"]
    button.click()
    assert bridge.id not in {one.id for one in window.shelf.checks()}


def test_a_check_that_is_here_is_opened_as_it_is(qtbot, window, case_file, bridge):
    window.reception.take_files([case_file])
    qtbot.waitUntil(lambda: window.desk.check.id == bridge.id, timeout=20_000)
    window.desk.edit("Title", lambda check: replace(check, title="Written here since"))
    window.reception.take_files([case_file])
    qtbot.waitUntil(lambda: "already" in window.notices.text, timeout=20_000)
    assert window.desk.check.title == "Written here since"
    assert len([one for one in window.shelf.checks() if one.id == bridge.id]) == 1


def test_a_spoilt_case_file_is_refused_in_a_sentence(qtbot, window, case_file):
    count = len(window.shelf.checks())
    case_file.write_bytes(case_file.read_bytes()[:-40])
    window.reception.take_files([case_file])
    qtbot.waitUntil(lambda: "cannot be opened" in window.notices.text, timeout=20_000)
    assert "Nothing was taken in" in window.notices.text
    assert len(window.shelf.checks()) == count


def test_a_case_file_is_known_without_its_ending_and_a_word_file_is_not_one(case_file, tmp_path):
    bare = tmp_path / "bridge"
    bare.write_bytes(case_file.read_bytes())
    other = tmp_path / "report.docx"
    with zipfile.ZipFile(other, "w") as archive:
        archive.writestr("[Content_Types].xml", json.dumps({}))

    assert is_case_file(case_file)
    assert is_case_file(bare)
    assert not is_case_file(other)
    assert not is_case_file(tmp_path / "gone.factcheck")


def test_a_second_start_hands_its_file_to_the_first_window(tmp_path, qtbot, case_file):
    from workbench.ui.workspace_lock import WorkspaceLock

    workspace = tmp_path / "checks.workbench"
    lock = WorkspaceLock(workspace)
    assert lock.take() is None
    lock.watch()
    given = []
    lock.asked.connect(given.append)
    with qtbot.waitSignals([lock.called, lock.asked], timeout=60_000):
        done = subprocess.run(
            [sys.executable, "-m", "workbench", case_file],
            cwd=ROOT,
            env={
                **os.environ,
                "WORKBENCH_FILE": str(workspace),
                "WORKBENCH_SETTINGS": str(tmp_path / "settings.ini"),
                "QT_QPA_PLATFORM": "offscreen",
            },
            capture_output=True,
            text=True,
            check=False,
        )
    lock.release()
    assert done.returncode == 0
    assert "comes to the front" in done.stderr
    assert given == [case_file]
