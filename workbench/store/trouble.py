"""What the driver reports, sorted: a person's world in plain sentences, or our own mistake.

SQLite's result codes are described at https://www.sqlite.org/rescode.html.
"""

from __future__ import annotations

import sqlite3
from contextlib import contextmanager
from typing import TYPE_CHECKING

from workbench.core.error import UserError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

NOTHING_SAVED = "Nothing of the last change was written; what was saved before is safe."

_NO_TEXT = "Could not decode to UTF-8"
"""How the driver begins what it says of text that is none; it gives it no code."""

_SENTENCES: dict[int, tuple[str, str]] = {
    sqlite3.SQLITE_BUSY: (
        "Another program is using the workspace {name}.",
        "Close the other window, or wait for the backup or sync program, and try again.",
    ),
    sqlite3.SQLITE_FULL: (
        "The disk is full, so the workspace {name} could not be written.",
        "Make room on the disk and try again.",
    ),
    sqlite3.SQLITE_READONLY: (
        "The workspace {name} cannot be written: the file or its folder is read-only.",
        "Allow writing there, or copy the file to another folder and open that.",
    ),
    sqlite3.SQLITE_CANTOPEN: (
        "The workspace {name} cannot be opened.",
        "Look whether the folder is there and may be read and written.",
    ),
    sqlite3.SQLITE_NOTADB: (
        "{name} is not a workspace of this program.",
        "It was left as it is. Choose another file.",
    ),
    sqlite3.SQLITE_CORRUPT: (
        "The workspace {name} is damaged.",
        "Do not write to it. Keep this file and go back to a copy of it.",
    ),
    sqlite3.SQLITE_IOERR: (
        "The disk with the workspace {name} could not be read or written.",
        "Look whether the drive is still connected, and try again.",
    ),
    sqlite3.SQLITE_TOOBIG: (
        "A text or a file is too large for a workspace, which holds up to 1 GB in one piece.",
        "Bring in a smaller part of it.",
    ),
}
_SAME = {
    sqlite3.SQLITE_LOCKED: sqlite3.SQLITE_BUSY,
    sqlite3.SQLITE_PROTOCOL: sqlite3.SQLITE_BUSY,
    sqlite3.SQLITE_PERM: sqlite3.SQLITE_CANTOPEN,
    sqlite3.SQLITE_AUTH: sqlite3.SQLITE_CANTOPEN,
}
_WHILE_WRITING = {
    sqlite3.SQLITE_BUSY,
    sqlite3.SQLITE_FULL,
    sqlite3.SQLITE_IOERR,
    sqlite3.SQLITE_READONLY,
    sqlite3.SQLITE_TOOBIG,
}


def primary_code(error: sqlite3.Error) -> int:
    """Return SQLite's primary result code of a driver error, or -1 if it carries none."""
    code: int = getattr(error, "sqlite_errorcode", -1)
    if code < 0 and str(error).startswith(_NO_TEXT):
        return sqlite3.SQLITE_CORRUPT  # found by the driver's Python part, which has no codes
    return code & 0xFF if code >= 0 else -1


def is_damage(error: BaseException | None) -> bool:
    """Return whether an error says, itself or by its cause, that the file is damaged."""
    if isinstance(error, UserError):
        error = error.__cause__
    damage = (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB)
    return isinstance(error, sqlite3.DatabaseError) and primary_code(error) in damage


def is_read_only(error: UserError) -> bool:
    """Return whether an error says, by its cause, that the file or its folder is read-only."""
    return primary_code_of(error) == sqlite3.SQLITE_READONLY


def primary_code_of(error: UserError) -> int:
    """Return SQLite's primary result code that an error came of, or -1 if it came of none."""
    cause = error.__cause__
    return primary_code(cause) if isinstance(cause, sqlite3.Error) else -1


def user_error(error: sqlite3.Error, path: Path, *, writing: bool = False) -> UserError | None:
    """Return what to tell a person about a driver error, or None if the mistake is ours."""
    code = primary_code(error)
    code = _SAME.get(code, code)
    if getattr(error, "sqlite_errorcode", -1) == sqlite3.SQLITE_IOERR_SHMSIZE:
        code = sqlite3.SQLITE_FULL  # no room for the small file beside it that readers share
    if code not in _SENTENCES:
        return None
    message, hint = _SENTENCES[code]
    message = message.format(name=path.name)
    if writing and code in _WHILE_WRITING:
        message = f"{message} {NOTHING_SAVED}"
    return UserError(message, hint)


@contextmanager
def sorted_errors(path: Path, *, writing: bool = False) -> Iterator[None]:
    """Turn driver errors of a person's world into UserErrors; let our own mistakes through."""
    try:
        yield
    except sqlite3.Error as error:
        told = user_error(error, path, writing=writing)
        if told is None:
            raise
        raise told from error
    except UnicodeDecodeError as error:
        # SQLite's own words about a damaged file quote what it found, which the driver cannot read.
        damage = sqlite3.DatabaseError(_NO_TEXT)
        damage.__cause__ = error
        message, hint = _SENTENCES[sqlite3.SQLITE_CORRUPT]
        raise UserError(message.format(name=path.name), hint) from damage
    except OSError as error:
        message = f"The workspace {path.name} cannot be reached: {error.strerror or error}."
        raise UserError(message, "Look whether its folder is there and may be opened.") from error
    except UnicodeEncodeError as error:
        raise UserError(
            "The text holds half a character, which no file can store."
            + (f" {NOTHING_SAVED}" if writing else ""),
            "Undo the last paste, or type the odd character again.",
        ) from error
    except OverflowError as error:
        raise UserError(
            "A number is too large to be stored." + (f" {NOTHING_SAVED}" if writing else ""),
            "Look at the numbers that were changed last.",
        ) from error
