"""The first screen, read with sqlite3 alone: sqlmodel takes three times as long as a window."""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING

from workbench.store.connection import FileState, connect, file_state, is_there
from workbench.store.reader import check_in, newest_summaries
from workbench.store.summary import FirstScreen
from workbench.store.trouble import sorted_errors

if TYPE_CHECKING:
    from pathlib import Path

_LIMIT = 50


def read_first_screen(path: Path, check_id: str | None) -> FirstScreen | None:
    """Return the newest checks and the one with check_id, if there is one.

    None stands for a workspace that does not exist yet, holds nothing yet, or has to be migrated
    before it can be read. Nothing is created. Raises UserError for a file that cannot be read.
    """
    if not is_there(path):
        return None
    with closing(connect(path)) as connection, sorted_errors(path):
        if file_state(connection, path) is not FileState.CURRENT:
            return None
        connection.execute("BEGIN")
        found = check_in(connection, check_id) if check_id else None
        return FirstScreen(
            checks=newest_summaries(connection, _LIMIT), check=found[0] if found else None
        )
