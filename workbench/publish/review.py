"""A returned file as suggestions and comments on the check as it is today; nothing is applied.

Each change is placed in the state that went out, then found again in today's text. Ids are made
from the file and the change, so that the same file taken twice adds nothing.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from workbench.core.change_review import with_reviewed
from workbench.core.citation_mark import citation_marks, mark_for
from workbench.core.error import UserError
from workbench.publish.review_difference import Differences, differences, told_edits
from workbench.publish.review_front import front_changes
from workbench.publish.review_item import ItemMaker, ItemState, ReviewItem
from workbench.publish.review_layout import layout_of
from workbench.rules.cited import cited_by_key

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

    from workbench.core.check import Check
    from workbench.core.returned import ReturnedText
    from workbench.core.review import Comment, Suggestion
    from workbench.house.house import House
    from workbench.publish.review_place import FieldChange, ToldChange
    from workbench.publish.review_sent import SentState

_LEAST_KEPT = 0.2
"""Share of the words that went out of which so few came back that the file is mangled."""
_MOST_CHANGES = 5_000
_AROUND = "Around the check"


@dataclass(frozen=True, slots=True, kw_only=True)
class Review:
    """What came back in one file.

    Attributes:
        items: in the order of the check.
        notes: what else there is to say, in sentences.

    """

    items: tuple[ReviewItem, ...]
    notes: tuple[str, ...]

    @property
    def suggestions(self) -> tuple[Suggestion, ...]:
        """The suggestions that are new."""
        return tuple(
            one.suggestion
            for one in self.items
            if one.suggestion is not None and one.state is ItemState.NEW
        )

    @property
    def comments(self) -> tuple[Comment, ...]:
        """The comments that are new."""
        return tuple(
            one.comment
            for one in self.items
            if one.comment is not None and one.state is ItemState.NEW
        )

    @property
    def is_empty(self) -> bool:
        """Whether nothing in it is new."""
        return not self.suggestions and not self.comments


def review_of(
    check: Check, returned: ReturnedText, base: SentState, house: House, at: datetime
) -> Review:
    """Return what came back, placed in the check as it is.

    at: the present time, UTC, for what a file does not date. Raises UserError for a mangled file.
    """
    layout = layout_of(base.check, returned, house)
    marks = _marks(base.check)
    found = differences(layout.base, layout.returned, base.check, house.template, marks)
    _require_alike(returned, found)
    changes: list[FieldChange | ToldChange] = [
        *front_changes(base.check, returned, house),
        *found.changes,
        *told_edits(layout.around, _AROUND),
    ]
    if len(changes) > _MOST_CHANGES:
        raise _mangled(returned)
    maker = ItemMaker(check, returned, base, house, at)
    items = [*(maker.item(one) for one in changes), *maker.remarks(found)]
    told = _once([one for one in items if one is not None])
    return Review(items=tuple(told), notes=tuple(_notes(base, found, told)))


def with_review(check: Check, review: Review) -> Check:
    """Return the check with what is new in a review, all of it open."""
    return with_reviewed(check, review.suggestions, review.comments)


def _require_alike(returned: ReturnedText, found: Differences) -> None:
    if found.total and found.kept < _LEAST_KEPT * found.total and not returned.is_tracked:
        raise _mangled(returned)


def _mangled(returned: ReturnedText) -> UserError:
    return UserError(
        f"Hardly anything that went out is left in “{returned.name}”: it is damaged, cut off or "
        "written anew. Nothing was taken in.",
        "Ask for the file again, or bring it in as a source.",
    )


def _marks(check: Check) -> dict[str, str]:
    """Return the citation marks of a draft by what they show as, where only one shows so."""
    number = {source.id: at for at, source in enumerate(check.sources, start=1)}
    cited = cited_by_key(check)
    keys = {mark.key for part in check.draft.parts for mark in citation_marks(part.text)}
    shown: dict[str, set[str]] = {}
    for key in keys & cited.keys():
        source = cited[key].source
        if source is not None:
            shown.setdefault(f"[{number[source.id]}]", set()).add(mark_for(key))
    return {words: min(marks) for words, marks in shown.items() if len(marks) == 1}


def _notes(base: SentState, found: Differences, items: list[ReviewItem]) -> Iterator[str]:
    yield base.words
    if not items:
        yield "Nothing in it was changed."
    if found.reshaped:
        noun = "word differs" if found.reshaped == 1 else "words differ"
        yield f"{found.reshaped} {noun} in the shape of quotes or dashes alone; left as it was."
    lost = found.total - found.kept
    if found.total and lost > found.total / 2:
        yield "More than half of what went out is not in this file."


def _once(items: list[ReviewItem]) -> list[ReviewItem]:
    """Return items without suggestions that say the same of the same place."""
    seen: set[tuple[object, ...]] = set()
    found = []
    for one in items:
        made = one.suggestion
        if made is not None:
            quote = made.subject.quote
            place = (quote.start, quote.end) if quote is not None else None
            key = (made.subject.kind, made.subject.item, made.subject.field, place, made.now)
            if key in seen:
                continue
            seen.add(key)
        found.append(one)
    return found
