"""The form of a sign-off: in which role, and the house's checklist."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from workbench.ui.form import Choice, caption, empty_out, inline_caption, link_button, muted
from workbench.ui.question_row import QuestionRow

if TYPE_CHECKING:
    from workbench.core.record import ChecklistAnswer
    from workbench.core.review_rule import ReviewRules


class SignOffForm(QWidget):
    """Asks for role and answers; nothing of it is in the check until it is approved.

    Signals:
        changed: what is in it is another.
    """

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("sign_off_form")
        self._check_id = ""
        self._rules: ReviewRules | None = None
        self._rows: list[QuestionRow] = []
        self._role = Choice(())
        self._role.setObjectName("sign_off_role")
        self._role.setEditable(True)
        self._role.setInsertPolicy(Choice.InsertPolicy.NoInsert)
        self._role.editTextChanged.connect(self.changed)
        if (line := self._role.lineEdit()) is not None:
            line.setPlaceholderText(self.tr("such as Editor; may stay empty"))
        role = QHBoxLayout()
        role.setSpacing(8)
        role.addWidget(inline_caption(self.tr("Role"), self._role))
        role.addWidget(self._role, 1)
        self._head = caption(self.tr("Checklist"))
        self._count = muted(wrap=False)
        self._count.setObjectName("sign_off_count")
        head = QHBoxLayout()
        head.addWidget(self._head)
        head.addStretch(1)
        head.addWidget(self._count, 0, Qt.AlignmentFlag.AlignBottom)
        self._open = link_button(self.tr("Answer the checklist"), "sign_off_open")
        self._open.hide()
        self._open.clicked.connect(self.begin)
        head.addWidget(self._open, 0, Qt.AlignmentFlag.AlignBottom)
        self._body = QWidget(self)
        self._questions = QVBoxLayout(self._body)
        self._questions.setContentsMargins(0, 0, 0, 0)
        self._questions.setSpacing(0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 2, 0, 4)
        column.setSpacing(4)
        column.addLayout(role)
        column.addLayout(head)
        column.addWidget(self._body)

    @property
    def role(self) -> str:
        """The role that is written in."""
        return " ".join(self._role.currentText().split())

    @property
    def answers(self) -> tuple[ChecklistAnswer, ...]:
        """What is answered so far, in the order of the checklist."""
        return tuple(answer for row in self._rows if (answer := row.answer) is not None)

    def set_role(self, role: str) -> None:
        """Write in the role that a person had last."""
        self._role.blockSignals(True)
        self._role.setEditText(role)
        self._role.blockSignals(False)

    def show_rules(self, check_id: str, rules: ReviewRules, *, is_folded: bool) -> None:
        """Ask a house's questions about a check; those of the same check keep their answers.

        is_folded: whether they are shown when asked for, until one is answered.
        """
        if rules is not self._rules:
            self._rules = rules
            self._rebuild(rules)
        elif check_id != self._check_id:
            for row in self._rows:
                row.clear()
        self._check_id = check_id
        self._fold(is_folded=is_folded and not self.answers and not self._has_focus())
        self._show_count()

    def clear(self) -> None:
        """Take the answers away: they were given with a sign-off."""
        for row in self._rows:
            row.clear()
        self._show_count()

    def begin(self) -> None:
        """Put the keyboard on the first question that has no answer."""
        if self._rows:
            self._fold(is_folded=False)
            next((row for row in self._rows if row.answer is None), self._rows[0]).begin()

    def begin_role(self) -> None:
        """Put the keyboard into the role."""
        self._role.setFocus()

    def _has_focus(self) -> bool:
        here = QApplication.focusWidget()
        return here is not None and self._body.isAncestorOf(here)

    def _fold(self, *, is_folded: bool) -> None:
        self._body.setVisible(bool(self._rows) and not is_folded)
        self._open.setVisible(bool(self._rows) and is_folded)

    def _rebuild(self, rules: ReviewRules) -> None:
        role = self._role.currentText()
        self._role.blockSignals(True)
        self._role.clear()
        for name in dict.fromkeys((*rules.required_roles, *rules.roles)):
            self._role.addItem(name, name)
        self._role.setEditText(role)
        self._role.blockSignals(False)
        empty_out(self._questions)
        self._rows = [QuestionRow(question) for question in rules.checklist]
        for row in self._rows:
            row.answered.connect(self._on_answered)
            self._questions.addWidget(row)
        self._head.setVisible(bool(self._rows))
        self._count.setVisible(bool(self._rows))

    def _on_answered(self) -> None:
        self._show_count()
        self.changed.emit()

    def _show_count(self) -> None:
        words = self.tr("{n} of {all} answered")
        self._count.setText(words.format(n=len(self.answers), all=len(self._rows)))
