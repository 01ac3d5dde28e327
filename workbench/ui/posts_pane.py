"""The posts: one common text, and a card for every network with its own counter."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from workbench.core import change
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
        copied: (network name, text as it goes out).
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
        add_field(self._form.column, self.tr("Common text"), self.common)
        self._form.column.addWidget(
            muted(self.tr("Every network starts from this text until you change it there."))
        )
        self.address = LineField()
        self.address.setObjectName("post_address")
        self.address.setPlaceholderText(self.tr("https://… where the finished check will stand"))
        self.address.edited.connect(self._on_address_edited)
        add_field(self._form.column, self.tr("Address of the finished check"), self.address)
        self.cards = {network.key: PostCard(network) for network in house.networks}
        for card in self.cards.values():
            card.edited.connect(self._on_edited)
            card.own_text_wanted.connect(self._on_own_text_wanted)
            card.followed.connect(self._on_followed)
            card.copied.connect(self.copied)
            self._form.column.addSpacing(6)
            self._form.column.addWidget(card)
        self._form.column.addStretch(1)
        desk.check_changed.connect(self._on_check_changed)
        if desk.has_check:
            self._on_check_changed(None, desk.check)

    def write_in(self) -> None:
        """Put the cursor into the common text."""
        self.common.put_cursor_at_end()

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
        if old is not None and (old.posts, old.url) == (new.posts, new.url):
            return
        if self.isVisible():
            self._show(new)

    def _show(self, check: Check) -> None:
        self.common.show_text(check.post_text(""))
        self.address.show_text(check.url)
        own = {post.network for post in check.posts}
        places = []
        for key, card in self.cards.items():
            over_from = card.show_check(check)
            if key not in own and over_from is not None:
                places.append(over_from)
        tint_over_limit(self.common, min(places, default=None))

    def _on_address_edited(self, text: str, step: int) -> None:
        self._desk.edit(
            self.tr("Change address"),
            lambda check: replace(check, url=text),
            key=f"check:url:{step}",
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
