"""Where a suggested change stands today, and taking it: the place is found again at that moment."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING

from workbench.core.change_review import suggestion_of, with_suggestion
from workbench.core.error import UserError
from workbench.core.quote import AnchorState, QuoteSelector
from workbench.core.review import Subject, Suggestion, SuggestionState
from workbench.reading.quote import selector_for
from workbench.reading.refind import RefoundState, refind
from workbench.rules.moved_quote import with_moved_quotes
from workbench.rules.suggested_field import field_text, with_field_text

if TYPE_CHECKING:
    from datetime import datetime

    from workbench.core.check import Check

_BESIDE = 24
"""Code points on both sides by which new words are known to stand there already."""
_EMPTY_LINES = re.compile(r"\n[ \t]*\n(?:[ \t]*\n)+")


class PlaceState(StrEnum):
    """What became of the place that a suggestion is for.

    Gone is the item itself, lost are the words; ambiguous: they stand there more than once.
    """

    FOUND = "found"
    ALREADY_SO = "already_so"
    AMBIGUOUS = "ambiguous"
    LOST = "lost"
    GONE = "gone"


@dataclass(frozen=True, slots=True, kw_only=True)
class SuggestedPlace:
    """Where a suggestion stands today.

    Attributes:
        text: all that stands in the field today; empty if the item is gone.
        start, end: of the words that are meant, in code points; both 0 unless found.
        result: the field with the suggestion taken; as `text` unless found.

    """

    state: PlaceState
    text: str = ""
    start: int = 0
    end: int = 0
    result: str = ""


def place_of(check: Check, one: Suggestion) -> SuggestedPlace:
    """Return where a suggestion stands in the check as it is."""
    text = field_text(check, one.subject)
    if text is None:
        return SuggestedPlace(state=PlaceState.GONE)
    quote = one.subject.quote
    if quote is None:
        return _whole_field(text, one)
    if says_already(text, quote, one.was, one.now):
        return SuggestedPlace(state=PlaceState.ALREADY_SO, text=text, result=text)
    found = refind(text, quote)
    if not found.is_attached or found.state is RefoundState.CHANGED:
        is_open = found.state is RefoundState.AMBIGUOUS
        state = PlaceState.AMBIGUOUS if is_open else PlaceState.LOST
        return SuggestedPlace(state=state, text=text, result=text)
    place = found.selector
    start = place.start if one.was else place.end
    return SuggestedPlace(
        state=PlaceState.FOUND,
        text=text,
        start=start,
        end=place.end,
        result=_put(text, start, place.end, one.now),
    )


def says_already(text: str, quote: QuoteSelector, was: str, now: str) -> bool:
    """Whether a text has the new words where the old ones stood, with the same ones around."""
    before = quote.prefix[-_BESIDE:] if was else (quote.prefix + quote.exact)[-_BESIDE:]
    after = quote.suffix[:_BESIDE]
    if not (before.strip() or after.strip()):
        return text.strip() == now.strip() != ""
    has_new = before + now + after in text
    has_old = before + (quote.exact if was else "") + after in text
    return has_new and not has_old


def with_suggestion_taken(check: Check, suggestion_id: str, who: str, at: datetime) -> Check:
    """Return the check with a suggestion taken; what others say of the same text moves along.

    What is there already is only noted. Raises UserError if the place is not found, and then
    nothing is done.
    """
    one = suggestion_of(check, suggestion_id)
    place = place_of(check, one)
    if place.state not in (PlaceState.FOUND, PlaceState.ALREADY_SO):
        raise UserError(_NOT_TAKEN[place.state], _HINTS[place.state])
    if place.state is PlaceState.FOUND:
        try:
            changed = with_field_text(check, one.subject, place.result)
        except (ValueError, KeyError) as error:
            raise UserError(_NOT_TAKEN[PlaceState.GONE], _HINTS[PlaceState.GONE]) from error
        check = with_moved_quotes(check, changed, field_text)
    taken = replace(one, state=SuggestionState.TAKEN, settled_by=who, settled_at=at)
    return with_suggestion(check, taken)


def suggested(
    check: Check,
    subject: Subject,
    stretch: tuple[int, int] | None,
    now: str,
    *,
    suggestion_id: str,
    who: str,
    at: datetime,
    revision: int = 0,
) -> Suggestion:
    """Return a suggestion that is made here: other words for a stretch of a field as it is today.

    stretch: start and end in code points, None for the whole field. An empty one is an insertion.
    Raises ValueError for a field that is not there, or where nothing would change.
    """
    text = field_text(check, subject)
    if text is None:
        raise ValueError("there is no such field to suggest a change for")
    if stretch is None or not text:
        return Suggestion(
            id=suggestion_id, subject=replace(subject, quote=None), who=who, at=at, was=text,
            now=now, revision=revision,
        )  # fmt: skip
    start, end = stretch
    was = text[start:end]
    if start == end:
        start, end, was, now = _beside(text, start, now)
    quote = selector_for(text, start, end)
    if was:
        was = quote.exact  # no half letter is changed
    return Suggestion(
        id=suggestion_id, subject=replace(subject, quote=quote), who=who, at=at, was=was, now=now,
        revision=revision,
    )  # fmt: skip


def _beside(text: str, at: int, now: str) -> tuple[int, int, str, str]:
    """Return the words that an insertion stands behind, or in front of at the very beginning."""
    before = re.search(r"\S+\s*\Z", text[max(0, at - 80) : at])
    if before is not None:
        return at - len(before[0]), at, "", now
    after = re.match(r"\s*\S+", text[at:])
    length = after.end() if after is not None else len(text) - at
    return at, at + length, text[at : at + length], now + text[at : at + length]


def _whole_field(text: str, one: Suggestion) -> SuggestedPlace:
    if text.strip() == one.now.strip():
        return SuggestedPlace(state=PlaceState.ALREADY_SO, text=text, result=text)
    if text.strip() != one.was.strip():
        return SuggestedPlace(state=PlaceState.LOST, text=text, result=text)
    return SuggestedPlace(state=PlaceState.FOUND, text=text, start=0, end=len(text), result=one.now)


def _put(text: str, start: int, end: int, now: str) -> str:
    """Return a text with other words in a stretch; no two spaces or empty lines stay behind."""
    before, after = text[:start], text[end:]
    if not now:
        if before.endswith((" ", "\n")) or not before:
            after = after.lstrip(" ")
        if after.startswith(("\n", ".", ",", ";", ":")) or not after:
            before = before.rstrip(" ")
        if (not before or before.endswith("\n\n")) and after.startswith("\n"):
            after = after.lstrip("\n")
    result = before + now + after
    return result if _EMPTY_LINES.search(text) else _EMPTY_LINES.sub("\n\n", result)


def selector_today(base: str, start: int, end: int, today: str) -> QuoteSelector:
    """Return the selector of a stretch of an older text in today's; lost if it is not there."""
    quote = selector_for(base, start, end)
    if base == today:
        return quote
    found = refind(today, quote, base)
    if found.is_attached and found.state is not RefoundState.CHANGED:
        return found.selector
    is_open = found.state is RefoundState.AMBIGUOUS
    state = AnchorState.AMBIGUOUS if is_open else AnchorState.LOST
    return replace(quote, start=0, end=0, state=state)


_NOT_TAKEN = {
    PlaceState.AMBIGUOUS: "The words that this change is for stand there more than once by now.",
    PlaceState.LOST: "The words that this change is for do not stand there any more.",
    PlaceState.GONE: "What this change is for is not in the check any more.",
}
_HINTS = {
    PlaceState.AMBIGUOUS: "Nothing was changed. Make the change by hand where it is meant.",
    PlaceState.LOST: "Nothing was changed. Compare both wordings and change the text by hand.",
    PlaceState.GONE: "Nothing was changed. Refuse the suggestion, or answer it.",
}
PLACE_WORDS = {
    PlaceState.FOUND: "",
    PlaceState.ALREADY_SO: "The text already says so.",
    PlaceState.AMBIGUOUS: _NOT_TAKEN[PlaceState.AMBIGUOUS],
    PlaceState.LOST: _NOT_TAKEN[PlaceState.LOST],
    PlaceState.GONE: _NOT_TAKEN[PlaceState.GONE],
}
"""What is told of a place that is not simply there."""
