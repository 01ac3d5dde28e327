"""The claims of a check: their list, and the form of the chosen one under it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from workbench.ui.claim_list import ClaimListView
from workbench.ui.form import link_button, muted

if TYPE_CHECKING:
    from workbench.core.check import Check
    from workbench.store.glance import Glance
    from workbench.ui.claim_form import ClaimForm
    from workbench.ui.desk import Desk


class ClaimPane(QWidget):
    """Lets a person choose a claim; the list is there at once, the form a moment later.

    Signals:
        claim_chosen: (claim id); empty when there is none.
        passage_asked: (passage id) to be shown in the article.
        source_asked: (source id) to be shown in the article.
        removed: (what was removed, in words) so that the window can offer Undo.
    """

    claim_chosen = Signal(str)
    passage_asked = Signal(str)
    source_asked = Signal(str)
    removed = Signal(str)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("claim_pane")
        self._desk = desk
        self._claim_id = ""
        self._form: ClaimForm | None = None
        self._build()
        desk.check_changed.connect(self._on_check_changed)

    @property
    def claim_id(self) -> str:
        """The chosen claim; empty if there is none."""
        return self._claim_id

    def _build(self) -> None:
        self.list = ClaimListView()
        self.list.claim_chosen.connect(self.choose)
        self.list.claim_moved.connect(self._on_moved)
        self.list.activated.connect(lambda _: self.form.edit_supported())
        self.list.removal_asked.connect(self._on_removal_asked)
        new = link_button(self.tr("New claim"), "new_claim")
        new.clicked.connect(self.begin_claim)
        self._remove = link_button(self.tr("Remove"), "remove_claim")
        self._remove.clicked.connect(lambda: self._on_removal_asked(self._claim_id))
        row = QHBoxLayout()
        row.addWidget(new)
        row.addSpacing(12)
        row.addWidget(self._remove)
        row.addStretch(1)
        self._moves = muted(self.tr("Alt+↑ ↓ moves the claim"), wrap=False)
        row.addWidget(self._moves)
        self._empty = muted(
            self.tr(
                "No claim yet. Select words in the article and press C, "
                "or write one with “New claim”."
            )
        )
        top = QVBoxLayout()
        top.setContentsMargins(20, 14, 20, 2)
        top.setSpacing(2)
        top.addWidget(self.list)
        top.addWidget(self._empty)
        top.addLayout(row)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addLayout(top)
        self._column.addStretch(1)

    @property
    def form(self) -> ClaimForm:
        """The form of the chosen claim; made when first asked for."""
        if self._form is None:
            from workbench.ui.claim_form import ClaimForm  # a launch shows the list first

            self._form = ClaimForm(self._desk)
            self._form.passage_asked.connect(self.passage_asked)
            self._form.source_asked.connect(self.source_asked)
            self._form.removed.connect(self.removed)
            self._column.takeAt(self._column.count() - 1)
            self._column.addWidget(self._form, 1)
            self._column.addStretch(0)
            if self._desk.has_check:
                self._show(self._desk.check)
        return self._form

    def show_glance(self, glance: Glance, claim_id: str) -> None:
        """Show the list of a check at a glance, with one claim chosen."""
        ids = [claim.id for claim in glance.claims]
        self._claim_id = claim_id if claim_id in ids else ids[0] if ids else ""
        self.list.show_claims(glance.claims, self._claim_id)
        self.list.setVisible(bool(ids))
        self._empty.setVisible(not ids)

    def choose(self, claim_id: str) -> None:
        """Show another claim's form."""
        if claim_id == self._claim_id or not self._desk.has_check:
            return
        self._claim_id = claim_id
        self._show(self._desk.check)
        self.claim_chosen.emit(claim_id)

    def begin_claim(self) -> None:
        """Add a claim and put the cursor where its wording is written."""
        from workbench.ui import command

        self.choose(command.new_claim(self._desk))
        self.form.edit_circulated()

    def show_again(self) -> None:
        """Show the chosen claim anew: what is noticed in its sources has changed."""
        if self._form is not None and self._claim_id and self._desk.has_check:
            self._form.show_claim(self._desk.check, self._claim_id)

    def restyle(self) -> None:
        """Take the colours of the current theme."""
        if self._form is not None:
            self._form.restyle()
        self.list.viewport().update()

    @Slot(object, object)
    def _on_check_changed(self, old: Check | None, new: Check | None) -> None:
        if new is None:
            return
        if old is not None and (old.claims, old.sources, old.passages, old.dismissals) == (
            new.claims, new.sources, new.passages, new.dismissals,
        ):  # fmt: skip
            return
        ids = [claim.id for claim in new.claims]
        if self._claim_id not in ids:
            self._claim_id = _heir(old, new, self._claim_id)
            self._show(new)
            self.claim_chosen.emit(self._claim_id)
        else:
            self._show(new)

    def _show(self, check: Check) -> None:
        self.list.show_claims(check.claims, self._claim_id)
        self.list.setVisible(bool(check.claims))
        self._empty.setVisible(not check.claims)
        self._remove.setVisible(bool(self._claim_id))
        self._moves.setVisible(len(check.claims) > 1)
        if self._form is not None:
            self._form.setVisible(bool(self._claim_id))
            if self._claim_id:
                self._form.show_claim(check, self._claim_id)

    @Slot(str, int)
    def _on_moved(self, claim_id: str, row: int) -> None:
        from workbench.ui import command

        command.move_claim(self._desk, claim_id, row)

    @Slot(str)
    def _on_removal_asked(self, claim_id: str) -> None:
        from workbench.ui import command

        number = self._desk.check.claim_number(claim_id)
        command.remove_claim(self._desk, claim_id)
        self.removed.emit(self.tr("Claim {number} removed.").format(number=number))


def _heir(old: Check | None, new: Check, gone_id: str) -> str:
    """Return the claim to show when the chosen one is not there any more: its neighbour."""
    if not new.claims:
        return ""
    place = 0
    if old is not None and any(claim.id == gone_id for claim in old.claims):
        place = old.claim_number(gone_id) - 1
    return new.claims[min(place, len(new.claims) - 1)].id
