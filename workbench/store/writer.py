"""Writing a check through the driver's connection, inside a transaction that the store holds."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from workbench.store.check_record import check_row
from workbench.store.difference import Difference, Verb, changed_columns, difference
from workbench.store.search_index import index_texts

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable

    from workbench.core.check import Check


def insert_check(connection: sqlite3.Connection, check: Check) -> None:
    """Write a check that is not in the file yet, as revision 1."""
    row = {**check_row(check), "revision": 1, "binned_by": ""}
    connection.execute(_insert_sql("fact_check", row), row)
    _write(connection, difference(None, check))


def update_check(connection: sqlite3.Connection, old: Check, new: Check, revision: int) -> bool:
    """Write what differs and raise the revision; False if the file holds another revision."""
    columns = changed_columns(check_row(old), check_row(new))
    settings = ", ".join(f"{name} = :{name}" for name in ("revision", *columns))
    here = "id = :check_id AND revision = :known AND binned IS NULL"
    sql = f"UPDATE fact_check SET {settings} WHERE {here}"
    values = {**columns, "revision": revision + 1, "check_id": old.id, "known": revision}
    if connection.execute(sql, values).rowcount == 0:
        return False
    _write(connection, difference(old, new))
    return True


def _write(connection: sqlite3.Connection, found: Difference) -> None:
    """Run the writes, rows of the same shape in one go."""
    shapes: dict[tuple[Any, ...], list[dict[str, Any]]] = {}
    for write in found.writes:
        shape = (write.verb, write.table, tuple(write.key), tuple(write.columns))
        shapes.setdefault(shape, []).append({**write.key, **write.columns})
    for shape in sorted(shapes, key=lambda shape: shape[0]):
        verb, table, key, columns = shape
        rows = shapes[shape]
        cursor = connection.executemany(_sql(verb, table, key, columns), rows)
        if verb is Verb.UPDATE and cursor.rowcount != len(rows):
            raise RuntimeError(f"{len(rows)} rows of {table} to update, {cursor.rowcount} found")
    index_texts(connection, found.texts)


def _sql(verb: Verb, table: str, key: tuple[str, ...], columns: tuple[str, ...]) -> str:
    if verb is Verb.INSERT:
        return _insert_sql(table, (*key, *columns))
    where = " AND ".join(f"{name} = :{name}" for name in key)
    if verb is Verb.DELETE:
        return f"DELETE FROM {table} WHERE {where}"
    settings = ", ".join(f"{name} = :{name}" for name in columns)
    return f"UPDATE {table} SET {settings} WHERE {where}"


def _insert_sql(table: str, columns: Iterable[str]) -> str:
    names = tuple(columns)
    values = ", ".join(f":{name}" for name in names)
    return f"INSERT INTO {table} ({', '.join(names)}) VALUES ({values})"
