"""The log: what the program and Qt report, in one rotating file, without a word of any article."""

from __future__ import annotations

import logging
from logging.handlers import RotatingFileHandler
from typing import TYPE_CHECKING

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler

from workbench.ui.plain_trace import plain_trace, plain_words

if TYPE_CHECKING:
    from pathlib import Path
    from types import TracebackType

    _Fault = tuple[type[BaseException], BaseException, TracebackType | None]

_SIZE = 256 * 1024
"""Bytes after which a new file is begun; two old ones are kept."""
_LEVELS = {
    QtMsgType.QtDebugMsg: logging.DEBUG,
    QtMsgType.QtInfoMsg: logging.INFO,
    QtMsgType.QtWarningMsg: logging.WARNING,
    QtMsgType.QtCriticalMsg: logging.ERROR,
    QtMsgType.QtFatalMsg: logging.CRITICAL,
}


class PlainFormatter(logging.Formatter):
    """Writes of an error its kind and its places; the message may quote what a person wrote."""

    def formatException(self, ei: _Fault | tuple[None, None, None]) -> str:  # noqa: N802 - logging's
        """Return an error as plain lines."""
        return plain_trace(ei[1]) if ei[1] is not None else ""


def log_path() -> Path:
    """Return where the log is kept: the platform's folder for logs."""
    import platformdirs

    return platformdirs.user_log_path("factcheck-workbench", appauthor=False) / "workbench.log"


def keep_log(file: Path | None) -> None:
    """Write the log to a file, or nowhere; a folder that cannot be written to is no trouble."""
    log = logging.getLogger("workbench")
    log.setLevel(logging.INFO)
    log.propagate = False
    handler: logging.Handler = logging.NullHandler()
    if file is not None:
        try:
            file.parent.mkdir(parents=True, exist_ok=True)
            handler = RotatingFileHandler(
                file, maxBytes=_SIZE, backupCount=2, encoding="utf-8", delay=True
            )
        except OSError:
            log.info("no log is kept")
    handler.setFormatter(PlainFormatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    for former in log.handlers:
        former.close()
    log.handlers[:] = [handler]
    qInstallMessageHandler(_on_qt_message)


def _on_qt_message(kind: QtMsgType, context: QMessageLogContext, message: str) -> None:
    category = context.category or "qt"
    logging.getLogger("workbench.qt").log(_LEVELS[kind], "%s: %s", category, plain_words(message))
