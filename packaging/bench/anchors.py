"""How well quotes are found again, counted over cases with a known answer.

    python anchors.py PATH [--old] [--json]

PATH is a file of cases, one JSON object to a line, or a folder with such files ("*.jsonl"): quote,
prefix, suffix, start (of the older text), new (a key of the texts), kind, gold ([start, end] in the
new text, or null), repeats. The texts stand beside it in "NAME.jsonl.texts.json". With --old, the
older text (old: a key too) is given as well, as a new text of a source gives it.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from workbench.core.quote import QuoteSelector
from workbench.reading.refind import refind

_HALF = 0.5
"""So much of both stretches together has to be shared for an answer to be right."""


@dataclass
class Row:
    """Counts of one kind of case."""

    cases: int = 0
    right: int = 0
    exact: int = 0
    wrong: int = 0
    unanswered: int = 0


def main(arguments: list[str]) -> int:
    """Find every quote again and print the counts."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("path", type=Path)
    parser.add_argument("--json", action="store_true", help="print one JSON object")
    parser.add_argument("--old", action="store_true", help="give the older text too")
    options = parser.parse_args(arguments)
    files = sorted(options.path.glob("*.jsonl")) if options.path.is_dir() else [options.path]
    if not files or not all(file.is_file() for file in files):
        print(f"There are no cases in {options.path}.", file=sys.stderr)
        return 1
    rows: dict[str, Row] = {}
    times: list[float] = []
    for file in files:
        texts = json.loads(Path(f"{file}.texts.json").read_text(encoding="utf-8"))
        for line in file.read_text(encoding="utf-8").splitlines():
            case = json.loads(line)
            old = texts[case["old"]] if options.old else ""
            times.append(counted(case, texts[case["new"]], old, rows))
    print(json.dumps(shares(rows, times), indent=1) if options.json else table(rows, times))
    return 0


def counted(case: dict[str, Any], text: str, old_text: str, rows: dict[str, Row]) -> float:
    """Find one quote again and count what came of it; return how long it took, in seconds."""
    selector = QuoteSelector(
        exact=case["quote"],
        prefix=case["prefix"],
        suffix=case["suffix"],
        start=case["start"],
        end=case["start"] + len(case["quote"]),
    )
    begin = time.perf_counter()
    found = refind(text, selector, old_text)
    seconds = time.perf_counter() - begin
    repeats = case["kind"] == "kept" and case["repeats"] > 1
    row = rows.setdefault(f"{case['kind']}{'+repeat' if repeats else ''}", Row())
    row.cases += 1
    place = (found.selector.start, found.selector.end) if found.is_attached else None
    gold = case["gold"]
    if place is None:
        row.right += gold is None
        row.unanswered += gold is not None
    else:
        is_right = gold is not None and _overlap(place, gold) >= _HALF
        row.right += is_right
        row.wrong += not is_right
        row.exact += gold is not None and list(place) == gold
    return seconds


def _overlap(one: tuple[int, int], other: list[int]) -> float:
    shared = max(0, min(one[1], other[1]) - max(one[0], other[0]))
    return shared / (max(one[1], other[1]) - min(one[0], other[0]))


def shares(rows: dict[str, Row], times: list[float]) -> dict[str, Any]:
    """Return the counts as shares, in per cent, and the times in milliseconds."""
    return {
        "cases": len(times),
        "mean_ms": round(1000 * sum(times) / len(times), 2),
        "worst_ms": round(1000 * max(times), 1),
        "kinds": {
            kind: {
                "cases": row.cases,
                **{
                    name: round(100 * getattr(row, name) / row.cases, 1)
                    for name in ("right", "exact", "wrong", "unanswered")
                },
            }
            for kind, row in sorted(rows.items())
        },
    }


def table(rows: dict[str, Row], times: list[float]) -> str:
    """Return the counts as lines for a person."""
    told = shares(rows, times)
    lines = [f"{told['cases']} cases, {told['mean_ms']} ms each, worst {told['worst_ms']} ms"]
    lines.append(f"{'':14}{'cases':>7}{'right':>8}{'exact':>8}{'wrong':>8}{'no answer':>11}")
    for kind, row in told["kinds"].items():
        numbers = (row["cases"], row["right"], row["exact"], row["wrong"], row["unanswered"])
        lines.append(
            f"{kind:14}{numbers[0]:>7}"
            + "".join(f"{number:>7.1f}%" for number in numbers[1:4])
            + f"{numbers[4]:>10.1f}%"
        )
    return "\n".join(lines)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
