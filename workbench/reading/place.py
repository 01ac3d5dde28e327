"""Places: where the very words of a quote stand, and which of them its context means."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from workbench.reading.folding import find_all, squeezed
from workbench.reading.grapheme import grapheme_end, grapheme_start

if TYPE_CHECKING:
    from collections.abc import Sequence

    from workbench.core.quote import QuoteSelector

# More places than this are not weighed one by one: words so common name no place.
_MOST_PLACES = 2000
# A quote this long that stands in one place only is that quote, whatever stands around it.
_LONG_QUOTE = 32
# Agreeing context, in code points, that tells a place by itself: about three words.
_TELLING_CONTEXT = 16
# How far ahead the context of one place must be of that of the next.
_AHEAD = 0.12
# Context that leaves no question where a quote belongs.
_STRONG_CONTEXT = 0.35
# So much context on both sides is the same context, a word apart.
_NEARLY_WHOLE = 0.5
# Of places with the same context, the nearest to the old one is meant if the next is this many
# times as far, and this many code points farther.
_NEARER = 1.2
_APART = 60
# Spaces may have come or gone in the context.
_LOOSE = 16


class Place(NamedTuple):
    """A place where the words stand.

    Attributes:
        start, end: code points of the text.
        context: how much of the context stands around it, 0 to 1.
        weaker_side: the same for the side of which less is there.
        telling: code points of context that agree right beside it, on both sides together.
        whole: whether all of the context is there.

    """

    start: int
    end: int
    context: float
    weaker_side: float
    telling: int
    whole: bool

    @property
    def is_sure(self) -> bool:
        """Whether the surroundings alone leave no question."""
        return self.whole or self.context >= _STRONG_CONTEXT


def places(text: str, selector: QuoteSelector) -> tuple[tuple[int, int], ...]:
    """Return every place where the quoted words stand: exactly, or folded if nowhere exactly."""
    return _exact_places(text, selector.exact) or find_all(text, selector.exact)


def place_meant(
    text: str, selector: QuoteSelector, spans: Sequence[tuple[int, int]]
) -> Place | None:
    """Return the one place that a selector must mean, or None if that stays open."""
    if not 0 < len(spans) <= _MOST_PLACES:
        return None
    before, after = squeezed(selector.prefix).text, squeezed(selector.suffix).text
    weighed = [_weighed(text, selector, span, before, after) for span in spans]
    whole = [place for place in weighed if place.whole]
    if whole:
        return _nearest(whole, selector.start)
    best, *others = sorted(weighed, key=lambda place: place.context, reverse=True)
    is_enough = place_is_told(best) or (not others and len(selector.exact) >= _LONG_QUOTE)
    if not is_enough:
        return None
    rivals = [place for place in others if place.context > best.context - _AHEAD]
    if rivals and best.weaker_side < _NEARLY_WHOLE:
        return None
    return _nearest([best, *rivals], selector.start)


def copies_of(text: str, selector: QuoteSelector) -> tuple[tuple[int, int], ...]:
    """Return every place where the quoted words stand with all of their context."""
    spans = places(text, selector)
    if len(spans) > _MOST_PLACES:
        return ()
    before, after = squeezed(selector.prefix).text, squeezed(selector.suffix).text
    return tuple(span for span in spans if _weighed(text, selector, span, before, after).whole)


def place_is_told(place: Place) -> bool:
    """Whether the context is enough to tell a place by."""
    return place.telling >= _TELLING_CONTEXT or place.context >= _STRONG_CONTEXT


def is_nearer(distance: int, other: int) -> bool:
    """Whether a place so far from the old one is clearly nearer than another."""
    return other >= _NEARER * distance and other - distance >= _APART


def _nearest(rivals: Sequence[Place], old_start: int) -> Place | None:
    """Return the place that is clearly the nearest to the old one, or None."""
    first, *others = sorted(rivals, key=lambda place: abs(place.start - old_start))
    distance = abs(first.start - old_start)
    if not others or not distance:
        return first
    return first if is_nearer(distance, abs(others[0].start - old_start)) else None


def _exact_places(text: str, words: str) -> tuple[tuple[int, int], ...]:
    """Return where the words stand, overlapping ones too, unless they are part of graphemes."""
    starts: list[int] = []
    start = text.find(words)
    while start >= 0 and len(starts) <= _MOST_PLACES:
        starts.append(start)
        start = text.find(words, start + 1)
    spans = tuple((start, start + len(words)) for start in starts)
    if len(spans) > _MOST_PLACES:
        return spans  # too many to be told apart, and to be looked at one by one
    return tuple(
        (start, end)
        for start, end in spans
        if grapheme_start(text, start) == start and grapheme_end(text, end) == end
    )


def _weighed(
    text: str, selector: QuoteSelector, span: tuple[int, int], before: str, after: str
) -> Place:
    """Return a place with its context weighed; before and after are the old one, squeezed."""
    start, end = span
    left = squeezed(text[max(0, start - len(selector.prefix) - _LOOSE) : start]).text
    right = squeezed(text[end : end + len(selector.suffix) + _LOOSE]).text
    left, right = left[max(0, len(left) - len(before)) :], right[: len(after)]
    length = len(before) + len(after)
    like_before, like_after = _likeness(left, before), _likeness(right, after)
    alike = like_before * len(before) + like_after * len(after)
    return Place(
        start=start,
        end=end,
        context=alike / length if length else 0.0,
        weaker_side=min(like_before, like_after),
        telling=shared_beginning(left[::-1], before[::-1]) + shared_beginning(right, after),
        whole=(left, right) == (before, after),
    )


def _likeness(one: str, other: str) -> float:
    """Return how much alike two texts are, 0 to 1; 0 for what any two texts have in common."""
    # 30 ms that a launch does not pay
    from rapidfuzz.distance import Indel

    return max(0.0, 2 * Indel.normalized_similarity(one, other) - 1)


def shared_beginning(one: str, other: str) -> int:
    """Return how many code points two texts have in common from their first on."""
    for length, (mine, yours) in enumerate(zip(one, other, strict=False)):
        if mine != yours:
            return length
    return min(len(one), len(other))
