"""The form of one event, open in its place on the timeline."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from workbench.ui.action_row import ActionRow
from workbench.ui.event_wording import names_of
from workbench.ui.field import TextField
from workbench.ui.form import add_field, caption, empty_out, link_button, muted, small_button

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from workbench.core.check import Check
    from workbench.core.claim import Action
    from workbench.core.event import Event

_QUOTE_LENGTH = 160
"""Code points of a passage shown; the whole of it is in the article."""


class EventForm(QFrame):
    """Changes one event: parties, date, note and passages.

    Signals:
        edited: (Event, field name, step number).
        passage_asked: (passage id) to be shown in the article.
        passage_removed: (event id, passage id).
        passage_wanted: (event id) the selection of the article is to be tied to it.
        removed: (event id).
        done: the person is ready.
    """

    edited = Signal(object, str, int)
    passage_asked = Signal(str)
    passage_removed = Signal(str, str)
    passage_wanted = Signal(str)
    removed = Signal(str)
    done = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self.setObjectName("event_form")
        self._event: Event | None = None
        self._shown: tuple[str, ...] | None = None
        self.action = ActionRow(name="event")
        self.action.action_edited.connect(self._on_action_edited)
        self.note = TextField(least_lines=1)
        self.note.setObjectName("event_note")
        self.note.edited.connect(self._on_note_edited)
        self._passages = QVBoxLayout()
        self._passages.setSpacing(4)
        self._none = muted(self.tr("No passage yet. Select the words in the article first."))
        self._build()

    def _build(self) -> None:
        add = link_button(self.tr("Add what is selected in the article"), "event_add_passage")
        add.clicked.connect(lambda: self.passage_wanted.emit(self.event_id))
        done = small_button(self.tr("Done"), "event_done")
        done.clicked.connect(self.done)
        remove = link_button(self.tr("Remove event"), "event_remove")
        remove.clicked.connect(lambda: self.removed.emit(self.event_id))
        row = QHBoxLayout()
        row.addWidget(done)
        row.addSpacing(12)
        row.addWidget(remove)
        row.addStretch(1)
        row.addWidget(muted(self.tr("Esc when ready"), wrap=False))
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 6, 12, 12)
        column.setSpacing(4)
        column.addWidget(caption(self.tr("Who did what, when")))
        column.addWidget(self.action)
        column.addWidget(caption(self.tr("Passages that tell it")))
        column.addLayout(self._passages)
        column.addWidget(self._none)
        column.addWidget(add, 0, Qt.AlignmentFlag.AlignLeft)
        add_field(column, self.tr("Note, never exported"), self.note)
        column.addSpacing(8)
        column.addLayout(row)
        self.setFocusProxy(self.action)

    @property
    def event_id(self) -> str:
        """The event on show; empty before the first."""
        return self._event.id if self._event is not None else ""

    def show_event(self, check: Check, event: Event) -> None:
        """Show an event of a check."""
        self._event = event
        self.action.show_action(event.what)
        self.note.show_text(event.note)
        if self._shown != event.passage_ids:
            self._shown = event.passage_ids
            self._show_passages(check, event)

    def _show_passages(self, check: Check, event: Event) -> None:
        empty_out(self._passages)
        for ref in event.passage_ids:
            self._passages.addWidget(self._passage_row(check, ref))
        self._none.setVisible(not event.passage_ids)

    def _passage_row(self, check: Check, ref: str) -> QWidget:
        passage = check.passage(ref)
        row = QWidget()
        words = QLabel(quote_words(passage.selector.exact))
        words.setProperty("role", "quote")
        words.setTextFormat(Qt.TextFormat.PlainText)
        words.setWordWrap(True)
        name = muted(names_of(check, (passage.source_id,)), wrap=False)
        show = link_button(self.tr("Show"), "event_passage_show")
        show.clicked.connect(lambda: self.passage_asked.emit(ref))
        remove = link_button(self.tr("Remove"), "event_passage_remove")
        remove.clicked.connect(lambda: self.passage_removed.emit(self.event_id, ref))
        line = QHBoxLayout()
        line.setSpacing(12)
        line.addWidget(name)
        line.addStretch(1)
        line.addWidget(remove)
        line.addWidget(show)
        column = QVBoxLayout(row)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(words)
        column.addLayout(line)
        return row

    def _on_action_edited(self, what: Action, field: str, step: int) -> None:
        if self._event is not None:
            self._event = replace(self._event, what=what) if not what.is_empty else self._event
            if not what.is_empty:
                self.edited.emit(self._event, field, step)

    def _on_note_edited(self, text: str, step: int) -> None:
        if self._event is not None:
            self._event = replace(self._event, note=text)
            self.edited.emit(self._event, "note", step)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Be ready with Escape."""
        if event.key() == Qt.Key.Key_Escape:
            self.done.emit()
        else:
            super().keyPressEvent(event)


def quote_words(text: str, length: int = _QUOTE_LENGTH) -> str:
    """Return a quotation on one line, cut at a word where it is long."""
    words = " ".join(text.split())
    if len(words) > length:
        words = words[:length].rpartition(" ")[0] + " …"
    return f"“{words}”"
