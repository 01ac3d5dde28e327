"""Who was asked: a row for each contact, with what was asked, what came back, what is private."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from workbench import clock
from workbench.core import change
from workbench.core.claim import Attribution, AttributionKind, Evidence, EvidenceKind
from workbench.core.contact import Contact
from workbench.ui.date_field import DateField
from workbench.ui.field import LineField, TextField
from workbench.ui.flow import FlowLayout
from workbench.ui.form import (
    add_field,
    caption,
    link_button,
    restyled,
    small_button,
    stacked,
    tell_apart,
)
from workbench.ui.tick import on_tick, show_tick

if TYPE_CHECKING:
    from workbench.core.check import Check
    from workbench.ui.desk import Desk


class ContactCard(QWidget):
    """Edits the contacts of the desk's check through the desk.

    Signals:
        removed: (what was removed, in words) so that the window can offer Undo.
    """

    removed = Signal(str)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("contact_card")
        self._desk = desk
        self._rows: dict[str, _Row] = {}
        self._list = QVBoxLayout()
        self._list.setSpacing(8)
        self._line = LineField()
        self._line.setObjectName("contact_new")
        self._line.setAccessibleName(self.tr("Somebody who was asked"))
        self._line.setPlaceholderText(self.tr("Who was asked: a person or office, with a role"))
        add = small_button(self.tr("Add"), "contact_add")
        tell_apart(add, self.tr("who was asked"))
        row = QHBoxLayout()
        row.addWidget(self._line, 1)
        row.addWidget(add)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 0)
        column.setSpacing(6)
        column.addWidget(caption(self.tr("Who was asked"), self._line))
        column.addLayout(self._list)
        column.addLayout(row)
        self._line.returnPressed.connect(self._on_added)
        add.clicked.connect(self._on_added)
        desk.check_changed.connect(self._on_check_changed)
        if desk.has_check:
            self._on_check_changed(None, desk.check)

    @Slot(object, object)
    def _on_check_changed(self, old: Check | None, new: Check | None) -> None:
        if new is None:
            return
        if old is not None and (old.contacts, old.claims) == (new.contacts, new.claims):
            return
        if [contact.id for contact in new.contacts] != list(self._rows):
            self._rebuild(new)
        for contact in new.contacts:
            self._rows[contact.id].show_contact(contact, new)

    def _rebuild(self, check: Check) -> None:
        for row in self._rows.values():
            row.hide()
            row.deleteLater()
        self._rows = {}
        for contact in check.contacts:
            row = _Row(contact, self)
            row.edited.connect(self._on_edited)
            row.removed.connect(self._on_removed)
            row.evidence_wanted.connect(self._on_evidence_wanted)
            self._rows[contact.id] = row
            self._list.addWidget(row)

    def _on_added(self) -> None:
        who = self._line.text().strip()
        if not who:
            return
        self._line.show_text("")
        contact = Contact(id=clock.new_id(), who=who)
        self._desk.edit(self.tr("Add contact"), lambda now: change.with_contact(now, contact))
        self._rows[contact.id].through.setFocus()

    @Slot(object, str)
    def _on_edited(self, contact: Contact, key: str) -> None:
        key = f"contact:{contact.id}:{key}" if key and not key.endswith(":0") else ""
        self._desk.edit(
            self.tr("Change contact"), lambda now: change.with_contact(now, contact), key=key
        )

    @Slot(object)
    def _on_removed(self, contact: Contact) -> None:
        self._desk.edit(
            self.tr("Remove contact"), lambda now: change.without_contact(now, contact.id)
        )
        self.removed.emit(self.tr("Contact removed: {who}.").format(who=contact.who))

    @Slot(object, str)
    def _on_evidence_wanted(self, contact: Contact, claim_id: str) -> None:
        """Tie an answer to a claim, in the words that were given and by whom."""
        evidence = Evidence(
            id=clock.new_id(),
            kind=EvidenceKind.REPLY,
            text=contact.answer.strip(),
            attribution=Attribution(kind=AttributionKind.NAMED, name=contact.who),
        )
        self._desk.edit(
            self.tr("Add evidence"),
            lambda now: change.with_claim(now, change.with_evidence(now.claim(claim_id), evidence)),
        )


class _Row(QWidget):
    """One contact."""

    edited = Signal(object, str)
    removed = Signal(object)
    evidence_wanted = Signal(object, str)

    def __init__(self, contact: Contact, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self._contact = contact
        self._claims: dict[str, QCheckBox] = {}
        self._labels: tuple[str, ...] = ()
        self.who, self.through = self._line("who"), self._line("through")
        self.through.setPlaceholderText(self.tr("telephone, e-mail, in person …"))
        self.question, self.answer = self._text("question"), self._text("answer")
        self.notes = self._text("notes")
        self.asked = self._date("asked", self.tr("Asked"))
        self.answered = self._date("answered", self.tr("Answered"))
        self._private = QCheckBox(self.tr("Private: stays in this workspace"))
        self._private.setObjectName(f"contact_private_{contact.id}")
        on_tick(self._private, lambda on: self._change("", is_private=on))
        self._word = QLabel(self.tr("private"))
        self._word.setProperty("role", "flag")
        self._words: list[QWidget] = []
        self._about_row, self._use_row = QWidget(), QWidget()
        self._about, self._uses = FlowLayout(self._about_row), FlowLayout(self._use_row)
        self._build()

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 8)
        column.setSpacing(4)
        first = QHBoxLayout()
        first.setSpacing(8)
        first.addLayout(stacked(self.tr("Who"), self.who), 3)
        first.addLayout(stacked(self.tr("Through what"), self.through), 2)
        column.addLayout(first)
        days = QHBoxLayout()
        days.setSpacing(8)
        days.addLayout(stacked(self.tr("Asked on"), self.asked), 1)
        days.addLayout(stacked(self.tr("Answered on"), self.answered), 1)
        column.addLayout(days)
        add_field(column, self.tr("What was asked"), self.question)
        add_field(column, self.tr("The answer, in their words"), self.answer)
        column.addWidget(self._about_row)
        column.addWidget(self._use_row)
        add_field(column, self.tr("Notes, never exported"), self.notes)
        last = QHBoxLayout()
        remove = link_button(self.tr("Remove"), "contact_remove")
        remove.clicked.connect(lambda: self.removed.emit(self._contact))
        last.addWidget(self._private)
        last.addWidget(self._word)
        last.addStretch(1)
        last.addWidget(remove)
        column.addLayout(last)

    def _line(self, name: str) -> LineField:
        field = LineField()
        field.setObjectName(f"contact_{name}_{self._contact.id}")
        field.edited.connect(lambda text, step: self._change(f"{name}:{step}", **{name: text}))
        return field

    def _text(self, name: str) -> TextField:
        field = TextField(least_lines=1)
        field.setObjectName(f"contact_{name}_{self._contact.id}")
        field.edited.connect(lambda text, step: self._change(f"{name}:{step}", **{name: text}))
        return field

    def _date(self, name: str, words: str) -> DateField:
        field = DateField(f"contact_{name}_{self._contact.id}", words, has_basis=False)
        field.date_edited.connect(lambda date, step: self._change(f"{name}:{step}", **{name: date}))
        return field

    def show_contact(self, contact: Contact, check: Check) -> None:
        """Show a value, and the claims that it may be about."""
        self._contact = contact
        if self.who.text().strip() or not self.who.hasFocus():
            self.who.show_text(contact.who)
        self.through.show_text(contact.through)
        self.question.show_text(contact.question)
        self.answer.show_text(contact.answer)
        self.notes.show_text(contact.notes)
        self.asked.show_date(contact.asked)
        self.answered.show_date(contact.answered)
        show_tick(self._private, contact.is_private)
        self._word.setVisible(contact.is_private)
        restyled(self, "private", contact.is_private)
        self._show_claims(check)

    def _show_claims(self, check: Check) -> None:
        ids = tuple(claim.id for claim in check.claims)
        has_answer = bool(self._contact.answer.strip())
        wanted = (*ids, *self._contact.claim_ids, "answered" if has_answer else "")
        if wanted != self._labels:
            self._labels = wanted
            self._rebuild_claims(ids)
        for claim_id, box in self._claims.items():
            show_tick(box, claim_id in self._contact.claim_ids)

    def _rebuild_claims(self, ids: tuple[str, ...]) -> None:
        for widget in self._words:
            for flow in (self._about, self._uses):
                flow.removeWidget(widget)
            widget.hide()
            widget.deleteLater()
        self._words, self._claims = [], {}
        self._about_row.setVisible(bool(ids))
        about = [claim_id for claim_id in ids if claim_id in self._contact.claim_ids]
        self._use_row.setVisible(bool(about) and bool(self._contact.answer.strip()))
        if ids:
            self._put(self._about, QLabel(self.tr("About")))
        for number, claim_id in enumerate(ids, start=1):
            box = QCheckBox(self.tr("claim {n}").format(n=number))
            box.setObjectName(f"contact_about_{self._contact.id}_{number}")
            on_tick(box, lambda _, chosen=claim_id: self._on_claim(chosen))
            self._claims[claim_id] = box
            self._put(self._about, box)
        if not self._contact.answer.strip():
            return
        for claim_id in about:
            number = ids.index(claim_id) + 1
            words = self.tr("Answer as evidence for claim {n}").format(n=number)
            use = link_button(words, f"contact_use_{self._contact.id}_{number}")
            use.clicked.connect(
                lambda _=False, chosen=claim_id: self.evidence_wanted.emit(self._contact, chosen)
            )
            self._put(self._uses, use)

    def _put(self, flow: FlowLayout, widget: QWidget) -> None:
        flow.addWidget(widget)
        self._words.append(widget)

    def _on_claim(self, claim_id: str) -> None:
        ids = [one for one in self._contact.claim_ids if one != claim_id]
        if claim_id not in self._contact.claim_ids:
            ids.append(claim_id)
        self._change("", claim_ids=tuple(ids))

    def _change(self, key: str, **fields: object) -> None:
        if not str(fields.get("who", "x")).strip():
            return  # a contact without a name is none; the old name comes back with the next look
        self.edited.emit(replace(self._contact, **fields), key)  # type: ignore[arg-type]
