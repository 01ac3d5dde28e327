"""A file that is no workspace, or cannot be used now, is refused in a sentence and left alone."""

from __future__ import annotations

import gzip
import sqlite3
import subprocess
import sys
import tempfile
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from workbench.core.error import UserError
from workbench.store import connection
from workbench.store.check_store import CheckStore
from workbench.store.connection import APPLICATION_ID, SCHEMA_VERSION, connect
from workbench.store.first_screen import read_first_screen
from workbench.store.verification import verified

HOLD = """
import sqlite3, sys
connection = sqlite3.connect(sys.argv[1], isolation_level=None)
connection.execute(sys.argv[2])
connection.execute("BEGIN IMMEDIATE")
connection.execute("UPDATE fact_check SET title = title")
print("held", flush=True)
sys.stdin.read()
"""

# Root may write everywhere, so root turns into somebody else once everything is imported.
SOMEBODY_ELSE = """
import os, sys
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from workbench.core.error import UserError
from workbench.store.check_store import CheckStore
from workbench.store.first_screen import read_first_screen

path, check_id, elsewhere = Path(sys.argv[1]), sys.argv[2], Path(sys.argv[3])
CheckStore.open(elsewhere, datetime.now(UTC)).close()
import workbench.store.migration
if os.geteuid() == 0:
    os.setgid(65534)
    os.setuid(65534)
"""
READ_THEN_SAVE = """
check = read_first_screen(path, check_id).check
store = CheckStore.open(path, datetime.now(UTC))
print(store.load(check_id).title, len(store.search("ferry")))
try:
    store.save(check, replace(check, title="Now"))
except UserError as error:
    print(error)
store.close()
"""
MIGRATE = """
try:
    CheckStore.open(path, datetime.now(UTC))
except UserError as error:
    print(error)
"""
TRY_BOTH_WAYS_IN = """
for way_in in (read_first_screen, CheckStore.open):
    try:
        way_in(path, None)
    except UserError as error:
        print(error)
"""


