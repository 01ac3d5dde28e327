"""Talking to the person and to other programs: news go to stderr, results alone to stdout."""

from __future__ import annotations

import subprocess
import sys


def say(text: str) -> None:
    """Tell the person a line; it never mixes with what a command prints as its result."""
    print(text, file=sys.stderr, flush=True)


def show(text: str) -> None:
    """Write over the current line of a terminal, or clear it with ""; a log gets nothing."""
    if sys.stderr.isatty():
        line = f"\r  {text:<60.60}" if text else "\r" + " " * 62 + "\r"
        print(line, end="", file=sys.stderr, flush=True)


def succeeds(command: list[str], folder: str | None = None) -> bool:
    """Tell whether a command can be run, silently, and leaves with 0."""
    try:
        done = subprocess.run(
            command, cwd=folder, stdin=subprocess.DEVNULL, capture_output=True, check=False
        )
    except OSError:
        return False
    return done.returncode == 0
