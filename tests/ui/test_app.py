from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from workbench.ui import app, setting
from workbench.ui.fault_watch import FaultWatch
from workbench.ui.main_window import MainWindow

ROOT = Path(__file__).parents[2]


@pytest.fixture
def last(settings, sample):
    """Settings of somebody who was at the third claim and the second source of the sample."""
    settings.set(setting.LAST_CHECK, sample.id)
    settings.set(setting.LAST_SOURCE, sample.sources[1].id)
    settings.set(setting.LAST_CLAIM, sample.claims[2].id)
    settings.set(setting.LAST_TAB, "draft")
    return settings


@pytest.fixture
def glanced(qtbot, qt_watch, hands, workspace, last):
    """A window that shows the last check at a glance; nothing else is there yet."""
    app.made_application()
    window = MainWindow(workspace, last)
    assert app.shown_at_once(window, workspace, last)
    return hands.show(window, 1_280, 800)


def test_article_and_claims_are_shown_before_anything_else(glanced, sample):
    workspace = glanced.workspace
    assert not glanced.is_complete
    assert workspace.article.view.text == sample.sources[1].version.text
    rows = workspace.claims.list.claims
    shown = [rows.index(row).data() for row in range(rows.rowCount())]
    assert shown == [" ".join(claim.wording.split()) for claim in sample.claims]
    assert workspace.header.title.text() == sample.title


def test_what_was_shown_at_once_is_what_stays(glanced, workspace, last, sample):
    view = glanced.workspace.article.view
    marked = [(item.start, item.end, item.passage_id) for item in view.highlights]
    numbers = [[number for number, *_ in item.claims] for item in view.highlights]
    text = view.toPlainText()
    assert app.complete(glanced, workspace, last) is None
    assert glanced.desk.check == sample
    assert view.toPlainText() == text
    assert [(item.start, item.end, item.passage_id) for item in view.highlights] == marked
    assert [[number for number, *_ in item.claims] for item in view.highlights] == numbers
    assert glanced.workspace.claims.claim_id == sample.claims[2].id
    assert glanced.workspace.tab == "draft"
    glanced.shelf.close()


def test_a_file_that_is_no_workspace_is_told_in_the_window(open_window, tmp_path):
    letter = tmp_path / "letter.txt"
    letter.write_text("Dear editor,\n" * 300)
    window = open_window(letter)
    assert "letter.txt" in window.notices.text
    assert letter.read_text() == "Dear editor,\n" * 300
    window.start.check_wanted.emit("Is it shut?")
    assert not window.desk.has_check
    assert "letter.txt" in window.notices.text


def test_a_fault_anywhere_is_told_and_nothing_is_lost(qtbot, qt_watch, workspace, settings, caplog):
    app.made_application()
    window = app.opened_window(workspace, settings)
    hook = FaultWatch(window).on_fault
    qtbot.addWidget(window)
    window.show()
    try:
        raise ZeroDivisionError("secret detail")
    except ZeroDivisionError as error:
        hook(type(error), error, error.__traceback__)
    qtbot.waitUntil(lambda: window.notices.text != "")
    assert window.notices.text.startswith("Something unexpected happened.")
    assert "secret" not in window.notices.text


def test_settings_are_kept_where_the_environment_says(tmp_path):
    file = tmp_path / "stick.ini"
    code = (
        "from workbench.ui import app, setting\n"
        "settings = app.stored_settings()\n"
        "settings.set(setting.EXPORT_FOLDER, 'here')\n"
        "settings.flush()\n"
    )
    home = tmp_path / "home"
    home.mkdir()
    environ = os.environ | {"WORKBENCH_SETTINGS": str(file), "HOME": str(home)}
    environ["XDG_CONFIG_HOME"] = str(home)
    subprocess.run([sys.executable, "-c", code], env=environ, check=True)
    assert "folder=here" in file.read_text()
    assert list(home.rglob("*.conf")) == []


def test_the_window_runs_and_ends_by_itself_when_it_is_closed(tmp_path, sample):
    code = (
        "import sys\n"
        "from pathlib import Path\n"
        "from PySide6.QtCore import QTimer\n"
        "from PySide6.QtWidgets import QApplication\n"
        "from workbench.ui import app\n"
        "made = app.made_application()\n"
        "def look():\n"
        "    window = next(w for w in made.topLevelWidgets() if w.objectName() == 'main_window')\n"
        "    if not window.is_complete or not window.shelf.checks():\n"
        "        QTimer.singleShot(20, look)\n"
        "        return\n"
        "    print(window.shelf.checks()[0].title)\n"
        "    window.close()\n"
        "QTimer.singleShot(0, look)\n"
        "sys.exit(app.run(Path(sys.argv[1])))\n"
    )
    environ = os.environ | {"XDG_STATE_HOME": str(tmp_path), "HOME": str(tmp_path)}
    done = subprocess.run(
        [sys.executable, "-c", code, str(tmp_path / "new.workbench")],
        env=environ | {"PYTHONIOENCODING": "utf-8"},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
        cwd=Path(__file__).parents[2],
    )
    assert (done.returncode, done.stdout.strip()) == (0, sample.title), done.stderr


def test_program_ends_well_after_words_were_copied_in_the_article(tmp_path):
    code = (
        "import sys\n"
        "from pathlib import Path\n"
        "from PySide6.QtCore import QSettings\n"
        "from workbench.ui import app\n"
        "from workbench.ui.setting import Settings\n"
        "made = app.made_application()\n"
        "ini = QSettings(sys.argv[2], QSettings.Format.IniFormat)\n"
        "window = app.opened_window(Path(sys.argv[1]), Settings(ini))\n"
        "window.shelf.open_sample()\n"
        "window.show()\n"
        "view = window.workspace.article.view\n"
        "view.selectAll()\n"
        "view.copy()\n"
        "made.processEvents()\n"
        "window.close()\n"
        "print(len(made.clipboard().text()) > 100)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, str(tmp_path / "a.workbench"), str(tmp_path / "s.ini")],
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        check=False,
        cwd=ROOT,
    )
    assert (done.returncode, done.stdout) == (0, "True\n"), done.stderr


@pytest.mark.parametrize("has_check", [True, False])
def test_keys_and_clicks_before_the_window_is_complete_do_nothing(
    qtbot, hands, workspace, last, settings, tmp_path, has_check, capsys
):
    """The title was painted already, and took what was typed for a check that was not there."""
    file, kept = (workspace, last) if has_check else (tmp_path / "new.workbench", settings)
    window = MainWindow(file, kept)
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is window)
    assert app.shown_at_once(window, file, kept) is has_check
    title = window.workspace.header.title
    before = title.text()
    hands.click(title)
    hands.tap("Tab", "Tab")
    hands.write("typed too early")
    assert title.text() == before
    app.complete(window, file, kept)
    hands.tap("Tab")
    assert QApplication.focusWidget().isVisible()
    window.show_start()
    hands.write("In time")
    assert window.start.title.text() == "In time"
    assert window.notices.text == ""
