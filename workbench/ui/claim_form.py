"""The form of a claim: wordings, status with its basis, who did what, evidence and notes."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from workbench.core import change
from workbench.core.claim import ClaimKind, ClaimStatus
from workbench.rules.wording_gap import phrases_lost
from workbench.ui import command
from workbench.ui.action_row import ActionRow
from workbench.ui.appearance_list import AppearanceList
from workbench.ui.evidence_card import EvidenceCard
from workbench.ui.field import LineField, TextField
from workbench.ui.form import (
    Choice,
    FormScroll,
    add_field,
    caption,
    inline_caption,
    muted,
    stacked,
)
from workbench.ui.look_alike_line import LookAlikeLine
from workbench.ui.status_row import StatusRow
from workbench.ui.status_word import status_words
from workbench.ui.wording import KIND_WORDS

if TYPE_CHECKING:
    from workbench.core.check import Check
    from workbench.core.claim import Claim
    from workbench.ui.desk import Desk
    from workbench.ui.evidence_row import EvidenceRow

_WITHOUT_SUPPORT = (
    ClaimStatus.NOT_CONFIRMED,
    ClaimStatus.CONTRADICTED,
    ClaimStatus.NOT_CHECKABLE,
)


class ClaimForm(FormScroll):
    """Shows one claim of the desk's check and changes it through the desk.

    Signals:
        passage_asked: (passage id) to be shown in the article.
        source_asked: (source id) to be shown in the article.
        removed: (what was removed, in words) so that the window can offer Undo.
    """

    passage_asked = Signal(str)
    source_asked = Signal(str)
    removed = Signal(str)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("claim_form")
        self._desk = desk
        self._claim_id = ""
        self._texts: dict[str, TextField | LineField] = {}
        self.column.setContentsMargins(20, 4, 20, 20)
        self._build_wordings()
        self._build_judgement()
        self._build_rest()
        self.column.addStretch(1)

    def _build_wordings(self) -> None:
        circulated = self._text("as_circulated", TextField(least_lines=1), self.tr("Change claim"))
        supported = self._text("as_supported", TextField(least_lines=1), self.tr("Change claim"))
        add_field(self.column, self.tr("As circulated"), circulated)
        self._gap = QLabel()
        self._gap.setObjectName("wording_gap")
        self._gap.setProperty("role", "muted")
        self._gap.setTextFormat(Qt.TextFormat.PlainText)
        self._gap.setWordWrap(True)
        self.column.addWidget(self._gap)
        add_field(self.column, self.tr("As supported"), supported)
        self._hint = muted()
        self._hint.setObjectName("wording_hint")
        self.column.addWidget(self._hint)

    def _build_judgement(self) -> None:
        column = self.column
        self._status = StatusRow()
        self._status.status_chosen.connect(self._on_status_chosen)
        column.addWidget(caption(self.tr("Status")))
        column.addWidget(self._status)
        basis = LineField()
        basis.setObjectName("basis_wording")
        basis.setPlaceholderText(self.tr("by whom: left empty, the sources are named"))
        basis.edited.connect(self._on_basis_edited)
        self._basis = basis
        basis_row = QHBoxLayout()
        basis_row.setContentsMargins(0, 4, 0, 0)
        basis_row.addWidget(inline_caption(self.tr("Basis"), basis))
        basis_row.addWidget(basis, 1)
        column.addLayout(basis_row)
        self._action = ActionRow()
        self._action.action_edited.connect(
            lambda value, field, step: self._change(
                self.tr("Change who did what"), f"action.{field}:{step}", action=value
            )
        )
        column.addWidget(caption(self.tr("Who did what, when")))
        column.addWidget(self._action)
        self.look_alikes = LookAlikeLine()
        column.addWidget(self.look_alikes)
        self._evidence = EvidenceCard()
        self._evidence.row_added.connect(self._on_row_added)
        self._evidence.noted.connect(
            lambda kind, text: command.add_noted_evidence(self._desk, self._claim_id, kind, text)
        )
        column.addSpacing(6)
        column.addWidget(self._evidence)

    def _build_rest(self) -> None:
        self._kind = Choice(KIND_WORDS.items())
        self._kind.setObjectName("claim_kind")
        self._kind.currentIndexChanged.connect(self._on_kind_chosen)
        claimant = self._text("claimant", LineField(), self.tr("Change claimant"))
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addLayout(stacked(self.tr("Kind"), self._kind))
        row.addLayout(stacked(self.tr("Claimant"), claimant), 1)
        self.column.addSpacing(6)
        self.column.addLayout(row)
        self._appearances = AppearanceList()
        self._appearances.changed.connect(
            lambda items, first: command.set_appearances(self._desk, self._claim_id, items, first)
        )
        self._appearances.passage_asked.connect(self.passage_asked)
        add_field(self.column, self.tr("Appearances"), self._appearances)
        looked_at = self._text("looked_at", TextField(least_lines=1), self.tr("Change note"))
        looked_at.setPlaceholderText(self.tr("none found; looked at … (exported)"))
        add_field(self.column, self.tr("Where evidence was looked for"), looked_at)
        notes = self._text("notes", TextField(), self.tr("Change note"))
        add_field(self.column, self.tr("Notes, never exported"), notes)

    def _text(self, name: str, field: TextField | LineField, what: str) -> TextField | LineField:
        field.setObjectName(f"claim_{name}")
        field.edited.connect(
            lambda text, step: self._change(what, f"{name}:{step}", **{name: text})
        )
        self._texts[name] = field
        return field

    def show_claim(self, check: Check, claim_id: str) -> None:
        """Show a claim of a check."""
        if claim_id != self._claim_id:
            self.verticalScrollBar().setValue(0)
        self._claim_id = claim_id
        self._show_claim(check, check.claim(claim_id))

    def edit_circulated(self) -> None:
        """Put the cursor where the circulated wording is written."""
        self.verticalScrollBar().setValue(0)
        self._texts["as_circulated"].setFocus()

    def edit_supported(self) -> None:
        """Put the cursor where the careful version is written."""
        self.verticalScrollBar().setValue(0)
        self._texts["as_supported"].setFocus()

    def restyle(self) -> None:
        """Take the colours of the current theme."""
        self._status.restyle()

    def _show_claim(self, check: Check, claim: Claim) -> None:
        for name, field in self._texts.items():
            field.show_text(getattr(claim, name))
        lost = phrases_lost(claim.as_circulated, claim.as_supported) if claim.as_supported else ()
        self._gap.setVisible(bool(lost))
        self._gap.setText(
            self.tr("Not in the careful version: {words}").format(words=" · ".join(lost))
        )
        self._hint.setVisible(claim.status in _WITHOUT_SUPPORT and bool(claim.as_supported))
        self._hint.setText(
            self.tr(
                "Goes out after “{status}:”. Write the statement itself, not the verdict."
            ).format(status=status_words(claim.status))
        )
        self._status.show_claim(check, claim)
        self._basis.show_text(claim.basis.wording)
        self._action.show_action(claim.action)
        self._kind.show_value(claim.kind)
        self._evidence.show_claim(check, claim)
        self._appearances.show_claim(check, claim)

    def _change(self, what: str, key: str, **fields: Any) -> None:  # noqa: ANN401
        claim_id = self._claim_id
        self._desk.edit(
            what,
            lambda check: change.with_claim(check, replace(check.claim(claim_id), **fields)),
            key=f"claim:{claim_id}:{key}" if not key.endswith(":0") else "",
        )

    def _on_status_chosen(self, status: ClaimStatus) -> None:
        self._change(self.tr("Set status"), ":0", status=status)

    def _on_kind_chosen(self) -> None:
        self._change(self.tr("Set kind"), ":0", kind=ClaimKind(self._kind.value))

    def _on_basis_edited(self, text: str, step: int) -> None:
        basis = replace(self._desk.check.claim(self._claim_id).basis, wording=text)
        self._change(self.tr("Change basis"), f"basis:{step}", basis=basis)

    @property
    def evidence_card(self) -> EvidenceCard:
        """The card with the rows of evidence."""
        return self._evidence

    def _on_row_added(self, row: EvidenceRow) -> None:
        row.changed.connect(self._on_evidence_changed)
        row.rests_changed.connect(
            lambda ref, on: command.set_rests_on(self._desk, self._claim_id, ref, on)
        )
        row.removed.connect(self._on_evidence_removed)
        row.shown.connect(self._on_evidence_shown)

    def _on_evidence_changed(self, evidence: Any, field: str, step: int) -> None:  # noqa: ANN401
        key = f"evidence:{evidence.id}:{field}:{step}" if step else ""
        command.change_evidence(self._desk, self._claim_id, evidence, key=key)

    def _on_evidence_removed(self, evidence_id: str) -> None:
        command.remove_evidence(self._desk, self._claim_id, evidence_id)
        self.removed.emit(self.tr("Evidence removed."))

    def _on_evidence_shown(self, evidence_id: str) -> None:
        claim = self._desk.check.claim(self._claim_id)
        item = next(item for item in claim.evidence if item.id == evidence_id)
        if item.passage_id:
            self.passage_asked.emit(item.passage_id)
        elif item.source_id:
            self.source_asked.emit(item.source_id)
