"""Publication: the state of the check, the exports made, and the corrections, in one column."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from workbench.ui.correction_card import CorrectionCard
from workbench.ui.export_list import ExportList
from workbench.ui.form import FormScroll, link_button, muted, small_button
from workbench.ui.standing_word import standing_words
from workbench.ui.state_card import StateCard

if TYPE_CHECKING:
    from workbench.core.check import Check
    from workbench.publish.standing import Standing
    from workbench.rules.sign_off_gate import Asked


class PublicationPane(QWidget):
    """Shows where a check stands on its way out; its parts ask, and others act."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("publication_pane")
        self.state = StateCard()
        self.exports = ExportList()
        self.corrections = CorrectionCard()
        self.export_button = small_button(self.tr("Export …"), "publication_export")
        self._since = muted()
        self._since.setObjectName("publication_since")
        self.see_since = link_button(self.tr("See what changed"), "publication_since_see")
        self._form = FormScroll()
        column = self._form.column
        column.addWidget(_heading(self.tr("Publication")))
        column.addSpacing(8)
        column.addWidget(self.state)
        column.addSpacing(20)
        head = QHBoxLayout()
        head.addWidget(_heading(self.tr("Exports")), 1)
        head.addWidget(self.export_button)
        column.addLayout(head)
        column.addWidget(self.exports)
        column.addSpacing(20)
        column.addWidget(_heading(self.tr("Corrections")))
        since = QHBoxLayout()
        since.addWidget(self._since, 1)
        since.addWidget(self.see_since, 0, Qt.AlignmentFlag.AlignTop)
        column.addLayout(since)
        column.addWidget(self.corrections)
        column.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._form)
        self.setFocusProxy(self.state.who)

    def show_standing(self, check: Check, standing: Standing, errors: int, asked: Asked) -> None:
        """Show where a check stands, how many errors are open, and what the house asks for."""
        self.state.show_standing(check, standing, errors, asked)
        self.exports.show_exports(standing.exports)
        self.corrections.show_standing(check, standing)
        has_changed = standing.published is not None and bool(standing.changes)
        self._since.setText(f"{standing_words(check, standing)}.")
        self._since.setVisible(has_changed)
        self.see_since.setVisible(has_changed)
        if (layout := self._form.body.layout()) is not None:
            layout.activate()  # or what is clicked next moves away under the pointer

    def begin_correction(self) -> None:
        """Open the form of a correction and bring it into view."""
        self.corrections.begin()
        if (layout := self._form.body.layout()) is not None:
            layout.activate()  # or the form has no place yet
        self._form.body.adjustSize()
        top = self._since.mapTo(self._form.body, QPoint(0, 0)).y()
        self._form.verticalScrollBar().setValue(top - 8)

    def restyle(self) -> None:
        """Take the colours of the current theme."""
        self.state.track.update()


def _heading(words: str) -> QLabel:
    label = QLabel(words)
    label.setProperty("role", "heading")
    return label
