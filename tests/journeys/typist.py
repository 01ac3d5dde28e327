"""Types into a window without end, and says after each key what has been typed and when.

A program of its own, so that it can be killed: typist.py WORKSPACE FIELD LETTERS PAUSE_MS.
"""

from __future__ import annotations

import itertools
import sys
import tempfile
import time
from pathlib import Path

from PySide6.QtCore import QSettings, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from workbench.ui import app
from workbench.ui.setting import Settings

TEXT = "The Harbor Bridge is shut, the office says, and nobody knows for how long. "


def main() -> int:
    workspace, name, count, pause = sys.argv[1:]
    application = app.made_application()
    ini = Path(tempfile.mkdtemp()) / "settings.ini"
    window = app.opened_window(
        Path(workspace), Settings(QSettings(str(ini), QSettings.Format.IniFormat))
    )
    window.show()
    window.shelf.open_sample()
    window.workspace.show_tab("draft" if name.startswith("draft") else "claims")
    field = window.findChild(QWidget, name)
    field.setFocus()
    field.selectAll()
    letters = itertools.islice(itertools.cycle(TEXT), int(count))

    def type_one() -> None:
        letter = next(letters, None)
        if letter is None:
            timer.stop()
            return
        QTest.keyClick(field, letter)
        sys.stdout.write(f"{time.monotonic()} {letter}\n")
        sys.stdout.flush()

    timer = QTimer(interval=int(pause))
    timer.timeout.connect(type_one)
    timer.start()
    return application.exec()


if __name__ == "__main__":
    sys.exit(main())
