"""Votes on the rating: how they stand, who voted for what, and a vote of one's own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from workbench.publish.vote_wording import tally_words
from workbench.rules.sign_off_gate import label_name
from workbench.rules.vote import may_vote, tally_of
from workbench.ui.form import Choice, caption, muted, restyled, small_button, stacked
from workbench.ui.language import told
from workbench.ui.moment import moment

if TYPE_CHECKING:
    from workbench.core.check import Check
    from workbench.core.review import RatingVote
    from workbench.house.house import House


class VoteCard(QWidget):
    """Shows the votes on a check's rating and takes one; unseen in a house that does not vote.

    Signals:
        voted: (name, role, scale, label, reason).
    """

    voted = Signal(str, str, str, str, str)

    def __init__(self, house: House, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("vote_card")
        self._house = house
        self._check: Check | None = None
        self._shown: object = None
        self._tally = QLabel()
        self._tally.setObjectName("vote_tally")
        self._tally.setWordWrap(True)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(2)
        self.who = QLineEdit()
        self.who.setObjectName("vote_who")
        self.who.setPlaceholderText(self.tr("Your name"))
        self.label = Choice(())
        self.label.setObjectName("vote_label")
        self.reason = QLineEdit()
        self.reason.setObjectName("vote_reason")
        self.reason.setPlaceholderText(self.tr("why, in one sentence"))
        self._told = QLabel()
        self._told.setObjectName("vote_told")
        self._told.setProperty("role", "warning")
        self._told.setWordWrap(True)
        self._told.hide()
        self._build()

    def _build(self) -> None:
        give = small_button(self.tr("Vote"), "vote_give")
        give.clicked.connect(self._on_given)
        self.reason.returnPressed.connect(self._on_given)
        self.who.textChanged.connect(self._told.hide)
        first, second = QHBoxLayout(), QHBoxLayout()
        first.setSpacing(8)
        first.addLayout(stacked(self.tr("Your name"), self.who), 1)
        first.addLayout(stacked(self.tr("Your vote"), self.label), 1)
        second.setSpacing(8)
        self.reason.setAccessibleName(self.tr("Reason of your vote"))
        second.addWidget(self.reason, 1)
        second.addWidget(give)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 0)
        column.setSpacing(4)
        column.addWidget(caption(self.tr("Votes on the rating")))
        column.addWidget(self._tally)
        column.addLayout(self._rows)
        column.addLayout(first)
        column.addLayout(second)
        column.addWidget(self._told)

    def show_check(self, check: Check) -> None:
        """Show how the votes on a check stand; nothing where a house does not vote."""
        rules = self._house.review
        self._check = check
        self.setVisible(bool(rules.votes or check.votes))
        shown = (check.id, check.votes, check.verdict, check.author)
        if shown == self._shown:
            return
        is_other = not isinstance(self._shown, tuple) or self._shown[0] != check.id
        self._shown = shown
        if is_other:
            self.reason.clear()
            self._told.hide()
        tally = tally_of(check, rules)
        differs = tally.carried not in (None, (check.verdict.scale, check.verdict.label))
        words = told(tally_words(tally, self._house.scales))
        if differs:
            words = self.tr("{tally}. The rating above is another.").format(tally=words)
        self._tally.setText(words)
        restyled(self._tally, "role", "warning" if differs else "strong")
        self._fill_rows(tally.votes)
        self._fill_labels(check)

    def _fill_rows(self, votes: tuple[RatingVote, ...]) -> None:
        for row in self.findChildren(QLabel, "vote_row"):
            self._rows.removeWidget(row)
            row.hide()
            row.setParent(None)
            row.deleteLater()
        for vote in votes:
            name = label_name(self._house.scales, vote.scale, vote.label)
            who = f"{vote.who}, {vote.role}" if vote.role else vote.who
            words = self.tr("{who}: {label}").format(who=who, label=name)
            row = muted(" · ".join(part for part in (words, vote.reason, moment(vote.at)) if part))
            row.setObjectName("vote_row")
            self._rows.addWidget(row)

    def _fill_labels(self, check: Check) -> None:
        scale = self._house.scale(check.verdict.scale) or self._house.scales[0]
        chosen = self.label.value
        self.label.blockSignals(True)
        self.label.clear()
        for label in scale.labels:
            if not label.retired:
                self.label.addItem(label.name, f"{scale.key}/{label.key}")
        place = self.label.findData(chosen or f"{scale.key}/{check.verdict.label}")
        self.label.setCurrentIndex(max(place, 0))
        self.label.blockSignals(False)

    def _on_given(self) -> None:
        who = " ".join(self.who.text().split())
        if not who:
            self._tell(self.tr("Write your name: a vote is somebody's."))
            self.who.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        if self._check is not None and not may_vote(self._check, self._house.review, who):
            self._tell(self.tr("The author's vote does not count in this house."))
            return
        scale, _, label = self.label.value.partition("/")
        reason = " ".join(self.reason.text().split())
        self._told.hide()
        self.reason.clear()
        self.voted.emit(who, "", scale, label, reason)

    def _tell(self, words: str) -> None:
        self._told.setText(words)
        self._told.show()
