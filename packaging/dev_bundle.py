"""The bundle: the program with its Python and its Qt as one folder, made by PyInstaller."""

from __future__ import annotations

import ctypes
import os
import shutil
import subprocess
import sys
import sysconfig
from typing import TYPE_CHECKING

import dev_package
import dev_system
from dev_environment import CHECKOUT, Environment
from dev_terminal import say
from dev_version import source_date

if TYPE_CHECKING:
    from pathlib import Path

BUILD = CHECKOUT / "build"
NAME = "factcheck-workbench"
LOCKS = ("run.lock", "build.lock")
SPEC = CHECKOUT / "packaging" / "bundle" / "workbench.spec"


def build_environment() -> Environment:
    """Return the environment that packages are built in, filled from the locks.

    It is apart from .venv, whose tests would otherwise find their way into a bundle.
    """
    BUILD.mkdir(exist_ok=True)
    environment = Environment(folder=BUILD / "package-env")
    dev_system.prepare(environment, LOCKS, display="")
    return environment


def make_bundle() -> str:
    """Make build/bundle/factcheck-workbench; return what PyInstaller warned of.

    The same sources, locks and system give the same bytes: the date is that of the last change,
    and Python's sets are put in the same order.
    """
    environment = build_environment()
    if sys.platform == "linux":
        dev_package.bring(_missing_tools())
    target = BUILD / "bundle"
    shutil.rmtree(target, ignore_errors=True)
    say("Making the bundle; this takes a minute or two")
    variables = environment.variables() | {
        "SOURCE_DATE_EPOCH": str(source_date()),
        "PYTHONHASHSEED": "1",
        "QT_QPA_PLATFORM": "offscreen",
    }
    command = [str(environment.python), "-m", "PyInstaller", "--noconfirm", "--clean"]
    command += ["--distpath", str(target), "--workpath", str(BUILD / "bundle-work")]
    command += ["--log-level", "WARN", str(SPEC)]
    done = subprocess.run(
        command, env=variables, cwd=CHECKOUT, capture_output=True, text=True, check=False
    )
    if done.returncode:
        raise SystemExit(f"The bundle could not be made:\n{done.stderr[-3000:]}")
    return done.stderr


def run_in(environment: Environment, script: Path, *arguments: str) -> None:
    """Run a script with the packages of an environment; raises SystemExit if it fails."""
    command = [str(environment.python), str(script), *arguments]
    variables = environment.variables() | {"SOURCE_DATE_EPOCH": str(source_date())}
    if subprocess.run(command, env=variables, check=False).returncode:
        raise SystemExit(f"{script.name} failed; what it said stands above.")


def _missing_tools() -> list[str]:
    """Return the packages of the system that making a bundle needs and that are not there."""
    version = sysconfig.get_python_version()
    missing = [] if shutil.which("objdump") else ["binutils"]
    try:
        ctypes.CDLL(f"libpython{version}.so.1.0")
    except OSError:
        folder = sysconfig.get_config_var("LIBDIR") or ""
        if not os.path.exists(os.path.join(folder, f"libpython{version}.so.1.0")):  # noqa: PTH110, PTH118
            missing.append(f"libpython{version}")
    return missing
