"""The mark of a session: a small file that is there while a window is open, and gone after.

One that is found at a start tells that the window before it ended without closing: the program
was killed, crashed or lost its power. Nothing in it names a check, a file or a folder.
"""

from __future__ import annotations

import faulthandler
import hashlib
import json
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING, TextIO

if TYPE_CHECKING:
    from pathlib import Path

_LONGEST = 100_000
"""Letters of the stacks that are kept of a crash."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ended:
    """A session that ended unexpectedly.

    Attributes:
        version: of the program.
        started: UTC.
        at: its last sign of life, UTC.
        stacks: what it was doing when it crashed; empty if it was killed from outside.

    """

    version: str
    started: datetime
    at: datetime
    stacks: str = ""


class SessionMark:
    """Marks the session of one workspace; a folder that cannot be written to is no trouble."""

    def __init__(self, folder: Path, workspace: Path) -> None:
        key = hashlib.sha256(str(workspace.absolute()).encode("utf-8", "surrogatepass"))
        self._folder = folder
        self._mark = folder / f"session-{key.hexdigest()[:16]}.json"
        self._stacks = folder / f"session-{key.hexdigest()[:16]}.txt"
        self._file: TextIO | None = None
        self._is_set = False

    def begin(self, version: str, now: datetime) -> Ended | None:
        """Set the mark; return what an earlier session left behind. Only for who has the lock."""
        left = self._left()
        with suppress(OSError):
            self._folder.mkdir(parents=True, exist_ok=True)
            told = {"version": version, "started": now.astimezone(UTC).isoformat()}
            self._mark.write_text(json.dumps(told), encoding="utf-8")
            self._is_set = True
        return left

    def catch_stacks(self) -> None:
        """From now on, let a crash of native code write down where the program was."""
        with suppress(OSError):
            self._file = self._stacks.open("w", encoding="utf-8")
            faulthandler.enable(self._file)

    def touch(self) -> None:
        """Give a sign of life."""
        if self._is_set:
            with suppress(OSError):
                self._mark.touch()

    def end(self) -> None:
        """Take the mark away: the window was closed."""
        if self._file is not None:
            faulthandler.disable()
            self._file.close()
            self._file = None
        if self._is_set:
            self._is_set = False
            with suppress(OSError):
                self._stacks.unlink(missing_ok=True)
                self._mark.unlink(missing_ok=True)

    def _left(self) -> Ended | None:
        """Return the session whose mark is still there; a mark that is half written counts too."""
        try:
            at = datetime.fromtimestamp(self._mark.stat().st_mtime, UTC)
        except OSError:
            return None
        version, started, stacks = "", at, ""
        with suppress(OSError, ValueError, KeyError, TypeError):
            told = json.loads(self._mark.read_text(encoding="utf-8"))
            started = datetime.fromisoformat(told["started"]).astimezone(UTC)
            version = str(told["version"])
        with suppress(OSError):
            stacks = self._stacks.read_text(encoding="utf-8", errors="replace")[:_LONGEST]
        return Ended(version=version, started=started, at=at, stacks=stacks)
