"""The state of a check in the window: where it stands, what stands in the way, and who moves it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from workbench.core.record import CheckState
from workbench.rules.sign_off_gate import Asked, blocking, sign_off_obstacles
from workbench.rules.state_gate import NEXT, Missing, Obstacle, obstacles
from workbench.ui.form import (
    caption,
    empty_out,
    link_button,
    muted,
    sentence_case,
    small_button,
)
from workbench.ui.language import told
from workbench.ui.sign_off_form import SignOffForm
from workbench.ui.sign_off_list import SignOffList
from workbench.ui.standing_word import lapse_words, moment
from workbench.ui.state_track import StateTrack
from workbench.ui.wording import STATE_WORDS

if TYPE_CHECKING:
    from workbench.core.check import Check
    from workbench.publish.standing import Standing

_FINDINGS_SHOWN = 6
_BY_BUTTON = frozenset(CheckState) - {CheckState.CORRECTED}
"""Where a button leads; a check becomes a corrected one by its first correction."""


class StateCard(QWidget):
    """Shows the state and its history, and asks for the next one.

    Signals:
        state_asked: (CheckState) the person named in `who` wants the check in it.
        way_asked: (code of what is missing, a Missing, or "errors") the person wants to see to it.
        changes_asked: the person wants to see what changed since the approval.
        finding_asked: (Finding) the person wants to see to one that has to be settled.
    """

    state_asked = Signal(object)
    way_asked = Signal(str)
    changes_asked = Signal()
    finding_asked = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._check: Check | None = None
        self._wanted: CheckState | None = None
        self._standing: Standing | None = None
        self._errors = 0
        self._asked = Asked()
        self._build()

    def _build(self) -> None:
        self.track = StateTrack()
        self._words = QLabel()
        self._words.setObjectName("publication_state")
        self._words.setProperty("role", "strong")
        self._words.setWordWrap(True)
        self._lapse = QLabel()
        self._lapse.setObjectName("publication_lapse")
        self._lapse.setProperty("role", "warning")
        self._lapse.setWordWrap(True)
        self._see = link_button(self.tr("See what changed"), "publication_lapse_see")
        self._see.clicked.connect(self.changes_asked)
        lapse = QHBoxLayout()
        lapse.addWidget(self._lapse, 1)
        lapse.addWidget(self._see, 0, Qt.AlignmentFlag.AlignTop)
        self.who = QLineEdit()
        self.who.setObjectName("publication_who")
        self.who.setPlaceholderText(self.tr("Your name, as the history shall show it"))
        self.who.textChanged.connect(self._show_obstacles)
        self.who.returnPressed.connect(self._on_entered)
        self.form = SignOffForm()
        self.form.changed.connect(self._show_obstacles)
        self._buttons = QHBoxLayout()
        self._buttons.setSpacing(8)
        self._moves = {state: self._move(state) for state in CheckState if state in _BY_BUTTON}
        for button in self._moves.values():
            self._buttons.addWidget(button)
        self._buttons.addStretch(1)
        self._obstacles = QVBoxLayout()
        self._obstacles.setSpacing(2)
        self._history = QGridLayout()
        self._history.setHorizontalSpacing(16)
        self._history.setVerticalSpacing(2)
        self._history.setColumnStretch(2, 1)
        self._history_head = caption(self.tr("Who brought it here"))
        self.sign_offs = SignOffList()
        self._signed_head = caption(self.tr("Who approved it"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self.track)
        column.addWidget(self._words)
        column.addLayout(lapse)
        column.addWidget(caption(self.tr("By"), self.who))
        column.addWidget(self.who)
        column.addWidget(self.form)
        column.addLayout(self._buttons)
        column.addLayout(self._obstacles)
        column.addWidget(self._signed_head)
        column.addWidget(self.sign_offs)
        column.addWidget(self._history_head)
        column.addLayout(self._history)

    def _move(self, state: CheckState) -> QPushButton:
        button = small_button("", f"publication_to_{state.value}")
        button.clicked.connect(lambda: self.state_asked.emit(state))
        return button

    def show_standing(self, check: Check, standing: Standing, errors: int, asked: Asked) -> None:
        """Show where a check stands, how many errors are open, and what the house asks for."""
        is_new = self._check is None or (self._check.id, self._check.state) != (
            check.id,
            check.state,
        )
        was_lapsed = self._standing is not None and self._standing.is_lapsed
        is_signed = self._standing is not None and self._standing.approvals != standing.approvals
        self._check, self._standing, self._errors = check, standing, errors
        self._asked = asked
        is_in_review = check.state is CheckState.IN_REVIEW
        self.form.show_rules(check.id, asked.rules, is_folded=not is_in_review)
        self.form.setVisible(CheckState.APPROVED in self._next)
        self.sign_offs.show_approvals(standing.approvals)
        self._signed_head.setVisible(bool(standing.approvals))
        self.track.show_state(check.state, is_lapsed=standing.is_lapsed)
        self._words.setText(_state_words(check))
        self._words.setVisible(bool(check.state_changes))
        words = lapse_words(standing)
        self._lapse.setText(
            self.tr("{words}. Exports say DRAFT until it is approved again.").format(words=words)
        )
        self._lapse.setVisible(bool(words))
        self._see.setVisible(standing.approval is not None and bool(standing.approval.changes))
        if is_new or is_signed or was_lapsed != standing.is_lapsed:
            self._wanted = None
            self._show_buttons()
            self._show_history(check)
        self._show_obstacles()

    def take_asked(self, asked: Asked) -> None:
        """Take what the house asks for now, without showing it yet."""
        self._asked = asked

    def tell_missing(self, state: CheckState) -> None:
        """Show what stands in the way of a state, and go where the first of it is mended."""
        self._wanted = state
        self._show_obstacles()
        missing = [one.missing for one in self._in_the_way(state)]
        has_signed = Missing.WAY in missing and self._is_in(CheckState.APPROVED)
        if Missing.WHO in missing or has_signed:
            self.who.setFocus(Qt.FocusReason.OtherFocusReason)
            self.who.selectAll()
        elif missing and all(one is Missing.CHECKLIST for one in missing):
            self.form.begin()

    def begin(self) -> None:
        """Put the keyboard where the next state is asked for; into the name while it is empty."""
        has_way = bool(self._next) and bool(self.who.text().strip())
        target = self._moves[self._next[0]] if has_way else self.who
        target.setFocus(Qt.FocusReason.ShortcutFocusReason)

    # -- the next states

    @property
    def _next(self) -> tuple[CheckState, ...]:
        """Where the check can be brought by a button; a correction is added further down."""
        if self._check is None:
            return ()
        ways = tuple(one for one in NEXT[self._check.state] if one in _BY_BUTTON)
        if self._standing is not None and self._standing.is_lapsed:
            return (CheckState.APPROVED, *ways)
        if self._is_in(CheckState.APPROVED):
            return (*ways, CheckState.APPROVED)  # a second person puts a name to the same words
        return ways

    def _is_in(self, state: CheckState) -> bool:
        return self._check is not None and self._check.state is state

    def _show_buttons(self) -> None:
        had = any(button.hasFocus() for button in self._moves.values())
        for place, state in enumerate(self._next):
            self._buttons.removeWidget(self._moves[state])
            self._buttons.insertWidget(place, self._moves[state])
        for state, button in self._moves.items():
            button.setText(self._verb(state))
            button.setVisible(state in self._next)
        if had:
            self.begin()

    def _verb(self, state: CheckState) -> str:
        is_back = self._is_in(CheckState.APPROVED)
        return {
            CheckState.DRAFT: self.tr("Back to draft"),
            CheckState.IN_REVIEW: self.tr("Back to review")
            if is_back
            else self.tr("Ask for review"),
            CheckState.APPROVED: self._approving_verb(is_approved=is_back),
            CheckState.PUBLISHED: self.tr("Mark as published"),
        }.get(state, "")

    def _approving_verb(self, *, is_approved: bool) -> str:
        if self._standing is not None and self._standing.is_lapsed:
            return self.tr("Approve again")
        return self.tr("Approve as well") if is_approved else self.tr("Approve")

    def _on_entered(self) -> None:
        if self._next:
            self.state_asked.emit(self._next[0])

    # -- what stands in the way

    def _in_the_way(self, state: CheckState) -> tuple[Obstacle, ...]:
        if self._check is None or self._standing is None:
            return ()
        if state is CheckState.APPROVED:
            return sign_off_obstacles(self._check, self.asked)
        return obstacles(self._check, state, self.who.text(), is_changed=self._standing.is_lapsed)

    @property
    def asked(self) -> Asked:
        """The sign-off that the person would give now."""
        return replace(
            self._asked,
            name=" ".join(self.who.text().split()),
            role=self.form.role,
            answers=self.form.answers,
        )

    def _show_obstacles(self) -> None:
        empty_out_rows(self._obstacles)
        state = self._wanted or next(iter(self._next), None)
        shown: set[str] = set()
        for one in self._in_the_way(state) if state is not None else ():
            if one.missing not in (Missing.WHO, Missing.ROLE) or self._wanted is not None:
                shown.add(one.missing)
                self._add_row(told(one.words), one.missing)
        if Missing.FINDINGS in shown:
            self._add_findings()
        elif self._errors:
            words = (
                self.tr("The pre-flight has 1 error open. With it, every file says DRAFT.")
                if self._errors == 1
                else self.tr(
                    "The pre-flight has {n} errors open. With them, every file says DRAFT."
                )
            )
            self._add_row(words.format(n=self._errors), "errors")

    def _add_findings(self) -> None:
        """List what has to be settled, each with the way to its place."""
        waiting = blocking(self._asked.findings, self._asked.rules)
        for number, finding in enumerate(waiting[:_FINDINGS_SHOWN]):
            row = QHBoxLayout()
            row.setContentsMargins(16, 0, 0, 0)
            row.addWidget(muted(told(finding.message)), 1)
            link = link_button(self.tr("Go there"), f"publication_finding_{number}")
            link.setAccessibleName(self.tr("Go there: {words}").format(words=finding.message))
            link.clicked.connect(lambda _=False, one=finding: self.finding_asked.emit(one))
            row.addWidget(link, 0, Qt.AlignmentFlag.AlignTop)
            self._obstacles.addLayout(row)

    def _add_row(self, words: str, code: str) -> None:
        row = QHBoxLayout()
        label = QLabel(f"!  {words}")
        label.setProperty("role", "warning")
        label.setWordWrap(True)
        row.addWidget(label, 1)
        way = {
            Missing.WHO: self.tr("Write the name"),
            Missing.HEADLINE: self.tr("Write it"),
            Missing.SECOND_PERSON: self.tr("Write the name"),
            Missing.APPROVAL: self.tr("See what changed"),
            Missing.DATE: self.tr("It is published today"),
            Missing.ROLE: self.tr("Write the role"),
            Missing.CHECKLIST: self.tr("Answer it"),
            Missing.FINDINGS: self.tr("Show all"),
            Missing.SUGGESTIONS: self.tr("Show"),
            Missing.COMMENTS: self.tr("Show"),
            Missing.CONFLICTS: self.tr("Show"),
            Missing.VOTES: self.tr("Go to the votes"),
            Missing.RATING: self.tr("Go to the rating"),
            "errors": self.tr("Show"),
        }.get(code)
        if way is not None:
            link = link_button(way, f"publication_way_{code}")
            link.setAccessibleName(f"{way}: {words}")
            link.clicked.connect(lambda _=False, missing=str(code): self.way_asked.emit(missing))
            row.addWidget(link, 0, Qt.AlignmentFlag.AlignTop)
        self._obstacles.addLayout(row)

    # -- who did what when

    def _show_history(self, check: Check) -> None:
        empty_out(self._history)
        steps = [
            (one.at, sentence_case(STATE_WORDS[one.state]), one.who) for one in check.state_changes
        ]
        steps.sort(key=lambda step: step[0])  # those of one second stay in their order
        for row, (at, state, who) in enumerate(reversed(steps)):
            for place, words in enumerate((moment(at), state, who)):
                label = muted(words, wrap=place == 2)
                label.setObjectName(f"publication_history_{row}_{place}")
                self._history.addWidget(label, row, place)
        self._history_head.setVisible(bool(steps))


def empty_out_rows(layout: QVBoxLayout) -> None:
    """Take every row of widgets out of a layout and delete them."""
    while layout.count():
        item = layout.takeAt(0)
        inner = item.layout() if item else None
        if inner is not None:
            empty_out(inner)
            inner.deleteLater()


def _state_words(check: Check) -> str:
    if not check.state_changes:
        return ""
    last = check.state_changes[-1]
    return f"{sentence_case(STATE_WORDS[check.state])}, {moment(last.at)}, {last.who}"
