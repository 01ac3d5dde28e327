"""Where a claim occurs: passages of the dossier, and places elsewhere with their address."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QRadioButton, QVBoxLayout, QWidget

from workbench import clock
from workbench.core.claim import Appearance
from workbench.core.date import UNKNOWN_DATE
from workbench.ui.field import LineField
from workbench.ui.form import empty_out, link_button, muted, small_button, tell_apart
from workbench.ui.tick import on_tick
from workbench.ui.wording import date_words, source_name

if TYPE_CHECKING:
    from workbench.core.check import Check
    from workbench.core.claim import Claim


class AppearanceList(QWidget):
    """One row for each appearance; the earliest known one is marked.

    Signals:
        changed: (appearances, first appearance id).
        passage_asked: (passage id).
    """

    changed = Signal(object, str)
    passage_asked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._claim: Claim | None = None
        self._rows = QVBoxLayout()
        self._rows.setSpacing(4)
        self._line = LineField()
        self._line.setObjectName("appearance_line")
        self._line.setPlaceholderText(self.tr("Elsewhere: a place or an address"))
        self._line.setAccessibleName(self.tr("Another place where the claim occurs"))
        add = small_button(self.tr("Add"), "appearance_add")
        tell_apart(add, self.tr("an appearance"))
        row = QHBoxLayout()
        row.addWidget(self._line, 1)
        row.addWidget(add)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(self._rows)
        column.addLayout(row)
        self.setFocusProxy(self._line)
        self._line.returnPressed.connect(self._on_added)
        add.clicked.connect(self._on_added)

    def show_claim(self, check: Check, claim: Claim) -> None:
        """Show a claim's appearances."""
        before, self._claim = self._claim, claim
        same = before is not None and (before.appearances, before.first_appearance_id) == (
            claim.appearances, claim.first_appearance_id,
        )  # fmt: skip
        if same and before is not None and before.id == claim.id and self._rows.count():
            return
        empty_out(self._rows)
        for appearance in claim.appearances:
            self._rows.addWidget(self._row(check, appearance))

    def _row(self, check: Check, appearance: Appearance) -> QWidget:
        row = QWidget()
        layout = QHBoxLayout(row)
        layout.setContentsMargins(0, 0, 0, 0)
        first = QRadioButton(self.tr("first known"))
        first.setAutoExclusive(False)
        assert self._claim is not None
        first.setChecked(appearance.id == self._claim.first_appearance_id)
        on_tick(first, lambda on, ref=appearance.id: self._on_first(ref if on else ""))
        told = self._words(check, appearance)
        tell_apart(first, told)
        words = muted(told, wrap=True)
        layout.addWidget(words, 1)
        layout.addWidget(first)
        if appearance.passage_id:
            show = link_button(self.tr("Show"))
            tell_apart(show, told)
            show.clicked.connect(lambda: self.passage_asked.emit(appearance.passage_id))
            layout.addWidget(show)
        remove = link_button(self.tr("Remove"))
        tell_apart(remove, told)
        remove.clicked.connect(lambda: self._on_removed(appearance.id))
        layout.addWidget(remove)
        return row

    def _words(self, check: Check, appearance: Appearance) -> str:
        if appearance.passage_id:
            source = check.source_of(appearance.passage_id)
            name = source_name(source, check.sources.index(source) + 1)
            quote = " ".join(check.passage(appearance.passage_id).selector.exact.split())
            return f"{name}: “{quote[:80]}{'…' if len(quote) > 80 else ''}”"
        parts = [appearance.place, appearance.url]
        if appearance.when != UNKNOWN_DATE:
            parts.append(date_words(appearance.when))
        return " · ".join(part for part in parts if part)

    def _on_added(self) -> None:
        text = self._line.text().strip()
        if not text or self._claim is None:
            return
        is_address = text.casefold().startswith(("http://", "https://"))
        item = Appearance(
            id=clock.new_id(), place="" if is_address else text, url=text if is_address else ""
        )
        self._line.show_text("")
        self.changed.emit((*self._claim.appearances, item), self._claim.first_appearance_id)

    def _on_removed(self, appearance_id: str) -> None:
        if self._claim is None:
            return
        rest = tuple(item for item in self._claim.appearances if item.id != appearance_id)
        first = self._claim.first_appearance_id
        self.changed.emit(rest, "" if first == appearance_id else first)

    def _on_first(self, appearance_id: str) -> None:
        if self._claim is not None:
            self.changed.emit(self._claim.appearances, appearance_id)
