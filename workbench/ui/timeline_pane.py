"""The timeline: events in order, what was published when beside them, and what is only noticed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QApplication, QCheckBox, QHBoxLayout, QLabel, QWidget

from workbench.rules.account import AccountKind
from workbench.rules.timeline import Publication
from workbench.ui import event_command
from workbench.ui.event_form import EventForm
from workbench.ui.form import FormScroll, muted
from workbench.ui.timeline_entry import TimelineWriter

if TYPE_CHECKING:
    from PySide6.QtGui import QShowEvent

    from workbench.core.event import Event
    from workbench.rules.happening import Happening
    from workbench.ui.desk import Desk
    from workbench.ui.event_watch import EventWatch
    from workbench.ui.timeline_row import TimelineRow


class TimelinePane(FormScroll):
    """Shows the events of the desk's check and changes them through the desk.

    Signals:
        telling_asked: (Telling) to be shown in the article.
        compare_asked: (claim id, key of a look-alike) to be shown side by side.
        selection_asked: (event id) what is selected in the article is to be tied to it.
        removed: (what was removed, in words) so that the window can offer Undo.
    """

    telling_asked = Signal(object)
    compare_asked = Signal(str, str)
    selection_asked = Signal(str)
    removed = Signal(str)

    def __init__(self, desk: Desk, watch: EventWatch, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("timeline_pane")
        self._desk = desk
        self._watch = watch
        self._rows: list[TimelineRow] = []
        self._happenings: dict[str, Happening] = {}
        self._editing = ""
        self._form: EventForm | None = None
        self._state: object = None
        self._last = 0
        self._build()
        watch.changed.connect(self._on_changed)
        self.refresh()

    def _build(self) -> None:
        heading = QLabel(self.tr("Timeline"))
        heading.setProperty("role", "heading")
        self.noticed = QCheckBox()
        self.noticed.setObjectName("show_noticed")
        self.noticed.setChecked(True)
        self.noticed.toggled.connect(lambda _: self.refresh())
        self.published = QCheckBox()
        self.published.setObjectName("show_published")
        self.published.setChecked(True)
        self.published.toggled.connect(lambda _: self.refresh())
        head = QHBoxLayout()
        head.setSpacing(14)
        head.addWidget(heading)
        head.addStretch(1)
        head.addWidget(self.noticed)
        head.addWidget(self.published)
        self.column.setContentsMargins(20, 14, 20, 20)
        self.column.addLayout(head)
        self._hint = muted(
            self.tr("Enter takes what is noticed, Del sets it aside, Space shows the passage.")
        )
        self.column.addSpacing(4)
        self.column.addWidget(self._hint)
        self._empty = muted(
            self.tr(
                "No event yet. Select the words that tell of one in the article and press V; "
                "what the program notices in English texts is offered here by itself. Dates of "
                "publication stand apart: they never are the date of an event."
            )
        )
        self._empty.setObjectName("timeline_empty")
        self.column.addWidget(self._empty)
        self.column.addSpacing(6)
        self._place = self.column.count()
        self.column.addStretch(1)
        self.setAccessibleName(self.tr("Timeline"))

    # -- showing

    @Slot()
    def _on_changed(self) -> None:
        if not self.isVisible():
            return
        if self._editing and self._show_form():
            return  # the rows wait: none may move away under the hands
        self.refresh()

    def showEvent(self, event: QShowEvent) -> None:
        """Show what has changed while this was not on the screen."""
        super().showEvent(event)
        self.refresh()

    @Slot()
    def refresh(self) -> None:
        """Show all entries as they are now."""
        if not self._desk.has_check:
            return
        check = self._desk.check
        state = (
            self._watch.state,
            self._editing,
            self.noticed.isChecked(),
            self.published.isChecked(),
            [(source.name, source.id) for source in check.sources],
            [(claim.id, claim.status) for claim in check.claims],
        )
        if state == self._state:
            return  # what has the keyboard keeps it
        self._state = state
        here = self._focused_key()
        self._clear()
        entries = self._watch.entries
        happenings = [entry for entry in entries if not isinstance(entry, Publication)]
        writer = TimelineWriter(check, self._watch, self._asked)
        noticed = sum(entry.is_noticed for entry in happenings)
        self.noticed.setText(self.tr("Noticed in the texts ({n})").format(n=noticed))
        self.published.setText(
            self.tr("Publication ({n})").format(n=len(entries) - len(happenings))
        )
        self.noticed.setVisible(bool(noticed))
        self.published.setVisible(len(entries) > len(happenings))
        self.column.setSpacing(0)
        for entry in entries:
            if isinstance(entry, Publication):
                if self.published.isChecked():
                    self._add(writer.publication_row(entry))
                continue
            if entry.is_noticed and not self.noticed.isChecked():
                continue
            is_edited = self._editing in entry.refs(AccountKind.EVENT)
            row = writer.event_row(entry, is_edited=is_edited)
            self._happenings[row.key] = entry
            self._add(row)
            if is_edited:
                self._open_form(row)
        self._empty.setVisible(not happenings)
        self._hint.setVisible(bool(noticed) and self.noticed.isChecked())
        self._focus(here)

    def _add(self, row: TimelineRow) -> None:
        row.chosen.connect(lambda choice, row=row: self._on_chosen(row, choice))
        self._rows.append(row)
        self.column.insertWidget(self._place + len(self._rows) - 1, row)

    def _clear(self) -> None:
        for row in self._rows:
            self.column.removeWidget(row)
            row.hide()
            row.deleteLater()
        self._rows, self._happenings, self._form = [], {}, None

    def _focused_key(self) -> str:
        here = QApplication.focusWidget()
        if here is None or not self.isAncestorOf(here) or here in (self.noticed, self.published):
            return ""
        return next((row.key for row in self._rows if row is here or row.isAncestorOf(here)), "")

    def _focus(self, key: str) -> None:
        """Put the keyboard back to where it was, or to the entry that took its place."""
        if not key or self._editing:
            return
        row = next((row for row in self._rows if row.key == key), None)
        row = row or (self._rows[min(self._last, len(self._rows) - 1)] if self._rows else None)
        if row is not None:
            row.setFocus(Qt.FocusReason.OtherFocusReason)
            self.ensureWidgetVisible(row)

    # -- the event in edit

    def edit_event(self, event_id: str) -> None:
        """Open an event's form in its place and put the keyboard into it."""
        self._editing = event_id
        self.refresh()
        if self._form is not None:
            self._form.action.setFocus(Qt.FocusReason.OtherFocusReason)
            self.ensureWidgetVisible(self._form, 20, 40)

    def show_event(self, event_id: str) -> None:
        """Put the keyboard on an event."""
        self.refresh()
        self._focus(f"event:{event_id}")

    def _open_form(self, row: TimelineRow) -> None:
        form = self._form = EventForm()
        form.edited.connect(self._on_edited)
        form.passage_asked.connect(self._on_passage_asked)
        form.passage_removed.connect(
            lambda event, ref: event_command.remove_event_passage(self._desk, event, ref)
        )
        form.passage_wanted.connect(self.selection_asked)
        form.removed.connect(self._remove)
        form.done.connect(self.end_edit)
        row.open_below(form)
        self._show_form()

    def _show_form(self) -> bool:
        """Show the event in edit as it is now; return whether it is still there."""
        event = self._event(self._editing)
        if event is None or self._form is None:
            self._editing = ""
            return False
        self._form.show_event(self._desk.check, event)
        return True

    @Slot()
    def end_edit(self) -> None:
        """Close the form; the event goes to its place in time."""
        edited, self._editing = self._editing, ""
        self._watch.refresh()
        self.refresh()
        self._focus(f"event:{edited}")

    def _event(self, event_id: str) -> Event | None:
        return next((event for event in self._desk.check.events if event.id == event_id), None)

    def _on_edited(self, event: Event, field: str, step: int) -> None:
        key = f"event:{event.id}:{field}:{step}" if step else ""
        event_command.change_event(self._desk, event, key=key)

    def _on_passage_asked(self, passage_id: str) -> None:
        from workbench.rules.account import telling_of

        self.telling_asked.emit(telling_of(self._desk.check.passage(passage_id)))

    # -- answers

    def begin(self) -> None:
        """Put the keyboard on the first entry."""
        if self._rows:
            self._rows[0].setFocus(Qt.FocusReason.ShortcutFocusReason)
        else:
            super().setFocus(Qt.FocusReason.ShortcutFocusReason)

    def setFocus(self, *_: object) -> None:  # noqa: N802 - stands in for Qt's
        """Put the keyboard on the first entry, or leave it in the form that is open."""
        if self._form is not None:
            self._form.action.setFocus(Qt.FocusReason.ShortcutFocusReason)
        else:
            self.begin()

    def _on_chosen(self, row: TimelineRow, choice: str) -> None:
        place = self._last = self._rows.index(row)
        happening = self._happenings.get(row.key)
        if choice in ("up", "down"):
            target = self._rows[
                max(0, min(len(self._rows) - 1, place + (choice == "down") * 2 - 1))
            ]
            target.setFocus(Qt.FocusReason.OtherFocusReason)
            self.ensureWidgetVisible(target)
        elif happening is None:
            return
        elif choice == "show":
            if happening.tellings:
                self.telling_asked.emit(happening.tellings[0])
        elif choice == "main":
            self._act(happening)
        elif choice == "away":
            self._put_away(happening)

    def _act(self, happening: Happening) -> None:
        """Take what is noticed or claimed; change what is taken."""
        taken = happening.refs(AccountKind.EVENT)
        if taken:
            self.edit_event(taken[0])
            return
        event_id = event_command.take_event(self._desk, happening)
        self._watch.refresh()
        self.refresh()
        self._focus(f"event:{event_id}")

    def _put_away(self, happening: Happening) -> None:
        taken = happening.refs(AccountKind.EVENT)
        if taken:
            self._remove(taken[0])
        elif happening.is_noticed:
            event_command.set_aside(self._desk, happening.key)
            self.removed.emit(self.tr("Set aside."))
            self._watch.refresh()
            self.refresh()

    def _remove(self, event_id: str) -> None:
        self._editing = ""
        event_command.remove_event(self._desk, event_id)
        self.removed.emit(self.tr("Event removed."))
        self._watch.refresh()
        self.refresh()

    def _asked(self, what: str, value: object) -> None:
        """Do what a link inside an entry asks for."""
        if what == "show":
            self.telling_asked.emit(value)
        elif what == "settle":
            event_command.set_aside(self._desk, str(value))
            self.removed.emit(self.tr("The conflict is set aside, in the finished check too."))
            self._watch.refresh()
            self.refresh()
        elif isinstance(value, tuple):
            self.compare_asked.emit(*value)

    def restyle(self) -> None:
        """Take the colours of the current theme."""
        for row in self._rows:
            row.update()
