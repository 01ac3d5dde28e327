"""Proofing: the pre-flight over the open check, in the background, a moment after each change."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from workbench.core.error import UserError
from workbench.ui.job import JobRunner

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from workbench.core.check import Check
    from workbench.core.finding import Finding
    from workbench.house.house import House
    from workbench.reading.inspection import Inspection
    from workbench.rules.coverage import Coverage
    from workbench.ui.desk import Desk
    from workbench.ui.noticing import Noticing

QUIET_MS = 350
"""Milliseconds without a change after which the check is read again."""
FIRST_MS = 1_500
"""Milliseconds after a check was opened: what the person asked for comes first."""


class Proofing(QObject):
    """Keeps the findings of the open check; nobody waits for them.

    Signals:
        proofed: (findings) what the newest reading found, those set aside included.
        troubled: (UserError) the house's own rules cannot be read; the shipped ones are used. Once.
    """

    proofed = Signal(object)
    troubled = Signal(object)

    def __init__(
        self,
        desk: Desk,
        house: Callable[[], House],
        noticing: Noticing,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._house = house
        self._noticing = noticing
        self._jobs = JobRunner(self)
        self._job: int | None = None
        self._has_told = False
        self.findings: tuple[Finding, ...] = ()
        self.coverage: Coverage | None = None
        self.is_read = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.read_now)
        desk.check_changed.connect(self._on_check_changed)
        noticing.noticed.connect(lambda _: self._timer.start(QUIET_MS))
        if desk.has_check:
            self._timer.start(FIRST_MS)

    @property
    def is_busy(self) -> bool:
        """Whether the newest state of the check is still to be read."""
        return self._timer.isActive() or self._jobs.is_busy

    def newest(self) -> tuple[Finding, ...]:
        """Return the findings of the check as it is now; read at once if they are not known yet."""
        if self._desk.has_check and (self.is_busy or not self.is_read):
            noticed = dict(self._noticing.all())
            read = _findings(self._desk.check, self._house(), noticed)
            self._tell(read.trouble)
            return read.findings
        return self.findings

    def _tell(self, trouble: UserError | None) -> None:
        if trouble is not None and not self._has_told:
            self._has_told = True
            self.troubled.emit(trouble)

    def shutdown(self) -> None:
        """Stop reading; the window is closing."""
        self._timer.stop()
        self._jobs.shutdown()

    @Slot(object, object)
    def _on_check_changed(self, old: Check | None, new: Check | None) -> None:
        if new is None or old is None:
            self.findings, self.coverage, self.is_read = (), None, False
            self.proofed.emit(self.findings)
        if new is None:
            self._timer.stop()
        else:
            self._timer.start(FIRST_MS if old is None else QUIET_MS)

    @Slot()
    def read_now(self) -> None:
        """Read the check as it is now; an older reading that still runs is forgotten."""
        self._timer.stop()
        if not self._desk.has_check:
            return
        if self._job is not None:
            self._jobs.cancel(self._job)
        check, house = self._desk.check, self._house()
        noticed = dict(self._noticing.all())

        def keep(read: _Reading) -> None:
            self._job = None
            self.findings, self.coverage, self.is_read = read.findings, read.coverage, True
            self._tell(read.trouble)
            self.proofed.emit(read.findings)

        self._job = self._jobs.submit(
            self.tr("Reading the check …"),
            lambda _: _findings(check, house, noticed),
            keep,
            lambda _: None,
        )


class _Reading(NamedTuple):
    """What one run found, and what is wrong with the house's own rules, if anything is."""

    findings: tuple[Finding, ...]
    coverage: Coverage
    trouble: UserError | None = None


def _findings(check: Check, house: House, noticed: Mapping[str, Inspection]) -> _Reading:
    from workbench.house.house import house_folder
    from workbench.house.rule_book import load_rule_book
    from workbench.house.words import load_words
    from workbench.publish.proof import proof_of
    from workbench.rules.coverage import coverage_of
    from workbench.rules.preflight.registry import preflight

    folder, trouble = house_folder(os.environ), None
    try:
        words, book = load_words(folder), load_rule_book(folder)
    except UserError as error:
        words, book, trouble = load_words(), load_rule_book(), error
    proof = proof_of(check, house, noticed, words)
    return _Reading(preflight(proof, book), coverage_of(proof), trouble)
