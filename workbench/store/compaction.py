"""Compacting a workspace: the room of what was removed goes back to the disk."""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING

from workbench.core.error import UserError
from workbench.store.backup import is_sound
from workbench.store.connection import connect, is_there
from workbench.store.interruption import stoppable
from workbench.store.trouble import sorted_errors

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


def compact(path: Path, step: Callable[[int, int], None] | None = None) -> tuple[int, int]:
    """Write a workspace anew without its gaps; return its bytes before and after.

    `step` is called with 0 and 0, as nobody knows how long it takes, and may raise to stop.
    Raises UserError if there is none, it is damaged, another program uses it or the disk has no
    room for a second copy; the file is then as it was.
    """
    if not is_there(path):
        raise UserError(f"There is no workspace {path}.", "Look whether its folder is there.")
    if not is_sound(path, step=step):
        raise UserError(
            f"The workspace {path.name} is damaged, so it was left as it is.",
            "Keep this file and go back to a backup of it.",
        )
    with sorted_errors(path, writing=True), closing(connect(path)) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        before = path.stat().st_size
        with stoppable(connection, step):
            connection.execute("INSERT INTO search_index (search_index) VALUES ('optimize')")
            connection.execute("VACUUM")
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        return before, path.stat().st_size
