"""Who says it inside the source, and the note on a piece of evidence."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QSpinBox, QVBoxLayout, QWidget

from workbench.core.claim import Attribution, AttributionKind
from workbench.ui.field import LineField
from workbench.ui.form import Choice, stacked

if TYPE_CHECKING:
    from workbench.core.claim import Evidence


class AttributionForm(QWidget):
    """Edits the attribution of a piece of evidence, and its note.

    Signals:
        changed: (Evidence, field name, step number).
    """

    changed = Signal(object, str, int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._evidence: Evidence | None = None
        self._kind = Choice(
            (
                (AttributionKind.UNSTATED, self.tr("not stated")),
                (AttributionKind.NAMED, self.tr("a named person")),
                (AttributionKind.ROLE_ONLY, self.tr("a role, without a name")),
                (AttributionKind.ANONYMOUS, self.tr("unnamed sources")),
                (AttributionKind.DOCUMENT, self.tr("a document")),
                (AttributionKind.BROADCAST, self.tr("a broadcast")),
                (AttributionKind.OUTLET, self.tr("another outlet")),
            )
        )
        self._kind.setObjectName("attribution_kind")
        self._name, self._descriptor, self._note = LineField(), LineField(), LineField()
        self._name.setObjectName("attribution_name")
        self._descriptor.setObjectName("attribution_descriptor")
        self._note.setObjectName("evidence_note")
        self._count = QSpinBox()
        self._count.setObjectName("attribution_count")
        self._count.setRange(0, 999)
        self._count.setSpecialValueText(self.tr("not said"))
        self._build()
        self.setFocusProxy(self._kind)
        self._kind.currentIndexChanged.connect(lambda: self._change("kind", 0))
        self._name.edited.connect(lambda _, step: self._change("name", step))
        self._descriptor.edited.connect(lambda _, step: self._change("descriptor", step))
        self._count.valueChanged.connect(lambda: self._change("count", 0))
        self._note.edited.connect(self._on_note_edited)

    def _build(self) -> None:
        first, second = QHBoxLayout(), QHBoxLayout()
        first.addLayout(stacked(self.tr("Who says it"), self._kind))
        first.addLayout(stacked(self.tr("Name"), self._name), 1)
        second.addLayout(stacked(self.tr("Described as"), self._descriptor), 1)
        second.addLayout(stacked(self.tr("How many"), self._count))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 4)
        for part in (first, second, stacked(self.tr("Note, never exported"), self._note)):
            column.addLayout(part)

    def show_evidence(self, evidence: Evidence) -> None:
        """Show a value."""
        self._evidence = evidence
        attribution = evidence.attribution
        self._kind.show_value(attribution.kind)
        self._name.show_text(attribution.name)
        self._descriptor.show_text(attribution.descriptor)
        self._count.blockSignals(True)
        self._count.setValue(attribution.count)
        self._count.blockSignals(False)
        self._count.setEnabled(attribution.kind is AttributionKind.ANONYMOUS)
        self._note.show_text(evidence.note)

    def _change(self, field: str, step: int) -> None:
        if self._evidence is None:
            return
        kind = AttributionKind(self._kind.value)
        attribution = Attribution(
            kind=kind,
            name=self._name.text(),
            descriptor=self._descriptor.text(),
            count=self._count.value() if kind is AttributionKind.ANONYMOUS else 0,
        )
        self.changed.emit(replace(self._evidence, attribution=attribution), field, step)

    def _on_note_edited(self, text: str, step: int) -> None:
        if self._evidence is not None:
            self.changed.emit(replace(self._evidence, note=text), "note", step)
