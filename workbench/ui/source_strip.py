"""The strip over an article: who published it, when, what kind of text it is, what it rests on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from workbench.core.source import SourceType
from workbench.publish.wording import FLAG_WORDS, SOURCE_TYPE_WORDS, date_words
from workbench.rules.flag import flags_of
from workbench.ui.flow import FlowLayout
from workbench.ui.form import muted

if TYPE_CHECKING:
    from workbench.core.check import Check
    from workbench.core.source import Source


class SourceStrip(QFrame):
    """Two lines about the source on show, with its type and flags as labels."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("source_strip")
        self._line = QLabel()
        self._line.setObjectName("source_line")
        self._line.setTextFormat(Qt.TextFormat.PlainText)
        self._line.setWordWrap(True)
        self._chain = muted()
        self._chain.setObjectName("source_chain")
        self._chips = QWidget()
        self._flow = FlowLayout(self._chips)
        text = QVBoxLayout()
        text.setSpacing(2)
        text.addWidget(self._line)
        text.addWidget(self._chain)
        row = QHBoxLayout(self)
        row.setContentsMargins(20, 8, 20, 8)
        row.setSpacing(12)
        row.addLayout(text, 3)
        row.addWidget(self._chips, 2, Qt.AlignmentFlag.AlignTop)

    def show_source(self, check: Check, source: Source) -> None:
        """Show a source of a check."""
        parts = [source.outlet or self.tr("Outlet not stated")]
        if source.byline:
            parts.append(source.byline)
        parts.append(date_words(source.published))
        self._line.setText("  ·  ".join(parts))
        self._chain.setText(self._chain_words(check, source))
        self._chain.setVisible(bool(self._chain.text()))
        words = [FLAG_WORDS[flag] for flag in flags_of(source)]
        if source.type is not SourceType.UNSET:
            words.insert(0, SOURCE_TYPE_WORDS[source.type])
        self._show_chips(words, has_type=source.type is not SourceType.UNSET)

    def _chain_words(self, check: Check, source: Source) -> str:
        if not source.relies_on:
            return ""
        hops = []
        for hop in source.relies_on:
            name = hop.name or check.source(hop.source_id).name
            hops.append(name if hop.in_hand else self.tr("{name}, not in hand").format(name=name))
        return self.tr("Relies on {names}. This text adds no independent origin.").format(
            names="; ".join(hops)
        )

    def _show_chips(self, words: list[str], *, has_type: bool) -> None:
        while self._flow.count():
            item = self._flow.takeAt(0)
            widget = item.widget() if item else None
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for place, word in enumerate(words):
            chip = QLabel(word)
            chip.setProperty("role", "chip" if has_type and place == 0 else "flag")
            self._flow.addWidget(chip)
        self._chips.setVisible(bool(words))
