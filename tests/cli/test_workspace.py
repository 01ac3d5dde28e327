"""The workspace as a file: verified, backed up, restored and compacted by commands."""

from __future__ import annotations

import json

import pytest


@pytest.fixture
def begun(workbench):
    workbench("new", "Is the Harbor Bridge shut?")


def test_backup_is_listed_looked_into_and_restored(workbench, begun, workspace):
    made = workbench("backup")
    copy = made.out.strip()
    assert made.code == 0
    assert copy in workbench("backup", "--list").out
    assert "is-the-harbor-bridge-shut" in workbench("restore", copy, "--look").out
    workbench("new", "A second check")
    done = workbench("restore", copy)
    assert done.code == 0
    assert "What stood there is kept as" in done.err
    assert "second" not in workbench("list").out


def test_verify_tells_that_all_is_in_order(workbench, begun):
    done = workbench("verify")
    assert (done.code, done.err) == (0, "")
    assert "checks 1" in done.out
    assert "All in order." in done.out
    assert json.loads(workbench("verify", "--json").out)["troubles"] == []


def test_verify_ends_with_1_if_something_is_wrong(workbench, begun, workspace):
    data = bytearray(workspace.read_bytes())
    data[5 * 4096 : 6 * 4096] = bytes(4096)
    workspace.write_bytes(bytes(data))
    done = workbench("verify")
    assert done.code == 1
    assert "Restore a backup" in done.err or "damaged" in done.err


def test_compact_tells_the_sizes(workbench, begun):
    done = workbench("compact")
    assert done.code == 0
    assert "before" in done.out


@pytest.mark.parametrize("command", ["verify", "backup", "compact"])
def test_without_a_workspace_each_says_so(workbench, workspace, command):
    done = workbench(command)
    assert done.code == 1
    assert "There is no workspace" in done.err
    assert not workspace.exists()


def test_a_workspace_in_a_synced_folder_is_warned_about_when_it_is_made_and_verified(
    workbench, tmp_path
):
    (tmp_path / "Nextcloud").mkdir()
    file = tmp_path / "Nextcloud" / "checks.workbench"
    made = workbench("--workspace", file, "new", "Is it shut?")
    assert (made.code, made.out) == (0, "is-it-shut\n")
    assert "in a folder that Nextcloud keeps in step" in made.err
    assert workbench("--workspace", file, "list").err == ""
    assert "Nextcloud" in workbench("--workspace", file, "verify").err
