"""What is wrong with the history of a check, state by state; the others are not held up by it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbench.core.error import UserError
from workbench.store.history import revision_in
from workbench.store.revision_part import part_in
from workbench.store.state_tree import refs_in

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator


def faults_in_history(connection: sqlite3.Connection, check_id: str) -> Iterator[str]:
    """Give a sentence for each saved state that is damaged, and for parts that cannot be read."""
    parts = connection.execute("SELECT sha256 FROM revision_part WHERE check_id = ?", (check_id,))
    sound = {sha256 for (sha256,) in parts.fetchall() if _is_sound(connection, check_id, sha256)}
    rows = connection.execute(
        "SELECT id, number, content FROM revision WHERE check_id = ? ORDER BY number", (check_id,)
    ).fetchall()
    for revision_id, number, content in rows:
        if not _is_whole(connection, check_id, revision_id, content, sound):
            yield (
                f"The history of the check {check_id}: state {number} is damaged. The other states "
                "and the check as it is now are not touched by that."
            )
    sql = "SELECT id, name, revision_id FROM binned_source WHERE check_id = ?"
    known = {row[0] for row in rows}
    for _, name, revision_id in connection.execute(sql, (check_id,)).fetchall():
        if revision_id not in known:
            yield f"The bin of the check {check_id}: what belongs to “{name}” is missing."


def _is_sound(connection: sqlite3.Connection, check_id: str, sha256: str) -> bool:
    try:
        part_in(connection, check_id, sha256)
    except UserError:
        return False
    return True


def _is_whole(
    connection: sqlite3.Connection,
    check_id: str,
    revision_id: str,
    content: str,
    sound: set[str],
) -> bool:
    try:
        revision_in(connection, check_id, revision_id)
        return refs_in(connection, check_id, content) <= sound
    except (UserError, ValueError, TypeError, KeyError):
        return False
