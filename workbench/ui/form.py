"""Pieces of forms: captions with buddies, cards, small buttons; one rhythm of 4 and 8 pixels."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QBoxLayout,
    QComboBox,
    QFrame,
    QLabel,
    QLayout,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

if TYPE_CHECKING:
    from collections.abc import Iterable
    from enum import StrEnum

    from PySide6.QtCore import QEvent


def sentence_case(words: str) -> str:
    """Return words with a capital at the beginning and nothing else changed."""
    return words[:1].upper() + words[1:]


def caption(text: str, buddy: QWidget | None = None) -> QLabel:
    """Return a small semibold label; with a buddy it also names that field for screen readers."""
    label = QLabel(text)
    label.setProperty("role", "caption")
    label.setIndent(0)
    if buddy is not None:
        label.setBuddy(buddy)
        buddy.setAccessibleName(text)
    return label


def inline_caption(text: str, buddy: QWidget | None = None) -> QLabel:
    """Return a caption that stands beside its field."""
    label = caption(text, buddy)
    label.setProperty("role", "inline_caption")
    return label


def muted(text: str = "", *, wrap: bool = True) -> QLabel:
    """Return a label in the quiet colour."""
    label = QLabel(text)
    label.setProperty("role", "muted")
    label.setIndent(0)
    label.setWordWrap(wrap)
    label.setTextFormat(Qt.TextFormat.PlainText)
    return label


def add_field(layout: QBoxLayout, text: str, field: QWidget) -> QLabel:
    """Add a caption and its field under each other; return the caption."""
    label = caption(text, field)
    layout.addWidget(label)
    layout.addWidget(field)
    return label


def stacked(text: str, field: QWidget) -> QVBoxLayout:
    """Return a caption over its field, for rows of several fields."""
    column = QVBoxLayout()
    column.setSpacing(4)
    add_field(column, text, field)
    return column


def card(name: str = "") -> QFrame:
    """Return a frame with a one-pixel line and round corners."""
    frame = QFrame()
    frame.setProperty("role", "card")
    if name:
        frame.setObjectName(name)
    return frame


def link_button(text: str, name: str = "") -> QPushButton:
    """Return a button that looks like a link."""
    button = QPushButton(text)
    button.setProperty("role", "link")
    button.setCursor(Qt.CursorShape.PointingHandCursor)
    if name:
        button.setObjectName(name)
    return button


def small_button(text: str, name: str = "") -> QPushButton:
    """Return a plain button."""
    button = QPushButton(text)
    if name:
        button.setObjectName(name)
    return button


def empty_out(layout: QLayout) -> None:
    """Take every widget out of a layout and delete it."""
    while layout.count():
        item = layout.takeAt(0)
        widget = item.widget() if item else None
        if widget is not None:
            widget.hide()
            widget.deleteLater()


def restyled(widget: QWidget, role: str, value: object) -> None:
    """Set a property that the style sheet looks at, and show the difference."""
    if widget.property(role) == value:
        return
    widget.setProperty(role, value)
    widget.style().unpolish(widget)
    widget.style().polish(widget)


class Choice(QComboBox):
    """A combo box over the members of an enumeration; the wheel scrolls the form, not the value."""

    def __init__(self, words: Iterable[tuple[StrEnum | str, str]]) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        for member, text in words:
            self.addItem(sentence_case(text), str(member))

    @property
    def value(self) -> str:
        """The chosen member's code."""
        return str(self.currentData() or "")

    def show_value(self, value: str) -> None:
        """Choose a member without telling anybody."""
        index = self.findData(str(value))
        if index != self.currentIndex():
            self.blockSignals(True)
            self.setCurrentIndex(index)
            self.blockSignals(False)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the box with a plain arrowhead in the colour of its words."""
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self.palette().placeholderText().color(), 1.5))
        backwards = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        x, y = 14.0 if backwards else self.width() - 14.0, self.height() / 2 - 1.5
        painter.drawPolyline([QPointF(x - 4, y), QPointF(x, y + 4), QPointF(x + 4, y)])

    def wheelEvent(self, event: QEvent) -> None:
        """Let the form scroll."""
        event.ignore()


class FormScroll(QScrollArea):
    """A column of fields that scrolls, and follows the keyboard focus."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.body = QWidget()
        self.body.setObjectName("form_body")
        self.column = QVBoxLayout(self.body)
        self.column.setContentsMargins(20, 14, 20, 20)
        self.column.setSpacing(4)
        self.setWidget(self.body)
