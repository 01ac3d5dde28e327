"""Reading checks from a connection: used by the first screen and by the store alike."""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from workbench.core.error import UserError
from workbench.core.record import CheckState
from workbench.store.check_record import check_of
from workbench.store.family import FAMILIES, Family
from workbench.store.record import Row, time_of
from workbench.store.source_record import pictures_in
from workbench.store.summary import CheckSummary

if TYPE_CHECKING:
    from collections.abc import Iterator

    from workbench.core.check import Check

_SUMMARY = """
    SELECT id, slug, title, state, changed, author, rating_scale, rating_label, rating_wording,
        (SELECT count(*) FROM source WHERE check_id = fact_check.id) AS sources,
        (SELECT count(*) FROM claim WHERE check_id = fact_check.id) AS claims
    FROM fact_check
"""


def newest_summaries(connection: sqlite3.Connection, limit: int) -> tuple[CheckSummary, ...]:
    """Return the checks that were changed last, newest first."""
    rows = _rows(
        connection,
        f"{_SUMMARY} WHERE binned IS NULL ORDER BY changed DESC, id DESC LIMIT ?",
        (limit,),
    )
    return tuple(_summary(row) for row in rows)


def summaries_of(
    connection: sqlite3.Connection, check_ids: tuple[str, ...]
) -> tuple[CheckSummary, ...]:
    """Return the checks with these ids, newest first."""
    marks = ", ".join("?" * len(check_ids))
    sql = f"{_SUMMARY} WHERE binned IS NULL AND id IN ({marks}) ORDER BY changed DESC, id DESC"
    return tuple(_summary(row) for row in _rows(connection, sql, check_ids))


def check_in(connection: sqlite3.Connection, check_id: str) -> tuple[Check, int] | None:
    """Return a check and its revision, or None if there is none or it is in the bin.

    As `any_check_in` does.
    """
    sql = "SELECT 1 FROM fact_check WHERE id = ? AND binned IS NULL"
    is_there = connection.execute(sql, (check_id,)).fetchone() is not None
    return any_check_in(connection, check_id) if is_there else None


def any_check_in(connection: sqlite3.Connection, check_id: str) -> tuple[Check, int] | None:
    """Return a check and its revision, also from the bin; None if there is none with this id.

    The connection must be inside a transaction, so that all rows are of one moment. Raises
    UserError if the rows make no check: then something else has written to the file.
    """
    row = next(iter(_rows(connection, "SELECT * FROM fact_check WHERE id = ?", (check_id,))), None)
    if row is None:
        return None
    with _readable(row):
        parts = {
            family.table: _items(connection, family, check_id).get("", ()) for family in FAMILIES
        }
        return check_of(row, parts), row["revision"]


def originals_of(connection: sqlite3.Connection, check_id: str) -> set[str]:
    """Return the SHA-256 of every original that a check needs."""
    sql = (
        "SELECT sha256 FROM source_version WHERE check_id = :id "
        "UNION SELECT sha256 FROM image WHERE check_id = :id"
    )
    found = {sha256 for (sha256,) in connection.execute(sql, {"id": check_id}) if sha256}
    sql = "SELECT images FROM source_version WHERE check_id = ? AND images != '[]'"
    return found.union(*(pictures_in(shown) for (shown,) in connection.execute(sql, (check_id,))))


def _items(
    connection: sqlite3.Connection, family: Family, check_id: str
) -> dict[str, tuple[Any, ...]]:
    """Return the items of a family by their owner's id; "" is the check itself."""
    children = [_items(connection, child, check_id) for child in family.children]
    sql = f"SELECT * FROM {family.table} WHERE check_id = ? ORDER BY position"
    items: dict[str, list[Any]] = defaultdict(list)
    for row in _rows(connection, sql, (check_id,)):
        below = (child.get(row[family.key], ()) for child in children)
        items[row[family.owner] if family.owner else ""].append(family.value(row, *below))
    return {owner: tuple(found) for owner, found in items.items()}


def _rows(connection: sqlite3.Connection, sql: str, values: tuple[Any, ...]) -> list[Row]:
    cursor = connection.cursor()
    cursor.row_factory = sqlite3.Row
    return cursor.execute(sql, values).fetchall()


def _summary(row: Row) -> CheckSummary:
    with _readable(row):
        return CheckSummary(
            id=row["id"],
            slug=row["slug"],
            title=row["title"],
            state=CheckState(row["state"]),
            changed=time_of(row["changed"]),
            author=row["author"],
            rating_scale=row["rating_scale"],
            rating_label=row["rating_label"],
            rating_wording=row["rating_wording"],
            source_count=row["sources"],
            claim_count=row["claims"],
        )


@contextmanager
def _readable(row: Row) -> Iterator[None]:
    """Turn values that make no check, which only another program can have written, into words."""
    try:
        yield
    except (ValueError, TypeError, KeyError, AttributeError) as error:
        raise UserError(
            f"The check “{row['title']}” cannot be read: some of it is damaged.",
            "The other checks are safe. Keep this file and go back to a copy of it.",
        ) from error
