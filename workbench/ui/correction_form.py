"""The form of a correction, clarification or update, with how a reader will see it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from workbench.core.record import CorrectionKind
from workbench.ui.form import Choice, caption, restyled, small_button, stacked
from workbench.ui.standing_word import moment
from workbench.ui.wording import CORRECTION_WORDS

if TYPE_CHECKING:
    from workbench.core.export_record import ExportRecord


@dataclass(frozen=True, slots=True)
class CorrectionWords:
    """What a person has put into the form."""

    kind: CorrectionKind = CorrectionKind.CORRECTION
    was: str = ""
    now: str = ""
    reason: str = ""
    export_id: str = ""


class CorrectionForm(QWidget):
    """Asks for a correction; nothing of it is in the check until it is added.

    Signals:
        changed: the words in it are others.
        save_asked: the person wants it added, or changed.
        closed: the person wants none.
    """

    changed = Signal()
    save_asked = Signal()
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("correction_form")
        self.kind = Choice(CORRECTION_WORDS.items())
        self.kind.setObjectName("correction_kind")
        self.export = Choice(())
        self.export.setObjectName("correction_export")
        self.was = _text("correction_was")
        self.now = _text("correction_now")
        self.reason = QLineEdit()
        self.reason.setObjectName("correction_reason")
        self._preview = QLabel()
        self._preview.setObjectName("correction_preview")
        self._preview.setProperty("role", "generated")
        self._preview.setTextFormat(Qt.TextFormat.RichText)
        self._preview.setWordWrap(True)
        self._preview.setAccessibleName(self.tr("How a reader will see it"))
        self._missing = QLabel()
        self._missing.setObjectName("correction_missing")
        self._missing.setProperty("role", "warning")
        self._missing.setWordWrap(True)
        self._missing.hide()
        self._build()
        self._connect()

    def _build(self) -> None:
        first = QHBoxLayout()
        first.setSpacing(8)
        first.addLayout(stacked(self.tr("What it is"), self.kind), 1)
        first.addLayout(stacked(self.tr("It mends"), self.export), 1)
        self._add = small_button("", "correction_save")
        self._add.clicked.connect(self.save_asked)
        cancel = small_button(self.tr("Cancel"), "correction_cancel")
        cancel.clicked.connect(self.closed)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(cancel)
        buttons.addWidget(self._add)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 8)
        column.setSpacing(4)
        column.addLayout(first)
        for words, field in (
            (self.tr("It said"), self.was),
            (self.tr("It says now"), self.now),
            (self.tr("Why"), self.reason),
        ):
            column.addWidget(caption(words, field))
            column.addWidget(field)
        column.addWidget(caption(self.tr("How a reader will see it")))
        column.addWidget(self._preview)
        column.addWidget(self._missing)
        column.addLayout(buttons)

    def _connect(self) -> None:
        self.kind.currentIndexChanged.connect(self._on_changed)
        self.export.currentIndexChanged.connect(self._on_changed)
        self.was.textChanged.connect(self._on_changed)
        self.now.textChanged.connect(self._on_changed)
        self.reason.textChanged.connect(self._on_changed)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(self.save_asked)

    @property
    def words(self) -> CorrectionWords:
        """What is in the form."""
        return CorrectionWords(
            kind=CorrectionKind(self.kind.value),
            was=self.was.toPlainText().strip(),
            now=self.now.toPlainText().strip(),
            reason=self.reason.text().strip(),
            export_id=self.export.value,
        )

    def fill(
        self, words: CorrectionWords, exports: tuple[ExportRecord, ...], *, is_new: bool
    ) -> None:
        """Show what is in a correction, new or noted already, and the exports it could mend."""
        self.blockSignals(True)
        self.export.clear()
        for number, one in reversed(list(enumerate(exports, start=1))):
            told = self.tr("Export {n}  ·  {when}").format(n=number, when=moment(one.at))
            self.export.addItem(told, one.id)
        if not exports or words.export_id == "":
            self.export.addItem(self.tr("No export is noted"), "")
        self.export.show_value(words.export_id)
        self.kind.show_value(words.kind)
        self.was.setPlainText(words.was)
        self.now.setPlainText(words.now)
        self.reason.setText(words.reason)
        self._add.setText(self.tr("Add it") if is_new else self.tr("Change it"))
        self._add.setToolTip(self.tr("Ctrl+Enter"))
        self._missing.hide()
        self.blockSignals(False)
        self.changed.emit()

    def begin(self) -> None:
        """Put the keyboard where writing goes on: an error begins with what it said."""
        is_error = self.kind.value == CorrectionKind.CORRECTION
        begins = is_error and not self.was.toPlainText().strip()
        (self.was if begins else self.now).setFocus(Qt.FocusReason.OtherFocusReason)

    def show_preview(self, html: str) -> None:
        """Show how a reader will see it, as safe HTML."""
        restyled(self._preview, "empty", not html)
        self._preview.setText(html or self.tr("Say what stands there now."))

    def tell(self, sentences: tuple[str, ...]) -> None:
        """Say what stands in the way of it."""
        self._missing.setText(" ".join(sentences))
        self._missing.setVisible(bool(sentences))

    def _on_changed(self) -> None:
        self._missing.hide()
        self.changed.emit()


def _text(name: str) -> QPlainTextEdit:
    field = QPlainTextEdit()
    field.setObjectName(name)
    field.setTabChangesFocus(True)
    field.setFixedHeight(3 * field.fontMetrics().lineSpacing() + 16)
    return field
