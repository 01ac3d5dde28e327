"""The posts: one common text, and a card for every network with its own counter."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from workbench.core import change
from workbench.core.change_image import with_alt_text
from workbench.core.change_post import as_thread, with_numbers
from workbench.publish.post import BREAK
from workbench.ui.alt_text_card import AltTextCard
from workbench.ui.field import LineField, TextField
from workbench.ui.form import FormScroll, add_field, muted
from workbench.ui.over_limit import tint_over_limit
from workbench.ui.post_card import PostCard

if TYPE_CHECKING:
    from workbench.core.check import Check
    from workbench.house.house import House
    from workbench.ui.desk import Desk


class PostsPane(QWidget):
    """Shows the posts of the desk's check and changes them through the desk.

    Signals:
        copied: (what it is, text as it goes out).
    """

    copied = Signal(str, str)

    def __init__(self, desk: Desk, house: House, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("posts_pane")
        self._desk = desk
        self._form = FormScroll()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._form)
        self.common = TextField(least_lines=3, most_lines=14)
        self.common.setObjectName("post_common")
        self.common.setPlaceholderText(
            self.tr(
                "Who reports what; what is not confirmed. "
                "[LINK] stands for the address; without it the link goes at the end."
            )
        )
        self.common.edited.connect(lambda text, step: self._on_edited("", text, step))
        self.common.installEventFilter(self)
        add_field(self._form.column, self.tr("Common text"), self.common)
        self._form.column.addWidget(
            muted(self.tr("Every network starts from this text until you change it there."))
        )
        self.address = LineField()
        self.address.setObjectName("post_address")
        self.address.setPlaceholderText(self.tr("https://… where the finished check will stand"))
        self.address.edited.connect(self._on_address_edited)
        add_field(self._form.column, self.tr("Address of the finished check"), self.address)
        self.alt_text = AltTextCard()
        self.alt_text.edited.connect(self._on_alt_text_edited)
        self.alt_text.copied.connect(self.copied)
        self._form.column.addWidget(self.alt_text)
        self.cards = {network.key: PostCard(network) for network in house.networks}
        for card in self.cards.values():
            card.edited.connect(self._on_edited)
            card.own_text_wanted.connect(self._on_own_text_wanted)
            card.followed.connect(self._on_followed)
            card.copied.connect(self.copied)
            card.split_wanted.connect(self._on_split_wanted)
            card.numbers_wanted.connect(self._on_numbers_wanted)
            card.break_wanted.connect(self._on_break_wanted)
            card.field.installEventFilter(self)
            self._form.column.addSpacing(6)
            self._form.column.addWidget(card)
        self._form.column.addStretch(1)
        desk.check_changed.connect(self._on_check_changed)
        if desk.has_check:
            self._on_check_changed(None, desk.check)

    def write_in(self) -> None:
        """Put the cursor into the common text."""
        self.common.put_cursor_at_end()

    def scroll_to(self, network: str) -> None:
        """Bring the card of a network to the top, as far as it goes."""
        card = self.cards[network]
        bar = self._form.verticalScrollBar()
        bar.setValue(card.mapTo(self._form.body, card.rect().topLeft()).y() - 14)

    def restyle(self) -> None:
        """Take the colours of the current theme."""
        if self._desk.has_check:
            self._show(self._desk.check)

    def showEvent(self, event: object) -> None:
        """Count when the pane comes to the front."""
        super().showEvent(event)  # type: ignore[arg-type]
        QTimer.singleShot(0, self.restyle)

    @Slot(object, object)
    def _on_check_changed(self, old: Check | None, new: Check | None) -> None:
        if new is None:
            return
        if old is not None and _shown_of(old) == _shown_of(new):
            return
        if self.isVisible():
            self._show(new)

    def _show(self, check: Check) -> None:
        self.common.show_text(check.post_text(""))
        self.address.show_text(check.url)
        self.alt_text.show_check(check)
        own = {post.network for post in check.posts}
        places = []
        for key, card in self.cards.items():
            over_from = card.show_check(check)
            if key not in own and over_from is not None:
                places.append(over_from)
        tint_over_limit(self.common, min(places, default=None))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Begin a new part of a thread where Ctrl+Enter is pressed."""
        if (
            isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
            and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
            and event.modifiers() & Qt.KeyboardModifier.ControlModifier
            and isinstance(watched, TextField)
        ):
            _break_at_cursor(watched)
            return True
        return super().eventFilter(watched, event)

    def _on_address_edited(self, text: str, step: int) -> None:
        self._desk.edit(
            self.tr("Change address"),
            lambda check: replace(check, url=text),
            key=f"check:url:{step}",
        )

    def _on_alt_text_edited(self, text: str, step: int) -> None:
        self._desk.edit(
            self.tr("Change image"),
            lambda check: with_alt_text(check, text),
            key=f"image:alt_text:{step}",
        )

    def _on_edited(self, network: str, text: str, step: int) -> None:
        self._desk.edit(
            self.tr("Change post"),
            lambda check: change.with_post_text(check, network, text),
            key=f"post:{network}:{step}",
        )

    def _on_own_text_wanted(self, network: str) -> None:
        text = self._desk.check.post_text(network)
        self._desk.edit(
            self.tr("Own text for a network"),
            lambda check: change.with_post_text(check, network, text),
        )
        self.cards[network].field.put_cursor_at_end()

    def _on_followed(self, network: str) -> None:
        self._desk.edit(
            self.tr("Follow the common text"),
            lambda check: change.with_post_text(check, network, None),
        )

    def _on_split_wanted(self, network: str, split: bool) -> None:
        self._desk.edit(
            self.tr("Split into a thread") if split else self.tr("Post in one piece"),
            lambda check: as_thread(check, network, split=split),
        )

    def _on_numbers_wanted(self, network: str, numbered: bool) -> None:
        self._desk.edit(
            self.tr("Numbers of a thread"),
            lambda check: with_numbers(check, network, numbered=numbered),
        )

    def _on_break_wanted(self, network: str) -> None:
        field = self.cards[network].field
        _break_at_cursor(field if field.isVisible() else self.common)


def _break_at_cursor(field: TextField) -> None:
    """Write a break on a line of its own where the cursor is."""
    cursor = field.textCursor()
    cursor.beginEditBlock()  # one edit, one step to undo
    cursor.removeSelectedText()
    if field.document().characterAt(cursor.position()) == " ":
        cursor.deleteChar()
    lead = "" if cursor.atBlockStart() else "\n"
    cursor.insertText(f"{lead}{BREAK}\n")
    cursor.endEditBlock()
    field.setTextCursor(cursor)
    field.setFocus(Qt.FocusReason.OtherFocusReason)


def _shown_of(check: Check) -> tuple[object, ...]:
    """Return what of a check the posts show."""
    return check.posts, check.url, check.dismissals, check.images
