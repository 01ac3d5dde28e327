"""The list of findings: what was found, where, and what to do about it, under their severities."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import QListView, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from workbench.core.finding import Finding, Severity
from workbench.ui.finding_mark import paint_severity, severity_token
from workbench.ui.language import told
from workbench.ui.mirror import leading, let_words_go_their_way, placed, placed_exactly
from workbench.ui.theme import current_theme

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QResizeEvent

FindingRole = Qt.ItemDataRole.UserRole + 1
"""The Finding of a row; None for a heading."""
PlaceRole = Qt.ItemDataRole.UserRole + 2
"""Where it stands, in words."""

_Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
_LEFT, _RIGHT, _TOP, _GAP = 40, 16, 8, 3


class FindingModel(QAbstractListModel):
    """Findings with a heading above each severity, over an immutable tuple."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: list[tuple[Finding | None, str, str]] = []

    def show_findings(self, findings: Sequence[tuple[Finding, str]]) -> None:
        """Show findings, each with the words for its place."""
        rows: list[tuple[Finding | None, str, str]] = []
        for severity in Severity:
            chosen = [pair for pair in findings if pair[0].severity is severity]
            if chosen:
                rows.append((None, self._heading(severity, len(chosen)), severity.value))
                rows += [(finding, place, severity.value) for finding, place in chosen]
        if rows == self._rows:
            return
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    def _heading(self, severity: Severity, count: int) -> str:
        one, many = {
            Severity.ERROR: (self.tr("1 error"), self.tr("{n} errors")),
            Severity.WARNING: (self.tr("1 warning"), self.tr("{n} warnings")),
            Severity.NOTE: (self.tr("1 note"), self.tr("{n} notes")),
        }[severity]
        return one if count == 1 else many.format(n=count)

    def row_of(self, finding: Finding) -> int:
        """Return the row of a finding, or -1."""
        return next((n for n, row in enumerate(self._rows) if row[0] == finding), -1)

    def finding_rows(self) -> list[int]:
        """Return the rows that are findings."""
        return [number for number, row in enumerate(self._rows) if row[0] is not None]

    def rowCount(self, parent: _Index = _ROOT) -> int:
        """Return how many rows there are, headings included."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return a row's message, finding, place or what a screen reader says."""
        if not 0 <= index.row() < len(self._rows):
            return None
        finding, words, severity = self._rows[index.row()]
        if finding is None:
            spoken = words
            shown = words
        else:
            spoken = f"{severity}: {told(finding.message)} {words}. {told(finding.help)}"
            shown = told(finding.message)
        answers: dict[int, object] = {
            Qt.ItemDataRole.DisplayRole: shown,
            Qt.ItemDataRole.AccessibleTextRole: spoken,
            FindingRole: finding,
            PlaceRole: words,
        }
        return answers.get(role)

    def flags(self, index: _Index) -> Qt.ItemFlag:
        """Let findings be chosen, headings not."""
        if index.isValid() and self._rows[index.row()][0] is not None:
            return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return Qt.ItemFlag.NoItemFlags


