"""The export sheet: where to, which files, and whether they will be stamped DRAFT."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, QStandardPaths, Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QCompleter,
    QFileDialog,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QWidget,
)

from workbench.core.record import CheckState
from workbench.ui.form import caption, muted, small_button
from workbench.ui.overlay import Overlay

if TYPE_CHECKING:
    from workbench.core.check import Check

_EDITORS_COPY = "editor"
"""Stands among the codes of the formats and is none: no export is noted for it."""
_UNAPPROVED = (CheckState.DRAFT, CheckState.IN_REVIEW)


class ExportSheet(Overlay):
    """Asks for folder and formats, as they were the last time; Enter exports.

    Signals:
        export_wanted: (folder as pathlib.Path).
        choice_changed: other formats are wanted, or pictures are or are no longer.
    """

    export_wanted = Signal(object)
    choice_changed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, width=620)
        self.setObjectName("export_sheet")
        self._heading = heading = QLabel(self.tr("Export"))
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
        self._boxes = {key: self._box(key, words) for key, words in self._format_words().items()}
        self.pictures = QCheckBox(self.tr("Put the &pictures into web page and PDF"))
        self.pictures.setObjectName("export_pictures")
        self.pictures.toggled.connect(self.choice_changed)
        formats = QGridLayout()
        formats.setHorizontalSpacing(24)
        formats.setVerticalSpacing(4)
        for index, box in enumerate(self._boxes.values()):
            formats.addWidget(box, index // 2, index % 2)
        formats.setColumnStretch(1, 1)
        words = self.tr("Editor’s cop&y: every sentence with its evidence (HTML and .docx)")
        self._boxes[_EDITORS_COPY] = editors = self._box(_EDITORS_COPY, words)
        formats.addWidget(editors, formats.rowCount(), 0, 1, 2)
        self.reader = QLineEdit()
        self.reader.setObjectName("export_reader")
        self.reader.setAccessibleName(self.tr("Made for"))
        self.reader.setPlaceholderText(self.tr("Name, so that the next copy tells what changed"))
        self.reader.returnPressed.connect(self._on_wanted)
        self._made_for = QWidget()
        made_for = QHBoxLayout(self._made_for)
        made_for.setContentsMargins(26, 0, 0, 4)
        whose = QLabel(self.tr("M&ade for"))
        whose.setBuddy(self.reader)
        made_for.addWidget(whose)
        made_for.addWidget(self.reader, 1)
        self.comments = QCheckBox(self.tr("With open co&mments"))
        self.comments.setObjectName("export_comments")
        self.comments.setChecked(True)
        made_for.addSpacing(12)
        made_for.addWidget(self.comments)
        formats.addWidget(self._made_for, formats.rowCount(), 0, 1, 2)
        self._files = muted()
        self._files.setObjectName("export_files")
        self._go = go = QPushButton(self.tr("Export"))
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
        self.column.addWidget(caption(self.tr("Written as")))
        self.column.addLayout(formats)
        self.column.addWidget(self.pictures)
        self.column.addWidget(caption(self.tr("Files that will be written")))
        self.column.addWidget(self._files)
        self.column.addSpacing(8)
        self.column.addLayout(buttons)

    def _format_words(self) -> dict[str, str]:
        """Return what each format is called, by its code, in the order of the export."""
        return {
            "md": self.tr("&Markdown"),
            "html": self.tr("&Web page (HTML)"),
            "txt": self.tr("Plain &text"),
            "docx": self.tr("Word file (.&docx)"),
            "pdf": self.tr("PD&F, for printing"),
            "claimreview": self.tr("Claim&Review (JSON-LD)"),
            "origins": self.tr("Picture of the or&igins (SVG)"),
            "posts": self.tr("P&osts"),
        }

    def _box(self, key: str, words: str) -> QCheckBox:
        box = QCheckBox(words)
        box.setObjectName(f"export_{key}")
        box.toggled.connect(self.choice_changed)
        return box

    @property
    def formats(self) -> tuple[str, ...]:
        """The codes of the formats that are wanted."""
        return tuple(key for key, box in self._boxes.items() if box.isChecked())

    @property
    def wants_editors_copy(self) -> bool:
        """Whether the editor's copy is wanted beside the formats."""
        return self._boxes[_EDITORS_COPY].isChecked()

    def choose(self, formats: tuple[str, ...], *, pictures: bool, has_pictures: bool) -> None:
        """Show which formats are wanted, and pictures if there are any, without telling."""
        for key, box in self._boxes.items():
            with QSignalBlocker(box):
                box.setChecked(key in formats)
        with QSignalBlocker(self.pictures):
            self.pictures.setChecked(pictures)
        self.pictures.setVisible(has_pictures)

    def offer_readers(self, names: tuple[str, ...]) -> None:
        """Offer the editors that had a copy before, the last one first, who is filled in."""
        completer = QCompleter(list(names), self.reader)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.reader.setCompleter(completer)
        self.reader.setText(names[0] if names else "")

    def ask(self, check: Check, last_folder: str) -> None:
        """Show the sheet for a check."""
        self._heading.setText(self.tr("Export"))
        self._begin(last_folder, check.slug)

    def ask_many(self, count: int, last_folder: str) -> None:
        """Show the sheet for several checks, each of which gets a folder of its own."""
        words = self.tr("Export 1 check") if count == 1 else self.tr("Export {count} checks")
        self._heading.setText(words.format(count=count))
        self._begin(last_folder, "")

    def _begin(self, last_folder: str, name: str) -> None:
        documents = QStandardPaths.writableLocation(
            QStandardPaths.StandardLocation.DocumentsLocation
        )
        parent = Path(last_folder) if last_folder else Path(documents) / self.tr("Fact checks")
        self.folder.setText(str(parent / name))
        self.open()
        self.folder.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_files(self, check: Check, names: tuple[str, ...], cautions: tuple[str, ...]) -> None:
        """Show which files will be written, and sentences about what does not fit."""
        self._files.setText(
            "\n".join(names) or self.tr("None. Choose what the check is written as.")
        )
        self._go.setEnabled(bool(names))
        self._made_for.setVisible(self.wants_editors_copy)
        self.pictures.setEnabled(not {"html", "pdf"}.isdisjoint(self.formats))
        sentences = list(cautions)
        goes_out = any(one != _EDITORS_COPY for one in self.formats)
        is_told = any("as a DRAFT" in one for one in cautions)
        if check.state in _UNAPPROVED and goes_out and not is_told:
            words = self.tr("This check is not approved: every file will say DRAFT at its top.")
            sentences.insert(0, words)
        self._draft.setVisible(bool(sentences))
        self._draft.setText("\n".join(sentences))
        self.fit()

    def show_folders(self) -> None:
        """Show where the files of several checks will be, and what cannot be known before."""
        self._files.setText(
            self.tr("A folder for each check, named like it, with the files in it.")
            if self.formats
            else self.tr("None. Choose what the checks are written as.")
        )
        self._go.setEnabled(bool(self.formats))
        self.pictures.setEnabled(not {"html", "pdf"}.isdisjoint(self.formats))
        self._draft.setVisible(True)
        self._draft.setText(
            self.tr("Files of a check that is not approved, or has errors open, will say DRAFT.")
        )
        self.fit()

    def _on_choose(self) -> None:
        dialog = QFileDialog(self, self.tr("Folder for the export"), self.folder.text())
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(self.folder.setText)
        dialog.open()

    def _on_wanted(self) -> None:
        text = self.folder.text().strip()
        if text and self._go.isEnabled():
            self.close_sheet()
            self.export_wanted.emit(Path(text).expanduser())
