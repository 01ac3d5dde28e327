"""The strip over an article: who published it, when, what kind of text it is, what it rests on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from workbench.core.source import SourceType
from workbench.rules.flag import flags_of
from workbench.ui.cut_label import CutLabel
from workbench.ui.flow import FlowLayout
from workbench.ui.form import muted
from workbench.ui.language import told
from workbench.ui.moment import shown_form
from workbench.ui.theme import current_zoom
from workbench.ui.wording import FLAG_WORDS, SOURCE_TYPE_WORDS, date_words

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from workbench.core.check import Check
    from workbench.core.source import Source

_CHIP_SHARE = 0.4
_SHORT_FROM = 1.9
"""Zoom of the interface from which there is room for one line only."""


class SourceStrip(QFrame):
    """Two lines about the source on show, with its type and flags as labels."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("source_strip")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self._line = QLabel()
        self._line.setObjectName("source_line")
        self._line.setTextFormat(Qt.TextFormat.PlainText)
        self._line.setWordWrap(True)
        self._chain = muted()
        self._chain.setObjectName("source_chain")
        self._short = CutLabel()  # for large words: the article is what is read here
        self._short.setProperty("role", "strong")
        self._labels: list[QLabel] = []
        self._chips = QWidget()
        self._flow = FlowLayout(self._chips)
        text = QVBoxLayout()
        text.setSpacing(2)
        text.addWidget(self._line)
        text.addWidget(self._chain)
        text.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(20, 8, 20, 8)
        row.setSpacing(12)
        row.addWidget(self._short, 1)
        row.addLayout(text, 1)
        row.addWidget(self._chips, 0, Qt.AlignmentFlag.AlignTop)

    def show_source(self, check: Check, source: Source) -> None:
        """Show a source of a check."""
        self._line.setText(self._line_words(source))
        self._line.setToolTip(date_words(source.published))
        self._chain.setText(self._chain_words(check, source))
        words = [FLAG_WORDS[flag] for flag in flags_of(source)]
        if source.type is not SourceType.UNSET:
            words.insert(0, SOURCE_TYPE_WORDS[source.type])
        self._show_chips(words, has_type=source.type is not SourceType.UNSET)

    def _line_words(self, source: Source) -> str:
        """Return outlet, byline and date, as far as they are stated."""
        parts = [source.outlet or self.tr("Outlet not stated"), source.byline]
        parts.append(self._date_words(source))
        return "  ·  ".join(part for part in parts if part)

    def _date_words(self, source: Source) -> str:
        if not source.published.is_known:
            return date_words(source.published)
        return f"{shown_form(source.published)} ({told(source.published.basis.value)})"

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
        for chip in self._labels:
            self._flow.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        self._labels = [QLabel(word) for word in words]
        for place, chip in enumerate(self._labels):
            chip.setProperty("role", "chip" if has_type and place == 0 else "flag")
            self._flow.addWidget(chip)
        self._fit()

    def _fit(self) -> None:
        """Show all there is, or one line of it where words are large; the tab has the rest."""
        short = current_zoom() >= _SHORT_FROM
        chips = ", ".join(label.text() for label in self._labels)
        told = (self._line.text(), chips, self._chain.text())
        self._short.show_words("  ·  ".join(part for part in told if part))
        self._short.setVisible(short)
        self._line.setVisible(not short)
        self._chain.setVisible(not short and bool(self._chain.text()))
        self._chips.setVisible(not short and bool(self._labels))
        self._fit_chips()

    def _fit_chips(self) -> None:
        """Take the width the labels need, up to a part of the strip; then they wrap."""
        widths = [chip.sizeHint().width() for chip in self._labels]
        wanted = sum(widths) + 6 * max(len(widths) - 1, 0)
        most = max(round(self.width() * _CHIP_SHARE), max(widths, default=0))
        self._chips.setFixedWidth(min(wanted, most))

    def changeEvent(self, event: QEvent) -> None:
        """Take the room that larger or smaller words need."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the width anew."""
        super().resizeEvent(event)
        self._fit_chips()
