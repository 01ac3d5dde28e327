"""The packing sheet: where the case file goes, what goes along in it, and what stays here."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QFileDialog,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QWidget,
)

from workbench.ui.form import caption, muted, sentence_case, small_button
from workbench.ui.overlay import Overlay

if TYPE_CHECKING:
    from collections.abc import Mapping

    from workbench.publish.packing import Packing

_ENDING = ".factcheck"


class PackingSheet(Overlay):
    """Asks for the file and for what goes along; Enter in the file's name packs.

    Signals:
        pack_wanted: (path as pathlib.Path).
        choice_changed: something else is to go along.
        closed: the sheet is put away.
    """

    pack_wanted = Signal(object)
    choice_changed = Signal()
    closed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, width=620)
        self.setObjectName("packing_sheet")
        self._boxes: dict[str, QCheckBox] = {}
        self._counts: dict[str, QLabel] = {}
        self._build()

    def _build(self) -> None:
        heading = QLabel(self.tr("Pack into a case file"))
        heading.setProperty("role", "heading")
        self.file = QLineEdit()
        self.file.setObjectName("packing_file")
        # Once the key is done with: it would go on to the button that has the keyboard by then.
        self.file.returnPressed.connect(lambda: QTimer.singleShot(0, self, self._on_wanted))
        self.file.textChanged.connect(self._on_file_changed)
        choose = small_button(self.tr("Choose …"), "packing_choose")
        choose.clicked.connect(self._on_choose)
        row = QHBoxLayout()
        row.addWidget(self.file, 1)
        row.addWidget(choose)
        self._replaces = muted(self.tr("There is such a file already. It will be replaced."))
        self._replaces.setObjectName("packing_replaces")
        self._stays = muted()
        self._stays.setObjectName("packing_stays")
        self._size = muted()
        self._size.setObjectName("packing_size")
        self.column.addWidget(heading)
        self.column.addWidget(
            muted(
                self.tr(
                    "For a colleague with a workbench of their own, who can go on with the check "
                    "and send it back to be joined. It is not for readers."
                )
            )
        )
        self.column.addWidget(caption(self.tr("File"), self.file))
        self.column.addLayout(row)
        self.column.addWidget(self._replaces)
        self.column.addWidget(caption(self.tr("Goes along")))
        self.column.addWidget(
            muted(self.tr("The check itself, with its comments, suggestions and exports."))
        )
        self.column.addLayout(self._built_choices())
        self.column.addWidget(caption(self.tr("Stays here"), self._stays))
        self.column.addWidget(self._stays)
        self.column.addWidget(caption(self.tr("Size of the file"), self._size))
        self.column.addWidget(self._size)
        self.column.addSpacing(8)
        self.column.addLayout(self._built_buttons())

    def _built_choices(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(24)
        grid.setVerticalSpacing(4)
        words = {
            "originals": self.tr("&Originals of sources and pictures"),
            "history": self.tr("&History, with what was removed since"),
            "contacts": self.tr("&Who was asked, and their answers"),
            "notes": self.tr("Private &notes"),
        }
        for row, (key, text) in enumerate(words.items()):
            box = self._boxes[key] = QCheckBox(text)
            box.setObjectName(f"packing_{key}")
            box.toggled.connect(self.choice_changed)
            count = self._counts[key] = muted()
            grid.addWidget(box, row, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(count, row, 1)
        grid.setColumnStretch(1, 1)
        return grid

    def _built_buttons(self) -> QHBoxLayout:
        self._go = QPushButton(self.tr("&Pack"))
        self._go.setObjectName("packing_go")
        self._go.setProperty("role", "primary")
        self._go.clicked.connect(self._on_wanted)
        cancel = small_button(self.tr("Cancel"), "packing_cancel")
        cancel.clicked.connect(self.close_sheet)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(cancel)
        row.addWidget(self._go)
        return row

    @property
    def choice(self) -> Packing:
        """What is to go along."""
        from workbench.publish.packing import Packing

        return Packing(**{key: box.isChecked() for key, box in self._boxes.items()})

    def ask(self, path: Path, choice: Packing, counts: Mapping[str, str]) -> None:
        """Show the sheet.

        Args:
            path: of the file, to be changed by the person.
            choice: what goes along to begin with.
            counts: how much there is of each kind, in words; empty for none.

        """
        for key, box in self._boxes.items():
            with QSignalBlocker(box):
                box.setChecked(getattr(choice, key))
            for widget in (box, self._counts[key]):
                widget.setVisible(bool(counts.get(key)))
            self._counts[key].setText(sentence_case(counts.get(key, "")))
            box.setAccessibleDescription(counts.get(key, ""))
        self.file.setText(str(path))
        self._on_file_changed()  # the same name may be of a file that is there by now
        self.open()
        self.file.setFocus(Qt.FocusReason.OtherFocusReason)
        stem = len(str(path)) - len(path.name)
        self.file.setSelection(stem, len(path.stem))

    def close_sheet(self) -> None:
        """Hide the sheet; nothing has to be looked up for it any more."""
        super().close_sheet()
        self.closed.emit()

    def show_outcome(self, stays: tuple[str, ...], size: str) -> None:
        """Show what stays here, each in a line, and how large the file is."""
        self._stays.setText("\n".join(map(sentence_case, stays)) or self.tr("Nothing."))
        self._size.setText(size)
        self.fit()

    @property
    def path(self) -> Path | None:
        """The file that is named, with the ending of case files; None while none is."""
        text = self.file.text().strip()
        if not text or text.endswith(("/", "\\")):
            return None
        path = Path(text).expanduser()
        return path if path.suffix.lower() == _ENDING else path.with_name(path.name + _ENDING)

    def _on_file_changed(self) -> None:
        path = self.path
        self._go.setEnabled(path is not None)
        self._replaces.setVisible(path is not None and path.is_file())
        self.fit()

    def _on_choose(self) -> None:
        dialog = QFileDialog(self, self.tr("Case file"), str(self.path or ""))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setOption(QFileDialog.Option.DontConfirmOverwrite)  # the sheet says it
        dialog.setNameFilter(self.tr("Case files (*.factcheck)"))
        dialog.setDefaultSuffix(_ENDING[1:])
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(self.file.setText)
        dialog.open()

    def _on_wanted(self) -> None:
        path = self.path
        if path is not None:
            self.close_sheet()
            self.pack_wanted.emit(path)
