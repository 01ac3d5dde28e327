"""Rows of a list with a name in bold and quiet words under it, parted by lines."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QListView, QStyledItemDelegate, QStyleOptionViewItem

from workbench.ui.mirror import leading, let_words_go_their_way, placed
from workbench.ui.theme import current_theme

if TYPE_CHECKING:
    _Index = QModelIndex | QPersistentModelIndex

_AIR = 7
_EDGE = 14
_WRAPPED = int(Qt.TextFlag.TextWordWrap) | int(Qt.AlignmentFlag.AlignLeft)


class TwoLineDelegate(QStyledItemDelegate):
    """Paints the first line of an item's text as its name, and the rest under it, wrapped."""

    def __init__(self, view: QListView) -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        """Return the height that the words need in the width of the list."""
        metrics = option.fontMetrics
        height = metrics.height() + 2 * _AIR
        _, _, words = str(index.data()).partition("\n")
        if words:
            room = QRect(0, 0, self._width(), 10_000)
            height += metrics.boundingRect(room, _WRAPPED, words).height() + 2
        return QSize(200, height)

    def _width(self) -> int:
        return max(120, self._view.viewport().width() - 2 * _EDGE)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Paint one row."""
        theme = current_theme()
        box: QRect = option.rect
        name, _, words = str(index.data()).partition("\n")
        painter.save()
        let_words_go_their_way(painter)
        if self._view.selectionModel().isSelected(index):
            painter.fillRect(box, theme.color("accent_tint"))
            mark = QRect(box.left(), box.top(), 3, box.height())
            painter.fillRect(placed(mark, box), theme.color("accent"))
        font = option.font
        font.setBold(True)
        painter.setFont(font)
        painter.setPen(theme.color("text"))
        height = painter.fontMetrics().height()
        line = QRect(box.left() + _EDGE, box.top() + _AIR, self._width(), height)
        shown = painter.fontMetrics().elidedText(name, Qt.TextElideMode.ElideRight, line.width())
        painter.drawText(placed(line, box), leading(), shown)
        font.setBold(False)
        painter.setFont(font)
        painter.setPen(theme.color("muted"))
        room = QRect(line.left(), line.bottom() + 2, line.width(), box.height())
        painter.drawText(placed(room, box), leading(int(Qt.TextFlag.TextWordWrap)), words)
        painter.setPen(QPen(theme.color("line"), 1))
        painter.drawLine(box.bottomLeft(), box.bottomRight())
        painter.restore()
