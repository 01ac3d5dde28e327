"""How long the installed program takes to start, beside `python -m workbench` of this checkout.

`python packaging/bench/installed.py [--program workbench] [--rounds 12]`: both open the same check
in turns, each in a process of its own, and their marks are those of launch.py.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import sys
import tempfile
from pathlib import Path
from statistics import median

CHECKOUT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(CHECKOUT))  # from a checkout, without installing it

from launch import launch  # noqa: E402 - found by the line above
from workspace import make_workspace  # noqa: E402

MARKS = ("painted", "shown")


def main() -> None:
    """Measure and print milliseconds and ratios as one JSON object."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--program", default="workbench", help="the installed program (workbench)")
    parser.add_argument("--rounds", type=int, default=12, help="pairs of starts (12)")
    options = parser.parse_args()
    program = shutil.which(options.program)
    if program is None:
        raise SystemExit(f"There is no program {options.program}. Install the package first.")
    with tempfile.TemporaryDirectory() as folder:
        print(json.dumps(measured(program, options.rounds, Path(folder)), indent=1))


def measured(program: str, rounds: int, folder: Path) -> dict[str, dict[str, float]]:
    """Return for each mark the median milliseconds of both, and the median ratio of the pairs."""
    file, settings = folder / "measured.workbench", folder / "settings.ini"
    settings.write_text(f"[last]\ncheck={make_workspace(file)}\n", encoding="utf-8")
    kept = {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}
    variables = {
        **kept,
        "PYTHONPATH": str(CHECKOUT),
        "WORKBENCH_SETTINGS": str(settings),
        "QT_QPA_PLATFORM": "offscreen",
    }
    bare = {key: value for key, value in variables.items() if not key.startswith("PYTHON")}
    place = ["--workspace", str(file)]
    pairs = []
    for number in range(rounds + 1):
        installed = launch(place, bare, program)
        checkout = launch(["-P", "-m", "workbench", *place], variables)
        if number:  # the first pair fills the caches
            pairs.append((installed, checkout))
    return {
        mark: {
            "installed_ms": round(median(ours[mark] for ours, _ in pairs), 1),
            "checkout_ms": round(median(theirs[mark] for _, theirs in pairs), 1),
            "median_ratio": round(median(ours[mark] / theirs[mark] for ours, theirs in pairs), 3),
        }
        for mark in MARKS
    }


if __name__ == "__main__":
    main()
