"""One piece of evidence: its words, where they stand, and what they do to the claim."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from workbench.core.claim import EvidenceKind, Stance
from workbench.core.quote import AnchorState
from workbench.rules.open_quote import is_from_older_text, version_of
from workbench.ui.attribution_form import AttributionForm
from workbench.ui.form import Choice, link_button, muted, sentence_case, tell_apart
from workbench.ui.tick import on_tick, show_tick
from workbench.ui.wording import STANCE_WORDS, attribution_words, source_name, version_words

if TYPE_CHECKING:
    from workbench.core.check import Check
    from workbench.core.claim import Evidence
    from workbench.core.quote import Passage

_QUOTE_LENGTH = 220
"""Code points of a quote shown in its row; the whole of it is in the article."""


class EvidenceRow(QFrame):
    """A row of the evidence card; its details open in place.

    Signals:
        changed: (Evidence, field name, step number).
        rests_changed: (evidence id, bool).
        shown: (evidence id) when the person wants to see it in the article.
        removed: (evidence id).
        agreed: (evidence id) who says it is as proposed.
    """

    changed = Signal(object, str, int)
    rests_changed = Signal(str, bool)
    shown = Signal(str)
    removed = Signal(str)
    agreed = Signal(str)

    def __init__(self, evidence_id: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "row")
        self.setObjectName(f"evidence_{evidence_id}")
        self._evidence: Evidence | None = None
        self._id = evidence_id
        self._is_proposed = False
        self._build()

    @property
    def evidence_id(self) -> str:
        """The piece of evidence in this row."""
        return self._id

    def _build(self) -> None:
        self._quote = QLabel()
        self._quote.setProperty("role", "quote")
        self._quote.setWordWrap(True)
        self._quote.setTextFormat(Qt.TextFormat.PlainText)
        self._by = muted()
        self.rests = QCheckBox(self.tr("Status rests on this"))
        self.rests.setObjectName("evidence_rests")
        self.stance = Choice((stance, words) for stance, words in STANCE_WORDS.items())
        self.stance.setObjectName("evidence_stance")
        self.stance.setAccessibleName(self.tr("What this evidence does to the claim"))
        self._show = link_button(self.tr("Show"), "evidence_show")
        self._more = link_button(self.tr("Who says it"), "evidence_more")
        self._more.setCheckable(True)
        self._agree = link_button(self.tr("That is right"), "evidence_agree")
        self._agree.setAccessibleName(self.tr("Who says it is as proposed"))
        self._agree.hide()
        remove = self._remove = link_button(self.tr("Remove"), "evidence_remove")
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.stance)
        row.addWidget(self.rests)
        row.addStretch(1)
        for button in (self._more, remove, self._show):
            row.addWidget(button)
        self._details: AttributionForm | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 12, 8)
        column.setSpacing(4)
        column.addWidget(self._quote)
        by = QHBoxLayout()
        by.setSpacing(8)
        by.addWidget(self._by, 1)
        by.addWidget(self._agree, 0, Qt.AlignmentFlag.AlignTop)
        column.addLayout(by)
        column.addLayout(row)
        self._column = column
        self.stance.currentIndexChanged.connect(self._on_stance_chosen)
        on_tick(self.rests, lambda on: self.rests_changed.emit(self._id, on))
        self._show.clicked.connect(lambda: self.shown.emit(self._id))
        self._more.toggled.connect(self._on_more_toggled)
        self._agree.clicked.connect(lambda: self.agreed.emit(self._id))
        remove.clicked.connect(lambda: self.removed.emit(self._id))

    def show_evidence(
        self, check: Check, evidence: Evidence, *, rests: bool, is_proposed: bool = False
    ) -> None:
        """Show a piece of evidence; `is_proposed` says that nobody has looked who says it."""
        self._evidence = evidence
        self._is_proposed = is_proposed
        self._agree.setVisible(is_proposed)
        is_passage = evidence.kind is EvidenceKind.PASSAGE
        words = self._words(check, evidence)
        self._quote.setText(words)
        self.setAccessibleName(words)
        for button in (self.rests, self._more, self._remove, self._show):
            tell_apart(button, words)
        self._by.setText(self._origin_words(check, evidence))
        self._show.setVisible(is_passage or bool(evidence.source_id))
        show_tick(self.rests, rests)
        self.stance.show_value(evidence.stance)
        if self._details is not None:
            self._details.show_evidence(evidence)

    def _on_more_toggled(self, wanted: bool) -> None:
        if self._details is None and self._evidence is not None:
            self._details = AttributionForm()  # made when asked for: most rows never are
            self._details.changed.connect(self.changed)
            self._details.show_evidence(self._evidence)
            self._column.addWidget(self._details)
        if self._details is not None:
            self._details.setVisible(wanted)
            if wanted:
                self._details.setFocus()

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
        said_by = attribution_words(evidence.attribution)
        if said_by and self._is_proposed:
            said_by = self.tr("proposed from the text: {words}").format(words=said_by)
        parts.append(said_by)
        if evidence.passage_id:
            parts.append(self._place_words(check, check.passage(evidence.passage_id)))
        return " · ".join(part for part in parts if part)

    def _place_words(self, check: Check, passage: Passage) -> str:
        """Return what became of a passage that does not stand in the newest text as it was."""
        if passage.selector.state is not AnchorState.ANCHORED:
            return {
                AnchorState.LOST: self.tr("lost: not in the newest text"),
                AnchorState.AMBIGUOUS: self.tr("ambiguous: not clear where in the newest text"),
            }.get(passage.selector.state, self.tr("changed: other words in the newest text"))
        if is_from_older_text(check, passage):
            return self.tr("from {text}").format(text=version_words(version_of(check, passage)))
        return ""

    def _on_stance_chosen(self) -> None:
        if self._evidence is not None:
            changed = replace(self._evidence, stance=Stance(self.stance.value))
            self.changed.emit(changed, "stance", 0)
