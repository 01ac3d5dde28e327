"""Starting the window: paint first, read the first screen, import the slow parts after that."""

from __future__ import annotations

import gc
import os
import sys
import time
from typing import TYPE_CHECKING

from PySide6.QtCore import QSettings, QTimer
from PySide6.QtWidgets import QApplication

from workbench.core.error import UserError
from workbench.ui import setting, theme
from workbench.ui.main_window import MainWindow
from workbench.ui.plain_import import plain_imports
from workbench.ui.setting import Settings
from workbench.ui.shell import PROGRAM
from workbench.ui.workspace_lock import WorkspaceLock

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path
    from types import TracebackType

SETTINGS_FILE = "WORKBENCH_SETTINGS"
"""Environment variable: an ini file to keep the settings in, for a workbench on a stick."""
BENCH = "WORKBENCH_BENCH"
"""Environment variable: print when the window was painted and filled, then leave at once."""


def run(workspace: Path) -> int:
    """Open the window on a workspace; return the exit code when it is closed."""
    app = made_application()
    settings = stored_settings()
    theme.lay_ground(app, theme.Scheme(settings.get(setting.SCHEME)))
    lock = WorkspaceLock(workspace)
    holder = lock.take()
    if holder is not None:
        from workbench.ui.second_start import is_turned_away

        if is_turned_away(app, lock, holder, workspace):
            return 0
    window = MainWindow(workspace, settings)
    lock.called.connect(window.come_forward)
    bench = _Bench() if os.environ.get(BENCH) else None
    window.once_painted(lambda: _fill(window, workspace, settings, bench, lock))
    window.show()
    code = app.exec()
    lock.release()
    return code


def _fill(
    window: MainWindow,
    workspace: Path,
    settings: Settings,
    bench: _Bench | None,
    lock: WorkspaceLock,
) -> None:
    """Show article and claims in the painted window; when they are painted, all the rest."""
    if bench is not None:
        bench.note("painted")

    def rest() -> None:
        if bench is not None:
            bench.note("shown")
        with plain_imports():
            from workbench.ui.log import keep_log, log_path

            keep_log(log_path())
            trouble = complete(window, workspace, settings)
        gc.enable()
        lock.watch()
        if trouble is None:
            window.shelf.open_store()

    with plain_imports():
        has_shown = shown_at_once(window, workspace, settings)
    if has_shown:
        window.workspace.article.view.once_painted(rest)
    else:
        rest()


def stored_settings() -> Settings:
    """Return the person's settings: the platform's, or an ini file that the environment names."""
    file = os.environ.get(SETTINGS_FILE)
    if file:
        return Settings(QSettings(file, QSettings.Format.IniFormat))
    return Settings(QSettings("factcheck-workbench", "factcheck-workbench"))


def made_application() -> QApplication:
    """Return the application with its names and style; there is one in a process."""
    existing = QApplication.instance()
    if isinstance(existing, QApplication):
        return existing
    app = QApplication(sys.argv[:1])
    app.setApplicationName("factcheck-workbench")
    app.setApplicationDisplayName(PROGRAM)
    app.setDesktopFileName("factcheck-workbench")
    app.setStyle("fusion")
    return app


def shown_at_once(window: MainWindow, workspace: Path, settings: Settings) -> bool:
    """Furnish a window and show the check that was open last; return whether there is one."""
    from workbench.store.glance import read_glance
    from workbench.ui.place import show_glance

    try:
        glance = read_glance(
            workspace, settings.get(setting.LAST_CHECK), settings.get(setting.LAST_SOURCE)
        )
    except UserError:
        glance = None  # met again, and told, when the rest is read
    window.furnish()
    has_text = glance is not None and bool(glance.version_id)
    if glance is not None and has_text:
        show_glance(window, glance, settings)
    window.mount()
    return has_text


def complete(window: MainWindow, workspace: Path, settings: Settings) -> UserError | None:
    """Put the rest into the window; return what stood in the way, which has been told."""
    from workbench.store.first_screen import read_first_screen

    window.complete()
    sys.excepthook = _hook(window)
    app = QApplication.instance()
    if isinstance(app, QApplication):
        app.styleHints().colorSchemeChanged.connect(lambda _: window.wear())
    try:
        window.show_first(read_first_screen(workspace, settings.get(setting.LAST_CHECK) or None))
    except UserError as error:
        window.show_first(None)
        window.tell_trouble(error)
        return error
    return None


def opened_window(workspace: Path, settings: Settings) -> MainWindow:
    """Return a complete window with its store open, not yet shown."""
    window = MainWindow(workspace, settings)
    shown_at_once(window, workspace, settings)
    if complete(window, workspace, settings) is None:
        window.shelf.open_store()
    return window


class _Bench:
    """Prints when the window and its content were painted, in monotonic nanoseconds."""

    def __init__(self) -> None:
        self._times: dict[str, int] = {}

    def note(self, name: str) -> None:
        """Note that something is on the screen; leave when all of it is."""
        self._times[name] = time.monotonic_ns()
        if "shown" in self._times:
            times = ", ".join(f'"{mark}": {at}' for mark, at in self._times.items())
            sys.stdout.write(f"{{{times}}}\n")
            sys.stdout.flush()
            os._exit(0)


def _hook(
    window: MainWindow,
) -> Callable[[type[BaseException], BaseException, TracebackType | None], None]:
    def on_fault(
        kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        import logging  # 10 ms that only a fault pays

        log = logging.getLogger("workbench.app")
        log.error("unexpected", exc_info=(kind, error, trace))
        QTimer.singleShot(0, window, window.tell_fault)

    return on_fault
