"""A short form of the fault rounds; `packaging/dev.py faults` runs 500 of them."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="needs limits on the size of files: use POSIX")
def test_no_acknowledged_word_is_lost_whatever_stops_the_program():
    done = subprocess.run(
        [sys.executable, Path(__file__).with_name("fault_round.py"), "--rounds", "6", "--json"],
        capture_output=True,
        text=True,
        cwd=ROOT,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        check=False,
    )
    figures = json.loads(done.stdout)
    assert (done.returncode, figures["told"]) == (0, []), done.stderr
    assert figures["words_lost"] == figures["files_damaged"] == figures["never_begun"] == 0
    assert figures["histories_damaged"] == 0
    assert figures["acknowledged_saves"] > 20
    assert figures["refused_saves"] > 0  # the disk was full at least once
