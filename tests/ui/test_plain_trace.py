from __future__ import annotations

import logging
import sqlite3
from pathlib import Path

import pytest
from PySide6.QtCore import qInstallMessageHandler, qWarning

from workbench.ui.log import keep_log
from workbench.ui.plain_trace import (
    place_of,
    plain_file,
    plain_stacks,
    plain_trace,
    plain_words,
)

SECRET = "Okafor never called"


def raised(act):
    try:
        act()
    except (LookupError, OSError, RuntimeError, sqlite3.Error) as error:
        return error
    raise AssertionError("nothing was raised")


def look_up():
    try:
        return {}[SECRET]
    except KeyError as error:
        raise RuntimeError(f"no {SECRET}") from error


def test_an_error_is_told_by_kind_and_place_with_its_cause_and_no_word():
    told = plain_trace(raised(look_up))
    assert "tests/ui/test_plain_trace.py" in told
    assert "in look_up" in told
    assert told.index("RuntimeError") < told.index("that came of:") < told.index("KeyError")
    assert "Okafor" not in told


def test_what_the_system_said_is_kept_as_a_number():
    told = plain_trace(raised(Path("/home/mara/secret.txt").read_text))
    assert "FileNotFoundError (2)" in told
    assert "secret" not in told
    error = raised(lambda: sqlite3.connect(":memory:").execute(f"SELECT {SECRET}"))
    assert "OperationalError (SQLITE_ERROR)" in plain_trace(error)


def test_an_error_that_is_its_own_cause_ends():
    error = ValueError(SECRET)
    error.__cause__ = error
    assert plain_trace(error) == "ValueError"
    assert place_of(error) == "an unknown place"


@pytest.mark.parametrize(
    ("path", "shown"),
    [
        ("/home/mara/workbench/workbench/ui/desk.py", "workbench/ui/desk.py"),
        (r"C:\Users\mara\app\_internal\workbench\ui\desk.py", "workbench/ui/desk.py"),
        ("/home/mara/.venv/lib/python3.12/site-packages/typer/main.py", "typer/main.py"),
        ("/usr/lib/python3.11/json/decoder.py", "json/decoder.py"),
        ("/home/mara/python3/articles/okafor.txt", "(elsewhere)"),
        ("/home/mara/okafor.py", "(elsewhere)"),
        ("<frozen runpy>", "<frozen runpy>"),
    ],
)
def test_files_are_shown_from_the_program_on(path, shown):
    assert plain_file(path) == shown


@pytest.mark.parametrize(
    "line",
    [
        "Cannot open file '/home/mara/okafor.html', because: No such file",
        "QFileSystemWatcher: failed to add paths: /home/mara/okafor notes/x",
        r"cannot read C:\Users\mara\okafor.txt",
        'Unknown property "okafor" in style',
        "could not load https://okafor.example/a?b=c now",
        "no room for “okafor”",
    ],
)
def test_words_of_others_lose_what_is_quoted_and_every_path(line):
    told = plain_words(line)
    assert "okafor" not in told
    assert "mara" not in told
    assert told.split()[0] == line.split()[0]


def test_the_stacks_of_a_crash_keep_their_places():
    told = plain_stacks(
        "Fatal Python error: Segmentation fault\n\n"
        "Current thread 0x00007f01 (most recent call first):\n"
        '  File "/home/mara/wb/workbench/ui/article_view.py", line 12 in paintEvent\n'
        '  File "/home/mara/okafor.py", line 3 in <module>\n'
    )
    assert "  workbench/ui/article_view.py:12 in paintEvent" in told
    assert "Segmentation fault" in told
    assert "mara" not in told
    assert "okafor" not in told


def test_neither_an_error_nor_qt_brings_a_word_into_the_log(tmp_path, qapp):
    file = tmp_path / "workbench.log"
    log = logging.getLogger("workbench")
    before = log.handlers[:], log.level, log.propagate
    qt_before = qInstallMessageHandler(None)
    try:
        keep_log(file)
        logging.getLogger("workbench.app").error("unexpected", exc_info=raised(look_up))
        qWarning(f"cannot show '{SECRET}' of /home/mara/okafor.txt")
    finally:
        qInstallMessageHandler(qt_before)
        for handler in log.handlers:
            handler.close()
        log.handlers[:], log.level, log.propagate = before
    told = file.read_text(encoding="utf-8")
    assert "in look_up" in told
    assert "cannot show" in told
    assert "Okafor" not in told
    assert "mara" not in told
