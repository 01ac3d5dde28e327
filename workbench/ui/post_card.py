"""A post for one network: its text, its counter with the link priced in, and a copy button."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QTextEdit, QVBoxLayout, QWidget

from workbench.core.network import CountUnit
from workbench.publish.count import count
from workbench.publish.post import post_for
from workbench.ui.field import TextField
from workbench.ui.form import caption, link_button, muted, restyled, small_button
from workbench.ui.offset import utf16_length
from workbench.ui.theme import current_theme

if TYPE_CHECKING:
    from workbench.core.check import Check
    from workbench.core.network import Network

_UNIT_WORDS = {
    CountUnit.WEIGHTED: "weighted characters",
    CountUnit.GRAPHEMES: "characters as read",
    CountUnit.UTF16: "UTF-16 units",
    CountUnit.CODE_POINTS: "characters",
    CountUnit.STRICTEST: "characters, counted strictly",
}


class PostCard(QFrame):
    """Edits the post of one network; without a text of its own it follows the common one.

    Signals:
        edited: (network key, text, step number).
        followed: (network key) to follow the common text again.
        copied: (network name, text as it goes out).
    """

    edited = Signal(str, str, int)
    followed = Signal(str)
    copied = Signal(str, str)

    def __init__(self, network: Network, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.network = network
        self.setProperty("role", "card")
        self.setObjectName(f"post_{network.key}")
        self._outgoing = ""
        self._build()

    def _build(self) -> None:
        name = caption(self.network.name)
        self._state = muted(wrap=False)
        self.counter = QLabel()
        self.counter.setObjectName(f"counter_{self.network.key}")
        self.counter.setProperty("role", "strong")
        head = QHBoxLayout()
        head.addWidget(name)
        head.addWidget(self._state)
        head.addStretch(1)
        head.addWidget(self.counter)
        self.field = TextField(least_lines=3, most_lines=14)
        self.field.setObjectName(f"post_text_{self.network.key}")
        self.field.setAccessibleName(
            self.tr("Post for {network}").format(network=self.network.name)
        )
        name.setBuddy(self.field)
        self.field.edited.connect(lambda text, step: self.edited.emit(self.network.key, text, step))
        self._rule = muted()
        self._rule.setToolTip(self.network.source)
        self._follow = link_button(self.tr("Follow the common text"), "post_follow")
        self._follow.clicked.connect(lambda: self.followed.emit(self.network.key))
        copy = small_button(self.tr("Copy"), f"copy_{self.network.key}")
        copy.setAccessibleName(
            self.tr("Copy the post for {network}").format(network=self.network.name)
        )
        copy.clicked.connect(lambda: self.copied.emit(self.network.name, self._outgoing))
        foot = QHBoxLayout()
        foot.addWidget(self._rule, 1)
        foot.addWidget(self._follow)
        foot.addWidget(copy)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 12, 10)
        column.setSpacing(6)
        column.addLayout(head)
        column.addWidget(self.field)
        column.addLayout(foot)

    @property
    def outgoing(self) -> str:
        """The post as it goes out, link included."""
        return self._outgoing

    def show_check(self, check: Check) -> None:
        """Show a check's post for this network and count it."""
        own = any(post.network == self.network.key for post in check.posts)
        text = check.post_text(self.network.key)
        self.field.show_text(text)
        self._state.setText(self.tr("its own text") if own else self.tr("follows the common text"))
        self._follow.setVisible(own)
        self._outgoing = post_for(check, self.network)
        self._show_count(text, linked=bool(check.url))

    def _show_count(self, text: str, *, linked: bool) -> None:
        counted = count(self._outgoing, self.network)
        empty = not self._outgoing
        over = not counted.valid and not empty
        self.counter.setText(f"{counted.length} / {counted.limit}")
        restyled(self.counter, "tone", "bad" if over else "quiet" if empty else "good")
        self._rule.setText(self._rule_words(linked=linked, over=counted.length - counted.limit))
        self.counter.setAccessibleName(
            self.tr("{network}: {length} of {limit}").format(
                network=self.network.name, length=counted.length, limit=counted.limit
            )
        )
        self._tint(text, counted.over_from)

    def _rule_words(self, *, linked: bool, over: int) -> str:
        words = self.tr(_UNIT_WORDS[self.network.unit])
        price = (
            self.tr("a link costs {cost}").format(cost=self.network.url_cost)
            if self.network.url_cost is not None
            else self.tr("a link counts in full")
        )
        parts = [words, price]
        if not linked and "[LINK]" not in self._outgoing:
            parts.append(self.tr("no link in it yet: the check has no address"))
        if over > 0:
            parts.insert(0, self.tr("{count} too long").format(count=over))
        return " · ".join(parts)

    def _tint(self, text: str, over_from: int | None) -> None:
        """Tint the words that no longer fit; the link at the end is not in the field."""
        selections: list[QTextEdit.ExtraSelection] = []
        if over_from is not None and over_from < len(text):
            selection = QTextEdit.ExtraSelection()
            form = QTextCharFormat()
            form.setBackground(current_theme().tint("contradicted", 0.25))
            form.setFontUnderline(True)
            selection.format = form
            cursor = QTextCursor(self.field.document())
            cursor.setPosition(utf16_length(text[:over_from]))
            cursor.movePosition(QTextCursor.MoveOperation.End, QTextCursor.MoveMode.KeepAnchor)
            selection.cursor = cursor
            selections.append(selection)
        self.field.setExtraSelections(selections)
