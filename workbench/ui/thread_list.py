"""The parts of a thread: numbered, each with its own counter and its own way to the clipboard."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QAbstractScrollArea,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from workbench.publish.count import count
from workbench.ui.field import TextField
from workbench.ui.form import restyled

if TYPE_CHECKING:
    from workbench.core.network import Network


class _CopyButton(QPushButton):
    """Copies one part; the arrow keys lead to its neighbours.

    Signals:
        stepped: (1 or -1) to the next or the previous part; (0) to the first, (2) to the last.
    """

    stepped = Signal(int)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go through the parts, and copy as everywhere."""
        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_Home: 0, Qt.Key.Key_End: 2}
        if event.matches(QKeySequence.StandardKey.Copy):
            self.click()
        elif event.key() in steps and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            self.stepped.emit(steps[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)


class ThreadPart(QFrame):
    """One part as it goes out, with its number and its counter."""

    def __init__(self, network: Network, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._network = network
        self._shown: tuple[str, int, int] | None = None
        self.setProperty("role", "part")
        self._number = QLabel()
        self._number.setProperty("role", "inline_caption")
        # a field and no label: it breaks a long link, and what is selected is what goes out
        self.words = TextField(least_lines=1, most_lines=80)
        self.words.setReadOnly(True)
        self.words.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.words.document().setDocumentMargin(0)
        self.words.setProperty("role", "part")
        self.counter = QLabel()
        self.copy = _CopyButton(self.tr("Copy"))
        self.copy.setProperty("role", "link")
        self.copy.setCursor(Qt.CursorShape.PointingHandCursor)
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(self._number)
        head.addStretch(1)
        head.addWidget(self.counter)
        head.addWidget(self.copy)
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 4, 10, 6)
        column.setSpacing(2)
        column.addLayout(head)
        column.addWidget(self.words)

    @property
    def text(self) -> str:
        """The part as it goes out."""
        return self.words.toPlainText()

    def show_part(self, text: str, number: int, total: int) -> None:
        """Show the words of a part, of how many it is one, and how long it is."""
        if self._shown == (text, number, total):  # most parts stay as they are while one types
            return
        self._shown = (text, number, total)
        self.words.show_text(text)
        place = self.tr("Part {number} of {total}").format(number=number, total=total)
        self._number.setText(place)
        self.words.setAccessibleName(place)
        counted = count(text, self._network)
        length = f"{counted.length} / {counted.limit}"
        self.counter.setText(length if counted.valid else self.tr("{n} too long").format(n=length))
        restyled(self.counter, "tone", "good" if counted.valid else "bad")
        key = self._network.key
        self.counter.setObjectName(f"part_counter_{key}_{number}")
        self.words.setObjectName(f"part_text_{key}_{number}")
        self.copy.setObjectName(f"copy_part_{key}_{number}")
        self.copy.setAccessibleName(
            self.tr("Copy part {number} of {total} for {name}").format(
                number=number, total=total, name=self._network.name
            )
        )
        told = self.tr("{length} of {limit}. {text}")
        self.copy.setAccessibleDescription(
            told.format(length=counted.length, limit=counted.limit, text=text)
        )


class ThreadList(QWidget):
    """Shows the parts of one network's thread; rows are kept while their words change.

    Signals:
        copied: (place of the part from 0, its text).
    """

    copied = Signal(int, str)

    def __init__(self, network: Network, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(f"thread_{network.key}")
        self._network = network
        self._parts: list[ThreadPart] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(6)

    @property
    def parts(self) -> tuple[ThreadPart, ...]:
        """The rows, in the order of the thread."""
        return tuple(self._parts)

    def show_parts(self, texts: tuple[str, ...]) -> None:
        """Show some parts; the keyboard stays at the place where it is."""
        had = next((at for at, part in enumerate(self._parts) if part.copy.hasFocus()), None)
        while len(self._parts) > len(texts):
            gone = self._parts.pop()
            self._column.removeWidget(gone)
            gone.hide()
            gone.deleteLater()
        while len(self._parts) < len(texts):
            self._add_row()
        for number, (part, text) in enumerate(zip(self._parts, texts, strict=True), start=1):
            part.show_part(text, number, len(texts))
        if had is not None and had >= len(texts) and self._parts:
            self._parts[-1].copy.setFocus(Qt.FocusReason.OtherFocusReason)

    def _add_row(self) -> None:
        place = len(self._parts)
        row = ThreadPart(self._network)
        row.copy.clicked.connect(lambda: self.copied.emit(place, self._parts[place].text))
        row.copy.stepped.connect(lambda step: self._go(place, step))
        self._parts.append(row)
        self._column.addWidget(row)

    def _go(self, place: int, step: int) -> None:
        """Put the keyboard on another part and bring all of it into view."""
        last = len(self._parts) - 1
        wanted = {0: 0, 2: last}.get(step, min(max(place + step, 0), last))
        target = self._parts[wanted]
        target.copy.setFocus(Qt.FocusReason.OtherFocusReason)
        parent = self.parentWidget()
        while parent is not None and not isinstance(parent, QAbstractScrollArea):
            parent = parent.parentWidget()
        if isinstance(parent, QScrollArea):
            parent.ensureWidgetVisible(target)
