"""The way of a check as five marks in a row: behind it, where it is, and ahead."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from workbench.core.record import CheckState
from workbench.ui.form import sentence_case
from workbench.ui.mirror import reads_from_right
from workbench.ui.theme import current_theme
from workbench.ui.wording import STATE_WORDS

if TYPE_CHECKING:
    from PySide6.QtGui import QColor

_MARK = 16
_GAP = 6
_SIDE = 1


class StateTrack(QWidget):
    """Shows a state; a tick in a disc is behind it, a dot in a ring is here, a ring is ahead."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("state_track")
        self._state = CheckState.DRAFT
        self._is_lapsed = False
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.show_state(CheckState.DRAFT, is_lapsed=False)

    def show_state(self, state: CheckState, *, is_lapsed: bool) -> None:
        """Show a state, and whether its approval has lapsed."""
        self._state, self._is_lapsed = state, is_lapsed
        words = self.tr("State of the check: {state}, step {n} of {total}")
        self.setAccessibleName(
            words.format(state=STATE_WORDS[state], n=self._place + 1, total=len(CheckState))
        )
        self.update()

    @property
    def _place(self) -> int:
        return list(CheckState).index(self._state)

    def sizeHint(self) -> QSize:
        """Return the height of a mark with its word under it."""
        return QSize(360, _MARK + _GAP + self.fontMetrics().height() + 4)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the marks, the line between them and the words under them."""
        theme = current_theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        width = self.width() / len(CheckState)
        middles = [width * (place + 0.5) for place in range(len(CheckState))]
        step = 1
        if reads_from_right():
            middles.reverse()
            step = -1
        y = _MARK / 2 + _SIDE
        for place in range(len(middles) - 1):
            behind = place < self._place
            painter.setPen(QPen(theme.color("accent" if behind else "line_strong"), 1.5))
            painter.drawLine(
                QPointF(middles[place] + step * (_MARK / 2 + 4), y),
                QPointF(middles[place + 1] - step * (_MARK / 2 + 4), y),
            )
        for place, (state, x) in enumerate(zip(CheckState, middles, strict=True)):
            box = QRectF(x - _MARK / 2, _SIDE, _MARK, _MARK)
            token = "muted" if place > self._place else "accent"
            if self._is_lapsed and state is CheckState.APPROVED and place <= self._place:
                token = "reported"
                self._paint_lapsed(painter, box, theme.color(token))
            else:
                self._paint_mark(painter, box, place, theme.color(token))
            self._paint_word(painter, place, QPointF(x, width), token)

    def _paint_mark(self, painter: QPainter, box: QRectF, place: int, color: QColor) -> None:
        ground = current_theme().color("panel")
        painter.setPen(QPen(color, 1.5))
        painter.setBrush(color if place < self._place else Qt.BrushStyle.NoBrush)
        painter.drawEllipse(box.adjusted(0.75, 0.75, -0.75, -0.75))
        middle = box.center()
        if place < self._place:
            painter.setPen(QPen(ground, 2))
            painter.drawPolyline(
                [
                    QPointF(middle.x() - 3.5, middle.y() + 0.5),
                    QPointF(middle.x() - 1, middle.y() + 3),
                    QPointF(middle.x() + 4, middle.y() - 2.5),
                ]
            )
        elif place == self._place:
            painter.setBrush(color)
            painter.drawEllipse(middle, 3.5, 3.5)

    def _paint_lapsed(self, painter: QPainter, box: QRectF, color: QColor) -> None:
        """Paint a ring with an exclamation mark: approved, and not as it is."""
        painter.setPen(QPen(color, 1.5))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawEllipse(box.adjusted(0.75, 0.75, -0.75, -0.75))
        middle = box.center()
        painter.setPen(QPen(color, 2))
        painter.drawLine(QPointF(middle.x(), box.top() + 4), QPointF(middle.x(), box.top() + 9))
        painter.drawPoint(QPointF(middle.x(), box.bottom() - 4))

    def _paint_word(self, painter: QPainter, place: int, at: QPointF, token: str) -> None:
        """Paint the word of a state around a middle (x) in a room as wide as y says."""
        font = QFont(self.font())
        if place == self._place:
            font.setWeight(QFont.Weight.DemiBold)
        painter.setFont(font)
        painter.setPen(current_theme().color("text" if place == self._place else token))
        word = sentence_case(STATE_WORDS[list(CheckState)[place]])
        metrics = QFontMetrics(font)
        room = QRectF(at.x() - at.y() / 2, _MARK + _GAP, at.y(), metrics.height() + 2)
        elided = metrics.elidedText(word, Qt.TextElideMode.ElideRight, round(at.y()) - 4)
        painter.drawText(room, Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop, elided)
