"""The way back: a notice with Undo for each thing that was removed or put in another's place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from workbench.ui.main_window import MainWindow
    from workbench.ui.notice import Choice


class WayBack(QObject):
    """Offers to take back what happened to the open check, to one of the list or to all of them."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._bring_back: Callable[[], None] | None = None
        self._told = ""
        window.desk.check_changed.connect(self._on_check_changed)
        window.workspace.removed.connect(self.tell_step)
        window.shelf.removed.connect(self._on_check_removed)
        window.shelf.restored.connect(self._on_restored)

    @property
    def is_open(self) -> bool:
        """Whether a check was removed that can be brought back."""
        return self._bring_back is not None

    def go(self) -> None:
        """Bring back the check that was removed last."""
        if self._bring_back is not None:
            self._bring_back()

    @Slot(object, object)
    def _on_check_changed(self, _old: object, _new: object) -> None:
        if self._told and self._told == self._window.notices.text:
            self._window.notices.hide()  # its Undo would take back something else by now
        self._told = ""

    @Slot(str)
    def tell_step(self, words: str, choices: Sequence[Choice] = ()) -> None:
        """Tell what the last step did, with Undo; it goes with the next step."""
        undo = self._window.desk.undo
        self._window.notices.say(words, (*choices, (self.tr("Undo"), undo)))
        self._told = words

    @Slot(str, object)
    def _on_check_removed(self, title: str, bring_back: Callable[[], bool]) -> None:
        self._window.list_checks()

        def undo() -> None:
            self._bring_back = None
            bring_back()
            self._window.list_checks()

        self._bring_back = undo
        words = self.tr("“{title}” removed.").format(title=title or self.tr("Untitled check"))
        self._window.notices.say(words, ((self.tr("Undo"), undo),))

    @Slot(object)
    def _on_restored(self, kept: Path | None) -> None:
        self._window.show_start()
        words = self.tr("The backup is in place.")
        if kept is None:
            self._window.notices.say(words)
            return
        more = self.tr("What stood here before is kept as {name}.").format(name=kept.name)
        undo = (self.tr("Undo"), lambda: self._window.shelf.restore(kept))
        self._window.notices.say(f"{words} {more}", (undo,))
