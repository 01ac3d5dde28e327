"""The list of files that were brought in together: what became of each, with its sentence."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QListView, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from workbench.intake.result import FATE_WORDS, Fate
from workbench.ui.form import sentence_case
from workbench.ui.language import told
from workbench.ui.mirror import leading, let_words_go_their_way, placed
from workbench.ui.theme import current_theme

if TYPE_CHECKING:
    from collections.abc import Sequence

    from workbench.intake.result import FileResult

    _Index = QModelIndex | QPersistentModelIndex

_ROOT = QModelIndex()
_ResultRole = Qt.ItemDataRole.UserRole
_FATE_WIDTH = 118
_AIR = 7
_MARKS = {Fate.TAKEN: "✓", Fate.HERE: "=", Fate.STOPPED: "–", Fate.REFUSED: "✕"}
_TONES = {
    Fate.TAKEN: "confirmed",
    Fate.HERE: "muted",
    Fate.STOPPED: "reported",
    Fate.REFUSED: "contradicted",
}
_WRAPPED = int(Qt.TextFlag.TextWordWrap) | int(Qt.AlignmentFlag.AlignLeft)


class ResultModel(QAbstractListModel):
    """The results of one import, over an immutable tuple."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[FileResult, ...] = ()

    def show_results(self, results: Sequence[FileResult]) -> None:
        """Show these results."""
        self.beginResetModel()
        self._rows = tuple(replace(row, words=told(row.words)) for row in results)
        self.endResetModel()

    def rowCount(self, parent: _Index = _ROOT) -> int:
        """Return how many files there are."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return a file's name, its result or what a screen reader says."""
        if not 0 <= index.row() < len(self._rows):
            return None
        row = self._rows[index.row()]
        fate = told(FATE_WORDS[row.fate])
        answers: dict[int, object] = {
            Qt.ItemDataRole.DisplayRole: row.name,
            Qt.ItemDataRole.AccessibleTextRole: f"{row.name}: {fate}. {row.words}",
            _ResultRole: row,
        }
        return answers.get(role)


class ResultDelegate(QStyledItemDelegate):
    """Paints a mark and a word, the file's name, and under it the sentence."""

    def __init__(self, view: QListView) -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        """Return the height that the sentence needs in the width of the list."""
        metrics = option.fontMetrics
        height = metrics.height() + 2 * _AIR
        words = index.data(_ResultRole).words
        if words:
            room = QRect(0, 0, self._width(), 10_000)
            height += metrics.boundingRect(room, _WRAPPED, words).height() + 2
        return QSize(200, height)

    def _width(self) -> int:
        return max(120, self._view.viewport().width() - _FATE_WIDTH - 16)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Paint one file."""
        theme = current_theme()
        box: QRect = option.rect
        result: FileResult = index.data(_ResultRole)
        chosen = self._view.selectionModel().isSelected(index)
        painter.save()
        let_words_go_their_way(painter)
        if chosen:
            painter.fillRect(box, theme.color("accent_tint"))
            painter.fillRect(
                placed(QRect(box.left(), box.top(), 3, box.height()), box), theme.color("accent")
            )
        height = option.fontMetrics.height()
        line = QRect(box.left() + 14, box.top() + _AIR, _FATE_WIDTH - 14, height)
        painter.setFont(option.font)
        painter.setPen(theme.color(_TONES[result.fate]))
        fate = f"{_MARKS[result.fate]}  {sentence_case(told(FATE_WORDS[result.fate]))}"
        painter.drawText(placed(line, box), leading(), fate)
        line = QRect(box.left() + _FATE_WIDTH, box.top() + _AIR, self._width(), height)
        font = option.font
        font.setBold(True)
        painter.setFont(font)
        painter.setPen(theme.color("text"))
        name = painter.fontMetrics().elidedText(
            result.name, Qt.TextElideMode.ElideMiddle, line.width()
        )
        painter.drawText(placed(line, box), leading(), name)
        font.setBold(False)
        painter.setFont(font)
        painter.setPen(theme.color("muted"))
        room = QRect(line.left(), line.bottom() + 2, line.width(), box.height())
        painter.drawText(placed(room, box), leading(int(Qt.TextFlag.TextWordWrap)), result.words)
        painter.setPen(QPen(theme.color("line"), 1))
        painter.drawLine(box.bottomLeft(), box.bottomRight())
        painter.restore()


class ResultListView(QListView):
    """Files to look through."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("result_list")
        self.setAccessibleName(self.tr("What became of each file"))
        self.results = ResultModel(self)
        self.setModel(self.results)
        self.setItemDelegate(ResultDelegate(self))
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)

    def show_results(self, results: Sequence[FileResult]) -> None:
        """Show what became of some files, from the first one on."""
        self.results.show_results(results)
        if results:
            self.setCurrentIndex(self.results.index(0))

    @property
    def current(self) -> FileResult | None:
        """The file that is chosen."""
        result: FileResult | None = self.currentIndex().data(_ResultRole)
        return result
