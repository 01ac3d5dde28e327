"""Watch items that are due, as a quiet line of the start page: each leads to its claim."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from workbench.rules.watch import due_words
from workbench.ui.cut_label import CutLabel
from workbench.ui.form import link_button, sentence_case
from workbench.ui.language import told

if TYPE_CHECKING:
    from datetime import date

    from workbench.core.case_line import WatchLine

_SHOWN = 3


class WatchReminder(QWidget):
    """Lists the first watch items that are due; unseen while none is.

    Signals:
        opened: (WatchLine) the person wants its check, at the claim.
        all_asked: the person wants the list of all.
    """

    opened = Signal(object)
    all_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("watch_reminder")
        self._head = QLabel()
        self._head.setObjectName("watch_due")
        self._head.setProperty("role", "warning")
        everything = link_button(self.tr("All watch items"), "watch_all")
        everything.clicked.connect(self.all_asked)
        head = QHBoxLayout()
        head.setSpacing(16)
        head.addWidget(self._head)
        head.addWidget(everything)
        head.addStretch(1)
        self._rows: list[QWidget] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 12)
        self._column.setSpacing(2)
        self._column.addLayout(head)
        self.hide()

    def show_due(self, due: tuple[WatchLine, ...], today: date) -> None:
        """Show what is due; nothing hides the line."""
        self.setVisible(bool(due))
        self._head.setText(due_count_words(len(due)))
        for row in self._rows:
            self._column.removeWidget(row)
            row.hide()
            row.setParent(None)
            row.deleteLater()
        self._rows = [self._row(place, line, today) for place, line in enumerate(due[:_SHOWN])]
        for row in self._rows:
            self._column.addWidget(row)

    def _row(self, place: int, line: WatchLine, today: date) -> QWidget:
        box = QWidget(self)
        open_it = link_button(self.tr("Open"), f"watch_open_{place}")
        open_it.setAccessibleName(
            self.tr("Open the check at its claim: {text}").format(text=line.text)
        )
        open_it.clicked.connect(lambda: self.opened.emit(line))
        words = CutLabel(box)
        words.setObjectName(f"watch_words_{place}")
        due = sentence_case(told(due_words(line.due, today)))
        parts = (due, line.text, where_words(line))
        words.show_words("  ·  ".join(parts))
        row = QHBoxLayout(box)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(open_it, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(words, 1)
        return box


def due_count_words(count: int) -> str:
    """Return how many watch items are due."""
    from PySide6.QtCore import QCoreApplication

    words = (
        QCoreApplication.translate("watch", "1 watch item is due:")
        if count == 1
        else QCoreApplication.translate("watch", "{n} watch items are due:")
    )
    return words.format(n=count)


def where_words(line: WatchLine) -> str:
    """Return the check of a watch item, and the claim that it would change."""
    from PySide6.QtCore import QCoreApplication

    if not line.claim_number:
        return line.title
    words = QCoreApplication.translate("watch", "{title}, claim {n}")
    return words.format(title=line.title, n=line.claim_number)
