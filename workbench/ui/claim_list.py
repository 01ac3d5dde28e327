"""The list of claims: number, wording, status; reordered by keyboard and by dragging."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import (
    QAbstractListModel,
    QByteArray,
    QMimeData,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QCursor, QKeyEvent, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from workbench.ui.mark import chip_width, paint_chip
from workbench.ui.mirror import leading, let_words_go_their_way, placed
from workbench.ui.status_word import status_words
from workbench.ui.theme import current_theme

if TYPE_CHECKING:
    from collections.abc import Sequence


_MIME = "application/x-workbench-claim"
_ROW_HEIGHT = 32
_ROWS_SHOWN = 5
_ROW_SHARE = 150
"""One row more is shown for so many pixels of the window's height, from five rows on."""

IdRole = Qt.ItemDataRole.UserRole + 1
"""The claim's id."""
StatusRole = Qt.ItemDataRole.UserRole + 2
"""The claim's status."""

_Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()


class ListedClaim(Protocol):
    """What a line of the list needs of a claim; a glance at one will do."""

    @property
    def id(self) -> str:
        """The claim's id."""

    @property
    def wording(self) -> str:
        """The wording to show; may be empty."""

    @property
    def status(self) -> str:
        """The status or its code."""


class ClaimListModel(QAbstractListModel):
    """The claims of a check in their order, over an immutable tuple.

    Signals:
        claim_dropped: (claim id, row) when a claim was dragged to another place.
    """

    claim_dropped = Signal(str, int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[ListedClaim, ...] = ()

    def show_claims(self, claims: Sequence[ListedClaim]) -> None:
        """Show these claims; changes in place keep the selection."""
        rows = tuple(claims)
        if rows == self._rows:
            return
        same_ids = [row.id for row in rows] == [row.id for row in self._rows]
        if same_ids:
            self._rows = rows
            self.dataChanged.emit(self.index(0), self.index(len(rows) - 1))
            return
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    def row_of(self, claim_id: str) -> int:
        """Return the row of a claim, or -1."""
        return next((n for n, row in enumerate(self._rows) if row.id == claim_id), -1)

    def rowCount(self, parent: _Index = _ROOT) -> int:
        """Return how many claims there are."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return a claim's wording, id, status or what a screen reader says."""
        if not 0 <= index.row() < len(self._rows):
            return None
        row = self._rows[index.row()]
        wording = _first_line(row.wording) or self.tr("A claim without words yet")
        stop = "" if wording.endswith((".", "?", "!", "…")) else "."
        spoken = f"{index.row() + 1}. {wording}{stop} {status_words(row.status)}"
        answers: dict[int, object] = {
            Qt.ItemDataRole.DisplayRole: wording,
            Qt.ItemDataRole.ToolTipRole: wording,
            Qt.ItemDataRole.AccessibleTextRole: spoken,
            IdRole: row.id,
            StatusRole: row.status,
        }
        return answers.get(role)

    def flags(self, index: _Index) -> Qt.ItemFlag:
        """Let claims be chosen and dragged, and the gaps between them take them."""
        if not index.isValid():
            return Qt.ItemFlag.ItemIsDropEnabled
        return (
            Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsDragEnabled
        )

    def mimeTypes(self) -> list[str]:
        """Return the one kind of thing that is dragged here."""
        return [_MIME]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        """Return the dragged claim's id."""
        data = QMimeData()
        data.setData(_MIME, QByteArray(self._rows[indexes[0].row()].id.encode()))
        return data

    def supportedDropActions(self) -> Qt.DropAction:
        """Return that claims are moved, not copied."""
        return Qt.DropAction.MoveAction

    def dropMimeData(
        self, data: QMimeData, _action: Qt.DropAction, row: int, _column: int, parent: _Index
    ) -> bool:
        """Tell where a claim was dropped; the check changes, and the list follows it."""
        if not data.hasFormat(_MIME):
            return False
        claim_id = bytes(data.data(_MIME).data()).decode()
        here = self.row_of(claim_id)
        target = row if row >= 0 else parent.row() if parent.isValid() else len(self._rows)
        if here < 0:
            return False
        self.claim_dropped.emit(claim_id, target - 1 if target > here else target)
        return False  # the view must not remove the row itself


class ClaimDelegate(QStyledItemDelegate):
    """Paints a claim's number, its wording and its status chip."""

    def __init__(self, view: QListView) -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(self, option: QStyleOptionViewItem, _index: _Index) -> QSize:
        """Return the height of a row."""
        return QSize(100, max(_ROW_HEIGHT, option.fontMetrics.height() + 14))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Paint one row."""
        theme = current_theme()
        box: QRect = option.rect
        # asked of the view: QStyle and its enumerations take 13 ms to load
        chosen = self._view.selectionModel().isSelected(index)
        painter.save()
        let_words_go_their_way(painter)
        if chosen:
            painter.fillRect(box, theme.color("accent_tint"))
            painter.fillRect(
                placed(QRect(box.left(), box.top(), 3, box.height()), box), theme.color("accent")
            )
        elif index == self._view.indexAt(self._view.viewport().mapFromGlobal(QCursor.pos())):
            painter.fillRect(box, theme.color("hover"))
        font = option.font
        middle = box.top() + box.height() / 2
        right = box.right() - 10
        status = str(index.data(StatusRole))
        width = chip_width(status, font)
        chip = placed(QRect(right - width + 1, box.top(), width, box.height()), box)
        paint_chip(painter, chip.right() + 1, middle, status, font, theme)
        painter.setFont(font)
        painter.setPen(theme.color("muted"))
        number = QRect(box.left() + 8, box.top(), 26, box.height())
        painter.drawText(placed(number, box), Qt.AlignmentFlag.AlignCenter, str(index.row() + 1))
        bold = option.font
        bold.setBold(chosen)
        painter.setFont(bold)
        painter.setPen(theme.color("text"))
        room = QRect(box.left() + 40, box.top(), 0, box.height())
        room.setRight(right - width - 10)
        words = painter.fontMetrics().elidedText(
            str(index.data()), Qt.TextElideMode.ElideRight, room.width()
        )
        painter.drawText(placed(room, box), leading(Qt.AlignmentFlag.AlignVCenter), words)
        if chosen and self._view.hasFocus():
            painter.setPen(QPen(theme.color("accent"), 1))
            painter.drawRect(box.adjusted(0, 0, -1, -1))
        painter.restore()


class ClaimListView(QListView):
    """The list as a widget, as high as its rows, up to five.

    Signals:
        claim_chosen: (claim id) when another claim becomes the current one.
        claim_moved: (claim id, row) when a claim is to stand at another place.
        removal_asked: (claim id).
    """

    claim_chosen = Signal(str)
    claim_moved = Signal(str, int)
    removal_asked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._showing = False
        self.setObjectName("claim_list")
        self.setAccessibleName(self.tr("Claims"))
        self.claims = ClaimListModel(self)
        self.setModel(self.claims)
        self.setItemDelegate(ClaimDelegate(self))
        self.setMouseTracking(True)
        self.setUniformItemSizes(True)
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.claims.claim_dropped.connect(self.claim_moved)
        self.selectionModel().currentChanged.connect(self._on_current_changed)

    def show_claims(self, claims: Sequence[ListedClaim], chosen_id: str) -> None:
        """Show claims with one of them chosen, without telling anybody."""
        self._showing = True
        self.claims.show_claims(claims)
        row = self.claims.row_of(chosen_id)
        if row != self.currentIndex().row():
            self.setCurrentIndex(self.claims.index(row) if row >= 0 else QModelIndex())
        self._showing = False
        self._fit()

    def _fit(self) -> None:
        most = max(_ROWS_SHOWN, self.window().height() // _ROW_SHARE)
        rows = min(max(self.claims.rowCount(), 1), most)
        self.setFixedHeight(rows * max(_ROW_HEIGHT, self.fontMetrics().height() + 14) + 6)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show more rows in a higher window."""
        super().resizeEvent(event)
        self._fit()

    def _on_current_changed(self, current: QModelIndex, _previous: QModelIndex) -> None:
        if current.isValid() and not self._showing:
            self.claim_chosen.emit(current.data(IdRole))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move the claim with Alt+Up and Alt+Down, remove it with Delete."""
        index = self.currentIndex()
        moves = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        if index.isValid() and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            step = moves.get(Qt.Key(event.key()))
            target = index.row() + (step or 0)
            if step and 0 <= target < self.claims.rowCount():
                self.claim_moved.emit(index.data(IdRole), target)
                return
        if index.isValid() and event.key() == Qt.Key.Key_Delete:
            self.removal_asked.emit(index.data(IdRole))
            return
        super().keyPressEvent(event)


def _first_line(text: str) -> str:
    return " ".join(text.split())
