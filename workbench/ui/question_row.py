"""One question of the house's checklist: yes, no or not applicable, and a note if wanted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from workbench.core.record import ChecklistAnswer
from workbench.ui.form import link_button
from workbench.ui.tick import on_tick, show_tick

if TYPE_CHECKING:
    from workbench.core.review_rule import ChecklistQuestion


class QuestionRow(QWidget):
    """Asks one question; the arrow keys go from answer to answer.

    Signals:
        answered: the answer or its note is another one.
    """

    answered = Signal()

    def __init__(self, question: ChecklistQuestion, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.question = question
        words = QLabel(question.text)
        words.setWordWrap(True)
        words.setObjectName(f"question_{question.key}")
        self._group = QButtonGroup(self)
        self._choices: dict[str, QRadioButton] = {}
        self._note_link = link_button(self.tr("Note"), f"question_note_{question.key}")
        self._note_link.setAccessibleName(
            self.tr("Note to: {question}").format(question=question.text)
        )
        self._note = QLineEdit()
        self._note.setObjectName(f"question_note_field_{question.key}")
        self._note.setPlaceholderText(self.tr("What is to be said to it"))
        self._note.setAccessibleName(self._note_link.accessibleName())
        self._note.hide()
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addWidget(words, 1)
        for code, name in self._answers():
            row.addWidget(self._choice(code, name), 0, Qt.AlignmentFlag.AlignTop)
        for hidden in (self._choices["not_applicable"], self._note_link):
            keeps = hidden.sizePolicy()
            keeps.setRetainSizeWhenHidden(True)  # or answers of two rows are not below each other
            hidden.setSizePolicy(keeps)
        if "not_applicable" not in question.answers:
            self._choices["not_applicable"].hide()  # shown by itself it would be a window
        row.addWidget(self._note_link, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 3, 0, 3)
        column.setSpacing(4)
        column.addLayout(row)
        column.addWidget(self._note)
        self._note_link.clicked.connect(self._open_note)
        self._note.textChanged.connect(self.answered)

    def _answers(self) -> tuple[tuple[str, str], ...]:
        """Return what can be answered, in words."""
        return (("yes", self.tr("Yes")), ("no", self.tr("No")), ("not_applicable", self.tr("n/a")))

    def _choice(self, code: str, name: str) -> QRadioButton:
        button = QRadioButton(name)
        button.setObjectName(f"answer_{self.question.key}_{code}")
        full = self.tr("Not applicable") if code == "not_applicable" else name
        button.setAccessibleName(f"{full}: {self.question.text}")
        button.setToolTip(full if full != name else "")
        self._group.addButton(button)
        self._choices[code] = button
        on_tick(button, lambda on: self.answered.emit() if on else None)
        return button

    @property
    def answer(self) -> ChecklistAnswer | None:
        """What was answered; None while nothing is."""
        code = next((code for code, button in self._choices.items() if button.isChecked()), "")
        if not code:
            return None
        return ChecklistAnswer(
            key=self.question.key,
            question=self.question.text,
            answer=code,
            note=" ".join(self._note.text().split()),
        )

    def clear(self) -> None:
        """Show it unanswered."""
        self._group.setExclusive(False)
        for button in self._choices.values():
            show_tick(button, False)
        self._group.setExclusive(True)
        self._note.blockSignals(True)
        self._note.clear()
        self._note.blockSignals(False)
        self._note.hide()
        self._note_link.show()

    def begin(self) -> None:
        """Put the keyboard on the answer."""
        ticked = next((one for one in self._choices.values() if one.isChecked()), None)
        target = ticked or self._choices["yes"]
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    def _open_note(self) -> None:
        self._note_link.hide()
        self._note.show()
        self._note.setFocus(Qt.FocusReason.OtherFocusReason)
