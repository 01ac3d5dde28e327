"""A backup is a whole, sound copy, made while others write, and kept by its age."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.core.error import UserError
from workbench.store import snapshot
from workbench.store.backup import (
    Backup,
    backup_folder,
    backups_of,
    drop_outdated,
    is_backup_due,
    make_backup,
    outdated,
)
from workbench.store.check_store import CheckStore

NOW = datetime(2026, 7, 2, 12, 4, 31, tzinfo=UTC)


@pytest.fixture
def saved(store, small_check):
    """Return a store with a saved check; what was saved waits in the -wal file."""
    store.save(None, small_check)
    return store


def test_backup_holds_what_only_the_wal_file_has(saved, path, at, small_check):
    assert b"Does the ferry" not in path.read_bytes()
    made = make_backup(path, NOW)
    assert made.path.parent == backup_folder(path)
    assert made.path.name == "checks-2026-07-02-120431Z.workbench"
    assert sorted(file.name for file in made.path.parent.iterdir()) == [made.path.name]
    copy = CheckStore.open(made.path, at)
    assert copy.load(small_check.id) == small_check
    copy.close()


def test_what_is_saved_while_a_backup_runs_neither_waits_nor_spoils_it(
    saved, path, at, small_check, monkeypatch
):
    monkeypatch.setattr(snapshot, "_PAGES", 4)  # or so small a file is copied in one step
    steps = []

    def save_meanwhile(done, total):
        if not steps:
            saved.save(small_check, replace(small_check, title="Saved meanwhile"))
        steps.append((done, total))

    made = make_backup(path, NOW, save_meanwhile)
    assert len(steps) > 5
    assert steps == sorted(steps)  # it did not start again
    assert saved.load(small_check.id).title == "Saved meanwhile"
    copy = CheckStore.open(made.path, at)
    assert copy.load(small_check.id) == small_check
    copy.close()


def test_cancelled_backup_leaves_nothing(saved, path):
    def stop(done, total):
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        make_backup(path, NOW, stop)
    assert list(backup_folder(path).iterdir()) == []


def test_damaged_workspace_replaces_no_good_backup(saved, path, damage):
    good = make_backup(path, NOW)
    before = good.path.read_bytes()
    saved.close()
    damage(path)
    with pytest.raises(UserError, match="damaged"):
        make_backup(path, NOW + timedelta(hours=1))
    assert [backup.path for backup in backups_of(path)] == [good.path]
    assert good.path.read_bytes() == before


def test_folder_that_is_a_file_is_said(saved, path):
    backup_folder(path).write_text("in the way", encoding="utf-8")
    with pytest.raises(UserError, match="cannot be reached"):
        make_backup(path, NOW)


def test_only_its_own_copies_count(saved, path):
    made = make_backup(path, NOW)
    folder = backup_folder(path)
    shutil.copy(made.path, folder / "before the election.workbench")
    shutil.copy(made.path, folder / "checks-2026-07-02-1204ZZZ.workbench")
    shutil.copy(made.path, folder / "other-2026-07-02-120431Z.workbench")
    (folder / "checks-2026-07-03-120431Z.workbench").mkdir()
    assert backups_of(path) == (made,)


def test_backup_is_due_when_something_was_written_and_an_hour_has_passed(saved, path, small_check):
    now = datetime.now(UTC)
    assert is_backup_due(path, now)
    make_backup(path, now)
    assert not is_backup_due(path, now + timedelta(minutes=59))
    saved.save(small_check, replace(small_check, title="Another title"))
    assert is_backup_due(path, now + timedelta(minutes=61))
    assert not is_backup_due(path.with_name("none.workbench"), now)


def test_nothing_is_due_when_nothing_was_written_since(saved, path):
    saved.close()
    later = datetime.now(UTC) + timedelta(hours=1)
    make_backup(path, later)
    assert not is_backup_due(path, later + timedelta(days=2))


def backups(*ages):
    return [Backup(path=Path(f"{age}"), at=NOW - age, size=1) for age in ages]


def test_a_year_of_hourly_backups_is_thinned_by_age():
    every_hour = backups(*(timedelta(hours=hour) for hour in range(24 * 365)))
    gone = {backup.at for backup in outdated(every_hour, NOW)}
    ages = sorted((NOW - backup.at) for backup in every_hour if backup.at not in gone)
    assert len([age for age in ages if age <= timedelta(days=1)]) == 25
    days = [age for age in ages if timedelta(days=1) < age <= timedelta(days=30)]
    assert 28 <= len(days) <= 31
    weeks = [age for age in ages if age > timedelta(days=30)]
    assert 46 <= len(weeks) <= 50


ages = st.lists(st.integers(0, 3 * 365 * 24 * 60), max_size=60, unique=True)


@given(ages)
def test_thinning_again_takes_nothing_more_and_the_newest_stay(minutes):
    made = backups(*(timedelta(minutes=age) for age in sorted(minutes)))
    gone = outdated(made, NOW)
    kept = [backup for backup in made if backup not in gone]
    assert outdated(kept, NOW) == ()
    assert kept[:3] == made[:3]
    assert not made or made[-1] in kept  # the oldest one stays, whatever came after it


@given(ages)
def test_what_is_dropped_has_a_neighbour_that_stays(minutes):
    made = backups(*(timedelta(minutes=age) for age in sorted(minutes)))
    gone = outdated(made, NOW)
    kept = [backup.at for backup in made if backup not in gone]
    for backup in gone:
        age = NOW - backup.at
        near = timedelta(hours=1) if age <= timedelta(days=1) else timedelta(days=1)
        near = timedelta(days=7) if age > timedelta(days=30) else near
        near = timedelta(days=30) if age > timedelta(days=365) else near
        assert any(timedelta(0) < backup.at - at < near for at in kept)


def test_outdated_files_are_deleted_and_others_are_not(saved, path):
    folder = backup_folder(path)
    first = make_backup(path, NOW - timedelta(days=3, hours=5))
    for hours in (4, 3, 2, 1):
        shutil.copy(first.path, folder / f"checks-2026-06-29-{12 - hours:02}3000Z.workbench")
    newest = [make_backup(path, NOW - timedelta(minutes=minutes)) for minutes in (30, 10, 0)]
    gone = drop_outdated(path, NOW)
    assert gone
    left = {backup.path for backup in backups_of(path)}
    assert {backup.path for backup in newest} <= left
    assert first.path in left
    assert all(not backup.path.exists() for backup in gone)


def test_backup_opens_without_this_program(saved, path, small_check):
    made = make_backup(path, NOW)
    with closing(sqlite3.connect(made.path)) as connection:
        assert connection.execute("SELECT title FROM fact_check").fetchall() == [
            (small_check.title,)
        ]
        assert connection.execute("PRAGMA journal_mode").fetchone() == ("delete",)
