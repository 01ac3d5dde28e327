"""The sheet of watch items: what would change any check, the most pressing first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from workbench.rules.watch import Due, due_words, watched
from workbench.ui.form import FormScroll, caption, link_button, muted, small_button, tell_apart
from workbench.ui.language import told
from workbench.ui.overlay import Overlay
from workbench.ui.watch_card import MONTH, WEEK
from workbench.ui.watch_line import where_words
from workbench.ui.wording import bare_date_words

if TYPE_CHECKING:
    from datetime import date

    from workbench.core.case_line import WatchLine


class WatchSheet(Overlay):
    """Lists the watch items of all checks that have not been seen.

    Signals:
        opened: (WatchLine) the person wants its check, at the claim.
        seen: (WatchLine) it has come to pass.
        put_off: (WatchLine, days).
    """

    opened = Signal(object)
    seen = Signal(object)
    put_off = Signal(object, int)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, width=820, height=560)
        self.setObjectName("watch_sheet")
        heading = caption(self.tr("What would change our checks"))
        heading.setProperty("role", "heading")
        self._none = muted(
            self.tr("Nothing is watched for. Watch items are written in the draft of a check.")
        )
        self._form = FormScroll()
        self._rows: list[QWidget] = []
        close = small_button(self.tr("Close"), "watch_close")
        close.clicked.connect(self.close_sheet)
        last = QHBoxLayout()
        last.addStretch(1)
        last.addWidget(close)
        self._close = close
        self.column.addWidget(heading)
        self.column.addWidget(self._none)
        self.column.addWidget(self._form, 1)
        self.column.addLayout(last)

    def ask(self, lines: tuple[WatchLine, ...], today: date) -> None:
        """Show the sheet, with the keyboard on the first item."""
        self.show_lines(lines, today)
        self.open()
        self._begin(0)

    def show_lines(self, lines: tuple[WatchLine, ...], today: date) -> None:
        """Show watch items; the place of the keyboard stays."""
        here = self.focusWidget()
        place = next((n for n, row in enumerate(self._rows) if here and row.isAncestorOf(here)), -1)
        for row in self._rows:
            self._form.column.removeWidget(row)
            row.hide()
            row.setParent(None)
            row.deleteLater()
        found = [(due, line) for due, line in watched(lines, today) if due is not Due.SEEN]
        self._rows = [self._row(due, line, today) for due, line in found]
        for number, row in enumerate(self._rows):
            self._form.column.insertWidget(number, row)
        if self._form.column.count() == len(self._rows):
            self._form.column.addStretch(1)
        self._none.setVisible(not found)
        if place >= 0:
            self._begin(place)

    def _begin(self, place: int) -> None:
        if not self._rows:
            self._close.setFocus()
            return
        row = self._rows[min(place, len(self._rows) - 1)]
        button = row.findChild(QPushButton)
        if button is not None:
            row.show()
            button.setFocus()
            self._form.ensureWidgetVisible(row)

    def _row(self, due: Due, line: WatchLine, today: date) -> QWidget:
        box = QFrame(self._form.body)
        box.setProperty("role", "row")
        words = QLabel(line.text)
        words.setProperty("role", "strong")
        words.setWordWrap(True)
        when = QLabel(self._when(due, line, today))
        when.setObjectName("watch_when")
        when.setProperty("role", "warning" if due in (Due.OVERDUE, Due.NOW) else "muted")
        head = QHBoxLayout()
        head.addWidget(words, 1)
        head.addWidget(when)
        ways = QHBoxLayout()
        ways.setSpacing(16)
        for text, name, act in (
            (self.tr("Open at the claim"), "open", lambda: self.opened.emit(line)),
            (self.tr("It has come: seen"), "seen", lambda: self.seen.emit(line)),
            (self.tr("In a week"), "week", lambda: self.put_off.emit(line, WEEK)),
            (self.tr("In a month"), "month", lambda: self.put_off.emit(line, MONTH)),
        ):
            button = link_button(text, f"watch_{name}_{line.item_id}")
            tell_apart(button, line.text)
            button.clicked.connect(act)
            ways.addWidget(button)
        ways.addStretch(1)
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 8, 0, 8)
        column.setSpacing(2)
        column.addLayout(head)
        about = where_words(line)
        column.addWidget(muted(f"{about}: {line.claim_wording}" if line.claim_wording else about))
        column.addLayout(ways)
        return box

    def _when(self, due: Due, line: WatchLine, today: date) -> str:
        if due is Due.UNDATED:
            return line.due.wording or self.tr("no date")
        return f"{bare_date_words(line.due)}, {told(due_words(line.due, today))}"
