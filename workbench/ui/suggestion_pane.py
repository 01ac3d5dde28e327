"""Suggestions beside today's text: the list, what can be done with one, and the reviews."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from workbench.ui.flow import FlowLayout
from workbench.ui.form import caption, empty_out, link_button, muted, small_button
from workbench.ui.suggestion_answer import AnswerField
from workbench.ui.suggestion_list import SuggestionList

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from workbench.rules.suggestion_return import ReceivedReview
    from workbench.ui.suggestion_entry import SuggestionEntry, SuggestionSection

_MOST_REVIEWS = 4
"""Reviews that have a line of their own, the latest ones."""


class SuggestionPane(QWidget):
    """Shows suggestions; asks for everything, and changes nothing.

    Signals:
        asked: (what, suggestion id): take, take_section, refuse, go, copy, reopen.
        answered: (suggestion id, words, whether it is refused with them).
        review_back_asked: (key of a received review).
        file_asked: the person has a file that came back.
        suggest_asked: the person wants to suggest a change.
        settled_shown: (whether the settled ones are wanted).
    """

    asked = Signal(str, str)
    answered = Signal(str, str, bool)
    review_back_asked = Signal(str)
    file_asked = Signal()
    suggest_asked = Signal()
    settled_shown = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("suggestion_pane")
        self.shows_settled = False
        self._can_settle = True
        self._build()

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 14, 20, 14)
        column.setSpacing(8)
        self._summary = QLabel()
        self._summary.setObjectName("suggestion_summary")
        self._summary.setProperty("role", "heading")
        self._settled = link_button("", "suggestion_settled")
        self._settled.clicked.connect(self._on_settled_clicked)
        head = QHBoxLayout()
        head.addWidget(self._summary, 1)
        head.addWidget(self._settled)
        column.addLayout(head)
        self._reviews = QVBoxLayout()
        self._reviews.setSpacing(4)
        column.addLayout(self._reviews)
        self._empty = self._built_empty()
        column.addWidget(self._empty)
        self.list = SuggestionList()
        self.list.asked.connect(self._on_asked)
        self.list.chosen_changed.connect(self._show_buttons)
        column.addWidget(self.list, 1)
        self.answer = AnswerField()
        self.answer.given.connect(self._on_answer_given)
        self.answer.left.connect(self.list.setFocus)
        column.addWidget(self.answer)
        self._actions = self._built_actions()
        column.addWidget(self._actions)
        self._hint = muted(
            self.tr(
                "↓ and ↑ go to the next and the previous one. Enter goes to the place, Ctrl+8 "
                "comes back. Each one taken is one step of Undo."
            )
        )
        column.addWidget(self._hint)
        self._stretch = QWidget()
        column.addWidget(self._stretch, 1)
        self.setFocusProxy(self.list)

    def _built_empty(self) -> QWidget:
        box = QWidget()
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        words = muted(
            self.tr(
                "Send an editor a copy (Export). What comes back, as Markdown or as a Word "
                "document, is dropped on this window: each change is shown beside today's text, "
                "and you take it, refuse it or answer. Nothing goes into the text unseen."
            )
        )
        column.addWidget(words)
        row = FlowLayout(spacing=8)
        self._file = small_button(self.tr("Take in a review …"), "suggestion_file")
        self._file.clicked.connect(self.file_asked)
        new = small_button(self.tr("Suggest a change …"), "suggestion_new")
        new.clicked.connect(self.suggest_asked)
        row.addWidget(self._file)
        row.addWidget(new)
        column.addLayout(row)
        return box

    def _built_actions(self) -> QWidget:
        box = QWidget()
        row = FlowLayout(box, spacing=8)
        self._buttons: dict[str, QPushButton] = {}
        for what, text in (
            ("take", self.tr("Take (T)")),
            ("refuse", self.tr("Refuse (R)")),
            ("answer", self.tr("Answer … (A)")),
            ("take_section", self.tr("Take all of this section (Shift+T)")),
            ("reopen", self.tr("Open again (O)")),
            ("go", self.tr("Go to the place (G)")),
            ("copy", self.tr("Copy the words (C)")),
        ):
            button = small_button(text, f"suggestion_{what}")
            button.clicked.connect(lambda _=False, what=what: self._ask_chosen(what))
            self._buttons[what] = button
            row.addWidget(button)
        return box

    # -- showing

    def show_suggestions(
        self,
        sections: Sequence[tuple[SuggestionSection, Sequence[SuggestionEntry]]],
        reviews: Sequence[ReceivedReview],
        open_count: int,
        settled_count: int,
    ) -> None:
        """Show what is open, or what is settled, and the files that came in."""
        if self.shows_settled:
            self._summary.setText(self.tr("Settled suggestions"))
        elif not open_count:
            self._summary.setText(self.tr("No suggestions are open"))
        elif open_count == 1:
            self._summary.setText(self.tr("1 suggestion is open"))
        else:
            self._summary.setText(self.tr("{n} suggestions are open").format(n=open_count))
        self._settled.setVisible(settled_count > 0 or self.shows_settled)
        self._settled.setText(
            self.tr("Back to what is open")
            if self.shows_settled
            else self.tr("Settled: {n}").format(n=settled_count)
        )
        self._show_reviews(reviews)
        self.list.show_sections(sections)
        has_any = bool(sections)
        self.list.setVisible(has_any)
        self._actions.setVisible(has_any)
        self._hint.setVisible(has_any)
        self._empty.setVisible(not has_any and not self.shows_settled)
        self._stretch.setVisible(not has_any)
        self.setFocusProxy(self.list if has_any else self._first_button())
        if not has_any:
            self.answer.close_field()
        self._show_buttons()

    def show_foreseen(self, foreseen: Mapping[str, tuple[str, ...]]) -> None:
        """Show which findings each suggestion would cause, by its id."""
        self.list.suggestions.show_foreseen(foreseen)

    def allow_settling(self, allowed: bool) -> None:
        """Let suggestions be taken and refused, or only be answered: a reviewer leaves them."""
        self._can_settle = allowed
        self._show_buttons()

    def restyle(self) -> None:
        """Take the colours of the current theme."""
        self.list.scheduleDelayedItemsLayout()
        self.list.viewport().update()

    def _first_button(self) -> QPushButton:
        return self._settled if self.shows_settled else self._file

    def _show_reviews(self, reviews: Sequence[ReceivedReview]) -> None:
        empty_out(self._reviews)
        for review in reviews[-_MOST_REVIEWS:][::-1]:
            self._reviews.addWidget(self._review_line(review))

    def _review_line(self, review: ReceivedReview) -> QWidget:
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        words = caption(review_words(review))
        words.setObjectName("suggestion_review")
        words.setWordWrap(True)
        back = link_button(self.tr("Take back this whole review"), "suggestion_review_back")
        back.setAccessibleName(
            self.tr("Take back the whole review {words}").format(words=review_words(review))
        )
        back.setToolTip(
            self.tr("Text and list as if it had never come in, but for what was edited since")
        )
        back.clicked.connect(lambda: self.review_back_asked.emit(review.key))
        back.setEnabled(self._can_settle)
        row.addWidget(words, 1)
        row.addWidget(back, 0, Qt.AlignmentFlag.AlignTop)
        return line

    def _show_buttons(self) -> None:
        entry = self.list.chosen
        is_open = entry is not None and entry.is_open
        shown = {
            "take": is_open, "refuse": is_open, "take_section": is_open,
            "answer": entry is not None, "reopen": entry is not None and not is_open,
            "go": entry is not None, "copy": entry is not None,
        }  # fmt: skip
        can = entry is not None and entry.can_be_taken
        for what, button in self._buttons.items():
            button.setVisible(shown[what])
            settles = what in ("take", "refuse", "take_section", "reopen")
            button.setEnabled((self._can_settle or not settles) and (what != "take" or can))

    # -- asking

    def _ask_chosen(self, what: str) -> None:
        entry = self.list.chosen
        if entry is not None:
            self._on_asked(what, entry.suggestion.id)

    def _on_asked(self, what: str, suggestion_id: str) -> None:
        entry = self.list.chosen
        if what == "answer" and entry is not None:
            self.answer.begin(entry.suggestion, can_refuse=self._can_settle and entry.is_open)
        else:
            self.asked.emit(what, suggestion_id)

    def _on_answer_given(self, suggestion_id: str, words: str, refuses: bool) -> None:
        self.answered.emit(suggestion_id, words, refuses)
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_settled_clicked(self) -> None:
        self.shows_settled = not self.shows_settled
        self.settled_shown.emit(self.shows_settled)
        self.setFocus(Qt.FocusReason.OtherFocusReason)


def review_words(review: ReceivedReview) -> str:
    """Return what a review is called: who sent it, in which file, and what it holds."""
    from PySide6.QtCore import QCoreApplication

    def tr(text: str) -> str:
        return QCoreApplication.translate("suggestion_pane", text)

    who = ", ".join(review.who) or tr("Somebody")
    parts = [f"{who} ({review.source_file})" if review.source_file else who]
    for count, one, many in (
        (len(review.suggestions), tr("1 suggestion"), tr("{n} suggestions")),
        (len(review.comments), tr("1 comment"), tr("{n} comments")),
    ):
        if count:
            parts.append(one if count == 1 else many.format(n=count))
    return " · ".join(parts)
