"""The editor of a source: what it states about itself, its type, flags and hops."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from workbench.core import change
from workbench.core.date import UNKNOWN_DATE, Precision, stated_day
from workbench.core.source import Flag, SourceType
from workbench.ui import command
from workbench.ui.anchor_field import AnchorField
from workbench.ui.date_field import DateField
from workbench.ui.field import LineField, TextField
from workbench.ui.flow import FlowLayout
from workbench.ui.form import (
    Choice,
    FormScroll,
    add_field,
    caption,
    link_button,
    muted,
    sentence_case,
    small_button,
    stacked,
)
from workbench.ui.hop_list import HopList
from workbench.ui.link import linked
from workbench.ui.offered_hops import OfferedHops
from workbench.ui.same_text_card import SameTextCard
from workbench.ui.source_proposals import AsideLine, SourceProposals
from workbench.ui.tick import on_tick, show_tick
from workbench.ui.to_get_section import ToGetSection
from workbench.ui.version_card import VersionCard
from workbench.ui.wording import FLAG_WORDS, SOURCE_TYPE_WORDS, source_name

if TYPE_CHECKING:
    from PySide6.QtGui import QShowEvent

    from workbench.core.check import Check
    from workbench.core.date import DateValue
    from workbench.core.source import Source
    from workbench.ui.desk import Desk
    from workbench.ui.proposing import Proposing

# Missing metadata is flagged by itself; these are for a person to set.
_SET_BY_HAND = (
    Flag.COLLECTIVE_BYLINE, Flag.ANONYMOUS_ONLY, Flag.SATIRE_SUSPECTED, Flag.OLD, Flag.RIGHTS,
)  # fmt: skip


class SourcePane(QWidget):
    """Shows one source of the desk's check and changes it through the desk.

    Signals:
        removed: (what was removed, in words) so that the window can offer Undo.
        open_asked, paste_asked: the person wants to bring in another source.
    """

    removed = Signal(str)
    open_asked = Signal()
    paste_asked = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("source_pane")
        self._desk = desk
        self._source_id = ""
        self._texts: dict[str, LineField | TextField] = {}
        self._flags: dict[Flag, QCheckBox] = {}
        self._build()
        desk.check_changed.connect(self._on_check_changed)
        if desk.has_check:
            self._on_check_changed(None, desk.check)

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        self._form = FormScroll()
        column.addWidget(self._form)
        self._build_head()
        self._fields = QWidget()
        inner = QVBoxLayout(self._fields)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(4)
        self._form.column.addWidget(self._fields)
        self.same_text = SameTextCard(self._desk)
        self._form.column.insertWidget(self._form.column.indexOf(self._fields), self.same_text)
        self._to_get = ToGetSection()
        self._form.column.addWidget(self._to_get)
        self._build_stated(inner)
        self._build_judged(inner)
        self._build_rest(inner)
        inner.insertWidget(0, self._aside)
        self._form.column.addStretch(1)

    def _build_head(self) -> None:
        self._title = QLabel()
        self._title.setProperty("role", "heading")
        self._title.setWordWrap(True)
        self._title.setTextFormat(Qt.TextFormat.PlainText)
        open_file = small_button(self.tr("Open a file …"), "source_open")
        open_file.clicked.connect(self.open_asked)
        paste = small_button(self.tr("Paste"), "source_paste")
        paste.clicked.connect(self.paste_asked)
        self._remove = link_button(self.tr("Remove this source"), "source_remove")
        self._remove.clicked.connect(self._on_removal_asked)
        row = QHBoxLayout()
        row.addWidget(open_file)
        row.addWidget(paste)
        row.addStretch(1)
        row.addWidget(self._remove)
        self._form.column.addLayout(row)
        self._form.column.addSpacing(6)
        self._form.column.addWidget(self._title)
        self._hint = muted(
            self.tr("Write what the text states about itself. What it does not state stays empty.")
        )
        self._form.column.addWidget(self._hint)

    def _build_stated(self, column: QVBoxLayout) -> None:
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addLayout(stacked(self.tr("Outlet"), self._line("outlet")), 1)
        row.addLayout(stacked(self.tr("Byline"), self._line("byline")), 1)
        column.addLayout(row)
        add_field(column, self.tr("Title"), self._line("title"))
        self._published = DateField("source_published", self.tr("Published"))
        self._published.date_edited.connect(
            lambda date, step: self._change(f"published:{step}", published=date)
        )
        add_field(column, self.tr("Published"), self._published)
        self._updated = DateField("source_updated", self.tr("Updated"))
        self._updated.date_edited.connect(
            lambda date, step: self._change(f"updated:{step}", updated=date)
        )
        add_field(column, self.tr("Updated"), self._updated)
        self._anchor = AnchorField()
        self._anchor.date_edited.connect(
            lambda date, step: self._change(f"anchor:{step}", anchor=date)
        )
        add_field(column, self.tr("Relative dates are told by"), self._anchor)
        column.addLayout(linked(self.tr("Address"), self._line("url")))
        column.addLayout(linked(self.tr("Archived copy"), self._line("archive_url")))
        self._accessed = DateField("source_accessed", self.tr("Looked at"), has_basis=False)
        self._accessed.date_edited.connect(self._on_accessed_edited)
        add_field(column, self.tr("Looked at"), self._accessed)

    def _build_judged(self, column: QVBoxLayout) -> None:
        self._type = Choice(SOURCE_TYPE_WORDS.items())
        self._type.setObjectName("source_type")
        self._type.currentIndexChanged.connect(
            lambda: self._change("", type=SourceType(self._type.value))
        )
        add_field(column, self.tr("Type"), self._type)
        column.addWidget(caption(self.tr("Flags")))
        row = QWidget()
        flow = FlowLayout(row, spacing=12)
        for flag in _SET_BY_HAND:
            box = QCheckBox(sentence_case(FLAG_WORDS[flag]))
            box.setObjectName(f"flag_{flag.value}")
            on_tick(box, self._on_flags_clicked)
            self._flags[flag] = box
            flow.addWidget(box)
        column.addWidget(row)
        column.addSpacing(4)
        self._hops = HopList()
        self._hops.changed.connect(lambda hops, key: self._change(key, relies_on=hops))
        column.addWidget(caption(self.tr("Relies on")))
        column.addWidget(self._hops)
        offered = OfferedHops()
        column.addWidget(offered)
        self._aside = AsideLine()
        self._proposals = SourceProposals(self._anchor, offered, self._aside)

    def _build_rest(self, column: QVBoxLayout) -> None:
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addLayout(stacked(self.tr("Dateline"), self._line("dateline")), 2)
        row.addLayout(stacked(self.tr("Agency"), self._line("agency")), 2)
        row.addLayout(stacked(self.tr("Language"), self._line("language")), 1)
        column.addLayout(row)
        add_field(column, self.tr("Rights notice"), self._line("rights"))
        notes = TextField()
        self._register("notes", notes)
        add_field(column, self.tr("Notes, never exported"), notes)
        self.versions = VersionCard()
        column.addWidget(caption(self.tr("Texts of this source")))
        column.addWidget(self.versions)

    def _line(self, name: str) -> LineField:
        field = LineField()
        self._register(name, field)
        return field

    def _register(self, name: str, field: LineField | TextField) -> None:
        field.setObjectName(f"source_{name}")
        field.edited.connect(lambda text, step: self._change(f"{name}:{step}", **{name: text}))
        self._texts[name] = field

    def attach(self, proposing: Proposing) -> None:
        """Show what is proposed for the source, and let the person answer."""
        self._proposals.attach(proposing)
        self.same_text.attach(proposing.noticing)
        proposing.proposed.connect(self._on_proposed)
        self._on_proposed()

    def edit_anchor(self) -> None:
        """Put the cursor where the date stands that relative dates are told by."""
        self._anchor.field.line.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._form.ensureWidgetVisible(self._anchor)

    def begin(self) -> None:
        """Put the cursor into the first field."""
        self._texts["outlet"].setFocus()

    def show_source(self, source_id: str) -> None:
        """Show another source."""
        if source_id != self._source_id:
            self._source_id = source_id
            if self._desk.has_check:
                self._show(self._desk.check)

    @Slot(object, object)
    def _on_check_changed(self, old: Check | None, new: Check | None) -> None:
        if new is None:
            return
        if old is not None and old.sources is new.sources:
            if old.passages is not new.passages and self._source_id:
                self.versions.show_source(new, new.source(self._source_id))
            self._show_proposed(new)
            return
        ids = [source.id for source in new.sources]
        if self._source_id not in ids:
            self._source_id = ids[0] if ids else ""
        self._show(new)

    def _show(self, check: Check) -> None:
        has_source = bool(self._source_id)
        self._fields.setVisible(has_source)
        self._remove.setVisible(has_source)
        self._hint.setVisible(has_source)
        if not has_source:
            self._title.setText(self.tr("No source yet"))
            return
        source = check.source(self._source_id)
        number = check.sources.index(source) + 1
        self._title.setText(
            self.tr("Source {number}: {name}").format(
                number=number, name=source_name(source, number)
            )
            if source.name.strip()
            else self.tr("Source {number}").format(number=number)
        )
        self._show_fields(check, source)
        self._show_proposed(check)

    def _show_proposed(self, check: Check) -> None:
        """Show what the texts say beyond the fields, and what is to be found."""
        if not self.isVisible():
            return  # claims change with every key; it is looked up when it is looked at
        if self._source_id:
            self._proposals.show_source(check, check.source(self._source_id))
        self._to_get.show_check(check)

    def showEvent(self, event: QShowEvent) -> None:
        """Show what changed while another tab was in front."""
        super().showEvent(event)
        self._on_proposed()

    @Slot()
    def _on_proposed(self) -> None:
        if self._desk.has_check:
            self._show_proposed(self._desk.check)

    def _show_fields(self, check: Check, source: Source) -> None:
        for name, field in self._texts.items():
            field.show_text(getattr(source, name))
        self._published.show_date(source.published)
        self._updated.show_date(source.updated)
        self._accessed.show_date(
            stated_day(source.accessed.date()) if source.accessed else UNKNOWN_DATE
        )
        self._type.show_value(source.type)
        for flag, box in self._flags.items():
            show_tick(box, flag in source.flags)
        self._hops.show_source(check, source)
        self.versions.show_source(check, source)
        self.same_text.show_source(source.id)

    def _change(self, key: str, **fields: Any) -> None:  # noqa: ANN401
        source_id = self._source_id
        if not source_id:
            return
        self._desk.edit(
            self.tr("Change source"),
            lambda check: change.with_source(check, replace(check.source(source_id), **fields)),
            key=f"source:{source_id}:{key}" if key and not key.endswith(":0") else "",
        )

    def _on_accessed_edited(self, date: DateValue, step: int) -> None:
        """Keep the day on which a person looked at the source; other precisions say too little."""
        at = None
        if date.precision in (Precision.DAY, Precision.HOUR, Precision.MINUTE):
            at = datetime.fromisoformat(date.value[:10]).replace(tzinfo=UTC)
        elif date.is_known:
            return
        self._change(f"accessed:{step}", accessed=at)

    def _on_flags_clicked(self) -> None:
        chosen = {flag for flag, box in self._flags.items() if box.isChecked()}
        kept = self._desk.check.source(self._source_id).flags - set(_SET_BY_HAND)
        self._change("", flags=frozenset(kept | chosen))

    def _on_removal_asked(self) -> None:
        source = self._desk.check.source(self._source_id)
        number = self._desk.check.sources.index(source) + 1
        command.remove_source(self._desk, self._source_id)
        self.removed.emit(
            self.tr("Source {number} and the passages in it removed.").format(number=number)
        )
