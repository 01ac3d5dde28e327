"""A small card at the selection that asks what it is: the article, or something beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPoint, Qt, Signal
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QVBoxLayout

from workbench.core.source import SpanType
from workbench.ui.form import restyled

if TYPE_CHECKING:
    from PySide6.QtCore import QObject
    from PySide6.QtGui import QFocusEvent, QKeyEvent

    from workbench.ui.article_view import ArticleView

_STEPS = {
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_Tab: 1,
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_Backtab: -1,
}


class SpanChooser(QFrame):
    """Takes the keyboard until a kind is chosen, by its letter, or Escape is pressed.

    Signals:
        chosen: (SpanType).
    """

    chosen = Signal(object)

    def __init__(self, view: ArticleView) -> None:
        super().__init__(view.viewport())
        self._view = view
        self.setObjectName("span_chooser")
        self.setCursor(Qt.CursorShape.ArrowCursor)
        title = QLabel(self.tr("What is this?"))
        title.setProperty("role", "caption")
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 6, 8, 8)
        column.setSpacing(2)
        column.addWidget(title)
        self._buttons: dict[SpanType, QPushButton] = {}
        self._keys: dict[str, SpanType] = {}
        for kind, words, key in (
            (SpanType.BODY, self.tr("Text of the article"), self.tr("T")),
            (SpanType.CHROME, self.tr("Page furniture"), self.tr("P")),
            (SpanType.METADATA, self.tr("Metadata"), self.tr("M")),
            (SpanType.CAPTION, self.tr("Caption"), self.tr("C")),
            (SpanType.RIGHTS_NOTICE, self.tr("Rights notice"), self.tr("R")),
        ):
            button = QPushButton(f"{key}   {words}")
            button.setObjectName(f"span_{kind.value}")
            button.setProperty("role", "bar")
            button.setAccessibleName(words)
            button.clicked.connect(lambda _=False, chosen=kind: self._choose(chosen))
            button.installEventFilter(self)
            column.addWidget(button)
            self._buttons[kind] = button
            self._keys[key.casefold()] = kind
        self.hide()

    def ask(self, now: SpanType) -> None:
        """Stand at the selection, with what it is now under the keyboard."""
        for kind, button in self._buttons.items():
            restyled(button, "current", kind is now)
            words = button.accessibleName().partition(" (")[0]
            is_now = self.tr(" (now)") if kind is now else ""
            button.setAccessibleName(f"{words}{is_now}")
        self.adjustSize()
        self.move(self._place())
        self.show()
        self.raise_()
        self._buttons[now].setFocus(Qt.FocusReason.ShortcutFocusReason)

    def leave(self) -> None:
        """Go away and give the keyboard back to the article."""
        if self.isVisible():
            self.hide()
            self._view.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _choose(self, kind: SpanType) -> None:
        self.leave()
        self.chosen.emit(kind)

    def _place(self) -> QPoint:
        """Return a place under the selection, or above it where there is no room."""
        room = self._view.viewport()
        cursor = QTextCursor(self._view.textCursor())
        cursor.setPosition(self._view.textCursor().selectionEnd())
        last = self._view.cursorRect(cursor)
        cursor.setPosition(self._view.textCursor().selectionStart())
        first = self._view.cursorRect(cursor)
        y = last.bottom() + 6
        if y + self.height() > room.height():
            y = first.top() - self.height() - 6
        y = min(max(4, y), max(4, room.height() - self.height() - 4))
        x = min(max(4, last.left() - self.width() // 2), max(4, room.width() - self.width() - 4))
        return QPoint(x, y)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep single letters and arrows here; leave when the keyboard goes elsewhere."""
        if event.type() == QEvent.Type.KeyPress and self._takes(event):  # type: ignore[arg-type]
            return True
        if event.type() == QEvent.Type.FocusOut:
            self._on_focus_out(event)  # type: ignore[arg-type]
        return super().eventFilter(watched, event)

    def _takes(self, event: QKeyEvent) -> bool:
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
            return True
        kind = self._keys.get(event.text().casefold())
        if kind is not None:
            self._choose(kind)
            return True
        step = _STEPS.get(Qt.Key(event.key()))
        if step is not None:
            buttons = list(self._buttons.values())
            here = next((n for n, button in enumerate(buttons) if button.hasFocus()), 0)
            buttons[(here + step) % len(buttons)].setFocus(Qt.FocusReason.TabFocusReason)
            return True
        return False

    def _on_focus_out(self, event: QFocusEvent) -> None:
        if event.reason() == Qt.FocusReason.MouseFocusReason:
            self.hide()
