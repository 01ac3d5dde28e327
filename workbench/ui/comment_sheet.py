"""The sheet of a comment: what it is about, what was said so far, and where one writes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from workbench.ui.comment_field import CommentField
from workbench.ui.comment_wording import breakable, remark_head
from workbench.ui.form import caption, empty_out, muted, small_button
from workbench.ui.overlay import Overlay

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QHideEvent

    from workbench.core.review import Comment
    from workbench.rules.commented import Thread


class CommentSheet(Overlay):
    """Shows a thread, or a place without one yet, and takes what a person has to say.

    Signals:
        saved: (text, name) the person has said something; the name is theirs.
        kept: (text) the sheet was left with words in it, empty if there are none.
        settled: (name) the thread is to be resolved, or opened again.
        removed: the person's own last remark is to go.
    """

    saved = Signal(str, str)
    kept = Signal(str)
    settled = Signal(str)
    removed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, width=620)
        self.setObjectName("comment_sheet")
        self.editing: Comment | None = None
        """The remark that is being changed; None while a new one is written."""
        self._thread: Thread | None = None
        self._own: Comment | None = None
        self._build()

    def _build(self) -> None:
        self._heading = QLabel()
        self._heading.setObjectName("comment_place")
        self._heading.setProperty("role", "heading")
        self._heading.setWordWrap(True)
        self._heading.setTextFormat(Qt.TextFormat.PlainText)
        self._quote = QLabel()
        self._quote.setObjectName("comment_quote")
        self._quote.setProperty("role", "quote")
        self._quote.setWordWrap(True)
        self._quote.setTextFormat(Qt.TextFormat.PlainText)
        self._state = muted()
        self._state.setObjectName("comment_state")
        self._said = QVBoxLayout()
        self._said.setSpacing(2)
        self._caption = caption("")
        self.field = CommentField()
        self.field.save_asked.connect(self._on_save)
        self.field.textChanged.connect(self._on_text_changed)
        self._caption.setBuddy(self.field)
        self.name = QLineEdit()
        self.name.setObjectName("comment_name")
        self.name.setMaxLength(200)
        self.name.returnPressed.connect(self._on_save)
        self._name_caption = caption(self.tr("Your name, asked once"), self.name)
        self._trouble = muted()
        self._trouble.setObjectName("comment_trouble")
        self._trouble.setProperty("tone", "bad")
        hint = muted(
            self.tr(
                "Ctrl+Enter saves. Esc leaves, and keeps what you typed. @ and a name speaks to "
                "somebody. Comments stay between colleagues."
            )
        )
        for label in (self._heading, self._quote, self._state):
            self.column.addWidget(label)
        self.column.addLayout(self._said)
        self.column.addWidget(self._caption)
        self.column.addWidget(self.field)
        self.column.addWidget(self._name_caption)
        self.column.addWidget(self.name)
        self.column.addWidget(self._trouble)
        self.column.addWidget(hint)
        self.column.addLayout(self._built_buttons())

    def _built_buttons(self) -> QHBoxLayout:
        self._save = QPushButton(self.tr("&Save"))
        self._save.setObjectName("comment_save")
        self._save.setProperty("role", "primary")
        self._save.clicked.connect(self._on_save)
        self._settle = small_button("", "comment_settle")
        self._settle.clicked.connect(self._on_settle)
        self._change = small_button(self.tr("&Change my last remark"), "comment_change")
        self._change.clicked.connect(self._on_change)
        self._remove = small_button(self.tr("&Delete it"), "comment_delete")
        self._remove.setAccessibleName(self.tr("Delete my last remark"))
        self._remove.clicked.connect(self._on_remove)
        row = QHBoxLayout()
        row.setSpacing(8)
        for button in (self._change, self._remove):
            row.addWidget(button)
        row.addStretch(1)
        row.addWidget(self._settle)
        row.addWidget(self._save)
        return row

    def ask(
        self,
        place: str,
        words: str,
        state: str,
        thread: Thread | None,
        own: Comment | None,
        person: str,
        people: Sequence[str],
        typed: str = "",
    ) -> None:
        """Show the sheet.

        Args:
            place: what the comment is about.
            words: that it is about there; empty for all of it.
            state: what became of them; empty while they stand as they did.
            thread: what was said; None for a new comment.
            own: the last remark, if it is the person's, who may change it.
            person: whose words these will be; empty to ask for the name.
            people: names to complete.
            typed: words to go on with.

        """
        self._thread, self._own, self.editing = thread, own, None
        self._heading.setText(place)
        self._quote.setText(f"“{breakable(words)}”" if words else "")
        self._quote.setVisible(bool(words))
        self._state.setText(state)
        self._state.setVisible(bool(state))
        self._show_said()
        is_open = thread is None or thread.opening.is_open
        self._settle.setText(self.tr("&Resolve") if is_open else self.tr("&Open again"))
        self._settle.setVisible(thread is not None)
        self._change.setVisible(own is not None)
        self._remove.setVisible(own is not None)
        words = self.tr("Comment") if thread is None else self.tr("Answer")
        self._name_field(words)
        self.name.setText(person)
        for widget in (self.name, self._name_caption):
            widget.setVisible(not person)
        self._trouble.hide()
        self.field.know(people)
        self.field.show_text(typed)
        self.setAccessibleName(place)
        self.open()
        self.fit()
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _name_field(self, words: str) -> None:
        self._caption.setText(words)
        self.field.setAccessibleName(words)

    def _show_said(self) -> None:
        empty_out(self._said)
        for one in self._thread.remarks if self._thread is not None else ():
            head = caption(remark_head(one))
            text = QLabel(breakable(one.text))
            text.setTextFormat(Qt.TextFormat.PlainText)
            text.setWordWrap(True)
            text.setAccessibleName(f"{remark_head(one)}: {one.text}")
            indent = 0 if not one.thread else 16
            for label in (head, text):
                label.setContentsMargins(indent, 0, 0, 0)
                self._said.addWidget(label)
            self._said.addSpacing(4)

    def _on_text_changed(self) -> None:
        self._trouble.hide()

    def _on_change(self) -> None:
        if self._own is not None:
            self.editing = self._own
            self._name_field(self.tr("Your remark"))
            self.field.show_text(self._own.text)
            self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_save(self) -> None:
        text, name = self.field.toPlainText().strip(), " ".join(self.name.text().split())
        if not text:
            self._tell(self.tr("Write what you have to say first."), self.field)
        elif not name:
            self._tell(self.tr("A comment says who made it: write your name."), self.name)
        else:
            self.field.show_text("")
            self.close_sheet()
            self.saved.emit(text, name)

    def _on_settle(self) -> None:
        name = " ".join(self.name.text().split())
        if not name and self._thread is not None and self._thread.opening.is_open:
            self._tell(self.tr("Who resolves it? Write your name."), self.name)
            return
        self.close_sheet()
        self.settled.emit(name)

    def _on_remove(self) -> None:
        self.close_sheet()
        self.removed.emit()

    def _tell(self, words: str, where: QWidget) -> None:
        from workbench.ui.announcement import announce

        self._trouble.setText(words)
        self._trouble.show()
        self.fit()
        where.setFocus(Qt.FocusReason.OtherFocusReason)
        announce(self, words)

    def hideEvent(self, event: QHideEvent) -> None:
        """Hand over what was typed and not saved."""
        super().hideEvent(event)
        if not event.spontaneous():
            is_change = self.editing is not None
            self.kept.emit("" if is_change else self.field.toPlainText())
