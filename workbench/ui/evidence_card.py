"""The evidence of a claim: for, against, context, and the count of independent origins."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from workbench.core.claim import EvidenceKind, Stance
from workbench.rules.origin import origins_of
from workbench.ui.evidence_row import EvidenceRow
from workbench.ui.field import LineField
from workbench.ui.form import Choice, muted, small_button, tell_apart

if TYPE_CHECKING:
    from collections.abc import Callable

    from workbench.core.check import Check
    from workbench.core.claim import Claim, Evidence

_ORDER = (Stance.SUPPORTS, Stance.CONTRADICTS, Stance.QUALIFIES, Stance.REPEATS, Stance.CONTEXT)


class EvidenceCard(QFrame):
    """Counts, origins, the rows of evidence and a line to note evidence that is no passage.

    Attributes:
        is_proposed: whether nobody has looked yet who says a piece of evidence.

    Signals:
        row_added: the new EvidenceRow, to be connected.
        noted: (EvidenceKind, text) when the person notes a document, datum or reply.

    """

    row_added = Signal(object)
    noted = Signal(object, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self.setObjectName("evidence_card")
        self._rows: dict[str, EvidenceRow] = {}
        self.is_proposed: Callable[[Check, Evidence], bool] = lambda _check, _evidence: False
        self._build()

    def _build(self) -> None:
        self._counts = QLabel()
        self._counts.setObjectName("evidence_counts")
        self._origins = QLabel()
        self._origins.setObjectName("evidence_origins")
        self._origins.setProperty("role", "strong")
        head = QHBoxLayout()
        head.setContentsMargins(12, 8, 12, 4)
        head.addWidget(self._counts)
        head.addStretch(1)
        head.addWidget(self._origins)
        self._missing = muted()
        self._missing.setContentsMargins(12, 0, 12, 4)
        self._empty = muted(
            self.tr("Select words in the article and press E to tie them to this claim.")
        )
        self._empty.setContentsMargins(12, 4, 12, 4)
        self._list = QVBoxLayout()
        self._list.setSpacing(0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self._missing)
        column.addWidget(self._empty)
        column.addLayout(self._list)
        column.addLayout(self._built_note_line())

    def _built_note_line(self) -> QHBoxLayout:
        self._kind = Choice(
            (
                (EvidenceKind.DOCUMENT, self.tr("document")),
                (EvidenceKind.DATUM, self.tr("datum")),
                (EvidenceKind.REPLY, self.tr("reply")),
            )
        )
        self._kind.setObjectName("noted_kind")
        self._kind.setAccessibleName(self.tr("Kind of evidence that is no passage"))
        self._line = LineField()
        self._line.setObjectName("noted_text")
        self._line.setAccessibleName(self.tr("What it shows"))
        self._line.setPlaceholderText(self.tr("A document, datum or reply, in your words"))
        add = small_button(self.tr("Add"), "noted_add")
        tell_apart(add, self.tr("evidence that is no passage"))
        row = QHBoxLayout()
        row.setContentsMargins(12, 6, 12, 10)
        row.setSpacing(6)
        row.addWidget(self._kind)
        row.addWidget(self._line, 1)
        row.addWidget(add)
        self._line.returnPressed.connect(self._on_noted)
        add.clicked.connect(self._on_noted)
        return row

    def show_claim(self, check: Check, claim: Claim) -> None:
        """Show a claim's evidence; rows that stay keep their state."""
        wanted = sorted(claim.evidence, key=lambda item: _ORDER.index(item.stance))
        for evidence_id in set(self._rows) - {item.id for item in wanted}:
            row = self._rows.pop(evidence_id)
            self._list.removeWidget(row)
            row.hide()
            row.deleteLater()
        for place, item in enumerate(wanted):
            row = self._rows.get(item.id) or self._new_row(item.id)
            if self._list.indexOf(row) != place:
                self._list.removeWidget(row)
                self._list.insertWidget(place, row)
            row.show_evidence(
                check,
                item,
                rests=item.id in claim.basis.evidence_ids,
                is_proposed=self.is_proposed(check, item),
            )
        self._empty.setVisible(not wanted)
        self._show_counts(claim)
        self._show_origins(check, claim)

    def _new_row(self, evidence_id: str) -> EvidenceRow:
        row = EvidenceRow(evidence_id, self)
        self._rows[evidence_id] = row
        self.row_added.emit(row)
        return row

    def _show_counts(self, claim: Claim) -> None:
        stances = [item.stance for item in claim.evidence]
        others = len(stances) - stances.count(Stance.SUPPORTS) - stances.count(Stance.CONTRADICTS)
        self._counts.setText(
            self.tr("For {supports}   ·   Against {contradicts}   ·   Other {others}").format(
                supports=stances.count(Stance.SUPPORTS),
                contradicts=stances.count(Stance.CONTRADICTS),
                others=others,
            )
        )

    def _show_origins(self, check: Check, claim: Claim) -> None:
        origins = origins_of(check, claim)
        self._origins.setText(
            self.tr("Origins known {known} · in hand {in_hand}").format(
                known=origins.known_count, in_hand=origins.in_hand_count
            )
        )
        self._missing.setVisible(bool(origins.missing))
        self._missing.setText(
            self.tr("Not in hand: {names}").format(names=", ".join(origins.missing))
        )

    def _on_noted(self) -> None:
        text = self._line.text().strip()
        if text:
            self._line.show_text("")
            self.noted.emit(EvidenceKind(self._kind.value), text)
