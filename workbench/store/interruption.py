"""Stopping a long statement of SQLite's: now and then somebody is asked whether to go on."""

from __future__ import annotations

import sqlite3
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_INSTRUCTIONS = 50_000
"""Of SQLite's virtual machine between two questions: a few thousandths of a second."""


@contextmanager
def stoppable(
    connection: sqlite3.Connection, step: Callable[[int, int], None] | None
) -> Iterator[None]:
    """Call step(0, 0) while statements run; what it raises ends them, undone, and comes out here.

    How long a statement still takes is not known, so that both numbers are 0. Ctrl+C is heard
    only in such a call, for Python does not run while SQLite does.
    """
    raised: list[BaseException] = []

    def ask() -> int:
        try:
            if step is not None:
                step(0, 0)
        except BaseException as error:  # noqa: BLE001 - the driver would swallow it; raised below
            raised.append(error)
            return 1
        return 0

    connection.set_progress_handler(ask, _INSTRUCTIONS)
    try:
        yield
    except sqlite3.OperationalError:
        if raised:
            raise raised[0] from None
        raise
    finally:
        connection.set_progress_handler(None, 0)
