"""P1 and P2: how long until the window is painted, and until article and claims are shown.

Every sample is a process of its own; empty window and workbench take turns, so that a busy moment
of the machine meets both. Times are monotonic nanoseconds, which all processes of a system share.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING

from workspace import make_workspace

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

BARS = {"P1": ("painted", 1.5), "P2": ("shown", 2.0)}
EMPTY = Path(__file__).with_name("empty_window.py")


def launch(
    command: Sequence[str], variables: Mapping[str, str], program: str = sys.executable
) -> dict[str, float]:
    """Start a program and return after how many milliseconds it reached each of its marks."""
    spawned = time.monotonic_ns()
    done = subprocess.run(
        [program, *command],
        env={**variables, "WORKBENCH_BENCH": "1"},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    try:
        marks = json.loads(done.stdout.strip().splitlines()[-1])
        return {name: (reached - spawned) / 1e6 for name, reached in marks.items()}
    except (IndexError, ValueError, AttributeError, TypeError):
        raise SystemExit(f"A launch reported no times:\n{done.stdout}{done.stderr}") from None


def ratios(ours: Sequence[float], empty: Sequence[float]) -> dict[str, float]:
    """Return the ratio of the fastest launches, and the median of the pairs' ratios."""
    paired = median(one / other for one, other in zip(ours, empty, strict=True))
    return {
        "min_ratio": round(min(ours) / min(empty), 3),
        "median_ratio": round(paired, 3),
    }


def measure(rounds: int, folder: Path) -> dict[str, dict[str, object]]:
    """Return both bars, measured over a number of pairs, with settings of their own."""
    file, settings = folder / "measured.workbench", folder / "settings.ini"
    settings.write_text(f"[last]\ncheck={make_workspace(file)}\n", encoding="utf-8")
    # Byte code is kept, as it is on a person's machine: PYTHONDONTWRITEBYTECODE would make every
    # launch compile anew.
    inherited = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
    variables = {
        **inherited,
        "WORKBENCH_SETTINGS": str(settings),
        "QT_QPA_PLATFORM": "offscreen",
    }
    workbench = ["-P", "-m", "workbench", "--workspace", str(file)]
    empty: list[float] = []
    ours: list[dict[str, float]] = []
    for number in range(rounds + 1):
        pair = launch([str(EMPTY)], variables)["painted"], launch(workbench, variables)
        if number:  # the first pair fills the caches of files, fonts and byte code
            empty.append(pair[0])
            ours.append(pair[1])
    return {
        bar: {
            **ratios([sample[mark] for sample in ours], empty),
            "bar": limit,
            "empty_ms": round(median(empty), 1),
            "ours_ms": round(median(sample[mark] for sample in ours), 1),
        }
        for bar, (mark, limit) in BARS.items()
    }


def main() -> None:
    """Print the bars as JSON."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=12)
    with tempfile.TemporaryDirectory() as folder:
        print(json.dumps(measure(parser.parse_args().rounds, Path(folder))))


if __name__ == "__main__":
    main()
