"""Verifying a workspace: every page, reference, original and check, and every state that was."""

from __future__ import annotations

import hashlib
from contextlib import closing
from dataclasses import dataclass
from typing import TYPE_CHECKING

from workbench.core.error import UserError
from workbench.store.connection import FileState, connect, file_state, is_there
from workbench.store.history_fault import faults_in_history
from workbench.store.interruption import stoppable
from workbench.store.reader import any_check_in
from workbench.store.trouble import is_damage, sorted_errors

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable, Iterator
    from pathlib import Path

_MOST_TOLD = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class Verification:
    """What was looked at, and what is wrong with it, in sentences; none if all is in order.

    Attributes:
        size: bytes of the file.

    """

    checks: int = 0
    originals: int = 0
    size: int = 0
    troubles: tuple[str, ...] = ()


def _no_step(done: int, total: int) -> None:
    """Do nothing between two steps."""


def verified(path: Path, step: Callable[[int, int], None] = _no_step) -> Verification:
    """Return what is found when every part of a workspace is read; nothing is written.

    `step` is called with items done and in all, with 0 and 0 before they are counted, and may
    raise to stop. Raises UserError if there
    is no such file, it cannot be opened, is another program's or has to be migrated first.
    """
    if not is_there(path):
        raise UserError(f"There is no workspace {path}.", "Look whether its folder is there.")
    try:
        with sorted_errors(path), closing(connect(path)) as connection:
            if file_state(connection, path) is not FileState.CURRENT:
                raise UserError(
                    f"The workspace {path.name} was written by an earlier version of this program.",
                    "Open it once, which brings it up to date, and verify it again.",
                )
            connection.execute("BEGIN")
            return _looked_through(connection, path.stat().st_size, step)
    except UserError as error:
        if not is_damage(error):
            raise
        return Verification(size=path.stat().st_size, troubles=(error.message,))


def _looked_through(
    connection: sqlite3.Connection, size: int, step: Callable[[int, int], None]
) -> Verification:
    with stoppable(connection, step):
        troubles = [*_pages(connection), *_references(connection)]
    ids = [row[0] for row in connection.execute("SELECT id FROM fact_check ORDER BY id")]
    hashes = [row[0] for row in connection.execute("SELECT sha256 FROM original")]
    looks = [(_check, check_id) for check_id in ids] + [(_original, sha256) for sha256 in hashes]
    for done, (look, key) in enumerate(looks):
        step(done, len(looks))
        troubles += look(connection, key)
    step(len(looks), len(looks))
    return Verification(checks=len(ids), originals=len(hashes), size=size, troubles=tuple(troubles))


def _pages(connection: sqlite3.Connection) -> Iterator[str]:
    for (said,) in connection.execute(f"PRAGMA integrity_check({_MOST_TOLD})"):
        if said != "ok":
            yield f"The file: {said}."


def _references(connection: sqlite3.Connection) -> Iterator[str]:
    for table, row, other, _ in connection.execute("PRAGMA foreign_key_check").fetchmany(
        _MOST_TOLD
    ):
        yield f"A row of {table} ({row}) points at something in {other} that is not there."


def _check(connection: sqlite3.Connection, check_id: str) -> Iterator[str]:
    try:
        any_check_in(connection, check_id)
    except UserError as error:
        yield f"The check {check_id}: {error.message}"
    yield from faults_in_history(connection, check_id)


def _original(connection: sqlite3.Connection, sha256: str) -> Iterator[str]:
    (data,) = connection.execute("SELECT data FROM original WHERE sha256 = ?", (sha256,)).fetchone()
    if hashlib.sha256(data).hexdigest() != sha256:
        yield f"The original {sha256[:12]}… is not what it was when it came in."
