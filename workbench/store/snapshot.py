"""A consistent copy of a workspace as one file that stands alone, while others go on writing."""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

from workbench.store.connection import connect
from workbench.store.trouble import sorted_errors

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

_PAGES = 1024
"""Pages of 4 KiB that are copied between two steps."""


def _no_step(done: int, total: int) -> None:
    """Do nothing between two steps."""


def write_snapshot(path: Path, target: Path, step: Callable[[int, int], None] = _no_step) -> None:
    """Copy a workspace with what still waits in its -wal file; the target appears whole or not.

    SQLite's online backup (https://www.sqlite.org/backup.html) inside one reading transaction, so
    that what is written meanwhile neither waits nor makes it start again. `step` is called with
    pages done and pages in all; what it raises passes through, and no half copy stays. Raises
    UserError for a file that cannot be read, a folder that cannot be written or a full disk.
    """
    half = target.with_name(f"{target.name}.part")
    with sorted_errors(target):
        try:
            with sorted_errors(path), closing(connect(path)) as source:
                source.execute("BEGIN")
                source.execute("SELECT count(*) FROM sqlite_master").fetchone()
                with sorted_errors(target), closing(sqlite3.connect(half)) as copy:
                    source.backup(
                        copy,
                        pages=_PAGES,
                        progress=lambda _, left, total: step(total - left, total),
                    )
                    # One file that stands alone, without a -wal file beside it.
                    copy.execute("PRAGMA journal_mode=DELETE")
            _settle(half)
            half.replace(target)
        except BaseException:
            half.unlink(missing_ok=True)
            raise


def _settle(file: Path) -> None:
    """Wait until the bytes of a file are on the disk, not only on their way to it."""
    with file.open("rb+") as opened:
        os.fsync(opened.fileno())
