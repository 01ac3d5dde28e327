"""What the commands say while they work, on a terminal and elsewhere."""

from __future__ import annotations

import os
import subprocess
import sys

from tests import pseudo_terminal

_WORK = """
import time
from workbench.cli.terminal import progress, tell
with progress("Copying checks.workbench") as step:
    end = time.monotonic() + 0.7
    while time.monotonic() < end:
        step(30, 40)
tell("done")
"""


def said_to_a_terminal(script):
    """Run a script whose standard error is a terminal; return its output and what that shows."""
    ours, theirs = pseudo_terminal.opened()
    done = subprocess.run(
        [sys.executable, "-c", script], stdout=subprocess.PIPE, stderr=theirs, check=True
    )
    os.close(theirs)
    shown = b""
    try:
        while part := os.read(ours, 4096):
            shown += part
    except OSError:  # Linux says so when nobody writes any more
        pass
    os.close(ours)
    return done.stdout.decode(), shown.decode()


def test_how_far_it_is_is_told_on_a_terminal_and_gone_at_the_end():
    out, shown = said_to_a_terminal(_WORK)
    assert out == "done\n"
    assert "Copying checks.workbench … 75 %" in shown
    assert "Ctrl+C stops it" in shown
    assert shown.endswith("\r\x1b[2K")


def test_nothing_is_told_of_what_is_done_at_once():
    _, shown = said_to_a_terminal(_WORK.replace("0.7", "0.01"))
    assert shown == ""


def test_nothing_is_told_where_nobody_looks():
    done = subprocess.run([sys.executable, "-c", _WORK], capture_output=True, check=True, text=True)
    assert (done.stdout, done.stderr) == ("done\n", "")
