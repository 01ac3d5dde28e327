"""One window for a workspace: a second start calls it, a killed one holds nothing."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QSysInfo
from PySide6.QtWidgets import QMessageBox

from workbench.ui.second_start import refusal
from workbench.ui.workspace_lock import Holder, WorkspaceLock

ROOT = Path(__file__).parents[2]
HOLDS = """
import sys
from pathlib import Path
from PySide6.QtCore import QCoreApplication
from workbench.ui.workspace_lock import WorkspaceLock
app = QCoreApplication([])
lock = WorkspaceLock(Path(sys.argv[1]))
assert lock.take() is None
print("holds", flush=True)
app.exec()
"""


@pytest.fixture
def workspace(tmp_path):
    return tmp_path / "checks.workbench"


@pytest.fixture
def lock(workspace):
    taken = WorkspaceLock(workspace)
    assert taken.take() is None
    yield taken
    taken.release()


def foreign(workspace):
    """Let the lock be held by a process of another computer, as QLockFile writes it."""
    own = workspace.with_name(f".{workspace.name}.lock")
    own.write_text("4242\nworkbench\nnewsroom-laptop\n", encoding="utf-8")


def test_second_window_is_told_who_holds_the_workspace(lock, workspace):
    assert WorkspaceLock(workspace).take() == Holder(QSysInfo.machineHostName(), is_here=True)


def test_second_start_calls_the_first_window(lock, workspace, qtbot):
    lock.watch()
    with qtbot.waitSignal(lock.called):
        WorkspaceLock(workspace).call_holder()
    with qtbot.waitSignal(lock.called):
        WorkspaceLock(workspace).call_holder()


def test_released_workspace_is_free_and_leaves_no_file(lock, workspace):
    lock.watch()
    lock.release()
    assert list(workspace.parent.iterdir()) == []
    other = WorkspaceLock(workspace)
    assert other.take() is None
    other.release()


def test_killed_window_holds_nothing(workspace):
    process = subprocess.Popen(
        [sys.executable, "-c", HOLDS, workspace],
        stdout=subprocess.PIPE,
        cwd=ROOT,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
    )
    assert process.stdout.readline() == b"holds\n"
    second = WorkspaceLock(workspace)
    assert second.take().is_here
    process.kill()
    process.wait()
    process.stdout.close()
    assert second.take() is None
    second.release()


def test_other_computer_is_named_and_nothing_is_taken(workspace, qtbot):
    foreign(workspace)
    second = WorkspaceLock(workspace)
    holder = second.take()
    assert holder == Holder("newsroom-laptop", is_here=False)
    box = refusal(holder, workspace)
    qtbot.addWidget(box)
    assert "newsroom-laptop" in box.text()
    assert box.defaultButton() is box.button(QMessageBox.StandardButton.Close)
    second.take_over()
    assert WorkspaceLock(workspace).take().is_here
    second.release()


def test_folder_for_reading_only_needs_no_lock(tmp_path):
    lock = WorkspaceLock(tmp_path / "not here" / "checks.workbench")
    assert lock.take() is None
    lock.watch()
    lock.release()


def test_a_call_while_the_window_is_still_being_made_is_not_lost(lock, workspace, qtbot, tmp_path):
    WorkspaceLock(workspace).call_holder(tmp_path / "häfen.factcheck")
    with qtbot.waitSignal(lock.asked) as given:
        lock.watch()
    assert given.args == [tmp_path / "häfen.factcheck"]


def test_a_call_to_a_window_that_is_gone_is_forgotten(workspace, qtbot, tmp_path):
    WorkspaceLock(workspace).call_holder(tmp_path / "old.factcheck")
    taken = WorkspaceLock(workspace)
    assert taken.take() is None
    with qtbot.assertNotEmitted(taken.asked):
        taken.watch()
    taken.release()
