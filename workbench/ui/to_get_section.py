"""The to-get list of the check, as a short section that can be copied as text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from workbench.publish.to_get import purpose_words, to_get_text
from workbench.rules.to_get import to_get
from workbench.ui.form import empty_out, link_button, muted
from workbench.ui.language import told

if TYPE_CHECKING:
    from workbench.core.check import Check
    from workbench.rules.to_get import ToGet


class ToGetSection(QWidget):
    """Names the reports that nobody here has read, and what each is to be found for."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("to_get")
        self._shown: tuple[tuple[ToGet, str], ...] = ()
        self._text = ""
        heading = QLabel(self.tr("To get"))
        heading.setProperty("role", "strong")
        copy = link_button(self.tr("Copy the list"), "to_get_copy")
        copy.clicked.connect(self.copy)
        head = QHBoxLayout()
        head.addWidget(heading)
        head.addStretch(1)
        head.addWidget(copy)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(4)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 12, 0, 0)
        column.setSpacing(4)
        column.addLayout(head)
        column.addWidget(
            muted(self.tr("What the sources of this check rest on, and nobody here has read."))
        )
        column.addLayout(self._rows)
        self.hide()

    def show_check(self, check: Check) -> None:
        """Show what is to be found for a check."""
        found = tuple((item, told(purpose_words(check, item))) for item in to_get(check))
        self._text = to_get_text(check)
        if found != self._shown:
            self._shown = found
            empty_out(self._rows)
            for item, purpose in found:
                self._rows.addWidget(self._row(item.name, purpose))
        self.setVisible(bool(found))

    def copy(self) -> None:
        """Put the list on the clipboard, one report in a line."""
        QGuiApplication.clipboard().setText(self._text)

    def _row(self, name: str, purpose: str) -> QWidget:
        row = QWidget()
        column = QVBoxLayout(row)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        title = QLabel(name)
        title.setTextFormat(Qt.TextFormat.PlainText)
        title.setWordWrap(True)
        words = muted(purpose)
        for label in (title, words):
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            column.addWidget(label)
        return row
