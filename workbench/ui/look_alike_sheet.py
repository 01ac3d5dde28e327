"""The warning of a look-alike: the claim's event and the other one side by side."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QVBoxLayout

from workbench.core.claim import Stance
from workbench.reading.sentence import sentences
from workbench.rules.account import AccountKind
from workbench.rules.look_alike import Difference
from workbench.ui.event_wording import differs_words, moment_words, names_of
from workbench.ui.form import caption, card, empty_out, muted, small_button
from workbench.ui.overlay import Overlay
from workbench.ui.wording import STANCE_WORDS

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent
    from PySide6.QtWidgets import QWidget

    from workbench.core.check import Check
    from workbench.core.claim import Action
    from workbench.rules.account import Telling
    from workbench.rules.look_alike import LookAlike

_WIDTH = 860
_AROUND = 320
"""Code points shown of a sentence at most."""


class LookAlikeSheet(Overlay):
    """Shows two events in two columns, with the parts in which they differ marked.

    Signals:
        answered: (claim id, Stance) the stretch is to be tied like that.
        known: (key of the look-alike) the person knows; it is not to be shown again.
    """

    answered = Signal(str, object)
    known = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, width=_WIDTH)
        self.setObjectName("look_alike_sheet")
        self._found: LookAlike | None = None
        self._stance: Stance | None = None
        self._heading = QLabel(self.tr("This looks like another event"))
        self._heading.setProperty("role", "heading")
        self._differs = QLabel()
        self._differs.setObjectName("look_alike_differs")
        self._differs.setProperty("role", "warning")
        self._differs.setWordWrap(True)
        self._sides = QHBoxLayout()
        self._sides.setSpacing(12)
        self.context = small_button(self.tr("Attach as context  (Enter)"), "attach_context")
        self.context.clicked.connect(lambda: self._answer(Stance.CONTEXT))
        self.chosen = small_button("", "attach_chosen")
        self.chosen.clicked.connect(lambda: self._answer(self._stance or Stance.CONTEXT))
        self.know = small_button(self.tr("I know: it is another event"), "look_alike_known")
        self.know.clicked.connect(self._on_known)
        self.cancel = small_button(self.tr("Close  (Esc)"), "look_alike_close")
        self.cancel.clicked.connect(self.close_sheet)
        row = QHBoxLayout()
        row.setSpacing(8)
        for button in (self.context, self.chosen, self.know):
            row.addWidget(button)
        row.addStretch(1)
        row.addWidget(self.cancel)
        self.column.addWidget(self._heading)
        self.column.addWidget(self._differs)
        self.column.addLayout(self._sides)
        self.column.addSpacing(4)
        self.column.addLayout(row)

    def ask(self, check: Check, found: LookAlike, told: Telling, stance: Stance) -> None:
        """Warn before words that tell of a look-alike are tied to a claim with a stance."""
        self._stance = stance
        self._heading.setText(self.tr("Another event? Look before it is attached"))
        self.chosen.setText(
            self.tr("Attach as chosen: {stance}  (A)").format(stance=STANCE_WORDS[stance])
        )
        self._show(check, found, told)
        self._arrange(asking=True)

    def compare(self, check: Check, found: LookAlike) -> None:
        """Show a look-alike beside the claim's own event."""
        self._stance = None
        self._heading.setText(self.tr("Looks like another event"))
        self._show(check, found, None)
        self._arrange(asking=False)

    def _arrange(self, *, asking: bool) -> None:
        found = self._found
        self.context.setVisible(asking)
        self.chosen.setVisible(asking)
        self.cancel.setText(self.tr("Attach nothing  (Esc)") if asking else self.tr("Close  (Esc)"))
        self.know.setVisible(not asking and found is not None and not found.is_settled)
        self.open()
        target = self.context if asking else self.know if self.know.isVisible() else self.cancel
        target.setFocus()

    def _show(self, check: Check, found: LookAlike, told: Telling | None) -> None:
        self._found = found
        self._differs.setText(differs_words(found))
        empty_out(self._sides)
        number = check.claim_number(found.claim_id)
        claim = check.claim(found.claim_id)
        own = found.own[0] if found.own else None
        what = next(acc.what for acc in found.event.accounts if acc.kind is not AccountKind.CLAIM)
        self._sides.addWidget(
            self._side(
                check,
                self.tr("Claim {number}").format(number=number),
                found.claimed,
                moment_words(found.claimed.when),
                found,
                own,
                claim.wording,
            ),
            1,
        )
        other = told or next(iter(found.tellings), None)
        self._sides.addWidget(
            self._side(
                check,
                self.tr("These words") if told else self.tr("The other event"),
                what,
                moment_words(found.event.when),
                found,
                other,
                "",
            ),
            1,
        )

    def _side(
        self,
        check: Check,
        title: str,
        what: Action,
        when: str,
        found: LookAlike,
        telling: Telling | None,
        wording: str,
    ) -> QFrame:
        side = card()
        column = QVBoxLayout(side)
        column.setContentsMargins(14, 8, 14, 12)
        column.setSpacing(6)
        column.addWidget(caption(title))
        column.addLayout(self._parts(what, when, found))
        if wording:
            column.addWidget(_words(f"“{escape(wording)}”"))
        if telling is not None:
            column.addWidget(muted(names_of(check, (telling.source_id,))))
            column.addWidget(_words(_sentence(check, telling)))
        column.addStretch(1)
        return side

    def _parts(self, what: Action, when: str, found: LookAlike) -> QGridLayout:
        """Return who, what, whom and when under each other, what differs marked by a sign."""
        turned = Difference.DIRECTION in found.differs
        lines = (
            (self.tr("Who"), what.actor, turned or Difference.ACTOR in found.differs),
            (self.tr("Did what"), what.action, False),
            (self.tr("To whom"), what.recipient, turned or Difference.RECIPIENT in found.differs),
            (self.tr("When"), when, Difference.DATE in found.differs),
        )
        grid = QGridLayout()
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(3)
        grid.setColumnStretch(1, 1)
        for line, (name, words, differs) in enumerate(lines):
            label = QLabel(f"≠ {words}" if differs else words or "—")
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
            label.setProperty("role", "differs" if differs else "plain")
            grid.addWidget(muted(name, wrap=False), line, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(label, line, 1)
        return grid

    def _answer(self, stance: Stance) -> None:
        found = self._found
        self.close_sheet()
        if found is not None:
            self.answered.emit(found.claim_id, stance)

    def _on_known(self) -> None:
        found = self._found
        self.close_sheet()
        if found is not None:
            self.known.emit(found.key)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Attach as chosen with A, as context with C; Enter presses the button in focus."""
        if self._stance is not None and event.key() == Qt.Key.Key_A:
            self._answer(self._stance)
        elif self._stance is not None and event.key() == Qt.Key.Key_C:
            self._answer(Stance.CONTEXT)
        else:
            super().keyPressEvent(event)


def _words(html: str) -> QLabel:
    label = QLabel(html)
    label.setTextFormat(Qt.TextFormat.RichText)
    label.setWordWrap(True)
    return label


def _sentence(check: Check, telling: Telling) -> str:
    """Return the sentence of a stretch as HTML, the stretch in it emphasised."""
    source = check.source(telling.source_id)
    version = next((v for v in source.versions if v.id == telling.version_id), None)
    if version is None:
        return f"“<b>{escape(telling.text)}</b>”"
    text = version.text
    start, end = telling.start, telling.end
    for begin, stop in sentences(text):
        if begin < end and start < stop:
            start, end = min(start, begin), max(end, stop)
    start, end = max(start, telling.start - _AROUND), min(end, telling.end + _AROUND)
    before = _folded(text[start : telling.start])
    inside = _folded(text[telling.start : telling.end])
    behind = _folded(text[telling.end : end])
    return f"“{before}<b>{inside}</b>{behind}”"


def _folded(text: str) -> str:
    words = " ".join(text.split())
    lead = " " if text[:1].isspace() and words else ""
    tail = " " if text[-1:].isspace() and words else ""
    return escape(f"{lead}{words}{tail}")
