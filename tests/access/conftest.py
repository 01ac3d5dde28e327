"""A window that runs as its own process, and a screen reader outside of it.

The environment variable WORKBENCH_COMMAND names another program to drive than the project's own,
such as that of an installed package.
"""

from __future__ import annotations

import os
import shlex
import sys
from pathlib import Path

import pytest

from tests.access.desktop import OWN_PROGRAM, Desktop

COMMAND = "WORKBENCH_COMMAND"

if str(Path(__file__).parents[2] / "packaging") not in sys.path:
    sys.path.append(str(Path(__file__).parents[2] / "packaging"))


@pytest.fixture
def desktop(tmp_path):
    """A screen, a message bus and a home of their own; skips where something for it is missing."""
    import dev_journey

    missing = dev_journey.missing()
    if missing:
        pytest.skip(f"drives the window from outside; install: {' '.join(missing)}")
    opened = Desktop(tmp_path / "home")
    yield opened
    opened.close()


@pytest.fixture
def start(desktop):
    """A function that starts the program on a workspace, with a screen reader before it."""

    def started(workspace):
        command = shlex.split(os.environ.get(COMMAND, "")) or OWN_PROGRAM
        desktop.open_program(*command, "--workspace", str(workspace))
        reader = desktop.reader()
        reader.activate("frame")
        return reader

    return started


@pytest.fixture
def reader(start, tmp_path):
    """A screen reader before a window on a workspace that was not there yet."""
    return start(tmp_path / "new.workbench")
