"""The rating: a label of a house scale, own words if wanted, and one sentence of reason."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from workbench.ui.field import LineField, TextField
from workbench.ui.form import Choice, add_field, muted, stacked

if TYPE_CHECKING:
    from workbench.core.check import Check
    from workbench.core.verdict import RatingScale, Verdict
    from workbench.house.house import House


class VerdictCard(QWidget):
    """Edits the verdict of a check.

    Signals:
        edited: (Verdict, undo key; empty for a step of its own).
    """

    edited = Signal(object, str)

    def __init__(self, house: House, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._house = house
        self._verdict: Verdict | None = None
        self._shown_scale = ""
        self.scale = Choice((scale.key, scale.name) for scale in house.scales)
        self.scale.setObjectName("verdict_scale")
        self.label = Choice(())
        self.label.setObjectName("verdict_label")
        self._definition = muted()
        self.wording = LineField()
        self.wording.setObjectName("verdict_wording")
        self.wording.setPlaceholderText(self.tr("in your own words, in place of the label"))
        self.reason = TextField(least_lines=1, most_lines=4)
        self.reason.setObjectName("verdict_reason")
        self.reason.setPlaceholderText(self.tr("why, in one sentence"))
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addLayout(stacked(self.tr("Rating"), self.label), 1)
        row.addLayout(stacked(self.tr("Scale"), self.scale), 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(row)
        column.addWidget(self._definition)
        add_field(column, self.tr("Own wording"), self.wording)
        add_field(column, self.tr("Reason"), self.reason)
        self.scale.currentIndexChanged.connect(self._on_scale_chosen)
        self.label.currentIndexChanged.connect(self._on_label_chosen)
        self.wording.edited.connect(
            lambda text, step: self._change(f"verdict.wording:{step}", wording=text)
        )
        self.reason.edited.connect(
            lambda text, step: self._change(f"verdict.reason:{step}", reason=text)
        )

    def show_check(self, check: Check) -> None:
        """Show a check's verdict."""
        self._verdict = check.verdict
        scale = self._scale()
        if scale.key != self._shown_scale or self.label.findData(check.verdict.label) < 0:
            self._shown_scale = scale.key
            self._fill_labels(scale, check.verdict.label)
        self.scale.show_value(scale.key)
        self.label.show_value(check.verdict.label)
        label = scale.label(check.verdict.label)
        self._definition.setText(label.definition if label else "")
        self._definition.setVisible(label is not None)
        self.wording.show_text(check.verdict.wording)
        self.reason.show_text(check.verdict.reason)

    def _scale(self) -> RatingScale:
        key = self._verdict.scale if self._verdict else ""
        return self._house.scale(key) or self._house.scales[0]

    def _fill_labels(self, scale: RatingScale, chosen: str) -> None:
        self.label.blockSignals(True)
        self.label.clear()
        self.label.addItem(self.tr("Not rated yet"), "")
        for label in scale.labels:
            if not label.retired or label.key == chosen:
                name = label.name if not label.retired else self.tr("{name} (retired)")
                self.label.addItem(name.format(name=label.name), label.key)
        if chosen and self.label.findData(chosen) < 0:
            self.label.addItem(self.tr("{key}, not on this scale").format(key=chosen), chosen)
        self.label.blockSignals(False)

    def _on_scale_chosen(self) -> None:
        self._change("", scale=self.scale.value, label="")

    def _on_label_chosen(self) -> None:
        self._change("", scale=self._scale().key, label=self.label.value)

    def _change(self, key: str, **fields: str) -> None:
        if self._verdict is not None:
            self._verdict = replace(self._verdict, **fields)
            self.edited.emit(self._verdict, key)
