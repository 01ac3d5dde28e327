"""What a source relies on: one line for each hop of its chain to the origin."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from workbench.core.source import Hop, HopKind
from workbench.publish.wording import source_name
from workbench.ui.field import LineField
from workbench.ui.form import Choice, empty_out, link_button, muted, small_button

if TYPE_CHECKING:
    from workbench.core.check import Check
    from workbench.core.source import Source


class HopList(QWidget):
    """Names of the reports relied on, whether they are in hand, and what an inferred hop rests on.

    Signals:
        changed: (hops, undo key; empty for a step of its own).
    """

    changed = Signal(object, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._hops: tuple[Hop, ...] = ()
        self._shape: tuple[object, ...] = ()
        self._lines: list[tuple[LineField, Choice, LineField]] = []
        self._rows = QVBoxLayout()
        self._rows.setSpacing(4)
        self._new = LineField()
        self._new.setObjectName("hop_new")
        self._new.setPlaceholderText(self.tr("The outlet or document it cites, by its name"))
        self._new.setAccessibleName(self.tr("Another report this source relies on"))
        add = small_button(self.tr("Add"), "hop_add")
        row = QHBoxLayout()
        row.addWidget(self._new, 1)
        row.addWidget(add)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(self._rows)
        column.addLayout(row)
        column.addWidget(
            muted(
                self.tr(
                    "A report that the text does not state, but a caption hints at, is inferred "
                    "from that; it counts only where none is stated."
                )
            )
        )
        self._new.returnPressed.connect(self._on_added)
        add.clicked.connect(self._on_added)

    def show_source(self, check: Check, source: Source) -> None:
        """Show a source's hops; rows that stay keep the keyboard focus."""
        others = tuple(
            (other.id, source_name(other, number))
            for number, other in enumerate(check.sources, start=1)
            if other.id != source.id
        )
        shape = (source.id, len(source.relies_on), others)
        self._hops = source.relies_on
        if shape != self._shape:
            self._shape = shape
            self._rebuild(others)
        for hop, (name, in_hand, basis) in zip(self._hops, self._lines, strict=True):
            name.show_text(hop.name)
            in_hand.show_value(hop.source_id)
            basis.show_text(hop.basis)

    def _rebuild(self, others: tuple[tuple[str, str], ...]) -> None:
        empty_out(self._rows)
        self._lines = [self._added_row(place, others) for place in range(len(self._hops))]

    def _added_row(
        self, place: int, others: tuple[tuple[str, str], ...]
    ) -> tuple[LineField, Choice, LineField]:
        name, basis = LineField(), LineField()
        name.setAccessibleName(self.tr("Report relied on"))
        basis.setAccessibleName(self.tr("What an inferred hop rests on"))
        basis.setPlaceholderText(self.tr("inferred from"))
        in_hand = Choice((("", self.tr("not in hand")), *others))
        in_hand.setAccessibleName(self.tr("Which source is this report"))
        in_hand.setMaximumWidth(150)
        remove = link_button(self.tr("Remove"))
        row = QWidget()
        layout = QHBoxLayout(row)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addWidget(name, 3)
        layout.addWidget(in_hand)
        layout.addWidget(basis, 2)
        layout.addWidget(remove)
        self._rows.addWidget(row)
        name.edited.connect(lambda text, step: self._on_renamed(place, text, step))
        basis.edited.connect(lambda text, step: self._on_basis(place, text, step))
        in_hand.currentIndexChanged.connect(
            lambda: self._put(place, replace(self._hops[place], source_id=in_hand.value), "")
        )
        remove.clicked.connect(lambda: self._on_removed(place))
        return name, in_hand, basis

    def _put(self, place: int, hop: Hop, key: str) -> None:
        self.changed.emit((*self._hops[:place], hop, *self._hops[place + 1 :]), key)

    def _on_renamed(self, place: int, text: str, step: int) -> None:
        hop = self._hops[place]
        if text.strip() or hop.source_id:
            self._put(place, replace(hop, name=text), f"hop{place}:{step}")

    def _on_basis(self, place: int, text: str, step: int) -> None:
        kind = HopKind.INFERRED if text.strip() else HopKind.STATED
        basis = text if text.strip() else ""
        self._put(place, replace(self._hops[place], kind=kind, basis=basis), f"basis{place}:{step}")

    def _on_removed(self, place: int) -> None:
        self.changed.emit((*self._hops[:place], *self._hops[place + 1 :]), "")

    def _on_added(self) -> None:
        text = self._new.text().strip()
        if text:
            self._new.show_text("")
            self.changed.emit((*self._hops, Hop(name=text)), "")
