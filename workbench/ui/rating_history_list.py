"""How a check came to its rating: every rating it had, who gave it, when and why."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from workbench.ui.form import link_button, muted
from workbench.ui.moment import moment

if TYPE_CHECKING:
    from workbench.publish.rating_history import RatingStep

_SHOWN = 12


class RatingHistoryList(QWidget):
    """Lists the steps of a rating, the newest first; folded until somebody asks."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("rating_history")
        self._shown: tuple[RatingStep, ...] = ()
        self._body = QWidget(self)
        self._open = link_button("", "rating_history_open")
        self._open.setCheckable(True)
        self._open.toggled.connect(self._body.setVisible)
        self._rows = QVBoxLayout(self._body)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(2)
        self._body.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 0)
        column.setSpacing(2)
        column.addWidget(self._open, 0, Qt.AlignmentFlag.AlignLeading)
        column.addWidget(self._body)
        self.hide()

    def show_steps(self, steps: tuple[RatingStep, ...]) -> None:
        """Show how the rating changed; nothing while it was given once at most."""
        self.setVisible(len(steps) > 1)
        if steps == self._shown:
            return
        self._shown = steps
        self._open.setText(self.tr("How it was rated before ({n})").format(n=len(steps)))
        while self._rows.count():
            item = self._rows.takeAt(0)
            row = item.widget() if item else None
            if row is not None:
                row.hide()
                row.setParent(None)
                row.deleteLater()
        for place, step in enumerate(steps[:_SHOWN]):
            row = muted(self._words(step))
            row.setObjectName(f"rating_step_{place}")
            self._rows.addWidget(row)
        if len(steps) > _SHOWN:
            words = self.tr("and {n} earlier ones").format(n=len(steps) - _SHOWN)
            self._rows.addWidget(muted(words))

    def _words(self, step: RatingStep) -> str:
        told = [moment(step.at), step.who]
        if step.is_taken_back:
            told.append(self.tr("rating taken back"))
        elif step.rating:
            told.append(f"“{step.rating}”")
        if step.reason:
            told.append(step.reason)
        elif not step.rating and not step.is_taken_back:
            told.append(self.tr("reason removed"))
        return "  ·  ".join(part for part in told if part)
