"""Reports that a text cites and the source does not rely on yet: offered beside its hops."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from workbench.core.source import Hop
from workbench.ui.form import empty_out, link_button, muted, sentence_case
from workbench.ui.proposal_wording import basis_words, field_words, value_words

if TYPE_CHECKING:
    from workbench.core.check import Check
    from workbench.rules.proposal import OpenProposal


class OfferedHops(QWidget):
    """One line for each report: its name, where the text cites it, take or set aside.

    Signals:
        taken: (proposals) the person takes one, or all that the text states.
        dropped: (proposal) the person sets one aside.
    """

    taken = Signal(object)
    dropped = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("offered_hops")
        self._shown: tuple[OpenProposal, ...] = ()
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(2)
        self.hide()

    def show_proposals(self, check: Check, proposals: tuple[OpenProposal, ...]) -> None:
        """Show the hops among some proposals."""
        hops = tuple(one for one in proposals if isinstance(one.value, Hop))
        if hops == self._shown:
            return
        self._shown = hops
        empty_out(self._rows)
        for hop in hops:
            self._rows.addWidget(self._row(check, hop))
        stated = tuple(hop for hop in hops if hop.goes_with_all)
        if len(stated) > 1:
            words = self.tr("Take all {count} that are stated").format(count=len(stated))
            button = link_button(words, "hops_take_all")
            button.clicked.connect(lambda: self.taken.emit(stated))
            line = QHBoxLayout()
            line.addWidget(button)
            line.addStretch(1)
            holder = QWidget()
            holder.setLayout(line)
            line.setContentsMargins(0, 0, 0, 0)
            self._rows.addWidget(holder)
        self.setVisible(bool(hops))

    def _row(self, check: Check, proposal: OpenProposal) -> QWidget:
        row = QWidget()
        value = value_words(check, proposal.value)
        name = QLabel(f"{sentence_case(field_words(proposal))} {value}")
        name.setProperty("role", "strong")
        name.setWordWrap(True)
        basis = muted(basis_words(proposal))
        take = link_button(self.tr("Take"), "hop_take")
        take.setAccessibleName(self.tr("Take: {words}").format(words=name.text()))
        take.clicked.connect(lambda: self.taken.emit((proposal,)))
        drop = link_button(self.tr("Set aside"), "hop_set_aside")
        drop.setAccessibleName(self.tr("Set aside: {words}").format(words=name.text()))
        drop.clicked.connect(lambda: self.dropped.emit(proposal))
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(name)
        words.addWidget(basis)
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 2, 0, 2)
        line.setSpacing(12)
        line.addLayout(words, 1)
        line.addWidget(take)
        line.addWidget(drop)
        return row
