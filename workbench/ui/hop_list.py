"""What a source relies on: each hop of its chain to the origin, stated or inferred."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from workbench.core.source import Hop, HopKind
from workbench.ui.field import LineField
from workbench.ui.form import (
    Choice,
    empty_out,
    inline_caption,
    link_button,
    muted,
    small_button,
    tell_apart,
)
from workbench.ui.wording import source_name

if TYPE_CHECKING:
    from workbench.core.check import Check
    from workbench.core.source import Source


class HopRow(QWidget):
    """The fields of one hop; what it is inferred from is asked for where it is."""

    def __init__(self, others: tuple[tuple[str, str], ...]) -> None:
        super().__init__()
        self.name = LineField()
        self.name.setObjectName("hop_name")
        self.name.setAccessibleName(self.tr("Report relied on"))
        self.in_hand = Choice((("", self.tr("not in hand")), *others))
        self.in_hand.setObjectName("hop_in_hand")
        self.in_hand.setAccessibleName(self.tr("Which source is this report"))
        self.in_hand.setMaximumWidth(150)
        self.kind = Choice(
            ((HopKind.STATED, self.tr("stated")), (HopKind.INFERRED, self.tr("inferred")))
        )
        self.kind.setObjectName("hop_kind")
        self.kind.setAccessibleName(self.tr("Whether the text states it"))
        self.remove = link_button(self.tr("Remove"), "hop_remove")
        self.basis = LineField()
        self.basis.setObjectName("hop_basis")
        self.basis.setPlaceholderText(self.tr("such as: image caption"))
        self._basis_line = QWidget()
        under = QHBoxLayout(self._basis_line)
        under.setContentsMargins(16, 0, 0, 4)
        under.setSpacing(6)
        under.addWidget(inline_caption(self.tr("Inferred from"), self.basis))
        under.addWidget(self.basis, 1)
        self.basis.setAccessibleName(self.tr("What an inferred hop rests on"))
        line = QHBoxLayout()
        line.setSpacing(6)
        line.addWidget(self.name, 1)
        line.addWidget(self.in_hand)
        line.addWidget(self.kind)
        line.addWidget(self.remove)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(line)
        column.addWidget(self._basis_line)
        self._basis_line.hide()

    def show_hop(self, hop: Hop) -> None:
        """Show a hop; while its basis is being written, the line for it stays."""
        self.name.show_text(hop.name)
        tell_apart(self.remove, hop.name)
        self.in_hand.show_value(hop.source_id)
        is_writing = self.basis.hasFocus() and self.kind.value == HopKind.INFERRED
        kind = HopKind.INFERRED if is_writing else hop.kind
        self.kind.show_value(kind)
        self._basis_line.setVisible(kind is HopKind.INFERRED)
        self.basis.show_text(hop.basis)

    def ask_basis(self) -> None:
        """Let the person say what the hop is inferred from."""
        self._basis_line.show()
        self.basis.setFocus(Qt.FocusReason.OtherFocusReason)


class HopList(QWidget):
    """Names of the reports relied on, whether they are in hand, and how well that is known.

    Signals:
        changed: (hops, undo key; empty for a step of its own).
    """

    changed = Signal(object, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._hops: tuple[Hop, ...] = ()
        self._shape: tuple[object, ...] = ()
        self._lines: list[HopRow] = []
        self._rows = QVBoxLayout()
        self._rows.setSpacing(4)
        self._new = LineField()
        self._new.setObjectName("hop_new")
        self._new.setPlaceholderText(self.tr("The outlet or document it cites, by its name"))
        self._new.setAccessibleName(self.tr("Another report this source relies on"))
        add = small_button(self.tr("Add"), "hop_add")
        tell_apart(add, self.tr("a report relied on"))
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
        for hop, row in zip(self._hops, self._lines, strict=True):
            row.show_hop(hop)

    def _rebuild(self, others: tuple[tuple[str, str], ...]) -> None:
        empty_out(self._rows)
        self._lines = [self._added_row(place, others) for place in range(len(self._hops))]

    def _added_row(self, place: int, others: tuple[tuple[str, str], ...]) -> HopRow:
        row = HopRow(others)
        self._rows.addWidget(row)
        row.name.edited.connect(lambda text, step: self._on_renamed(place, text, step))
        row.basis.edited.connect(lambda text, step: self._on_basis(place, text, step))
        row.in_hand.currentIndexChanged.connect(
            lambda: self._put(place, replace(self._hops[place], source_id=row.in_hand.value), "")
        )
        row.kind.currentIndexChanged.connect(lambda: self._on_kind(place, row))
        row.remove.clicked.connect(lambda: self._on_removed(place))
        return row

    def _put(self, place: int, hop: Hop, key: str) -> None:
        self.changed.emit((*self._hops[:place], hop, *self._hops[place + 1 :]), key)

    def _on_renamed(self, place: int, text: str, step: int) -> None:
        hop = self._hops[place]
        if text.strip() or hop.source_id:
            self._put(place, replace(hop, name=text), f"hop{place}:{step}")

    def _on_kind(self, place: int, row: HopRow) -> None:
        """Call a hop stated; or let the person say what it is inferred from, which makes it so."""
        if row.kind.value == HopKind.INFERRED:
            row.ask_basis()
        else:
            self._put(place, replace(self._hops[place], kind=HopKind.STATED, basis=""), "")

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
