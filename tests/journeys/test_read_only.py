"""A workspace that can only be read: the window and the commands show it, and say why not more."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]

pytestmark = pytest.mark.skipif(
    sys.platform == "win32", reason="permissions of files work otherwise there"
)

# Root may write everywhere, so root turns into somebody else once everything has been used once.
READER = r"""
import contextlib, io, json, os, shutil, sys
from pathlib import Path
from PySide6.QtCore import QSettings
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from workbench.cli.app import run
from workbench.ui import app, setting
from workbench.ui.setting import Settings

warm, workspace, out = (Path(part) for part in sys.argv[1:4])
made = app.made_application()

def told(*line):
    spoken, beside = io.StringIO(), io.StringIO()
    with contextlib.redirect_stdout(spoken), contextlib.redirect_stderr(beside):
        code = run([str(part) for part in line], open_window=None, run_tour=None)
    return [code, spoken.getvalue(), beside.getvalue()]

def use(file, name):
    settings = Settings(QSettings(str(out / f"{name}.ini"), QSettings.Format.IniFormat))
    settings.set(setting.EXPORT_FOLDER, str(out / name))
    settings.set(setting.EXPORT_FORMATS, "md,posts")
    window = app.opened_window(file, settings)
    window.show()
    found = {"trouble": window.notices.text}
    card = window.findChild(QWidget, "read_only_words")
    found["card"] = card.text() if card else ""
    window.shelf.open_check(window.shelf.checks()[0].id)
    made.processEvents()
    found["title"] = window.desk.check.title
    field = window.findChild(QWidget, "claim_as_circulated")
    before = field.toPlainText()
    QTest.keyClicks(field, "Zanzibar ")
    made.processEvents()
    QTest.qWait(50)
    found["field"] = field.toPlainText() == before
    found["typed"] = window.notices.text
    found["saved"] = window.findChild(QWidget, "saved_label").text()
    found["search"] = len(window.shelf.checks("bridge"))
    window.notices.hide()
    window.shelf.new_check("Is it open?")
    found["new"] = window.notices.text
    window.notices.hide()
    window.exporter.ask()
    made.processEvents()
    window.findChild(QWidget, "export_sheet").export_wanted.emit(out / name)
    while window.jobs.is_busy:
        QTest.qWait(5)
    found["export"] = window.notices.text
    found["files"] = sorted(path.suffix for path in (out / name).glob("*"))
    window.close()
    found["closed"] = not window.isVisible()
    return found

use(warm, "warm")
slug = sys.argv[4]
lines = [("list",), ("show", slug), ("export", slug, "--to", out / "cli", "--formats", "md"),
         ("new", "Is it open?"), ("contact", slug, "Mara Voss"), ("verify",), ("compact",),
         ("backup",)]
for line in lines:
    told("--workspace", warm, *line)
shutil.rmtree(out / "cli")  # it belongs to who made it
"\u2013".encode("utf-16-le")  # loaded when first used, from where somebody else may not read
if os.geteuid() == 0:
    os.setgid(65534)
    os.setuid(65534)
found = use(workspace, "cold")
found["commands"] = {line[0]: told("--workspace", workspace, *line) for line in lines}
print(json.dumps(found))
"""


@pytest.fixture
def read(sample_workspace, sample):
    """A function that uses a workspace in a read-only place, and says what happened."""
    if os.geteuid() == 0 and not all(each.stat().st_mode & 0o001 for each in (ROOT, *ROOT.parents)):
        pytest.skip("root gives up its rights for this: clone to where somebody else may read")

    def use(folder_mode, file_mode, content=sample_workspace):
        with tempfile.TemporaryDirectory() as name:  # pytest's own folders are closed to others
            base = Path(name)
            base.chmod(0o755)
            place, out = base / "place", base / "out"
            place.mkdir()
            out.mkdir()
            out.chmod(0o777)
            warm, workspace = base / "warm.workbench", place / "checks.workbench"
            warm.write_bytes(sample_workspace)
            workspace.write_bytes(content)
            workspace.chmod(file_mode)
            place.chmod(folder_mode)
            environ = os.environ | {"PYTHONPATH": str(ROOT), "HOME": str(out)}
            done = subprocess.run(
                [sys.executable, "-B", "-c", READER, warm, workspace, out, sample.slug],
                env=environ | {"QT_QPA_PLATFORM": "offscreen", "PYTHONIOENCODING": "utf-8"},
                capture_output=True,
                encoding="utf-8",
                check=False,
                cwd=ROOT,
            )
            place.chmod(0o755)
            workspace.chmod(0o644)
            assert workspace.read_bytes() == content
            assert (done.returncode, "Traceback" in done.stderr) == (0, False), done.stderr
            return json.loads(done.stdout.splitlines()[-1])

    return use


@pytest.mark.parametrize(
    ("folder_mode", "file_mode"),
    [(0o555, 0o444), (0o755, 0o444), pytest.param(0o555, 0o644, marks=pytest.mark.long)],
)
def test_everything_can_be_looked_at_and_exported_and_nothing_changed(
    read, sample, folder_mode, file_mode
):
    found = read(folder_mode, file_mode)
    assert found["trouble"] == ""
    assert found["card"].startswith("The workspace checks.workbench can only be read: ")
    assert found["title"] == sample.title
    assert found["field"]
    assert found["typed"].startswith("Nothing was changed: the workspace can only be read.")
    assert found["saved"] == "Only for reading"
    assert found["search"] == 1
    assert "cannot be written" in found["new"]
    assert "Exported" in found["export"]
    assert "not noted" in found["export"]
    assert ".md" in found["files"]
    assert found["closed"]

    commands = found["commands"]
    for name in ("list", "show", "export", "verify"):
        assert commands[name][0] == 0, commands[name]
    assert "not noted" in commands["export"][2]
    for name in ("new", "contact", "compact"):
        code, _, told = commands[name]
        assert code == 1, name
        assert "read-only" in told, (name, told)
        assert "Traceback" not in told
