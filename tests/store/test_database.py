"""What was saved is there after the worst end; what was not finished is not."""

from __future__ import annotations

import signal
import sqlite3
import subprocess
import sys
from dataclasses import replace

import pytest

from workbench.store.check_store import CheckStore
from workbench.store.connection import SCHEMA_VERSION

WRITER = """
import sys
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from workbench.store.check_store import CheckStore
from workbench.store.connection import SCHEMA_VERSION

store = CheckStore.open(Path(sys.argv[1]), datetime.now(UTC))
current = store.load(sys.argv[2])
for number in range(1_000_000):
    claims = tuple(replace(claim, notes=f"{number} " * 500) for claim in current.claims)
    changed = replace(current, title=f"Save {number}", claims=claims)
    store.save(current, changed)
    current = changed
    print(number, flush=True)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="there is no SIGKILL")
def test_killed_while_writing_keeps_every_acknowledged_save(path, at, small_check):
    store = CheckStore.open(path, at)
    store.save(None, small_check)
    store.close()
    acknowledged = []
    with subprocess.Popen(
        [sys.executable, "-c", WRITER, str(path), small_check.id],
        stdout=subprocess.PIPE,
        text=True,
    ) as process:
        for line in process.stdout:
            acknowledged.append(int(line))
            if len(acknowledged) == 20:
                process.send_signal(signal.SIGKILL)
    assert len(acknowledged) >= 20

    reopened = CheckStore.open(path, at)
    found = reopened.load(small_check.id)
    number = int(found.title.removeprefix("Save "))
    assert number >= acknowledged[-1]
    assert number <= acknowledged[-1] + 1
    assert {claim.notes for claim in found.claims} == {f"{number} " * 500}  # whole, not mixed
    with reopened._database.reading_driver() as connection:
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    assert reopened.save(found, replace(found, title="Goes on")) > number
    reopened.close()


def test_mistake_of_ours_is_not_dressed_up(store):
    with pytest.raises(sqlite3.OperationalError), store._database.reading_driver() as connection:
        connection.execute("SELECT nothing FROM nowhere")
    with pytest.raises(sqlite3.OperationalError), store._database.reading() as session:
        session.connection().exec_driver_sql("SELECT nothing FROM nowhere")


def test_references_are_watched(store, small_check, query):
    store.save(None, small_check)
    with (
        pytest.raises(sqlite3.IntegrityError, match="FOREIGN KEY"),
        store._database.writing_driver() as connection,
    ):
        connection.execute("UPDATE claim SET check_id = 'nowhere'")
    assert query("SELECT DISTINCT check_id FROM claim") == [(small_check.id,)]


def fail_half_way(run):
    run("CREATE TABLE half_done (name)")
    run("UPDATE fact_check SET title = 'half'")
    run("PRAGMA user_version = 7")
    raise RuntimeError("half-way")


def test_exception_takes_everything_back(store, small_check, query):
    store.save(None, small_check)
    with pytest.raises(RuntimeError), store._database.writing_driver() as connection:
        fail_half_way(connection.execute)
    with pytest.raises(RuntimeError), store._database.writing() as session:
        fail_half_way(session.connection().exec_driver_sql)
    assert query("SELECT count(*) FROM sqlite_master WHERE name = 'half_done'") == [(0,)]
    assert query("SELECT title FROM fact_check") == [(small_check.title,)]
    assert query("PRAGMA user_version") == [(SCHEMA_VERSION,)]


def test_reading_sees_one_moment_while_another_window_writes(store, path, at, small_check):
    store.save(None, small_check)
    other = CheckStore.open(path, at)
    with store._database.reading_driver() as connection:
        before = connection.execute("SELECT title FROM fact_check").fetchone()
        other.save(small_check, replace(small_check, title="Theirs"))
        assert connection.execute("SELECT title FROM fact_check").fetchone() == before
    assert store.checks()[0].title == "Theirs"
    other.close()
