"""What was before: opens the sheets of history and bin, and brings back what is chosen there."""

from __future__ import annotations

import os
from html import escape
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from workbench import clock
from workbench.core.error import UserError
from workbench.ui.language import told
from workbench.ui.moment import moment

if TYPE_CHECKING:
    from workbench.core.bin import BinnedItem
    from workbench.core.check import Check
    from workbench.core.revision import Revision
    from workbench.ui.bin_sheet import BinSheet
    from workbench.ui.history_sheet import HistorySheet, ListedState
    from workbench.ui.main_window import MainWindow


class HistoryDesk(QObject):
    """Shows the saved states of the open check; bringing one back is one step of the timeline."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._sheet: HistorySheet | None = None
        self._bin: BinSheet | None = None
        self._states: dict[str, Revision] = {}

    def show_history(self) -> None:
        """Open the history of the open check."""
        window = self._window
        window.desk.flush()  # what was typed last is a state too
        check = window.desk.check
        try:
            states = window.shelf.store.history.states(check.id)
            exported = {export.revision for export in window.shelf.store.exports(check.id)}
        except UserError as error:
            window.tell_trouble(error)
            return
        self._states = {state.id: state for state in states}
        if self._sheet is None:
            from workbench.ui.history_sheet import HistorySheet

            self._sheet = HistorySheet(window)
            self._sheet.return_asked.connect(self._on_return_asked)
        listed = [self._listed(state, state.number in exported) for state in states]
        self._sheet.show_history(check.title or self.tr("Untitled check"), listed, self._inside)

    def show_bin(self) -> None:
        """Open the bin."""
        window = self._window
        if self._bin is None:
            from workbench.ui.bin_sheet import BinSheet

            self._bin = BinSheet(window, lambda: window.shelf.store.bin, self._bin_days())
            self._bin.return_asked.connect(self._on_item_asked)
            self._bin.emptied.connect(window.notices.say)
            self._bin.trouble.connect(window.tell_trouble)
        window.desk.flush()
        self._bin.open()

    def _bin_days(self) -> int:
        from workbench.house.house import house_folder
        from workbench.house.keeping import bin_days

        try:
            return bin_days(house_folder(os.environ))
        except UserError as error:
            self._window.tell_trouble(error)
            return bin_days()

    def close_sheets(self) -> None:
        """Put the sheets away."""
        for sheet in (self._sheet, self._bin):
            if sheet is not None:
                sheet.close_sheet()

    def _listed(self, state: Revision, is_exported: bool) -> ListedState:
        from workbench.core.revision import LANDMARKS
        from workbench.publish.history_wording import revision_words
        from workbench.ui.history_sheet import ListedState

        words = told(revision_words(state, self._window.house())) or self.tr("As it was found")
        if is_exported:
            words = self.tr("{words}  ·  exported").format(words=words)
        return ListedState(
            id=state.id,
            at=state.at.astimezone(),
            who=state.who,
            words=words,
            is_weighty=is_exported or any(fact.kind in LANDMARKS for fact in state.facts),
        )

    def _read(self, state: Revision) -> Check:
        return self._window.shelf.store.history.state(self._window.desk.check.id, state.id)

    def _inside(self, state_id: str) -> str:
        """Return what a state changed and what is different since, as safe HTML."""
        from workbench.publish.change_list import changes_between
        from workbench.publish.history_wording import fact_words
        from workbench.publish.markdown import markdown_for
        from workbench.ui.change_sheet import changes_html

        state, house = self._states[state_id], self._window.house()
        try:
            was = self._read(state)
        except UserError as error:
            return f"<p>{escape(told(str(error)))}</p>"
        facts = dict.fromkeys(fact_words(fact, house) for fact in state.facts)
        parts = [f"<h2>{escape(self._heading(state))}</h2>"]
        if facts:
            lines = "".join(f"<li>{escape(told(words))}</li>" for words in facts)
            parts.append(f"<h3>{self.tr('What it changed')}</h3><ul>{lines}</ul>")
        since = changes_between(
            markdown_for(was, house), markdown_for(self._window.desk.check, house)
        )
        changed = changes_html(since) or f"<p>{self.tr('Nothing that readers see.')}</p>"
        parts.append(f"<h3>{self.tr('What is different since')}</h3>{changed}")
        return "".join(parts)

    def _heading(self, state: Revision) -> str:
        at = state.at.astimezone()
        words = moment(at, seconds=True)
        return self.tr("{at}, by {who}").format(at=words, who=state.who) if state.who else words

    @Slot(str)
    def _on_return_asked(self, state_id: str) -> None:
        from workbench.core.change_history import brought_back

        state, window = self._states[state_id], self._window
        try:
            was = self._read(state)
        except UserError as error:
            window.tell_trouble(error)
            return
        before = window.desk.check
        if brought_back(before, was, before.changed) == before:
            window.notices.say(self.tr("The check is like that now."))
            return
        at = state.at.astimezone()
        when = moment(at)
        window.desk.edit(
            self.tr("Bring back the state of {when}").format(when=when),
            lambda check: brought_back(check, was, clock.now()),
        )
        window.way_back.tell_step(self.tr("The check is as it was on {when}.").format(when=when))

    @Slot(object)
    def _on_item_asked(self, item: BinnedItem) -> None:
        window = self._window
        try:
            if item.is_check:
                window.shelf.store.bin.restore_check(item.check_id)
            else:
                was = window.shelf.store.bin.look_inside(item)
        except UserError as error:
            window.tell_trouble(error)
            return
        window.open_check(item.check_id)
        if item.is_check:
            title = item.name or self.tr("Untitled check")
            window.notices.say(self.tr("“{title}” is back.").format(title=title))
            return
        if not window.desk.has_check or window.desk.check.id != item.check_id:
            return  # the one that is open cannot be saved; that has been told
        from workbench.core.change_bin import with_source_back

        window.desk.edit(
            self.tr("Bring back a source"),
            lambda check: with_source_back(check, was, item.source_id),
        )
        name = item.name or self.tr("The source")
        window.way_back.tell_step(self.tr("{name} is back.").format(name=name))
