"""A workspace that can only be read: said once, and again when somebody tries to change it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

if TYPE_CHECKING:
    from workbench.ui.main_window import MainWindow
    from workbench.ui.note_card import NoteCard


class ReadOnlyWatch(QObject):
    """Tells that nothing can be changed; looking, searching and exporting go on as ever."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._card: NoteCard | None = None
        window.shelf.store_opened.connect(self._on_store_opened)
        window.desk.edit_refused.connect(self._on_edit_refused)

    @Slot()
    def _on_store_opened(self) -> None:
        if self._card is not None:  # another state of the workspace may be written to
            self._card.hide()
        if not self._window.shelf.is_read_only:
            return
        from workbench.ui.note_card import NoteCard

        words = self.tr(
            "The workspace {name} can only be read: the file or its folder is read-only. You can "
            "look, search and export. To change something, allow writing there, or copy the file "
            "to another folder and open that."
        ).format(name=self._window.shelf.workspace.name)
        self._card = NoteCard("read_only", words)
        self._window.add_card(self._card)
        self._window.status.show_read_only()

    @Slot()
    def _on_edit_refused(self) -> None:
        self._window.notices.warn(
            self.tr(
                "Nothing was changed: the workspace can only be read. Copy the file to a folder "
                "that you may write to and open that; then you can go on."
            )
        )
