"""The draft: the parts of the house template, typed or generated, with a live preview."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from workbench.core import change
from workbench.core.template import Generator
from workbench.ui import command
from workbench.ui.contact_card import ContactCard
from workbench.ui.form import FormScroll, caption, muted
from workbench.ui.image_card import ImageCard
from workbench.ui.part_card import PartCard
from workbench.ui.preview import Preview
from workbench.ui.rating_section import RatingSection
from workbench.ui.read_next_card import ReadNextCard
from workbench.ui.record_card import RecordCard, with_fields
from workbench.ui.theme import current_zoom
from workbench.ui.verdict_card import VerdictCard
from workbench.ui.watch_card import WatchCard

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from workbench.core.check import Check
    from workbench.core.date import DateValue
    from workbench.house.house import House
    from workbench.ui.desk import Desk

_RENDER_AFTER_MS = 200
_SIDE_BY_SIDE = 800
"""Pixels of width from which the preview stands beside the parts, not below."""


class DraftPane(QWidget):
    """Shows the draft of the desk's check and changes it through the desk.

    Signals:
        removed: (what was removed, in words) so that the window can offer Undo.
    """

    removed = Signal(str)

    def __init__(self, desk: Desk, house: House, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("draft_pane")
        self._desk = desk
        self._house = house
        self._cards: dict[str, PartCard] = {}
        self._last_part = ""
        self._render_timer = QTimer(self, singleShot=True, interval=_RENDER_AFTER_MS)
        self._render_timer.timeout.connect(self.render_now)
        self._build()
        desk.check_changed.connect(self._on_check_changed)
        if desk.has_check:
            self._on_check_changed(None, desk.check)

    def _build(self) -> None:
        self.splitter = QSplitter(Qt.Orientation.Vertical)
        self.splitter.setObjectName("draft_splitter")
        self.splitter.setChildrenCollapsible(False)
        self._form = FormScroll()
        self.splitter.addWidget(self._form)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.splitter)
        for part in self._house.template.parts:
            card = PartCard(part)
            card.edited.connect(self._on_part_edited)
            card.renamed.connect(self._on_part_renamed)
            self._cards[part.key] = card
            self._form.column.addWidget(card)
            self._add_editor(card)
        self._form.column.addSpacing(8)
        self._form.column.addWidget(caption(self.tr("About this check")))
        self.record = RecordCard()
        self.record.edited.connect(self._on_record_edited)
        self._form.column.addWidget(self.record)
        self._form.column.addStretch(1)
        self.preview = Preview()  # after the fields, as the Tab key goes
        self.splitter.addWidget(self.preview)
        self.splitter.setStretchFactor(0, 3)
        self.splitter.setStretchFactor(1, 2)
        self.splitter.setSizes([600, 400])

    def _add_editor(self, card: PartCard) -> None:
        """Put the editor of what a part is generated from into its card, where it has one."""
        match card.part.generator:
            case Generator.RATING:
                self._verdict = VerdictCard(self._house)
                self._verdict.edited.connect(
                    lambda value, key: self._edit(
                        self.tr("Change rating"), lambda check: replace(check, verdict=value), key
                    )
                )
                card.column.addWidget(self._verdict)
                self.rating = RatingSection(self._house)
                card.column.addWidget(self.rating)
            case Generator.WATCH:
                self._watch = WatchCard()
                self._watch.edited.connect(
                    lambda item, key: self._edit(
                        self.tr("Change watch item"),
                        lambda check: change.with_watch_item(check, item),
                        key,
                    )
                )
                self._watch.added.connect(self._on_watch_added)
                self._watch.removed.connect(self._on_watch_removed)
                card.column.addWidget(self._watch)
            case Generator.IMAGE:
                self._image = ImageCard()
                self._image.edited.connect(
                    lambda images, key: self._edit(
                        self.tr("Change image"), lambda check: replace(check, images=images), key
                    )
                )
                card.column.addWidget(self._image)
            case Generator.READ_NEXT:
                self._read_next = ReadNextCard()
                self._read_next.edited.connect(
                    lambda items: self._edit(
                        self.tr("Change read next"),
                        lambda check: replace(check, read_next=items),
                        "",
                    )
                )
                card.column.addWidget(self._read_next)
            case Generator.HOW_WE_KNOW:
                contacts = ContactCard(self._desk)
                contacts.removed.connect(self.removed)
                card.column.addWidget(contacts)
            case Generator.POST:
                card.column.addWidget(muted(self.tr("Written on the Posts tab.")))
            case _:
                pass

    def write_in(self, part_key: str = "") -> None:
        """Put the cursor into a part, or into the first typed one."""
        typed = [card for card in self._cards.values() if card.field is not None]
        card = self._cards.get(part_key) or next(iter(typed), None)
        if card is not None and card.field is not None:
            card.field.put_cursor_at_end()
            self._form.ensureWidgetVisible(card)

    def show_rating(self) -> None:
        """Bring the rating into view, with the keyboard on its label."""
        self._verdict.label.setFocus(Qt.FocusReason.OtherFocusReason)
        self._form.ensureWidgetVisible(self._verdict)

    @property
    def last_part(self) -> str:
        """The part that was written in last; empty if none was."""
        return self._last_part

    @property
    def part_key(self) -> str:
        """The part a quotation goes to: the one written in last, else the one after quick read."""
        if self._last_part:
            return self._last_part
        keys = [card.part.key for card in self._cards.values() if card.field is not None]
        return "what_happened" if "what_happened" in keys else keys[0]

    def render_now(self) -> None:
        """Render generated parts and preview from the check as it is."""
        self._render_timer.stop()
        if not self._desk.has_check:
            return
        # python-markdown and nh3 load here, not at launch
        from workbench.publish.generated import generated_markdown
        from workbench.publish.markdown import markdown_for
        from workbench.publish.page import html_for

        check = self._desk.check
        for card in self._cards.values():
            generator = card.part.generator
            if generator is not Generator.NONE:
                markdown = generated_markdown(generator, check, self._house)
                card.show_generated(html_for(markdown) if markdown else "")
        self.preview.show_page(html_for(markdown_for(check, self._house)))
        self.preview.follow(_end_of(check.draft.text(self._last_part)))

    def restyle(self) -> None:
        """Take the colours of the current theme."""
        self.preview.restyle()
        self._arrange()

    @Slot(object, object)
    def _on_check_changed(self, old: Check | None, new: Check | None) -> None:
        if new is None:
            return
        if old is None:
            self._last_part = ""
        for card in self._cards.values():
            card.show_text(new)
        self._verdict.show_check(new)
        self.rating.show_check(new)
        self._watch.show_check(new)
        self._image.show_check(new)
        self._read_next.show_check(new)
        self.record.show_check(new)
        if self.isVisible():
            self._render_timer.start()

    def showEvent(self, event: object) -> None:
        """Render when the pane comes to the front."""
        super().showEvent(event)  # type: ignore[arg-type]
        QTimer.singleShot(0, self.render_now)  # the render timer would take 0 for its interval

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the preview beside the parts where there is room."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        wide = self.width() >= _SIDE_BY_SIDE * current_zoom()
        wanted = Qt.Orientation.Horizontal if wide else Qt.Orientation.Vertical
        if self.splitter.orientation() != wanted:
            self.splitter.setOrientation(wanted)
            self.splitter.setSizes([500, 500] if wide else [600, 400])

    def _edit(self, what: str, apply: object, key: str) -> None:
        self._desk.edit(what, apply, key=key)  # type: ignore[arg-type]

    def _on_part_edited(self, key: str, text: str, step: int) -> None:
        self._last_part = key
        self._edit(
            self.tr("Change draft"),
            lambda check: change.with_draft_text(check, key, text),
            f"draft:{key}:{step}",
        )

    def _on_part_renamed(self, key: str, heading: str, step: int) -> None:
        self._edit(
            self.tr("Change heading"),
            lambda check: change.with_draft_heading(check, key, heading),
            f"heading:{key}:{step}",
        )

    def _on_watch_added(self, text: str, claim_id: str, due: DateValue) -> None:
        command.add_watch_item(self._desk, text, claim_id, due)

    def _on_watch_removed(self, item_id: str) -> None:
        self._edit(
            self.tr("Remove watch item"),
            lambda check: replace(
                check,
                watch_items=tuple(item for item in check.watch_items if item.id != item_id),
            ),
            "",
        )
        self.removed.emit(self.tr("Watch item removed."))

    def _on_record_edited(self, fields: dict[str, object], key: str) -> None:
        self._edit(self.tr("Change record"), lambda check: with_fields(check, fields), key)


def _end_of(text: str) -> str:
    """Return the last words of what is typed, few enough to stand on one line of the preview."""
    lines = [line for line in text.splitlines() if line.strip()]
    return " ".join(lines[-1].lstrip("-*• ").split()[-4:]) if lines else ""
