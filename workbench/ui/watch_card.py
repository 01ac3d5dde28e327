"""Watch items: concrete signals, each tied to the claim that it would change, with a due date."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from workbench.ui.date_field import DateField
from workbench.ui.field import LineField
from workbench.ui.form import Choice, link_button, small_button, tell_apart
from workbench.ui.tick import on_tick, show_tick

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
        second.addWidget(self.due, 1)
        second.addWidget(self.seen)
        second.addWidget(remove)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 6)
        column.setSpacing(4)
        column.addLayout(first)
        column.addLayout(second)
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

    def _change(self, key: str, **fields: object) -> None:
        item = replace(self._item, **fields)  # type: ignore[arg-type]
        key = f"watch:{item.id}:{key}" if key and not key.endswith(":0") else ""
        self.edited.emit(item, key)


class WatchCard(QWidget):
    """The list of watch items and a line for a new one.

    Signals:
        edited: (WatchItem, undo key; empty for a step of its own).
        added: (text).
        removed: (item id).
    """

    edited = Signal(object, str)
    added = Signal(str)
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
        row = QHBoxLayout()
        row.addWidget(self._line, 1)
        row.addWidget(add)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(self._list)
        column.addLayout(row)
        self._line.returnPressed.connect(self._on_added)
        add.clicked.connect(self._on_added)

    def show_check(self, check: Check) -> None:
        """Show a check's watch items; rows that stay keep the keyboard focus."""
        claims = tuple(claim.id for claim in check.claims)
        ids = [item.id for item in check.watch_items]
        if claims != self._claims or ids != list(self._rows):
            self._claims = claims
            self._rebuild(check)
        for item in check.watch_items:
            self._rows[item.id].show_item(item)

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
            self._line.show_text("")
            self.added.emit(text)
