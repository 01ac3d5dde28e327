"""The report of a fault: versions, places in the program and its log; nothing of a person's.

It is text that a person looks at first and may then copy or save. No word of an article or a claim,
no name of a file or a folder is in it: messages of errors are left out where they arise
(`plain_trace.py`), and everything that comes from elsewhere is cleaned here once more.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from workbench.ui.plain_trace import plain_stacks, plain_words

if TYPE_CHECKING:
    from datetime import datetime
    from pathlib import Path

    from workbench.ui.session_mark import Ended

_LINES = 300
"""Lines of the log that go into a report."""
_LOGGED = re.compile(r"(\d{4}-\d\d-\d\d [\d:,]+ [A-Z]+ workbench[\w.]*: )(.*)\Z")
_TRACE = re.compile(
    r"  (?:[\w./-]+|\(elsewhere\)|<frozen [\w.]+>):\d+ in [\w.<>]+\Z|that came of:\Z"
    r"|[\w.]*(?:Error|Exception|Warning|Interrupt|Exit|StopIteration)(?: \(\w+\))?\Z"
)


def crash_report(log: Path, ended: Ended | None, saved: datetime | None, now: datetime) -> str:
    """Return the report of a session that ended unexpectedly, or of this one if that is None.

    `saved` is when something was saved last, UTC; `now` the present time, UTC.
    """
    lines = ["Fact-check workbench: report", ""]
    if ended is not None:
        lines += [
            f"Ended unexpectedly: {_time(ended.at)} (last sign of life)",
            f"Started: {_time(ended.started)}, version {plain_words(ended.version) or 'unknown'}",
        ]
    if saved is not None:
        lines.append(f"Last saved: {_time(saved)}")
    lines += [f"Written: {_time(now)}", "", *_versions()]
    if ended is not None and ended.stacks.strip():
        lines += ["", "Where it was when it crashed:", plain_stacks(ended.stacks.strip())]
    lines += ["", "Log:", *(_log_lines(log) or ["(empty)"])]
    return "\n".join(lines) + "\n"


def _versions() -> list[str]:
    import platform

    from PySide6 import __version__ as binding
    from PySide6.QtCore import qVersion
    from PySide6.QtGui import QGuiApplication

    from workbench import __version__
    from workbench.store.connection import SCHEMA_VERSION, library_version

    return [
        f"Workbench {__version__}, workspace format {SCHEMA_VERSION}",
        f"Python {platform.python_version()}, PySide6 {binding}, Qt {qVersion()}, "
        f"SQLite {library_version()}",
        f"{platform.system()} {platform.release()}, {platform.machine()}, "
        f"display {QGuiApplication.platformName()}",
    ]


def _log_lines(log: Path) -> list[str]:
    """Return the end of the log; only lines in the form that this program writes."""
    try:
        text = log.read_text(encoding="utf-8", errors="replace")
    except OSError:
        return []
    kept = []
    for line in text.splitlines()[-_LINES:]:
        found = _LOGGED.match(line)
        if found:
            kept.append(found[1] + plain_words(found[2]))
        elif _TRACE.match(line):
            kept.append(line)
    return kept


def _time(at: datetime) -> str:
    return f"{at:%Y-%m-%d %H:%M:%S} UTC"
