"""Files of an exchange folder on their way in: read whole, or told why not."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from workbench.core.error import UserError
from workbench.publish.case import Case, unpack

Proof = Callable[[Case], tuple[str, ...]]
"""Returns in sentences what of a case could not be verified."""
_ON_ITS_WAY = "It is still being written, so it was left for the next time."
_PERHAPS_ON_ITS_WAY = "It may still be on its way; it is tried again the next time."


@dataclass(frozen=True, slots=True, kw_only=True)
class Arrival:
    """A case file that could be read, and what could not be verified of it."""

    path: Path
    case: Case
    remarks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Refusal:
    """A file that was not taken in, and why, in a sentence or two."""

    path: Path
    reason: str


def arrival(path: Path, proof: Proof) -> Arrival | Refusal:
    """Read a file of the folder; one that changes meanwhile or is cut off is refused."""
    try:
        before = path.stat()
        data = path.read_bytes()
        after = path.stat()
    except OSError as error:
        return Refusal(path=path, reason=f"It cannot be read: {error.strerror or error}.")
    marks = ((one.st_size, one.st_mtime_ns) for one in (before, after))
    if len(set(marks)) > 1 or len(data) != after.st_size:
        return Refusal(path=path, reason=_ON_ITS_WAY)
    if not is_whole(data):
        return Refusal(path=path, reason=f"It is not whole. {_PERHAPS_ON_ITS_WAY}")
    try:
        case = unpack(data)
        return Arrival(path=path, case=case, remarks=proof(case))
    except UserError as error:
        return Refusal(path=path, reason=error.message)


_END_OF_ZIP = b"PK\x05\x06"
_END_BYTES = 22


def is_whole(data: bytes) -> bool:
    """Tell whether a zip file ends as one: a file that is still being copied does not."""
    return len(data) >= _END_BYTES and data[-_END_BYTES:].startswith(_END_OF_ZIP)
