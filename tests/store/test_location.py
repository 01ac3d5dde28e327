"""The workspace is where the person says, else where the platform keeps data."""

from __future__ import annotations

from pathlib import Path

import platformdirs
import pytest

from workbench.core.error import UserError
from workbench.store.location import workspace_path


def test_option_comes_before_the_environment(tmp_path):
    environ = {"WORKBENCH_FILE": str(tmp_path / "env.workbench")}
    assert workspace_path(tmp_path / "option.workbench", environ) == tmp_path / "option.workbench"
    assert workspace_path(None, environ) == tmp_path / "env.workbench"


def test_place_is_absolute_and_home_is_known(monkeypatch, tmp_path):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("USERPROFILE", str(tmp_path))
    assert workspace_path(Path("a.workbench"), {}) == tmp_path / "a.workbench"
    assert workspace_path(Path("~/b.workbench"), {}) == tmp_path / "b.workbench"


def test_default_is_in_the_data_folder_which_is_made(monkeypatch, tmp_path):
    folder = tmp_path / "share" / "factcheck-workbench"
    monkeypatch.setattr(platformdirs, "user_data_path", lambda *_args, **_options: folder)
    assert workspace_path(None, {"WORKBENCH_FILE": ""}) == folder / "checks.workbench"
    assert folder.is_dir()
    assert list(folder.iterdir()) == []


def test_data_folder_that_cannot_be_made_is_said(monkeypatch, tmp_path):
    (tmp_path / "share").write_text("in the way", encoding="utf-8")
    folder = tmp_path / "share" / "factcheck-workbench"
    monkeypatch.setattr(platformdirs, "user_data_path", lambda *_args, **_options: folder)
    with pytest.raises(UserError, match="cannot be made"):
        workspace_path(None, {})
