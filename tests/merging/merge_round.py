"""Rounds of merging: laptops edit one check apart, at random, and put it together again.

merge_round.py [--rounds N] [--seed N] [--json]. In each round two laptops start from one state,
edit apart and merge in either order; then they exchange what they merged, go on, and exchange
again; in every third round a third laptop takes part. Exit code 1 if two orders give two checks,
an edit is neither in the check nor among its conflicts, or two laptops do not come together.
"""

from __future__ import annotations

import argparse
import json
import random
import sys
import time
from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from tests.merging.edit import EDITS, work
from tests.merging.laptop import START, Laptop
from tests.merging.oracle import lost_edits
from workbench.core.check import Check
from workbench.core.merge_report import MergeOutcome

if TYPE_CHECKING:
    from random import Random

LONGEST = 12
"""Edits of one laptop between two exchanges."""
_OLD = "01980000-0000-7000-8000-000000000001"


@dataclass
class Figures:
    """What the rounds came to."""

    rounds: int = 0
    merges: int = 0
    edits: int = 0
    conflicts: int = 0
    outcomes: Counter[str] = field(default_factory=Counter)
    told: list[str] = field(default_factory=list)


def one_round(chance: Random, figures: Figures, people: int) -> None:
    """Let laptops edit, merge and exchange; what is wrong is told in the figures."""
    first = _begun(chance)
    laptops = [first, *(_copy_of(first, f"person {number}") for number in range(1, people))]
    for exchange in range(2):
        starts = [one.check for one in laptops]
        # In half of the rounds all work on the same few things, and get in each other's way.
        kinds = chance.sample(EDITS, 2) if chance.random() < 0.5 else ()
        for laptop in laptops:
            laptop.minutes = chance.randint(100, 400) * (exchange + 1)
            before = len(laptop.history.revisions)
            work(laptop, chance, chance.randint(0, LONGEST), kinds)
            figures.edits += len(laptop.history.revisions) - before
        if people > 2 and exchange:
            _exchange_in_a_ring(laptops, starts, figures)
        else:
            _exchange(laptops, starts, figures)
    figures.rounds += 1


def _exchange(laptops: list[Laptop], starts: list[Check], figures: Figures) -> None:
    one, other = laptops[0], laptops[1]
    mine, theirs = one.handed(), other.handed()
    _merge(one, other_handed := theirs, figures)
    _merge(other, mine, figures)
    if one.check != other.check:
        figures.told.append(f"two orders, two checks: {_difference(one.check, other.check)}")
    for handed, start in ((mine, starts[0]), (other_handed, starts[1])):
        lost = lost_edits(start, handed.check, one.check)
        if lost:
            figures.told.append(f"lost: {lost}")
    figures.conflicts += len(one.check.conflicts)
    before = one.check
    outcome = _merge(one, other.handed(), figures)
    if outcome not in (MergeOutcome.UP_TO_DATE, MergeOutcome.FORWARD) or one.check != before:
        figures.told.append(f"a third merge is {outcome}")
    for laptop in laptops[2:]:
        _merge(laptop, one.handed(), figures)
        for back in laptops[:2]:
            _merge(back, laptop.handed(), figures)
            if back.check != laptop.check:
                figures.told.append("a third laptop does not come together with the others")


def _exchange_in_a_ring(laptops: list[Laptop], starts: list[Check], figures: Figures) -> None:
    """Let each take what the one beside it has, all at once and again, then one after another."""
    edited = [laptop.check for laptop in laptops]
    for _ in laptops:
        handed = [laptop.handed() for laptop in laptops]
        for place, laptop in enumerate(laptops):
            _merge(laptop, handed[place - 1], figures)
    first, *others = laptops
    for other in others:
        _merge(first, other.handed(), figures)
    for other in others:
        _merge(other, first.handed(), figures)
    if any(laptop.check != laptops[0].check for laptop in laptops):
        figures.told.append("laptops in a ring do not come together")
    for start, check in zip(starts, edited, strict=True):
        if lost := lost_edits(start, check, laptops[0].check):
            figures.told.append(f"lost in a ring: {lost}")


def _merge(laptop: Laptop, handed: object, figures: Figures) -> MergeOutcome:
    merge = laptop.merge(handed)  # type: ignore[arg-type]
    figures.merges += 1
    figures.outcomes[merge.report.outcome.value] += 1
    return merge.report.outcome


def _begun(chance: Random) -> Laptop:
    check = Check(
        id=_OLD, slug="harbor-bridge", title="Harbor Bridge", created=START, changed=START
    )
    laptop = Laptop("person 0", check)
    laptop.begin()
    work(laptop, chance, chance.randint(0, 25))
    return laptop


def _copy_of(laptop: Laptop, who: str) -> Laptop:
    copy = Laptop(who, laptop.check)
    copy.history = laptop.history
    return copy


def _difference(one: Check, other: Check) -> str:
    from dataclasses import fields

    names = [one_field.name for one_field in fields(one)]
    return ", ".join(name for name in names if getattr(one, name) != getattr(other, name))


def main() -> int:
    """Run the rounds; 0 only if nothing was wrong in any of them."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=2000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--json", action="store_true")
    given = parser.parse_args()
    figures, start = Figures(), time.monotonic()
    for number in range(given.rounds):
        told = len(figures.told)
        one_round(
            random.Random(given.seed * 1_000_003 + number), figures, 3 if number % 3 == 2 else 2
        )
        if len(figures.told) > told:
            figures.told[told:] = [f"round {number}: {words}" for words in figures.told[told:]]
    values = {**vars(figures), "outcomes": dict(figures.outcomes)}
    values["seconds"] = round(time.monotonic() - start, 1)
    if given.json:
        sys.stdout.write(json.dumps(values) + "\n")
    else:
        for name, value in values.items():
            sys.stdout.write(f"{name}: {value if name != 'told' else len(value)}\n")
        for words in figures.told[:20]:
            sys.stdout.write(f"  {words}\n")
    return 1 if figures.told else 0


if __name__ == "__main__":
    raise SystemExit(main())
