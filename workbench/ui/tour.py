"""The tour: the whole job on the sample check without anybody at the keyboard.

For a machine without a display, and for a look at every part of the window: it writes the export
and pictures of each tab, light and dark, at two sizes.
"""

from __future__ import annotations

import os
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from workbench.core.error import UserError

if TYPE_CHECKING:
    from workbench.ui.main_window import MainWindow

SIZES = ((1280, 800), (1920, 1080))
_WRITTEN = (
    ("Markdown", "*/*.md"),
    ("Web page", "*/*.html"),
    ("ClaimReview", "*/*.claimreview.json"),
    ("Chain", "*/*.svg"),
    ("Post", "*/*.txt"),
    ("Picture", "*/*.png"),
)
"""What is told of at the end, and where it is in the folder."""
_SETTLE_MS = 350
"""Milliseconds, longer than any timer that follows an edit, before a picture is taken."""


def run_tour(folder: Path) -> int:
    """Take the tour, write what it makes into a folder, and return the exit code.

    Raises UserError if the folder cannot be written to.
    """
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtCore import QSettings

    from workbench.ui import app, setting, theme
    from workbench.ui.language import language_for, wear_language
    from workbench.ui.log import keep_log
    from workbench.ui.setting import Settings

    pictures = _made_folder(folder / "screenshots")
    keep_log(None)
    application = app.made_application()
    wear_language(application, language_for(""))
    with tempfile.TemporaryDirectory() as scratch:
        ini = QSettings(str(Path(scratch) / "tour.ini"), QSettings.Format.IniFormat)
        settings = Settings(ini)
        settings.set(setting.EXPORT_FOLDER, str(folder))
        workspace = Path(scratch) / "tour.workbench"
        for scheme in (theme.Scheme.LIGHT, theme.Scheme.DARK):
            settings.set(setting.SCHEME, str(scheme))
            theme.wear(application, scheme)
            window = app.opened_window(workspace, settings)
            for width, height in SIZES:
                window.resize(width, height)
                _take_pictures(window, pictures / f"{scheme}-{width}x{height}")
            if scheme is theme.Scheme.DARK:
                _export(window, folder)
            window.close()
    for what, where in _WRITTEN:
        for file in sorted(folder.glob(where)):
            sys.stdout.write(f"{what}: {file}\n")
    return 0


def _take_pictures(window: MainWindow, stem: Path) -> None:
    """Walk through the window and keep a picture of each part."""
    window.show()
    window.show_start()
    _picture(window, stem, "start")
    window.shelf.open_sample()
    for tab in ("sources", "claims", "draft", "posts", "timeline", "publication"):
        window.workspace.show_tab(tab)
        if tab == "draft":
            window.workspace.draft.render_now()
        _picture(window, stem, tab)
    window.workspace.show_tab("claims")
    check = window.desk.check
    window.workspace.article.show_passage(check.claims[0].passage_ids[-1])
    window.workspace.article.view.move_by_sentence(1)
    _picture(window, stem, "selection")
    window.workspace.article.view.clear_selection()
    window.action_set.by_name["show_keys"].trigger()
    _picture(window, stem, "keys")
    window.action_set.close_sheets()


def _picture(window: MainWindow, stem: Path, name: str) -> None:
    _settle()
    window.grab().save(str(stem.with_name(f"{stem.name}-{name}.png")))


def _settle() -> None:
    """Let the window come to rest: pending layouts, paints and the timers that follow an edit."""
    from PySide6.QtCore import QEventLoop, QTimer

    loop = QEventLoop()
    QTimer.singleShot(_SETTLE_MS, loop.quit)
    loop.exec()


def _export(window: MainWindow, folder: Path) -> None:
    from workbench.publish.export import export_files, write_export

    check = window.desk.check
    write_export(export_files(check, window.house()), folder / check.slug)


def _made_folder(folder: Path) -> Path:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise UserError(
            f"The folder {folder} cannot be made: {error.strerror or error}.",
            "Name another one with --to DIR.",
        ) from error
    return folder
