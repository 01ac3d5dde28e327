"""Starting the window: paint first, read the first screen, import the slow parts after that."""

from __future__ import annotations

import json
import logging
import os
import sys
import time
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QSettings, QTimer
from PySide6.QtWidgets import QApplication

from workbench.core.error import UserError
from workbench.house.house import load_house
from workbench.store.first_screen import read_first_screen
from workbench.ui import setting, theme
from workbench.ui.main_window import PROGRAM, MainWindow
from workbench.ui.setting import Settings

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path
    from types import TracebackType

_log = logging.getLogger("workbench.app")

BENCH = "WORKBENCH_BENCH"
"""Environment variable: print when the window was painted and filled, then leave at once."""


def run(workspace: Path) -> int:
    """Open the window on a workspace; return the exit code when it is closed."""
    app = made_application()
    settings = Settings(QSettings("factcheck-workbench", "factcheck-workbench"))
    theme.wear(
        app,
        theme.Scheme(settings.get(setting.SCHEME)),
        settings.get(setting.INTERFACE_ZOOM),
    )
    window = opened_window(workspace, settings)
    window.show()
    if os.environ.get(BENCH):
        _Bench(window)
    return app.exec()


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


def opened_window(workspace: Path, settings: Settings) -> MainWindow:
    """Return a window with its first screen; the store opens when it has been painted."""
    trouble: UserError | None = None
    first = None
    try:
        first = read_first_screen(workspace, settings.get(setting.LAST_CHECK) or None)
    except UserError as error:
        trouble = error
    house = load_house()
    window = MainWindow(workspace, house, settings)
    window.show_first(first)
    if trouble is not None:
        window.tell_trouble(trouble)
    else:
        _AfterPaint(window)
    sys.excepthook = _hook(window)
    app = QApplication.instance()
    if isinstance(app, QApplication):
        app.styleHints().colorSchemeChanged.connect(lambda _: window.wear())
    return window


class _AfterPaint(QObject):
    """Opens the store once the window has been painted."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Wait for the first paint event."""
        if event.type() == QEvent.Type.Paint:
            watched.removeEventFilter(self)
            QTimer.singleShot(0, self._window.shelf.open_store)
        return False


class _Bench(QObject):
    """Prints when the window and its content were painted, in monotonic nanoseconds."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._times: dict[str, int] = {}
        window.installEventFilter(self)
        window.workspace.article.view.viewport().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Note the first paint of the window and of the article."""
        if event.type() == QEvent.Type.Paint:
            name = "painted" if watched is self._window else "shown"
            if name not in self._times:
                QTimer.singleShot(0, lambda: self._note(name))
        return False

    def _note(self, name: str) -> None:
        self._times.setdefault(name, time.monotonic_ns())
        if len(self._times) == 2:
            sys.stdout.write(json.dumps(self._times) + "\n")
            sys.stdout.flush()
            os._exit(0)


def _hook(
    window: MainWindow,
) -> Callable[[type[BaseException], BaseException, TracebackType | None], None]:
    def on_fault(
        kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        _log.error("unexpected", exc_info=(kind, error, trace))
        QTimer.singleShot(0, window, window.tell_fault)

    return on_fault
