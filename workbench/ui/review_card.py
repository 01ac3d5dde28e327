"""One quote that waits for a person: its old words, what the newest text offers, and the keys."""

from __future__ import annotations

import html
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QFrame,
    QHBoxLayout,
    QLabel,
    QVBoxLayout,
    QWidget,
)

from workbench.publish.renewal import fate_words
from workbench.reading.refind import RefoundState
from workbench.reading.surrounding import sentence_around, surrounding
from workbench.reading.word_difference import word_difference
from workbench.rules.open_quote import version_with
from workbench.ui.flow import FlowLayout
from workbench.ui.form import caption, link_button, muted, sentence_case, small_button
from workbench.ui.language import told
from workbench.ui.wording import moment_words, source_name

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from PySide6.QtGui import QFocusEvent, QKeyEvent

    from workbench.core.check import Check
    from workbench.reading.candidate import Candidate
    from workbench.rules.renewal import OpenPassage

_MOST_OFFERED = 6
"""Places offered by number; a person who sees none of them selects the right one."""


class ReviewCard(QFrame):
    """Shows one open quote; it has the keyboard as a whole, and each way on has a button too.

    Signals:
        taken: (passage id, start, end) the words that stand there in the newest text.
        selection_wanted, kept, dropped: (passage id).
        shown: (source id, version id, start, end) a place to look at.
        stepped: (1 or -1) the person goes on to the next or previous quote.
    """

    taken = Signal(str, int, int)
    selection_wanted = Signal(str)
    kept = Signal(str)
    dropped = Signal(str)
    shown = Signal(str, str, int, int)
    stepped = Signal(int)

    def __init__(self, check: Check, item: OpenPassage, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self.setObjectName("review_card")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.item = item
        self.offered = _offered(item)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(14, 10, 14, 12)
        self._column.setSpacing(4)
        self._add_head(check)
        if item.refound.now:
            self._add_difference()
        else:
            self._add_words(self.tr("Was"), [(item.refound.was, False)])
            self._add_places()
        self._add_buttons()

    def _add_head(self, check: Check) -> None:
        fate = QLabel(sentence_case(told(fate_words(self.item.refound))))
        fate.setObjectName("review_state")
        fate.setProperty("role", "flag")
        number = check.sources.index(self.item.source) + 1
        parts = [source_name(self.item.source, number)]
        numbers = [check.claim_number(claim_id) for claim_id in self.item.claim_ids]
        if numbers:
            noun = self.tr("claim") if len(numbers) == 1 else self.tr("claims")
            parts.append(f"{noun} {', '.join(map(str, numbers))}")
        where = muted(" · ".join(parts))
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addWidget(fate)
        row.addWidget(where, 1)
        self._column.addLayout(row)
        self.setAccessibleName(
            self.tr("{state}: {words}. {where}").format(
                state=fate.text(), words=_short(self.item.refound.was), where=where.text()
            )
        )

    def _add_difference(self) -> None:
        """Show both wordings; with the rest of the sentence where the words are the same."""
        found = self.item.refound
        old, new = found.was, found.now
        if not any(piece.differs for piece in word_difference(old, new)[1]):
            version = version_with(self.item.source, self.item.passage.version_id)
            selector = self.item.passage.selector
            old = sentence_around(version.text, selector.start, selector.end).text
            text = self.item.source.version.text
            new = sentence_around(text, found.selector.start, found.selector.end).text
        before, after = word_difference(" ".join(old.split()), " ".join(new.split()))
        self._add_words(self.tr("Was"), before, tag="s")
        self._add_words(self.tr("Now"), after, tag="u")

    def _add_words(self, title: str, pieces: Iterable[tuple[str, bool]], tag: str = "u") -> None:
        label = QLabel()
        label.setObjectName("review_words")
        label.setWordWrap(True)
        label.setTextFormat(Qt.TextFormat.RichText)
        label.setText("".join(_marked(text, tag if differs else "") for text, differs in pieces))
        self._column.addWidget(caption(title))
        self._column.addWidget(label)

    def _add_places(self) -> None:
        if not self.offered:
            self._column.addWidget(muted(self.tr("The newest text has no such words.")))
            return
        is_lost = self.item.refound.state is RefoundState.LOST
        title = self.tr("What is likest to it") if is_lost else self.tr("Which of these is it?")
        self._column.addWidget(caption(title))
        for number, place in enumerate(self.offered, start=1):
            self._column.addLayout(self._place_row(number, place))
        more = len(self.item.refound.candidates) - len(self.offered)
        if more > 0:
            self._column.addWidget(muted(self.tr("and %d less likely places") % more))

    def _place_row(self, number: int, place: Candidate) -> QHBoxLayout:
        take = small_button(str(number), f"review_place_{number}")
        take.setAccessibleName(self.tr("Take place {number}").format(number=number))
        take.clicked.connect(lambda: self._take(number))
        around = surrounding(self.item.source.version.text, place.start, place.end)
        words = QLabel(
            f"{html.escape(around.before)}{_marked(around.words, 'u')}{html.escape(around.after)}"
        )
        words.setTextFormat(Qt.TextFormat.RichText)
        words.setWordWrap(True)
        show = link_button(self.tr("Show"), "review_show_place")
        show.setAccessibleName(self.tr("Show place {number}").format(number=number))
        show.clicked.connect(lambda: self._show_new(place.start, place.end))
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addWidget(take, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(words, 1)
        row.addWidget(show, 0, Qt.AlignmentFlag.AlignTop)
        return row

    def _add_buttons(self) -> None:
        box = QWidget()
        row = FlowLayout(box, spacing=8)
        if self.item.refound.now:
            take = small_button(self.tr("Take the new words (Enter)"), "review_take")
            take.clicked.connect(self._take_first)
            row.addWidget(take)
        if self.item.can_keep:
            keep = small_button(self.tr("Keep the old words (K)"), "review_keep")
            keep.clicked.connect(self._keep)
            row.addWidget(keep)
        select = small_button(self.tr("Use my selection (S)"), "review_select")
        select.setToolTip(self.tr("Attach the quote to the words selected in the article"))
        select.clicked.connect(lambda: self.selection_wanted.emit(self.item.passage.id))
        row.addWidget(select)
        drop = small_button(self.tr("Remove the quote (Del)"), "review_drop")
        drop.clicked.connect(lambda: self.dropped.emit(self.item.passage.id))
        row.addWidget(drop)
        if self.item.can_keep:
            old = link_button(self.tr("Show in the older text (O)"), "review_old")
            old.setToolTip(
                moment_words(version_with(self.item.source, self.item.passage.version_id))
            )
            old.clicked.connect(self._show_old)
            row.addWidget(old)
        self._column.addSpacing(6)
        self._column.addWidget(box)

    def show_place(self) -> None:
        """Ask to see the likeliest place in the newest text; what is lost, in the older one."""
        found = self.item.refound
        if found.is_attached:
            self._show_new(found.selector.start, found.selector.end)
        elif self.offered:
            self._show_new(self.offered[0].start, self.offered[0].end)
        else:
            self._show_old()

    def _show_new(self, start: int, end: int) -> None:
        source = self.item.source
        self.shown.emit(source.id, source.version.id, start, end)

    def _show_old(self) -> None:
        passage = self.item.passage
        selector = passage.selector
        if self.item.can_keep:
            self.shown.emit(passage.source_id, passage.version_id, selector.start, selector.end)

    def _keep(self) -> None:
        if self.item.can_keep:
            self.kept.emit(self.item.passage.id)

    def _take_first(self) -> None:
        found = self.item.refound
        if found.is_attached:
            place = found.selector
            self.taken.emit(self.item.passage.id, place.start, place.end)

    def _take(self, number: int) -> None:
        if number <= len(self.offered):
            place = self.offered[number - 1]
            self.taken.emit(self.item.passage.id, place.start, place.end)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Bring the place into view when the keyboard comes here."""
        super().focusInEvent(event)
        self.show_place()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Settle the quote with one key."""
        here = QApplication.focusWidget()
        key = event.key()
        acts: dict[Qt.Key, Callable[[], None]] = {
            Qt.Key.Key_K: self._keep,
            Qt.Key.Key_S: lambda: self.selection_wanted.emit(self.item.passage.id),
            Qt.Key.Key_O: self._show_old,
            Qt.Key.Key_Down: lambda: self.stepped.emit(1),
            Qt.Key.Key_Up: lambda: self.stepped.emit(-1),
            Qt.Key.Key_Delete: lambda: self.dropped.emit(self.item.passage.id),
        }
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            super().keyPressEvent(event)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if isinstance(here, QAbstractButton) and self.isAncestorOf(here):
                here.click()
            else:
                self._take_first()
        elif key in acts:
            acts[Qt.Key(key)]()
        elif event.text().isdecimal() and event.text() != "0":
            self._take(int(event.text()))
        else:
            super().keyPressEvent(event)


def _offered(item: OpenPassage) -> tuple[Candidate, ...]:
    """Return the places to choose from; none where one is proposed already."""
    return () if item.refound.now else item.refound.candidates[:_MOST_OFFERED]


def _marked(text: str, tag: str) -> str:
    """Return words for a label; what differs is bold, and struck out (s) or underlined (u)."""
    escaped = html.escape(text)
    if not tag:
        return escaped
    space = " " if escaped.endswith(" ") else ""
    return f"<b><{tag}>{escaped.rstrip(' ')}</{tag}></b>{space}"


def _short(words: str) -> str:
    line = " ".join(words.split())
    return line if len(line) <= 120 else line[:120].rpartition(" ")[0] + " …"
