"""The whole suite: style, rooms, types and tests, each told under its own heading."""

from __future__ import annotations

import os
import subprocess
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor, as_completed
from typing import IO, TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from dev_environment import Environment

TESTS = "pytest"
REST = "all others"
PARTS = {
    "journeys": ("journeys", "access"),
    "window, f to q": ("ui/test_[f-q]*.py",),
    "window, a to e": ("ui/test_[a-e]*.py",),
    REST: (),
    "window, r to z": ("ui/test_[r-z]*.py",),
    "command line": ("cli", "faults"),
    "files": ("intake", "publish", "fuzz"),
}
"""Tests that run in a process of their own, by name, the longest first; one has all the rest."""


class Outcome(NamedTuple):
    """What became of one step: its name, its exit code and how long it took in seconds."""

    name: str
    code: int
    seconds: float


def steps(environment: Environment, pytest_arguments: Sequence[str]) -> dict[str, list[str]]:
    """Return the commands of the suite by name, in the order they begin.

    Without arguments the tests are parted, because several processes at once take less time.
    """
    python = str(environment.python)
    pytest = [python, "-m", "pytest"]
    tests = (
        {TESTS: [*pytest, *pytest_arguments]}
        if pytest_arguments
        else {
            f"{TESTS}, {name}": [*pytest, "-q", *paths]
            for name, paths in parted(environment.checkout).items()
        }
    )
    return {
        "ruff check": [python, "-m", "ruff", "check"],
        "ruff format": [python, "-m", "ruff", "format", "--check"],
        "import contract": [str(environment.script("lint-imports"))],
        "mypy": [python, "-m", "mypy"],
        **tests,
    }


def parted(checkout: Path) -> dict[str, list[str]]:
    """Return the files and folders of each part of the tests, relative to the checkout."""
    tests = checkout / "tests"
    found = {
        name: [path for pattern in patterns for path in sorted(tests.glob(pattern))]
        for name, patterns in PARTS.items()
    }
    named = {path for paths in found.values() for path in paths}
    rest = [
        path
        for path in sorted(tests.iterdir())
        if path not in named
        and (path.match("test_*.py") or any(path.rglob("test_*.py")))
        and not any(path in each.parents for each in named)
    ]
    return {
        name: [path.relative_to(checkout).as_posix() for path in paths]
        for name, paths in (found | {REST: rest}).items()
    }


def workers() -> int:
    """Return how many steps run at once: one more than there are processors, as some wait."""
    return (os.cpu_count() or 1) + 1


def run_all(environment: Environment, commands: Mapping[str, list[str]], at_once: int = 1) -> int:
    """Run every step, also after one has failed; return 0 if all passed, else 1.

    One at a time is seen while it runs; of several at once each is told when it has ended.
    """
    variables = {**environment.variables(), "QT_QPA_PLATFORM": "offscreen"}
    variables.pop("PYTHONDONTWRITEBYTECODE", None)  # the program is started some hundred times
    outcomes = []
    if at_once == 1:
        for name, command in commands.items():
            print(f"\n=== {name}", flush=True)
            outcomes.append(_run(name, command, environment, variables))
    else:
        with ThreadPoolExecutor(at_once) as pool:
            begun = [
                pool.submit(_run_aside, name, command, environment, variables)
                for name, command in commands.items()
            ]
            for each in as_completed(begun):
                outcome, said = each.result()
                print(f"\n=== {outcome.name}\n{said}", flush=True)
                outcomes.append(outcome)
    print("\n" + summary(outcomes))
    return 1 if any(outcome.code for outcome in outcomes) else 0


def summary(outcomes: Sequence[Outcome]) -> str:
    """Return the closing line: what failed, or that nothing did, and the seconds of each."""
    failed = [outcome.name for outcome in outcomes if outcome.code]
    times = ", ".join(f"{outcome.name} {outcome.seconds:.0f} s" for outcome in outcomes)
    verdict = f"Failed: {', '.join(failed)}" if failed else "All passed"
    return f"=== {verdict} ({times})"


def _run(
    name: str,
    command: list[str],
    environment: Environment,
    variables: dict[str, str],
    output: IO[bytes] | None = None,
) -> Outcome:
    start = time.monotonic()
    done = subprocess.run(
        command,
        cwd=environment.checkout,
        env=variables,
        stdin=subprocess.DEVNULL,
        stdout=output,
        stderr=None if output is None else subprocess.STDOUT,
        check=False,
    )
    return Outcome(name, done.returncode, time.monotonic() - start)


def _run_aside(
    name: str, command: list[str], environment: Environment, variables: dict[str, str]
) -> tuple[Outcome, str]:
    """Run a step; return what became of it, and all that it said."""
    with tempfile.TemporaryFile() as output:
        outcome = _run(name, command, environment, variables, output)
        output.seek(0)
        return outcome, output.read().decode(errors="replace")
