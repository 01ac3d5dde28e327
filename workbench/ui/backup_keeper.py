"""The keeper of backups: makes one soon after the start, then every hour with changes in it."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from workbench import clock
from workbench.core.error import UserError
from workbench.ui.job import JobRunner

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from workbench.store.backup import Backup
    from workbench.store.check_store import CheckStore
    from workbench.store.summary import CheckSummary
    from workbench.ui.job import JobSteps
    from workbench.ui.shelf import Shelf

SOON_MS = 3_000
"""Milliseconds after the store is open until the first look whether a backup is due."""
LOOK_MS = 10 * 60_000
"""Milliseconds between two looks; how old a backup may be is for the store to say."""


class BackupKeeper(QObject):
    """Makes, lists and looks into backups, away from the window's thread and without a word.

    Signals:
        made: (Backup) one more is there.
        failed: (UserError) none could be made; told once, until one succeeds again.
        progressed: (done, total) how far the backup is that somebody asked for.
    """

    made = Signal(object)
    failed = Signal(object)
    progressed = Signal(object, object)

    def __init__(self, shelf: Shelf, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._shelf = shelf
        self._jobs = JobRunner(self)  # of its own: nothing a person waits for stands behind it
        self._has_told = False
        self._asked: int | None = None
        self._jobs.job_progressed.connect(self._on_progressed)
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._look)
        shelf.store_opened.connect(self._on_store_opened)

    @property
    def is_busy(self) -> bool:
        """Whether a backup is being made or looked into."""
        return self._jobs.is_busy

    def list(self) -> tuple[Backup, ...]:
        """Return the backups there are, newest first; raises UserError if they cannot be listed."""
        from workbench.store.backup import backups_of

        return backups_of(self._shelf.workspace)

    def back_up(self, done: Callable[[Backup], None], failed: Callable[[UserError], None]) -> None:
        """Make a backup now, whether one is due or not."""
        workspace = self._shelf.workspace

        def kept(backup: Backup) -> None:
            self.made.emit(backup)
            done(backup)

        work = "backup", lambda steps: _made(workspace, steps)
        self._asked = self._jobs.submit(*work, kept, failed)

    def stop(self) -> None:
        """Stop the backup that somebody asked for; nothing half-done stays."""
        if self._asked is not None:
            self._jobs.cancel(self._asked)

    @Slot(object, object, object)
    def _on_progressed(self, key: int, done: int, total: int) -> None:
        if key == self._asked:
            self.progressed.emit(done, total)

    def look_into(
        self,
        path: Path,
        done: Callable[[tuple[CheckSummary, ...]], None],
        failed: Callable[[UserError], None],
    ) -> None:
        """Read which checks are in a backup."""
        self._jobs.submit("look into a backup", lambda _: _looked_into(path), done, failed)

    def shutdown(self) -> None:
        """Stop; a backup that is half done leaves nothing."""
        self._timer.stop()
        self._jobs.shutdown()

    @Slot()
    def _on_store_opened(self) -> None:
        if not self._shelf.is_read_only:
            self._timer.start(SOON_MS)

    @Slot()
    def _look(self) -> None:
        self._timer.start(LOOK_MS)
        if self._jobs.is_busy:
            return
        workspace = self._shelf.workspace
        self._jobs.submit(
            "backup",
            lambda steps: _made_if_due(workspace, self._shelf.store_if_open, steps),
            self._on_made,
            self._on_failed,
        )

    def _on_made(self, backup: Backup | None) -> None:
        self._has_told = False
        if backup is not None:
            self.made.emit(backup)

    def _on_failed(self, error: UserError) -> None:
        if not self._has_told:
            self._has_told = True
            self.failed.emit(error)


def _made_if_due(workspace: Path, store: CheckStore | None, steps: JobSteps) -> Backup | None:
    from workbench.store.backup import is_backup_due

    now = clock.now()
    if not is_backup_due(workspace, now):
        return None
    backup = _made(workspace, steps)
    if store is not None:
        with suppress(UserError):  # it only takes up room, and is tried again
            store.history.thin_out_all(now, steps)  # what goes is in the backup
    return backup


def _made(workspace: Path, steps: JobSteps) -> Backup:
    from workbench.store.backup import drop_outdated, make_backup

    now = clock.now()
    backup = make_backup(workspace, now, steps)
    drop_outdated(workspace, now)
    return backup


def _looked_into(path: Path) -> tuple[CheckSummary, ...]:
    from workbench.store.restoration import look_inside

    return look_inside(path)
