"""Wheel and source archive: made, installed into fresh folders, and used to do a check."""

from __future__ import annotations

import os
import shutil
import subprocess
import tarfile
import tempfile
from pathlib import Path

import dev_bundle
import dev_pip_source
from dev_environment import CHECKOUT, Environment
from dev_terminal import say
from dev_version import source_date, version


def make_and_try() -> int:
    """Make both in build/dist and try each; return 0 if both do the job."""
    environment = dev_bundle.build_environment()
    target = dev_bundle.BUILD / "dist"
    shutil.rmtree(target, ignore_errors=True)
    _build(environment, CHECKOUT, target)
    (wheel,) = target.glob("*.whl")
    (archive,) = target.glob("*.tar.gz")
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        with tarfile.open(archive) as tar:
            tar.extractall(place)  # made by us a moment ago
        (source,) = place.iterdir()
        _build(environment, source, place / "dist", "-t", "wheel")
        (again,) = (place / "dist").glob("*.whl")
        same = again.read_bytes() == wheel.read_bytes()
        trouble = _trouble(wheel, place / "fresh")
    say(f"The wheel of the source archive is {'the same' if same else 'ANOTHER ONE'}.")
    say(trouble or f"The wheel, freshly installed, is {version()}, opens its window and exports.")
    for file in (wheel, archive):
        say(f"Made {file} ({file.stat().st_size / 1e6:.2f} MB)")
    return 1 if trouble or not same else 0


def _build(environment: Environment, source: Path, target: Path, *options: str) -> None:
    variables = {**os.environ, "SOURCE_DATE_EPOCH": str(source_date())}
    command = [str(environment.python), "-m", "hatchling", "build", "-d", str(target), *options]
    done = subprocess.run(
        command, cwd=source, env=variables, capture_output=True, text=True, check=False
    )
    if done.returncode:
        raise SystemExit(f"The wheel could not be made:\n{done.stderr}")


def _trouble(wheel: Path, folder: Path) -> str:
    """Install a wheel into a fresh environment and take its tour; return what went wrong."""
    fresh = Environment(folder=folder)
    fresh.make_ready(["run.lock"])
    install = [
        *dev_pip_source.pip_for(fresh.python),
        "install",
        "--quiet",
        "--no-index",
        "--no-deps",
    ]
    subprocess.run([*install, str(wheel)], check=True)
    variables = {key: value for key, value in os.environ.items() if key != "PYTHONPATH"}
    variables |= {"QT_QPA_PLATFORM": "offscreen", "HOME": str(folder)}
    program = str(fresh.script("workbench"))
    told = subprocess.run(
        [program, "--version"],
        env=variables,
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
    )
    if told.stdout.strip() != f"workbench {version()}":
        return f"The wheel says: {told.stdout}{told.stderr}"
    tour = subprocess.run(
        [program, "tour", "--to", str(folder / "tour")],
        env=variables,
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
    )
    has_export = any((folder / "tour").glob("*/*.md"))
    return "" if not tour.returncode and has_export else f"Its tour failed:\n{tour.stderr}"
