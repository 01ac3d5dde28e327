"""The measure of a launch: an empty main window, painted; what any Qt program in Python costs."""

from __future__ import annotations

import json
import os
import time
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMainWindow

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent


class EmptyWindow(QMainWindow):
    """A window that says when it was painted and ends the program."""

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint, and report when the event loop is reached again: by then it is on the screen."""
        super().paintEvent(event)
        QTimer.singleShot(0, _report)


def _report() -> None:
    print(json.dumps({"painted": time.monotonic_ns()}), flush=True)
    os._exit(0)


if __name__ == "__main__":
    application = QApplication([])
    window = EmptyWindow()
    window.resize(1280, 800)
    window.show()
    application.exec()
