"""Approving the open check: what the house asks for, and the sign-off itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from workbench import clock
from workbench.core.error import UserError
from workbench.core.record import CheckState, StateChange

if TYPE_CHECKING:
    from workbench.publish.standing import Standing
    from workbench.rules.sign_off_gate import Asked
    from workbench.ui.main_window import MainWindow


class Approving(QObject):
    """Gathers what the gate looks at, and gives a sign-off that it lets through."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window

    def asked(self, standing: Standing, *, reads: bool = False) -> Asked:
        """Return a sign-off of the open check that nobody has put a name to yet.

        reads: whether the pre-flight reads the check at once where it has not since a change.
        """
        from workbench.core.review_rule import EditorsBarred
        from workbench.rules.editor import editors_barred
        from workbench.rules.preflight.dismissal import open_findings
        from workbench.rules.sign_off_gate import Asked

        window = self._window
        check, house = window.desk.check, window.house()
        looks_back = house.review.bars_editors is not EditorsBarred.NOBODY
        revisions = window.shelf.store.history.states(check.id) if looks_back else ()
        proofing = window.preflight.proofing
        found = proofing.newest() if reads else proofing.findings
        return Asked(
            rules=house.review,
            scales=house.scales,
            findings=open_findings(found, check.dismissals),
            editors=editors_barred(check, revisions, house.review),
            signed=tuple(one.sign_off for one in standing.approvals if not one.is_changed),
            is_changed=standing.is_lapsed,
        )

    def approve(self, asked: Asked) -> bool:
        """Approve the words as they are, and keep them to be compared with; tell if it is done."""
        from workbench.publish.approval import approved_words
        from workbench.publish.sign_off import with_sign_off

        window = self._window
        desk = window.desk
        if desk.is_read_only:
            desk.edit_refused.emit()
            return False
        if not desk.flush():
            return False
        step = StateChange(
            id=clock.new_id(), state=CheckState.APPROVED, who=asked.name, at=clock.now()
        )
        words = approved_words(desk.check, window.house(), record_id=clock.new_id(), at=step.at)
        try:
            words = window.shelf.store.record_export(desk.check, words)
        except UserError as error:
            window.tell_trouble(error)
            return False
        desk.edit(self.tr("Approve"), lambda check: with_sign_off(check, words, step, asked))
        return True
