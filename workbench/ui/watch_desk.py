"""Watch items in the window: a reminder at start, the list of all, and the way to each claim."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Slot

from workbench import clock
from workbench.core import change
from workbench.core.error import UserError
from workbench.core.revision import Deed

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from workbench.core.case_line import WatchLine
    from workbench.core.check import Check
    from workbench.core.draft import WatchItem
    from workbench.ui.main_window import MainWindow
    from workbench.ui.watch_line import WatchReminder
    from workbench.ui.watch_sheet import WatchSheet

_AFTER_MS = 800
"""Milliseconds after the workspace was opened: what the person asked for comes first."""
_IN_TIP = 5
"""Watch items that the tip of the line at the bottom names."""


class WatchDesk(QObject):
    """Reads what is watched for, tells what is due, and notes what was seen or put off."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._reminder: WatchReminder | None = None
        self._sheet: WatchSheet | None = None
        self._timer = QTimer(self, singleShot=True, interval=_AFTER_MS)
        self._timer.timeout.connect(self.look)
        window.shelf.store_opened.connect(self._timer.start)
        window.pages.currentChanged.connect(self._on_page_changed)
        window.desk.check_changed.connect(self._on_check_changed)
        window.status.watch_asked.connect(self.show_all)

    @property
    def today(self) -> date:
        """The day that it is here."""
        return clock.now().astimezone().date()

    def lines(self) -> tuple[WatchLine, ...]:
        """Return the watch items of all checks; none while the workspace is not open."""
        store = self._window.shelf.store_if_open
        if store is None:
            return ()
        try:
            self._window.desk.flush()
            return store.watch_lines()
        except UserError as error:
            self._window.tell_trouble(error)
            return ()

    @Slot()
    def look(self) -> None:
        """Tell what is due: in the line at the bottom, and on the start page one by one."""
        from workbench.rules.watch import waiting

        due = waiting(self.lines(), self.today)
        self._show_due(due)

    def show_all(self) -> None:
        """Show the watch items of all checks."""
        from workbench.ui.watch_sheet import WatchSheet

        if self._sheet is None:
            self._sheet = WatchSheet(self._window)
            self._sheet.opened.connect(self.open_at_claim)
            self._sheet.seen.connect(self._on_seen)
            self._sheet.put_off.connect(self._on_put_off)
        self._sheet.ask(self.lines(), self.today)

    @Slot(object)
    def open_at_claim(self, line: WatchLine) -> None:
        """Open the check of a watch item at the claim that it would change."""
        window = self._window
        if self._sheet is not None:
            self._sheet.close_sheet()
        window.open_check(line.check_id)
        if window.shows_check and window.desk.check.id == line.check_id and line.claim_id:
            window.workspace.show_claim(line.claim_id)

    @Slot(int)
    def _on_page_changed(self, _page: int) -> None:
        if self._window.shelf.store_if_open is not None:
            self._timer.start()

    @Slot(object, object)
    def _on_check_changed(self, old: Check | None, new: Check | None) -> None:
        if old is not None and new is not None and old.watch_items != new.watch_items:
            self._timer.start()

    def _show_due(self, due: tuple[WatchLine, ...]) -> None:
        from workbench.ui.watch_line import due_count_words, where_words

        count = due_count_words(len(due)).rstrip(":") if due else ""
        tip = "\n".join(f"{line.text} ({where_words(line)})" for line in due[:_IN_TIP])
        shows_check = self._window.shows_check
        self._window.status.show_due(*((count, tip) if shows_check else ("", "")))
        if shows_check:
            return
        if self._reminder is None:
            if not due:
                return
            from workbench.ui.watch_line import WatchReminder

            self._reminder = WatchReminder()
            self._reminder.opened.connect(self.open_at_claim)
            self._reminder.all_asked.connect(self.show_all)
            self._window.start.add_reminder(self._reminder)
        self._reminder.show_due(due, self.today)

    @Slot(object)
    def _on_seen(self, line: WatchLine) -> None:
        self._change(line, self.tr("Mark as seen"), lambda item: replace(item, seen=True))

    @Slot(object, int)
    def _on_put_off(self, line: WatchLine, days: int) -> None:
        from workbench.rules.watch import postponed

        later = postponed(line.due, self.today, days)
        self._change(line, self.tr("Put off"), lambda item: replace(item, due=later))

    def _change(self, line: WatchLine, words: str, act: Callable[[WatchItem], WatchItem]) -> None:
        """Change an item: a step of the open check, or a save of another with its way back."""
        desk = self._window.desk
        if desk.is_read_only:
            desk.edit_refused.emit()
            return
        if desk.has_check and desk.check.id == line.check_id:
            item = _item(desk.check, line.item_id)
            if item is not None:
                desk.edit(words, lambda check: change.with_watch_item(check, act(item)))
        else:
            self._change_aside(line, words, act)
        self._show_again()

    def _change_aside(
        self, line: WatchLine, words: str, act: Callable[[WatchItem], WatchItem]
    ) -> None:
        store = self._window.shelf.store
        try:
            check = store.load(line.check_id)
            item = _item(check, line.item_id)
            if item is None:
                return
            at = clock.now()
            changed = replace(change.with_watch_item(check, act(item)), changed=at)
            store.save(check, changed, Deed(at=at, who=self._window.desk.person(), words=words))
        except UserError as error:
            self._window.tell_trouble(error)
            return
        told = self.tr("“{text}” in “{title}” is changed.")
        self._window.notices.say(
            told.format(text=item.text, title=check.title),
            ((self.tr("Undo"), lambda: self._put_back(line, item)),),
        )

    def _put_back(self, line: WatchLine, item: WatchItem) -> None:
        self._change(line, self.tr("Change watch item"), lambda _: item)

    def _show_again(self) -> None:
        from workbench.rules.watch import waiting

        lines = self.lines()
        if self._sheet is not None and self._sheet.isVisible():
            self._sheet.show_lines(lines, self.today)
        self._show_due(waiting(lines, self.today))


def _item(check: Check, item_id: str) -> WatchItem | None:
    return next((item for item in check.watch_items if item.id == item_id), None)
