"""The engine of a workspace, and the ways into it: reading and writing, each one transaction.

Sessions are for everything that is not waited for. Saving and searching take the driver's own
connection from the same pool, because a session costs more than the statements they run.
"""

from __future__ import annotations

import sqlite3
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from sqlalchemy import Connection, create_engine, event
from sqlalchemy.exc import DBAPIError
from sqlalchemy.pool import QueuePool
from sqlmodel import Session

from workbench.core.error import UserError
from workbench.store.connection import connect
from workbench.store.trouble import NOTHING_SAVED, sorted_errors

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


class Database:
    """One SQLite file with a pool of prepared connections.

    Attributes:
        path: the file.
        engine: begins transactions for reading.
        writing_engine: the same, beginning transactions for writing, which wait at the door
            instead of failing half-way.

    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self._file: tuple[int, int] | None = None  # device and number of the file that is open
        self.engine = create_engine("sqlite://", creator=self._connected, poolclass=QueuePool)
        event.listen(self.engine, "begin", _begin)
        self.writing_engine = self.engine.execution_options(writes=True)

    @contextmanager
    def reading(self) -> Iterator[Session]:
        """Give a session that sees one moment of the file and leaves no objects behind."""
        with self._sorted(writing=False), Session(self.engine, expire_on_commit=False) as session:
            yield session

    @contextmanager
    def writing(self) -> Iterator[Session]:
        """Give a session whose changes are written together at the end, or not at all."""
        with (
            self._sorted(writing=True),
            Session(self.writing_engine, expire_on_commit=False) as session,
            session.begin(),
        ):
            self._require_same_file()
            yield session

    @contextmanager
    def reading_driver(self) -> Iterator[sqlite3.Connection]:
        """Give the driver's connection inside a transaction for reading."""
        with self._sorted(writing=False), self._driver("BEGIN") as connection:
            yield connection

    @contextmanager
    def writing_driver(self) -> Iterator[sqlite3.Connection]:
        """Give the driver's connection inside a transaction for writing; all or nothing."""
        with self._sorted(writing=True), self._driver("BEGIN IMMEDIATE") as connection:
            self._require_same_file()
            yield connection
            connection.execute("COMMIT")
            self._require_same_file()

    @contextmanager
    def rebuilding(self) -> Iterator[Connection]:
        """Give a connection for a migration: one transaction in which tables may be rebuilt.

        Dropping a table would delete what refers to its rows, so references are off meanwhile, and
        all of them are checked at the end. Raises RuntimeError if one is broken.
        """
        with self._sorted(writing=True), self.writing_engine.connect() as connection:
            driver: Any = connection.connection.driver_connection
            driver.execute("PRAGMA foreign_keys=OFF")
            try:
                with connection.begin():
                    yield connection
                    broken = connection.exec_driver_sql("PRAGMA foreign_key_check").first()
                    if broken is not None:
                        raise RuntimeError(f"a reference of {broken[0]} to {broken[2]} is broken")
            finally:
                driver.execute("PRAGMA foreign_keys=ON")

    def close(self) -> None:
        """Close every connection; the file is then alone on the disk."""
        self.engine.dispose()

    def _connected(self) -> sqlite3.Connection:
        connection = connect(self.path, create=True)
        if self._file is None:
            self._file = self._file_now()
        return connection

    def _file_now(self) -> tuple[int, int] | None:
        """Return what tells the file under this name from any other; None if there is none."""
        try:
            found = self.path.stat()
        except FileNotFoundError:
            return None
        return found.st_dev, found.st_ino

    def _require_same_file(self) -> None:
        """Raise UserError if another file has taken the place of the one that is open.

        A program that keeps folders in step puts a new file in the place of the old one, and SQLite
        would go on writing to the old one, which is gone as soon as it is closed.
        """
        if self._file is not None and self._file_now() != self._file:
            raise UserError(
                f"Another program has moved, deleted or replaced the workspace {self.path.name} "
                f"while it was open. {NOTHING_SAVED}",
                "If it was moved, put it back. Else copy what you wrote last, and start again.",
            )

    @contextmanager
    def _driver(self, begin: str) -> Iterator[sqlite3.Connection]:
        pooled = self.engine.raw_connection()
        connection: Any = pooled.driver_connection
        try:
            connection.execute(begin)
            yield connection
        finally:
            # The pool rolls back what was not committed.
            pooled.close()

    @contextmanager
    def _sorted(self, *, writing: bool) -> Iterator[None]:
        with sorted_errors(self.path, writing=writing):
            try:
                yield
            except DBAPIError as error:
                if isinstance(error.orig, sqlite3.Error):
                    raise error.orig from error
                raise


def _begin(connection: Connection) -> None:
    writes = connection.get_execution_options().get("writes", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")
