"""Keeping what reviewers point at in its place while the text around it is written on."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING, TypeVar

from workbench.core.check import Check
from workbench.core.quote import AnchorState, QuoteSelector
from workbench.core.review import Comment, Subject, Suggestion, SuggestionState
from workbench.reading.quote import selector_for

if TYPE_CHECKING:
    from collections.abc import Iterable

_Remark = TypeVar("_Remark", Comment, Suggestion)
FieldText = Callable[[Check, Subject], str | None]
"""What stands in the field of a subject; None if the item is gone."""


def moved(quote: QuoteSelector, old: str, new: str) -> QuoteSelector:
    """Return where a quote stands once a text was edited in one place; positions in code points.

    Words that were edited inside the quote belong to it from now on. Words that were taken out
    whole leave it lost, with its old words. A quote that did not stand in the old text where it
    says stays as it is: it has to be looked for.
    """
    if old == new or old[quote.start : quote.end] != quote.exact:
        return quote
    first = _shared(old, new)
    last = len(old) - _shared(old[first:][::-1], new[first:][::-1])
    grown = len(new) - len(old)
    if quote.end <= first:
        start, end = quote.start, quote.end
    elif quote.start >= last:
        start, end = quote.start + grown, quote.end + grown
    else:
        # The edit reaches into the quote: what is left of it, and what was put into it.
        start = quote.start if quote.start <= first else last + grown
        end = quote.end + grown if quote.end >= last else first
    if not new[start:end].strip():
        return replace(quote, state=AnchorState.LOST, start=0, end=0)
    return selector_for(new, start, end)


def with_moved_quotes(old: Check, new: Check, text_of: FieldText) -> Check:
    """Return the newer of two states of a check with its remarks pointing where they did.

    A suggestion moves along only while it is open and the words that it wants to change stay as
    they are: it was made for those. One that was taken keeps what stood around its words then, by
    which it can be taken out again.
    """
    if not (new.comments or new.suggestions):
        return new
    comments = _all_moved(new.comments, old, new, text_of)
    suggestions = _all_moved(new.suggestions, old, new, text_of)
    if comments == new.comments and suggestions == new.suggestions:
        return new
    return replace(new, comments=comments, suggestions=suggestions)


def _all_moved(
    remarks: Iterable[_Remark], old: Check, new: Check, text_of: FieldText
) -> tuple[_Remark, ...]:
    return tuple(_moved_along(one, old, new, text_of) for one in remarks)


def _moved_along(one: _Remark, old: Check, new: Check, text_of: FieldText) -> _Remark:
    quote = one.subject.quote
    if isinstance(one, Suggestion) and one.state is not SuggestionState.OPEN:
        return one
    if quote is None or quote.state is not AnchorState.ANCHORED:
        return one
    before, after = text_of(old, one.subject), text_of(new, one.subject)
    if before is None or after is None or before == after:
        return one
    here = moved(quote, before, after)
    has_words = here.exact == quote.exact and here.state is AnchorState.ANCHORED
    if here == quote or (isinstance(one, Suggestion) and not has_words):
        return one
    return replace(one, subject=replace(one.subject, quote=here))


def _shared(one: str, other: str) -> int:
    """Return how many code points two texts begin with alike."""
    length = min(len(one), len(other))
    return next((at for at in range(length) if one[at] != other[at]), length)
