"""The quiet lines on a claim's form about events that look like the claim's and are others."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from workbench.ui.event_wording import dated_event_words
from workbench.ui.form import empty_out, link_button
from workbench.ui.language import told

if TYPE_CHECKING:
    from collections.abc import Sequence

    from workbench.core.check import Check
    from workbench.rules.look_alike import LookAlike

_MOST = 3
"""Lines; more would shout, and the timeline has them all."""


class LookAlikeLine(QWidget):
    """Up to three lines, each with a link that shows both sentences side by side.

    Signals:
        compare_asked: (claim id, key of the look-alike).
    """

    compare_asked = Signal(str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("look_alike_line")
        self._shown: list[str] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 2, 0, 2)
        self._column.setSpacing(2)
        self.hide()

    def show_found(self, check: Check, found: Sequence[LookAlike]) -> None:
        """Show what is found of one claim of a check."""
        del check
        words = [_words(self.tr("≠ Looks like another event: {event} ({parts})"), o) for o in found]
        if words != self._shown:
            self._shown = words
            empty_out(self._column)
            for line, one in zip(words[:_MOST], found, strict=False):
                self._column.addWidget(self._line(line, one))
            if len(words) > _MOST:
                rest = self.tr("and {n} more on the timeline").format(n=len(words) - _MOST)
                self._column.addWidget(_label(rest, "muted"))
        self.setVisible(bool(words))

    def _line(self, words: str, one: LookAlike) -> QWidget:
        line = QWidget()
        compare = link_button(self.tr("Compare"), "look_alike_compare")
        compare.setAccessibleName(self.tr("Compare: {words}").format(words=words))
        claim_id, key = one.claim_id, one.key
        compare.clicked.connect(lambda: self.compare_asked.emit(claim_id, key))
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        label = _label(words, "warning")
        label.setObjectName("look_alike_words")
        row.addWidget(label, 1)
        row.addWidget(compare, 0, Qt.AlignmentFlag.AlignTop)
        return line


def _words(pattern: str, one: LookAlike) -> str:
    event = dated_event_words(one.event.what, one.event.when)
    return pattern.format(event=event, parts=", ".join(told(part.value) for part in one.differs))


def _label(words: str, role: str) -> QLabel:
    label = QLabel(words)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    label.setProperty("role", role)
    return label
