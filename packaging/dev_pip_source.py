"""Where an environment gets its pip from, also on a Debian that keeps it apart."""

from __future__ import annotations

import importlib.util
import os
import shutil
import sys
import tempfile
from pathlib import Path

from dev_terminal import say, succeeds

NO_PIP = (
    "This Python comes without pip, and none could be fetched for the folder .venv. Connect to the "
    "network, or install the package python3-venv (Debian, Ubuntu) or python3-pip (elsewhere), "
    "then start the same command again."
)


def pip_for(python: Path) -> list[str]:
    """Return the start of a pip command that installs into the environment of this Python.

    Tried in this order: a pip that is there; the one that Python brings along; a pip of the
    system, lent to the environment; Debian's pip, fetched without installing anything, because
    python3-venv needs an administrator and rewrites the list of trusted certificates.

    Raises:
        SystemExit: there is none; the message says what to install.

    """
    inside = [str(python), "-m", "pip"]
    outside = [sys.executable, "-m", "pip", "--python", str(python)]
    if succeeds([*inside, "--version"]):
        return inside
    if succeeds([str(python), "-m", "ensurepip", "--default-pip"]):
        return inside
    if importlib.util.find_spec("pip") and succeeds([*outside, "--version"]):
        return outside
    if _put_debian_pip_into(python):
        return inside
    raise SystemExit(NO_PIP)


def _put_debian_pip_into(python: Path) -> bool:
    """Fetch the package that holds Debian's pip, take the wheel out of it, install that."""
    if not (shutil.which("apt-get") and shutil.which("dpkg-deb")):
        return False
    say("This Python comes without pip; fetching Debian's for the folder .venv alone")
    with tempfile.TemporaryDirectory() as folder:
        download = ["apt-get", "download", "python3-pip-whl"]
        if not succeeds(download, folder):
            if os.geteuid() != 0 or not succeeds(["apt-get", "update"]):
                return False
            if not succeeds(download, folder):
                return False
        for package in Path(folder).glob("*.deb"):
            succeeds(["dpkg-deb", "--extract", str(package), folder])
        wheel = next(Path(folder).glob("usr/share/python-wheels/pip-*.whl"), None)
        # A wheel of pip is a pip that can be run where it lies.
        return wheel is not None and succeeds(
            [str(python), str(wheel / "pip"), "install", "--no-index", "--no-deps", str(wheel)]
        )
