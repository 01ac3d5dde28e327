"""The margin of the article: the number of the claim that each passage belongs to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QFont, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from workbench.ui.theme import current_theme

if TYPE_CHECKING:
    from collections.abc import Iterator

    from workbench.ui.article_view import ArticleView

MARGIN_WIDTH = 52
"""Pixels kept free left of the column."""
_BADGE = 20.0
_FIT = 2
"""How many badges stand side by side; the last one says how many more there are."""


class ArticleMargin(QWidget):
    """Paints a round number beside the first line of each passage; a click chooses the claim."""

    def __init__(self, view: ArticleView) -> None:
        super().__init__(view)
        self._view = view
        self.setObjectName("article_margin")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents, False)

    def follow(self, _rect: QRect, _dy: int) -> None:
        """Repaint when the article scrolls or changes."""
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the numbers of the passages in view."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(event.rect(), current_theme().color("panel"))
        font = QFont(self.font())
        font.setPixelSize(11)
        font.setWeight(QFont.Weight.DemiBold)
        painter.setFont(font)
        for box, label, status, claim_id in self._badges():
            self._paint_badge(painter, box, label, status, claim_id == self._view.claim_id)
        for paint in self._view.beside:
            paint(painter)

    def _paint_badge(
        self, painter: QPainter, box: QRectF, label: str, status: str, chosen: bool
    ) -> None:
        theme = current_theme()
        color = theme.status(status)
        painter.setPen(QPen(color, 1.5))
        painter.setBrush(color if chosen else theme.tint(status))
        painter.drawEllipse(box.adjusted(0.75, 0.75, -0.75, -0.75))
        painter.setPen(theme.color("panel") if chosen else color)
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, label)

    def _badges(self) -> Iterator[tuple[QRectF, str, str, str]]:
        """Yield (box, label, status, claim id) of every number in view."""
        lines: dict[float, list[tuple[int, str, str]]] = {}
        for block, offset in self._view.visible_blocks():
            first, last = block.position(), block.position() + block.length() - 1
            for item in self._view.highlights.between(first, max(last, first + 1)):
                if not first <= item.start <= last:
                    continue
                line = block.layout().lineForTextPosition(item.start - first)
                if not line.isValid():
                    continue
                middle = round(offset.y() + line.y() + line.height() / 2, 1)
                row = lines.setdefault(middle, [])
                row.extend(claim for claim in item.claims if claim not in row)
        for middle, row in lines.items():
            yield from _row_of_badges(middle, sorted(row))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose the claim whose number was clicked."""
        place = QPointF(event.position())
        for box, _, _, claim_id in self._badges():
            if box.contains(place):
                self._view.claim_clicked.emit(claim_id)
                return


def _row_of_badges(
    middle: float, row: list[tuple[int, str, str]]
) -> Iterator[tuple[QRectF, str, str, str]]:
    shown = row if len(row) <= _FIT else row[:_FIT]
    for place, (number, status, claim_id) in enumerate(reversed(shown)):
        left = MARGIN_WIDTH - 4 - (place + 1) * (_BADGE + 2)
        box = QRectF(left, middle - _BADGE / 2, _BADGE, _BADGE)
        more = place == 0 and len(row) > _FIT
        yield box, (f"+{len(row) - _FIT + 1}" if more else str(number)), status, claim_id
