"""Migrating an older workspace; only here is alembic imported, and only when it is due.

Every step is a module in `migrations/versions`, whose revision is the schema version that it
leads to, in four digits. All steps and the new version number are one transaction.
"""

from __future__ import annotations

import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

from alembic import command
from alembic.config import Config

from workbench.core.error import UserError
from workbench.store.connection import connect
from workbench.store.snapshot import write_snapshot
from workbench.store.trouble import is_damage, primary_code_of

if TYPE_CHECKING:
    from datetime import datetime
    from pathlib import Path

    from sqlalchemy import Connection

    from workbench.store.database import Database


def migrate(database: Database, at: datetime, scripts: Path, version: int) -> Path:
    """Copy the file aside, then bring it to a schema version; return where the copy is.

    A step that fails leaves the file as it was, and raises UserError, whatever the reason. `at`,
    UTC, goes into the name of the copy.
    """
    copy = _copied(database.path, at)
    try:
        with database.rebuilding() as connection:
            run_steps(connection, scripts, f"{version:04}")
            connection.exec_driver_sql(f"PRAGMA user_version = {version}")
    except UserError:
        raise
    except Exception as error:
        raise UserError(
            f"The workspace {database.path.name} is of an earlier version and could not be brought "
            "up to date. It is as it was, and so is the copy beside it.",
            "Go on with the earlier version of the program, and tell those who mend it.",
        ) from error
    return copy


def _copied(path: Path, at: datetime) -> Path:
    """Copy a workspace aside; what stands in the way is told of the workspace, not of its copy."""
    try:
        return copy_aside(path, at)
    except UserError as error:
        if is_damage(error):
            raise
        is_full = primary_code_of(error) == sqlite3.SQLITE_FULL
        reason = "the disk is full" if is_full else "its folder may be read-only"
        raise UserError(
            f"The workspace {path.name} is of an earlier version, and before it is brought up to "
            f"date a copy is put beside it. That did not work: {reason}. It is as it was.",
            "Make room, allow writing there, or copy the file to another folder and open that.",
        ) from error.__cause__


def run_steps(connection: Connection, scripts: Path, revision: str) -> None:
    """Run the steps up to a revision inside the transaction of a connection."""
    config = Config()
    config.set_main_option("script_location", str(scripts).replace("%", "%%"))
    config.attributes["connection"] = connection
    command.upgrade(config, revision)


def copy_aside(path: Path, at: datetime) -> Path:
    """Copy a workspace beside itself, changes in its -wal file included; return the copy.

    Raises UserError if the folder cannot be written or the disk is full.
    """
    copy = _free_name(path, at)
    write_snapshot(path, copy)
    return copy


def _free_name(path: Path, at: datetime) -> Path:
    with closing(connect(path)) as connection:
        (version,) = connection.execute("PRAGMA user_version").fetchone()
    stem = f"{path.stem}-{at:%Y-%m-%d-%H%M%S}-version-{version}"
    copy, number = path.with_name(f"{stem}{path.suffix}"), 1
    while copy.exists():
        number += 1
        copy = path.with_name(f"{stem}-{number}{path.suffix}")
    return copy
