"""Rounds of faults: a person edits, something goes wrong, and the file is held against a witness.

fault_round.py [--rounds N] [--seed N] [--json]. In every round the workspace of the round before
is edited on. The faults: the process is killed at a random moment; the disk is full for a while
(no file may grow), then killed; another program holds the file, then killed. After each round the
file must be sound, and hold the state that was acknowledged last, or one that was being saved
after it. Exit code 1 if a word that was acknowledged is lost, the file is not sound, or a person
could not open it.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import random
import re
import sqlite3
import subprocess
import sys
import tempfile
import threading
import time
from collections import Counter
from contextlib import closing
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from workbench.core.codec import check_as_json
from workbench.core.error import UserError
from workbench.store.backup import is_sound
from workbench.store.check_store import CheckStore
from workbench.store.verification import verified

ROOT = Path(__file__).parents[2]
SLUG = "harbor-bridge"
FAULTS = ("kill", "full", "busy")


@dataclass
class Figures:
    """What the rounds came to."""

    rounds: int = 0
    faults: Counter[str] = field(default_factory=Counter)
    acknowledged_saves: int = 0
    refused_saves: int = 0
    words_acknowledged: int = 0
    words_lost: int = 0
    files_damaged: int = 0
    histories_damaged: int = 0
    never_begun: int = 0
    told: list[str] = field(default_factory=list)

    def as_object(self) -> dict[str, object]:
        return {**vars(self), "faults": dict(self.faults)}


class Witness:
    """What one person was told of their saves."""

    def __init__(self, known: str, words: frozenset[str]) -> None:
        self.acknowledged, self.words = known, words
        self.tried: set[str] = set()
        self.saves = self.refused = 0
        self.has_begun = False

    def hear(self, line: str) -> None:
        """Take in one line of the person's."""
        what, *rest = line.split()
        if what == "try":
            self.tried.add(rest[0])
        elif what == "fail":
            self.tried.discard(rest[0])
            self.refused += 1
        elif what == "ack":
            self.acknowledged, self.tried = rest[0], set()
            self.words = frozenset(rest[1].split(",")) - {"-"}
            self.saves += 1


def run_rounds(folder: Path, rounds: int, seed: int) -> Figures:
    """Run the rounds on one workspace in a folder, and return the figures."""
    chance = random.Random(seed)
    workspace = folder / "checks.workbench"
    figures = Figures()
    state, words = "", frozenset()
    for number in range(rounds):
        fault = FAULTS[number % len(FAULTS)]
        witness = Witness(state, words)
        _one_round(workspace, fault, chance, witness)
        figures.rounds += 1
        figures.faults[fault] += 1
        figures.acknowledged_saves += witness.saves
        figures.refused_saves += witness.refused
        figures.words_acknowledged += len(witness.words)
        figures.never_begun += not witness.has_begun
        if not is_sound(workspace):
            figures.files_damaged += 1
            figures.told.append(f"round {number} ({fault}): the file is damaged")
            break
        state, words = _state_in(workspace)
        if troubles := verified(workspace).troubles or _newest_differs(workspace):
            figures.histories_damaged += 1
            figures.told.append(f"round {number} ({fault}): {troubles[0]}")
        allowed = {witness.acknowledged, *witness.tried}
        if witness.acknowledged and state not in allowed:
            lost = len(witness.words - words) or 1
            figures.words_lost += lost
            figures.told.append(f"round {number} ({fault}): {lost} words are lost")
    return figures


def _one_round(workspace: Path, fault: str, chance: random.Random, witness: Witness) -> None:
    person = subprocess.Popen(
        [
            sys.executable, Path(__file__).with_name("person.py"), str(workspace),
            str(chance.randrange(10**9)), fault,
        ],
        stdout=subprocess.PIPE, text=True, cwd=ROOT,
        env=os.environ | {"PYTHONPATH": str(ROOT), "QT_QPA_PLATFORM": "offscreen"},
    )  # fmt: skip
    assert person.stdout is not None
    for line in person.stdout:
        if line == "ready\n":
            witness.has_begun = True
            break
    seconds = chance.uniform(0.05, 1.6)
    stopping = threading.Timer(seconds, person.kill)
    stopping.start()
    if fault == "busy":
        _hold(workspace, chance.uniform(0.05, seconds))
    for line in person.stdout:
        if line.endswith("\n"):  # a half line was not said
            witness.hear(line)
    person.wait()
    stopping.cancel()
    person.stdout.close()


def _hold(workspace: Path, seconds: float) -> None:
    """Hold the file as another program's write does."""
    with closing(sqlite3.connect(workspace, isolation_level=None, timeout=5)) as other:
        other.execute("BEGIN IMMEDIATE")
        until = time.monotonic() + seconds
        threading.Event().wait(max(until - time.monotonic(), 0))
        other.execute("ROLLBACK")


def _state_in(workspace: Path) -> tuple[str, frozenset[str]]:
    store = CheckStore.open(workspace, datetime.now(UTC))
    try:
        text = check_as_json(store.load_slug(SLUG))
    except UserError:
        return "", frozenset()  # there is no such check any more: all of it is lost
    finally:
        store.close()
    words = frozenset(word.decode() for word in re.findall(rb"w\d+", text))
    return hashlib.sha256(text).hexdigest(), words


def _newest_differs(workspace: Path) -> tuple[str, ...]:
    """Return what is wrong if the newest state of the history is not the check as it is."""
    store = CheckStore.open(workspace, datetime.now(UTC))
    try:
        check = store.load_slug(SLUG)
        newest = store.history.states(check.id, 1)[0]
        is_same = store.history.state(check.id, newest.id) == check
    except UserError as error:
        return (error.message,)
    finally:
        store.close()
    return () if is_same else ("the newest state of the history is another one",)


def main() -> int:
    """Run the rounds and print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=500)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    start = time.monotonic()
    with tempfile.TemporaryDirectory() as folder:
        figures = run_rounds(Path(folder), options.rounds, options.seed)
    told = {**figures.as_object(), "seconds": round(time.monotonic() - start)}
    if options.json:
        sys.stdout.write(f"{json.dumps(told, indent=1)}\n")
    else:
        sys.stdout.writelines(f"{name.replace('_', ' ')}: {told[name]}\n" for name in told)
    is_bad = figures.words_lost or figures.files_damaged or figures.never_begun
    is_bad = is_bad or figures.histories_damaged
    return 1 if is_bad else 0


if __name__ == "__main__":
    sys.exit(main())
