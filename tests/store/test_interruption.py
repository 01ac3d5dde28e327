"""Stopping a long statement: it leaves nothing half-done."""

from __future__ import annotations

import sqlite3
from contextlib import closing

import pytest

from workbench.store.backup import backups_of, make_backup
from workbench.store.check_store import CheckStore
from workbench.store.compaction import compact
from workbench.store.interruption import stoppable

_LONG = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 900000) "


class EnoughError(Exception):
    """What a person's Cancel raises."""


class Impatience:
    """A step that raises after some calls."""

    def __init__(self, calls):
        self.left = calls

    def __call__(self, _done, _total):
        self.left -= 1
        if self.left < 0:
            raise EnoughError


@pytest.fixture
def large(tmp_path, at):
    """A workspace with so much in it that every part of the work asks more than once."""
    path = tmp_path / "checks.workbench"
    store = CheckStore.open(path, at)
    store.close()
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(
            f"{_LONG} INSERT INTO original (sha256, media_type, size, data) "
            "SELECT printf('%064x', i), 'text/plain', 40, randomblob(40) FROM n WHERE i <= 60000"
        )
        connection.commit()
        connection.execute("DELETE FROM original WHERE sha256 < printf('%064x', 30000)")
        connection.commit()
    return path


def content(path):
    with closing(sqlite3.connect(path)) as connection:
        return list(connection.iterdump())


def test_a_statement_is_ended_and_undone():
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as connection:
        connection.execute("CREATE TABLE t (i)")
        with pytest.raises(EnoughError), stoppable(connection, Impatience(1)):
            connection.execute(f"{_LONG} INSERT INTO t SELECT i FROM n")
        assert connection.execute("SELECT count(*) FROM t").fetchone() == (0,)
        connection.execute(f"{_LONG} INSERT INTO t SELECT i FROM n")
        assert connection.execute("SELECT count(*) FROM t").fetchone() == (900_000,)


def test_errors_that_are_no_stop_stay_what_they_are():
    with (
        closing(sqlite3.connect(":memory:")) as connection,
        pytest.raises(sqlite3.OperationalError, match="no such table"),
        stoppable(connection, None),
    ):
        connection.execute("SELECT * FROM nowhere")


def test_compacting_stopped_at_any_moment_loses_nothing(large, tmp_path):
    before, size = content(large), large.stat().st_size
    copy = tmp_path / "copy.workbench"
    copy.write_bytes(large.read_bytes())
    calls = Impatience(1_000_000)
    compact(copy, calls)
    asked = 1_000_000 - calls.left
    assert asked > 4
    for stop in (0, asked // 2, asked - 2, asked - 1):
        with pytest.raises(EnoughError):
            compact(large, Impatience(stop))
        assert content(large) == before
        assert large.stat().st_size == size
    compact(large)
    assert content(large) == before
    assert large.stat().st_size < size


def test_a_backup_that_is_stopped_while_it_is_verified_is_none(large, at):
    calls = Impatience(1_000_000)
    made = make_backup(large, at, calls)
    made.path.unlink()
    asked = 1_000_000 - calls.left
    for stop in (asked - 1, asked // 2, 0):
        with pytest.raises(EnoughError):
            make_backup(large, at, Impatience(stop))
        assert backups_of(large) == ()
        assert list(large.with_name("checks-backups").iterdir()) == []
