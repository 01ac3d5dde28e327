"""Telling when a save did not work, and when it works again; meanwhile the words are kept apart."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Slot

from workbench.core.error import UserError

if TYPE_CHECKING:
    from datetime import datetime

    from workbench.ui.main_window import MainWindow
    from workbench.ui.rescue import Rescue, Rescued


class SaveWatch(QObject):
    """Listens to the desk, which goes on trying, and offers what an earlier session left."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._in_trouble = False
        self._made: Rescue | None = None
        window.desk.save_failed.connect(self._on_save_failed)
        window.desk.saved.connect(self._on_saved)
        window.shelf.store_opened.connect(self._on_store_opened)

    @property
    def _rescue(self) -> Rescue:
        if self._made is None:
            from workbench.ui.rescue import Rescue

            self._made = Rescue(self._window.shelf.workspace)
        return self._made

    def closing_words(self) -> str:
        """Return what to tell somebody who closes while something is not saved."""
        if self._window.desk.has_check and self._rescue.keep(self._window.desk.check):
            return self.tr(
                "The last changes cannot be saved now. They are kept in a file of their own, and "
                "the next start offers to bring them back."
            )
        return self.tr("The last changes are not saved yet. Close anyway, and they are lost.")

    @Slot(object)
    def _on_save_failed(self, error: UserError) -> None:
        self._in_trouble = True
        if self._window.desk.has_check:
            self._rescue.keep(self._window.desk.check)
        words = self.tr(
            "{trouble} What you wrote is still here and is saved as soon as that works."
        )
        self._window.notices.warn(words.format(trouble=error))

    @Slot(object)
    def _on_saved(self, _at: datetime) -> None:
        if self._in_trouble:
            self._in_trouble = False
            self._rescue.forget()
            self._window.notices.say(self.tr("Saved again. Nothing was lost."))

    @Slot()
    def _on_store_opened(self) -> None:
        # Later: looking through folders is nothing that a start waits for.
        QTimer.singleShot(0, self, self._offer)

    def _offer(self) -> None:
        if self._window.shelf.store_if_open is None or self._window.shelf.is_read_only:
            return
        for left in self._rescue.left():
            if left.path != self._rescue.kept:
                self._show(left)

    def _show(self, left: Rescued) -> None:
        from workbench.ui.note_card import NoteCard

        def bring() -> None:
            if self._taken(left):
                card.hide()

        def drop() -> None:
            self._rescue.forget(left.path)
            card.hide()

        words = self.tr(
            "Changes to “{title}” could not be saved when the program ended. They are kept. Bring "
            "them back and look; one undo takes you to the saved state again."
        )
        choices = (
            ("unsaved_bring", self.tr("Bring them back"), bring),
            ("unsaved_drop", self.tr("Delete them"), drop),
        )
        card = NoteCard("unsaved", words.format(title=left.check.title), choices)
        self._window.add_card(card)

    def _taken(self, left: Rescued) -> bool:
        """Put an unsaved check on the desk as one step; its file goes once that is saved."""
        window = self._window
        try:
            here = {check.id for check in window.shelf.store.checks(limit=1_000_000)}
            if left.check.id not in here:
                slug = window.shelf.store.free_slug(left.check.slug)
                window.shelf.store.save(None, replace(left.check, slug=slug))
        except UserError as error:
            window.tell_trouble(error)
            return False
        window.open_check(left.check.id)
        if not window.desk.has_check or window.desk.check.id != left.check.id:
            return False
        slug = window.desk.check.slug
        window.desk.edit(
            self.tr("Bring back unsaved changes"), lambda _: replace(left.check, slug=slug)
        )
        if window.desk.flush():
            self._rescue.forget(left.path)
            return True
        return False