@pytest.fixture
def as_somebody_else(tmp_path):
    """Return a function that runs some code without root's powers, and gives what it prints."""

    def run(code, path, check_id=""):
        arguments = [str(path), check_id, str(tmp_path / "warm.workbench")]
        done = subprocess.run(
            [sys.executable, "-c", SOMEBODY_ELSE + code, *arguments],
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.stderr == ""
        return done.stdout.splitlines()

    return run


@pytest.fixture
def ways_in(path, at):
    """Return the two ways in; what is refused by one is refused by the other."""

    def first_screen():
        read_first_screen(path, None)

    def store():
        CheckStore.open(path, at).close()

    return first_screen, store


@pytest.fixture
def held(path, monkeypatch):
    """Return a function that lets another process hold the file until the test is over."""
    monkeypatch.setattr(connection, "BUSY_MILLISECONDS", 50)
    holders = []

    def hold(pragma):
        process = subprocess.Popen(
            [sys.executable, "-c", HOLD, str(path), pragma],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        holders.append(process)
        assert process.stdout.readline() == "held\n"

    yield hold
    for process in holders:
        process.communicate()


def test_file_can_be_told_by_its_mark(store, query):
    assert query("PRAGMA application_id") == [(int.from_bytes(b"FCWB", "big"),)]
    assert query("PRAGMA user_version") == [(SCHEMA_VERSION,)]
    assert query("PRAGMA journal_mode") == [("wal",)]


def test_every_connection_is_prepared(store):
    with (
        store._database.reading_driver() as one,
        store._database.reading_driver() as other,
        store._database.reading() as session,
    ):
        assert one is not other
        third = session.connection().connection.driver_connection
        for link in (one, other, third):
            assert link.execute("PRAGMA foreign_keys").fetchone() == (1,)
            assert link.execute("PRAGMA synchronous").fetchone() == (2,)  # FULL
            assert link.isolation_level is None


def test_only_the_file_is_left_after_closing(path, at, small_check):
    store = CheckStore.open(path, at)
    store.save(None, small_check)
    store.close()
    assert list(path.parent.iterdir()) == [path]


@pytest.mark.parametrize(
    "content",
    [b"These are my notes.\n" * 200, b"PK\x03\x04" + bytes(4000), b"SQLite format 2\0" * 300],
)
def test_other_files_are_no_workspace(path, ways_in, content):
    path.write_bytes(content)
    for way_in in ways_in:
        with pytest.raises(UserError, match="not a workspace"):
            way_in()
    assert path.read_bytes() == content


def test_database_of_another_program_is_left_alone(path, ways_in):
    with closing(sqlite3.connect(path)) as other:
        other.execute("CREATE TABLE recipe (name)")
    before = path.read_bytes()
    for way_in in ways_in:
        with pytest.raises(UserError, match="another program"):
            way_in()
    with closing(sqlite3.connect(path)) as other:
        assert other.execute("SELECT name FROM sqlite_master").fetchall() == [("recipe",)]
    assert before == path.read_bytes()


def test_newer_workspace_is_refused_and_left_alone(store, path, at, small_check, ways_in, query):
    store.save(None, small_check)
    store.close()
    query(f"PRAGMA user_version = {SCHEMA_VERSION + 1}")
    before = path.read_bytes()
    for way_in in ways_in:
        with pytest.raises(UserError, match="newer version of this program"):
            way_in()
    assert path.read_bytes() == before


def test_truncated_file_is_damaged(path, at, rich_check, ways_in):
    store = CheckStore.open(path, at)
    store.save(None, rich_check)
    store.close()
    path.write_bytes(path.read_bytes()[: 4096 * 3 + 100])
    for way_in in ways_in:
        with pytest.raises(UserError, match="damaged"):
            way_in()


def test_overwritten_pages_are_damaged_and_no_traceback(path, at, rich_check):
    store = CheckStore.open(path, at)
    store.save(None, rich_check)
    store.close()
    data = bytearray(path.read_bytes())
    data[4096:] = b"\x5a" * (len(data) - 4096)
    path.write_bytes(data)
    with pytest.raises(UserError, match="damaged"):
        read_first_screen(path, rich_check.id)


def test_text_that_is_no_text_any_more_is_damaged(store, small_check):
    store.save(None, small_check)
    with store._database.writing_driver() as link:
        link.execute("UPDATE claim SET notes = CAST(x'FF61' AS TEXT)")
    with pytest.raises(UserError, match="damaged"):
        store.load(small_check.id)


def test_a_schema_that_is_no_text_any_more_is_damaged(path, at, small_check, ways_in):
    store = CheckStore.open(path, at)
    store.save(None, small_check)
    store.close()
    data = path.read_bytes()
    place = data.index(b"CREATE TABLE claim")
    path.write_bytes(data[:place] + b"CREATE \x80\xff" + data[place + 9 :])
    for way_in in ways_in:
        with pytest.raises(UserError, match="damaged"):
            way_in()
    assert "damaged" in verified(path).troubles[0]


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE claim SET status = 'surely'",
        "UPDATE fact_check SET changed = 'yesterday'",
        "UPDATE claim SET basis_evidence = '['",
        "UPDATE claim SET action_date = '{\"value\": 1}'",
        "UPDATE source SET relies_on = '[{}]'",
        "UPDATE passage SET end_offset = 1000000",
    ],
)
def test_rows_that_make_no_check_are_damaged(store, path, rich_check, change):
    store.save(None, rich_check)
    with store._database.writing_driver() as link:
        link.execute(change)
    with pytest.raises(UserError, match="some of it is damaged"):
        store.load(rich_check.id)
    with pytest.raises(UserError, match="damaged"):
        read_first_screen(path, rich_check.id)


def test_folder_is_no_workspace(tmp_path, at):
    with pytest.raises(UserError, match="is a folder"):
        CheckStore.open(tmp_path, at)
    with pytest.raises(UserError, match="is a folder"):
        read_first_screen(tmp_path, None)


def test_list_with_an_unknown_state_is_damaged(store, small_check):
    store.save(None, small_check)
    with store._database.writing_driver() as link:
        link.execute("UPDATE fact_check SET state = 'odd'")
    with pytest.raises(UserError, match="some of it is damaged"):
        store.checks()


def test_folder_below_a_file_cannot_be_reached(path, at):
    path.write_text("notes", encoding="utf-8")
    below = path / "sub" / "checks.workbench"
    with pytest.raises(UserError, match=r"no folder|cannot be reached"):
        CheckStore.open(below, at)
    assert read_first_screen(below, None) is None


def test_missing_folder_is_not_made(tmp_path, at):
    with pytest.raises(UserError, match="There is no folder"):
        CheckStore.open(tmp_path / "stick" / "checks.workbench", at)
    assert list(tmp_path.iterdir()) == []


def test_connecting_does_not_create(path):
    with pytest.raises(UserError, match="cannot be opened"):
        connect(path)
    assert not path.exists()


