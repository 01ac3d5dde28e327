"""The list of what is noticed: grouped, filtered by typing, two lines for each."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
)
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from workbench.reading.folding import squeezed
from workbench.ui.aid import Aid, described, heading
from workbench.ui.mirror import leading, let_words_go_their_way
from workbench.ui.theme import current_theme

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

AidRole = Qt.ItemDataRole.UserRole + 1
"""The Aid of a row; None for a heading."""
_LONGEST = 160
"""Code points of the text's words in a row."""
_SIDE = 12
_Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()


class _Row(NamedTuple):
    words: str
    told: str


class AidListModel(QAbstractListModel):
    """What is noticed in one text, over plain tuples."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = ""
        self._aids: tuple[Aid, ...] = ()
        self._folded: list[str] | None = None
        self._rows: list[Aid | str] = []  # a heading is its words

    def show_aids(self, text: str, aids: Sequence[Aid], query: str) -> None:
        """Show what is noticed in a text and has the words of a query."""
        self._text, self._aids, self._folded = text, tuple(aids), None
        self.filter(query)

    def filter(self, query: str) -> None:
        """Show the rows that have all words of a query, in the text or in what is said of it."""
        words = squeezed(query).text.split()
        if words and self._folded is None:  # not before somebody types: it takes a while
            self._folded = [_folded(self._row(aid)) for aid in self._aids]
        kept: Iterable[Aid] = self._aids
        if words and self._folded is not None:
            kept = [
                aid
                for aid, folded in zip(self._aids, self._folded, strict=True)
                if all(word in folded for word in words)
            ]
        self.beginResetModel()
        self._rows = []
        for kind, aids in groupby(kept, key=lambda aid: aid.kind):
            found = list(aids)
            self._rows.append(f"{heading(kind)}  {len(found)}")
            self._rows += found
        self.endResetModel()

    @property
    def count(self) -> int:
        """How many aids are listed, headings apart."""
        return sum(not isinstance(row, str) for row in self._rows)

    def row_near(self, place: int) -> int:
        """Return the row whose place in the text is nearest to a code point, or -1."""
        near = [
            (abs(item.start - place), row)
            for row, item in enumerate(self._rows)
            if not isinstance(item, str)
        ]
        return min(near)[1] if near else -1

    def _row(self, aid: Aid) -> _Row:
        words = " ".join(self._text[aid.start : min(aid.end, aid.start + 2 * _LONGEST)].split())
        if len(words) > _LONGEST:
            words = words[:_LONGEST].rpartition(" ")[0] + " …"
        return _Row(words, described(aid))

    def rowCount(self, parent: _Index = _ROOT) -> int:
        """Return how many rows there are, headings among them."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the words of a row, what is said of them, and the aid."""
        if not 0 <= index.row() < len(self._rows):
            return None
        item = self._rows[index.row()]
        if role == AidRole:
            return None if isinstance(item, str) else item
        row = _Row(item, "") if isinstance(item, str) else self._row(item)
        answers: dict[int, object] = {
            Qt.ItemDataRole.DisplayRole: row.words,
            Qt.ItemDataRole.ToolTipRole: row.told or None,
            Qt.ItemDataRole.StatusTipRole: row.told,
            Qt.ItemDataRole.AccessibleTextRole: f"{row.words}. {row.told}"
            if row.told
            else row.words,
        }
        return answers.get(role)

    def flags(self, index: _Index) -> Qt.ItemFlag:
        """Let everything but headings be chosen."""
        if index.data(AidRole) is None:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable


class _AidDelegate(QStyledItemDelegate):
    """Paints the words of the text over what is said of them."""

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        """Return room for two lines, or for a heading."""
        height = QFontMetrics(option.font).height()
        if index.data(AidRole) is None:
            return QSize(100, height + 22)
        return QSize(100, 2 * height + 14)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Paint one row."""
        theme = current_theme()
        rect: QRect = option.rect
        font: QFont = option.font
        state = option.state
        metrics = QFontMetrics(font)
        painter.save()
        let_words_go_their_way(painter)
        words = str(index.data())
        inner = rect.adjusted(_SIDE, 6, -_SIDE, -6)
        if index.data(AidRole) is None:
            bold = QFont(font)
            bold.setWeight(QFont.Weight.DemiBold)
            painter.setFont(bold)
            painter.setPen(theme.color("text"))
            painter.drawText(inner, leading(Qt.AlignmentFlag.AlignBottom), words)
            painter.restore()
            return
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, theme.color("accent_tint"))
            if state & QStyle.StateFlag.State_HasFocus:
                painter.setPen(QPen(theme.color("accent"), 2))
                painter.drawRect(rect.adjusted(1, 1, -1, -1))
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, theme.color("hover"))
        painter.setFont(font)
        right = Qt.TextElideMode.ElideRight
        painter.setPen(theme.color("text"))
        line = QRect(inner.left(), inner.top(), inner.width(), metrics.height())
        painter.drawText(line, leading(), metrics.elidedText(words, right, inner.width()))
        painter.setPen(theme.color("muted"))
        told = str(index.data(Qt.ItemDataRole.StatusTipRole))
        line.translate(0, metrics.height() + 2)
        painter.drawText(line, leading(), metrics.elidedText(told, right, inner.width()))
        painter.restore()


class AidListView(QListView):
    """The rows; headings are passed over."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("aid_list")
        self.setAccessibleName(self.tr("What is noticed"))
        self.aids = AidListModel(self)
        self.setModel(self.aids)
        self.setItemDelegate(_AidDelegate(self))
        self.setMouseTracking(True)
        self.setLayoutMode(QListView.LayoutMode.Batched)  # a book has tens of thousands of rows
        self.setBatchSize(500)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)

    def choose_first(self) -> None:
        """Choose the first row that is no heading."""
        if self.aids.rowCount() > 1:
            self.setCurrentIndex(self.aids.index(1))

    def choose_near(self, place: int) -> None:
        """Choose the row whose place in the text is nearest to a code point."""
        row = self.aids.row_near(place)
        if row >= 0:
            self.setCurrentIndex(self.aids.index(row))


def _folded(row: _Row) -> str:
    return squeezed(f"{row.words} {row.told}").text
