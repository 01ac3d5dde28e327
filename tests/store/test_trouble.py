"""Result codes of SQLite are a person's world or our mistake, never both."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from workbench.store.trouble import user_error


def error_with(code, text="x"):
    error = sqlite3.OperationalError(text)
    if code is not None:
        error.sqlite_errorcode = code
    return error


@pytest.mark.parametrize(
    ("code", "words"),
    [
        (sqlite3.SQLITE_BUSY, "Another program is using"),
        (sqlite3.SQLITE_BUSY_SNAPSHOT, "Another program is using"),
        (sqlite3.SQLITE_LOCKED, "Another program is using"),
        (sqlite3.SQLITE_FULL, "disk is full"),
        (sqlite3.SQLITE_READONLY_DBMOVED, "cannot be written"),
        (sqlite3.SQLITE_CANTOPEN, "cannot be opened"),
        (sqlite3.SQLITE_PERM, "cannot be opened"),
        (sqlite3.SQLITE_NOTADB, "not a workspace"),
        (sqlite3.SQLITE_CORRUPT_VTAB, "damaged"),
        (sqlite3.SQLITE_IOERR_FSYNC, "could not be read or written"),
        (sqlite3.SQLITE_TOOBIG, "too large"),
    ],
)
def test_world_of_a_person(code, words):
    told = user_error(error_with(code), Path("/far/away/checks.workbench"))
    assert words in told.message
    assert told.hint
    assert "/far" not in str(told)


@pytest.mark.parametrize(
    "code", [sqlite3.SQLITE_ERROR, sqlite3.SQLITE_MISUSE, sqlite3.SQLITE_CONSTRAINT, None]
)
def test_mistakes_of_ours(code):
    assert user_error(error_with(code), Path("checks.workbench")) is None


def test_what_is_safe_is_said_when_something_was_being_written():
    error = error_with(sqlite3.SQLITE_FULL)
    assert "what was saved before is safe" in str(user_error(error, Path("a"), writing=True))
    assert "what was saved before is safe" not in str(user_error(error, Path("a")))
