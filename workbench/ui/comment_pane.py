"""The comments on a check: what is open first, by place, to be answered and settled."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from workbench.rules.commented import is_for, open_threads, people_of
from workbench.rules.commented_place import in_order, placed_threads
from workbench.ui.comment_list import CommentListView, CommentRow
from workbench.ui.comment_wording import (
    about_words,
    open_words,
    place_words,
    remark_head,
    state_words,
)
from workbench.ui.form import link_button, muted, small_button

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from workbench.core.check import Check
    from workbench.house.house import House
    from workbench.rules.commented_place import PlacedThread
    from workbench.ui.desk import Desk

OPEN, ALL, MINE = "open", "all", "mine"


class CommentPane(QWidget):
    """Lists the comments on the desk's check.

    Signals:
        opened: (thread id) to be shown at its place.
        answer_asked, settle_asked: (thread id).
        add_asked: a comment on the check as a whole.
        closed: back to the claims.
    """

    opened = Signal(str)
    answer_asked = Signal(str)
    settle_asked = Signal(str)
    add_asked = Signal()
    closed = Signal()

    def __init__(
        self,
        desk: Desk,
        house: Callable[[], House],
        person: Callable[[], str],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("comment_pane")
        self._desk, self._house, self._person = desk, house, person
        self._shows = OPEN
        self._build()
        desk.check_changed.connect(self._on_check_changed)
        self.show_comments()

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 14, 20, 14)
        column.setSpacing(8)
        self._summary = QLabel()
        self._summary.setObjectName("comment_summary")
        self._summary.setProperty("role", "heading")
        close = link_button(self.tr("Close"), "comment_close")
        close.setAccessibleName(self.tr("Close the comments"))
        close.clicked.connect(self.closed)
        head = QHBoxLayout()
        head.addWidget(self._summary)
        head.addStretch(1)
        head.addWidget(close)
        column.addLayout(head)
        column.addLayout(self._built_filters())
        self._words = muted("")
        self._words.setObjectName("comment_words")
        column.addWidget(self._words)
        self.list = CommentListView()
        self.list.opened.connect(self.opened)
        self.list.answer_asked.connect(self.answer_asked)
        self.list.settle_asked.connect(self.settle_asked)
        self.list.selectionModel().currentChanged.connect(self._name_buttons)
        column.addWidget(self.list, 1)
        column.addLayout(self._built_actions())
        self._hint = muted(
            self.tr(
                "Enter goes to the place, Ctrl+9 comes back. A answers, R resolves or opens again."
            )
        )
        column.addWidget(self._hint)
        column.addStretch(0)
        self.setFocusProxy(self.list)

    def _built_filters(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(4)
        self._filters: dict[str, QPushButton] = {}
        group = QButtonGroup(self)
        for key in (OPEN, ALL, MINE):
            button = self._filters[key] = small_button("", f"comments_{key}")
            button.setCheckable(True)
            button.setProperty("role", "tab")
            button.setChecked(key == self._shows)
            group.addButton(button)
            button.toggled.connect(lambda on, key=key: self._on_filter(key, on=on))
            row.addWidget(button)
        row.addStretch(1)
        return row

    def _built_actions(self) -> QHBoxLayout:
        self._go = small_button(self.tr("Go to the place"), "comment_go")
        self._answer = small_button(self.tr("Answer"), "comment_answer")
        self._settle = small_button(self.tr("Resolve"), "comment_resolve")
        add = link_button(self.tr("Comment on the whole check"), "comment_add")
        add.clicked.connect(self.add_asked)
        self._go.clicked.connect(lambda: self._emit(self.opened))
        self._answer.clicked.connect(lambda: self._emit(self.answer_asked))
        self._settle.clicked.connect(lambda: self._emit(self.settle_asked))
        row = QHBoxLayout()
        row.setSpacing(8)
        for button in (self._go, self._answer, self._settle):
            row.addWidget(button)
        row.addStretch(1)
        row.addWidget(add)
        return row

    def _emit(self, signal: object) -> None:
        if self.list.chosen:
            signal.emit(self.list.chosen)  # type: ignore[attr-defined]

    def choose(self, thread_id: str) -> None:
        """Choose a thread, among all of them if it is not among those on show."""
        if thread_id and self.list.comments.row_of(thread_id) < 0:
            self._filters[ALL].setChecked(True)
        self.list.choose(thread_id)

    def restyle(self) -> None:
        """Take the colours of the current theme."""
        self.list.viewport().update()

    @Slot(object, object)
    def _on_check_changed(self, old: Check | None, new: Check | None) -> None:
        if new is not None and (old is None or self.isVisible() or old.comments != new.comments):
            self.show_comments()

    def show_comments(self) -> None:
        """Show the comments as they are now."""
        if not self._desk.has_check:
            return
        check, house = self._desk.check, self._house()
        parts = [part.key for part in house.template.parts]
        threads = in_order(check, placed_threads(check), parts)
        still_open = len(open_threads(check))
        mine = self._for_me(check, threads)
        shown = {OPEN: [one for one in threads if one.thread.opening.is_open], MINE: mine}
        chosen = shown.get(self._shows, list(threads))
        counts = {OPEN: still_open, ALL: len(threads), MINE: len(mine)}
        names = {OPEN: self.tr("Open"), ALL: self.tr("All"), MINE: self.tr("For me")}
        for key, button in self._filters.items():
            button.setText(f"{names[key]}  {counts[key]}")
        self._summary.setText(open_words(still_open) if still_open else self.tr("Comments"))
        self._words.setText(self._explained(threads, chosen))
        self._words.setVisible(bool(self._words.text()))
        for widget in (self.list, self._hint, self._go, self._answer, self._settle):
            widget.setVisible(bool(chosen))
        self.list.show_rows(self._rows(check, house, chosen))
        self._name_buttons()

    def _for_me(self, check: Check, threads: Sequence[PlacedThread]) -> list[PlacedThread]:
        person, people = self._person(), people_of(check)
        return [one for one in threads if person and is_for(one.thread, person, people)]

    def _rows(
        self, check: Check, house: House, threads: Sequence[PlacedThread]
    ) -> list[CommentRow]:
        rows: list[CommentRow] = []
        heading = ""
        for is_open in (True, False):
            for one in threads:
                if one.thread.opening.is_open is not is_open:
                    continue
                place = place_words(check, house, one)
                if not is_open:
                    place = self.tr("Resolved: {place}").format(place=place)
                if place != heading:
                    heading = place
                    rows.append(CommentRow(heading=place))
                rows.append(_row(one))
        return rows

    def _explained(self, threads: Sequence[PlacedThread], chosen: Sequence[PlacedThread]) -> str:
        if not threads:
            return self.tr(
                "Nobody has commented yet. Select words in the draft, a claim or the article, "
                "or put the cursor into a sentence, and press Ctrl+Alt+J."
            )
        if chosen:
            return ""
        if self._shows == MINE and not self._person():
            return self.tr(
                "Nobody has said who sits here: your name is asked for with your first comment."
            )
        if self._shows == MINE:
            return self.tr("No comment speaks to you. One does that has @{name} in it.").format(
                name=self._person()
            )
        return self.tr("Everything is resolved.")

    def _on_filter(self, key: str, *, on: bool) -> None:
        if on:
            self._shows = key
            self.show_comments()

    def _name_buttons(self, *_: object) -> None:
        row = next(
            (one for one in self.list.comments.rows if one.thread_id == self.list.chosen), None
        )
        is_open = row is None or row.is_open
        self._settle.setText(self.tr("Resolve") if is_open else self.tr("Open again"))


def _row(placed: PlacedThread) -> CommentRow:
    lines: list[tuple[str, str]] = []
    depths: list[int] = []
    if words := about_words(placed):
        lines.append((f"“{words}”", "quote"))
    if words := state_words(placed):
        lines.append((words, "state"))
    depths += [0] * len(lines)
    for one in placed.thread.remarks:
        lines += [(remark_head(one), "head"), (one.text, "text")]
        depths += [int(bool(one.thread))] * 2
    return CommentRow(
        thread_id=placed.thread.opening.id,
        is_open=placed.thread.opening.is_open,
        lines=tuple(lines),
        depths=tuple(depths),
    )
