"""A workspace is one file: moved, copied or opened from another place, it is all there."""

from __future__ import annotations

import shutil
import sys
from dataclasses import replace

import pytest

from tests.conftest import AT
from workbench.cli.app import run
from workbench.store.backup import backups_of
from workbench.store.check_store import CheckStore
from workbench.store.verification import verified


def titles(path):
    store = CheckStore.open(path, AT)
    found = [store.load(summary.id).title for summary in store.checks()]
    store.close()
    return found


def test_it_is_moved_and_the_window_opens_it_there(window, open_window, hands, tmp_path, sample):
    workspace = window.shelf.workspace
    hands.type(hands.find(window.workspace.claims, "claim_as_circulated"), "Moved. ")
    hands.tap("Ctrl+Q")
    elsewhere = tmp_path / "another desk" / "checks of July.workbench"
    elsewhere.parent.mkdir()
    assert not list(tmp_path.glob("*-wal")), "closed, it stands alone"
    shutil.move(workspace, elsewhere)
    again = open_window(elsewhere)
    again.open_check(sample.id)
    assert again.desk.check.claims[0].as_circulated.startswith("Moved. ")
    source = again.desk.check.sources[0]
    assert again.shelf.store.original(source.version.sha256)
    hands.tap("Ctrl+Q")
    assert verified(elsewhere).troubles == ()
    assert not workspace.exists()


def test_a_copy_is_a_workspace_of_its_own(workspace, tmp_path, sample):
    copy = tmp_path / "copy.workbench"
    shutil.copy(workspace, copy)
    store = CheckStore.open(copy, AT)
    store.delete(sample.id)
    store.close()
    assert titles(copy) == []
    assert titles(workspace) == [sample.title]


def test_it_is_copied_while_it_is_open_with_all_three_files(workspace, tmp_path, sample):
    store = CheckStore.open(workspace, AT)
    store.save(sample, replace(sample, title="Written a moment ago"))
    folder = tmp_path / "taken along"
    folder.mkdir()
    for part in sorted(workspace.parent.glob(f"{workspace.name}*")):
        shutil.copy(part, folder)
    assert titles(folder / workspace.name) == ["Written a moment ago"]
    store.close()


@pytest.mark.parametrize("relative", [True, False])
def test_it_is_opened_from_another_folder(
    workspace, tmp_path, monkeypatch, capsys, sample, relative
):
    (tmp_path / "desk").mkdir()
    monkeypatch.chdir(tmp_path / "desk")
    name = f"../{workspace.name}" if relative else str(workspace)
    code = run(["--workspace", name, "list"], open_window=None, run_tour=None)
    assert (code, sample.slug in capsys.readouterr().out) == (0, True)
    code = run(["--workspace", name, "backup"], open_window=None, run_tour=None)
    assert code == 0
    (backup,) = backups_of(workspace)
    assert titles(backup.path) == [sample.title]
    assert list((tmp_path / "desk").iterdir()) == []


@pytest.mark.skipif(sys.platform == "win32", reason="links need rights there")
def test_it_is_opened_by_a_link(workspace, tmp_path, sample):
    link = tmp_path / "desk" / "link.workbench"
    link.parent.mkdir()
    link.symlink_to(workspace)
    store = CheckStore.open(link, AT)
    store.save(sample, store.load(sample.id))
    store.close()
    assert titles(workspace) == [sample.title]
    assert link.is_symlink()


@pytest.mark.skipif(sys.platform == "win32", reason="an open file stays where it is there")
def test_it_is_moved_away_while_it_is_open(window, hands, tmp_path, qtbot):
    workspace = window.shelf.workspace
    field = hands.find(window.workspace.claims, "claim_as_circulated")
    away = tmp_path / "away"
    away.mkdir()
    parts = sorted(tmp_path.glob(f"{workspace.name}*"))
    for part in parts:
        part.rename(away / part.name)
    hands.type(field, "Typed. ")
    assert not window.desk.flush()
    assert "moved, deleted or replaced the workspace" in window.notices.text
    assert "What you wrote is still here" in window.notices.text
    for part in parts:
        (away / part.name).rename(part)
    assert window.desk.flush()
    assert window.notices.text == "Saved again. Nothing was lost."
    window.close()
    assert verified(workspace).troubles == ()


@pytest.mark.skipif(sys.platform == "win32", reason="an open file stays where it is there")
def test_nothing_is_called_saved_that_went_into_a_file_that_was_replaced(
    window, hands, tmp_path, sample_workspace, sample
):
    workspace = window.shelf.workspace
    synced = tmp_path / "from another computer"
    synced.write_bytes(sample_workspace)
    synced.replace(workspace)  # as a program does that keeps folders in step
    hands.type(hands.find(window.workspace.claims, "claim_as_circulated"), "Typed. ")
    assert not window.desk.flush()
    assert "replaced the workspace" in window.notices.text
    assert window.desk.is_dirty
    window.end_now()
