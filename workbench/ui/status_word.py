"""What the window calls each status, in the person's language; exports have words of their own."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

_WORDS = {
    "confirmed": QT_TRANSLATE_NOOP("status", "Confirmed"),
    "reported": QT_TRANSLATE_NOOP("status", "Reported"),
    "not_confirmed": QT_TRANSLATE_NOOP("status", "Not confirmed"),
    "contradicted": QT_TRANSLATE_NOOP("status", "Contradicted"),
    "not_checkable": QT_TRANSLATE_NOOP("status", "Not checkable"),
    "analysis": QT_TRANSLATE_NOOP("status", "Analysis"),
}


def status_words(status: str) -> str:
    """Return a status, or its code, as labels have it; raises KeyError for an unknown one."""
    return QCoreApplication.translate("status", str(_WORDS[status]))
