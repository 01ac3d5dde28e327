"""Where the open check stands on its way out, found in the background a moment after a change."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from workbench.core.record import CheckState
from workbench.ui.job import JobRunner

if TYPE_CHECKING:
    from collections.abc import Callable

    from workbench.core.check import Check
    from workbench.core.export_record import ExportRecord
    from workbench.house.house import House
    from workbench.publish.standing import Standing
    from workbench.ui.desk import Desk
    from workbench.ui.shelf import Shelf

QUIET_MS = 400
"""Milliseconds without a change after which a check is compared with what was approved."""
FIRST_MS = 1_500
"""Milliseconds after a check was opened: what the person asked for comes first."""
_NOT_OUT = (CheckState.DRAFT, CheckState.IN_REVIEW)


class StandingWatch(QObject):
    """Compares the open check with what was approved and what went out.

    Signals:
        looked: (Check, Standing) of the open check, as it is now.

    Attributes:
        is_wanted: whether somebody looks at it, while the check is a draft.

    """

    looked = Signal(object, object)

    def __init__(
        self, desk: Desk, house: Callable[[], House], shelf: Shelf, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._house = house
        self._shelf = shelf
        self._jobs = JobRunner(self)
        self._job: int | None = None
        self._records: tuple[ExportRecord, ...] | None = None
        self._found: tuple[Check, Standing] | None = None
        self.is_wanted: Callable[[], bool] = lambda: False
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self._look_later)
        desk.check_changed.connect(self._on_check_changed)
        if desk.has_check:
            self._on_check_changed(None, desk.check)

    @property
    def standing(self) -> Standing:
        """Where the open check stands now; found at once if it is not known yet."""
        from workbench.publish.standing import standing_of

        check = self._desk.check
        if self._found is None or self._found[0] is not check:
            self._found = check, standing_of(check, self._house(), self._kept())
        return self._found[1]

    def look(self) -> None:
        """Find where the check stands, at once, and tell it."""
        self._stop()
        if self._desk.has_check:
            self.looked.emit(self._desk.check, self.standing)

    def look_again(self) -> None:
        """Find where the check stands, now that something was added to the log of exports."""
        self._records = self._found = None
        self.look()

    def look_soon(self) -> None:
        """Find where the check stands a moment later."""
        self._timer.start(QUIET_MS)

    def shutdown(self) -> None:
        """Stop looking; the window is closing."""
        self._stop()
        self._jobs.shutdown()

    @Slot(object, object)
    def _on_check_changed(self, old: Check | None, new: Check | None) -> None:
        if old is None or new is None:
            self._stop()
            self._records = self._found = None
        if new is not None and (new.state not in _NOT_OUT or self.is_wanted()):
            self._timer.start(FIRST_MS if old is None else QUIET_MS)

    def _kept(self) -> tuple[ExportRecord, ...]:
        """Return the log of exports of the open check, read once."""
        if self._records is None:
            self._records = self._shelf.store.exports(self._desk.check.id)
        return self._records

    def _stop(self) -> None:
        self._timer.stop()
        if self._job is not None:
            self._jobs.cancel(self._job)
            self._job = None

    @Slot()
    def _look_later(self) -> None:
        """Find where the check stands beside the person's work; an older look is forgotten."""
        self._stop()
        if not self._desk.has_check:
            return
        check, house, records = self._desk.check, self._house(), self._kept()
        self._job = self._jobs.submit(
            self.tr("Comparing with what was approved …"),
            lambda _: (check, _standing(check, house, records)),
            self._on_found,
            lambda _: None,
        )

    @Slot(object)
    def _on_found(self, found: tuple[Check, Standing]) -> None:
        self._job = None
        if self._desk.has_check and self._desk.check is found[0]:
            self._found = found
            self.looked.emit(*found)


def _standing(check: Check, house: House, records: tuple[ExportRecord, ...]) -> Standing:
    from workbench.publish.standing import standing_of

    return standing_of(check, house, records)
