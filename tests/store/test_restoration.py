"""Going back to a backup: a look inside first, and what stood there is kept."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from workbench.core.error import UserError
from workbench.store.backup import make_backup
from workbench.store.check_store import CheckStore
from workbench.store.restoration import look_inside, restore

NOW = datetime(2026, 7, 2, 12, 4, 31, tzinfo=UTC)
LATER = NOW.replace(hour=15)


@pytest.fixture
def backup(store, path, small_check):
    """Return a backup, after which the check in the workspace was changed."""
    store.save(None, small_check)
    made = make_backup(path, NOW).path
    store.save(small_check, replace(small_check, title="Ruined"))
    return made


def titles(file, at):
    store = CheckStore.open(file, at)
    found = [check.title for check in store.checks()]
    store.close()
    return found


def test_look_inside_lists_the_checks_and_changes_no_byte(backup, small_check):
    before = backup.read_bytes()
    assert [check.title for check in look_inside(backup)] == [small_check.title]
    assert backup.read_bytes() == before
    assert [file.name for file in backup.parent.iterdir()] == [backup.name]


def test_restoring_brings_the_old_words_back_and_keeps_the_new_ones(
    backup, path, at, small_check, store
):
    store.close()
    kept = restore(path, backup, LATER)
    assert titles(path, at) == [small_check.title]
    assert titles(kept, at) == ["Ruined"]
    assert kept.name == "checks-before-restoring-2026-07-02-150431.workbench"
    assert backup.exists()


def test_window_that_is_still_open_sees_what_was_restored(backup, path, small_check, store):
    restore(path, backup, LATER)
    assert store.checks()[0].title == small_check.title
    with pytest.raises(UserError, match="Another window"):
        store.save(replace(small_check, title="Ruined"), replace(small_check, title="Lost"))


def test_damaged_workspace_is_moved_aside_as_it_is(backup, path, at, small_check, store, damage):
    store.close()
    damage(path)
    bytes_before = path.read_bytes()
    kept = restore(path, backup, LATER)
    assert kept.name == "checks-damaged-2026-07-02-150431.workbench"
    assert kept.read_bytes() == bytes_before
    assert titles(path, at) == [small_check.title]


def test_missing_workspace_is_made_from_the_backup(backup, path, at, small_check, store):
    store.close()
    path.unlink()
    assert restore(path, backup, LATER) is None
    assert titles(path, at) == [small_check.title]


@pytest.mark.parametrize(
    ("content", "said"),
    [(None, "There is no file"), (b"no database at all " * 400, "not a workspace|damaged")],
)
def test_what_is_no_backup_replaces_nothing(backup, path, at, tmp_path, store, content, said):
    wrong = tmp_path / "wrong.workbench"
    if content is not None:
        wrong.write_bytes(content)
    for act in (look_inside, lambda file: restore(path, file, LATER)):
        with pytest.raises(UserError, match=said):
            act(wrong)
    store.close()
    assert titles(path, at) == ["Ruined"]


def test_damaged_backup_replaces_nothing(backup, path, at, store, damage):
    damage(backup)
    with pytest.raises(UserError, match="damaged"):
        restore(path, backup, LATER)
    store.close()
    assert titles(path, at) == ["Ruined"]


def test_going_back_and_forth_within_a_second_loses_neither(backup, path, at, small_check, store):
    store.close()
    kept = restore(path, backup, LATER)
    again = restore(path, kept, LATER)
    assert titles(path, at) == ["Ruined"]
    assert titles(again, at) == [small_check.title]
    assert len({backup, kept, again}) == 3
