"""One conflict of a merge: both values side by side, whose they are, and the ways to settle it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from workbench.core.change_conflict import can_take_other, value_now
from workbench.publish.conflict_place import place_words
from workbench.publish.conflict_value import value_words
from workbench.reading.word_difference import Piece, word_difference
from workbench.ui.flow import FlowLayout
from workbench.ui.form import caption, link_button, muted, small_button
from workbench.ui.language import told
from workbench.ui.marked_words import ONLY_OTHER, ONLY_THIS, marked
from workbench.ui.moment import moment

if TYPE_CHECKING:
    from datetime import datetime

    from PySide6.QtGui import QKeyEvent

    from workbench.core.check import Check
    from workbench.core.review import MergeConflict
    from workbench.house.house import House

_SHORT = 120
_LINES = 6
"""Of the field in which something is written anew, and of an item that one side removed."""


class ConflictCard(QFrame):
    """Shows one conflict; it has the keyboard as a whole, and each way on has a button too.

    Signals:
        kept, taken: (conflict id) what stands stays; the other value takes its place.
        written: (conflict id, words) neither: these words are to stand there.
        shown: (path) go where it is in the check.
        stepped: (1 or -1) the person goes on to the next or previous conflict.
    """

    kept = Signal(str)
    taken = Signal(str)
    written = Signal(str, str)
    shown = Signal(str)
    stepped = Signal(int)

    def __init__(
        self, check: Check, house: House, conflict: MergeConflict, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self.setObjectName("conflict_card")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.conflict = conflict
        self.now = value_now(check, conflict)
        self._place = told(place_words(check, house, conflict.path))
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(14, 10, 14, 12)
        self._column.setSpacing(6)
        self._field: QPlainTextEdit | None = None
        self._add_head()
        stands = self.now if conflict.settled_at is None else conflict.kept
        values = [value_words(check, house, conflict.path, one) for one in (stands, conflict.other)]
        self._add_sides([told(words) for words in values])
        if conflict.settled_at is None:
            self._add_buttons(can_take=can_take_other(check, conflict))
        else:
            self._add_end(conflict.settled_by, conflict.settled_at)
        self.setAccessibleName(
            self.tr("{place}. Stands: {one} The other: {other}").format(
                place=self._place, one=_short(values[0]), other=_short(values[1])
            )
        )

    def _add_head(self) -> None:
        place = QLabel(self._place)
        place.setObjectName("conflict_place")
        place.setProperty("role", "strong")
        place.setTextFormat(Qt.TextFormat.PlainText)
        place.setWordWrap(True)
        go = link_button(self.tr("Go there (G)"), "conflict_show")
        go.clicked.connect(lambda: self.shown.emit(self.conflict.path))
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addWidget(place, 1)
        row.addWidget(go, 0, Qt.AlignmentFlag.AlignTop)
        self._column.addLayout(row)

    def _add_sides(self, values: list[str]) -> None:
        """Show both values beside each other; what only one has is tinted and has its sign."""
        one = self.conflict
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(4)
        is_removal = not one.other or not (self.now or one.kept)
        pieces = _whole(values) if is_removal else word_difference(*values)
        heads = (
            (self.tr("Stands here"), one.kept_who, one.kept_at),
            (self.tr("The other"), one.other_who, one.other_at),
        )
        signs = (ONLY_THIS, ONLY_OTHER)
        names = ("conflict_stands", "conflict_other")
        sides = zip(heads, pieces, signs, names, strict=True)
        for column, ((title, who, at), side, sign, name) in enumerate(sides):
            when = moment(at.astimezone())
            by = self.tr("{who}, {when}").format(who=who, when=when) if who else when
            words = QLabel(marked(side, *sign))
            words.setObjectName(name)
            words.setWordWrap(True)
            words.setTextFormat(Qt.TextFormat.RichText)
            words.setAlignment(Qt.AlignmentFlag.AlignTop)
            words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            grid.addWidget(caption(title), 0, column)
            grid.addWidget(muted(by), 1, column)
            grid.addWidget(words, 2, column)
            grid.setColumnStretch(column, 1)
            grid.setColumnMinimumWidth(column, 40)
        if one.settled_at is None and _plain(self.now) != _plain(one.kept):
            changed = muted(self.tr("Changed here since the two were joined."))
            grid.addWidget(changed, 3, 0)
        self._column.addLayout(grid)

    def _add_buttons(self, *, can_take: bool) -> None:
        box = QWidget()
        row = FlowLayout(box, spacing=8)
        keep = small_button(self.tr("Keep what stands (K)"), "conflict_keep")
        keep.clicked.connect(lambda: self.kept.emit(self.conflict.id))
        self._take = small_button(self.tr("Take the other (T)"), "conflict_take")
        self._take.clicked.connect(lambda: self.taken.emit(self.conflict.id))
        self._take.setEnabled(can_take)
        edit = small_button(self.tr("Write it anew (E)"), "conflict_edit")
        edit.clicked.connect(self._edit)
        for button in (keep, self._take, edit):
            row.addWidget(button)
        self._column.addSpacing(4)
        self._column.addWidget(box)
        if not can_take:
            self._column.addWidget(
                muted(self.tr("The other value does not fit any more: what it hangs on is gone."))
            )

    def _add_end(self, who: str, at: datetime) -> None:
        when = moment(at.astimezone())
        words = self.tr("Settled by {who}, {when}.") if who else self.tr("Settled {when}.")
        self._column.addWidget(muted(words.format(who=who, when=when)))

    # -- writing it anew

    @property
    def is_text(self) -> bool:
        """Whether what stands there is words, which can be written anew here."""
        return (
            self.now.startswith('"')
            and self.conflict.other.startswith('"')
            and _is_prose(self.conflict.path)
        )

    def _edit(self) -> None:
        """Offer a field with what stands now; what is no text is edited at its place."""
        if not self.is_text:
            self.shown.emit(self.conflict.path)
            return
        if self._field is None:
            self._field = QPlainTextEdit()  # with an undo of its own: nothing is in the check yet
            self._field.setObjectName("conflict_field")
            self._field.setTabChangesFocus(True)
            self._field.setPlainText(json.loads(self.now))
            self._field.setFixedHeight(self._field.fontMetrics().lineSpacing() * _LINES)
            done = small_button(self.tr("Let this stand (Ctrl+Enter)"), "conflict_write")
            done.clicked.connect(self._write)
            self._column.addWidget(caption(self.tr("What is to stand there"), self._field))
            self._column.addWidget(self._field)
            self._column.addWidget(done, 0, Qt.AlignmentFlag.AlignLeft)
        self._field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _write(self) -> None:
        if self._field is not None:
            self.written.emit(self.conflict.id, self._field.toPlainText())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Settle the conflict with one key."""
        here = QApplication.focusWidget()
        key, is_open = event.key(), self.conflict.settled_at is None
        is_enter = key in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if is_enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._write()
        elif isinstance(here, QPlainTextEdit) or event.modifiers() & ~_KEYPAD:
            super().keyPressEvent(event)
        elif is_enter and isinstance(here, QAbstractButton):
            here.click()
        elif key == Qt.Key.Key_G or is_enter:
            self.shown.emit(self.conflict.path)
        elif key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self.stepped.emit(1 if key == Qt.Key.Key_Down else -1)
        elif key == Qt.Key.Key_K and is_open:
            self.kept.emit(self.conflict.id)
        elif key == Qt.Key.Key_T and is_open and self._take.isEnabled():
            self.taken.emit(self.conflict.id)
        elif key == Qt.Key.Key_E and is_open:
            self._edit()
        else:
            super().keyPressEvent(event)


_KEYPAD = Qt.KeyboardModifier.KeypadModifier
_PROSE = frozenset(
    {
        *("title", "author", "reviewer", "notes", "note", "reason", "wording", "text", "heading"),
        *("as_circulated", "as_supported", "claimant", "looked_at", "outlet", "byline", "caption"),
        *("alt_text", "who", "question", "answer", "through", "rights", "agency", "dateline"),
        *("creator", "licence", "now", "was", "actor", "action", "recipient", "place"),
    }
)
"""Fields that hold words and no code, address or date."""


def _plain(text: str) -> object:
    return json.loads(text) if text else None


def _is_prose(path: str) -> bool:
    return path.rpartition("/")[2] in _PROSE


def _whole(values: list[str]) -> tuple[tuple[Piece, ...], ...]:
    """Return an item and that it was removed, unmarked; of a long one only the first lines."""
    shown = []
    for words in values:
        lines = words.split("\n")
        more = ("…",) if len(lines) > _LINES else ()
        shown.append((Piece("\n".join((*lines[:_LINES], *more)), False),))
    return tuple(shown)


def _short(words: str) -> str:
    line = " ".join(words.split())
    return f"{line}." if len(line) <= _SHORT else f"{line[:_SHORT].rstrip()} …"
