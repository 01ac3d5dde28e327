"""A post for one network: its counter with the link priced in, and its own text if it has one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QT_TRANSLATE_NOOP, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from workbench.core.network import CountUnit
from workbench.publish.count import count
from workbench.publish.post import LINK, post_for
from workbench.publish.post_limit import over_limit_from
from workbench.ui.field import TextField
from workbench.ui.form import inline_caption, link_button, muted, restyled, small_button
from workbench.ui.over_limit import tint_over_limit

if TYPE_CHECKING:
    from workbench.core.check import Check
    from workbench.core.network import Network
    from workbench.publish.count import PostCount

_UNIT_WORDS = {
    CountUnit.WEIGHTED: QT_TRANSLATE_NOOP("PostCard", "weighted characters"),
    CountUnit.GRAPHEMES: QT_TRANSLATE_NOOP("PostCard", "characters as read"),
    CountUnit.UTF16: QT_TRANSLATE_NOOP("PostCard", "UTF-16 units"),
    CountUnit.CODE_POINTS: QT_TRANSLATE_NOOP("PostCard", "characters"),
    CountUnit.STRICTEST: QT_TRANSLATE_NOOP("PostCard", "characters, counted strictly"),
}


class PostCard(QFrame):
    """Counts the post of one network; a text of its own can be begun and given up again.

    Signals:
        edited: (network key, text, step number).
        own_text_wanted: (network key) to begin a text of its own from the common one.
        followed: (network key) to follow the common text again.
        copied: (network name, text as it goes out).
    """

    edited = Signal(str, str, int)
    own_text_wanted = Signal(str)
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
        self.field = TextField(least_lines=3, most_lines=14)
        self.field.setObjectName(f"post_text_{self.network.key}")
        name = inline_caption(self.network.name, self.field)
        self.field.setAccessibleName(self.tr("Post for {name}").format(name=self.network.name))
        self.field.edited.connect(lambda text, step: self.edited.emit(self.network.key, text, step))
        self.counter = QLabel()
        self.counter.setObjectName(f"counter_{self.network.key}")
        self._rule = muted()
        self._rule.setToolTip(self.network.source)
        self._own = link_button(self.tr("Change for {name}").format(name=self.network.name))
        self._own.setObjectName(f"own_text_{self.network.key}")
        self._own.clicked.connect(lambda: self.own_text_wanted.emit(self.network.key))
        self._follow = link_button(self.tr("Follow the common text"))
        self._follow.setObjectName(f"follow_{self.network.key}")
        self._follow.clicked.connect(lambda: self.followed.emit(self.network.key))
        copy = small_button(self.tr("Copy"), f"copy_{self.network.key}")
        copy.setAccessibleName(self.tr("Copy the post for {name}").format(name=self.network.name))
        copy.clicked.connect(lambda: self.copied.emit(self.network.name, self._outgoing))
        head = QHBoxLayout()
        head.addWidget(name)
        head.addWidget(self._rule, 1)
        head.addWidget(self.counter)
        foot = QHBoxLayout()
        foot.addWidget(self._own)
        foot.addWidget(self._follow)
        foot.addStretch(1)
        foot.addWidget(copy)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 10, 12, 8)
        column.setSpacing(6)
        column.addLayout(head)
        column.addWidget(self.field)
        column.addLayout(foot)

    @property
    def outgoing(self) -> str:
        """The post as it goes out, link included."""
        return self._outgoing

    def show_check(self, check: Check) -> int | None:
        """Show a check's post; return from where its text is too long, if it is."""
        own = any(post.network == self.network.key for post in check.posts)
        text = check.post_text(self.network.key)
        self.field.setVisible(own)
        self.field.show_text(text)
        self._own.setVisible(not own)
        self._follow.setVisible(own)
        self._outgoing = post_for(check, self.network)
        counted = count(self._outgoing, self.network)
        self._show_count(counted, linked=bool(check.url) or LINK in text)
        over_from = None if counted.valid else over_limit_from(text, check.url, self.network)
        tint_over_limit(self.field, over_from if own else None)
        return over_from

    def _show_count(self, counted: PostCount, *, linked: bool) -> None:
        empty = not self._outgoing
        over = not counted.valid and not empty
        self.counter.setText(f"{counted.length} / {counted.limit}")
        restyled(self.counter, "tone", "bad" if over else "quiet" if empty else "good")
        self._rule.setText(self._rule_words(counted, linked=linked or empty))
        self.counter.setAccessibleName(
            self.tr("{name}: {length} of {limit}").format(
                name=self.network.name, length=counted.length, limit=counted.limit
            )
        )

    def _rule_words(self, counted: PostCount, *, linked: bool) -> str:
        price = (
            self.tr("a link costs {cost}").format(cost=self.network.url_cost)
            if self.network.url_cost is not None
            else self.tr("a link counts in full")
        )
        parts = [self.tr(str(_UNIT_WORDS[self.network.unit])), price]
        if not linked:
            parts.insert(0, self.tr("no link in it yet"))
        if counted.length > counted.limit:
            over = counted.length - counted.limit
            parts.insert(0, self.tr("{count} too long").format(count=over))
        return " · ".join(parts)
