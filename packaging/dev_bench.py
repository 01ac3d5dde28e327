"""The speed bars: each module of packaging/bench/ that has a main measures some and prints JSON."""

from __future__ import annotations

import argparse
import json
import subprocess
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from dev_environment import Environment

# A new bar is a new script here. Each takes --rounds N and prints, as its last line, an object
# like {"P1": {"min_ratio": 1.1, "median_ratio": 1.2, "bar": 1.5}}.
SCRIPTS = ("launch.py",)

WHAT = {
    "P1": "launch until the window is painted, over an empty window",
    "P2": "launch until article and claims are shown, over the same",
}


def parse(arguments: Sequence[str]) -> argparse.Namespace:
    """Return the options of `bench`: json, rounds."""
    parser = argparse.ArgumentParser(prog="packaging/dev.py bench", description=__doc__)
    parser.add_argument("--json", action="store_true", help="print one JSON object")
    parser.add_argument("--rounds", type=int, default=12, help="pairs of samples (12)")
    options = parser.parse_args(arguments)
    if options.rounds < 1:
        parser.error("--rounds takes a number from 1")
    return options


def print_bars(environment: Environment, *, rounds: int, as_json: bool) -> int:
    """Measure every bar and print it; how it came out is no error."""
    bars: dict[str, dict[str, Any]] = {}
    for script in SCRIPTS:
        bars.update(_measured(environment, script, rounds))
    print(json.dumps(bars, indent=1) if as_json else table(bars))
    return 0


def table(bars: Mapping[str, Mapping[str, Any]]) -> str:
    """Return the bars as lines for a person."""
    lines = ["      min/min  median   bar"]
    for name, bar in bars.items():
        verdict = "kept" if bar["median_ratio"] <= bar["bar"] else "MISSED"
        numbers = f"{bar['min_ratio']:8.2f} {bar['median_ratio']:7.2f} {bar['bar']:5.1f}"
        lines.append(f"{name:4} {numbers}  {verdict}  {WHAT.get(name, '')}".rstrip())
    return "\n".join(lines)


def _measured(environment: Environment, script: str, rounds: int) -> dict[str, dict[str, Any]]:
    file = environment.checkout / "packaging" / "bench" / script
    variables = {**environment.variables(), "QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run(
        [str(environment.python), str(file), "--rounds", str(rounds)],
        env=variables,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        text=True,
        check=False,
    )
    if done.returncode:
        raise SystemExit(f"The bars of {script} could not be measured.")
    measured: dict[str, dict[str, Any]] = json.loads(done.stdout.strip().splitlines()[-1])
    return measured
