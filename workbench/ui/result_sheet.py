"""The sheet that tells what became of several files that were brought in together."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLabel, QWidget

from workbench.intake.result import ordered, result_text, summary
from workbench.ui.form import muted, small_button
from workbench.ui.language import told
from workbench.ui.overlay import Overlay
from workbench.ui.result_list import ResultListView

if TYPE_CHECKING:
    from collections.abc import Sequence

    from workbench.intake.result import FileResult


class ResultSheet(Overlay):
    """Lists files; Enter shows the source that one became.

    Signals:
        source_asked: (source id).
    """

    source_asked = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, width=760, height=560)
        self.setObjectName("result_sheet")
        self._text = ""
        heading = QLabel(self.tr("What came in"))
        heading.setProperty("role", "heading")
        self._summary = QLabel()
        self._summary.setObjectName("result_summary")
        self._summary.setWordWrap(True)
        self.list = ResultListView()
        self.list.installEventFilter(self)
        self.list.doubleClicked.connect(lambda: self._show_current())
        self._show = small_button(self.tr("Show the source"), "result_show")
        self._show.clicked.connect(self._show_current)
        copy = small_button(self.tr("Copy as text"), "result_copy")
        copy.clicked.connect(self._copy)
        close = small_button(self.tr("Close"), "result_close")
        close.clicked.connect(self.close_sheet)
        row = QHBoxLayout()
        row.addWidget(self._show)
        row.addWidget(copy)
        row.addStretch(1)
        row.addWidget(close)
        self.column.addWidget(heading)
        self.column.addWidget(self._summary)
        self.column.addWidget(self.list, 1)
        self.column.addWidget(
            muted(self.tr("Enter shows the source, Ctrl+C copies the list, Esc closes it."))
        )
        self.column.addLayout(row)
        self.list.selectionModel().currentChanged.connect(self._allow_show)

    def tell(self, results: Sequence[FileResult], beyond: int) -> None:
        """Show what became of some files."""
        self._summary.setText(told(summary(results, beyond)))
        self._text = result_text(results, beyond)
        self.open()
        self.list.show_results(ordered(results))
        self._allow_show()
        self.list.setFocus()

    def _allow_show(self, *_: object) -> None:
        result = self.list.current
        self._show.setEnabled(result is not None and bool(result.source_id))

    def _show_current(self) -> None:
        result = self.list.current
        if result is not None and result.source_id:
            self.close_sheet()
            self.source_asked.emit(result.source_id)

    def _copy(self) -> None:
        QApplication.clipboard().setText(self._text)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Show with Enter, copy with the usual key."""
        if watched is self.list and isinstance(event, QKeyEvent):
            is_press = event.type() == QEvent.Type.KeyPress
            if is_press and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._show_current()
                return True
            if is_press and event.matches(QKeySequence.StandardKey.Copy):
                self._copy()
                return True
        return super().eventFilter(watched, event)