@pytest.mark.parametrize(
    "name",
    [
        *("a b.workbench", "50%25.workbench", "ä?#🌉.workbench", "x&mode=ro"),
        *(["\udcff"] if sys.platform == "linux" else []),  # a name that is no UTF-8
    ],
)
def test_odd_file_names_are_only_names(tmp_path, at, small_check, name):
    store = CheckStore.open(tmp_path / name, at)
    store.save(None, small_check)
    store.close()
    assert list(tmp_path.iterdir()) == [tmp_path / name]
    assert read_first_screen(tmp_path / name, small_check.id).check == small_check


def test_empty_file_becomes_a_workspace(path, at):
    path.touch()
    assert read_first_screen(path, None) is None
    CheckStore.open(path, at).close()
    assert read_first_screen(path, None).checks == ()


def test_file_that_another_process_writes_can_be_read_but_not_written(store, small_check, held):
    store.save(None, small_check)
    held("PRAGMA synchronous=FULL")
    store._database.close()  # so that the short patience of the test holds
    assert store.load(small_check.id) == small_check
    with pytest.raises(UserError, match=r"Another program is using .* what was saved before is"):
        store.save(small_check, replace(small_check, title="Now"))


def test_file_that_another_process_keeps_to_itself_is_in_use(store, small_check, held, ways_in):
    store.save(None, small_check)
    store.close()
    held("PRAGMA locking_mode=EXCLUSIVE")
    for way_in in ways_in:
        with pytest.raises(UserError, match="Another program is using"):
            way_in()


def test_full_disk_writes_nothing_and_says_so(store, rich_check, small_check):
    store.save(None, small_check)
    with store._database.reading_driver() as link:
        (pages,) = link.execute("PRAGMA page_count").fetchone()
        link.execute(f"PRAGMA max_page_count = {pages}")
    long = replace(rich_check, notes="word " * 100_000)
    with pytest.raises(UserError, match=r"The disk is full.*what was saved before is safe"):
        store.save(None, long)
    with pytest.raises(UserError, match="The disk is full"):
        store.add_original(bytes(1_000_000), "application/pdf")
    assert store.load(small_check.id) == small_check
    assert [summary.id for summary in store.checks()] == [small_check.id]
    assert store.save(small_check, replace(small_check, notes="short")) == 2


@pytest.mark.skipif(sys.platform == "win32", reason="permissions of files work otherwise there")
@pytest.mark.parametrize(
    ("folder_mode", "file_mode"), [(0o555, 0o444), (0o755, 0o444), (0o555, 0o644)]
)
def test_read_only_place_can_be_read_and_not_written(
    as_somebody_else, small_check, at, folder_mode, file_mode
):
    with tempfile.TemporaryDirectory() as name:  # pytest's own folders are closed to others
        folder = Path(name)
        path = folder / "checks.workbench"
        store = CheckStore.open(path, at)
        store.save(None, small_check)
        store.close()
        path.chmod(file_mode)
        folder.chmod(folder_mode)
        read, refusal = as_somebody_else(READ_THEN_SAVE, path, small_check.id)
        folder.chmod(0o755)
        path.chmod(0o644)
        assert read == f"{small_check.title} 6"
        assert "cannot be written" in refusal
        assert "read-only" in refusal
        store = CheckStore.open(path, at)
        assert store.load(small_check.id) == small_check
        store.close()


@pytest.mark.skipif(sys.platform == "win32", reason="permissions of files work otherwise there")
def test_folder_that_is_closed_to_this_person_is_said(as_somebody_else):
    with tempfile.TemporaryDirectory() as name:
        Path(name).chmod(0o000)
        told = as_somebody_else(TRY_BOTH_WAYS_IN, Path(name) / "deep" / "checks.workbench")
        Path(name).chmod(0o700)
        assert told
        assert all("cannot be reached" in line or "no folder" in line for line in told)


@pytest.mark.skipif(sys.platform == "win32", reason="permissions of files work otherwise there")
def test_older_workspace_in_a_read_only_folder_says_why_it_cannot_be_opened(as_somebody_else):
    old = Path(__file__).parents[1] / "data" / "workspaces" / "version-1.workbench.gz"
    with tempfile.TemporaryDirectory() as name:
        path = Path(name) / "checks.workbench"
        path.write_bytes(gzip.decompress(old.read_bytes()))
        Path(name).chmod(0o555)
        (told,) = as_somebody_else(MIGRATE, path)
        Path(name).chmod(0o755)
        assert told.startswith("The workspace checks.workbench is of an earlier version")
        assert "its folder may be read-only. It is as it was." in told
        assert path.read_bytes() == gzip.decompress(old.read_bytes())


def test_application_id_fits_sqlite():
    assert 0 < APPLICATION_ID < 2**31
