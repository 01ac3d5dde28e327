"""The sign-offs of a check, the newest first: who approved what, and what changed since."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from workbench.ui.form import link_button, muted, sentence_case
from workbench.ui.standing_word import count_words, moment

if TYPE_CHECKING:
    from workbench.publish.approval import Approval

_SHOWN = 12


class SignOffList(QWidget):
    """Lists sign-offs.

    Signals:
        changes_asked: (place in the list, from 0) the person wants what changed since.
    """

    changes_asked = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: tuple[Approval, ...] | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)

    def show_approvals(self, approvals: tuple[Approval, ...]) -> None:
        """Show every approval that was given."""
        if approvals == self._shown:
            return
        self._shown = approvals
        for row in self.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly):
            self._column.removeWidget(row)
            row.hide()
            row.setParent(None)
            row.deleteLater()
        for place, approval in enumerate(approvals[:_SHOWN]):
            self._column.addWidget(self._row(place, approval))
        if len(approvals) > _SHOWN:
            words = self.tr("and {n} earlier ones").format(n=len(approvals) - _SHOWN)
            self._column.addWidget(muted(words))

    def _row(self, place: int, approval: Approval) -> QWidget:
        given = approval.sign_off
        who = f"{given.name}, {given.role}" if given.role else given.name
        name = QLabel(who)
        name.setObjectName(f"sign_off_{place}")
        name.setProperty("role", "strong")
        name.setWordWrap(True)
        about = self.tr("{when}  ·  revision {n}  ·  SHA-256 {sha}").format(
            when=moment(given.at), n=given.revision, sha=given.sha256[:12]
        )
        details = muted(about)
        details.setToolTip(given.sha256)
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addWidget(name)
        column.addWidget(details)
        if given.answers:
            column.addWidget(muted(self._answered(approval)))
        box = QWidget()
        row = QHBoxLayout(box)
        row.setContentsMargins(0, 0, 0, 4)
        row.addLayout(column, 1)
        holds = QLabel(self._holds(approval))
        holds.setObjectName(f"sign_off_state_{place}")
        holds.setProperty("tone", "quiet" if approval.is_changed else "good")
        last = QVBoxLayout()
        last.setSpacing(0)
        last.addWidget(holds, 0, Qt.AlignmentFlag.AlignRight)
        if approval.changes:
            see = link_button(self.tr("See what changed"), f"sign_off_changes_{place}")
            see.setAccessibleName(
                self.tr("See what changed since {name} approved").format(name=who)
            )
            see.clicked.connect(lambda: self.changes_asked.emit(place))
            last.addWidget(see, 0, Qt.AlignmentFlag.AlignRight)
        last.addStretch(1)
        row.addLayout(last)
        return box

    def _holds(self, approval: Approval) -> str:
        if not approval.is_changed:
            return self.tr("✓ holds")
        if not approval.changes:
            return self.tr("withdrawn")
        count = count_words(len(approval.changes))
        return self.tr("withdrawn: {count} changed since").format(count=count)

    def _answered(self, approval: Approval) -> str:
        """Return what was answered: how many with yes, and every other answer with its note."""
        answers = approval.sign_off.answers
        others = [one for one in answers if one.answer != "yes" or one.note]
        told = [
            self.tr("Checklist: {n} times yes").format(
                n=sum(one.answer == "yes" for one in answers)
            )
        ]
        codes = {
            "yes": self.tr("yes"),
            "no": self.tr("no"),
            "not_applicable": self.tr("not applicable"),
        }
        for one in others:
            note = f" – {one.note}" if one.note else ""
            told.append(f"{sentence_case(codes[one.answer])}: {one.question}{note}")
        return "\n".join(told)
