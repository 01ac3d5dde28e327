from __future__ import annotations

import os
from datetime import UTC, datetime

import pytest

from workbench.ui.session_mark import SessionMark

AT = datetime(2026, 7, 10, 9, 30, tzinfo=UTC)


@pytest.fixture
def folder(tmp_path):
    return tmp_path / "log"


@pytest.fixture
def mark(folder, tmp_path):
    return SessionMark(folder, tmp_path / "okafor.workbench")


def test_a_session_that_was_closed_leaves_nothing(mark, folder):
    assert mark.begin("0.1", AT) is None
    mark.touch()
    mark.end()
    assert list(folder.iterdir()) == []
    assert mark.begin("0.1", AT) is None


def test_a_session_that_was_not_closed_is_found_with_its_last_sign_of_life(mark, folder):
    mark.begin("0.1", AT)
    (file,) = folder.iterdir()
    os.utime(file, (AT.timestamp() + 90, AT.timestamp() + 90))
    ended = mark.begin("0.2", AT)
    assert (ended.version, ended.started, ended.stacks) == ("0.1", AT, "")
    assert (ended.at - AT).total_seconds() == 90
    assert mark.begin("0.2", AT).version == "0.2"


def test_sessions_of_other_workspaces_do_not_count(mark, folder, tmp_path):
    mark.begin("0.1", AT)
    assert SessionMark(folder, tmp_path / "other.workbench").begin("0.1", AT) is None


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b'{"version": 1}', b"\xff\xfe", b"null"])
def test_a_mark_that_is_half_written_counts_too(mark, folder, content):
    mark.begin("0.1", AT)
    (file,) = folder.iterdir()
    file.write_bytes(content)
    ended = mark.begin("0.1", AT)
    assert ended is not None
    assert ended.started <= ended.at


def test_nothing_of_the_person_is_in_the_mark(mark, folder):
    mark.begin("0.1", AT)
    (file,) = folder.iterdir()
    assert "okafor" not in file.name + file.read_text()


def test_a_folder_that_cannot_be_written_to_is_no_trouble(tmp_path):
    (tmp_path / "log").write_text("a file")
    mark = SessionMark(tmp_path / "log", tmp_path / "a.workbench")
    assert mark.begin("0.1", AT) is None
    mark.touch()
    mark.catch_stacks()
    mark.end()
