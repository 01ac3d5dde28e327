"""The whole suite: style, rooms, types and tests, each told under its own heading."""

from __future__ import annotations

import os
import subprocess
import tempfile
import time
from typing import IO, TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from dev_environment import Environment

TESTS = "pytest"
BESIDE = "mypy"
"""The step that runs beside all others, and is told last."""


class Outcome(NamedTuple):
    """What became of one step: its name, its exit code and how long it took in seconds."""

    name: str
    code: int
    seconds: float


def steps(environment: Environment, pytest_arguments: Sequence[str]) -> dict[str, list[str]]:
    """Return the commands of the suite by name, in the order they are told.

    Without arguments the tests are spread over the processors, a file at a time.
    """
    python = str(environment.python)
    chosen = list(pytest_arguments) or ["-n", str(workers()), "--dist", "loadfile"]
    return {
        "ruff check": [python, "-m", "ruff", "check"],
        "ruff format": [python, "-m", "ruff", "format", "--check"],
        "import contract": [str(environment.script("lint-imports"))],
        TESTS: [python, "-m", "pytest", *chosen],
        BESIDE: [python, "-m", "mypy"],
    }


def workers() -> int:
    """Return how many tests to run at once: one more than there are processors, as some wait."""
    return (os.cpu_count() or 1) + 1


def run_all(environment: Environment, commands: Mapping[str, list[str]]) -> int:
    """Run every step, also after one has failed; return 0 if all passed, else 1."""
    variables = {**environment.variables(), "QT_QPA_PLATFORM": "offscreen"}
    variables.pop("PYTHONDONTWRITEBYTECODE", None)  # the program is started some hundred times
    outcomes = []
    beside = _begun(commands.get(BESIDE), environment, variables)
    for name, command in commands.items():
        print(f"\n=== {name}", flush=True)
        if name == BESIDE and beside is not None:
            outcomes.append(_ended(name, *beside))
        else:
            outcomes.append(_run(name, command, environment, variables))
    print("\n" + summary(outcomes))
    return 1 if any(outcome.code for outcome in outcomes) else 0


def summary(outcomes: Sequence[Outcome]) -> str:
    """Return the closing line: what failed, or that nothing did, and the seconds of each."""
    failed = [outcome.name for outcome in outcomes if outcome.code]
    times = ", ".join(f"{outcome.name} {outcome.seconds:.0f} s" for outcome in outcomes)
    verdict = f"Failed: {', '.join(failed)}" if failed else "All passed"
    return f"=== {verdict} ({times})"


def _run(
    name: str, command: list[str], environment: Environment, variables: dict[str, str]
) -> Outcome:
    start = time.monotonic()
    done = subprocess.run(
        command,
        cwd=environment.checkout,
        env=variables,
        stdin=subprocess.DEVNULL,
        check=False,
    )
    return Outcome(name, done.returncode, time.monotonic() - start)


def _begun(
    command: list[str] | None, environment: Environment, variables: dict[str, str]
) -> tuple[subprocess.Popen[bytes], IO[bytes], float] | None:
    """Start the step that runs beside the others; what it says is kept until its turn."""
    if command is None:
        return None
    said = tempfile.TemporaryFile()  # noqa: SIM115 - closed when its turn has come
    process = subprocess.Popen(
        command,
        cwd=environment.checkout,
        env=variables,
        stdin=subprocess.DEVNULL,
        stdout=said,
        stderr=subprocess.STDOUT,
    )
    return process, said, time.monotonic()


def _ended(name: str, process: subprocess.Popen[bytes], said: IO[bytes], start: float) -> Outcome:
    """Wait for the step beside the others, and tell what it said."""
    code = process.wait()
    seconds = time.monotonic() - start
    with said:
        said.seek(0)
        print(said.read().decode(errors="replace"), flush=True)
    return Outcome(name, code, seconds)
