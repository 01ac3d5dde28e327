"""Python's collector of reference cycles, kept off worker threads.

It runs on whatever thread allocates next. A widget that is part of a cycle would be deleted on a
worker thread then, and Qt ends the process. So it rests while a job runs; what is in no cycle is
freed as ever.
"""

from __future__ import annotations

import gc
from threading import Lock

_lock = Lock()
_holds = 0
_was_on = True


def hold_collector() -> None:
    """Let the collector rest until `release_collector` has been called as often as this."""
    global _holds, _was_on
    with _lock:
        if _holds == 0:
            _was_on = gc.isenabled()
            gc.disable()
        _holds += 1


def release_collector() -> None:
    """Undo one `hold_collector`; the last one lets the collector do as it did before."""
    global _holds
    with _lock:
        _holds -= 1
        if _holds == 0 and _was_on:
            gc.enable()
