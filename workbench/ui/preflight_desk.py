"""The pre-flight in the window: its tab, its count in the header, and the way to each finding."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from workbench.ui.proofing import Proofing

if TYPE_CHECKING:
    from workbench.core.error import UserError
    from workbench.core.finding import Finding
    from workbench.ui.main_window import MainWindow
    from workbench.ui.marking import Marking
    from workbench.ui.preflight_pane import PreflightPane
    from workbench.ui.rule_sheet import RuleSheet


class PreflightDesk(QObject):
    """Joins proofing, the tab of findings and the fields that they lead to."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._pane: PreflightPane | None = None
        self._sheet: RuleSheet | None = None
        self._marking: Marking | None = None
        self.proofing = Proofing(window.desk, window.house, window.noticing, self)
        self.proofing.proofed.connect(self._show_count)
        self.proofing.troubled.connect(self._on_troubled)
        window.desk.check_changed.connect(self._on_check_changed)
        window.workspace.pane_makers["preflight"] = self._made_pane
        window.exporter.findings = self.proofing.newest

    @property
    def open_findings(self) -> tuple[Finding, ...]:
        """The findings of the open check that are not set aside."""
        from workbench.rules.preflight.dismissal import open_findings

        if not self._window.desk.has_check:
            return ()
        return open_findings(self.proofing.findings, self._window.desk.check.dismissals)

    def step(self, step: int) -> None:
        """Go to the next (1) or previous (-1) finding, whatever tab is in front."""
        if not self._window.shows_check:
            return
        self._window.workspace.make_pane("preflight")
        finding = self._pane.step(step) if self._pane is not None else None
        if finding is None:
            self._window.notices.say(self.tr("The pre-flight has found nothing."))
        else:
            self.go_to(finding)
            self._window.notices.say(finding.message)

    def step_here(self, step: int) -> None:
        """Go to the next (1) or previous (-1) finding in the field that is written in."""
        if self._window.shows_check and (self._marking is None or self._marking.step(step) is None):
            self._window.notices.say(self.tr("Nothing is found in the words here."))

    def set_aside_here(self) -> None:
        """Set the finding at the caret aside."""
        if self._window.shows_check and (self._marking is None or not self._marking.ask_aside()):
            self._window.notices.say(self.tr("Put the cursor into underlined words first."))

    def shutdown(self) -> None:
        """Stop reading; the window is closing."""
        self.proofing.shutdown()

    def _made_pane(self) -> PreflightPane:
        from workbench.ui.preflight_pane import PreflightPane

        window = self._window
        pane = self._pane = PreflightPane(window.desk, window.house(), self.proofing)
        pane.finding_opened.connect(self.go_to)
        pane.help_asked.connect(self._show_rule)
        pane.set_aside.connect(window.workspace.removed)
        pane.told.connect(window.notices.say)
        return pane

    @Slot(object)
    def go_to(self, finding: Finding) -> None:
        """Go to the place of a finding."""
        from workbench.ui.finding_place import go_to

        go_to(self._window.workspace, self._window.desk.check, finding)

    @Slot(str)
    def _show_rule(self, rule: str) -> None:
        from workbench.ui.rule_sheet import RuleSheet

        if self._sheet is None:
            self._sheet = RuleSheet(self._window)
        self._sheet.show_rule(rule)

    @Slot(object)
    def _set_aside(self, finding: Finding) -> None:
        from workbench.ui.command import set_finding_aside

        words = set_finding_aside(self._window.desk, finding)
        if finding.severity.value == "error":
            self._window.notices.say(words)
        else:
            self._window.workspace.removed.emit(words)

    def _mark(self, findings: tuple[Finding, ...]) -> None:
        """Underline findings where they stand."""
        if self._marking is None:
            if not findings:
                return
            from workbench.ui.marking import Marking

            self._marking = Marking(self._window.workspace, self)
            self._marking.help_asked.connect(self._show_rule)
            self._marking.aside_asked.connect(self._set_aside)
        self._marking.show(findings)

    @Slot(object)
    def _on_troubled(self, error: UserError) -> None:
        words = self.tr("{trouble} The shipped rules are used instead.")
        self._window.notices.warn(words.format(trouble=error))

    @Slot(object, object)
    def _on_check_changed(self, old: object, new: object) -> None:
        if old is None or new is None or old.dismissals != new.dismissals:  # type: ignore[attr-defined]
            self._show_count()

    @Slot(object)
    def _show_count(self, _findings: object = None) -> None:
        found = self.open_findings if self.proofing.is_read else ()
        serious = sum(finding.severity.value != "note" for finding in found)
        self._window.workspace.header.show_count("preflight", serious)
        self._mark(found)
