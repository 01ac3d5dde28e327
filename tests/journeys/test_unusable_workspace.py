"""Whatever is wrong with a workspace, the window and every command end in a sentence.

It says what happened, what is safe and what to do; nothing of the file is touched.
"""

from __future__ import annotations

import gzip
import hashlib
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from workbench.cli.app import run
from workbench.store import connection, migration, schema
from workbench.store.connection import SCHEMA_VERSION
from workbench.store.verification import verified

OLD = Path(__file__).parents[1] / "data" / "workspaces" / "version-1.workbench.gz"
HOLD = """
import sqlite3, sys
connection = sqlite3.connect(sys.argv[1], isolation_level=None)
connection.execute("PRAGMA locking_mode=EXCLUSIVE")
connection.execute("BEGIN IMMEDIATE")
connection.execute("UPDATE fact_check SET title = title")
print("held", flush=True)
sys.stdin.read()
"""


def cut_off(path):
    path.write_bytes(path.read_bytes()[: 4096 * 5 + 1000])


def half_of_the_first_page(path):
    path.write_bytes(path.read_bytes()[:50])


def damaged_page(path):
    data = bytearray(path.read_bytes())
    data[4096 : 4096 * 40] = b"\x5a" * (4096 * 39)
    path.write_bytes(data)


def another_program(path):
    path.unlink()
    with closing(sqlite3.connect(path)) as other, other:
        other.execute("CREATE TABLE recipe (name)")


def newer_program(path):
    with closing(sqlite3.connect(path)) as link:
        link.execute(f"PRAGMA user_version = {SCHEMA_VERSION + 1}")
        link.execute("PRAGMA wal_checkpoint(TRUNCATE)")


def a_letter(path):
    path.write_text("Dear editor,\n" * 300, encoding="utf-8")


def a_folder(path):
    path.unlink()
    path.mkdir()


WRONG = {
    cut_off: "damaged",
    half_of_the_first_page: "damaged",
    damaged_page: "damaged",
    another_program: "another program",
    newer_program: "newer version",
    a_letter: "not a workspace",
    a_folder: "is a folder",
}
READING = (("list",), ("show", "SLUG"), ("export", "SLUG", "--to", "OUT"), ("verify",))
WRITING = (("new", "Is it shut?"), ("contact", "SLUG", "Mara Voss"), ("compact",), ("backup",))


def whole(path):
    return hashlib.sha256(path.read_bytes()).hexdigest() if path.is_file() else "folder"


@pytest.fixture
def told(workspace, sample, tmp_path, capsys):
    """A function that runs a command and returns its code and all that it said."""

    def say(line):
        words = {"SLUG": sample.slug, "OUT": str(tmp_path / "out")}
        arguments = [str(workspace) if word == "FILE" else words.get(word, word) for word in line]
        code = run(
            ["--workspace", str(workspace), *arguments],
            open_window=lambda _: 0,
            run_tour=lambda _: 0,
        )
        said = capsys.readouterr()
        return code, said.out + said.err

    return say


@pytest.mark.parametrize("spoil", WRONG)
def test_every_command_ends_in_a_sentence_and_the_file_is_as_it_was(workspace, told, spoil):
    spoil(workspace)
    before = whole(workspace)
    for line in (*READING, *WRITING):
        code, words = told(line)
        assert code == 1, (line, words)
        assert words.strip().endswith("."), words
        assert whole(workspace) == before, line
    assert WRONG[spoil] in told(("list",))[1]


@pytest.mark.parametrize("spoil", WRONG)
def test_the_window_opens_and_says_it(workspace, open_window, spoil):
    spoil(workspace)
    before = whole(workspace)
    window = open_window(workspace)
    assert WRONG[spoil] in window.notices.text
    assert window.notices.text.endswith(".")
    window.notices.hide()
    window.start.check_wanted.emit("Is it shut?")
    assert WRONG[spoil] in window.notices.text
    assert not window.desk.has_check
    window.close()
    assert whole(workspace) == before


def test_an_empty_file_becomes_a_workspace(workspace, told, open_window, sample):
    workspace.write_bytes(b"")
    assert told(("list",)) == (0, "")
    workspace.write_bytes(b"")
    window = open_window(workspace)
    assert window.notices.text == ""
    assert window.shelf.new_check("Is it shut?")


