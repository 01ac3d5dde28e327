"""What becomes of a fault: it is logged and told, the words stay, and the program goes on.

Qt calls a method of ours; if that raises, the binding hands the error to `sys.excepthook` and goes
on. What was typed stands in the fields and on the desk, which saves it.
"""

from __future__ import annotations

import sys
import time
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Qt, Signal, Slot

if TYPE_CHECKING:
    import threading
    from types import TracebackType

    from workbench.ui.main_window import MainWindow

_APART_S = 2.0
"""Seconds between two notices: a fault in painting comes with every frame."""
_LOGGED = 5
"""How often a fault at one place is written to the log."""


class FaultWatch(QObject):
    """Takes every error that nobody caught, on whatever thread, and tells of it in the window."""

    _met = Signal()

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._before: list[tuple[Any, str, Any]] = []
        self._told_at = -_APART_S
        self._waits = False
        self._counts: dict[str, int] = {}
        # Queued: the code that met the fault ends first, and a thread may be another one.
        self._met.connect(self._tell, Qt.ConnectionType.QueuedConnection)

    def install(self) -> None:
        """Take what nobody catches from now on."""
        self._take(sys, "excepthook", self.on_fault)
        self._take(sys, "unraisablehook", self._on_unraisable)

    def watch_threads(self) -> None:
        """Take what nobody catches on other threads, too."""
        import threading

        self._take(threading, "excepthook", self._on_thread)

    def uninstall(self) -> None:
        """Give the hooks back as they were."""
        while self._before:
            module, name, hook = self._before.pop()
            setattr(module, name, hook)

    def _take(self, module: Any, name: str, hook: Any) -> None:  # noqa: ANN401 - hooks are of any kind
        self._before.append((module, name, getattr(module, name)))
        setattr(module, name, hook)

    def on_fault(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        """Log an error that nobody caught, and have it told; Ctrl+C in a terminal is no fault."""
        if issubclass(kind, KeyboardInterrupt):
            self._window.close()
            return
        self._log(error.with_traceback(trace))
        if not self._waits:
            self._waits = True
            self._met.emit()

    def _on_thread(self, told: threading.ExceptHookArgs) -> None:
        if told.exc_value is not None:
            self.on_fault(told.exc_type, told.exc_value, told.exc_traceback)

    def _on_unraisable(self, told: Any) -> None:  # noqa: ANN401 - sys.UnraisableHookArgs, for checkers only
        """Log a fault of a destructor; there is nobody whom it would stop."""
        if told.exc_value is not None:
            self._log(told.exc_value)

    def _log(self, error: BaseException) -> None:
        import logging  # 10 ms that only a fault pays

        from workbench.ui.log import keep_log, log_path
        from workbench.ui.plain_trace import place_of

        if not logging.getLogger("workbench").handlers:
            keep_log(log_path())  # a fault before the log is opened
        place = place_of(error)
        self._counts[place] = self._counts.get(place, 0) + 1
        if self._counts[place] <= _LOGGED:
            logging.getLogger("workbench.app").error("unexpected", exc_info=error)

    @Slot()
    def _tell(self) -> None:
        self._waits = False
        now = time.monotonic()
        if now - self._told_at < _APART_S:
            return
        self._told_at = now
        if self._window.is_complete:
            self._window.tell_fault()
        else:
            from workbench.ui.report_sheet import show_unfinished

            show_unfinished(self._window)
