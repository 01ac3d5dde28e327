"""The program is killed; what was typed is in the workspace."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path

import pytest

from workbench.store.check_store import CheckStore

ROOT = Path(__file__).parents[2]
QUIET = 0.5
"""Seconds after the last key from which on nothing may be lost."""
AT_MOST = 1.0
"""Seconds of typing that may be lost."""

READ = {
    "draft_lede": lambda check: check.draft.text("lede"),
    "claim_notes": lambda check: check.claims[0].notes,
    "check_title": lambda check: check.title,
}


@pytest.fixture
def typist(workspace):
    """A function that starts a typist; whoever is left over is killed."""
    started = []

    def start(field, letters, pause):
        process = subprocess.Popen(
            [sys.executable, Path(__file__).with_name("typist.py"), workspace, field,
             str(letters), str(pause)],
            stdout=subprocess.PIPE, text=True, cwd=ROOT, env=environment(),
        )  # fmt: skip
        started.append(process)
        return process

    yield start
    for process in started:
        process.kill()
        process.wait()
        process.stdout.close()


def environment():
    return os.environ | {"PYTHONPATH": str(ROOT), "PYTHONUNBUFFERED": "1"}


def key_in(line):
    """Return when a key was acknowledged, and the key."""
    at, _, letter = line.rstrip("\n").partition(" ")
    return float(at), letter


def kept(workspace, field, sample):
    """Return what the workspace holds after the program is gone."""
    store = CheckStore.open(workspace, datetime(2026, 7, 10, tzinfo=UTC))
    text = READ[field](store.load(sample.id))
    store.close()
    return text


def test_half_a_second_after_the_last_key_nothing_is_lost(typist, workspace, sample):
    field, letters = "claim_notes", 30
    process = typist(field, letters, 15)
    typed = "".join(key_in(process.stdout.readline())[1] for _ in range(letters))
    with suppress(subprocess.TimeoutExpired):
        process.wait(QUIET)
    assert process.poll() is None
    process.kill()
    process.wait()
    assert kept(workspace, field, sample) == typed


@pytest.mark.parametrize(("field", "seconds"), [("draft_lede", 1.3), ("check_title", 2.6)])
def test_in_the_middle_of_typing_at_most_the_last_second_is_lost(
    typist, workspace, sample, field, seconds
):
    process = typist(field, 10_000, 40)
    keys = [key_in(process.stdout.readline())]
    while keys[-1][0] - keys[0][0] < seconds:
        keys.append(key_in(process.stdout.readline()))
    process.kill()
    killed = time.monotonic()
    process.wait()
    keys += [key_in(line) for line in process.stdout.read().splitlines()]
    text = kept(workspace, field, sample)
    typed = "".join(letter for _, letter in keys)
    safe = "".join(letter for at, letter in keys if at < killed - AT_MOST)
    assert safe != ""
    assert typed.startswith(text)
    assert text.startswith(safe)
