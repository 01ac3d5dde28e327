"""Pieces of forms: captions with buddies, cards, small buttons; one rhythm of 4 and 8 pixels."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QShowEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QBoxLayout,
    QComboBox,
    QFrame,
    QLabel,
    QLayout,
    QPushButton,
    QScrollArea,
    QStyledItemDelegate,
    QVBoxLayout,
    QWidget,
)

if TYPE_CHECKING:
    from collections.abc import Iterable
    from enum import StrEnum

    from PySide6.QtCore import QEvent

_OBJECT_LENGTH = 60
"""Letters of what a button in a row acts on."""
_LINE = 12
"""Pixels that the middles of two fields on one line may be apart."""


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


def tell_apart(button: QAbstractButton, what: str) -> None:
    """Let a screen reader tell a button from its like in other rows: its words, then its object.

    Args:
        button: what stands in each row of a list.
        what: what it acts on; a long one is cut.

    """
    words = button.text().replace("&", "")
    told = " ".join(what.split())
    cut = told if len(told) <= _OBJECT_LENGTH else f"{told[:_OBJECT_LENGTH].rstrip()}…"
    button.setAccessibleName(f"{words}: {cut}" if cut else words)


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
        self.setMaxVisibleItems(20)
        self.setItemDelegate(QStyledItemDelegate(self))  # or no style sheet reaches the list
        for member, text in words:
            self.addItem(sentence_case(text), str(member))
        self._label: QLabel | None = None

    def showEvent(self, event: QShowEvent) -> None:
        """Take a label out of sight where none is in sight: on Linux a box's name is its value."""
        super().showEvent(event)
        parent = self.parentWidget()
        if self._label is None and parent is not None and self.accessibleName():
            beside = parent.findChildren(QLabel, options=Qt.FindChildOption.FindDirectChildrenOnly)
            if all(label.buddy() is not self for label in beside):
                self._label = QLabel(self.accessibleName(), parent)
                self._label.hide()
                self._label.setBuddy(self)

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

    def showPopup(self) -> None:
        """Show the list inside its frame; Qt lays it over the sides of it."""
        frame = self.view().parentWidget()
        layout = frame.layout() if frame is not None else None
        if layout is not None:
            margins = layout.contentsMargins()
            layout.setContentsMargins(1, margins.top(), 1, margins.bottom())
        super().showPopup()

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

    def focusNextPrevChild(self, forwards: bool) -> bool:
        """Let the Tab key go in reading order; rows that came later would be last otherwise."""
        here = QApplication.focusWidget()
        fields = in_reading_order(self.body)
        place = fields.index(here) + (1 if forwards else -1) if here in fields else -1
        if not 0 <= place < len(fields) or here not in fields:
            return super().focusNextPrevChild(forwards)  # the window knows what comes beyond
        target = fields[place]
        reason = Qt.FocusReason.TabFocusReason if forwards else Qt.FocusReason.BacktabFocusReason
        target.setFocus(reason)
        self.ensureWidgetVisible(target)
        return True


def takes_tab(widget: QWidget) -> bool:
    """Tell whether the Tab key stops at a widget."""
    takes = widget.focusPolicy() & Qt.FocusPolicy.TabFocus
    return bool(takes) and widget.isVisible() and widget.isEnabled() and not widget.focusProxy()


def in_reading_order(body: QWidget) -> list[QWidget]:
    """Return the fields of a form line by line, each line from its beginning."""
    placed = [
        (widget.mapTo(body, widget.rect().center()), widget)
        for widget in body.findChildren(QWidget)
        if takes_tab(widget)
    ]
    placed.sort(key=lambda pair: pair[0].y())
    lines: list[list[tuple[QPoint, QWidget]]] = []
    for place, widget in placed:
        if lines and place.y() - lines[-1][0][0].y() < _LINE:
            lines[-1].append((place, widget))
        else:
            lines.append([(place, widget)])
    backwards = body.layoutDirection() == Qt.LayoutDirection.RightToLeft
    for line in lines:
        line.sort(key=lambda pair: pair[0].x(), reverse=backwards)
    return [widget for line in lines for _, widget in line]
