"""Watch items: concrete signals, each tied to the claim that it would change, with a due date."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from workbench import clock
from workbench.core.date import DateValue
from workbench.rules.watch import Due, due_of, due_words, postponed
from workbench.ui.date_field import DateField
from workbench.ui.field import LineField
from workbench.ui.form import Choice, link_button, sentence_case, small_button, tell_apart
from workbench.ui.language import told
from workbench.ui.tick import on_tick, show_tick

WEEK, MONTH = 7, 30
"""Days by which an item is put off."""

if TYPE_CHECKING:
    from workbench.core.check import Check
    from workbench.core.draft import WatchItem


class _Row(QWidget):
    """One watch item."""

    edited = Signal(object, str)
    removed = Signal(str)

    def __init__(self, check: Check, item: WatchItem, parent: QWidget) -> None:
        super().__init__(parent)
        self._item = item
        self.text = LineField()
        self.text.setAccessibleName(self.tr("Signal to watch for"))
        self.claim = Choice(
            (
                ("", self.tr("no claim")),
                *(
                    (claim.id, self.tr("claim {n}").format(n=n))
                    for n, claim in enumerate(check.claims, 1)
                ),
            )
        )
        self.claim.setAccessibleName(self.tr("Claim it would change"))
        self.due = DateField(f"watch_due_{item.id}", self.tr("Due"), has_basis=False)
        self.seen = QCheckBox(self.tr("Seen"))
        remove = self._remove = link_button(self.tr("Remove"))
        first, second = QHBoxLayout(), QHBoxLayout()
        first.addWidget(self.text, 1)
        first.addWidget(self.claim)
        self._stands = QLabel()
        self._stands.setObjectName(f"watch_stands_{item.id}")
        self._stands.setProperty("role", "warning")
        self._later = tuple(
            self._put_off_link(words, name, days)
            for words, name, days in (
                (self.tr("In a week"), "week", WEEK),
                (self.tr("In a month"), "month", MONTH),
            )
        )
        third = QHBoxLayout()
        third.setSpacing(16)
        third.addWidget(self._stands)
        for link in self._later:
            third.addWidget(link)
        third.addStretch(1)
        second.addWidget(self.due, 1)
        second.addWidget(self.seen)
        second.addWidget(remove)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 6)
        column.setSpacing(4)
        column.addLayout(first)
        column.addLayout(second)
        column.addLayout(third)
        self.text.edited.connect(lambda text, step: self._change(f"text:{step}", text=text))
        self.claim.currentIndexChanged.connect(lambda: self._change("", claim_id=self.claim.value))
        self.due.date_edited.connect(lambda date, step: self._change(f"due:{step}", due=date))
        on_tick(self.seen, lambda on: self._change("", seen=on))
        remove.clicked.connect(lambda: self.removed.emit(self._item.id))

    def show_item(self, item: WatchItem) -> None:
        """Show a value."""
        self._item = item
        self.text.show_text(item.text)
        tell_apart(self.seen, item.text)
        tell_apart(self._remove, item.text)
        self.claim.show_value(item.claim_id)
        self.due.show_date(item.due)
        show_tick(self.seen, item.seen)
        today = clock.now().astimezone().date()
        is_due = due_of(item.due, today, seen=item.seen) in (Due.OVERDUE, Due.NOW)
        self._stands.setText(sentence_case(told(due_words(item.due, today))) if is_due else "")
        self._stands.setVisible(is_due)
        for link in self._later:
            link.setVisible(is_due)
            tell_apart(link, item.text)

    def _put_off_link(self, words: str, name: str, days: int) -> QPushButton:
        link = link_button(words, f"watch_later_{name}_{self._item.id}")
        link.clicked.connect(lambda: self._on_put_off(days))
        link.hide()
        return link

    def _on_put_off(self, days: int) -> None:
        today = clock.now().astimezone().date()
        self._change("", due=postponed(self._item.due, today, days))

    def _change(self, key: str, **fields: object) -> None:
        item = replace(self._item, **fields)  # type: ignore[arg-type]
        key = f"watch:{item.id}:{key}" if key and not key.endswith(":0") else ""
        self.edited.emit(item, key)


class WatchCard(QWidget):
    """The list of watch items and a line for a new one.

    Signals:
        edited: (WatchItem, undo key; empty for a step of its own).
        added: (text, claim id, DateValue it is due).
        removed: (item id).
    """

    edited = Signal(object, str)
    added = Signal(str, str, object)
    removed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: dict[str, _Row] = {}
        self._claims: tuple[str, ...] = ()
        self._list = QVBoxLayout()
        self._list.setSpacing(0)
        self._line = LineField()
        self._line.setObjectName("watch_new")
        self._line.setAccessibleName(self.tr("New signal to watch for"))
        self._line.setPlaceholderText(self.tr("Another concrete signal to watch for"))
        add = small_button(self.tr("Add"), "watch_add")
        tell_apart(add, self.tr("a signal to watch for"))
        self._claim = Choice(())
        self._claim.setObjectName("watch_new_claim")
        self._claim.setAccessibleName(self.tr("Claim that the new signal would change"))
        self._due = DateField("watch_new_due", self.tr("The new signal is due"), has_basis=False)
        self._due.date_edited.connect(lambda date, _step: self._note_due(date))
        self._due.show_date(DateValue())
        self._new_due = DateValue()
        row = QHBoxLayout()
        row.addWidget(self._line, 1)
        row.addWidget(self._claim)
        second = QHBoxLayout()
        second.addWidget(self._due, 1)
        second.addWidget(add, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(self._list)
        column.addLayout(row)
        column.addLayout(second)
        self._due.line.returnPressed.connect(self._on_added)
        self._line.returnPressed.connect(self._on_added)
        add.clicked.connect(self._on_added)

    def show_check(self, check: Check) -> None:
        """Show a check's watch items; rows that stay keep the keyboard focus."""
        claims = tuple(claim.id for claim in check.claims)
        ids = [item.id for item in check.watch_items]
        if claims != self._claims or ids != list(self._rows):
            self._claims = claims
            self._rebuild(check)
            self._fill_claims(check)
        for item in check.watch_items:
            self._rows[item.id].show_item(item)

    def _fill_claims(self, check: Check) -> None:
        """Offer the claims for a new signal; the main claim is meant unless another is chosen."""
        chosen = self._claim.value if self._claim.count() else ""
        self._claim.blockSignals(True)
        self._claim.clear()
        self._claim.addItem(self.tr("No claim"), "")
        for number, claim in enumerate(check.claims, start=1):
            self._claim.addItem(self.tr("Claim {n}").format(n=number), claim.id)
        main = check.main_claim
        if self._claim.findData(chosen) < 1:
            chosen = main.id if main else ""
        self._claim.show_value(chosen)
        self._claim.blockSignals(False)

    def _note_due(self, date: DateValue) -> None:
        self._new_due = date

    def _rebuild(self, check: Check) -> None:
        for row in self._rows.values():
            row.hide()
            row.deleteLater()
        self._rows = {}
        for item in check.watch_items:
            row = _Row(check, item, self)
            row.edited.connect(self.edited)
            row.removed.connect(self.removed)
            self._rows[item.id] = row
            self._list.addWidget(row)

    def _on_added(self) -> None:
        text = self._line.text().strip()
        if text:
            due = self._new_due
            self._line.show_text("")
            self._note_due(DateValue())
            self._due.show_date(DateValue())
            self.added.emit(text, self._claim.value, due)
