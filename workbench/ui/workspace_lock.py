"""The lock of a workspace: one window for each, which a second start calls to the front.

Two small files beside the workspace, and no socket: QLockFile's own, with the process and the
computer that hold it, and one that a second start writes to and the first window watches.
"""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QFileSystemWatcher, QLockFile, QObject, QSysInfo, Signal, Slot

_END = b"\0"
"""Behind each call: no name of a file holds it."""


class Holder(NamedTuple):
    """Who has a workspace open: the computer's name, and whether it is this one."""

    computer: str
    is_here: bool


class WorkspaceLock(QObject):
    """Says that a window has a workspace open; a window that was killed holds nothing.

    Signals:
        called: another start wants this window in front.
        asked: (Path) another start was given a file that this window should take in.
    """

    called = Signal()
    asked = Signal(object)

    def __init__(self, workspace: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._call = workspace.with_name(f".{workspace.name}.call")
        self._path = workspace.with_name(f".{workspace.name}.lock")
        self._lock = QLockFile(str(self._path))
        # Only a process of this computer that is gone gives its lock up; age says nothing of one
        # that sleeps, nor of another computer.
        self._lock.setStaleLockTime(0)
        self._watcher: QFileSystemWatcher | None = None
        self._heard = 0

    @property
    def is_held(self) -> bool:
        """Whether this window has the lock."""
        return self._lock.isLocked()

    def take(self) -> Holder | None:
        """Take the lock and return None, or return who has it.

        Where no lock can be written, as in a folder for reading only, there is nothing to guard.
        """
        if self._lock.tryLock(0):
            with suppress(OSError):
                self._call.unlink(missing_ok=True)  # calls to a window that is gone
            return None
        if self._lock.error() != QLockFile.LockError.LockFailedError:
            return None
        _, computer, _ = self._lock.getLockInfo()
        return Holder(computer, computer in ("", QSysInfo.machineHostName()))

    def watch(self) -> None:
        """Listen for other starts from now on."""
        if not self.is_held or self._watcher is not None:
            return
        with suppress(OSError):  # then a second start says that a window is open, nothing more
            self._call.touch()
            self._watcher = QFileSystemWatcher([str(self._call)], self)
            self._watcher.fileChanged.connect(self._on_called)
            self._on_called()  # what another start asked for while this one was being made

    def call_holder(self, given: Path | None = None) -> None:
        """Ask the window that holds the lock to come to the front, and to take in a file."""
        with suppress(OSError), self._call.open("ab") as file:
            file.write(os.fsencode(given or "") + _END)

    def take_over(self) -> None:
        """Take the lock from a computer on which, as the person says, no window is open."""
        with suppress(OSError):
            self._path.unlink(missing_ok=True)
        self._lock.tryLock(0)

    def release(self) -> None:
        """Give the lock up; the files go with it."""
        if self._watcher is not None:
            self._watcher.deleteLater()
            self._watcher = None
            with suppress(OSError):
                self._call.unlink(missing_ok=True)
        self._lock.unlock()

    @Slot()
    def _on_called(self) -> None:
        try:
            calls = self._call.read_bytes()
        except OSError:
            return
        end = calls.rfind(_END) + 1
        names = calls[self._heard : end].split(_END)[:-1]
        self._heard = max(end, 0)
        if names:
            self.called.emit()
        for name in filter(None, names):
            self.asked.emit(Path(os.fsdecode(name)))
