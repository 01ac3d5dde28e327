"""A change or remark that came back, as a suggestion or comment on the check as it is today."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING

from workbench.core.identity import derived_id
from workbench.core.review import Comment, Subject, SubjectKind, Suggestion
from workbench.publish.review_choice import choice_of
from workbench.publish.review_place import FieldChange, ToldChange
from workbench.reading.quote import selector_for
from workbench.reading.sentence import sentences
from workbench.rules.suggested_field import field_text
from workbench.rules.suggestion import PlaceState, place_of, selector_today

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

    from workbench.core.check import Check
    from workbench.core.quote import QuoteSelector
    from workbench.core.returned import ReturnedRemark, ReturnedText
    from workbench.house.house import House
    from workbench.publish.review_difference import Differences, RemarkPlace
    from workbench.publish.review_sent import SentState

_BEFORE = re.compile(r"\S+[ \t]*\Z")
_SHOWN_BEFORE = 80
_LONGEST_LINE = 160
_MINUTE = 60
"""Seconds: some word processors keep the time of a remark to the minute."""


class ItemState(StrEnum):
    """What a change that came back is to the check today: new, said already, or taken in before."""

    NEW = "new"
    ALREADY_SO = "already_so"
    HERE = "here"


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewItem:
    """A suggestion or a comment that came back; one of the two is there.

    Attributes:
        section: heading that it stands under, or the name of a field.
        today: the sentence or field that it is about, as it is today; empty if it is gone.
        place: what became of the place of a suggestion; found for a comment.

    """

    state: ItemState
    section: str
    today: str = ""
    place: PlaceState = PlaceState.FOUND
    suggestion: Suggestion | None = None
    comment: Comment | None = None


class ItemMaker:
    """Makes suggestions and comments of one file, each under an id of its own."""

    def __init__(
        self, check: Check, returned: ReturnedText, base: SentState, house: House, at: datetime
    ) -> None:
        self._check = check
        self._returned = returned
        self._base = base
        self._house = house
        self._at = returned.at or at
        self._counts: Counter[tuple[str, ...]] = Counter()
        self._review = derived_id("review", returned.sha256)

    def item(self, change: FieldChange | ToldChange) -> ReviewItem | None:
        """Return a change as a suggestion, or as a comment where it has no field."""
        if isinstance(change, FieldChange) and change.target.is_whole:
            chosen = choice_of(change, self._base.check, self._house)
            if chosen is None:
                owner = replace(change.target.subject, field="")
                told = ToldChange(
                    owner=owner, was=change.was, now=change.now, section=change.section,
                    who=change.who, at=change.at,
                )  # fmt: skip
                return self._told(told)
            change = chosen
        if isinstance(change, ToldChange):
            return self._told(change)
        if change.target.text[change.start : change.end] == change.now:
            return None
        return self._suggestion(change)

    def remarks(self, found: Differences) -> Iterator[ReviewItem]:
        """Yield the remarks of the file as comments, answers in the thread that they belong to."""
        ids: dict[int, str] = {}
        for number, remark in enumerate(self._returned.remarks):
            if not remark.text.strip():
                continue
            place = found.remarks.get(number) or found.remarks.get(remark.answers)
            thread = ids.get(remark.answers, "")
            ours = self._known(remark)
            if ours is not None:  # it went out with the copy
                ids[number] = ours.thread or ours.id
                yield ReviewItem(state=ItemState.HERE, section="", comment=ours)
                continue
            ids[number] = thread or self._id("comment", remark.who, remark.text)
            own = self._id("answer", remark.who, remark.text) if thread else ids[number]
            at = remark.at or self._at
            settled = remark.is_settled and not thread
            comment = Comment(
                id=own,
                subject=self._subject(place),
                who=remark.who or self._returned.who,
                at=at,
                text=self._with_words(remark.text, place),
                thread=thread,
                source_file=self._returned.name,
                settled_by=(remark.who or self._returned.who or "?") if settled else "",
                settled_at=at if settled else None,
            )
            yield self._comment(comment, place.section if place else "")

    def _known(self, remark: ReturnedRemark) -> Comment | None:
        """Return the comment of the check that a remark in the file is; None if it is a new one."""
        if remark.at is None:
            return None
        words = " ".join(remark.text.split())
        for one in self._check.comments:
            is_same = one.who == remark.who and " ".join(one.text.split()) == words
            if is_same and abs((one.at - remark.at).total_seconds()) < _MINUTE:
                return one
        return None

    def _subject(self, place: RemarkPlace | None) -> Subject:
        if place is None:
            return Subject(kind=SubjectKind.CHECK)
        if place.target is None:
            return place.owner
        today = field_text(self._check, place.owner)
        text = place.target.text
        if today is None or not text or place.start >= place.end:
            return place.owner
        return replace(place.owner, quote=selector_today(text, place.start, place.end, today))

    def _with_words(self, text: str, place: RemarkPlace | None) -> str:
        """Return what a remark says, behind the words it is on if no field holds them."""
        if place is None or place.target is not None or not place.words:
            return text.strip()
        words = place.words if len(place.words) <= 120 else f"{place.words[:120]} […]"
        return f"On “{words}”: {text.strip()}"

    def _told(self, change: ToldChange) -> ReviewItem:
        words = _told_words(change)
        comment = Comment(
            id=self._id("told", change.who, words),
            subject=change.owner,
            who=change.who or self._returned.who,
            at=change.at or self._at,
            text=words,
            source_file=self._returned.name,
        )
        return self._comment(comment, change.section)

    def _comment(self, comment: Comment, section: str) -> ReviewItem:
        here = any(
            one.id == comment.id
            or (one.subject, one.who, one.text) == (comment.subject, comment.who, comment.text)
            for one in self._check.comments
        )
        quote = comment.subject.quote
        return ReviewItem(
            state=ItemState.HERE if here else ItemState.NEW,
            section=section,
            today=quote.exact if quote is not None else "",
            comment=comment,
        )

    def _suggestion(self, change: FieldChange) -> ReviewItem:
        subject = change.target.subject
        whole = (change.start, change.end) == (0, len(change.target.text))
        is_insertion = change.start == change.end
        quote = None
        if not change.target.is_whole and not (whole and not change.target.text.strip()):
            quote = self._quote(change)
        was = change.was if not is_insertion else ""
        if quote is None:
            was = change.target.text
        made = Suggestion(
            id=self._id("suggestion", subject.kind, subject.item, subject.field, was, change.now),
            subject=replace(subject, quote=quote),
            who=change.who or self._returned.who,
            at=change.at or self._at,
            was=was,
            now=change.now,
            review=self._review,
            source_file=self._returned.name,
            revision=self._base.revision,
        )
        place = place_of(self._check, made)
        state = ItemState.NEW
        if self._is_here(made):
            state = ItemState.HERE
        elif place.state is PlaceState.ALREADY_SO:
            state = ItemState.ALREADY_SO
        return ReviewItem(
            state=state,
            section=change.section,
            today=_sentence_around(place.text, place.start, place.end),
            place=place.state,
            suggestion=made,
        )

    def _quote(self, change: FieldChange) -> QuoteSelector | None:
        text, start, end = change.target.text, change.start, change.end
        if start == end:
            lead = _BEFORE.search(text[max(0, start - _SHOWN_BEFORE) : start])
            if lead is None:
                return None
            start -= len(lead[0])
        today = field_text(self._check, change.target.subject)
        if today is None:
            return selector_for(text, start, end)
        return selector_today(text, start, end, today)

    def _is_here(self, made: Suggestion) -> bool:
        def told(one: Suggestion) -> tuple[object, ...]:
            subject = one.subject
            return (subject.kind, subject.item, subject.field, one.was, one.now, one.who)

        return any(
            one.id == made.id or (told(one) == told(made) and _is_same_place(one, made))
            for one in self._check.suggestions
        )

    def _id(self, *parts: str) -> str:
        self._counts[parts] += 1
        return derived_id(self._returned.sha256, *parts, str(self._counts[parts]))


def _is_same_place(one: Suggestion, other: Suggestion) -> bool:
    first, second = one.subject.quote, other.subject.quote
    if first is None or second is None:
        return first is second
    return (first.exact, first.prefix[-16:], first.suffix[:16]) == (
        second.exact,
        second.prefix[-16:],
        second.suffix[:16],
    )


def _told_words(change: ToldChange) -> str:
    was, now, line = change.was, change.now, change.line
    if len(line) > _LONGEST_LINE:
        line = f"{line[:_LONGEST_LINE].rpartition(' ')[0]} […]"
    place = f" in “{line}”" if line and line != was else ""
    if was and now:
        return f"Changed “{was}” to “{now}”{place}."
    return f"Struck “{was}”{place}." if was else f"Added “{now}”{place}."


def _sentence_around(text: str, start: int, end: int) -> str:
    """Return the sentences that a stretch of a text stands in."""
    if (start, end) in ((0, 0), (0, len(text))):
        return text.strip() if len(text) <= 400 else f"{text[:400].strip()} […]"
    spans = [span for span in sentences(text) if span[0] < max(end, start + 1) and span[1] >= start]
    if not spans:
        return text[start:end]
    return text[spans[0][0] : spans[-1][1]]
