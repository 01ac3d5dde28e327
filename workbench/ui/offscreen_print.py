"""Printing for the command line: Qt without a window, and without a display on Linux."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

from workbench.core.error import UserError

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtCore import QCoreApplication

    from workbench.core.check import Check
    from workbench.house.house import House

_application: list[QCoreApplication] = []
"""Kept, as fonts can be asked for only while it lives."""


def print_offscreen(check: Check, house: House, pictures: Mapping[str, bytes]) -> bytes:
    """Return a check as the bytes of a PDF; raises UserError where Qt cannot be loaded."""
    if sys.platform.startswith("linux"):
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
    try:
        from PySide6.QtGui import QGuiApplication
    except ImportError as error:
        raise UserError(
            f"The PDF could not be printed: Qt cannot be loaded ({error}).",
            "The check is safe. Leave pdf out of --formats, or install what is missing.",
        ) from error
    from workbench.ui.pdf_file import pdf_file_for

    if QGuiApplication.instance() is None:
        _application.append(QGuiApplication(["workbench"]))
    return pdf_file_for(check, house, pictures)
