"""The index of the search is built anew from the checks, whatever it held."""

from __future__ import annotations

import sqlite3
from contextlib import closing

import pytest

from workbench.core.error import UserError
from workbench.store.reindexing import reindex


@pytest.fixture
def saved(store, small_check, rich_check):
    store.save(None, small_check)
    store.save(None, rich_check)
    return store


def found(store, query):
    return sorted(hit.item_id for hit in store.search(query))


def rows(path):
    with closing(sqlite3.connect(path)) as connection:
        return connection.execute(
            "SELECT check_id, kind, item_id, text FROM search_entry ORDER BY 1, 2, 3"
        ).fetchall()


def test_an_index_that_lost_its_words_finds_them_again(saved, path, small_check):
    before, hits = rows(path), found(saved, "ferry")
    assert hits
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("INSERT INTO search_index (search_index) VALUES ('delete-all')")
        connection.execute("DROP TRIGGER search_entry_gone")
        connection.execute("DELETE FROM search_entry WHERE check_id = ?", (small_check.id,))
        connection.execute(
            "CREATE TRIGGER search_entry_gone AFTER DELETE ON search_entry BEGIN "
            "INSERT INTO search_index (search_index, rowid, text) "
            "VALUES ('delete', old.id, old.text); END"
        )
        connection.commit()
    assert found(saved, "ferry") == []
    assert reindex(path) == 2
    assert rows(path) == before
    assert found(saved, "ferry") == hits
    saved.delete(small_check.id)  # the trigger is there again
    assert not [row for row in rows(path) if row[0] == small_check.id]


class StoppedError(Exception):
    """What Cancel raises."""


@pytest.mark.parametrize("stop", [0, 1])
def test_stopped_half_way_it_leaves_the_index_as_it_was(saved, path, stop):
    before, hits = rows(path), found(saved, "ferry")

    def step(done, total):
        if total and done == stop:
            raise StoppedError

    with pytest.raises(StoppedError):
        reindex(path, step)
    assert rows(path) == before
    assert found(saved, "ferry") == hits


def test_what_is_no_workspace_is_told(tmp_path):
    with pytest.raises(UserError, match="There is no workspace"):
        reindex(tmp_path / "nowhere.workbench")
