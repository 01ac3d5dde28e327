"""Which checks of the start page have lost their approval: found in the background."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Slot

from workbench.ui.job import JobRunner

if TYPE_CHECKING:
    from workbench.house.house import House
    from workbench.store.check_store import CheckStore
    from workbench.ui.main_window import MainWindow

_AFTER_MS = 400
"""Milliseconds after the start page came up: the list itself comes first."""


class WithdrawalWatch(QObject):
    """Compares checks that were worked on since their approval, while the start page is shown."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._jobs = JobRunner(self)
        self._timer = QTimer(self, singleShot=True, interval=_AFTER_MS)
        self._timer.timeout.connect(self.look)
        window.pages.currentChanged.connect(self._on_page_changed)
        window.shelf.store_opened.connect(self._on_page_changed)

    @Slot()
    @Slot(int)
    def _on_page_changed(self, _page: int = 0) -> None:
        if not self._window.shows_check:
            self._timer.start()

    @Slot()
    def look(self) -> None:
        """Find out now, beside the person's work."""
        store = self._window.shelf.store_if_open
        if store is None or self._window.shows_check:
            return
        candidates = store.changed_since_approval()
        if not candidates:
            self._on_found(frozenset())
            return
        house = self._window.house()
        self._jobs.submit(
            self.tr("Comparing with what was approved …"),
            lambda _: _withdrawn(store, house, candidates),
            self._on_found,
            lambda _: None,
        )

    def shutdown(self) -> None:
        """Stop comparing; the window is closing."""
        self._timer.stop()
        self._jobs.shutdown()

    @Slot(object)
    def _on_found(self, check_ids: frozenset[str]) -> None:
        self._window.start.list.checks.show_withdrawn(check_ids)


def _withdrawn(store: CheckStore, house: House, check_ids: tuple[str, ...]) -> frozenset[str]:
    from workbench.publish.standing import withdrawn

    return frozenset(
        check_id
        for check_id in check_ids
        if withdrawn(store.load(check_id), house, store.exports(check_id))
    )
