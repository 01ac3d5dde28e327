"""Reading a file that a person points at: bounded, in steps, and never waiting on a device."""

from __future__ import annotations

import os
import stat
from contextlib import contextmanager
from pathlib import PurePath
from typing import TYPE_CHECKING

from workbench.core.error import UserError
from workbench.intake.kind import SUFFIXES

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from io import RawIOBase
    from pathlib import Path

LARGEST = 20_000_000
"""Bytes of the largest text that is taken in: some 3 million words."""
LARGEST_WITH_PICTURES = 60_000_000
"""Bytes of the largest file that may hold pictures beside its words."""

_CHUNK = 256 * 1024


def file_bytes(path: Path, step: Callable[[int, int], None]) -> bytes:
    """Return the bytes of a file; calls step(bytes read, bytes in all) as it goes.

    An exception raised by step passes through. Raises UserError for anything that is not a
    readable, regular file of at most `limit_of` its name, before a byte of it is read.
    """
    with _told_plainly(path):
        file = os.fdopen(_opened(path), "rb", buffering=0)
    with file:
        with _told_plainly(path):
            size = _checked_size(path.name, os.fstat(file.fileno()))
        return _read(path, file, size, step)


@contextmanager
def _told_plainly(path: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise _told(path, error) from error
    except ValueError as error:  # a name that no file can have
        raise _told(path, FileNotFoundError()) from error


def _opened(path: Path) -> int:
    """Open without waiting: a pipe without a writer would otherwise block for ever."""
    _checked_size(path.name, path.stat())
    return os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))


def _checked_size(name: str, status: os.stat_result) -> int:
    if stat.S_ISDIR(status.st_mode):
        raise UserError(
            f"“{name}” is a folder, not a file.",
            "Open the folder and choose the article in it.",
        )
    if not stat.S_ISREG(status.st_mode):
        raise UserError(
            f"“{name}” is a device or a connection, not a file that can be kept.",
            "Save the text in a file first, or paste it.",
        )
    limit = limit_of(name)
    if status.st_size > limit:
        raise too_large(name, status.st_size, limit)
    return status.st_size


def _read(path: Path, file: RawIOBase, size: int, step: Callable[[int, int], None]) -> bytes:
    chunks: list[bytes] = []
    done = 0
    step(0, size)
    while True:
        with _told_plainly(path):
            chunk = file.read(_CHUNK)
        if not chunk:
            return b"".join(chunks)
        chunks.append(chunk)
        done += len(chunk)
        if done > limit_of(path.name):  # it grew while it was read
            raise too_large(path.name, done, limit_of(path.name))
        step(done, max(size, done))


def limit_of(name: str) -> int:
    """Return how many bytes a file of a name may have: more where pictures may be among them."""
    kind = SUFFIXES.get(PurePath(name).suffix.lower())
    return LARGEST if kind is None or kind.is_text else LARGEST_WITH_PICTURES


def too_large(name: str, size: int, limit: int = LARGEST) -> UserError:
    """Return the refusal of something of so many bytes."""
    return UserError(
        f"“{name}” is too large to bring in: {-(-size // 1_000_000):,} MB, where"
        f" {limit // 1_000_000} MB is the limit. Nothing was taken in.",
        "Cut out the part that the check needs and bring that in.",
    )


def _told(path: Path, error: OSError) -> UserError:
    name = path.name or str(path)
    if isinstance(error, FileNotFoundError | NotADirectoryError):
        return UserError(
            f"There is no file “{name}” in that place any more.",
            "It may have been moved or renamed; look for it and bring it in from there.",
        )
    if isinstance(error, PermissionError):
        return UserError(
            f"“{name}” may not be read by this account. Nothing was taken in.",
            "Ask for permission to read it, or copy it to a folder of your own.",
        )
    return UserError(
        f"“{name}” could not be read: {error.strerror or error}. Nothing was taken in.",
        "Copy the file to this computer and try again.",
    )
