"""The list of checks: title, rating, what is in it and when it was last changed."""

from __future__ import annotations

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
from PySide6.QtGui import QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from workbench.ui.form import sentence_case
from workbench.ui.mirror import leading, let_words_go_their_way, placed
from workbench.ui.moment import moment
from workbench.ui.theme import current_theme
from workbench.ui.wording import STATE_WORDS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from workbench.store.summary import CheckSummary

IdRole = Qt.ItemDataRole.UserRole + 1
"""The check's id."""
DetailRole = Qt.ItemDataRole.UserRole + 2
"""The second line: state, rating, counts, date."""

_Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
_LEAST_ROWS = 3
"""The page around the list scrolls before fewer checks than these are seen."""


class CheckListModel(QAbstractListModel):
    """Checks over an immutable tuple of summaries."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._checks: tuple[CheckSummary, ...] = ()
        self._withdrawn: frozenset[str] = frozenset()

    def show_withdrawn(self, check_ids: frozenset[str]) -> None:
        """Say of these checks that their approval is withdrawn."""
        if check_ids != self._withdrawn:
            self._withdrawn = check_ids
            last = self.index(len(self._checks) - 1)
            self.dataChanged.emit(self.index(0), last)

    def show_checks(self, checks: Sequence[CheckSummary]) -> None:
        """Show these checks."""
        if tuple(checks) == self._checks:
            return
        self.beginResetModel()
        self._checks = tuple(checks)
        self.endResetModel()

    def rowCount(self, parent: _Index = _ROOT) -> int:
        """Return how many checks there are."""
        return 0 if parent.isValid() else len(self._checks)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return a check's title, id, details or what a screen reader says."""
        if not 0 <= index.row() < len(self._checks):
            return None
        check = self._checks[index.row()]
        answers: dict[int, object] = {
            Qt.ItemDataRole.DisplayRole: check.title,
            Qt.ItemDataRole.ToolTipRole: check.title,
            Qt.ItemDataRole.AccessibleTextRole: f"{check.title}. {self._details(check)}",
            IdRole: check.id,
            DetailRole: self._details(check),
        }
        return answers.get(role)

    def _details(self, check: CheckSummary) -> str:
        parts = [sentence_case(STATE_WORDS[check.state])]
        if check.id in self._withdrawn:
            parts.append(self.tr("approval withdrawn"))
        if check.rating_wording:
            parts.append(check.rating_wording)
        one, many = self.tr("{n} source"), self.tr("{n} sources")
        parts.append((one if check.source_count == 1 else many).format(n=check.source_count))
        one, many = self.tr("{n} claim"), self.tr("{n} claims")
        parts.append((one if check.claim_count == 1 else many).format(n=check.claim_count))
        changed = check.changed.astimezone()
        parts.append(moment(changed))
        return "  ·  ".join(parts)


class CheckDelegate(QStyledItemDelegate):
    """Paints a title with a quiet second line."""

    def sizeHint(self, option: QStyleOptionViewItem, _index: _Index) -> QSize:
        """Return the height of two lines with air around them."""
        return QSize(200, 2 * option.fontMetrics.height() + 20)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Paint one check."""
        theme = current_theme()
        box: QRect = option.rect
        painter.save()
        let_words_go_their_way(painter)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(box, theme.color("accent_tint"))
            painter.fillRect(
                placed(QRect(box.left(), box.top(), 3, box.height()), box), theme.color("accent")
            )
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(box, theme.color("hover"))
        height = option.fontMetrics.height()
        line = box.adjusted(16, 8, -16, 0)
        line.setHeight(height)
        font = option.font
        font.setBold(True)
        painter.setFont(font)
        painter.setPen(theme.color("text"))
        title = painter.fontMetrics().elidedText(
            str(index.data()), Qt.TextElideMode.ElideRight, line.width()
        )
        painter.drawText(line, leading(), title)
        font.setBold(False)
        painter.setFont(font)
        painter.setPen(theme.color("muted"))
        line.translate(0, height + 4)
        details = painter.fontMetrics().elidedText(
            str(index.data(DetailRole)), Qt.TextElideMode.ElideRight, line.width()
        )
        painter.drawText(line, leading(), details)
        painter.setPen(QPen(theme.color("line"), 1))
        painter.drawLine(box.bottomLeft(), box.bottomRight())
        painter.restore()


class CheckListView(QListView):
    """Checks to choose from.

    Signals:
        check_opened: (check id) by Enter or click.
        removal_asked: (check id) by Delete.
    """

    check_opened = Signal(str)
    removal_asked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("check_list")
        self.setAccessibleName(self.tr("Checks"))
        self.checks = CheckListModel(self)
        self.setModel(self.checks)
        self.setItemDelegate(CheckDelegate(self))
        self.setMouseTracking(True)
        self.setUniformItemSizes(True)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.clicked.connect(lambda index: self.check_opened.emit(index.data(IdRole)))

    def show_checks(self, checks: Sequence[CheckSummary]) -> None:
        """Show these checks with the first one current."""
        self.checks.show_checks(checks)
        if checks and not self.currentIndex().isValid():
            self.setCurrentIndex(self.checks.index(0))
        row = 2 * self.fontMetrics().height() + 20
        self.setMinimumHeight(min(_LEAST_ROWS, len(checks)) * row + 8)
        self.setMaximumHeight(max(1, len(checks)) * row + 8)

    def open_current(self) -> None:
        """Open the current check."""
        if self.currentIndex().isValid():
            self.check_opened.emit(self.currentIndex().data(IdRole))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open with Enter, ask for removal with Delete."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.open_current()
        elif event.key() == Qt.Key.Key_Delete and self.currentIndex().isValid():
            self.removal_asked.emit(self.currentIndex().data(IdRole))
        else:
            super().keyPressEvent(event)
