"""An older file is copied aside and brought up to date in one transaction, or left as it was."""

from __future__ import annotations

import gzip
import shutil
import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from workbench.core.date import UNKNOWN_DATE
from workbench.core.error import UserError
from workbench.store.check_store import CheckStore
from workbench.store.connection import SCHEMA_VERSION
from workbench.store.database import Database
from workbench.store.migration import copy_aside, migrate
from workbench.store.schema import SCRIPTS

OLD_FILES = Path(__file__).parents[1] / "data" / "workspaces"
"""Files that earlier schemas wrote, packed; each holds what `rich_check` had at its time."""
NEXT = SCHEMA_VERSION + 1
STEP = '''"""The version after the newest, for a test."""
from alembic import op
import sqlalchemy as sa

revision = "{revision:04}"
down_revision = "{before:04}"


def upgrade():
    op.create_table("mood", sa.Column("check_id", sa.String(), primary_key=True))
    op.execute("INSERT INTO mood SELECT id FROM fact_check")
    with op.batch_alter_table("claim") as batch:
        batch.add_column(sa.Column("weight", sa.Integer(), server_default="3"))
        batch.drop_column("notes")
    {last}
'''


@pytest.fixture
def scripts(tmp_path):
    """Return a function that gives the shipped migrations with one more step."""

    def with_step(last="pass"):
        folder = tmp_path / "100% migrations"
        shutil.copytree(SCRIPTS, folder, ignore=shutil.ignore_patterns("__pycache__"))
        (folder / "versions" / "v9999_for_a_test.py").write_text(
            STEP.format(last=last, revision=NEXT, before=SCHEMA_VERSION), encoding="utf-8"
        )
        return folder

    return with_step


@pytest.fixture
def database(path, at, rich_check):
    store = CheckStore.open(path, at)
    store.save(None, rich_check)
    store.close()
    opened = Database(path)
    yield opened
    opened.close()


def dump(path):
    with closing(sqlite3.connect(path)) as connection:
        return [*connection.iterdump(), connection.execute("PRAGMA user_version").fetchone()]


def test_older_file_is_migrated_and_its_copy_is_as_it_was(database, path, at, scripts, query):
    before = dump(path)
    copy = migrate(database, at, scripts(), NEXT)
    assert query("SELECT check_id FROM mood") == query("SELECT id FROM fact_check")
    assert query("SELECT DISTINCT weight FROM claim") == [(3,)]
    assert query("SELECT count(*) FROM evidence") == [(2,)]  # rebuilding claim kept them
    assert query("SELECT version_num FROM alembic_version") == [(f"{NEXT:04}",)]
    assert query("PRAGMA user_version") == [(NEXT,)]
    assert copy.name == f"checks-2026-07-02-120431-version-{SCHEMA_VERSION}.workbench"
    assert dump(copy) == before
    restored = CheckStore.open(copy, at)
    assert restored.checks()[0].slug == "harbor-bridge"
    restored.close()


def test_step_that_fails_leaves_the_file_as_it_was(database, path, at, scripts, rich_check):
    before = dump(path)
    with pytest.raises(UserError, match="could not be brought up to date") as told:
        migrate(database, at, scripts('raise RuntimeError("half-way")'), NEXT)
    assert str(told.value.__cause__) == "half-way"
    database.close()
    assert dump(path) == before
    store = CheckStore.open(path, at)
    assert store.load(rich_check.id) == rich_check
    store.close()


def test_step_that_breaks_a_reference_is_taken_back(database, path, at, scripts):
    before = dump(path)
    with pytest.raises(UserError, match="could not be brought up to date") as told:
        migrate(database, at, scripts('op.execute("DELETE FROM passage")'), NEXT)
    assert "appearance to passage is broken" in str(told.value.__cause__)
    with database.reading_driver() as connection:
        assert connection.execute("PRAGMA foreign_keys").fetchone() == (1,)
    database.close()
    assert dump(path) == before


def test_full_disk_during_a_step_is_said_and_leaves_the_file(database, path, at, scripts):
    before = dump(path)
    with database.reading_driver() as connection:
        (pages,) = connection.execute("PRAGMA page_count").fetchone()
        connection.execute(f"PRAGMA max_page_count = {pages}")
    fill = 'op.execute("INSERT INTO mood SELECT hex(randomblob(1000000))")'
    with pytest.raises(UserError, match="disk is full"):
        migrate(database, at, scripts(fill), NEXT)
    database.close()
    assert dump(path) == before


def test_copy_holds_what_only_the_wal_file_has_and_stands_alone(path, at, small_check):
    store = CheckStore.open(path, at)
    store.save(None, small_check)
    assert b"Does the ferry" not in path.read_bytes()
    copy = copy_aside(path, at)
    store.close()
    assert sorted(file.name for file in path.parent.iterdir()) == [copy.name, path.name]
    copied = CheckStore.open(copy, at)
    assert copied.load(small_check.id) == small_check
    copied.close()


def test_copies_do_not_replace_each_other(database, path, at):
    names = {copy_aside(path, at).name for _ in range(3)}
    assert len(names) == 3
    assert all(path.with_name(name).stat().st_size == path.stat().st_size for name in names)


def as_known_to(version, check):
    """Return a check without what came after a version of the schema."""
    signed = tuple(replace(one, answers=()) for one in check.sign_offs)
    check = replace(check, sign_offs=signed, votes=(), comments=(), suggestions=(), conflicts=())
    if version > 2:
        return check
    corrections = tuple(replace(one, export_id="") for one in check.corrections)
    check = replace(check, state_changes=(), corrections=corrections)
    if version > 1:
        return check
    sources = tuple(
        replace(
            source,
            anchor=UNKNOWN_DATE,
            versions=tuple(replace(version, images=()) for version in source.versions),
        )
        for source in check.sources
    )
    return replace(check, contacts=(), dismissals=(), sources=sources)


@pytest.mark.parametrize("version", range(1, SCHEMA_VERSION))
def test_file_of_an_earlier_schema_keeps_every_word(version, path, at, rich_check):
    packed = (OLD_FILES / f"version-{version}.workbench.gz").read_bytes()
    path.write_bytes(gzip.decompress(packed))
    store = CheckStore.open(path, at)
    read = store.load(rich_check.id)
    assert read == as_known_to(version, rich_check)
    assert [check.id for check in store.checks("Harbor")] == [rich_check.id]
    store.save(read, replace(rich_check, title="Is it shut?"))
    assert store.load(rich_check.id) == replace(rich_check, title="Is it shut?")
    (was,) = store.history.states(rich_check.id)[1:]  # its history begins with what stood there
    assert store.history.state(rich_check.id, was.id) == read
    store.close()
