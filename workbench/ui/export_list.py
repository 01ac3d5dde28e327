"""The exports of a check, newest first: when, as what, with which fingerprints."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from workbench.publish.standing import said_draft
from workbench.ui.form import empty_out, link_button, muted
from workbench.ui.standing_word import moment

if TYPE_CHECKING:
    from workbench.core.export_record import ExportRecord

_FEW = 3
_SHORT = 12
"""Hexadecimal digits of a SHA-256 that are shown; all are in the tooltip, and copied."""


class ExportList(QWidget):
    """Lists exports, the newest few until all are asked for.

    Signals:
        changes_asked: (number of the export, from 1) the person wants what changed since.
        copied: (what, text) to be put on the clipboard.
    """

    changes_asked = Signal(int)
    copied = Signal(str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._exports: tuple[ExportRecord, ...] = ()
        self._shows_all = False
        self._open: set[str] = set()
        self._rows = QVBoxLayout()
        self._rows.setSpacing(0)
        self._none = muted(
            self.tr("Nothing was exported yet. Ctrl+E exports; every export is then kept here.")
        )
        self._none.setObjectName("exports_none")
        self._all = link_button("", "exports_all")
        self._all.clicked.connect(self._on_all)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self._none)
        column.addLayout(self._rows)
        column.addWidget(self._all, 0, Qt.AlignmentFlag.AlignLeft)

    def show_exports(self, exports: tuple[ExportRecord, ...]) -> None:
        """Show the exports of a check, given with the first one first."""
        if exports != self._exports or not exports:
            self._exports = exports
            self._show()

    def _show(self) -> None:
        empty_out(self._rows)
        numbered = list(enumerate(self._exports, start=1))[::-1]
        shown = numbered if self._shows_all else numbered[:_FEW]
        for number, export in shown:
            self._rows.addWidget(self._row(number, export))
        self._none.setVisible(not numbered)
        self._all.setVisible(len(numbered) > _FEW)
        self._all.setText(
            self.tr("Show the newest only")
            if self._shows_all
            else self.tr("Show all {n} exports").format(n=len(numbered))
        )

    def _row(self, number: int, export: ExportRecord) -> QFrame:
        row = QFrame()
        row.setProperty("role", "row")
        row.setObjectName(f"export_row_{number}")
        head = QLabel(self.tr("Export {n}  ·  {when}").format(n=number, when=moment(export.at)))
        head.setProperty("role", "strong")
        named = self._format_words()
        formats = ", ".join(named.get(one, one) for one in export.formats)
        parts = [self.tr("revision {n}").format(n=export.revision), formats]
        if said_draft(export):
            parts.insert(0, self.tr("said DRAFT"))
        column = QVBoxLayout(row)
        column.setContentsMargins(0, 8, 0, 8)
        column.setSpacing(2)
        column.addWidget(head)
        column.addWidget(muted("  ·  ".join(parts)))
        column.addLayout(self._buttons(number, export))
        if export.id in self._open:
            column.addWidget(_files(number, export))
        return row

    def _format_words(self) -> dict[str, str]:
        """Return what each format is called inside a line, by its code."""
        return {
            "md": self.tr("Markdown"),
            "html": self.tr("web page"),
            "txt": self.tr("plain text"),
            "docx": self.tr("Word file"),
            "pdf": self.tr("PDF"),
            "claimreview": self.tr("ClaimReview"),
            "origins": self.tr("picture of the origins"),
            "posts": self.tr("posts"),
        }

    def _buttons(self, number: int, export: ExportRecord) -> QHBoxLayout:
        since = link_button(self.tr("What changed since"), f"export_changes_{number}")
        since.setAccessibleName(self.tr("What changed since export {n}").format(n=number))
        since.clicked.connect(lambda: self.changes_asked.emit(number))
        count = len(export.files)
        words = self.tr("1 file") if count == 1 else self.tr("{n} files").format(n=count)
        files = link_button(words, f"export_files_{number}")
        files.setCheckable(True)
        files.setChecked(export.id in self._open)
        files.setAccessibleName(
            self.tr("{files} of export {n} and their SHA-256").format(files=words, n=number)
        )
        files.clicked.connect(lambda: self._on_files(number, export.id))
        copy = link_button(self.tr("Copy the SHA-256"), f"export_copy_{number}")
        copy.clicked.connect(lambda: self._on_copy(number, export))
        buttons = QHBoxLayout()
        buttons.setSpacing(16)
        for button in (since, files, copy):
            buttons.addWidget(button)
        buttons.addStretch(1)
        return buttons

    def _on_files(self, number: int, export_id: str) -> None:
        self._open ^= {export_id}
        self._show()
        again = self.findChild(QWidget, f"export_files_{number}")
        if again is not None:
            again.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_copy(self, number: int, export: ExportRecord) -> None:
        """Copy as sha256sum writes and reads them."""
        lines = [f"{file.sha256}  {file.name}" for file in export.files]
        self.copied.emit(self.tr("The SHA-256 of export {n}").format(n=number), "\n".join(lines))

    def _on_all(self) -> None:
        self._shows_all = not self._shows_all
        self._show()


def _files(number: int, export: ExportRecord) -> QLabel:
    label = muted("\n".join(f"{file.sha256[:_SHORT]}  {file.name}" for file in export.files))
    label.setObjectName(f"export_sums_{number}")
    label.setToolTip("\n".join(f"{file.sha256}  {file.name}" for file in export.files))
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return label
