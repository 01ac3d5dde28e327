"""Text fields that share the desk's one timeline: they keep no undo history of their own."""

from __future__ import annotations

from math import ceil
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QTextCursor,
    QTextOption,
)
from PySide6.QtWidgets import QFrame, QLineEdit, QPlainTextEdit, QSizePolicy, QWidget

if TYPE_CHECKING:
    from collections.abc import Callable

_UNDO_KEYS = (QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo)


class _UndoGuard(QObject):
    """Keeps Undo and Redo from a field, so that they reach the window's one timeline."""

    def __init__(self, field: QWidget) -> None:
        super().__init__(field)
        field.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Pass Undo and Redo by; Qt takes what is ignored to the window."""
        if isinstance(event, QKeyEvent) and any(event.matches(key) for key in _UNDO_KEYS):
            event.ignore()
            return True
        return False


class _Run:
    """Cuts typing into undo steps: a word with the space before it, or a stretch deleted."""

    def __init__(self) -> None:
        self._number = 0
        self._last = ""
        self._kind = ""

    def number_for(self, text: str) -> int:
        """Return the number of the step that brought the field from its last text to this one."""
        grown, over = len(text) - len(self._last), self._types_over(text)
        kind = "typed" if grown == 1 or over else "deleted" if grown == -1 else "other"
        begins = over or (kind == "typed" and self._begins_word(text))
        if kind != self._kind or kind == "other" or begins:
            self._number += 1
        self._kind, self._last = kind, text
        return self._number

    def restart(self, text: str) -> None:
        """Begin a new step at the next edit."""
        self._last, self._kind = text, ""

    def _types_over(self, text: str) -> bool:
        """Return whether one character stands where a selection was."""
        place, gone = self._place(text), len(self._last) - len(text) + 1
        if gone < 1 or place == len(text):
            return False
        after, before = text[place + 1 :], self._last[place + gone :]
        return after == before and text[place] != self._last[place + gone - 1]

    def _begins_word(self, text: str) -> bool:
        place = self._place(text)
        return text[place].isspace() and not text[max(0, place - 1)].isspace()

    def _place(self, text: str) -> int:
        """Return where a text begins to differ from the last one."""
        pairs = enumerate(zip(text, self._last, strict=False))
        end = min(len(text), len(self._last))
        return next((place for place, (a, b) in pairs if a != b), end)


class LineField(QLineEdit):
    """One line of text on the desk's timeline.

    Signals:
        edited: (text, step number) after each edit by the person.
    """

    edited = Signal(str, int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._run = _Run()
        self._guard = _UndoGuard(self)
        self.textEdited.connect(self._on_text_edited)

    def show_text(self, text: str) -> None:
        """Show a value that came from elsewhere; the cursor stays where it makes sense."""
        if text == self.text():
            return
        place = self.cursorPosition()
        self.setText(text)
        self.setCursorPosition(min(place, len(text)) if self.hasFocus() else 0)
        self._run.restart(text)

    def _on_text_edited(self, text: str) -> None:
        self.edited.emit(text, self._run.number_for(text))

    def focusInEvent(self, event: QEvent) -> None:
        """Begin a new undo step."""
        self._run.restart(self.text())
        super().focusInEvent(event)  # type: ignore[arg-type]

    def focusOutEvent(self, event: QEvent) -> None:
        """Show the beginning of a text that is longer than the field."""
        super().focusOutEvent(event)  # type: ignore[arg-type]
        if not self.hasSelectedText():
            self.setCursorPosition(0)

    def contextMenuEvent(self, event: QEvent) -> None:
        """Show the usual menu without an undo of its own."""
        menu = self.createStandardContextMenu()
        for action in menu.actions()[:3]:  # undo, redo, separator: see the class docstring
            menu.removeAction(action)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(event.globalPos())  # type: ignore[attr-defined]


class TextField(QPlainTextEdit):
    """Several lines of text on the desk's timeline; grows with its text between two heights.

    Signals:
        edited: (text, step number) after each edit by the person.
    """

    edited = Signal(str, int)

    def __init__(
        self, parent: QWidget | None = None, *, least_lines: int = 2, most_lines: int = 12
    ) -> None:
        super().__init__(parent)
        self._run = _Run()
        self._guard = _UndoGuard(self)
        self._lines = (least_lines, most_lines)
        self._showing = False
        self.overlays: list[Callable[[QPainter, QRect], None]] = []
        """Paint over the text: the part of the viewport that is shown anew, in its pixels."""
        self.setUndoRedoEnabled(False)
        self.setTabChangesFocus(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.textChanged.connect(self._on_text_changed)
        self.document().documentLayout().documentSizeChanged.connect(self._fit)
        self._fit()

    def show_text(self, text: str) -> None:
        """Show a value that came from elsewhere; the cursor stays where it makes sense."""
        if text == self.toPlainText():
            return
        place = self.textCursor().position()
        self._showing = True
        self.setPlainText(text)
        self._showing = False
        self._fit()
        cursor = self.textCursor()
        if self.hasFocus():
            cursor.setPosition(min(place, self.document().characterCount() - 1))
        self.setTextCursor(cursor)
        self._run.restart(text)

    def put_cursor_at_end(self) -> None:
        """Take the focus, ready to go on writing."""
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        self.moveCursor(QTextCursor.MoveOperation.End)

    def _on_text_changed(self) -> None:
        if self._showing:
            return
        text = self.toPlainText()
        self._fit()
        self.edited.emit(text, self._run.number_for(text))

    def _fit(self) -> None:
        """Be as high as the text needs, in wrapped lines."""
        lines, text_height = self._measured()
        shown = min(max(lines, self._lines[0]), self._lines[1])
        frame = self.contentsMargins().top() + self.contentsMargins().bottom()
        margin = self.document().documentMargin()
        least = shown * self.fontMetrics().lineSpacing() + margin
        # Unless a pixel more than the text is free, Qt scrolls, and the wheel stops at the field.
        height = ceil(max(least, text_height) + margin) + 1
        if self.height() != height + frame or self.minimumHeight() != height + frame:
            self.setFixedHeight(height + frame)
        wanted = (
            Qt.ScrollBarPolicy.ScrollBarAsNeeded
            if lines > self._lines[1]
            else Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        )
        if self.verticalScrollBarPolicy() != wanted:
            self.setVerticalScrollBarPolicy(wanted)

    def _measured(self) -> tuple[int, float]:
        """Return how many wrapped lines the text takes, and how high those on show are, in pixels.

        Lays out what Qt left for later, and counts no further than one line too many. Lines are
        not all as high as the font says: other scripts are set in other fonts.
        """
        if self.document().isEmpty() and self.placeholderText():
            return self._hint_line_count(), 0.0
        layout = self.document().documentLayout()
        lines, height = 0, 0.0
        block = self.document().firstBlock()
        while block.isValid() and lines <= self._lines[1]:
            block_height = layout.blockBoundingRect(block).height()
            count = max(1, block.layout().lineCount())
            height += block_height * min(count, self._lines[1] - lines) / count
            lines += count
            block = block.next()
        return max(1, lines), height

    def _hint_line_count(self) -> int:
        """Return how many lines the hint takes, so that it can be read to its end."""
        room = QRect(0, 0, max(1, self.viewport().width() - 8), 10_000)
        flags = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft
        box = self.fontMetrics().boundingRect(room, int(flags), self.placeholderText())
        return max(1, round(box.height() / self.fontMetrics().lineSpacing()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit again when the lines wrap elsewhere."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit()

    def sizeHint(self) -> QSize:
        """Return the height that the text needs."""
        return QSize(super().sizeHint().width(), self.minimumHeight())

    def changeEvent(self, event: QEvent) -> None:
        """Fit again when the interface's font changes."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._fit()

    def focusInEvent(self, event: QEvent) -> None:
        """Begin a new undo step."""
        self._run.restart(self.toPlainText())
        super().focusInEvent(event)  # type: ignore[arg-type]

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the text, and over it what marks it."""
        super().paintEvent(event)
        if self.overlays:
            painter = QPainter(self.viewport())
            for paint in self.overlays:
                paint(painter, event.rect())
            painter.end()

    def wheelEvent(self, event: QEvent) -> None:
        """Scroll the form, not this field, unless the field has more than it shows."""
        if self.verticalScrollBar().maximum() == 0:
            event.ignore()
            return
        super().wheelEvent(event)  # type: ignore[arg-type]
