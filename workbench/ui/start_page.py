"""The start page: begin a check, or go on with one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from workbench.ui.check_list import CheckListView
from workbench.ui.flow import FlowLayout
from workbench.ui.form import caption, link_button, muted, small_button
from workbench.ui.theme import current_zoom

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QKeyEvent

    from workbench.store.summary import CheckSummary

_COLUMN_WIDTH = 760
_TOP = 48
"""Pixels, at the interface's own size."""
_SEARCH_AFTER_MS = 60


class StartPage(QScrollArea):
    """A title to type, three ways to bring something in, and the checks in the workspace.

    It scrolls where large words, reminders and a notice leave too little height.

    Signals:
        check_wanted: (title) a new check.
        check_opened: (check id).
        check_removal_asked: (check id).
        sample_asked, open_asked, folder_asked, paste_asked: ways to begin.
        query_changed: (text) the list is to show what matches.
        bin_asked: what was removed is wanted.
        export_asked: (what is searched for) all checks that match are to be exported.
    """

    check_wanted = Signal(str)
    check_opened = Signal(str)
    check_removal_asked = Signal(str)
    sample_asked = Signal()
    open_asked = Signal()
    paste_asked = Signal()
    folder_asked = Signal()
    query_changed = Signal(str)
    bin_asked = Signal()
    export_asked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("start_page")
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._search_timer = QTimer(self, singleShot=True, interval=_SEARCH_AFTER_MS)
        self._search_timer.timeout.connect(lambda: self.query_changed.emit(self.search.text()))
        self._build()

    def _build(self) -> None:
        column = QVBoxLayout()
        column.setSpacing(8)
        heading = QLabel(self.tr("What are you checking?"))
        heading.setProperty("role", "title")
        column.addWidget(heading)
        column.addLayout(self._built_new_line())
        column.addWidget(self._built_ways())
        column.addSpacing(20)
        self.search = QLineEdit()
        self.search.setObjectName("start_search")
        self.search.setClearButtonEnabled(True)
        self.search.setPlaceholderText(
            self.tr("Find a check by its title, claims, quotes or posts")
        )
        label = caption(self.tr("Checks in this workspace"), self.search)
        self.list = CheckListView()
        self.list.check_opened.connect(self.check_opened)
        self.list.removal_asked.connect(self.check_removal_asked)
        self._none = muted()
        self._list_head = label
        column.addWidget(label)
        column.addWidget(self.search)
        column.addWidget(self.list, 1)
        column.addWidget(self._none)
        column.addLayout(self._built_last_line())
        column.addStretch(0)
        self.search.textEdited.connect(lambda: self._search_timer.start())
        self.search.returnPressed.connect(self.list.open_current)
        body = self._body = QWidget()
        body.setLayout(column)
        page = QWidget()
        page.setObjectName("start_page_body")
        row = self._row = QHBoxLayout(page)
        row.setContentsMargins(20, _TOP, 20, 20)
        row.addStretch(1)
        row.addWidget(body, 10)
        row.addStretch(1)
        self.setWidget(page)

    def _built_new_line(self) -> QHBoxLayout:
        self.title = QLineEdit()
        self.title.setObjectName("start_title")
        self.title.setAccessibleName(self.tr("Title of a new check"))
        self.title.setPlaceholderText(
            self.tr("A title or the question, for example: Did the governor call the mayor?")
        )
        self.title.returnPressed.connect(self._on_wanted)
        new = QPushButton(self.tr("New check"))
        new.setObjectName("start_new")
        new.setProperty("role", "primary")
        new.clicked.connect(self._on_wanted)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.title, 1)
        row.addWidget(new, 0)
        return row

    def event(self, event: QEvent) -> bool:
        """Be as wide as the words need, and no wider than can be read."""
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange, QEvent.Type.Polish):
            zoom = current_zoom()
            self._body.setMaximumWidth(round(_COLUMN_WIDTH * zoom))
            self._row.setContentsMargins(20, round(_TOP / max(zoom**2, 1)), 20, 20)
        return super().event(event)

    def _built_ways(self) -> QWidget:
        ways_row = QWidget()
        row = FlowLayout(ways_row, spacing=8)
        ways = (
            ("start_paste", self.tr("Paste an article"), self.paste_asked),
            ("start_open", self.tr("Open a file …"), self.open_asked),
            ("start_folder", self.tr("Open a folder …"), self.folder_asked),
            ("start_sample", self.tr("Open the sample check"), self.sample_asked),
        )
        for name, text, signal in ways:
            button = small_button(text, name)
            button.clicked.connect(signal)
            row.addWidget(button)
        row.addWidget(muted(self.tr("or drop files on the window"), wrap=False))
        return ways_row

    def _built_last_line(self) -> QHBoxLayout:
        binned = link_button(self.tr("Removed checks and sources"), "start_bin")
        binned.clicked.connect(self.bin_asked)
        self.export = link_button(self.tr("Export these checks …"), "start_export")
        self.export.clicked.connect(lambda: self.export_asked.emit(self.search.text()))
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addWidget(self.export)
        row.addWidget(binned)
        row.addStretch(1)
        return row

    def show_checks(self, checks: Sequence[CheckSummary], query: str = "") -> None:
        """Show the checks that match a query."""
        self.list.show_checks(checks)
        self.list.setVisible(bool(checks))
        self.export.setVisible(bool(checks))
        self._none.setVisible(not checks)
        self._none.setText(
            self.tr("Nothing found for “{query}”.").format(query=query)
            if query
            else self.tr("No check yet. The sample check shows how one is made.")
        )

    def add_reminder(self, reminder: QWidget) -> None:
        """Put a line of reminders over the list of checks."""
        column = self._body.layout()
        if isinstance(column, QVBoxLayout):
            column.insertWidget(column.indexOf(self._list_head), reminder)

    def begin(self) -> None:
        """Put the cursor where a new check begins."""
        self.title.setFocus(Qt.FocusReason.OtherFocusReason)
        self.title.selectAll()

    def _on_wanted(self) -> None:
        title = " ".join(self.title.text().split())
        self.title.clear()
        self.check_wanted.emit(title)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go from the search to the list with Down."""
        if event.key() == Qt.Key.Key_Down and self.search.hasFocus():
            self.list.setFocus()
        else:
            super().keyPressEvent(event)
