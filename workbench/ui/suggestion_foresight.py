"""What the pre-flight would find if a suggestion were taken: read in the background, one by one."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from workbench.ui.job import JobRunner

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from workbench.core.check import Check
    from workbench.core.finding import Finding
    from workbench.core.review import Suggestion
    from workbench.house.house import House
    from workbench.reading.inspection import Inspection
    from workbench.ui.noticing import Noticing

_QUIET_MS = 150
_MOST = 200
"""Suggestions that are looked into; nobody reads more of them at one sitting."""


class Foresight(QObject):
    """Looks ahead for the open suggestions of a check.

    Signals:
        foreseen: what is known so far, by suggestion: the messages of findings it would cause.
    """

    foreseen = Signal(object)

    def __init__(self, house: Callable[[], House], noticing: Noticing, parent: QObject) -> None:
        super().__init__(parent)
        self._house = house
        self._noticing = noticing
        self._jobs = JobRunner(self)
        self._timer = QTimer(self, singleShot=True, interval=_QUIET_MS)
        self._timer.timeout.connect(self._begin)
        self._check: Check | None = None
        self._waiting: list[Suggestion] = []
        self._base: tuple[Finding, ...] | None = None
        self.known: dict[str, tuple[str, ...]] = {}

    @property
    def is_busy(self) -> bool:
        """Whether something is still being looked into."""
        return self._timer.isActive() or self._jobs.is_busy

    def look(self, check: Check, suggestions: Sequence[Suggestion]) -> None:
        """Look into suggestions for a check, in this order; what ran before is forgotten."""
        self._jobs.cancel_all()
        self._check, self._base = check, None
        self._waiting = list(suggestions)[:_MOST]
        ids = {one.id for one in suggestions}
        self.known = {key: words for key, words in self.known.items() if key in ids}
        self.foreseen.emit(self.known)
        self._timer.start()

    def shutdown(self) -> None:
        """Stop looking; the window is closing."""
        self._timer.stop()
        self._waiting = []
        self._jobs.shutdown()

    def _begin(self) -> None:
        if not self._waiting or self._check is None:
            return
        check, one, base = self._check, self._waiting.pop(0), self._base
        house, noticed = self._house(), dict(self._noticing.all())

        def keep(read: tuple[tuple[Finding, ...], tuple[Finding, ...]]) -> None:
            from workbench.ui.language import told

            self._base, caused = read
            words = tuple(dict.fromkeys(told(finding.message) for finding in caused))
            self.known = {**self.known, one.id: words}
            self.foreseen.emit(self.known)
            self._begin()

        self._jobs.submit(
            self.tr("Looking ahead …"),
            lambda _: _caused(check, one, house, noticed, base),
            keep,
            lambda _: self._begin(),
        )


def _caused(
    check: Check,
    one: Suggestion,
    house: House,
    noticed: Mapping[str, Inspection],
    base: tuple[Finding, ...] | None,
) -> tuple[tuple[Finding, ...], tuple[Finding, ...]]:
    """Return what is found in a check, and what would be found as well with a suggestion taken."""
    from workbench.house.house import house_folder
    from workbench.house.rule_book import load_rule_book
    from workbench.house.words import load_words
    from workbench.publish.proof import findings_in
    from workbench.publish.review_finding import findings_if_taken

    folder = house_folder(os.environ)
    words, book = load_words(folder), load_rule_book(folder)

    def find(state: Check) -> tuple[Finding, ...]:
        return findings_in(state, house, noticed, words, book)

    found = find(check) if base is None else base
    known = {id(check): found}
    return found, findings_if_taken(
        check, one, lambda state: known[id(state)] if id(state) in known else find(state)
    )
