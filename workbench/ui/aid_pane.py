"""The pane beside the article that lists what is noticed in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from workbench.ui.aid_list import AidListView, AidRole
from workbench.ui.form import link_button, muted

if TYPE_CHECKING:
    from PySide6.QtCore import QModelIndex, QObject
    from PySide6.QtGui import QKeyEvent

    from workbench.core.source import Source
    from workbench.reading.inspection import Inspection
    from workbench.ui.aid import AidIndex
    from workbench.ui.reading_aids import ReadingAids

_STEPS = (Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_PageDown, Qt.Key.Key_PageUp)


class AidPane(QWidget):
    """A line to filter by, and the list; Enter shows a place, Escape goes back to the article.

    Signals:
        jumped: (start, end) in code points.
        left: the person is done with the list.
    """

    jumped = Signal(int, int)
    left = Signal()

    def __init__(self, aids: ReadingAids) -> None:
        super().__init__()
        self._aids = aids
        self.setObjectName("aid_pane")
        self._title = QLabel()
        self._title.setProperty("role", "heading")
        self._title.setTextFormat(Qt.TextFormat.PlainText)
        self._title.setWordWrap(True)
        close = link_button(self.tr("Close"), "aid_close")
        close.clicked.connect(self.left)
        self.line = QLineEdit()
        self.line.setObjectName("aid_filter")
        self.line.setAccessibleName(self.tr("Filter what is noticed"))
        self.line.setPlaceholderText(self.tr("Type to filter"))
        self.list = AidListView()
        self._empty = muted()
        self._keys = muted(
            self.tr("Enter shows it in the article, Alt+Left comes back, Esc closes the list.")
        )
        self._build(close)
        self.line.textChanged.connect(self._on_query)
        self.list.activated.connect(self._jump)
        self.list.clicked.connect(self._jump)
        self.line.installEventFilter(self)
        self.list.installEventFilter(self)

    def _build(self, close: QWidget) -> None:
        head = QHBoxLayout()
        head.addWidget(self._title, 1)
        head.addWidget(close, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 14, 20, 12)
        column.setSpacing(8)
        column.addLayout(head)
        column.addWidget(self.line)
        column.addWidget(self._empty)
        column.addWidget(self.list, 1)
        column.addStretch(0)
        column.addWidget(self._keys)

    def show_aids(self, source: Source, read: Inspection | None, index: AidIndex) -> None:
        """Show what is noticed in a source; the chosen row stays near its place."""
        here = self.list.currentIndex().data(AidRole)
        name = source.name.strip()
        self._title.setText(
            self.tr("Noticed in {name}").format(name=name) if name else self.tr("Noticed here")
        )
        self.list.aids.show_aids(source.version.text, index.all, self.line.text())
        if here is not None:
            self.list.choose_near(here.start)
        else:
            self.list.choose_first()
        self._show_empty(read, is_empty=not index.all)

    def _show_empty(self, read: Inspection | None, *, is_empty: bool) -> None:
        words = ""
        if read is None:
            words = self.tr("This text is being read …")
        elif not read.is_english and read.metadata.language is not None:
            words = self._aids.missing_words(read.metadata.language.value)
        elif is_empty:
            words = self.tr(
                "Nothing is noticed in this text. Dates, words such as “according to two aides”, "
                "quotations with their speakers, hedges such as “reportedly”, and lines that are "
                "not the article would be listed here. S in the article says what a line is."
            )
        elif not self.list.aids.count:
            words = self.tr("Nothing noticed has these words.")
        self._empty.setText(words)
        self._empty.setVisible(bool(words))
        self.list.setVisible(self.list.aids.count > 0)
        self.line.setVisible(not is_empty)
        self._read, self._is_empty = read, is_empty

    _read: Inspection | None = None
    _is_empty = True

    def begin(self) -> None:
        """Put the keyboard where the person types."""
        target = self.line if not self.line.isHidden() else self
        target.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.line.selectAll()

    def restyle(self) -> None:
        """Take the colours of the current theme."""
        self.list.viewport().update()

    def _on_query(self, query: str) -> None:
        self.list.aids.filter(query)
        self.list.choose_first()
        self._show_empty(self._read, is_empty=self._is_empty)

    def _jump(self, index: QModelIndex) -> None:
        aid = index.data(AidRole)
        if aid is not None:
            self.jumped.emit(aid.start, aid.end)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let Up and Down go through the list while the person types, and Enter jump."""
        if event.type() == QEvent.Type.KeyPress and self._takes(watched, event):  # type: ignore[arg-type]
            return True
        return super().eventFilter(watched, event)

    def _takes(self, watched: QObject, event: QKeyEvent) -> bool:
        key = event.key()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._jump(self.list.currentIndex())
            return True
        if watched is self.line and key in _STEPS:
            self.list.keyPressEvent(event)
            return True
        return False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave with Escape."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)
