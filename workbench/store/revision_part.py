"""The parts that saved states are made of: bytes under their SHA-256, each kept once for a check.

A part is compressed with zlib (RFC 1950). Where it takes the place of another one, the last 32 KiB
of that other serve as the preset dictionary, so that one changed word takes some ten bytes. No part
refers to one that refers to another itself.
"""

from __future__ import annotations

import hashlib
import zlib
from typing import TYPE_CHECKING

from workbench.core.error import UserError

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable

_WINDOW = 32 * 1024
_LEVEL = 6
_LARGEST = 256 * 1024 * 1024
"""Bytes of one part, unpacked; a file that somebody made unpacks to no more than this."""
_WORTHWHILE = 10
"""How many times smaller than plain bytes a part with a base is at least; else it stands alone."""


def put_part(
    connection: sqlite3.Connection,
    check_id: str,
    data: bytes,
    before: str = "",
    originals: Iterable[str] = (),
) -> str:
    """Keep some bytes for a check unless they are there; return their SHA-256.

    `before` is the SHA-256 of the part that these bytes take the place of; `originals` are the
    SHA-256 of the files that they name.
    """
    sha256 = hashlib.sha256(data).hexdigest()
    there = "SELECT 1 FROM revision_part WHERE check_id = ? AND sha256 = ?"
    if connection.execute(there, (check_id, sha256)).fetchone() is not None:
        return sha256
    base, packed = _packed(connection, check_id, data, before)
    connection.execute(
        "INSERT INTO revision_part (check_id, sha256, base, originals, data) "
        "VALUES (?, ?, ?, ?, ?)",
        (check_id, sha256, base, " ".join(sorted(originals)), packed),
    )
    return sha256


def part_in(connection: sqlite3.Connection, check_id: str, sha256: str) -> bytes:
    """Return the bytes with a SHA-256; raises UserError if they are missing or have changed."""
    row = _row(connection, check_id, sha256)
    if row is not None:
        base, packed = row
        try:
            data = _unpacked(packed, _alone(connection, check_id, base) if base else b"")
        except (zlib.error, TypeError):
            data = b""
        if hashlib.sha256(data).hexdigest() == sha256:
            return data
    raise UserError(
        "This state of the check is damaged in the workspace and cannot be shown.",
        "Its other states and the check as it is now are safe. A backup may still have this one.",
    )


def named_originals(connection: sqlite3.Connection, check_id: str) -> set[str]:
    """Return the SHA-256 of all files that the saved states of a check name."""
    sql = "SELECT originals FROM revision_part WHERE check_id = ? AND originals != ''"
    return {ref for (names,) in connection.execute(sql, (check_id,)) for ref in names.split()}


def _packed(
    connection: sqlite3.Connection, check_id: str, data: bytes, before: str
) -> tuple[str | None, bytes]:
    """Return the base and the compressed form of some bytes."""
    row = _row(connection, check_id, before) if before else None
    if row is not None:
        base = row[0] or before
        try:
            ground = _alone(connection, check_id, base)
        except (zlib.error, TypeError):
            ground = b""  # damaged: what is written now does not lean on it
        if ground:
            packer = zlib.compressobj(_LEVEL, zdict=ground[-_WINDOW:])
            packed = packer.compress(data) + packer.flush()
            if len(packed) * _WORTHWHILE <= len(data):
                return base, packed
    return None, zlib.compress(data, _LEVEL)


def _row(
    connection: sqlite3.Connection, check_id: str, sha256: str
) -> tuple[str | None, bytes] | None:
    sql = "SELECT base, data FROM revision_part WHERE check_id = ? AND sha256 = ?"
    found: tuple[str | None, bytes] | None = connection.execute(sql, (check_id, sha256)).fetchone()
    return found


def _alone(connection: sqlite3.Connection, check_id: str, sha256: str) -> bytes:
    """Return the bytes of a part that stands alone; empty if it is not there."""
    row = _row(connection, check_id, sha256)
    return _unpacked(row[1]) if row is not None and row[0] is None else b""


def _unpacked(packed: bytes, ground: bytes = b"") -> bytes:
    unpacker = zlib.decompressobj(zdict=ground[-_WINDOW:]) if ground else zlib.decompressobj()
    return unpacker.decompress(packed, _LARGEST)
