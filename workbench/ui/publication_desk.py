"""Publication in the window: where the open check stands, told everywhere, and its moves."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QGuiApplication

from workbench import clock
from workbench.core import change_state
from workbench.core.date import stated
from workbench.core.record import CheckState, StateChange
from workbench.ui import setting
from workbench.ui.approving import Approving
from workbench.ui.form import sentence_case
from workbench.ui.rating_desk import RatingDesk
from workbench.ui.standing_watch import StandingWatch
from workbench.ui.watch_desk import WatchDesk
from workbench.ui.withdrawal_watch import WithdrawalWatch
from workbench.ui.wording import STATE_WORDS

if TYPE_CHECKING:
    from workbench.core.check import Check
    from workbench.core.export_record import ExportRecord
    from workbench.core.finding import Finding
    from workbench.core.record import Correction
    from workbench.publish.standing import Standing
    from workbench.ui.main_window import MainWindow
    from workbench.ui.publication_pane import PublicationPane
    from workbench.ui.setting import Settings


_REVIEWERS_WORK: dict[str, tuple[str, ...]] = {
    "suggestions": ("show_suggestions",),
    "comments": ("show_comments",),
    "conflicts": ("show_conflicts",),
}
"""The actions that lead to what reviewers left."""


class PublicationDesk(QObject):
    """Tells where the open check stands wherever that is shown, and brings it further."""

    def __init__(self, window: MainWindow, settings: Settings) -> None:
        super().__init__(window)
        self._window = window
        self._settings = settings
        self._pane: PublicationPane | None = None
        self.approving = Approving(window)
        self.watch = StandingWatch(window.desk, window.house, window.shelf, self)
        self.watch.is_wanted = lambda: self._is_shown
        self.watch.looked.connect(self._on_looked)
        window.desk.check_changed.connect(self._on_check_changed)
        window.exporter.exported.connect(self._on_exported)
        window.preflight.proofing.proofed.connect(self._on_proofed)
        window.workspace.pane_makers["publication"] = self._made_pane
        window.workspace.tab_shown.connect(self._on_tab_shown)
        window.status.publication_asked.connect(self.follow)
        window.workspace.header.publication_asked.connect(self.follow)
        self.withdrawals = WithdrawalWatch(window)
        self.rating = RatingDesk(window, settings)
        self.watched = WatchDesk(window)
        if window.desk.has_check:
            self._on_check_changed(None, window.desk.check)

    def shutdown(self) -> None:
        """Stop comparing; the window is closing."""
        self.watch.shutdown()
        self.withdrawals.shutdown()
        self.rating.shutdown()

    # -- where it stands

    @property
    def _is_shown(self) -> bool:
        return self._pane is not None and self._pane.isVisible()

    @Slot(object, object)
    def _on_looked(self, check: Check, standing: Standing) -> None:
        """Show where the check stands wherever that has a place."""
        from workbench.ui.standing_word import lapse_words, standing_words, way_words

        window = self._window
        is_amiss = standing.is_lapsed or bool(standing.changes)
        window.status.show_standing(way_words(check, standing), is_amiss=is_amiss)
        window.workspace.header.show_withdrawal(lapse_words(standing))
        if self._pane is not None:
            errors = sum(one.severity.value == "error" for one in window.preflight.open_findings)
            self._pane.show_standing(check, standing, errors, self.approving.asked(standing))
        if window.workspace.tab == "draft":
            words = standing_words(check, standing)
            window.workspace.draft.record.show_standing(words, is_amiss=is_amiss)

    @Slot(object, object)
    def _on_check_changed(self, old: Check | None, new: Check | None) -> None:
        if new is None:
            return
        if old is None or old.state is not new.state:
            words = sentence_case(STATE_WORDS[new.state])
            self._window.status.show_standing(words, is_amiss=False)
        if self._is_shown and (old is None or _is_moved(old, new)):
            self.watch.look()

    @Slot(object)
    def _on_exported(self, _paths: object) -> None:
        self.watch.look_again()

    @Slot(object)
    def _on_proofed(self, _findings: tuple[Finding, ...]) -> None:
        if self._is_shown:
            self.watch.look_soon()

    @Slot(str)
    def _on_tab_shown(self, tab: str) -> None:
        if tab == "draft":
            record = self._window.workspace.draft.record
            if not record.is_joined:
                record.is_joined = True
                record.publication_asked.connect(self.follow)
            self.watch.look_soon()
        elif tab == "publication":
            self.watch.look()

    # -- ways

    @Slot()
    def follow(self) -> None:
        """Go where the check stands; to the form of a correction, if one is called for."""
        standing = self.watch.standing
        self._window.workspace.enter_tab("publication")
        if self._pane is not None and standing.changes:
            self._pane.begin_correction()

    def _made_pane(self) -> PublicationPane:
        from workbench.ui.publication_pane import PublicationPane

        pane = self._pane = PublicationPane()
        pane.state.who.setText(self._settings.get(setting.PERSON))
        pane.state.form.set_role(self._settings.get(setting.ROLE))
        pane.state.state_asked.connect(self._on_state_asked)
        pane.state.way_asked.connect(self._on_way_asked)
        pane.state.changes_asked.connect(self._show_since_approval)
        pane.state.finding_asked.connect(self._window.preflight.go_to)
        pane.state.sign_offs.changes_asked.connect(self._show_since_sign_off)
        pane.exports.changes_asked.connect(self._show_since_export)
        pane.exports.copied.connect(self._copy)
        pane.export_button.clicked.connect(self._window.exporter.ask)
        pane.see_since.clicked.connect(self._show_since_published)
        pane.corrections.correction_asked.connect(self._on_correction_asked)
        pane.corrections.removal_asked.connect(self._on_removal_asked)
        return pane

    @Slot(str)
    def _on_way_asked(self, missing: str) -> None:
        from workbench.rules.state_gate import Missing

        window = self._window
        if missing == Missing.DATE:
            today = clock.now().astimezone().date().isoformat()
            window.desk.edit(
                self.tr("Set date of publication"),
                lambda check: replace(check, published=stated(today)),
            )
            self.watch.look()
        elif missing == Missing.HEADLINE:
            window.workspace.header.title.setFocus()
        elif missing == Missing.APPROVAL:
            self._show_since_approval()
        elif missing in ("errors", Missing.FINDINGS):
            window.workspace.enter_tab("preflight")
        elif missing in (Missing.VOTES, Missing.RATING):
            window.workspace.enter_tab("draft")
            window.workspace.draft.show_rating()
        elif missing in _REVIEWERS_WORK:
            self._show_reviewers_work(missing)
        elif missing == Missing.CHECKLIST and self._pane is not None:
            self._pane.state.form.begin()
        elif missing == Missing.ROLE and self._pane is not None:
            self._pane.state.form.begin_role()
        elif self._pane is not None:
            self._pane.state.who.setFocus()
            self._pane.state.who.selectAll()

    # -- moves

    @property
    def _who(self) -> str:
        return " ".join(self._pane.state.who.text().split()) if self._pane is not None else ""

    @Slot(object)
    def _on_state_asked(self, state: CheckState) -> None:
        from workbench.rules.state_gate import obstacles

        desk, standing = self._window.desk, self.watch.standing
        who = self._who
        if state is CheckState.APPROVED:
            if not self._approve():
                return
        elif obstacles(desk.check, state, who, is_changed=standing.is_lapsed):
            if self._pane is not None:
                self._pane.state.tell_missing(state)
            return
        else:
            self._settings.set(setting.PERSON, who)
            step = StateChange(id=clock.new_id(), state=state, who=who, at=clock.now())
            desk.edit(self.tr("Change state"), lambda check: change_state.with_state(check, step))
        self.watch.look()

    def _approve(self) -> bool:
        """Approve the words as they are, if the house's gate lets the person through."""
        from workbench.rules.sign_off_gate import sign_off_obstacles

        if self._pane is None:
            return False
        state = self._pane.state
        state.take_asked(self.approving.asked(self.watch.standing, reads=True))
        asked = state.asked
        if sign_off_obstacles(self._window.desk.check, asked):
            state.tell_missing(CheckState.APPROVED)
            return False
        self._settings.set(setting.PERSON, asked.name)
        self._settings.set(setting.ROLE, asked.role)
        if not self.approving.approve(asked):
            return False
        state.form.clear()
        self.watch.look_again()
        return True

    def _show_reviewers_work(self, missing: str) -> None:
        """Go to what reviewers left, where the window has a place for it."""
        actions = self._window.action_set.by_name
        for name in _REVIEWERS_WORK[missing]:
            if name in actions:
                actions[name].trigger()
                return

    @Slot(object)
    def _on_correction_asked(self, correction: Correction) -> None:
        from workbench.rules.state_gate import correction_obstacles

        if self._pane is None:
            return
        desk, form = self._window.desk, self._pane.corrections.form
        if desk.is_read_only:  # what was written stays in the form
            desk.edit_refused.emit()
            return
        exports = tuple(one.id for one in self.watch.standing.exports)
        told = correction_obstacles(desk.check, correction, exports)
        if not told and not self._who:
            told = (self.tr("Say by whom, at the top."),)
        if told:
            form.tell(told)
            return
        self._settings.set(setting.PERSON, self._who)
        step = StateChange(
            id=clock.new_id(), state=CheckState.CORRECTED, who=self._who, at=clock.now()
        )
        is_new = all(one.id != correction.id for one in desk.check.corrections)
        desk.edit(
            self.tr("Add correction") if is_new else self.tr("Change correction"),
            lambda check: change_state.with_correction(check, correction, step),
        )
        self._pane.corrections.close_form()
        self.watch.look()

    @Slot(str)
    def _on_removal_asked(self, correction_id: str) -> None:
        self._window.desk.edit(
            self.tr("Remove correction"),
            lambda check: change_state.without_correction(check, correction_id),
        )
        self._window.workspace.removed.emit(self.tr("Correction removed."))
        self.watch.look()

    # -- what changed

    @Slot()
    def _show_since_approval(self) -> None:
        from workbench.ui.standing_word import moment

        approval = self.watch.standing.approval
        if approval is not None:
            words = self.tr("What changed since {name} approved it, {when}")
            given = approval.sign_off
            heading = words.format(name=given.name, when=moment(given.at))
            self._show_changes(heading, approval.changes)

    @Slot(int)
    def _show_since_sign_off(self, place: int) -> None:
        from workbench.ui.standing_word import moment

        approval = self.watch.standing.approvals[place]
        words = self.tr("What changed since {name} approved it, {when}")
        given = approval.sign_off
        self._show_changes(words.format(name=given.name, when=moment(given.at)), approval.changes)

    @Slot(int)
    def _show_since_export(self, number: int) -> None:
        from workbench.publish.standing import since_export

        export = self.watch.standing.exports[number - 1]
        changes = since_export(self._window.desk.check, self._window.house(), export)
        self._show_changes(self._since_words(number, export), changes)

    @Slot()
    def _show_since_published(self) -> None:
        standing = self.watch.standing
        if standing.published is not None:
            number = standing.exports.index(standing.published) + 1
            heading = self._since_words(number, standing.published)
            self._show_changes(heading, standing.changes)

    def _since_words(self, number: int, export: ExportRecord) -> str:
        from workbench.ui.standing_word import moment

        words = self.tr("What changed since export {n}, {when}")
        return words.format(n=number, when=moment(export.at))

    def _show_changes(self, heading: str, changes: object) -> None:
        from workbench.ui.change_sheet import ChangeSheet

        ChangeSheet.of(self._window).show_changes(heading, changes)  # type: ignore[arg-type]

    @Slot(str, str)
    def _copy(self, what: str, text: str) -> None:
        QGuiApplication.clipboard().setText(text)
        self._window.notices.say(self.tr("{what} copied.").format(what=what))


def _is_moved(old: Check, new: Check) -> bool:
    """Return whether something about the way out itself is different."""
    return (old.state, old.state_changes, old.sign_offs, old.corrections) != (
        new.state,
        new.state_changes,
        new.sign_offs,
        new.corrections,
    )
