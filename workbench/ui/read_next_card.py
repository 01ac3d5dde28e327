"""Read next: earlier checks, by title and address."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from workbench.core.record import Precedent
from workbench.ui.field import LineField
from workbench.ui.form import empty_out, link_button, muted, small_button, tell_apart

if TYPE_CHECKING:
    from workbench.core.check import Check


class ReadNextCard(QWidget):
    """Edits the list of earlier checks.

    Signals:
        edited: (tuple of Precedent).
    """

    edited = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._items: tuple[Precedent, ...] | None = None
        self._rows = QVBoxLayout()
        self._rows.setSpacing(2)
        self._title, self._url = LineField(), LineField()
        self._title.setObjectName("read_next_title")
        self._title.setPlaceholderText(self.tr("Title of an earlier check"))
        self._title.setAccessibleName(self.tr("Title of an earlier check"))
        self._url.setObjectName("read_next_url")
        self._url.setPlaceholderText(self.tr("Its address"))
        self._url.setAccessibleName(self.tr("Address of the earlier check"))
        add = small_button(self.tr("Add"), "read_next_add")
        tell_apart(add, self.tr("an earlier check"))
        row = QHBoxLayout()
        row.addWidget(self._title, 3)
        row.addWidget(self._url, 2)
        row.addWidget(add)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(self._rows)
        column.addLayout(row)
        self._title.returnPressed.connect(self._on_added)
        self._url.returnPressed.connect(self._on_added)
        add.clicked.connect(self._on_added)

    def show_check(self, check: Check) -> None:
        """Show a check's list."""
        if check.read_next == self._items:
            return
        self._items = check.read_next
        empty_out(self._rows)
        for place, earlier in enumerate(check.read_next):
            self._rows.addWidget(self._row(place, earlier))

    def _row(self, place: int, earlier: Precedent) -> QWidget:
        row = QWidget()
        layout = QHBoxLayout(row)
        layout.setContentsMargins(0, 0, 0, 0)
        words = f"{earlier.title} · {earlier.url}" if earlier.url else earlier.title
        layout.addWidget(muted(words), 1)
        remove = link_button(self.tr("Remove"))
        remove.clicked.connect(lambda: self._on_removed(place))
        layout.addWidget(remove)
        return row

    def _on_added(self) -> None:
        title = self._title.text().strip()
        if title and self._items is not None:
            item = Precedent(title=title, url=self._url.text().strip())
            self._title.show_text("")
            self._url.show_text("")
            self.edited.emit((*self._items, item))

    def _on_removed(self, place: int) -> None:
        if self._items is not None:
            self.edited.emit((*self._items[:place], *self._items[place + 1 :]))
