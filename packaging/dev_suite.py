"""The whole suite: style, rooms, types and tests, each told under its own heading."""

from __future__ import annotations

import subprocess
import time
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from dev_environment import Environment


class Outcome(NamedTuple):
    """What became of one step: its name, its exit code and how long it took in seconds."""

    name: str
    code: int
    seconds: float


def steps(environment: Environment, pytest_arguments: Sequence[str]) -> dict[str, list[str]]:
    """Return the commands of the suite by name, in the order they are run."""
    python = str(environment.python)
    return {
        "ruff check": [python, "-m", "ruff", "check"],
        "ruff format": [python, "-m", "ruff", "format", "--check"],
        "import contract": [str(environment.script("lint-imports"))],
        "mypy": [python, "-m", "mypy"],
        "pytest": [python, "-m", "pytest", *pytest_arguments],
    }


def run_all(environment: Environment, commands: Mapping[str, list[str]]) -> int:
    """Run every step, also after one has failed; return 0 if all passed, else 1."""
    variables = {**environment.variables(), "QT_QPA_PLATFORM": "offscreen"}
    outcomes = []
    for name, command in commands.items():
        print(f"\n=== {name}", flush=True)
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
