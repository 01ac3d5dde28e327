"""Overlays: sheets over the window that close with Escape and give the focus back."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRect, Qt
from PySide6.QtGui import (
    QAction,
    QColor,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QFrame,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from workbench.ui.theme import current_zoom

_FRAME = 8
"""Pixels between the card's edge and what scrolls in it."""
_LINE = 1
"""Pixels of the line around the card, which its layout leaves to it."""
_SHADE = QColor(0, 0, 0, 90)


class Overlay(QWidget):
    """A shade over its parent with a card in it; the window below stays as it was."""

    def __init__(self, parent: QWidget, *, width: int, height: int = 0) -> None:
        super().__init__(parent)
        self._card_size = (width, height)
        self._window = parent
        self._before: QWidget | None = None
        self._called: QAbstractButton | None = None
        self.card = QFrame(self)
        self.card.setProperty("role", "overlay")
        self._inside = QWidget()
        self._inside.setObjectName("overlay_body")
        self.column = QVBoxLayout(self._inside)
        self.column.setContentsMargins(12, 8, 12, 8)
        self.column.setSpacing(8)
        self._scroll = QScrollArea()  # for large words in a low window
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setWidget(self._inside)
        frame = QVBoxLayout(self.card)
        frame.setContentsMargins(_FRAME, _FRAME, _FRAME, _FRAME)
        frame.addWidget(self._scroll)
        parent.installEventFilter(self)
        self.hide()

    @property
    def card_width(self) -> int:
        """How wide the card is where there is room, in pixels at the interface's own size."""
        return self._card_size[0]

    @card_width.setter
    def card_width(self, width: int) -> None:
        self._card_size = (width, self._card_size[1])

    def open(self) -> None:
        """Show the sheet over the whole window and take the focus."""
        self._before = QApplication.focusWidget()
        self.setGeometry(self._room())
        self._place()
        self.show()
        self.raise_()

    def fit(self) -> None:
        """Make the card as high as what is in it now, if it is seen."""
        if self.isVisible():
            self.column.invalidate()
            self._place()

    def close_sheet(self) -> None:
        """Hide the sheet and give the focus back."""
        if not self.isVisible():
            return
        self.hide()
        if self._before is not None and self._before.isVisible():
            self._before.setFocus()
        self._before = None

    def _room(self) -> QRect:
        return self._window.rect()

    def _place(self) -> None:
        room, zoom = self._room(), max(current_zoom(), 1.0)
        width = min(round(self._card_size[0] * zoom), room.width() - 40)
        wanted = round(self._card_size[1] * zoom) or self._height_for(width)
        height = min(wanted, room.height() - 48)
        top = min(max(24, room.height() // 10), (room.height() - height) // 2)
        self.card.setGeometry((room.width() - width) // 2, top, width, height)

    def _height_for(self, width: int) -> int:
        """Return how high the card is that shows all that is in it, in pixels."""
        edges = 2 * (_FRAME + _LINE)
        inner = self.column.heightForWidth(width - edges)
        if inner < 0:  # no words in it that wrap
            inner = self.column.sizeHint().height()
        return inner + edges

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the size of the window; let an underlined letter press its button."""
        if event.type() == QEvent.Type.KeyPress and self._called is not None:
            button, self._called = self._called, None
            watched.removeEventFilter(self)
            button.setFocus(Qt.FocusReason.ShortcutFocusReason)
            button.click()
            return True
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self.setGeometry(self._room())
            self._place()
        return super().eventFilter(watched, event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Shade the window."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), _SHADE)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Close on a click beside the card."""
        if not self.card.geometry().contains(event.position().toPoint()):
            self.close_sheet()

    def event(self, event: QEvent) -> bool:
        """Keep the window's shortcuts from the window below, which would change unseen.

        That takes the underlined letters from the buttons of the sheet, too, so that they are
        looked for here; the key press that follows is kept from the field that has the keyboard.
        """
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            here = QApplication.focusWidget()
            button = self._button_with(event)
            if button is not None and here is not None and here is not self._window:
                self._called = button
                here.installEventFilter(self)
            event.accept()
            return True
        return super().event(event)

    def _button_with(self, event: QKeyEvent) -> QAbstractButton | None:
        """Return the button of the sheet whose underlined letter is pressed with Alt."""
        if event.modifiers() != Qt.KeyboardModifier.AltModifier:
            return None
        keys = QKeySequence(event.keyCombination())
        for button in self.card.findChildren(QAbstractButton):
            if button.shortcut() == keys and button.isVisible() and button.isEnabled():
                return button
        return None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close with Escape; F1 tells of the sheet as it does of the window."""
        if event.key() == Qt.Key.Key_Escape:
            self.close_sheet()
        elif event.key() == Qt.Key.Key_F1 and not event.modifiers():
            if (show_help := self._window.findChild(QAction, "action_show_help")) is not None:
                show_help.trigger()
        else:
            super().keyPressEvent(event)

    def focusNextPrevChild(self, forwards: bool) -> bool:
        """Keep the Tab key inside the sheet."""
        fields = [
            widget
            for widget in self.card.findChildren(QWidget)
            if widget.focusPolicy() & Qt.FocusPolicy.TabFocus
            and widget.isVisible()
            and widget.isEnabled()
        ]
        if not fields:
            return False
        here = QApplication.focusWidget()
        place = fields.index(here) if here in fields else -1
        target = fields[(place + (1 if forwards else -1)) % len(fields)]
        target.setFocus(Qt.FocusReason.TabFocusReason)
        self._scroll.ensureWidgetVisible(target)
        return True
