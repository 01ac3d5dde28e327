"""Findings under the words: which field each belongs to, and what can be done at the caret."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal, Slot
from PySide6.QtGui import QContextMenuEvent, QHelpEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QBoxLayout, QToolTip, QWidget

from workbench.core.finding import Severity
from workbench.ui.announcement import announce
from workbench.ui.field import TextField
from workbench.ui.field_mark import FieldMarks
from workbench.ui.finding_line import FindingLine
from workbench.ui.language import told

if TYPE_CHECKING:
    from collections.abc import Iterable

    from workbench.core.finding import Finding
    from workbench.ui.workspace_view import WorkspaceView

_PANES = ("draft_pane", "posts_pane")
"""Where fields are marked: what goes out is written there."""


class Marking(QObject):
    """Marks the findings in the fields of the draft and the posts.

    Signals:
        help_asked: (rule name).
        aside_asked: (Finding).
    """

    help_asked = Signal(str)
    aside_asked = Signal(object)

    def __init__(self, workspace: WorkspaceView, parent: QObject) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._marks: dict[str, FieldMarks] = {}
        self._lines: dict[str, FindingLine] = {}
        self._last: dict[str, FieldMarks] = {}
        self._findings: tuple[Finding, ...] = ()
        workspace.tab_shown.connect(self._on_tab_shown)

    def show(self, findings: Iterable[Finding]) -> None:
        """Mark findings; those of panes that are not there yet are marked when they are."""
        self._findings = tuple(findings)
        by_field: dict[str, list[Finding]] = {}
        for finding in self._findings:
            by_field.setdefault(_field_name(finding), []).append(finding)
        for name, found in by_field.items():
            if name not in self._marks and (field := self._field(name)) is not None:
                self._attach(name, field)
            if name in self._marks:
                self._marks[name].show(found)
        for name, marks in self._marks.items():
            if name not in by_field:
                marks.show(())
            self._describe(marks)
        self._tell()

    def step(self, step: int) -> Finding | None:
        """Go to the next (1) or previous (-1) finding in the field that is written in.

        Outside a field with findings, go to the first one of the tab. None if there is none.
        """
        marks = self._focused()
        if marks is None or not marks.findings:
            there = (one for one in self._marks.values() if one.findings and one.field.isVisible())
            marks = min(there, key=_height, default=None)
            if marks is None:
                return None
            marks.field.setFocus(Qt.FocusReason.OtherFocusReason)
        return marks.step(step)

    @property
    def at_caret(self) -> Finding | None:
        """The finding that the caret stands in."""
        marks = self._focused()
        return marks.at_caret if marks is not None else None

    def ask_aside(self) -> bool:
        """Ask to set the finding at the caret aside; tell whether there is one."""
        finding = self.at_caret
        if finding is not None:
            self.aside_asked.emit(finding)
        return finding is not None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """In marked words: F1 tells of the rule, the menu offers what can be done, and a tip."""
        field = watched if isinstance(watched, TextField) else watched.parent()
        if not isinstance(field, TextField):
            return False
        marks = self._marks.get(field.objectName())
        if marks is None:
            return False
        kind = event.type()
        if isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_F1:
            return not event.modifiers() and self._on_help_key(event, marks)
        if isinstance(event, QContextMenuEvent) and watched is field.viewport():
            return self._on_menu(event, marks)
        if isinstance(event, QHelpEvent) and kind == QEvent.Type.ToolTip:
            return _on_tip(event, marks)
        if kind == QEvent.Type.FocusIn and watched is field:
            self._on_entered(marks, marks.at_caret)
        return False

    def _on_help_key(self, event: QKeyEvent, marks: FieldMarks) -> bool:
        if marks.at_caret is None:
            return False
        event.accept()
        if event.type() == QEvent.Type.KeyPress:
            self.help_asked.emit(marks.at_caret.rule)
        return True

    def _on_menu(self, event: QContextMenuEvent, marks: FieldMarks) -> bool:
        by_key = event.reason() == QContextMenuEvent.Reason.Keyboard
        finding = marks.at_caret if by_key else marks.under(event.pos())
        if finding is None:
            return False
        menu = marks.field.createStandardContextMenu()
        first = menu.actions()[0]
        made = [menu.addAction(self.tr("Why is this found?"))]
        made[0].triggered.connect(lambda: self.help_asked.emit(finding.rule))
        if finding.severity is not Severity.ERROR:
            made.append(menu.addAction(self.tr("No fault here: set the finding aside")))
            made[1].triggered.connect(lambda: self.aside_asked.emit(finding))
        menu.insertActions(first, made)
        menu.insertSeparator(first)
        menu.setObjectName("finding_menu")
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(event.globalPos())
        return True

    @Slot(str)
    def _on_tab_shown(self, _tab: str) -> None:
        self.show(self._findings)

    def _field(self, name: str) -> TextField | None:
        found: TextField | None = self._workspace.findChild(TextField, name)
        return found

    def _attach(self, name: str, field: TextField) -> None:
        marks = self._marks[name] = FieldMarks(field)
        marks.entered.connect(lambda finding: self._on_entered(marks, finding))
        marks.changed.connect(self._tell)
        field.installEventFilter(self)
        field.viewport().installEventFilter(self)
        pane = _pane_of(field)
        if pane is not None and pane.objectName() not in self._lines:
            line = self._lines[pane.objectName()] = FindingLine(pane.objectName())
            line.help_asked.connect(lambda finding: self.help_asked.emit(finding.rule))
            line.aside_asked.connect(lambda finding: self._on_aside_clicked(pane, finding))
            layout = pane.layout()
            if isinstance(layout, QBoxLayout):
                layout.setStretch(0, 1)
                layout.addWidget(line)

    def _on_entered(self, marks: FieldMarks, finding: Finding | None) -> None:
        pane = _pane_of(marks.field)
        if pane is not None and (marks.field.hasFocus() or QApplication.focusWidget() is None):
            self._last[pane.objectName()] = marks
        self._tell()
        if finding is not None and marks.field.hasFocus():
            announce(marks.field, f"{self._severity(finding)}: {told(finding.message)}")

    def _severity(self, finding: Finding) -> str:
        return {
            Severity.ERROR: self.tr("Error"),
            Severity.WARNING: self.tr("Warning"),
            Severity.NOTE: self.tr("Note"),
        }[finding.severity]

    def _describe(self, marks: FieldMarks) -> None:
        """Let a screen reader say on entering a field how much is found in it."""
        count = marks.count
        words = (
            self.tr("Findings under the words: {n}. F7 goes to the next one.").format(n=count)
            if count
            else ""
        )
        if words != marks.described:
            marks.described = words
            marks.field.setAccessibleDescription(words)

    def _tell(self) -> None:
        """Show in each pane's line what stands at the caret, else how much there is."""
        for name, line in self._lines.items():
            there = [one for one in self._marks.values() if _is_in(one.field, name)]
            last = self._last.get(name)
            at_caret = last.at_caret if last is not None and last in there else None
            line.show_finding(at_caret, sum(one.count for one in there))

    def _on_aside_clicked(self, pane: QWidget, finding: Finding) -> None:
        """Set a finding aside and go back to where it stood; the button is gone with it."""
        self._last[pane.objectName()].field.setFocus(Qt.FocusReason.OtherFocusReason)
        self.aside_asked.emit(finding)

    def _focused(self) -> FieldMarks | None:
        focused = QApplication.focusWidget()
        return self._marks.get(focused.objectName()) if isinstance(focused, TextField) else None


def _on_tip(event: QHelpEvent, marks: FieldMarks) -> bool:
    finding = marks.under(event.pos())
    if finding is None:
        return False
    words = told(f"{finding.message}\n{finding.help}".strip())
    QToolTip.showText(event.globalPos(), words, marks.field)
    return True


def _field_name(finding: Finding) -> str:
    """Return the name of the field in which the words of a finding are written."""
    part, item_id = finding.place.part, finding.place.item_id
    if part == "post":
        return f"post_text_{item_id}" if item_id else "post_common"
    return "verdict_reason" if part == "rating" else f"draft_{part}"


def _pane_of(field: QWidget) -> QWidget | None:
    parent = field.parentWidget()
    while parent is not None and parent.objectName() not in _PANES:
        parent = parent.parentWidget()
    return parent


def _is_in(field: QWidget, pane: str) -> bool:
    found = _pane_of(field)
    return found is not None and found.objectName() == pane and not field.isHidden()


def _height(marks: FieldMarks) -> int:
    return marks.field.mapToGlobal(QPoint(0, 0)).y()
