"""Earlier checks of similar claims: how they were rated, and the way to them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from workbench.publish.vote_wording import rated_words
from workbench.ui.form import caption, link_button, muted
from workbench.ui.wording import STATE_WORDS, bare_date_words

if TYPE_CHECKING:
    from workbench.core.check import Check
    from workbench.house.house import House
    from workbench.rules.precedent import Precedent

_SHARED = 4
"""Words in common that are told."""


class PrecedentList(QWidget):
    """Lists precedents; unseen while there are none.

    Signals:
        check_asked: (check id) the person wants to open it.
        read_next_asked: (CaseLine) it shall be told to readers under Read next.
    """

    check_asked = Signal(str)
    read_next_asked = Signal(object)

    def __init__(self, house: House, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("precedent_list")
        self._house = house
        self._shown: object = None
        self._rows: list[QWidget] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 8, 0, 0)
        self._column.setSpacing(4)
        self._column.addWidget(caption(self.tr("Earlier checks of similar claims")))
        self.hide()

    def show_precedents(self, check: Check, found: tuple[Precedent, ...]) -> None:
        """Show the precedents of a check."""
        self.setVisible(bool(found))
        shown = (found, check.read_next)
        if shown == self._shown:
            return
        self._shown = shown
        for row in self._rows:
            self._column.removeWidget(row)
            row.hide()
            row.setParent(None)
            row.deleteLater()
        named = {one.slug for one in check.read_next if one.slug}
        self._rows = [
            self._row(place, one, is_named=one.line.slug in named)
            for place, one in enumerate(found)
        ]
        for row in self._rows:
            self._column.addWidget(row)

    def _row(self, place: int, one: Precedent, *, is_named: bool) -> QWidget:
        line = one.line
        box = QWidget(self)
        title = QLabel(line.title or line.slug)
        title.setObjectName(f"precedent_title_{place}")
        title.setProperty("role", "strong")
        title.setWordWrap(True)
        opens = link_button(self.tr("Open it"), f"precedent_{place}")
        opens.setAccessibleName(self.tr("Open the check: {title}").format(title=line.title))
        opens.clicked.connect(lambda: self.check_asked.emit(line.id))
        parts = [rated_words(line, self._house.scales), STATE_WORDS[line.state]]
        if line.published.is_known:
            parts.append(bare_date_words(line.published))
        details = muted("  ·  ".join(parts))
        details.setObjectName(f"precedent_details_{place}")
        shared = self.tr("In common: {words}").format(words=", ".join(one.shared[:_SHARED]))
        reason = f"{line.reason}\n{shared}" if line.reason else shared
        ways = QHBoxLayout()
        ways.setSpacing(16)
        ways.addWidget(opens)
        if is_named:
            ways.addWidget(muted(self.tr("in Read next"), wrap=False))
        else:
            add = link_button(self.tr("Add to Read next"), f"precedent_add_{place}")
            add.setAccessibleName(self.tr("Add to Read next: {title}").format(title=line.title))
            add.clicked.connect(lambda: self.read_next_asked.emit(line))
            ways.addWidget(add)
        ways.addStretch(1)
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 0, 0, 6)
        column.setSpacing(0)
        for part in (title, details, muted(reason)):
            column.addWidget(part)
        column.addLayout(ways)
        return box
