"""The judges of the exports: who is there looks, who is missing is named."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

SCRIPT = Path(__file__).with_name("judge_export.py")


def judged(tmp_path, *arguments):
    environ = os.environ | {"PATH": str(tmp_path / "nothing")}
    return subprocess.run(
        [sys.executable, SCRIPT, "--tools", tmp_path, *arguments],
        env=environ,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )


def test_without_tools_the_programs_own_judges_look_and_the_others_are_named(tmp_path):
    done = judged(tmp_path, "--keep", tmp_path / "kept")
    assert done.returncode == 0, done.stdout + done.stderr
    lines = [line.partition(":")[0] for line in done.stdout.splitlines()]
    assert lines[:2] == ["content   same bytes", "content   json ld"]
    missing = [line for line in done.stdout.splitlines() if line.startswith("missing")]
    assert len(missing) == 6
    assert all("(Debian: " in line or "(npm: " in line for line in missing)
    assert {path.name for path in (tmp_path / "kept").iterdir()} == {"draft", "corrected"}


def test_a_missing_judge_is_a_complaint_where_all_are_wanted(tmp_path):
    assert judged(tmp_path, "--strict").returncode == 1
