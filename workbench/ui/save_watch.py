"""Telling when a save did not work, and when it works again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

if TYPE_CHECKING:
    from datetime import datetime

    from workbench.core.error import UserError
    from workbench.ui.desk import Desk
    from workbench.ui.notice import NoticeBar


class SaveWatch(QObject):
    """Listens to the desk; the desk itself goes on trying."""

    def __init__(self, desk: Desk, notices: NoticeBar) -> None:
        super().__init__(notices)
        self._notices = notices
        self._in_trouble = False
        desk.save_failed.connect(self._on_save_failed)
        desk.saved.connect(self._on_saved)

    @Slot(object)
    def _on_save_failed(self, error: UserError) -> None:
        self._in_trouble = True
        words = self.tr(
            "{trouble} What you wrote is still here and is saved as soon as that works."
        )
        self._notices.warn(words.format(trouble=error))

    @Slot(object)
    def _on_saved(self, _at: datetime) -> None:
        if self._in_trouble:
            self._in_trouble = False
            self._notices.say(self.tr("Saved again. Nothing was lost."))
