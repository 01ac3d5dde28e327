"""One piece of evidence: its words, where they stand, and what they do to the claim."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QFrame, QHBoxLayout, QLabel, QSpinBox, QVBoxLayout, QWidget

from workbench.core.claim import Attribution, AttributionKind, EvidenceKind, Stance
from workbench.core.quote import AnchorState
from workbench.publish.wording import STANCE_WORDS, attribution_words, source_name
from workbench.ui.field import LineField
from workbench.ui.form import Choice, link_button, muted, sentence_case, stacked

if TYPE_CHECKING:
    from workbench.core.check import Check
    from workbench.core.claim import Evidence

_QUOTE_LENGTH = 220
"""Code points of a quote shown in its row; the whole of it is in the article."""


class EvidenceRow(QFrame):
    """A row of the evidence card; its details open in place.

    Signals:
        changed: (Evidence, field name, step number).
        rests_changed: (evidence id, bool).
        shown: (evidence id) when the person wants to see it in the article.
        removed: (evidence id).
    """

    changed = Signal(object, str, int)
    rests_changed = Signal(str, bool)
    shown = Signal(str)
    removed = Signal(str)

    def __init__(self, evidence_id: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "row")
        self.setObjectName(f"evidence_{evidence_id}")
        self._evidence: Evidence | None = None
        self._id = evidence_id
        self._build()

    def _build(self) -> None:
        self._quote = QLabel()
        self._quote.setProperty("role", "quote")
        self._quote.setWordWrap(True)
        self._by = muted()
        self.rests = QCheckBox(self.tr("Status rests on this"))
        self.rests.setObjectName("evidence_rests")
        self.stance = Choice((stance, words) for stance, words in STANCE_WORDS.items())
        self.stance.setObjectName("evidence_stance")
        self.stance.setAccessibleName(self.tr("What this evidence does to the claim"))
        self._show = link_button(self.tr("Show"), "evidence_show")
        self._more = link_button(self.tr("Who says it"), "evidence_more")
        self._more.setCheckable(True)
        remove = link_button(self.tr("Remove"), "evidence_remove")
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.stance)
        row.addWidget(self.rests)
        row.addStretch(1)
        for button in (self._more, remove, self._show):
            row.addWidget(button)
        self._details = self._built_details()
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 12, 8)
        column.setSpacing(4)
        column.addWidget(self._quote)
        column.addWidget(self._by)
        column.addLayout(row)
        column.addWidget(self._details)
        self.stance.currentIndexChanged.connect(self._on_stance_chosen)
        self.rests.clicked.connect(lambda on: self.rests_changed.emit(self._id, on))
        self._show.clicked.connect(lambda: self.shown.emit(self._id))
        self._more.toggled.connect(self._details.setVisible)
        remove.clicked.connect(lambda: self.removed.emit(self._id))

    def _built_details(self) -> QWidget:
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
        self._name = LineField()
        self._name.setObjectName("attribution_name")
        self._descriptor = LineField()
        self._descriptor.setObjectName("attribution_descriptor")
        self._count = QSpinBox()
        self._count.setObjectName("attribution_count")
        self._count.setRange(0, 999)
        self._count.setSpecialValueText(self.tr("not said"))
        self._count.setAccessibleName(self.tr("How many unnamed sources"))
        self._note = LineField()
        self._note.setObjectName("evidence_note")
        first, second = QHBoxLayout(), QHBoxLayout()
        first.addLayout(stacked(self.tr("Who says it"), self._kind))
        first.addLayout(stacked(self.tr("Name"), self._name), 1)
        second.addLayout(stacked(self.tr("Described as"), self._descriptor), 1)
        second.addLayout(stacked(self.tr("How many"), self._count))
        column = QVBoxLayout()
        column.setContentsMargins(0, 4, 0, 4)
        for part in (first, second, stacked(self.tr("Note, never exported"), self._note)):
            column.addLayout(part)
        details = QWidget()
        details.setLayout(column)
        details.setVisible(False)
        self._kind.currentIndexChanged.connect(lambda: self._change_attribution("kind", 0))
        self._name.edited.connect(lambda _, step: self._change_attribution("name", step))
        self._descriptor.edited.connect(lambda _, step: self._change_attribution("words", step))
        self._count.valueChanged.connect(lambda: self._change_attribution("count", 0))
        self._note.edited.connect(self._on_note_edited)
        return details

    def show_evidence(self, check: Check, evidence: Evidence, *, rests: bool) -> None:
        """Show a piece of evidence of a check."""
        self._evidence = evidence
        is_passage = evidence.kind is EvidenceKind.PASSAGE
        self._quote.setText(self._words(check, evidence))
        self._by.setText(self._origin_words(check, evidence))
        self._show.setVisible(is_passage or bool(evidence.source_id))
        self.rests.setChecked(rests)
        self.stance.show_value(evidence.stance)
        attribution = evidence.attribution
        self._kind.show_value(attribution.kind)
        self._name.show_text(attribution.name)
        self._descriptor.show_text(attribution.descriptor)
        self._count.blockSignals(True)
        self._count.setValue(attribution.count)
        self._count.blockSignals(False)
        self._count.setEnabled(attribution.kind is AttributionKind.ANONYMOUS)
        self._note.show_text(evidence.note)

    def _words(self, check: Check, evidence: Evidence) -> str:
        if evidence.kind is not EvidenceKind.PASSAGE:
            return evidence.text
        words = " ".join(check.passage(evidence.passage_id).selector.exact.split())
        if len(words) > _QUOTE_LENGTH:
            words = words[:_QUOTE_LENGTH].rpartition(" ")[0] + " …"
        return f"“{words}”"

    def _origin_words(self, check: Check, evidence: Evidence) -> str:
        parts = []
        source = None
        if evidence.passage_id:
            source = check.source_of(evidence.passage_id)
        elif evidence.source_id:
            source = check.source(evidence.source_id)
        if source is not None:
            number = check.sources.index(source) + 1
            parts.append(source_name(source, number))
        else:
            parts.append(sentence_case(evidence.kind.value))
        parts.append(attribution_words(evidence.attribution))
        if evidence.passage_id:
            state = check.passage(evidence.passage_id).selector.state
            if state is AnchorState.LOST:
                parts.append(self.tr("lost: no longer in the text"))
            elif state is AnchorState.AMBIGUOUS:
                parts.append(self.tr("ambiguous: stands in the text more than once"))
        return " · ".join(part for part in parts if part)

    def _on_stance_chosen(self) -> None:
        if self._evidence is not None:
            changed = replace(self._evidence, stance=Stance(self.stance.value))
            self.changed.emit(changed, "stance", 0)

    def _change_attribution(self, field: str, step: int) -> None:
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
