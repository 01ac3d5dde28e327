"""What stands below the rating: votes, how it was rated before, and precedents."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from workbench.ui.precedent_list import PrecedentList
from workbench.ui.rating_history_list import RatingHistoryList
from workbench.ui.vote_card import VoteCard

if TYPE_CHECKING:
    from workbench.core.check import Check
    from workbench.house.house import House


class RatingSection(QWidget):
    """The three parts in one column; each is unseen while it has nothing to tell."""

    def __init__(self, house: House, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.votes = VoteCard(house, self)
        self.history = RatingHistoryList(self)
        self.precedents = PrecedentList(house, self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for part in (self.history, self.votes, self.precedents):
            column.addWidget(part)

    def show_check(self, check: Check) -> None:
        """Show a check's votes; the rest comes from the workspace a moment later."""
        self.votes.show_check(check)
