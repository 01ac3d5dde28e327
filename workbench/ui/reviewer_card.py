"""The card in which a reviewer writes how a sentence should read."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QPlainTextEdit, QWidget

from workbench.ui.form import caption, muted, small_button
from workbench.ui.overlay import Overlay
from workbench.ui.theme import current_zoom

_LINES = 5


class ReviewerCard(Overlay):
    """Takes other words for a sentence; the check stays as it is.

    Signals:
        suggested: (what stands there now, what should stand there, whose suggestion it is).
    """

    suggested = Signal(str, str, str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, width=680)
        self.setObjectName("reviewer_card")
        self._was = ""
        self._heading = QLabel()
        self._heading.setObjectName("reviewer_card_heading")
        self._heading.setProperty("role", "heading")
        self._heading.setWordWrap(True)
        self._today = QLabel()
        self._today.setObjectName("reviewer_card_today")
        self._today.setTextFormat(Qt.TextFormat.PlainText)
        self._today.setWordWrap(True)
        self.words = QPlainTextEdit()
        self.words.setObjectName("reviewer_card_words")
        self.words.setTabChangesFocus(True)
        self.words.textChanged.connect(self._allow)
        self.who = QLineEdit()
        self.who.setObjectName("reviewer_card_who")
        self.who.setPlaceholderText(self.tr("kept with the suggestion"))
        self.who.textChanged.connect(self._allow)
        self._who_title = caption(self.tr("Your name"), self.who)
        self.column.addWidget(self._heading)
        self.column.addWidget(caption(self.tr("Today")))
        self.column.addWidget(self._today)
        self.column.addWidget(caption(self.tr("What should stand there"), self.words))
        self.column.addWidget(self.words)
        self.column.addWidget(self._who_title)
        self.column.addWidget(self.who)
        self.column.addLayout(self._built_buttons())

    def _built_buttons(self) -> QHBoxLayout:
        self._give = small_button(self.tr("&Suggest it"), "reviewer_card_give")
        self._give.setProperty("role", "primary")
        self._give.clicked.connect(self._on_given)
        cancel = small_button(self.tr("Cancel"), "reviewer_card_cancel")
        cancel.clicked.connect(self.close_sheet)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(muted(self.tr("Ctrl+Enter suggests it. Take out all words to strike it.")), 1)
        row.addWidget(self._give)
        row.addWidget(cancel)
        return row

    def ask(self, place: str, words: str, who: str) -> None:
        """Open on words that stand at a place; the name is asked for while there is none."""
        self._was = words
        self._heading.setText(self.tr("Suggest a change: {place}").format(place=place))
        self._today.setText(words or self.tr("nothing yet"))
        self.words.setPlainText(words)
        self.who.setText(who)
        for widget in (self.who, self._who_title):
            widget.setVisible(not who)
        line = self.words.fontMetrics().lineSpacing()
        self.words.setFixedHeight(round(_LINES * line + 16 * max(current_zoom(), 1.0)))
        self._allow()
        self.open()
        self.words.setFocus(Qt.FocusReason.OtherFocusReason)
        self.words.moveCursor(QTextCursor.MoveOperation.End)

    def type_on(self, text: str) -> None:
        """Go on with what the person began to type in the field."""
        self.words.insertPlainText(text)

    def _allow(self) -> None:
        differs = self.words.toPlainText().strip() != self._was.strip()
        self._give.setEnabled(differs and bool(self.who.text().strip()))

    def _on_given(self) -> None:
        words, who = self.words.toPlainText().strip(), " ".join(self.who.text().split())
        if self._give.isEnabled():
            self.close_sheet()
            self.suggested.emit(self._was, words, who)
        elif not who:
            self.who.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+Enter suggests it."""
        is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if is_enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._on_given()
        else:
            super().keyPressEvent(event)
