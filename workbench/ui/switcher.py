"""The quick switcher: type a few letters, Enter opens the check."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from workbench.ui.check_list import CheckListView
from workbench.ui.form import muted
from workbench.ui.overlay import Overlay

if TYPE_CHECKING:
    from collections.abc import Sequence

    from workbench.store.summary import CheckSummary

_SEARCH_AFTER_MS = 40


class Switcher(Overlay):
    """Finds checks as the person types.

    Signals:
        query_changed: (text) the list is to show what matches.
        check_opened: (check id).
    """

    query_changed = Signal(str)
    check_opened = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, width=640, height=460)
        self.setObjectName("switcher")
        self.line = QLineEdit()
        self.line.setObjectName("switcher_line")
        self.line.setAccessibleName(self.tr("Find a check"))
        self.line.setPlaceholderText(self.tr("Find a check by its title, claims, quotes or posts"))
        self.list = CheckListView()
        self.list.setObjectName("switcher_list")
        self._none = muted(self.tr("Nothing found."))
        self.column.addWidget(self.line)
        self.column.addWidget(self.list, 1)
        self.column.addWidget(self._none)
        self.column.addStretch(1)
        self._timer = QTimer(self, singleShot=True, interval=_SEARCH_AFTER_MS)
        self._timer.timeout.connect(lambda: self.query_changed.emit(self.line.text()))
        self.line.textEdited.connect(lambda: self._timer.start())
        self.line.returnPressed.connect(self._on_entered)
        self.line.installEventFilter(self)
        self.list.check_opened.connect(self._on_opened)

    def open(self) -> None:
        """Show the sheet with the newest checks."""
        self.line.clear()
        self.query_changed.emit("")
        super().open()
        self.line.setFocus()

    def show_checks(self, checks: Sequence[CheckSummary]) -> None:
        """Show what matches."""
        self.list.show_checks(checks)
        self.list.setVisible(bool(checks))
        self._none.setVisible(not checks)

    def _on_entered(self) -> None:
        if self._timer.isActive():  # Enter came before the list: let it catch up
            self._timer.stop()
            self.query_changed.emit(self.line.text())
        self.list.open_current()

    def _on_opened(self, check_id: str) -> None:
        self.close_sheet()
        self.check_opened.emit(check_id)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let Up and Down walk the list while the cursor stays in the line."""
        if watched is self.line and isinstance(event, QKeyEvent):
            walks = event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down)
            if walks and event.type() == QEvent.Type.KeyPress:
                QApplication.sendEvent(self.list, event)
                return True
        return super().eventFilter(watched, event)
