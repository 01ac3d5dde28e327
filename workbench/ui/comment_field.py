"""Where a comment is written: Ctrl+Enter saves it, and names are completed after an “@”."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QPlainTextEdit, QWidget

from workbench.ui.announcement import announce
from workbench.ui.overlay import Overlay

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QFocusEvent

_NAME_BEGUN = re.compile(r"(?<![\w.])@((?:[^\W\d_][\w'’.-]*)?(?: [^\W\d_][\w'’.-]*)*)$")
_LINES = 4
_MOST_NAMES = 6
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class CommentField(QPlainTextEdit):
    """A few lines of text with a history of their own: nothing of it is in the check yet.

    Signals:
        save_asked: Ctrl+Enter was pressed.
    """

    save_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("comment_text")
        self.setProperty("reviewer", True)  # written in while the draft cannot be changed
        self.setTabChangesFocus(True)
        self._people: tuple[str, ...] = ()
        self.names = QListWidget(self)
        self.names.setObjectName("comment_names")
        self.names.setAccessibleName(self.tr("Names"))
        self.names.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.names.itemClicked.connect(self._on_name_clicked)
        self.names.hide()
        self.textChanged.connect(self._offer_names)
        self.cursorPositionChanged.connect(self._leave_names)
        height = _LINES * self.fontMetrics().lineSpacing() + 2 * self.document().documentMargin()
        self.setFixedHeight(round(height) + 6)

    def know(self, people: Sequence[str]) -> None:
        """Complete these names after an “@”."""
        self._people = tuple(people)

    def show_text(self, text: str) -> None:
        """Show words to go on with, the cursor behind them."""
        self.setPlainText(text)
        self.moveCursor(QTextCursor.MoveOperation.End)
        self.names.hide()

    def _begun(self) -> str | None:
        """Return what is typed behind an “@” at the cursor; None if there is none."""
        cursor = self.textCursor()
        before = cursor.block().text().encode("utf-16-le")[: 2 * cursor.positionInBlock()]
        found = _NAME_BEGUN.search(before.decode("utf-16-le", "ignore"))
        return found[1] if found else None

    def _fitting(self) -> list[str]:
        """Return the names that go on as what is typed; a part of a name counts too."""
        begun = self._begun()
        if begun is None or not self.hasFocus():
            return []
        wanted = begun.casefold()
        found = [
            name
            for name in self._people
            if name.casefold().startswith(wanted)
            or any(part.startswith(wanted) for part in name.casefold().split())
        ]
        return [] if [name.casefold() for name in found] == [wanted] else found[:_MOST_NAMES]

    def _offer_names(self) -> None:
        found = self._fitting()
        if not found:
            self.names.hide()
            return
        self.names.clear()
        self.names.addItems(found)
        self.names.setCurrentRow(0)
        self._place_names()
        self.names.show()
        self.names.raise_()
        announce(self, self.tr("{name}, Enter takes it").format(name=found[0]))

    def _place_names(self) -> None:
        above = self.parentWidget()
        while above is not None and not isinstance(above, Overlay):
            above = above.parentWidget()
        ground = above or self.window()
        self.names.setParent(ground)
        self.names.ensurePolished()
        row = max(self.names.sizeHintForRow(0), self.fontMetrics().lineSpacing() + 8)
        width = max(self.names.sizeHintForColumn(0) + 32, 180)
        height = row * self.names.count() + 10
        place = self.viewport().mapTo(ground, self.cursorRect().bottomLeft() + QPoint(0, 4))
        top = place.y()
        if top + height > ground.height():
            top -= height + self.fontMetrics().lineSpacing() + 8
        left = min(place.x(), max(0, ground.width() - width - 8))
        self.names.setGeometry(left, top, width, height)

    def _leave_names(self) -> None:
        if self._begun() is None:
            self.names.hide()

    def _on_name_clicked(self, item: QListWidgetItem) -> None:
        self._put_name(item.text())

    def _put_name(self, name: str) -> None:
        begun, cursor = self._begun() or "", self.textCursor()
        for _ in begun:
            cursor.deletePreviousChar()
        cursor.insertText(f"{name} ")
        self.setTextCursor(cursor)
        self.names.hide()

    def _step_names(self, step: int) -> None:
        count = self.names.count()
        self.names.setCurrentRow((self.names.currentRow() + step) % count)
        announce(self, self.names.currentItem().text())

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Put the names away."""
        super().focusOutEvent(event)
        self.names.hide()

    def focusNextPrevChild(self, forwards: bool) -> bool:
        """Let the Tab key take a name that is on offer."""
        if self.names.isVisible():
            self._put_name(self.names.currentItem().text())
            return True
        return super().focusNextPrevChild(forwards)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+Enter saves; on offered names, Enter takes one, arrows walk, Escape leaves them."""
        key = Qt.Key(event.key())
        if key in _ENTER and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.save_asked.emit()
        elif not self.names.isVisible():
            super().keyPressEvent(event)
        elif key in _ENTER:
            self._put_name(self.names.currentItem().text())
        elif key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self._step_names(1 if key == Qt.Key.Key_Down else -1)
        elif key == Qt.Key.Key_Escape:
            self.names.hide()
        else:
            super().keyPressEvent(event)
