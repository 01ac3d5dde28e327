"""Building the index of the search anew from what the checks say."""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING

from workbench.core.error import UserError
from workbench.store.connection import FileState, connect, file_state, is_there
from workbench.store.difference import difference
from workbench.store.interruption import stoppable
from workbench.store.reader import any_check_in
from workbench.store.search_index import ENTRY_GONE, index_texts
from workbench.store.trouble import sorted_errors

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable
    from pathlib import Path


def reindex(path: Path, step: Callable[[int, int], None] | None = None) -> int:
    """Index every check of a workspace anew; return how many there are.

    `step` is called with checks done and in all, and with 0 and 0 in between; it may raise to
    stop: the index is then as it was. Raises UserError if there is no workspace, if a check
    cannot be read or another program uses the file.
    """
    if not is_there(path):
        raise UserError(f"There is no workspace {path}.", "Look whether its folder is there.")
    with sorted_errors(path, writing=True), closing(connect(path)) as connection:
        if file_state(connection, path) is not FileState.CURRENT:
            raise UserError(
                f"The workspace {path.name} was written by an earlier version of this program.",
                "Open it once, which brings it up to date.",
            )
        connection.execute("BEGIN IMMEDIATE")
        try:
            with stoppable(connection, step):
                count = _indexed(connection, step)
                connection.execute("COMMIT")
        finally:
            if connection.in_transaction:
                connection.execute("ROLLBACK")
    return count


def _indexed(connection: sqlite3.Connection, step: Callable[[int, int], None] | None) -> int:
    # The trigger would take each entry out by itself, out of an index that may not have it.
    connection.execute("DROP TRIGGER search_entry_gone")
    connection.execute("DELETE FROM search_entry")
    connection.execute("INSERT INTO search_index (search_index) VALUES ('delete-all')")
    connection.execute(ENTRY_GONE)
    ids = [row[0] for row in connection.execute("SELECT id FROM fact_check ORDER BY changed, id")]
    for done, check_id in enumerate(ids):
        if step is not None:
            step(done, len(ids))
        found = any_check_in(connection, check_id)
        if found is not None:
            index_texts(connection, difference(None, found[0]).texts)
    return len(ids)
