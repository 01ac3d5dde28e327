"""The banner of reviewer mode: the check stays as it is, and who suggests."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QWidget

from workbench.ui.form import small_button


class ReviewerBanner(QFrame):
    """Stands above article and editor while reviewer mode is on.

    Signals:
        suggest_asked: the person wants to suggest a change.
        leave_asked: the person wants to change the check again.
    """

    suggest_asked = Signal()
    leave_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("reviewer_banner")
        self.setProperty("role", "note_card")
        self.words = QLabel()
        self.words.setObjectName("reviewer_words")
        self.words.setTextFormat(Qt.TextFormat.PlainText)
        self.words.setWordWrap(True)
        row = QHBoxLayout(self)
        row.setContentsMargins(20, 6, 20, 6)
        row.setSpacing(8)
        row.addWidget(self.words, 1)
        suggest = small_button(self.tr("Suggest a change …"), "reviewer_suggest")
        suggest.setToolTip(self.tr("For the words at the cursor (Ctrl+Alt+G)"))
        suggest.clicked.connect(self.suggest_asked)
        suggest.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click leaves the cursor in its words
        leave = small_button(self.tr("Leave reviewer mode"), "reviewer_leave")
        leave.clicked.connect(self.leave_asked)
        row.addWidget(suggest)
        row.addWidget(leave)

    def show_who(self, who: str) -> None:
        """Say that nothing can be changed here, and by whom suggestions are made."""
        told = self.tr("You suggest and comment; nothing in the check itself can be changed.")
        mode = (
            self.tr("Reviewer mode, {who}.").format(who=who) if who else self.tr("Reviewer mode.")
        )
        self.words.setText(f"{mode} {told}")
        self.setAccessibleName(self.words.text())
