"""Writing the locks: every package with its hashes, for three systems and four Pythons."""

from __future__ import annotations

import argparse
import re
import shutil
import subprocess
import tempfile
import tomllib
from pathlib import Path
from typing import TYPE_CHECKING

from dev_environment import CHECKOUT

if TYPE_CHECKING:
    from collections.abc import Sequence

PYTHONS = ("3.11", "3.12", "3.13", "3.14")
PLATFORMS = (
    "x86_64-manylinux_2_34",
    "aarch64-manylinux_2_39",
    "aarch64-apple-darwin",
    "x86_64-apple-darwin",
    "x86_64-pc-windows-msvc",
    "aarch64-pc-windows-msvc",
)
HEADING = """\
# Exported from pyproject.toml by: python3 packaging/dev.py lock
# {what}
"""
RUN_WHAT = "What the workbench runs with, on Linux, macOS and Windows, Python 3.11 to 3.14."
TEST_WHAT = "What the tests need beside run.lock."
BUILD_WHAT = "What packages are built and their contents listed with, beside run.lock."
LOCKS = ("run.lock", "test.lock", "build.lock")


def parse(arguments: Sequence[str]) -> argparse.Namespace:
    """Return the options of `lock`: upgrade."""
    parser = argparse.ArgumentParser(prog="packaging/dev.py lock", description=__doc__)
    parser.add_argument("--upgrade", action="store_true", help="take the newest versions")
    return parser.parse_args(arguments)


def write_locks(*, upgrade: bool) -> int:
    """Write the three locks; return 1 if a package lacks a wheel somewhere."""
    uv = shutil.which("uv")
    if uv is None:
        raise SystemExit("The locks are exported with uv. Install it (pip install uv) and retry.")
    folder = CHECKOUT / "packaging"
    old = {name: _blocks(_read(folder / name)) for name in LOCKS}
    known = {name: block for blocks in old.values() for name, block in blocks.items()}
    with tempfile.TemporaryDirectory() as temporary:
        place = Path(temporary)
        run = _compiled(uv, place / "run", old["run.lock"], [], upgrade=upgrade)
        wanted = place / "wanted"
        wanted.write_text("\n".join(_build_requirements()), encoding="utf-8")
        found = {"run.lock": run}
        pinned = dict(run)
        for extra in ("test", "build"):
            pins = place / f"pinned-{extra}"
            pins.write_text("\n".join(_pins(pinned)), encoding="utf-8")
            options = ["--extra", extra, "--constraint", str(pins), str(wanted)]
            both = _compiled(uv, place / extra, known, options, upgrade=upgrade)
            found[f"{extra}.lock"] = {name: text for name, text in both.items() if name not in run}
            pinned.update(both)
        failures = _without_wheels(uv, pinned, place / "all")
    for name, what in zip(LOCKS, (RUN_WHAT, TEST_WHAT, BUILD_WHAT), strict=True):
        _write(folder / name, what, found[name])
    print("; ".join(f"{name}: {len(found[name])} packages" for name in LOCKS))
    places = f"{len(PLATFORMS)} systems x {len(PYTHONS)} Pythons"
    print("\n".join(failures) or f"Every package has wheels for {places}.")
    return 1 if failures else 0


def _compiled(
    uv: str, output: Path, known: dict[str, str], options: Sequence[str], *, upgrade: bool
) -> dict[str, str]:
    """Resolve pyproject.toml for every system, keeping known versions; return block by name."""
    output.write_text("".join(known.values()), encoding="utf-8")
    command = [uv, "pip", "compile", "pyproject.toml", "--universal", "--generate-hashes"]
    command += ["--python-version", PYTHONS[0], "--only-binary", ":all:", "--quiet"]
    command += ["--no-header", "--no-annotate", "--output-file", str(output), *options]
    if upgrade:
        command.append("--upgrade")
    _run(command)
    return _blocks(_read(output))


def _without_wheels(uv: str, blocks: dict[str, str], output: Path) -> list[str]:
    """Return a line for every system and Python on which a package has no wheel."""
    output.write_text("".join(blocks.values()), encoding="utf-8")
    failures = []
    for platform in PLATFORMS:
        for python in PYTHONS:
            command = [uv, "pip", "compile", str(output), "--only-binary", ":all:", "--quiet"]
            command += ["--python-platform", platform, "--python-version", python]
            done = subprocess.run(command, capture_output=True, text=True, check=False)
            if done.returncode:
                reason = " ".join(done.stderr.split())
                failures.append(f"No wheel on {platform}, Python {python}: {reason}")
    return failures


def _build_requirements() -> list[str]:
    """Return what the wheel is built with; a test builds it without a network."""
    project = tomllib.loads(_read(CHECKOUT / "pyproject.toml"))
    requirements = project["build-system"]["requires"]
    return [str(requirement) for requirement in requirements]


def _blocks(text: str) -> dict[str, str]:
    """Return the requirements of a lock by name, each with its hashes and its line end."""
    found = re.finditer(r"^([\w.-]+)==.*(?:\n[ \t]+--hash=\S+(?: \\)?)*\n", text, re.MULTILINE)
    return {match[1]: match[0] for match in found}


def _pins(blocks: dict[str, str]) -> list[str]:
    return [block.splitlines()[0].removesuffix(" \\") for block in blocks.values()]


def _read(file: Path) -> str:
    return file.read_text(encoding="utf-8") if file.exists() else ""


def _write(file: Path, what: str, blocks: dict[str, str]) -> None:
    text = HEADING.format(what=what) + "".join(blocks.values())
    file.write_text(text, encoding="utf-8", newline="\n")


def _run(command: list[str]) -> None:
    done = subprocess.run(command, cwd=CHECKOUT, capture_output=True, text=True, check=False)
    if done.returncode:
        raise SystemExit(f"uv could not resolve the requirements:\n{done.stderr.strip()}")
