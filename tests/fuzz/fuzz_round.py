"""Feed every room what nobody would write, for as long as is wanted; `packaging/dev.py fuzz`.

An exception that is no UserError, a turn that takes too long and memory that grows without end are
faults. Each is told with the smallest thing drawn that brings it about, and how to have it again.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
import traceback
from dataclasses import dataclass, field
from pathlib import Path

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import seed as seeded

from tests.fuzz.target import TARGETS, Target
from workbench.core.error import UserError

SECONDS = 6.0
"""Of the processor, for one turn."""
MEGABYTES = 1_500
"""Resident memory of the whole process at its highest."""


class TooSlow(Exception):  # noqa: N818 - a fault, told like the others
    """A turn took too long."""


class NoSentence(Exception):  # noqa: N818 - as above
    """What was refused was not refused in a sentence."""


@dataclass
class Figures:
    """What the turns of one target came to."""

    turns: int = 0
    refused: int = 0
    slowest: float = 0.0
    faults: list[str] = field(default_factory=list)


def fuzz(target: Target, turns: int, seed: int, figures: Figures) -> None:
    """Give a target some turns; faults are noted, smallest first drawn."""

    @seeded(seed)
    @settings(
        max_examples=turns,
        deadline=None,
        database=None,
        report_multiple_bugs=False,
        suppress_health_check=list(HealthCheck),
        phases=(Phase.generate, Phase.shrink),
    )
    @given(target.drawn)
    def turn(drawn: object) -> None:
        begun = time.process_time()
        figures.turns += 1
        try:
            target.act(drawn)
        except UserError as refusal:
            figures.refused += 1
            if not refusal.message.rstrip().endswith((".", "!")):
                raise NoSentence(refusal.message) from refusal
        taken = time.process_time() - begun
        figures.slowest = max(figures.slowest, taken)
        if taken > SECONDS:
            raise TooSlow(f"{taken:.1f} s")

    try:
        turn()
    except Exception as error:  # noqa: BLE001 - whatever it is, it is what is looked for
        notes = "\n".join(getattr(error, "__notes__", ()))
        figures.faults.append(f"seed {seed}: {notes[:2_000]}\n{traceback.format_exc(limit=-6)}")


def peak_megabytes() -> int:
    """Return the most memory that this process has had; 0 where the system does not tell."""
    status = Path("/proc/self/status")
    if not status.exists():
        return 0
    return int(status.read_text(encoding="ascii").partition("VmHWM:")[2].split()[0]) // 1024


def run(names: list[str], seconds: float, seed: int) -> dict[str, Figures]:
    """Go round the targets until the time is up; each has a turn at least once."""
    found = {name: Figures() for name in names}
    end = time.monotonic() + seconds
    rounds = 0
    while rounds == 0 or time.monotonic() < end:
        for name in names:
            if rounds and time.monotonic() > end:
                break
            if not found[name].faults:
                target = TARGETS[name]
                fuzz(target, max(12, 480 // target.weight), seed + rounds, found[name])
        rounds += 1
    return found


def main() -> int:
    """Run, print what came of it, and return 0 only if nothing was found."""
    parser = argparse.ArgumentParser(prog="packaging/dev.py fuzz", description=__doc__)
    parser.add_argument("--seconds", type=float, default=600.0)
    parser.add_argument("--seed", type=int, default=int(time.time()) % 1_000_000)
    parser.add_argument("--target", action="append", choices=sorted(TARGETS))
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    found = run(options.target or list(TARGETS), options.seconds, options.seed)
    peak = peak_megabytes()
    told = {name: vars(figures) for name, figures in found.items()}
    if options.json:
        lines = [json.dumps({"seed": options.seed, "megabytes": peak, "targets": told})]
    else:
        lines = [
            f"{name:10} {figures.turns:7} turns, {figures.refused:6} refused, slowest "
            f"{figures.slowest:5.2f} s, {len(figures.faults)} faults"
            for name, figures in found.items()
        ]
        lines.append(f"memory {peak} MB, seed {options.seed}")
        sys.stderr.writelines(fault for figures in found.values() for fault in figures.faults)
    sys.stdout.write("\n".join(lines) + "\n")
    return int(peak > MEGABYTES or any(figures.faults for figures in found.values()))


if __name__ == "__main__":
    sys.exit(main())
