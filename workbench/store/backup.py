"""Backups: verified copies of a workspace in a folder beside it, kept by their age."""

from __future__ import annotations

from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from workbench.core.error import UserError
from workbench.store.connection import connect, connect_to_copy, file_state
from workbench.store.interruption import stoppable
from workbench.store.snapshot import write_snapshot
from workbench.store.trouble import is_damage, sorted_errors

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable, Iterable

EVERY = timedelta(hours=1)
"""How old the newest backup may be before another one is due."""
_NAME_TIME = "%Y-%m-%d-%H%M%SZ"
_NAME_LENGTH = len("2026-07-02-120431Z")
# (up to this age, one is kept for each stretch of this length); older ones: one for each month.
_KEPT = (
    (timedelta(days=1), EVERY),
    (timedelta(days=30), timedelta(days=1)),
    (timedelta(days=365), timedelta(days=7)),
)
_KEPT_FOR_EVER = timedelta(days=30)
_ALWAYS = 3
"""The newest ones, which stay whatever their age."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Backup:
    """One copy of a workspace.

    Attributes:
        at: when it was made, UTC.
        size: bytes.

    """

    path: Path
    at: datetime
    size: int


def backup_folder(workspace: Path) -> Path:
    """Return where the backups of a workspace are; the folder need not exist."""
    return workspace.with_name(f"{workspace.stem}-backups")


def backups_of(workspace: Path) -> tuple[Backup, ...]:
    """Return the backups of a workspace, newest first; raises UserError if they cannot be listed.

    Only files named as this program names them count: a copy that a person put there is theirs.
    """
    folder = backup_folder(workspace)
    found = []
    with sorted_errors(folder):
        if not folder.is_dir():
            return ()
        for path in folder.iterdir():
            at = _time_in(path.name, workspace)
            if at is not None and path.is_file():
                found.append(Backup(path=path, at=at, size=path.stat().st_size))
    return tuple(sorted(found, key=lambda backup: backup.at, reverse=True))


def is_backup_due(workspace: Path, at: datetime) -> bool:
    """Return whether something was written since the newest backup, and that one is old enough."""
    newest = next(iter(backups_of(workspace)), None)
    with sorted_errors(workspace):
        if not workspace.is_file():
            return False
        if newest is None:
            return True
        return at - newest.at >= EVERY and _last_written(workspace) > newest.at


def make_backup(
    workspace: Path, at: datetime, step: Callable[[int, int], None] | None = None
) -> Backup:
    """Copy a workspace into its folder of backups, verify the copy and return it.

    `at` is the present time, UTC; it names the copy. `step` is called with pages done and in all
    and may raise to stop: then there is no copy. Raises UserError if the workspace is damaged, if
    the folder cannot be written or the disk is full; earlier backups stay as they are.
    """
    folder = backup_folder(workspace)
    with sorted_errors(folder):
        folder.mkdir(exist_ok=True)
    path = folder / f"{workspace.stem}-{at.astimezone(UTC):{_NAME_TIME}}{workspace.suffix}"
    write_snapshot(workspace, path, *([step] if step is not None else []))
    try:
        require_sound(path, step)
    except UserError:
        path.unlink(missing_ok=True)
        raise UserError(
            f"The workspace {workspace.name} is damaged, so no backup was made of it.",
            "Earlier backups are as they were. Restore the newest one; the damaged file is kept.",
        ) from None
    except BaseException:  # stopped: a copy that nobody has verified is no backup
        path.unlink(missing_ok=True)
        raise
    with sorted_errors(path):
        return Backup(path=path, at=at, size=path.stat().st_size)


def require_sound(path: Path, step: Callable[[int, int], None] | None = None) -> None:
    """Raise UserError unless a copy is a workspace whose pages and references are in order."""
    if not is_sound(path, connect_to_copy, step):
        raise UserError(
            f"The workspace {path.name} is damaged.",
            "Do not write to it. Keep this file and go back to a copy of it.",
        )


def is_sound(
    path: Path,
    opened: Callable[[Path], sqlite3.Connection] = connect,
    step: Callable[[int, int], None] | None = None,
) -> bool:
    """Return whether every page and every reference of a workspace is in order; it is only read.

    `step` is called with 0 and 0 now and then, and may raise to stop.

    Raises UserError if it cannot be read at all, or is another program's file.
    """
    try:
        with sorted_errors(path), closing(opened(path)) as connection:
            file_state(connection, path)
            with stoppable(connection, step):
                (said,) = connection.execute("PRAGMA integrity_check(1)").fetchone()
                broken = connection.execute("PRAGMA foreign_key_check").fetchone()
    except UserError as error:
        if is_damage(error):
            return False
        raise
    return said == "ok" and broken is None


def drop_outdated(workspace: Path, at: datetime) -> tuple[Backup, ...]:
    """Delete the backups that age has made superfluous, and return them."""
    gone = outdated(backups_of(workspace), at)
    for backup in gone:
        with sorted_errors(backup.path):
            backup.path.unlink(missing_ok=True)
    return gone


def outdated(backups: Iterable[Backup], at: datetime) -> tuple[Backup, ...]:
    """Return the backups that are not kept any more: hourly ones after a day, and so on.

    One stays for each hour of the last day, each day of the last month, each week of the last
    year and each month before; the oldest one of a stretch stays, so that a copy does not wander.
    """
    newest_first = sorted(backups, key=lambda backup: backup.at, reverse=True)
    kept: set[tuple[timedelta, int]] = set()
    gone = []
    for backup in newest_first[_ALWAYS:][::-1]:
        stretch = _stretch(at - backup.at)
        place = (stretch, int((backup.at - datetime(2000, 1, 1, tzinfo=UTC)) / stretch))
        if place in kept:
            gone.append(backup)
        kept.add(place)
    return tuple(gone)


def _stretch(age: timedelta) -> timedelta:
    return next((length for limit, length in _KEPT if age <= limit), _KEPT_FOR_EVER)


def _time_in(name: str, workspace: Path) -> datetime | None:
    """Return the time in a backup's name, or None for any other file."""
    stem, suffix = f"{workspace.stem}-", workspace.suffix
    if len(name) != len(stem) + _NAME_LENGTH + len(suffix):
        return None
    if not name.startswith(stem) or not name.endswith(suffix):
        return None
    try:
        shape = datetime.strptime(name[len(stem) : len(stem) + _NAME_LENGTH], _NAME_TIME)  # noqa: DTZ007 - below
    except ValueError:
        return None
    return shape.replace(tzinfo=UTC)


def _last_written(workspace: Path) -> datetime:
    """Return when a workspace or the -wal file beside it was last written, UTC."""
    wal = workspace.with_name(f"{workspace.name}-wal")
    files = [workspace]
    if wal.exists() and wal.stat().st_size:  # an empty one is made by every look at the workspace
        files.append(wal)
    return datetime.fromtimestamp(max(file.stat().st_mtime for file in files), UTC)
