"""One entry of the timeline: its date, its mark on the line, and what it says."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from workbench.ui.event_wording import basis_words, moment_words
from workbench.ui.form import link_button, muted, tell_apart
from workbench.ui.mirror import reads_from_right
from workbench.ui.theme import current_theme, current_zoom

if TYPE_CHECKING:
    from collections.abc import Sequence

    from workbench.core.date import DateValue

DATE_WIDTH = 148
"""Pixels of the column of dates, at the interface's own size."""
_RAIL = 28
_MARK = 11.0
_MIDDLE = 17.0
"""Pixels from the top of a row to the middle of its mark."""


def _date_width() -> int:
    """Return how wide the column of dates is, in pixels."""
    return round(DATE_WIDTH * current_zoom())


class Rail(QWidget):
    """The mark of one entry on the line through all of them: a disc, a ring, or a bar."""

    def __init__(self, form: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._form = form
        self.setFixedWidth(_RAIL)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the mark."""
        theme = current_theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        x = self.width() / 2
        box = QRectF(x - _MARK / 2, _MIDDLE - _MARK / 2, _MARK, _MARK)
        painter.setPen(QPen(theme.color("accent"), 1.5))
        painter.setBrush(theme.color("window"))
        if self._form == "taken":
            painter.setBrush(theme.color("accent"))
            painter.drawEllipse(box)
        elif self._form == "publication":
            painter.setPen(QPen(theme.color("muted"), 1.5))
            painter.drawLine(QPointF(x - 5, _MIDDLE), QPointF(x + 5, _MIDDLE))
        else:
            pen = QPen(theme.color("accent"), 1.5)
            if self._form == "noticed":
                pen.setStyle(Qt.PenStyle.DotLine)
            painter.setPen(pen)
            painter.drawEllipse(box)


class TimelineRow(QFrame):
    """A row that takes the keyboard; what it can do is told by its links and keys.

    Signals:
        chosen: (what the person wants) "main", "away", "show", "up" or "down".
    """

    chosen = Signal(str)

    def __init__(self, key: str, form: str, when: DateValue, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.key = key
        self.form = form
        self.setProperty("role", "timeline_row")
        self.setObjectName(f"timeline_{form}")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.content = QVBoxLayout()
        self.content.setContentsMargins(0, 8, 4, 10)
        self.content.setSpacing(3)
        row = QHBoxLayout()
        row.setContentsMargins(4, 0, 4, 0)
        row.setSpacing(0)
        row.addWidget(self._built_date(when))
        row.addWidget(Rail(form))
        right = QVBoxLayout()
        right.addLayout(self.content)
        right.addStretch(1)
        row.addLayout(right, 1)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addLayout(row)

    def open_below(self, form: QWidget) -> None:
        """Put a form under the entry, as wide as the timeline."""
        self._column.addWidget(form)
        self._column.addSpacing(12)

    def _built_date(self, when: DateValue) -> QWidget:
        box = QWidget()
        box.setFixedWidth(_date_width())
        date = QLabel(moment_words(when))
        date.setTextFormat(Qt.TextFormat.PlainText)
        date.setWordWrap(True)
        date.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)
        is_event = self.form != "publication"
        date.setProperty("role", "strong" if is_event and when.is_known else "muted")
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 8, 0, 8)
        column.setSpacing(2)
        column.addWidget(date)
        words = basis_words(when)
        if words:
            basis = muted(words)
            basis.setProperty("role", "fine")
            basis.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)
            column.addWidget(basis)
        column.addStretch(1)
        return box

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the line that goes through all entries, under the mark of this one."""
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setPen(QPen(current_theme().color("line_strong"), 1))
        x = 4 + _date_width() + _RAIL / 2
        if reads_from_right():
            x = self.width() - x
        if self.hasFocus():
            painter.drawLine(QPointF(x, 2), QPointF(x, self.height() - 2))
        else:
            painter.drawLine(QPointF(x, 0), QPointF(x, self.height()))

    def say(self, words: str, role: str = "") -> QLabel:
        """Add a line of words and return its label."""
        label = QLabel(words)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(True)
        if role:
            label.setProperty("role", role)
        self.content.addWidget(label)
        return label

    def offer(self, links: Sequence[tuple[str, str, str]], what: str) -> None:
        """Add a line of links for what happened: (object name, words, what it chooses)."""
        line = QHBoxLayout()
        line.setSpacing(14)
        for name, words, choice in links:
            button = link_button(words, name)
            tell_apart(button, what)
            button.clicked.connect(lambda _=False, wanted=choice: self.chosen.emit(wanted))
            line.addWidget(button)
        line.addStretch(1)
        self.content.addLayout(line)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk the timeline with the arrow keys; act with Enter, Space and Delete."""
        choice = {
            Qt.Key.Key_Down: "down",
            Qt.Key.Key_Up: "up",
            Qt.Key.Key_Return: "main",
            Qt.Key.Key_Enter: "main",
            Qt.Key.Key_Space: "show",
            Qt.Key.Key_Delete: "away",
        }.get(Qt.Key(event.key()))
        if choice and self.hasFocus():
            self.chosen.emit(choice)
        else:
            super().keyPressEvent(event)
