"""The strip of proposals over an article: what its text states and the source does not have yet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from workbench.ui.cut_label import CutLabel
from workbench.ui.flow import FlowLayout
from workbench.ui.form import link_button
from workbench.ui.proposal_chip import ProposalChip
from workbench.ui.proposal_wording import names_words

if TYPE_CHECKING:
    from workbench.core.check import Check
    from workbench.rules.proposal import OpenProposal


class ProposalStrip(QFrame):
    """Chips in the order of the fields; folds to one line when the person reads on.

    Signals:
        all_taken: the person takes all that is sure.
        taken: (proposal) the person takes one.
        replaced: (proposal, words) the person wrote something else.
        dropped: (proposal) the person set one aside.
        left: the person goes back to the article.
        folded: (whether) the person folded or unfolded it.
    """

    all_taken = Signal()
    taken = Signal(object)
    replaced = Signal(object, str)
    dropped = Signal(object)
    left = Signal()
    folded = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("proposal_strip")
        self.setAccessibleName(self.tr("Proposals for this source"))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self._proposals: tuple[OpenProposal, ...] = ()
        self._chips: list[ProposalChip] = []
        self._is_folded = False
        self._rest = ""
        self._names = ""
        self._build()

    def _build(self) -> None:
        self._count = link_button("", "proposals_unfold")
        self._count.clicked.connect(lambda: self._on_fold_asked(False))
        self._all = link_button(self.tr("Take all"), "proposals_take")
        self._all.setToolTip(self.tr("Take all that the text states (Alt+Return)"))
        self._all.clicked.connect(self.all_taken)
        self._fold = link_button(self.tr("Fold"), "proposals_fold")
        self._fold.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._fold.clicked.connect(lambda: self._on_fold_asked(True))
        self._line = CutLabel()
        self._line.setObjectName("proposals_line")
        self._line.setProperty("role", "muted")
        self._area = QWidget()
        self._flow = FlowLayout(self._area)
        foot = QHBoxLayout()
        foot.setContentsMargins(0, 0, 0, 0)
        foot.setSpacing(12)
        foot.addWidget(self._count)
        foot.addWidget(self._line, 1)
        foot.addWidget(self._all)
        foot.addWidget(self._fold)
        column = self._column = QVBoxLayout(self)
        column.setContentsMargins(20, 6, 20, 4)
        column.setSpacing(2)
        column.addWidget(self._area)
        column.addLayout(foot)

    @property
    def is_folded(self) -> bool:
        """Whether only the number of proposals is shown."""
        return self._is_folded

    def show_proposals(self, check: Check, proposals: tuple[OpenProposal, ...]) -> None:
        """Show what is proposed; a chip that had the keyboard hands it to the one in its place."""
        if proposals == self._proposals:
            return
        here = self._place_of_focus()
        self._proposals = proposals
        old, self._chips = self._chips, [self._added_chip(check, one) for one in proposals]
        self._names = names_words(check, proposals)
        with_all = sum(one.goes_with_all for one in proposals)
        self._all.setVisible(with_all > 0)
        self._rest = (
            self.tr("Stated unless marked likely. Alt+Return takes all, Ctrl+Alt+P one by one.")
            if with_all
            else self.tr("To be answered one by one: Ctrl+Alt+P, Return takes, Delete sets aside.")
        )
        self._count.setText(
            self.tr("1 proposal")
            if len(proposals) == 1
            else self.tr("{count} proposals").format(count=len(proposals))
        )
        if here >= 0 and self._chips:
            self._chips[min(here, len(self._chips) - 1)].setFocus(Qt.FocusReason.OtherFocusReason)
        elif here >= 0:
            self.left.emit()
        for chip in old:
            self._flow.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        self.setVisible(bool(proposals))
        self._show_fold()

    def fold(self, wanted: bool) -> None:
        """Show one line, or every proposal."""
        if wanted != self._is_folded:
            self._is_folded = wanted
            self._show_fold()

    def begin(self) -> None:
        """Put the keyboard on the first proposal."""
        self.fold(False)
        if self._chips:
            self._chips[0].setFocus(Qt.FocusReason.ShortcutFocusReason)

    def refuse(self, words: str) -> None:
        """Say why what was typed cannot be taken; the person goes on typing."""
        self._say(words)

    def tab_stops(self) -> list[QWidget]:
        """Return what the Tab key goes to here, in reading order."""
        return [*self._chips, self._count, self._all]

    def _added_chip(self, check: Check, proposal: OpenProposal) -> ProposalChip:
        chip = ProposalChip(check, proposal)
        chip.clicked.connect(lambda: self.taken.emit(proposal))
        chip.replaced.connect(lambda words: self.replaced.emit(proposal, words))
        chip.dropped.connect(lambda: self.dropped.emit(proposal))
        chip.stepped.connect(lambda step: self._step(chip, step))
        chip.left.connect(self.left)
        chip.looked_at.connect(lambda on: self._say(chip.words if on else self._rest))
        self._flow.addWidget(chip)
        chip.show()
        return chip

    def _step(self, chip: ProposalChip, step: int) -> None:
        if chip in self._chips:
            place = self._chips.index(chip) + step
            self._chips[place % len(self._chips)].setFocus(Qt.FocusReason.TabFocusReason)

    def _place_of_focus(self) -> int:
        """Return the place of the chip that has the keyboard; -1 if none has."""
        here = QApplication.focusWidget()
        for place, chip in enumerate(self._chips):
            if here is chip or (here is not None and chip.isAncestorOf(here)):
                return place
        return -1

    def _on_fold_asked(self, wanted: bool) -> None:
        self.fold(wanted)
        self.folded.emit(wanted)
        if not wanted:
            self.begin()

    def _show_fold(self) -> None:
        self._area.setVisible(not self._is_folded)
        self._fold.setVisible(not self._is_folded)
        self._count.setVisible(self._is_folded)
        self._say(self._rest)
        self.updateGeometry()

    def _say(self, words: str) -> None:
        self._line.show_words(self._names if self._is_folded else words)
