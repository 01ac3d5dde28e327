"""Verifying reads everything and says in sentences what is wrong."""

from __future__ import annotations

import sqlite3
from contextlib import closing

import pytest

from workbench.core.error import UserError
from workbench.store.compaction import compact
from workbench.store.verification import verified


@pytest.fixture
def saved(store, rich_check, path):
    store.add_original(b"<p>The Harbor Bridge</p>", "text/html")
    store.save(None, rich_check)
    return path


def change(path, sql, *values):
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("PRAGMA foreign_keys=OFF")
        connection.execute(sql, values)


def test_sound_workspace_is_in_order(saved):
    steps = []
    found = verified(saved, lambda done, total: steps.append((done, total)))
    assert (found.checks, found.originals, found.troubles) == (1, 1, ())
    assert found.size == saved.stat().st_size
    assert steps[-1] == (2, 2)


def test_original_whose_bytes_changed_is_named(saved):
    change(saved, "UPDATE original SET data = ?", b"something else")
    (trouble,) = verified(saved).troubles
    assert "is not what it was" in trouble


def test_reference_to_nothing_is_told(saved):
    change(saved, "DELETE FROM passage")
    assert any("appearance" in trouble for trouble in verified(saved).troubles)


def test_check_that_cannot_be_read_is_named(saved):
    change(saved, "UPDATE claim SET status = 'rumoured'")
    assert any("Harbor Bridge" in trouble for trouble in verified(saved).troubles)


def test_damaged_pages_are_told_and_raise_nothing(saved, store, damage):
    store.close()
    damage(saved)
    assert verified(saved).troubles


def test_missing_file_is_a_sentence(path):
    with pytest.raises(UserError, match="There is no workspace"):
        verified(path)


def test_compacting_gives_room_back_and_keeps_every_word(saved, store, rich_check):
    sha256 = store.add_original(bytes(3_000_000), "text/plain")
    store.close()  # nothing needs it, so it is dropped
    before, after = compact(saved)
    assert before > 3_000_000 > after
    assert verified(saved).troubles == ()
    assert store.load(rich_check.id) == rich_check
    with pytest.raises(UserError, match="not in this workspace"):
        store.original(sha256)