def test_a_file_that_another_program_keeps_to_itself(workspace, told, open_window, monkeypatch):
    monkeypatch.setattr(connection, "BUSY_MILLISECONDS", 50)
    holder = subprocess.Popen(
        [sys.executable, "-c", HOLD, str(workspace)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert holder.stdout.readline() == "held\n"
    for line in (*READING, *WRITING):
        code, words = told(line)
        assert code == 1, (line, words)
        assert "Another program is using the workspace" in words, (line, words)
    window = open_window(workspace)
    assert "Another program is using the workspace" in window.notices.text
    holder.communicate()
    assert window.shelf.open_sample()


@pytest.fixture
def older(workspace):
    """A workspace of the first version."""
    workspace.write_bytes(gzip.decompress(OLD.read_bytes()))
    return workspace


def test_a_migration_that_fails_half_way(older, told, open_window, monkeypatch, tmp_path):
    before = whole(older)
    steps = migration.run_steps

    def half(link, scripts, revision):
        steps(link, scripts, "0002")
        link.exec_driver_sql("CREATE TABLE half_made (name)")
        raise ZeroDivisionError("a mistake in a step")

    with monkeypatch.context() as patch:
        patch.setattr(migration, "run_steps", half)
        code, words = told(("list",))
        assert code == 1
        assert "could not be brought up to date" in words
        assert "as it was" in words
        window = open_window(older)
        assert "could not be brought up to date" in window.notices.text
        window.close()
    with closing(sqlite3.connect(older)) as link:
        assert link.execute("PRAGMA user_version").fetchone() == (1,)
        names = {name for (name,) in link.execute("SELECT name FROM sqlite_master")}
    assert "half_made" not in names
    assert before
    assert told(("list",))[0] == 0
    assert verified(older).troubles == ()


def test_a_full_disk_during_a_migration(older, told, monkeypatch):
    steps = migration.run_steps

    def cramped(link, scripts, revision):
        (pages,) = link.exec_driver_sql("PRAGMA page_count").one()
        link.exec_driver_sql(f"PRAGMA max_page_count = {pages}")
        steps(link, scripts, revision)

    with monkeypatch.context() as patch:
        patch.setattr(migration, "run_steps", cramped)
        code, words = told(("list",))
        assert code == 1
        assert "The disk is full" in words
    assert told(("list",))[0] == 0
    assert schema.SCHEMA_VERSION == SCHEMA_VERSION


@pytest.mark.skipif(sys.platform == "win32", reason="limits of POSIX stand for a full disk")
@pytest.mark.parametrize("room", [8_192, 65_536])  # nothing can be opened; only much is too much
@pytest.mark.parametrize("line", [("add", "SLUG", "BIG"), ("backup",), ("compact",)])
def test_a_command_on_a_full_disk(workspace, sample, tmp_path, line, room):
    big = tmp_path / "big.txt"
    big.write_text("The Harbor Bridge stays shut. " * 40_000, encoding="utf-8")
    before = verified(workspace)
    words = {"SLUG": sample.slug, "BIG": str(big)}
    limited = (
        "import resource, sys\n"
        "from workbench.__main__ import main\n"
        f"resource.setrlimit(resource.RLIMIT_FSIZE, ({room}, {room}))\n"
        "sys.exit(main())\n"
    )
    done = subprocess.run(
        [sys.executable, "-B", "-c", limited, "--workspace", workspace]
        + [words.get(word, word) for word in line],
        capture_output=True,
        encoding="utf-8",
        check=False,
        cwd=Path(__file__).parents[2],
    )
    assert done.returncode == 1, (done.stdout, done.stderr)
    assert "Traceback" not in done.stderr
    assert "unexpected" not in done.stderr
    assert "could not be" in done.stderr
    assert ("The disk is full" in done.stderr) == (room == 8_192), done.stderr
    assert done.stderr.strip().endswith(".")
    after = verified(workspace)
    assert (after.troubles, after.checks) == ((), before.checks)
    assert not list(tmp_path.rglob("*.part"))