class FindingDelegate(QStyledItemDelegate):
    """Paints a finding: its mark, its message, where it stands, and how to mend it."""

    def __init__(self, view: QListView) -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        """Return the height that the words take at the width of the list."""
        width = self._view.viewport().width()
        finding = index.data(FindingRole)
        if finding is None:
            return QSize(width, option.fontMetrics.height() + 18)
        height = 2 * _TOP
        for words, bold in _lines(finding, str(index.data(PlaceRole))):
            height += _height(words, _font(option.font, bold=bold), width) + _GAP
        return QSize(width, height)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Paint one row."""
        theme = current_theme()
        box: QRect = option.rect
        finding = index.data(FindingRole)
        painter.save()
        let_words_go_their_way(painter)
        if finding is None:
            painter.setFont(_font(option.font, bold=True))
            painter.setPen(theme.color("muted"))
            room = box.adjusted(14, 4, -_RIGHT, -4)
            painter.drawText(room, leading(Qt.AlignmentFlag.AlignBottom), str(index.data()))
            painter.restore()
            return
        if self._view.selectionModel().isSelected(index):
            painter.fillRect(box, theme.color("accent_tint"))
            painter.fillRect(
                placed(QRect(box.left(), box.top(), 3, box.height()), box), theme.color("accent")
            )
        severity = finding.severity.value
        mark = QRectF(box.left() + 15, box.top() + _TOP + 2, 14, 14)
        paint_severity(
            painter,
            placed_exactly(mark, QRectF(box)),
            severity,
            theme.color(severity_token(severity)),
        )
        top = box.top() + _TOP
        for number, (words, bold) in enumerate(_lines(finding, str(index.data(PlaceRole)))):
            font = _font(option.font, bold=bold)
            painter.setFont(font)
            painter.setPen(theme.color("muted" if number else "text"))
            height = _height(words, font, box.width())
            room = QRect(box.left() + _LEFT, top, box.width() - _LEFT - _RIGHT, height)
            painter.drawText(placed(room, box), leading(int(Qt.TextFlag.TextWordWrap)), words)
            top += height + _GAP
        painter.setPen(QPen(theme.color("line"), 1))
        painter.drawLine(box.bottomLeft(), box.bottomRight())
        painter.restore()


class FindingListView(QListView):
    """Findings to go to.

    Signals:
        finding_opened: (Finding) by Enter or a double click.
        set_aside_asked: (Finding) by Delete.
        help_asked: (Finding) by F1.
    """

    finding_opened = Signal(object)
    set_aside_asked = Signal(object)
    help_asked = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("finding_list")
        self.setAccessibleName(self.tr("Findings"))
        self.findings = FindingModel(self)
        self.setModel(self.findings)
        self.setItemDelegate(FindingDelegate(self))
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.doubleClicked.connect(lambda index: self._tell(self.finding_opened, index))

    @property
    def chosen(self) -> Finding | None:
        """The finding that is chosen."""
        found: Finding | None = self.currentIndex().data(FindingRole)
        return found

    def show_findings(self, findings: Sequence[tuple[Finding, str]]) -> None:
        """Show findings; the one chosen stays so, else the one that took its place is."""
        before, row = self.chosen, self.currentIndex().row()
        self.findings.show_findings(findings)
        rows = self.findings.finding_rows()
        if not rows:
            return
        kept = self.findings.row_of(before) if before is not None else -1
        if kept < 0:
            kept = min((place for place in rows if place >= row), default=rows[-1])
        self.setCurrentIndex(self.findings.index(kept))

    def step(self, step: int) -> Finding | None:
        """Choose the next (1) or previous (-1) finding, round and round; None if there is none."""
        rows = self.findings.finding_rows()
        if not rows:
            return None
        here = self.currentIndex().row()
        place = rows.index(here) if here in rows else (-1 if step > 0 else 0)
        self.setCurrentIndex(self.findings.index(rows[(place + step) % len(rows)]))
        return self.chosen

    def _tell(self, signal: object, index: _Index) -> None:
        finding = index.data(FindingRole)
        if finding is not None:
            signal.emit(finding)  # type: ignore[attr-defined]

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Break the lines anew."""
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()

    def event(self, event: QEvent) -> bool:
        """Keep F1 from the window: here it tells of the rule."""
        is_asked = event.type() == QEvent.Type.ShortcutOverride and self.chosen is not None
        if is_asked and isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_F1:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes to the place, Delete sets aside, F1 tells of the rule."""
        signals = {
            Qt.Key.Key_Return: self.finding_opened,
            Qt.Key.Key_Enter: self.finding_opened,
            Qt.Key.Key_Delete: self.set_aside_asked,
            Qt.Key.Key_F1: self.help_asked,
        }
        signal = signals.get(Qt.Key(event.key()))
        if signal is not None and self.chosen is not None:
            self._tell(signal, self.currentIndex())
        else:
            super().keyPressEvent(event)


def _lines(finding: Finding, place: str) -> list[tuple[str, bool]]:
    """Return the words of a finding, paragraph by paragraph, and whether each is bold."""
    return [
        (told(finding.message), True),
        (place, False),
        *([(told(finding.help), False)] if finding.help else []),
    ]


def _font(base: QFont, *, bold: bool) -> QFont:
    font = QFont(base)
    font.setBold(bold)
    return font


def _height(words: str, font: QFont, width: int) -> int:
    room = QRect(0, 0, max(width - _LEFT - _RIGHT, 40), 10_000)
    flags = int(Qt.TextFlag.TextWordWrap)
    return QFontMetrics(font).boundingRect(room, flags, words).height()
