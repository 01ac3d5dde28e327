"""Quote selectors: marking a stretch of text, and finding it again in another version of it.

A selector is a W3C TextQuoteSelector with a position. All positions are code points.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from workbench.core.quote import CONTEXT_LENGTH, AnchorState, QuoteSelector
from workbench.reading.folding import find_all, folded
from workbench.reading.grapheme import grapheme_end, grapheme_start

if TYPE_CHECKING:
    from collections.abc import Iterator

# More places than this are not weighed one by one: words so common name no place.
_MOST_PLACES = 2000
# Agreeing context, in code points, that tells one place from another: about three words.
_TELLING_CONTEXT = 16
# A quote this long that stands in one place only is that quote, whatever stands around it.
_LONG_QUOTE = 32


class _Place(NamedTuple):
    """A place where the words stand, and how much of the context stands there too."""

    start: int
    end: int
    before: int
    after: int

    @property
    def agreement(self) -> int:
        return self.before + self.after


def selector_for(text: str, start: int, end: int) -> QuoteSelector:
    """Return the selector of a stretch of text.

    An end inside a grapheme moves outwards, so that no half emoji, no letter without its marks
    and no half line end is quoted; nothing else is widened. Raises ValueError for an empty
    stretch and for one that does not lie in the text.
    """
    if not 0 <= start < end <= len(text):
        raise ValueError(f"no stretch of {len(text)} code points: {start} to {end}")
    start, end = grapheme_start(text, start), grapheme_end(text, end)
    return QuoteSelector(
        exact=text[start:end],
        prefix=text[max(0, start - CONTEXT_LENGTH) : start],
        suffix=text[end : end + CONTEXT_LENGTH],
        start=start,
        end=end,
    )


def find_again(text: str, selector: QuoteSelector) -> QuoteSelector:
    """Return the selector as it stands in a text, which may be another version of its own.

    The exact words count first, then the same words folded; the context tells places apart.
    Anchored: one place it must be, with that text's own words and context. Ambiguous: the words
    are there, but it stays open which place is meant. Lost: the words are not there. A selector
    that is not anchored keeps its words and context and has no position: 0 to 0.
    """
    if _stands_unmoved(text, selector):
        return replace(selector, state=AnchorState.ANCHORED)
    spans = candidates(text, selector)
    place = _place_meant(text, selector, spans)
    if place is not None:
        return selector_for(text, place.start, place.end)
    state = AnchorState.AMBIGUOUS if spans else AnchorState.LOST
    return replace(selector, start=0, end=0, state=state)


def candidates(text: str, selector: QuoteSelector) -> tuple[tuple[int, int], ...]:
    """Return every place where the quoted words stand: exactly, or folded if nowhere exactly."""
    exact = tuple(_exact_places(text, selector.exact))
    return exact or find_all(text, selector.exact)


def _stands_unmoved(text: str, selector: QuoteSelector) -> bool:
    """Whether words and context stand where they stood."""
    begin = selector.start - len(selector.prefix)
    context = selector.prefix + selector.exact + selector.suffix
    is_whole = selector.end - selector.start == len(selector.exact)
    return is_whole and begin >= 0 and text.startswith(context, begin)


def _exact_places(text: str, words: str) -> Iterator[tuple[int, int]]:
    """Yield where the words stand, overlapping ones too, unless they are part of graphemes."""
    start = text.find(words)
    for _ in range(_MOST_PLACES + 1):
        if start < 0:
            return
        end = start + len(words)
        if grapheme_start(text, start) == start and grapheme_end(text, end) == end:
            yield start, end
        start = text.find(words, start + 1)


def _place_meant(
    text: str, selector: QuoteSelector, spans: tuple[tuple[int, int], ...]
) -> _Place | None:
    """Return the one place that the selector must mean, or None."""
    if len(spans) > _MOST_PLACES:
        return None
    places = [_weighed(text, selector, start, end) for start, end in spans]
    whole = len(selector.prefix) + len(selector.suffix)
    complete = [place for place in places if place.agreement == whole]
    if complete:
        at_home = [place for place in complete if place.start == selector.start]
        return complete[0] if len(complete) == 1 else next(iter(at_home), None)
    if not places:
        return None
    best, *others = sorted(places, key=lambda place: place.agreement, reverse=True)
    if not others and len(selector.exact) >= _LONG_QUOTE:
        return best
    ahead = best.agreement - (others[0].agreement if others else 0)
    return best if ahead >= min(_TELLING_CONTEXT, whole) else None


def _weighed(text: str, selector: QuoteSelector, start: int, end: int) -> _Place:
    """Return a place with the code points of context that agree on either side, folded."""
    before = folded(text[max(0, start - len(selector.prefix)) : start])
    after = folded(text[end : end + len(selector.suffix)])
    return _Place(
        start=start,
        end=end,
        before=_shared_beginning(before[::-1], folded(selector.prefix)[::-1]),
        after=_shared_beginning(after, folded(selector.suffix)),
    )


def _shared_beginning(one: str, other: str) -> int:
    for length, (mine, yours) in enumerate(zip(one, other, strict=False)):
        if mine != yours:
            return length
    return min(len(one), len(other))
