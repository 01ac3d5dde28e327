"""Bringing in a newer text of a source: from the clipboard, from a file, or by dropping one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLabel, QWidget

from workbench.ui.form import muted, small_button
from workbench.ui.overlay import Overlay
from workbench.ui.wording import moment_words, source_name

if TYPE_CHECKING:
    from workbench.core.check import Check
    from workbench.core.source import Source

_SHOWN = 160


class RenewalSheet(Overlay):
    """Says which source gets a newer text, and takes it.

    Signals:
        paste_asked, open_asked: where the text is.
        dropped: (QMimeData) it was dropped on the sheet.
    """

    paste_asked = Signal()
    open_asked = Signal()
    dropped = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, width=600)
        self.setObjectName("renewal_sheet")
        self.setAcceptDrops(True)
        self._heading = QLabel()
        self._heading.setProperty("role", "heading")
        self._heading.setTextFormat(Qt.TextFormat.PlainText)
        self._heading.setWordWrap(True)
        self._newest = muted()
        self._clip = QLabel()
        self._clip.setProperty("role", "quote")
        self._clip.setTextFormat(Qt.TextFormat.PlainText)
        self._clip.setWordWrap(True)
        self.paste = small_button(self.tr("Paste"), "renewal_paste")
        self.paste.setProperty("role", "primary")
        self.paste.clicked.connect(lambda: self._leave(self.paste_asked))
        self.open_file = small_button(self.tr("Open a file …"), "renewal_open")
        self.open_file.clicked.connect(lambda: self._leave(self.open_asked))
        cancel = small_button(self.tr("Cancel"), "renewal_cancel")
        cancel.clicked.connect(self.close_sheet)
        row = QHBoxLayout()
        row.addWidget(self.paste)
        row.addWidget(self.open_file)
        row.addStretch(1)
        row.addWidget(cancel)
        self.column.addWidget(self._heading)
        self.column.addWidget(self._newest)
        self.column.addWidget(
            muted(
                self.tr(
                    "Its quotes are looked for in the new text. Those that stand there go over "
                    "to it; the others keep their words until you decide. The older text stays."
                )
            )
        )
        self.column.addSpacing(4)
        self.column.addWidget(self._clip)
        self.column.addSpacing(4)
        self.column.addLayout(row)
        self.column.addWidget(muted(self.tr("Or drop the file here. Ctrl+V pastes, Ctrl+O opens.")))

    def ask(self, check: Check, source: Source) -> None:
        """Show the sheet for a source."""
        number = check.sources.index(source) + 1
        self._heading.setText(
            self.tr("New text for source {number}: {name}").format(
                number=number, name=source_name(source, number)
            )
            if source.name.strip()
            else self.tr("New text for source {number}").format(number=number)
        )
        self._newest.setText(
            self.tr("Its newest text is of {moment}.").format(moment=moment_words(source.version))
        )
        words = " ".join(QApplication.clipboard().text().split())
        shown = words if len(words) <= _SHOWN else words[:_SHOWN].rpartition(" ")[0] + " …"
        self._clip.setText(
            self.tr("On the clipboard: “{words}”").format(words=shown)
            if words
            else self.tr("There is no text on the clipboard.")
        )
        self.paste.setEnabled(bool(words))
        self.open()
        (self.paste if words else self.open_file).setFocus()

    def _leave(self, signal: object) -> None:
        self.close_sheet()
        signal.emit()  # type: ignore[attr-defined]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Paste and open with the usual keys; Enter presses the button that has the keyboard."""
        here = QApplication.focusWidget()
        if event.matches(QKeySequence.StandardKey.Paste):
            self._leave(self.paste_asked)
        elif event.matches(QKeySequence.StandardKey.Open):
            self._leave(self.open_asked)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            for button in (self.paste, self.open_file):
                if here is button:
                    button.click()
                    return
            super().keyPressEvent(event)
        else:
            super().keyPressEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take a file or a text."""
        data = event.mimeData()
        if data.hasUrls() or data.hasText() or data.hasHtml():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Take what was dropped as the newer text."""
        event.acceptProposedAction()
        self.close_sheet()
        self.dropped.emit(event.mimeData())
