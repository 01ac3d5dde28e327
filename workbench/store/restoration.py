"""Restoring a workspace from a backup: a look inside first, and what is replaced is kept."""

from __future__ import annotations

from contextlib import closing
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from workbench.core.error import UserError
from workbench.store.backup import backup_folder, is_sound, require_sound
from workbench.store.connection import FileState, connect, connect_to_copy, file_state, is_there
from workbench.store.reader import newest_summaries
from workbench.store.snapshot import write_snapshot
from workbench.store.trouble import sorted_errors

if TYPE_CHECKING:
    from pathlib import Path

    from workbench.store.summary import CheckSummary

_MOST_SHOWN = 200


def look_inside(backup: Path) -> tuple[CheckSummary, ...]:
    """Return the newest checks in a backup, which is only read.

    Empty for a backup of an earlier version of the program, which is migrated when it is restored.
    Raises UserError for a damaged file, or one that is no workspace.
    """
    _require_backup(backup)
    with sorted_errors(backup), closing(connect_to_copy(backup)) as connection:
        if file_state(connection, backup) is not FileState.CURRENT:
            return ()
        connection.execute("BEGIN")
        return newest_summaries(connection, _MOST_SHOWN)


def restore(workspace: Path, backup: Path, at: datetime) -> Path | None:
    """Put a backup in the place of a workspace; return where the one that stood there is kept.

    None if nothing stood there. A damaged workspace is moved aside as it is, a sound one is
    copied. The backup itself stays. `at`, UTC, goes into the name. Raises UserError, and leaves
    the workspace as it was, if the backup is damaged, another program writes or the disk is full.
    """
    _require_backup(backup)
    kept = _kept_aside(workspace, at)
    if not workspace.exists():
        write_snapshot(backup, workspace)
        return kept
    with sorted_errors(workspace, writing=True), closing(connect(workspace)) as target:
        with sorted_errors(backup), closing(connect_to_copy(backup)) as source:
            source.backup(target)
        target.execute("PRAGMA journal_mode=WAL")
    return kept


def _require_backup(backup: Path) -> None:
    """Raise UserError unless a file is there, is a workspace and is sound."""
    if not is_there(backup):
        raise UserError(f"There is no file {backup}.", "Look at the list of backups for its name.")
    require_sound(backup)


def _kept_aside(workspace: Path, at: datetime) -> Path | None:
    """Copy a workspace to the folder of its backups, or move it there if it is damaged."""
    with sorted_errors(workspace):
        if not workspace.exists():
            return None
        folder = backup_folder(workspace)
        folder.mkdir(exist_ok=True)
    stamp = f"{at.astimezone(UTC):%Y-%m-%d-%H%M%S}"
    if is_sound(workspace):
        copy = _free_name(folder, f"{workspace.stem}-before-restoring-{stamp}", workspace.suffix)
        write_snapshot(workspace, copy)
        return copy
    aside = _free_name(folder, f"{workspace.stem}-damaged-{stamp}", workspace.suffix)
    with sorted_errors(workspace):
        for ending in ("-wal", "-shm", ""):
            part = workspace.with_name(f"{workspace.name}{ending}")
            if part.exists():
                part.replace(aside.with_name(f"{aside.name}{ending}"))
    return aside


def _free_name(folder: Path, stem: str, suffix: str) -> Path:
    """Return a file that is not there: what is kept may itself be what is being restored."""
    path, number = folder / f"{stem}{suffix}", 1
    while path.exists():
        number += 1
        path = folder / f"{stem}-{number}{suffix}"
    return path
