"""New files are what the migrations would make of them, and SQLModel and the values agree."""

from __future__ import annotations

import sqlite3
from contextlib import closing

import pytest

from workbench.store.check_record import check_row
from workbench.store.check_store import CheckStore
from workbench.store.database import Database
from workbench.store.family import FAMILIES
from workbench.store.history_table import TABLES
from workbench.store.migration import run_steps
from workbench.store.schema import SCRIPTS


def schema_of(path):
    """Return what a file's tables are; the order of columns that came later does not matter."""
    with closing(sqlite3.connect(path)) as connection:
        kinds = connection.execute("SELECT type, name, sql FROM sqlite_master").fetchall()
        return {
            (kind, name): _table_of(connection, name)
            if kind == "table" and "VIRTUAL" not in sql
            else " ".join((sql or "").split())
            for kind, name, sql in kinds
        }


def _table_of(connection, name):
    columns = connection.execute(f"PRAGMA table_xinfo({name})").fetchall()
    references = connection.execute(f"PRAGMA foreign_key_list({name})").fetchall()
    return {
        "columns": {column: (kind, is_set, key) for _, column, kind, is_set, _, key, _ in columns},
        "references": {reference[2:] for reference in references},
        "unique": connection.execute(
            "SELECT group_concat(info.name) FROM pragma_index_list(?) AS list, "
            'pragma_index_info(list.name) AS info WHERE list."unique"',
            (name,),
        ).fetchall(),
    }


def test_new_file_is_what_the_migrations_make(store, path, tmp_path, query):
    migrated = Database(tmp_path / "migrated.workbench")
    with migrated.writing() as session:
        run_steps(session.connection(), SCRIPTS, "head")
    made = schema_of(path)
    assert schema_of(migrated.path) == made
    assert ("table", "claim") in made
    with migrated.reading_driver() as connection:
        newest = connection.execute("SELECT version_num FROM alembic_version").fetchall()
    assert query("SELECT version_num FROM alembic_version") == newest
    migrated.close()


def families(members=FAMILIES):
    for family in members:
        yield family
        yield from families(family.children)


@pytest.mark.parametrize("family", list(families()), ids=lambda family: family.table)
def test_rows_have_the_columns_of_their_table(family, rich_check):
    def items(members, owner):
        for member in members:
            for item in member.items(owner):
                yield member, item
                yield from items(member.children, item)

    row = next(member.row(item) for member, item in items(FAMILIES, rich_check) if member is family)
    table = TABLES.tables[family.table]
    kept_apart = {"check_id", "position", *([family.owner] if family.owner else [])}
    assert set(row) | kept_apart == set(table.columns.keys())
    key = {"check_id", family.key, *([family.owner] if family.owner else [])}
    assert set(table.primary_key.columns.keys()) == key


def test_check_row_has_the_columns_of_its_table(rich_check):
    columns = set(TABLES.tables["fact_check"].columns.keys())
    assert set(check_row(rich_check)) | {"revision", "binned", "binned_by"} == columns


def test_no_reference_is_searched_for_without_an_index(store):
    with store._database.reading_driver() as connection:
        for (table,) in connection.execute(
            "SELECT name FROM sqlite_master WHERE type = 'table'"
        ).fetchall():
            references = {}
            for row in connection.execute(f"PRAGMA foreign_key_list({table})").fetchall():
                references.setdefault(row[0], []).append(row[3])
            for columns in references.values():
                where = " AND ".join(f"{column} = ''" for column in columns)
                plan = connection.execute(
                    f"EXPLAIN QUERY PLAN SELECT 1 FROM {table} WHERE {where}"
                ).fetchall()
                assert "SEARCH" in plan[0][3], (table, columns)


def test_two_windows_may_make_the_file_at_once(path, at, small_check):
    first, second = Database(path), Database(path)
    from workbench.store.schema import _create, bring_up_to_date

    bring_up_to_date(first, at)
    with second.writing() as session:
        _create(session.connection())  # it, too, had found the file new
    second.close()
    first.close()
    store = CheckStore.open(path, at)
    assert store.save(None, small_check) == 1
    store.close()
