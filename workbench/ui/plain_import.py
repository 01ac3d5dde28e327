"""Importing at launch without PySide's look at the source of every module.

PySide wraps `__import__` to find modules that ask for its `__feature__` switches, and reads the
source of each module for that. None of ours does, and it costs the launch a tenth.
"""

from __future__ import annotations

import builtins
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator


@contextmanager
def plain_imports() -> Iterator[None]:
    """Let imports inside the block go the interpreter's own way."""
    wrapped = builtins.__import__
    builtins.__import__ = getattr(builtins, "__orig_import__", wrapped)
    try:
        yield
    finally:
        builtins.__import__ = wrapped
