from __future__ import annotations

import os
import subprocess
import sys

PROGRAM = """
import logging, sys
from pathlib import Path
from PySide6.QtCore import QObject, qWarning
from workbench.ui.log import keep_log, log_path
keep_log(Path(sys.argv[1]))
logging.getLogger("workbench.jobs").info("3 sources")
qWarning("a word from Qt")
print(log_path())
"""


def run(tmp_path, file):
    environ = os.environ | {"HOME": str(tmp_path), "XDG_STATE_HOME": str(tmp_path / "state")}
    return subprocess.run(
        [sys.executable, "-c", PROGRAM, str(file)],
        env=environ, capture_output=True, text=True, check=False,
    )  # fmt: skip


def test_what_the_program_and_qt_report_is_in_one_file(tmp_path):
    file = tmp_path / "logs" / "workbench.log"
    done = run(tmp_path, file)
    assert done.returncode == 0, done.stderr
    lines = file.read_text(encoding="utf-8").splitlines()
    assert [line.partition(" workbench.")[2] for line in lines] == [
        "jobs: 3 sources",
        "qt: default: a word from Qt",
    ]
    assert str(tmp_path) in done.stdout
    assert "a word from Qt" not in done.stderr


def test_a_folder_that_cannot_be_written_to_is_no_trouble(tmp_path):
    (tmp_path / "logs").write_text("a file")
    done = run(tmp_path, tmp_path / "logs" / "workbench.log")
    assert (done.returncode, done.stderr) == (0, "")
