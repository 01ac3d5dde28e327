"""A post for one network: its counter with the link priced in, and its own text if it has one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QT_TRANSLATE_NOOP, Signal
from PySide6.QtWidgets import QCheckBox, QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from workbench.core.change_post import has_numbers, is_thread
from workbench.core.network import CountUnit
from workbench.publish.count import count
from workbench.publish.post import LINK, post_for
from workbench.publish.post_limit import over_limit_from
from workbench.publish.post_thread import can_be_thread, parts_for
from workbench.ui.alt_text_card import AltTextLine
from workbench.ui.field import TextField
from workbench.ui.flow import FlowLayout
from workbench.ui.form import inline_caption, link_button, muted, restyled, small_button, tell_apart
from workbench.ui.language import told
from workbench.ui.over_limit import tint_over_limit
from workbench.ui.thread_list import ThreadList
from workbench.ui.variant_line import VariantLine

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
    """Counts the post of one network, in one piece or as a thread, from its own text or a common.

    Signals:
        edited: (network key, text, step number).
        own_text_wanted: (network key) to begin a text of its own from the common one.
        followed: (network key) to follow the common text again.
        copied: (what it is, text as it goes out).
        split_wanted: (network key, whether as a thread or in one piece).
        numbers_wanted: (network key, whether the parts end in their numbers).
        break_wanted: (network key) that a part begins at the cursor.
    """

    edited = Signal(str, str, int)
    own_text_wanted = Signal(str)
    followed = Signal(str)
    copied = Signal(str, str)
    split_wanted = Signal(str, bool)
    numbers_wanted = Signal(str, bool)
    break_wanted = Signal(str)

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
        self._rule.setToolTip(told(self.network.source))
        self._own = link_button(self.tr("Change for {name}").format(name=self.network.name))
        self._own.setObjectName(f"own_text_{self.network.key}")
        self._own.clicked.connect(lambda: self.own_text_wanted.emit(self.network.key))
        self._follow = link_button(self.tr("Follow the common text"))
        self._follow.setObjectName(f"follow_{self.network.key}")
        tell_apart(self._follow, self.network.name)
        self._follow.clicked.connect(lambda: self.followed.emit(self.network.key))
        self._copy = small_button(self.tr("Copy"), f"copy_{self.network.key}")
        self._copy.setAccessibleName(
            self.tr("Copy the post for {name}").format(name=self.network.name)
        )
        self._copy.clicked.connect(lambda: self.copied.emit(self._named(), self._outgoing))
        self.alt_text = AltTextLine(self.network)
        self.variant = VariantLine(self.network, self.alt_text)
        self.thread_list = ThreadList(self.network)
        self.thread_list.copied.connect(self._on_part_copied)
        head = QHBoxLayout()
        head.addWidget(name)
        head.addWidget(self._rule, 1)
        head.addWidget(self.counter)
        self._thread_row = self._built_thread_line()
        foot = QHBoxLayout()
        foot.setSpacing(16)
        foot.addWidget(self._own)
        foot.addWidget(self._follow)
        foot.addWidget(self._split)
        foot.addStretch(1)
        foot.addWidget(self._copy)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 10, 12, 8)
        column.setSpacing(6)
        column.addLayout(head)
        column.addWidget(self.field)
        column.addWidget(self.variant)
        column.addWidget(self.thread_list)
        column.addWidget(self._thread_row)
        column.addLayout(foot)

    def _built_thread_line(self) -> QWidget:
        """Return the row with what can be done about a thread; make the way to one."""
        key, name = self.network.key, self.network.name
        self._split = link_button(self.tr("Split into a thread"), f"split_{key}")
        self._split.setAccessibleName(
            self.tr("Split the post for {name} into a thread").format(name=name)
        )
        self._split.clicked.connect(lambda: self._on_split_clicked(split=True))
        self._whole = link_button(self.tr("In one piece"), f"whole_{key}")
        self._whole.setAccessibleName(
            self.tr("Post for {name} in one piece again").format(name=name)
        )
        self._whole.clicked.connect(lambda: self._on_split_clicked(split=False))
        self._break = link_button(self.tr("New part at the cursor"), f"break_{key}")
        self._break.setAccessibleName(
            self.tr("New part at the cursor for {name}").format(name=name)
        )
        self._break.setToolTip(self.tr("Ctrl+Enter in the text; [BREAK] never goes out."))
        self._break.clicked.connect(lambda: self.break_wanted.emit(key))
        self._numbers = QCheckBox(self.tr("With numbers"))
        self._numbers.setObjectName(f"numbers_{key}")
        self._numbers.setToolTip(self.tr("Each part ends in its number, as 2/5."))
        self._numbers.setAccessibleName(
            self.tr("Parts for {name} end in their numbers").format(name=name)
        )
        self._numbers.toggled.connect(lambda on: self.numbers_wanted.emit(key, on))
        row = QWidget()
        line = FlowLayout(row, spacing=16)
        for widget in (self._whole, self._break, self._numbers):
            line.addWidget(widget)
        return row

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
        self.variant.show_variant(check.post_text(""), text if own else None)
        self.alt_text.show_check(check)
        self._outgoing = post_for(check, self.network)
        counted = count(self._outgoing, self.network)
        split = is_thread(check, self.network.key)
        self._show_thread(check, split=split)
        if split:
            self._show_thread_count()
            tint_over_limit(self.field, None)
            return None
        self._show_count(counted, linked=bool(check.url) or LINK in text)
        over_from = None if counted.valid else over_limit_from(text, check.url, self.network)
        tint_over_limit(self.field, over_from if own else None)
        return over_from

    def _show_thread(self, check: Check, *, split: bool) -> None:
        self.thread_list.show_parts(parts_for(check, self.network) if split else ())
        self.thread_list.setVisible(split)
        self._split.setVisible(not split and can_be_thread(check, self.network))
        self._copy.setVisible(not split)
        self._thread_row.setVisible(split)
        self._numbers.blockSignals(True)
        self._numbers.setChecked(has_numbers(check, self.network.key))
        self._numbers.blockSignals(False)

    def _show_thread_count(self) -> None:
        total = len(self.thread_list.parts)
        words = self.tr("1 part") if total == 1 else self.tr("{n} parts").format(n=total)
        bad = any(part.counter.property("tone") == "bad" for part in self.thread_list.parts)
        self.counter.setText(words)
        restyled(self.counter, "tone", "bad" if bad else "good" if total else "quiet")
        self.counter.setAccessibleName(f"{self.network.name}: {words}")
        self._rule.setText(
            self.tr("fits in one piece")
            if total == 1
            else self.tr("a thread, cut at the ends of sentences")
        )

    def _on_split_clicked(self, *, split: bool) -> None:
        self.split_wanted.emit(self.network.key, split)
        if split and self.thread_list.parts:
            self.thread_list.parts[0].copy.setFocus()
        elif not split:
            (self._split if self._split.isVisible() else self._copy).setFocus()

    def _on_part_copied(self, place: int, text: str) -> None:
        total = len(self.thread_list.parts)
        words = self.tr("Part {number} of {total} for {name}")
        what = words.format(name=self.network.name, number=place + 1, total=total)
        self.copied.emit(what if total > 1 else self._named(), text)

    def _named(self) -> str:
        return self.tr("Post for {name}").format(name=self.network.name)

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
