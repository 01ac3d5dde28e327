from __future__ import annotations

import subprocess
import sys

CALLS = """
from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QGuiApplication
application = QGuiApplication([])
thing, timer = QObject(), QTimer()
for number in range(10_000):
    thing.setObjectName("name")
    timer.setInterval(number)
print("done")
"""


def test_calls_that_return_nothing_do_not_use_up_python():
    """PySide6 6.12.0 on Python 3.11 aborts after some 5,000 of them."""
    done = subprocess.run(
        [sys.executable, "-c", CALLS], capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stdout) == (0, "done\n"), done.stderr
