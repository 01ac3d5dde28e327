"""The report of a fault: looked at before it is copied or saved."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QFontDatabase, QGuiApplication
from PySide6.QtWidgets import (
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QMainWindow,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from workbench import clock
from workbench.ui.crash_report import crash_report
from workbench.ui.form import muted, small_button
from workbench.ui.log import log_path
from workbench.ui.overlay import Overlay

if TYPE_CHECKING:
    from datetime import datetime

    from workbench.ui.session_mark import Ended

FILE_NAME = "workbench-report.txt"


class ReportSheet(Overlay):
    """Shows the report as it is, with ways to copy and to save it.

    Signals:
        told: (sentence) what became of it.
    """

    told = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, width=860, height=640)
        self.setObjectName("report_sheet")
        heading = QLabel(self.tr("Report"))
        heading.setProperty("role", "heading")
        self.text = QPlainTextEdit()
        self.text.setObjectName("report_text")
        self.text.setAccessibleName(self.tr("Report"))
        self.text.setReadOnly(True)
        self.text.setTabChangesFocus(True)
        self.text.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByKeyboard
            | Qt.TextInteractionFlag.TextSelectableByMouse
        )
        self.text.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        row = QHBoxLayout()
        row.setSpacing(8)
        self._said = muted(wrap=False)
        self._said.setObjectName("report_said")
        row.addWidget(self._said)
        row.addStretch(1)
        for name, words, act in (
            ("report_copy", self.tr("Copy"), self._on_copy),
            ("report_save", self.tr("Save …"), self._on_save),
            ("report_close", self.tr("Close"), self.close_sheet),
        ):
            button = small_button(words, name)
            button.clicked.connect(act)
            row.addWidget(button)
        self.column.addWidget(heading)
        self.column.addWidget(
            muted(
                self.tr(
                    "Versions, places in the program and its log. It holds no word of your checks "
                    "and no name of a file or folder. Nothing is sent: read it, then copy or save "
                    "it and pass it on if you like."
                )
            )
        )
        self.column.addWidget(self.text, 1)
        self.column.addLayout(row)

    def show_report(self, report: str) -> None:
        """Show a report."""
        self._said.clear()
        self.text.setPlainText(report)
        self.open()
        self.text.setFocus()

    def _on_copy(self) -> None:
        QGuiApplication.clipboard().setText(self.text.toPlainText())
        self._say(self.tr("The report is copied."))

    def _on_save(self) -> None:
        dialog = QFileDialog(self, self.tr("Save the report"))
        dialog.setObjectName("report_dialog")
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilter(self.tr("Text (*.txt)"))
        dialog.setDefaultSuffix("txt")
        dialog.selectFile(FILE_NAME)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(self.save_to)
        dialog.open()

    def save_to(self, name: str) -> None:
        """Write the report to a file, as it is on show."""
        try:
            Path(name).write_text(self.text.toPlainText(), encoding="utf-8")
        except OSError as error:
            words = self.tr("The report could not be saved: {reason}. Choose another folder.")
            self._say(words.format(reason=error.strerror or error))
            return
        self._say(self.tr("The report is saved."))

    def _say(self, words: str) -> None:
        self._said.setText(words)
        self.told.emit(words)


def show_report(window: QWidget, ended: Ended | None = None, saved: datetime | None = None) -> None:
    """Show over a window the report of a session that ended, or of this one if that is None."""
    sheet = window.findChild(ReportSheet) or ReportSheet(window)
    sheet.show_report(crash_report(log_path(), ended, saved, clock.now()))


def show_unfinished(window: QMainWindow) -> None:
    """Put into a window that could not be filled what happened, what is safe and what to do."""

    def tr(text: str) -> str:
        return QCoreApplication.translate("report_sheet", text)

    page = QWidget()
    page.setObjectName("unfinished_page")
    words = QLabel(
        tr(
            "Something unexpected happened while the window was made. Your checks were not "
            "touched. Close the window and start again. If it happens again, the report helps "
            "those who mend the program."
        )
    )
    words.setObjectName("unfinished_words")
    words.setWordWrap(True)
    button = small_button(tr("Show the report"), "unfinished_report")
    button.clicked.connect(lambda: show_report(window))
    column = QVBoxLayout(page)
    column.setContentsMargins(20, 48, 20, 20)
    column.setSpacing(12)
    column.addWidget(words)
    column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
    column.addStretch(1)
    window.setCentralWidget(page)
    button.setFocus()
