"""Measure how well precedents are found: over checks of our own, with a known answer.

Usage: python packaging/measure_precedents.py [--show] [FILE]
"""

from __future__ import annotations

import argparse
import sys
import tomllib
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

from workbench.core.case_line import CaseLine  # noqa: E402 - found by the line above
from workbench.core.identity import uuid7  # noqa: E402
from workbench.house.house import load_house  # noqa: E402
from workbench.house.matter_word import matter_words  # noqa: E402
from workbench.rules.precedent import precedents_of  # noqa: E402

DATA = ROOT / "tests" / "data" / "precedents.toml"


def lines_of(entries: list[dict[str, str]]) -> list[tuple[str, CaseLine]]:
    """Return the group and the line of each check in the file."""
    made = []
    for number, entry in enumerate(entries):
        wordings = tuple(entry[key] for key in ("circulated", "supported") if key in entry)
        line = CaseLine(
            id=uuid7(number, bytes(10)),
            slug=f"check-{number}",
            title=entry["title"],
            language=entry.get("language", "en"),
            wordings=wordings,
        )
        made.append((entry.get("group", ""), line))
    return made


def measured(entries: list[dict[str, str]], *, show: bool = False) -> dict[str, int]:
    """Return how many alike checks are found, are missed, and how many others are told."""
    checks = lines_of(entries)
    group_of = {line.id: group for group, line in checks}
    others = [line for _, line in checks]
    counts = {"found": 0, "missed": 0, "false": 0}
    deeds = load_house().deeds
    for group, line in checks:
        told = precedents_of(line, others, words=matter_words(), deeds=deeds)
        wanted = {
            other.id for kind, other in checks if group and kind == group and other.id != line.id
        }
        counts["found"] += len(wanted & {one.line.id for one in told})
        counts["missed"] += len(wanted - {one.line.id for one in told})
        counts["false"] += sum(one.line.id not in wanted for one in told)
        for one in told if show else ():
            mark = "+" if one.line.id in wanted else "FALSE"
            print(f"{mark} {one.likeness:.2f} {line.title} | {one.line.title} {one.shared}")
        for missing in wanted - {one.line.id for one in told} if show else ():
            title = next(other.title for _, other in checks if other.id == missing)
            print(f"MISSED {line.title} | {title} ({group_of[missing]})")
    return counts


def main() -> None:
    """Print the figures of each part of the set."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("file", nargs="?", type=Path, default=DATA)
    parser.add_argument("--show", action="store_true", help="print each pair")
    asked = parser.parse_args()
    for part, entries in tomllib.loads(asked.file.read_text(encoding="utf-8")).items():
        counts = measured(entries, show=asked.show)
        print(part, *(f"{name} {count}" for name, count in counts.items()), sep="  ")


if __name__ == "__main__":
    main()
