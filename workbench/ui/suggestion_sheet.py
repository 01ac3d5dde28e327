"""The sheet of a copy that came back: whose, when, of which state, and all that it holds."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from workbench.publish.review_item import ItemState
from workbench.publish.review_words import subject_words, value_words
from workbench.reading.word_difference import word_difference
from workbench.rules.suggested_field import CODES
from workbench.rules.suggestion import PLACE_WORDS, PlaceState
from workbench.ui.form import muted, small_button
from workbench.ui.language import told
from workbench.ui.moment import moment
from workbench.ui.overlay import Overlay
from workbench.ui.preview import Preview
from workbench.ui.theme import current_zoom

if TYPE_CHECKING:
    from collections.abc import Iterator

    from workbench.core.check import Check
    from workbench.core.returned import ReturnedText
    from workbench.core.review import Comment, Suggestion
    from workbench.house.house import House
    from workbench.publish.review import Review
    from workbench.publish.review_item import ReviewItem
    from workbench.publish.review_sent import SentState


class SuggestionSheet(Overlay):
    """Shows what a file holds before anything of it is kept.

    Signals:
        accepted: (Review, whose it is in words) bring it in.
    """

    accepted = Signal(object, str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, width=820, height=640)
        self.setObjectName("suggestion_sheet")
        self._review: Review | None = None
        self._who = ""
        self.heading = QLabel()
        self.heading.setObjectName("suggestion_sheet_heading")
        self.heading.setProperty("role", "heading")
        self.heading.setWordWrap(True)
        self.about = muted("")
        self.about.setObjectName("suggestion_sheet_about")
        self.counts = QLabel()
        self.counts.setObjectName("suggestion_sheet_counts")
        self.counts.setProperty("role", "strong")
        self.counts.setWordWrap(True)
        self.page = Preview()
        self.page.setObjectName("suggestion_sheet_page")
        self.page.setAccessibleName(self.tr("What is in this file"))
        self.page.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        for widget in (self.heading, self.about, self.counts):
            self.column.addWidget(widget)
        self.column.addWidget(self.page, 1)
        self.column.addLayout(self._built_buttons())

    def _built_buttons(self) -> QHBoxLayout:
        self.accept = small_button(self.tr("&Bring it in"), "suggestion_sheet_accept")
        self.accept.setProperty("role", "primary")
        self.accept.clicked.connect(self._on_accepted)
        self._close = small_button(self.tr("&Leave it"), "suggestion_sheet_close")
        self._close.clicked.connect(self.close_sheet)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(
            muted(
                self.tr(
                    "Bringing it in changes no text: you take or refuse each change. One step of "
                    "Undo takes all of it away again."
                )
            ),
            1,
        )
        row.addWidget(self.accept)
        row.addWidget(self._close)
        return row

    def show_review(
        self, check: Check, house: House, returned: ReturnedText, review: Review, sent: SentState
    ) -> None:
        """Open the sheet on what came back to a check."""
        self._review, self._who = review, _who(returned, review) or self.tr("somebody")
        self.heading.setText(self.tr("Review of {who}").format(who=self._who))
        at = returned.at or max((_made(one).at for one in review.items), default=None)
        saved = f", {moment(at.astimezone())}" if at is not None else ""
        title = check.title or self.tr("Untitled check")
        self.about.setText(f"{returned.name}{saved}. “{title}”\n{told(sent.words)}")
        self.counts.setText(" · ".join(_counts(review)))
        self.page.set_zoom(current_zoom())
        self.page.show_page("".join(_page(check, house, review, sent)))
        self.page.verticalScrollBar().setValue(0)
        self.accept.setEnabled(not review.is_empty)
        self._close.setText(self.tr("Close") if review.is_empty else self.tr("&Leave it"))
        if not self.isVisible():
            self.open()
        (self._close if review.is_empty else self.accept).setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_accepted(self) -> None:
        if self._review is not None:
            self.close_sheet()
            self.accepted.emit(self._review, self._who)


def count_words(suggestions: int, comments: int) -> str:
    """Return how many of each there are: "3 suggestions and 1 comment"."""
    parts = []
    for count, one, many in (
        (suggestions, _tr("1 suggestion"), _tr("{n} suggestions")),
        (comments, _tr("1 comment"), _tr("{n} comments")),
    ):
        if count:
            parts.append(one if count == 1 else many.format(n=count))
    return _tr(" and ").join(parts)


def _counts(review: Review) -> Iterator[str]:
    """Yield what is in a review, in few words each."""
    yield count_words(len(review.suggestions), len(review.comments)) or _tr("Nothing new is in it")
    states = [one.state for one in review.items]
    lost = sum(
        one.state is ItemState.NEW and one.place in _LOST
        for one in review.items
        if one.suggestion is not None
    )
    if lost:
        yield _tr("without their place in today's text: {n}").format(n=lost)
    if already := states.count(ItemState.ALREADY_SO):
        yield _tr("in the text already: {n}").format(n=already)
    if here := states.count(ItemState.HERE):
        yield _tr("brought in before: {n}").format(n=here)


_LOST = (PlaceState.LOST, PlaceState.GONE, PlaceState.AMBIGUOUS)


def _who(returned: ReturnedText, review: Review) -> str:
    names = dict.fromkeys(_made(one).who for one in review.items)
    return ", ".join(name for name in names if name) or returned.who


def _made(item: ReviewItem) -> Suggestion | Comment:
    made = item.suggestion or item.comment
    assert made is not None
    return made


def _page(check: Check, house: House, review: Review, sent: SentState) -> Iterator[str]:
    """Yield the page of a review: what is said of it, then each change under its section."""
    notes = [told(note) for note in review.notes if note != sent.words]
    if notes:
        yield f"<ul>{''.join(f'<li>{escape(note)}</li>' for note in notes)}</ul>"
    section = None
    for item in review.items:
        if item.section != section:
            section = item.section
            yield f"<h3>{escape(told(section) or _tr('The check'))}</h3>"
        yield from _item_lines(check, house, item)


def _item_lines(check: Check, house: House, item: ReviewItem) -> Iterator[str]:
    made = _made(item)
    place = told(subject_words(check, house, made.subject))
    by = " · ".join(one for one in (made.who, moment(made.at.astimezone())) if one)
    suffix = {
        ItemState.NEW: "",
        ItemState.ALREADY_SO: _tr("in the text already"),
        ItemState.HERE: _tr("brought in before"),
    }[item.state]
    head = " · ".join(escape(one) for one in (place, by, suffix) if one)
    if item.comment is not None:
        quote = f"<p>“{escape(item.today)}”</p>" if item.today else ""
        words = escape(item.comment.text).replace("\n", "<br>")
        yield f"<p><b>{_tr('Comment')}</b> · {head}</p>{quote}<p>{words}</p>"
    elif item.suggestion is not None:
        yield f"<p>{head}</p>{_change(house, item.suggestion)}"
        if item.state is ItemState.NEW and item.place in _LOST:
            yield f"<p>⚠ {escape(told(PLACE_WORDS[item.place]))}</p>"


def _change(house: House, one: Suggestion) -> str:
    """Return what goes, struck out behind a minus, and what comes, underlined behind a plus."""
    was, now = (told(value_words(house, one.subject, word)) for word in (one.was, one.now))
    if one.subject.field in CODES or not (was and now):
        gone = f"− <s>{escape(was)}</s>" if was else ""
        come = f"+ <u>{escape(now)}</u>" if now else ""
        return f"<p>{'<br>'.join(filter(None, (gone, come)))}</p>"
    before, after = word_difference(was, now)
    sides = (("−", "s", before), ("+", "u", after))
    lines = []
    for sign, tag, pieces in sides:
        words = "".join(
            f"<{tag}><b>{escape(text)}</b></{tag}>" if differs else escape(text)
            for text, differs in pieces
        )
        lines.append(f"{sign} {words}")
    return f"<p>{'<br>'.join(lines)}</p>"


def _tr(text: str) -> str:
    return QCoreApplication.translate("suggestion_sheet", text)
