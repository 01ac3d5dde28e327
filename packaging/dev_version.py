"""The version and the date of what is built: each from its one place."""

from __future__ import annotations

import os
import re
import subprocess

from dev_environment import CHECKOUT


def version() -> str:
    """Return the version, which stands in workbench/__init__.py and nowhere else."""
    text = (CHECKOUT / "workbench" / "__init__.py").read_text(encoding="utf-8")
    found = re.search(r'^__version__ = "([^"]+)"', text, re.MULTILINE)
    if found is None:
        raise SystemExit("workbench/__init__.py states no version.")
    return found[1]


def source_date() -> int:
    """Return the seconds since 1970 that go into what is built.

    SOURCE_DATE_EPOCH if it is set; else the time of the last commit; without git, that of the
    change log.
    """
    chosen = os.environ.get("SOURCE_DATE_EPOCH", "")
    if chosen.isdecimal():
        return int(chosen)
    command = ["git", "-C", str(CHECKOUT), "log", "-1", "--format=%ct"]
    try:
        told = subprocess.run(command, capture_output=True, text=True, check=False).stdout.strip()
    except OSError:
        told = ""
    return int(told) if told.isdecimal() else int((CHECKOUT / "CHANGELOG.md").stat().st_mtime)
