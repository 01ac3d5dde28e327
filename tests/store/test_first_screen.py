"""The first screen is what the store would show, without waiting for the store."""

from __future__ import annotations

from dataclasses import replace

from workbench.store.check_store import CheckStore
from workbench.store.first_screen import read_first_screen


def test_missing_file_stays_missing(path):
    assert read_first_screen(path, None) is None
    assert list(path.parent.iterdir()) == []


def test_shows_what_the_store_shows(store, path, rich_check, small_check):
    store.save(None, rich_check)
    store.save(None, small_check)
    store.close()
    screen = read_first_screen(path, rich_check.id)
    assert screen.check == rich_check
    assert screen.checks == store.checks()
    assert read_first_screen(path, None).check is None
    store.close()
    assert list(path.parent.iterdir()) == [path]


def test_check_that_is_gone_is_not_shown(store, path, rich_check, small_check):
    store.save(None, small_check)
    screen = read_first_screen(path, rich_check.id)
    assert screen.check is None
    assert len(screen.checks) == 1


def test_sees_what_is_not_in_the_main_file_yet(store, path, small_check):
    store.save(None, small_check)
    changed = replace(small_check, title="Only in the -wal file")
    store.save(small_check, changed)
    assert b"Only in the" not in path.read_bytes()
    assert read_first_screen(path, small_check.id).check == changed


def test_value_from_the_first_screen_can_be_saved(store, path, at, rich_check):
    store.save(None, rich_check)
    store.close()
    shown = read_first_screen(path, rich_check.id).check
    again = CheckStore.open(path, at)
    assert again.save(shown, replace(shown, title="Edited at once")) == 2
    again.close()


def test_older_file_is_left_for_the_migration(store, path, small_check, query):
    store.save(None, small_check)
    store.close()
    query("PRAGMA user_version = 0")
    assert read_first_screen(path, small_check.id) is None
