"""Starting the window: paint first, read the first screen, import the slow parts after that."""

from __future__ import annotations

import gc
import os
import sys
import time
from typing import TYPE_CHECKING

from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication

from workbench.core.error import UserError
from workbench.ui import setting, theme
from workbench.ui.language import language_for, wear_language
from workbench.ui.main_window import MainWindow
from workbench.ui.plain_import import plain_imports
from workbench.ui.setting import Settings
from workbench.ui.shell import PROGRAM
from workbench.ui.workspace_lock import WorkspaceLock

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtGui import QIcon

    from workbench.ui.session_mark import Ended, SessionMark

SETTINGS_FILE = "WORKBENCH_SETTINGS"
"""Environment variable: an ini file to keep the settings in, for a workbench on a stick."""
_ICON_SIZES = (16, 24, 32, 48, 64, 128)
BENCH = "WORKBENCH_BENCH"
"""Environment variable: print when the window was painted and filled, then leave at once."""


def run(workspace: Path, given: Path | None = None) -> int:
    """Open the window on a workspace; return the exit code when it is closed.

    `given` is a file that the program was started with, to be taken in once the window stands.
    """
    app = made_application()
    settings = stored_settings()
    wear_language(app, language_for(settings.get(setting.LANGUAGE)))
    theme.lay_ground(app, theme.Scheme(settings.get(setting.SCHEME)))
    lock = WorkspaceLock(workspace)
    holder = lock.take()
    if holder is not None:
        from workbench.ui.second_start import is_turned_away

        if is_turned_away(app, lock, holder, workspace, given):
            return 0
    session = _Session(workspace, settings, lock, given)
    session.begin()
    code = app.exec()
    session.end()
    return code


class _Session:
    """One run of the window: paint it, show article and claims, then all the rest."""

    def __init__(
        self, workspace: Path, settings: Settings, lock: WorkspaceLock, given: Path | None
    ) -> None:
        from workbench.ui.fault_watch import FaultWatch

        self._workspace, self._settings, self._lock = workspace, settings, lock
        self._given = given
        self._window = MainWindow(workspace, settings)
        self._faults = FaultWatch(self._window)
        self._bench = _Bench() if os.environ.get(BENCH) else None
        self._mark: SessionMark | None = None

    def begin(self) -> None:
        """Paint the window; what fills it comes once that is done."""
        self._faults.install()
        self._lock.called.connect(self._window.come_forward)
        self._window.once_painted(self._fill)
        self._window.show()

    def _fill(self) -> None:
        if self._bench is not None:
            self._bench.note("painted")
        with plain_imports():
            has_shown = shown_at_once(self._window, self._workspace, self._settings)
        if has_shown:
            self._window.workspace.article.view.once_painted(self._complete)
        else:
            self._complete()

    def _complete(self) -> None:
        if self._bench is not None:
            self._bench.note("shown")
        window = self._window
        with plain_imports():
            from workbench.ui.log import keep_log, log_path

            log = log_path()
            keep_log(log)
            ended = self._marked(log.parent)
            trouble = complete(window, self._workspace, self._settings)
        gc.enable()
        if trouble is None:
            window.shelf.open_store()
        self._lock.asked.connect(self._take)
        self._lock.watch()
        self._guard(ended if trouble is None else None)

    def _marked(self, folder: Path) -> Ended | None:
        """Mark that a session runs; return the one before if it ended unexpectedly."""
        if not self._lock.is_held:
            return None  # for reading only: nothing can be lost, and another window may run
        from workbench import __version__, clock
        from workbench.ui.session_mark import SessionMark

        self._mark = SessionMark(folder, self._workspace)
        ended = self._mark.begin(__version__, clock.now())
        self._mark.catch_stacks()
        return ended

    def _guard(self, ended: Ended | None) -> None:
        """Watch what goes on from here, and tell what became of the session before."""
        from workbench.ui.ending import Ending
        from workbench.ui.place_watch import tell_place
        from workbench.ui.recovery import Recovery

        self._faults.watch_threads()
        Ending(self._window).asked.connect(self._window.end_now)
        if self._mark is not None:
            Recovery(self._window, self._mark, ended)
        tell_place(self._window, self._workspace, self._settings)
        self._window.setWindowIcon(program_icon())
        if self._given is not None:
            self._take(self._given)

    def _take(self, given: Path) -> None:
        self._window.reception.take_files([given])

    def end(self) -> None:
        """Leave nothing behind: the window was closed."""
        if self._mark is not None:
            self._mark.end()
        self._lock.release()
        self._faults.uninstall()


def program_icon() -> QIcon:
    """Return the icon for the title bar and the list of windows."""
    from PySide6.QtGui import QIcon

    from workbench.house.resource import resource

    icon = QIcon()
    for size in _ICON_SIZES:
        icon.addFile(str(resource("icon", f"workbench-{size}.png")))
    return icon


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
