"""What the source editor shows of proposals: offered hops, told dates, what was set aside."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QWidget

from workbench.ui.form import link_button, muted
from workbench.ui.proposal_wording import names_words

if TYPE_CHECKING:
    from workbench.core.check import Check
    from workbench.core.source import Source
    from workbench.ui.anchor_field import AnchorField
    from workbench.ui.offered_hops import OfferedHops
    from workbench.ui.proposing import Proposing


class AsideLine(QWidget):
    """Says how many proposals a person has set aside, with a way to open them again."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("set_aside")
        self._words = muted()
        self.again = link_button(self.tr("Propose again"), "propose_again")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(self._words, 1)
        row.addWidget(self.again)
        self.hide()

    def show_names(self, names: str) -> None:
        """Show what was set aside; nothing hides the line."""
        self._words.setText(self.tr("Set aside: {names}.").format(names=names))
        self.setVisible(bool(names))


class SourceProposals:
    """Keeps the parts of a source editor up to date with what is proposed for its source."""

    def __init__(self, anchor: AnchorField, hops: OfferedHops, aside: AsideLine) -> None:
        self._anchor = anchor
        self._hops = hops
        self._aside = aside
        self._proposing: Proposing | None = None
        self._source_id = ""
        aside.again.clicked.connect(self._on_asked_again)

    def attach(self, proposing: Proposing) -> None:
        """Take what is proposed from here, and the person's answers there."""
        self._proposing = proposing
        self._hops.taken.connect(proposing.take)
        self._hops.dropped.connect(proposing.drop)

    def show_source(self, check: Check, source: Source) -> None:
        """Show what is proposed for a source."""
        self._source_id = source.id
        if self._proposing is None:
            self._anchor.show_source(source, None)
            return
        self._anchor.show_source(source, self._proposing.noticing.of(source.id))
        self._hops.show_proposals(check, self._proposing.of(source.id))
        self._aside.show_names(names_words(check, self._proposing.set_aside_of(source.id)))

    def _on_asked_again(self) -> None:
        if self._proposing is not None:
            self._proposing.propose_again(self._source_id)
