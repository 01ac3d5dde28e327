"""Opening the file: one prepared sqlite3 connection, and what sort of file it leads to."""

from __future__ import annotations

import sqlite3
from enum import Enum, auto
from typing import TYPE_CHECKING

from workbench.core.error import UserError
from workbench.store.trouble import primary_code, sorted_errors

if TYPE_CHECKING:
    from pathlib import Path

APPLICATION_ID = 0x46435742
"""SQLite's application_id of a workspace: "FCWB" in ASCII. `file` and others can tell by it."""

SCHEMA_VERSION = 5
"""SQLite's user_version of the newest workspace; the number of the newest migration."""

BUSY_MILLISECONDS = 2000
"""How long a statement waits for another program's write before it gives up."""

_UNWRITABLE = {sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN}


class FileState(Enum):
    """What a file is to this version of the program."""

    NEW = auto()
    CURRENT = auto()
    OLDER = auto()


def library_version() -> str:
    """Return the version of SQLite itself."""
    return sqlite3.sqlite_version


def is_there(path: Path) -> bool:
    """Return whether there is a file or folder; raises UserError if that may not be looked at."""
    with sorted_errors(path):
        return path.exists()


def connect(path: Path, *, create: bool = False) -> sqlite3.Connection:
    """Return a connection that commits only what is told to, for one thread at a time.

    A file that cannot be written is opened for reading. Raises UserError if it cannot be opened.
    """
    with sorted_errors(path):
        if path.is_dir():
            raise UserError(f"{path.name} is a folder, not a workspace.", "Choose a file.")
        try:
            return _prepared(path, "rwc" if create else "rw")
        except sqlite3.OperationalError as error:
            if primary_code(error) not in _UNWRITABLE or not path.is_file():
                raise
            return _opened_for_reading(path)


def connect_to_copy(path: Path) -> sqlite3.Connection:
    """Return a connection that only reads a file which stands alone, and leaves it as it is."""
    with sorted_errors(path):
        return _prepared(path, "ro")


def file_state(connection: sqlite3.Connection, path: Path) -> FileState:
    """Return what the file is; raises UserError for another program's file or a newer one."""
    with sorted_errors(path):
        (mark,) = connection.execute("PRAGMA application_id").fetchone()
        (version,) = connection.execute("PRAGMA user_version").fetchone()
        (tables,) = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    if not mark and not tables and not version:
        return FileState.NEW
    if mark != APPLICATION_ID:
        raise UserError(
            f"{path.name} is a database of another program, not a workspace of this one.",
            "It was left as it is. Choose another file.",
        )
    if version > SCHEMA_VERSION:
        raise UserError(
            f"The workspace {path.name} was written by a newer version of this program.",
            "It was left as it is. Install the newer version to open it.",
        )
    return FileState.CURRENT if version == SCHEMA_VERSION else FileState.OLDER


def _opened_for_reading(path: Path) -> sqlite3.Connection:
    """Return a connection to a file on a read-only disk or in a read-only folder."""
    try:
        return _prepared(path, "ro")
    except sqlite3.OperationalError as error:
        # SQLite wants to put its shared memory beside the file. Without changes waiting in the
        # -wal file beside it, the file alone is the whole truth and may be read as it stands.
        wal = path.with_name(f"{path.name}-wal")
        if primary_code(error) not in _UNWRITABLE or (wal.exists() and wal.stat().st_size):
            raise
        return _prepared(path, "ro&immutable=1")


def _prepared(path: Path, mode: str) -> sqlite3.Connection:
    connection = sqlite3.connect(
        _address(path, mode),
        uri=True,
        timeout=BUSY_MILLISECONDS / 1000,
        isolation_level=None,  # the store opens transactions, not the driver
        check_same_thread=False,  # the pool hands a connection to one thread at a time
    )
    try:
        connection.execute("PRAGMA foreign_keys=ON")
        (tables,) = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
        (mark,) = connection.execute("PRAGMA application_id").fetchone()
        # Another program's database keeps its way of writing: it is not changed by a look at it.
        if mode.startswith("rw") and (mark == APPLICATION_ID or not tables):
            connection.execute("PRAGMA journal_mode=WAL")
            connection.execute("PRAGMA synchronous=FULL")
    except sqlite3.Error:
        connection.close()
        raise
    return connection


def _address(path: Path, mode: str) -> str:
    """Return SQLite's URI of a file (https://www.sqlite.org/uri.html); a drive follows a slash."""
    place = path.absolute().as_posix()
    for char in "%?#":  # all that has a meaning there; urllib would cost the launch 3 ms
        place = place.replace(char, f"%{ord(char):02x}")
    return f"file://{'' if place.startswith('/') else '/'}{place}?mode={mode}"
