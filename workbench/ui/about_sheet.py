"""About: which program this is, where its data lives, and what it is made with."""

from __future__ import annotations

import html
import platform
import tomllib
from importlib import metadata
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import Qt, qVersion
from PySide6.QtGui import QGuiApplication, QPixmap
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from workbench import __version__
from workbench.house.resource import resource
from workbench.ui.form import caption, muted, small_button
from workbench.ui.overlay import Overlay
from workbench.ui.preview import Preview
from workbench.ui.shell import PROGRAM

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtGui import QShowEvent

_ICON_SIZE = 64
"""Pixels on a plain screen."""


class Part(NamedTuple):
    """What others made: its name, the version that runs here (or ""), and its licence in SPDX."""

    name: str
    version: str
    licence: str


def parts() -> tuple[Part, ...]:
    """Return what the program is made with and what of it is here: Python, Qt, then by name."""
    table = tomllib.loads(resource("about", "parts.toml").read_text(encoding="utf-8"))
    first = (Part("Python", platform.python_version(), "PSF-2.0"), _qt(table))
    found = []
    for entry in table["package"]:
        try:
            version = metadata.version(entry["name"])
        except metadata.PackageNotFoundError:
            continue  # for another system
        found.append(Part(entry["name"], version, entry["licence"]))
    for entry in table["library"]:
        if entry["inside"] and entry["name"] != "Qt":
            found.append(Part(entry["name"], "", entry["licence"]))
    return (*first, *sorted(found, key=lambda part: part.name.casefold()))


def _qt(table: dict[str, list[dict[str, str]]]) -> Part:
    (licence,) = [entry["licence"] for entry in table["library"] if entry["name"] == "Qt"]
    return Part("Qt", qVersion(), licence)


class AboutSheet(Overlay):
    """Version, places and parts; all of it can be copied."""

    def __init__(self, parent: QWidget, workspace: Path, log: Path) -> None:
        super().__init__(parent, width=720, height=620)
        self.setObjectName("about_sheet")
        self._workspace, self._log = workspace, log
        self._icon = QLabel()
        self._icon.setAccessibleName(self.tr("The sign of the program"))
        heading = QLabel(PROGRAM)
        heading.setProperty("role", "title")
        version = muted(self.tr("Version {version}, MIT licence").format(version=__version__))
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addStretch(1)
        words.addWidget(heading)
        words.addWidget(version)
        words.addStretch(1)
        head = QHBoxLayout()
        head.setSpacing(16)
        head.addWidget(self._icon)
        head.addLayout(words, 1)
        self._page = Preview()
        self._page.setObjectName("about_page")
        self._page.setAccessibleName(self.tr("Where your data lives, and what this is made with"))
        self._page.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._page.document().setDocumentMargin(14)
        self._copied = caption("")
        self._copied.setObjectName("about_copied")
        copy = small_button(self.tr("Copy versions and places"), "about_copy")
        copy.clicked.connect(self._copy)
        close = small_button(self.tr("Close"), "about_close")
        close.clicked.connect(self.close_sheet)
        foot = QHBoxLayout()
        foot.addWidget(copy)
        foot.addWidget(self._copied)
        foot.addStretch(1)
        foot.addWidget(close)
        self.column.addLayout(head)
        self.column.addSpacing(4)
        self.column.addWidget(self._page, 1)
        self.column.addLayout(foot)

    def open(self) -> None:
        """Show the sheet, with the places as they are now."""
        self._copied.setText("")
        self._page.show_page(self._html())
        super().open()
        self._page.setFocus()

    def showEvent(self, event: QShowEvent) -> None:
        """Draw the sign as fine as the screen that it is shown on."""
        ratio = self.devicePixelRatioF()
        picture = QPixmap(str(resource("icon", "workbench-256.png")))
        side = round(_ICON_SIZE * ratio)
        picture = picture.scaled(
            side,
            side,
            Qt.AspectRatioMode.KeepAspectRatio,
            Qt.TransformationMode.SmoothTransformation,
        )
        picture.setDevicePixelRatio(ratio)
        self._icon.setPixmap(picture)
        super().showEvent(event)

    def plain(self) -> str:
        """Return the versions and places as lines, for a message to whoever helps."""
        system = f"{platform.system()} {platform.release()}"
        lines = [f"{PROGRAM} {__version__}", f"{system}, {platform.machine()}"]
        lines += [f"Workspace: {self._workspace}", f"Log: {self._log}", ""]
        lines += [f"{part.name} {part.version}".rstrip() for part in parts()]
        return "\n".join(lines) + "\n"

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.plain())
        self._copied.setText(self.tr("Copied."))

    def _html(self) -> str:
        def cells(*words: str) -> str:
            return "".join(f"<td>{html.escape(word)}&nbsp;&nbsp;&nbsp;</td>" for word in words)

        places = (
            (self.tr("Your checks"), str(self._workspace)),
            (self.tr("The log"), str(self._log)),
        )
        rows = "".join(f"<tr>{cells(*place)}</tr>" for place in places)
        made = "".join(f"<tr>{cells(*part)}</tr>" for part in parts())
        told = self.tr(
            "Nothing is fetched and nothing is sent. Everything that you write is in one file on "
            "this computer."
        )
        made_with = self.tr(
            "Each of these is shipped under its own licence, with thanks to those who made it. "
            "Qt and PySide are used under the LGPL, as libraries that can be replaced."
        )
        return (
            f"<p>{html.escape(told)}</p><table>{rows}</table>"
            f"<h2>{html.escape(self.tr('Made with'))}</h2><p>{html.escape(made_with)}</p>"
            f"<table>{made}</table>"
        )
