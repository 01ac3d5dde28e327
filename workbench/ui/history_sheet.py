"""The sheet of a check's history: saved states by day, a look at one, and the way back to it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import (
    QCheckBox,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from workbench.ui.form import caption, muted, small_button
from workbench.ui.list_heading import heading_item
from workbench.ui.moment import time_words, weekday_words
from workbench.ui.overlay import Overlay
from workbench.ui.preview import Preview
from workbench.ui.theme import current_zoom

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtGui import QKeyEvent

_LOOK_AFTER_MS = 90
_STATE = Qt.ItemDataRole.UserRole


@dataclass(frozen=True, slots=True, kw_only=True)
class ListedState:
    """A saved state as a line of the list.

    Attributes:
        at: in the person's own time.
        words: what it changed.
        is_weighty: whether a status, the rating or the state changed, or it was exported.

    """

    id: str
    at: datetime
    who: str
    words: str
    is_weighty: bool


class HistorySheet(Overlay):
    """Lists saved states beside what is in the one chosen.

    Signals:
        return_asked: (id of a state) bring it back.
    """

    return_asked = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, width=1040, height=640)
        self.setObjectName("history_sheet")
        self._states: tuple[ListedState, ...] = ()
        self._look: Callable[[str], str] = lambda _: ""
        self._timer = QTimer(self, singleShot=True, interval=_LOOK_AFTER_MS)
        self._timer.timeout.connect(self._show_inside)
        self._build()

    def _build(self) -> None:
        self.heading = caption(self.tr("History"))
        self.heading.setProperty("role", "heading")
        self.heading.setWordWrap(True)
        self.list = QListWidget()
        self.list.setObjectName("history_list")
        self.list.setAccessibleName(self.tr("Saved states, newest first"))
        self.list.setWordWrap(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.currentItemChanged.connect(lambda *_: self._timer.start())
        self.weighty = QCheckBox(self.tr("&Only rating, statuses, state and exports"))
        self.weighty.setObjectName("history_weighty")
        self.weighty.toggled.connect(self._fill)
        self.page = Preview()
        self.page.setObjectName("history_page")
        self.page.setAccessibleName(self.tr("What is in this state"))
        self.page.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        left = QVBoxLayout()
        left.setSpacing(8)
        left.addWidget(self.weighty)
        left.addWidget(self.list, 1)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addLayout(left, 5)
        row.addWidget(self.page, 6)
        self.column.addWidget(self.heading)
        self.column.addLayout(row, 1)
        self.column.addLayout(self._built_buttons())

    def _built_buttons(self) -> QHBoxLayout:
        self.back = small_button(self.tr("&Bring this state back"), "history_back")
        self.back.clicked.connect(self._on_back_asked)
        close = small_button(self.tr("Close"), "history_close")
        close.clicked.connect(self.close_sheet)
        row = QHBoxLayout()
        row.addWidget(
            muted(
                self.tr(
                    "Undo takes it back. State, corrections and sign-offs of the check stay as "
                    "they are."
                )
            ),
            1,
        )
        row.addWidget(self.back)
        row.addWidget(close)
        return row

    def show_history(
        self, title: str, states: Sequence[ListedState], look: Callable[[str], str]
    ) -> None:
        """Open the sheet on states, newest first; `look` gives safe HTML of one by its id."""
        self.heading.setText(self.tr("History of “{title}”").format(title=title))
        self._states, self._look = tuple(states), look
        self.page.set_zoom(current_zoom())
        self._fill()
        if not self.isVisible():
            self.open()
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _fill(self) -> None:
        chosen = self.chosen
        self.list.clear()
        day = None
        for state in self._states:
            if self.weighty.isChecked() and not state.is_weighty:
                continue
            if state.at.date() != day:
                day = state.at.date()
                self.list.addItem(heading_item(weekday_words(day)))
            self._add_state(state)
        rows = [row for row in range(self.list.count()) if self._id_in(row)]
        kept = [row for row in rows if self._id_in(row) == chosen]
        self.back.setEnabled(bool(rows))
        if rows:
            self.list.setCurrentRow((kept or rows)[0])
        else:
            self.page.show_page(f"<p>{self.tr('Nothing of that kind was saved yet.')}</p>")

    def _add_state(self, state: ListedState) -> None:
        by = f"  ·  {state.who}" if state.who else ""
        item = QListWidgetItem(f"{time_words(state.at, seconds=True)}{by}\n{state.words}")
        item.setData(_STATE, state.id)
        self.list.addItem(item)

    def _id_in(self, row: int) -> str:
        return str(self.list.item(row).data(_STATE) or "")

    @property
    def chosen(self) -> str:
        """The id of the state that is chosen; empty while none is."""
        item = self.list.currentItem()
        return str(item.data(_STATE) or "") if item is not None else ""

    @Slot()
    def _show_inside(self) -> None:
        if self.chosen:
            self.page.show_page(self._look(self.chosen))
            self.page.verticalScrollBar().setValue(0)

    @Slot()
    def _on_back_asked(self) -> None:
        chosen = self.chosen
        if chosen:
            self.close_sheet()
            self.return_asked.emit(chosen)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter on the list brings the chosen state back."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.list.hasFocus():
            self._on_back_asked()
        else:
            super().keyPressEvent(event)
