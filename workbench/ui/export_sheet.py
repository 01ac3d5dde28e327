"""The export sheet: where to, which files, and whether they will be stamped DRAFT."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QStandardPaths, Qt, Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLabel, QLineEdit, QPushButton, QWidget

from workbench.core.record import CheckState
from workbench.ui.form import caption, muted, small_button
from workbench.ui.overlay import Overlay

if TYPE_CHECKING:
    from workbench.core.check import Check
    from workbench.publish.export import ExportFile

_UNAPPROVED = (CheckState.DRAFT, CheckState.IN_REVIEW)


class ExportSheet(Overlay):
    """Asks for the folder once and remembers it; Enter exports.

    Signals:
        export_wanted: (folder as pathlib.Path).
    """

    export_wanted = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, width=620)
        self.setObjectName("export_sheet")
        heading = QLabel(self.tr("Export"))
        heading.setProperty("role", "heading")
        self._draft = QLabel()
        self._draft.setProperty("role", "warning")
        self._draft.setWordWrap(True)
        self.folder = QLineEdit()
        self.folder.setObjectName("export_folder")
        self.folder.returnPressed.connect(self._on_wanted)
        choose = small_button(self.tr("Choose …"), "export_choose")
        choose.clicked.connect(self._on_choose)
        row = QHBoxLayout()
        row.addWidget(self.folder, 1)
        row.addWidget(choose)
        self._files = muted()
        self._files.setObjectName("export_files")
        go = QPushButton(self.tr("Export"))
        go.setObjectName("export_go")
        go.setProperty("role", "primary")
        go.clicked.connect(self._on_wanted)
        cancel = small_button(self.tr("Cancel"), "export_cancel")
        cancel.clicked.connect(self.close_sheet)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(cancel)
        buttons.addWidget(go)
        self.column.addWidget(heading)
        self.column.addWidget(self._draft)
        self.column.addWidget(caption(self.tr("Folder"), self.folder))
        self.column.addLayout(row)
        self.column.addWidget(caption(self.tr("Files that will be written")))
        self.column.addWidget(self._files)
        self.column.addSpacing(8)
        self.column.addLayout(buttons)

    def ask(
        self,
        check: Check,
        files: tuple[ExportFile, ...],
        last_folder: str,
        cautions: tuple[str, ...] = (),
    ) -> None:
        """Show the sheet for a check, with sentences about what does not fit."""
        documents = QStandardPaths.writableLocation(
            QStandardPaths.StandardLocation.DocumentsLocation
        )
        parent = Path(last_folder) if last_folder else Path(documents) / self.tr("Fact checks")
        self.folder.setText(str(parent / check.slug))
        self._files.setText("\n".join(file.name for file in files))
        sentences = list(cautions)
        if check.state in _UNAPPROVED:
            words = self.tr("This check is not approved: every file will say DRAFT at its top.")
            sentences.insert(0, words)
        self._draft.setVisible(bool(sentences))
        self._draft.setText("\n".join(sentences))
        self.open()
        self.folder.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_choose(self) -> None:
        dialog = QFileDialog(self, self.tr("Folder for the export"), self.folder.text())
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(self.folder.setText)
        dialog.open()

    def _on_wanted(self) -> None:
        text = self.folder.text().strip()
        if text:
            self.close_sheet()
            self.export_wanted.emit(Path(text).expanduser())
