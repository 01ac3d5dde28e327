"""Keeping what cannot be saved: a small file beside the backups, or wherever there is room.

A check that the workspace does not take is written here as JSON with every failed save, and taken
away as soon as a save succeeds. What is still there at a start is offered to the person.
"""

from __future__ import annotations

import hashlib
import json
import os
import tempfile
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from workbench.core.check import Check
from workbench.core.error import UserError

if TYPE_CHECKING:
    from collections.abc import Iterable

FORMAT = "workbench-unsaved"

_UNREADABLE = (UserError, OSError, ValueError, KeyError, TypeError, RecursionError)


@dataclass(frozen=True, slots=True)
class Rescued:
    """A check that could not be saved, and the file that keeps it."""

    path: Path
    check: Check


class Rescue:
    """Keeps and finds the unsaved checks of one workspace."""

    def __init__(self, workspace: Path, folders: Iterable[Path] | None = None) -> None:
        name = str(workspace.absolute()).encode("utf-8", "surrogatepass")
        self._key = hashlib.sha256(name).hexdigest()[:16]
        self._given = None if folders is None else tuple(folders)
        self._workspace = workspace
        self._kept: Path | None = None
        self._last: Check | None = None

    @property
    def kept(self) -> Path | None:
        """The file of this session, if there is one."""
        return self._kept

    def keep(self, check: Check) -> Path | None:
        """Write a check to the first place that takes it; None if none does."""
        if self._kept is not None and check is self._last:
            return self._kept
        data = _data_of(check)
        for folder in self._folders():
            path = folder / f"unsaved-{self._key}-{check.id}.json"
            if _written(path, data):
                self._kept, self._last = path, check
                return path
        return None

    def forget(self, path: Path | None = None) -> None:
        """Take away a file that is not needed any more: this session's unless one is named."""
        gone = path or self._kept
        if gone is not None:
            with suppress(OSError):
                gone.unlink(missing_ok=True)
            if gone == self._kept:
                self._kept = None

    def left(self) -> tuple[Rescued, ...]:
        """Return what earlier sessions could not save; a file that cannot be read is left out."""
        found = []
        for folder in self._folders():
            with suppress(OSError):
                for path in sorted(folder.glob(f"unsaved-{self._key}-*.json")):
                    with suppress(*_UNREADABLE):
                        found.append(Rescued(path, _check_in(path.read_bytes())))
        return tuple(found)

    def _folders(self) -> tuple[Path, ...]:
        if self._given is not None:
            return self._given
        from workbench.store.backup import backup_folder
        from workbench.ui.log import log_path

        return backup_folder(self._workspace), log_path().parent, Path(tempfile.gettempdir())


def _data_of(check: Check) -> bytes:
    from workbench.core.codec import SCHEMA_VERSION, check_as_object

    whole = {
        "format": FORMAT,
        "schema_version": SCHEMA_VERSION,
        "check": check_as_object(check),
    }
    # Half a character may be the very reason why it cannot be saved.
    return json.dumps(whole, ensure_ascii=False).encode("utf-8", "replace")


def _check_in(data: bytes) -> Check:
    from workbench.core.codec import SCHEMA_VERSION, check_from_json

    whole: Any = json.loads(data)
    if whole["format"] != FORMAT or whole["schema_version"] > SCHEMA_VERSION:
        raise ValueError("another program's file, or a newer one")
    return check_from_json(json.dumps(whole["check"]).encode())


def _written(path: Path, data: bytes) -> bool:
    """Write a file whole, for this person's eyes only; return whether that worked."""
    half = path.with_name(f".{path.name}.part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        half.unlink(missing_ok=True)
        with os.fdopen(os.open(half, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        half.replace(path)
    except OSError:
        with suppress(OSError):
            half.unlink(missing_ok=True)
        return False
    return True
