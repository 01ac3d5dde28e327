"""The line in which a suggestion is answered, with or without refusing it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from workbench.ui.form import caption, small_button

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from workbench.core.review import Suggestion


class AnswerField(QFrame):
    """Takes an answer; hidden until somebody wants to give one.

    Signals:
        given: (suggestion id, words, whether it is refused with them).
        left: the person goes on without an answer.
    """

    given = Signal(str, str, bool)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("suggestion_answer_card")
        self.setProperty("role", "card")
        self._suggestion_id = ""
        self.line = QLineEdit()
        self.line.setObjectName("suggestion_answer_line")
        self.line.setPlaceholderText(self.tr("what you say to it; the reviewer reads it"))
        self._title = caption(self.tr("Answer"), self.line)
        self._keep = small_button(self.tr("Answer and leave it open"), "suggestion_answer_give")
        self._refuse = small_button(self.tr("Refuse with this answer"), "suggestion_answer_refuse")
        cancel = small_button(self.tr("Cancel"), "suggestion_answer_cancel")
        self.line.returnPressed.connect(lambda: self._give(refuses=False))
        self._keep.clicked.connect(lambda: self._give(refuses=False))
        self._refuse.clicked.connect(lambda: self._give(refuses=True))
        cancel.clicked.connect(self._leave)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 6, 12, 10)
        column.setSpacing(6)
        column.addWidget(self._title)
        column.addWidget(self.line)
        row = QHBoxLayout()
        row.setSpacing(8)
        for button in (self._keep, self._refuse, cancel):
            row.addWidget(button)
        row.addStretch(1)
        column.addLayout(row)
        self.hide()

    def begin(self, suggestion: Suggestion, *, can_refuse: bool) -> None:
        """Open for the answer to a suggestion; what was answered before can be changed."""
        self._suggestion_id = suggestion.id
        words = self.tr("Answer to {who}").format(who=suggestion.who)
        self._title.setText(words if suggestion.who else self.tr("Answer"))
        self.line.setAccessibleName(self._title.text())
        self.line.setText(suggestion.answer)
        self._refuse.setVisible(can_refuse)
        self.show()
        self.line.setFocus(Qt.FocusReason.OtherFocusReason)
        self.line.selectAll()

    def close_field(self) -> None:
        """Put it away."""
        self.hide()

    def _give(self, *, refuses: bool) -> None:
        words = " ".join(self.line.text().split())
        self.close_field()
        self.given.emit(self._suggestion_id, words, refuses)

    def _leave(self) -> None:
        self.close_field()
        self.left.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape leaves it."""
        if event.key() == Qt.Key.Key_Escape:
            self._leave()
        else:
            super().keyPressEvent(event)
