"""The list of comments: each with its place, its words and the answers, under its place."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import QListView, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from workbench.ui.comment_mark import paint_bubble
from workbench.ui.comment_wording import breakable
from workbench.ui.mirror import leading, let_words_go_their_way, placed
from workbench.ui.theme import current_theme

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QResizeEvent

_Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
_LEFT, _RIGHT, _TOP, _GAP, _INDENT = 40, 16, 8, 3, 16
RowRole = Qt.ItemDataRole.UserRole + 1
"""The CommentRow of a row."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CommentRow:
    """One row in words: a heading has no id.

    Attributes:
        lines: (words, kind) in their order; kind is "quote", "state", "head" or "text".
        depths: how far each line is indented, one for each.

    """

    thread_id: str = ""
    heading: str = ""
    is_open: bool = True
    lines: tuple[tuple[str, str], ...] = ()
    depths: tuple[int, ...] = ()

    @property
    def spoken(self) -> str:
        """What a screen reader says."""
        return self.heading or ". ".join(words for words, _ in self.lines)


class CommentModel(QAbstractListModel):
    """Rows of comments over an immutable tuple."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[CommentRow, ...] = ()

    @property
    def rows(self) -> tuple[CommentRow, ...]:
        """All rows, headings included."""
        return self._rows

    def show_rows(self, rows: Sequence[CommentRow]) -> None:
        """Show other rows."""
        if tuple(rows) != self._rows:
            self.beginResetModel()
            self._rows = tuple(rows)
            self.endResetModel()

    def row_of(self, thread_id: str) -> int:
        """Return the row of a thread, or -1."""
        found = (n for n, row in enumerate(self._rows) if thread_id and row.thread_id == thread_id)
        return next(found, -1)

    def thread_rows(self) -> list[int]:
        """Return the rows that are threads."""
        return [number for number, row in enumerate(self._rows) if row.thread_id]

    def rowCount(self, parent: _Index = _ROOT) -> int:
        """Return how many rows there are, headings included."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return a row, or what a screen reader says of it."""
        if not 0 <= index.row() < len(self._rows):
            return None
        row = self._rows[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return row.spoken
        return row if role == RowRole else None

    def flags(self, index: _Index) -> Qt.ItemFlag:
        """Let threads be chosen, headings not."""
        if index.isValid() and self._rows[index.row()].thread_id:
            return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return Qt.ItemFlag.NoItemFlags


class CommentDelegate(QStyledItemDelegate):
    """Paints a thread: its sign, the words it is about, and all that was said."""

    def __init__(self, view: QListView) -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        """Return the height that the words take at the width of the list."""
        width = self._view.viewport().width()
        row: CommentRow = index.data(RowRole)
        if row.heading:
            return QSize(width, option.fontMetrics.height() + 18)
        height = 2 * _TOP
        for (words, kind), depth in zip(row.lines, row.depths, strict=True):
            room = width - depth * _INDENT
            height += _height(breakable(words), _font(option.font, kind), room) + _GAP
        return QSize(width, height)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Paint one row."""
        theme, box, row = current_theme(), QRect(option.rect), index.data(RowRole)
        painter.save()
        let_words_go_their_way(painter)
        if row.heading:
            painter.setFont(_font(option.font, "head"))
            painter.setPen(theme.color("muted"))
            room = box.adjusted(14, 4, -_RIGHT, -4)
            painter.drawText(room, leading(Qt.AlignmentFlag.AlignBottom), row.heading)
            painter.restore()
            return
        if self._view.selectionModel().isSelected(index):
            painter.fillRect(box, theme.color("accent_tint"))
            edge = QRect(box.left(), box.top(), 3, box.height())
            painter.fillRect(placed(edge, box), theme.color("accent"))
        sign = placed(QRect(box.left() + 15, box.top() + _TOP + 2, 14, 14), box)
        paint_bubble(painter, sign, theme.color("accent"), is_open=row.is_open)
        self._paint_lines(painter, option.font, box, row)
        painter.setPen(QPen(theme.color("line"), 1))
        painter.drawLine(box.bottomLeft(), box.bottomRight())
        painter.restore()

    def _paint_lines(self, painter: QPainter, base: QFont, box: QRect, row: CommentRow) -> None:
        top = box.top() + _TOP
        for (words, kind), depth in zip(row.lines, row.depths, strict=True):
            font, indent = _font(base, kind), _LEFT + depth * _INDENT
            painter.setFont(font)
            is_quiet = kind in ("quote", "state")
            painter.setPen(current_theme().color("muted" if is_quiet else "text"))
            shown = breakable(words)
            height = _height(shown, font, box.width() - depth * _INDENT)
            room = QRect(box.left() + indent, top, box.width() - indent - _RIGHT, height)
            flags = leading(Qt.TextFlag.TextWordWrap)
            painter.drawText(placed(room, box), flags, shown)
            top += height + _GAP


class CommentListView(QListView):
    """Comments to go to, to answer and to settle.

    Signals:
        opened: (thread id) by Enter or a double click: to its place.
        answer_asked: (thread id) by A.
        settle_asked: (thread id) by R: resolve it, or open it again.
    """

    opened = Signal(str)
    answer_asked = Signal(str)
    settle_asked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("comment_list")
        self.setAccessibleName(self.tr("Comments"))
        self.comments = CommentModel(self)
        self.setModel(self.comments)
        self.setItemDelegate(CommentDelegate(self))
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.doubleClicked.connect(lambda _: self._tell(self.opened))

    @property
    def chosen(self) -> str:
        """The id of the thread that is chosen; empty if none is."""
        row: CommentRow | None = self.currentIndex().data(RowRole)
        return row.thread_id if row is not None else ""

    def choose(self, thread_id: str) -> None:
        """Choose a thread, if it is in the list."""
        row = self.comments.row_of(thread_id)
        if row >= 0:
            self.setCurrentIndex(self.comments.index(row))

    def show_rows(self, rows: Sequence[CommentRow]) -> None:
        """Show rows; the thread that is chosen stays so, else the one in its place is."""
        before, place = self.chosen, self.currentIndex().row()
        self.comments.show_rows(rows)
        threads = self.comments.thread_rows()
        if not threads:
            return
        kept = self.comments.row_of(before)
        if kept < 0:
            kept = min((row for row in threads if row >= place), default=threads[-1])
        self.setCurrentIndex(self.comments.index(kept))

    def _tell(self, signal: object) -> None:
        if self.chosen:
            signal.emit(self.chosen)  # type: ignore[attr-defined]

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Break the lines anew."""
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes to the place, A answers, R resolves or opens again."""
        signals = {
            Qt.Key.Key_Return: self.opened,
            Qt.Key.Key_Enter: self.opened,
            Qt.Key.Key_A: self.answer_asked,
            Qt.Key.Key_R: self.settle_asked,
        }
        signal = signals.get(Qt.Key(event.key())) if not event.modifiers() else None
        if signal is not None and self.chosen:
            self._tell(signal)
        else:
            super().keyPressEvent(event)


def _font(base: QFont, kind: str) -> QFont:
    font = QFont(base)
    font.setBold(kind == "head")
    font.setItalic(kind == "quote")
    return font


def _height(words: str, font: QFont, width: int) -> int:
    room = QRect(0, 0, max(width - _LEFT - _RIGHT, 40), 100_000)
    flags = int(Qt.TextFlag.TextWordWrap)
    return QFontMetrics(font).boundingRect(room, flags, words).height()
