"""Being told to end by the system: save and close as a person would, within a moment.

A shutdown or a log-out sends SIGTERM, a closed terminal SIGHUP. Python's own handlers only run when
Python does, and Qt's loop may sleep for long: the signal is written to a pipe that Qt watches.
"""

from __future__ import annotations

import os
import signal
import sys
from contextlib import suppress
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSocketNotifier, Signal, Slot

if TYPE_CHECKING:
    from types import FrameType


class Ending(QObject):
    """Hears the signals of the system that ask a program to end.

    Signals:
        asked: the program is to end now.
    """

    asked = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        if sys.platform == "win32":  # Qt is told there by the system itself
            return
        self._read, self._write = os.pipe()  # no socket: none is ever opened
        os.set_blocking(self._read, False)
        os.set_blocking(self._write, False)
        signal.set_wakeup_fd(self._write, warn_on_full_buffer=False)
        for number in (signal.SIGTERM, signal.SIGHUP, signal.SIGINT):
            signal.signal(number, _let_pass)
        self._notifier = QSocketNotifier(self._read, QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._on_signal)

    @Slot()
    def _on_signal(self) -> None:
        with suppress(BlockingIOError):
            while os.read(self._read, 64):
                pass
        self.asked.emit()


def _let_pass(_number: int, _frame: FrameType | None) -> None:
    """Do nothing here: the pipe has been written to."""
