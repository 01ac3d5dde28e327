"""The pre-flight: what stands between the check and its readers, each with the way to its place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from workbench.core import change
from workbench.core.finding import Finding, Severity
from workbench.ui import command
from workbench.ui.finding_list import FindingListView
from workbench.ui.finding_place import place_words
from workbench.ui.form import link_button, muted

if TYPE_CHECKING:
    from workbench.core.check import Check
    from workbench.house.house import House
    from workbench.ui.desk import Desk
    from workbench.ui.proofing import Proofing


class PreflightPane(QWidget):
    """Lists the findings of the desk's check and sets them aside through the desk.

    Signals:
        finding_opened: (Finding) to be shown at its place.
        help_asked: (rule name).
        set_aside: (words) a notice that offers Undo.
        told: (words) a notice.
    """

    finding_opened = Signal(object)
    help_asked = Signal(str)
    set_aside = Signal(str)
    told = Signal(str)

    def __init__(
        self, desk: Desk, house: House, proofing: Proofing, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("preflight_pane")
        self._desk = desk
        self._house = house
        self._proofing = proofing
        self._shows_aside = False
        self._build()
        proofing.proofed.connect(self._show)
        desk.check_changed.connect(self._on_check_changed)
        self._show()

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 14, 20, 14)
        column.setSpacing(8)
        self._summary = QLabel()
        self._summary.setObjectName("preflight_summary")
        self._summary.setProperty("role", "heading")
        self._aside = link_button("", "preflight_aside")
        self._aside.clicked.connect(self._on_aside_clicked)
        head = QHBoxLayout()
        head.addWidget(self._summary)
        head.addStretch(1)
        head.addWidget(self._aside)
        column.addLayout(head)
        self._words = muted("")
        self._words.setObjectName("preflight_words")
        column.addWidget(self._words)
        self.list = FindingListView()
        self.list.finding_opened.connect(self.finding_opened)
        self.list.help_asked.connect(lambda finding: self.help_asked.emit(finding.rule))
        self.list.set_aside_asked.connect(self._on_set_aside_asked)
        column.addWidget(self.list, 1)
        self._hint = muted(
            self.tr(
                "Enter goes to the place, Ctrl+5 comes back, F8 goes to the next one. "
                "F1 tells why. Del sets a warning aside."
            )
        )
        column.addWidget(self._hint)
        self.setFocusProxy(self.list)

    def step(self, step: int) -> Finding | None:
        """Choose the next (1) or previous (-1) finding and return it; None if there is none."""
        return self.list.step(step)

    def restyle(self) -> None:
        """Take the colours of the current theme."""
        self.list.viewport().update()

    @Slot(object, object)
    def _on_check_changed(self, old: Check | None, new: Check | None) -> None:
        if new is None:
            return
        if old is None:
            self._shows_aside = False
        if old is None or old.dismissals != new.dismissals:
            self._show()

    @Slot(object)
    def _show(self, _findings: object = None) -> None:
        if not self._desk.has_check:
            return
        from workbench.rules.preflight.dismissal import is_set_aside, open_findings

        check, found = self._desk.check, self._proofing.findings
        still_open = open_findings(found, check.dismissals)
        aside = [finding for finding in found if is_set_aside(finding, check.dismissals)]
        self._shows_aside = self._shows_aside and bool(aside)
        shown = aside if self._shows_aside else list(still_open)
        self.list.show_findings(
            [(finding, place_words(finding, check, self._house)) for finding in shown]
        )
        self.list.setVisible(bool(shown))
        self._hint.setVisible(bool(shown))
        self._aside.setVisible(bool(aside))
        self._aside.setText(
            self.tr("Back to what is open")
            if self._shows_aside
            else self.tr("Set aside: {n}").format(n=len(aside))
        )
        self._summary.setText(
            self.tr("Set aside") if self._shows_aside else summary_words(still_open)
        )
        self._words.setText(self._explained(still_open))
        self._words.setVisible(bool(self._words.text()))

    def _explained(self, still_open: tuple[Finding, ...]) -> str:
        if self._shows_aside:
            return self.tr("Del takes one back among what is open.")
        if not self._proofing.is_read:
            return self.tr("The check is being read …")
        if not still_open:
            return self.tr(
                "Nothing was found. That is no proof: the rules know words, not the world."
            )
        if any(finding.severity is Severity.ERROR for finding in still_open):
            return self.tr("With errors open, the check goes out as a DRAFT only.")
        return ""

    @Slot(object)
    def _on_set_aside_asked(self, finding: Finding) -> None:
        from workbench.rules.preflight.dismissal import dismissal_key

        key = dismissal_key(finding)
        if self._shows_aside:
            self._desk.edit(
                self.tr("Open finding again"), lambda check: change.without_dismissal(check, key)
            )
        else:
            told = self.told if finding.severity is Severity.ERROR else self.set_aside
            told.emit(command.set_finding_aside(self._desk, finding))

    def _on_aside_clicked(self) -> None:
        self._shows_aside = not self._shows_aside
        self._show()
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)


def summary_words(findings: tuple[Finding, ...]) -> str:
    """Return the findings by severity in words: "2 errors · 1 warning"; a sentence for none."""
    from PySide6.QtCore import QCoreApplication

    def tr(text: str) -> str:
        return QCoreApplication.translate("preflight_pane", text)

    names = {
        Severity.ERROR: (tr("{n} error"), tr("{n} errors")),
        Severity.WARNING: (tr("{n} warning"), tr("{n} warnings")),
        Severity.NOTE: (tr("{n} note"), tr("{n} notes")),
    }
    counts = {level: sum(one.severity is level for one in findings) for level in Severity}
    parts = [names[level][count != 1].format(n=count) for level, count in counts.items() if count]
    return " · ".join(parts) or tr("Nothing found")
