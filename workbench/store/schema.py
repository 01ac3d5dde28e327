"""Bringing a file to the newest schema: a new one at once, an older one by migrations."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from workbench.store.connection import APPLICATION_ID, SCHEMA_VERSION, FileState, file_state
from workbench.store.history_table import TABLES
from workbench.store.search_index import INDEX_STATEMENTS

if TYPE_CHECKING:
    from datetime import datetime

    from sqlalchemy import Connection

    from workbench.store.database import Database

SCRIPTS = Path(__file__).with_name("migrations")


def bring_up_to_date(database: Database, at: datetime) -> None:
    """Give a new file its tables, or copy an older one aside and migrate it.

    Raises UserError for a file that is no workspace or a newer program's.
    """
    with database.reading_driver() as connection:
        state = file_state(connection, database.path)
    if state is FileState.NEW:
        with database.writing() as session:
            _create(session.connection())
    elif state is FileState.OLDER:
        from workbench.store.migration import migrate  # alembic takes 430 ms and is seldom due

        migrate(database, at, SCRIPTS, SCHEMA_VERSION)


def _create(connection: Connection) -> None:
    """Make all tables, exactly as the migrations would; tests compare the two."""
    if connection.exec_driver_sql("SELECT count(*) FROM sqlite_master").scalar():
        return  # another window was faster
    TABLES.create_all(connection, checkfirst=False)
    for statement in INDEX_STATEMENTS:
        connection.exec_driver_sql(statement)
    connection.exec_driver_sql(
        "CREATE TABLE alembic_version ( version_num VARCHAR(32) NOT NULL, "
        "CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num) )"
    )
    connection.exec_driver_sql(
        "INSERT INTO alembic_version (version_num) VALUES (?)", (f"{SCHEMA_VERSION:04}",)
    )
    connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")
    connection.exec_driver_sql(f"PRAGMA user_version = {SCHEMA_VERSION}")
