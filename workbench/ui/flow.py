"""A layout that fills a line and goes on with the next, as words do."""

from __future__ import annotations

from PySide6.QtCore import QMargins, QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget


class FlowLayout(QLayout):
    """Lays widgets out from left to right (or right to left), wrapping as needed."""

    def __init__(self, parent: QWidget | None = None, *, spacing: int = 6) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self._gap = spacing
        self.setContentsMargins(QMargins(0, 0, 0, 0))

    def addItem(self, item: QLayoutItem) -> None:
        """Add an item at the end."""
        self._items.append(item)

    def count(self) -> int:
        """Return how many items there are."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        """Return an item, or None past the end."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        """Remove and return an item, or None past the end."""
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:  # noqa: N802
        """Return that it asks for no more than it needs."""
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        """Return that its height follows from its width."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height for a width, in pixels."""
        return self._place(QRect(0, 0, width, 0), move=False)

    def setGeometry(self, rect: QRect) -> None:
        """Place the items."""
        super().setGeometry(rect)
        self._place(rect, move=True)

    def sizeHint(self) -> QSize:
        """Return the least size."""
        return self.minimumSize()

    def minimumSize(self) -> QSize:  # noqa: N802
        """Return the size of the widest item."""
        size = QSize()
        for item in self._items:
            size = size.expandedTo(item.minimumSize())
        return size

    def _place(self, rect: QRect, *, move: bool) -> int:
        """Place the items line by line, or only measure; return the height, in pixels."""
        y = rect.y()
        for line in self._lines(rect.width()):
            height = max(size.height() for _, size in line)
            if move:
                self._place_line(line, rect, y, height)
            y += height + self._gap
        return max(0, y - self._gap - rect.y())

    def _lines(self, room: int) -> list[list[tuple[QLayoutItem, QSize]]]:
        """Return the items that are shown, line by line, with the size of each."""
        lines: list[list[tuple[QLayoutItem, QSize]]] = []
        x = 0
        for item in self._items:
            widget = item.widget()
            if widget is not None and widget.isHidden():
                continue
            size = item.sizeHint()
            if not lines or x + size.width() > room:
                lines.append([])
                x = 0
            width = min(size.width(), room) if room > 0 else size.width()
            lines[-1].append((item, QSize(width, size.height())))
            x += width + self._gap
        return lines

    def _place_line(
        self, line: list[tuple[QLayoutItem, QSize]], rect: QRect, y: int, height: int
    ) -> None:
        """Place one line from its beginning, each item in the middle of its height."""
        parent = self.parentWidget()
        backwards = parent is not None and (
            parent.layoutDirection() == Qt.LayoutDirection.RightToLeft
        )
        x = rect.x()
        for item, size in line:
            left = rect.right() + 1 - (x - rect.x()) - size.width() if backwards else x
            top = y + (height - size.height()) // 2
            item.setGeometry(QRect(QPoint(left, top), size))
            x += size.width() + self._gap
