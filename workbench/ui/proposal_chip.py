"""One proposal as a chip: what it is, its value, how sure it is; taken, replaced or set aside."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from workbench.core.source import Flag
from workbench.reading.proposal import Certainty
from workbench.ui.field import LineField
from workbench.ui.form import restyled, sentence_case
from workbench.ui.proposal_wording import basis_words, chip_words, field_words, value_words

if TYPE_CHECKING:
    from PySide6.QtCore import QObject
    from PySide6.QtGui import QEnterEvent, QFocusEvent

    from workbench.core.check import Check
    from workbench.rules.proposal import OpenProposal

_SHOWN = 44
"""Characters of a value on its chip; the whole of it is in the tip and in the line below."""
_EDIT_WIDTH = 260
_TAKES = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_OTHER_THAN_KEYPAD = ~Qt.KeyboardModifier.KeypadModifier
_DROPS = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)
_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}


class ProposalChip(QPushButton):
    """A button that takes its proposal; typing on it writes something else in its place.

    Signals:
        replaced: (words) the person wrote something else.
        dropped: the person set it aside.
        stepped: (-1 or 1) the person goes to the chip beside it.
        left: the person goes back to the article.
        looked_at: (whether) the keyboard or the pointer is on it.
    """

    replaced = Signal(str)
    dropped = Signal()
    stepped = Signal(int)
    left = Signal()
    looked_at = Signal(bool)

    def __init__(self, check: Check, proposal: OpenProposal, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.proposal = proposal
        self._value = value_words(check, proposal.value)
        self.setObjectName(f"proposal_{proposal.field}")
        self.setProperty("role", "proposal")
        self.setProperty("sure", proposal.certainty is Certainty.STATED)
        self.setProperty("differs", proposal.differs)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAutoDefault(False)
        self.words = self._told(check)
        self.setAccessibleName(self.words)
        self.setAccessibleDescription(
            self.tr("Return takes it, typing replaces it, Delete sets it aside.")
        )
        self.setToolTip(self.words)
        self._build(check)

    def _told(self, check: Check) -> str:
        """Return all that is known of the proposal, in a line."""
        name = sentence_case(field_words(self.proposal))
        words = f"{name}: {self._value} – {basis_words(self.proposal)}."
        if self.proposal.held is None:
            return words
        held = value_words(check, self.proposal.held)
        return self.tr("{words} The source has: {held}. Return takes what the text says.").format(
            words=words, held=held
        )

    def _build(self, check: Check) -> None:
        name, value = chip_words(check, self.proposal)
        self._name = QLabel(name)
        self._name.setProperty("role", "proposal_name")
        self._shown = QLabel(value if len(value) <= _SHOWN else f"{value[: _SHOWN - 1]}…")
        self._shown.setProperty("role", "proposal_value")
        likely = self.tr("likely") if self.proposal.certainty is Certainty.LIKELY else ""
        self._certainty = QLabel(self.tr("differs") if self.proposal.differs else likely)
        self._certainty.setProperty("role", "proposal_certainty")
        self._edit = LineField()
        self._edit.setObjectName("proposal_edit")
        self._edit.setAccessibleName(sentence_case(field_words(self.proposal)))
        self._edit.setFixedWidth(_EDIT_WIDTH)
        self._edit.hide()
        self._drop = QPushButton("×")
        self._drop.setObjectName("proposal_drop")
        self._drop.setProperty("role", "proposal_drop")
        self._drop.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._drop.setAccessibleName(self.tr("Set aside: {words}").format(words=self.words))
        self._drop.setToolTip(self.tr("Set aside (Del)"))
        row = self._row = QHBoxLayout(self)
        row.setContentsMargins(9, 2, 3, 2)
        row.setSpacing(5)
        for label in (self._name, self._shown, self._certainty):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            row.addWidget(label)
            if not label.text():
                label.hide()
        row.insertWidget(2, self._edit)
        row.addWidget(self._drop)
        self._edit.installEventFilter(self)
        self._drop.clicked.connect(self.dropped)

    @property
    def is_editing(self) -> bool:
        """Whether the person is writing something else."""
        return self._edit.isVisible()

    def sizeHint(self) -> QSize:
        """Return the room that the words need."""
        return self._row.sizeHint()

    def minimumSizeHint(self) -> QSize:
        """Return the same: no word is cut."""
        return self.sizeHint()

    def begin_edit(self, first: str | None = None) -> None:
        """Let the person write: with a first letter over the value, else in the value."""
        if isinstance(self.proposal.value, Flag):
            return  # there is nothing to write: it is so, or it is not
        hop = getattr(self.proposal.value, "name", "")
        self._edit.setText(first if first is not None else hop or self._value)
        self._show_edit(True)
        self._edit.setFocus(Qt.FocusReason.OtherFocusReason)
        self._edit.deselect()
        self._edit.end(False)

    def _show_edit(self, wanted: bool) -> None:
        self._shown.setVisible(not wanted)
        self._certainty.setVisible(not wanted and bool(self._certainty.text()))
        self._edit.setVisible(wanted)
        restyled(self, "editing", wanted)
        self.updateGeometry()

    def _on_typed(self) -> None:
        words = self._edit.text().strip()
        if words:
            self.replaced.emit(words)
        else:
            self.end_edit()

    def end_edit(self) -> None:
        """Show the proposal again; nothing was taken."""
        self._show_edit(False)
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take what was written with Return, leave it with Escape; the chip hears of neither."""
        is_key = watched is self._edit and event.type() == QEvent.Type.KeyPress
        if is_key and isinstance(event, QKeyEvent):
            if event.key() == Qt.Key.Key_Escape:
                self.end_edit()
                return True
            if event.key() in _TAKES and not event.modifiers() & _OTHER_THAN_KEYPAD:
                self._on_typed()
                return True
        return super().eventFilter(watched, event)

    def event(self, event: QEvent) -> bool:
        """Keep F2, which elsewhere goes to the title, for writing in the value."""
        is_f2 = isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_F2
        if is_f2 and event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take, replace, set aside, or go to the next one."""
        key, typed = Qt.Key(event.key()), event.text()
        plain = not event.modifiers() & ~(
            Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier
        )
        if self.is_editing or not plain:
            super().keyPressEvent(event)
        elif key in _TAKES:
            self.click()
        elif key in _DROPS:
            self.dropped.emit()
        elif key in _STEPS:
            backwards = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
            self.stepped.emit(-_STEPS[key] if backwards else _STEPS[key])
        elif key == Qt.Key.Key_Escape:
            self.left.emit()
        elif key == Qt.Key.Key_F2:
            self.begin_edit()
        elif typed and typed.isprintable() and not typed.isspace():
            self.begin_edit(typed)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Say so."""
        super().focusInEvent(event)
        self.looked_at.emit(True)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Say so."""
        super().focusOutEvent(event)
        self.looked_at.emit(False)

    def enterEvent(self, event: QEnterEvent) -> None:
        """Say so."""
        super().enterEvent(event)
        self.looked_at.emit(True)

    def leaveEvent(self, event: QEvent) -> None:
        """Say so."""
        super().leaveEvent(event)
        self.looked_at.emit(False)
