"""Re-finding a quote in a new version of its text, and saying what became of it.

The very words come first (exactly, then folded), told apart by their context; then words that
were edited, by candidates with context on both sides. Nothing that stays open is attached: it
becomes a list of candidates for a person.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from functools import lru_cache
from typing import TYPE_CHECKING

from workbench.core.quote import AnchorState, QuoteSelector
from workbench.reading.candidate import Candidate, candidates, exact_candidate
from workbench.reading.folding import squeezed
from workbench.reading.place import copies_of, is_nearer, place_meant, places
from workbench.reading.quote import selector_for
from workbench.reading.sentence import sentences

if TYPE_CHECKING:
    from collections.abc import Sequence

    from workbench.reading.folding import Squeezed
    from workbench.reading.place import Place

# Edited words are followed only where so much of quote and context stands in one piece, the
# words are so much alike, so many of the old ones are left, and one side has so much context.
_LEAST_SCORE = 0.33
_LEAST_SIMILARITY = 0.4
_LEAST_KEPT = 0.4
_LEAST_CONTEXT = 0.5
# How far ahead of the next candidate the best must be, and if it is nearer to the old place.
_AHEAD = 0.12
_NEARER_AHEAD = 0.08
# So far ahead, with the context whole on both sides, it has no rival that has not.
_FAR_AHEAD = 0.2
_WHOLE_CONTEXT = 0.8
# So many code points of context are enough to know the neighbour of a quote by.
_NEIGHBOUR = 20
# Candidates closer than this are told apart by their distance alone.
_TIED = 0.06
# Another place with such words and such context on one side is a place the quote may have gone.
_RIVAL_SIMILARITY = 0.6
_RIVAL_CONTEXT = 0.9
# Edited words with so much more context than the same words elsewhere may be the quote.
_MORE_CONTEXT = 0.25
# A sentence so much like the old words is a look-alike, unless only the other has the context.
_LOOK_ALIKE = 0.9
_OWN_CONTEXT = 0.5
_FOREIGN_CONTEXT = 0.6
# Places offered to a person.
_MOST_CANDIDATES = 8


class RefoundState(StrEnum):
    """What became of a quote in a new version of its text.

    Anchored and moved: the same words, at the same position or another. Changed: followed to
    edited words, which a person should compare. Ambiguous: more than one place may be meant, or
    one that is not certain. Lost: no such words.
    """

    ANCHORED = "anchored"
    MOVED = "moved"
    CHANGED = "changed"
    AMBIGUOUS = "ambiguous"
    LOST = "lost"


@dataclass(frozen=True, slots=True, kw_only=True)
class Refound:
    """What became of a quote in a new version of its text.

    Attributes:
        state: what happened to it.
        selector: anchored at the new place with that text's words, if state is anchored, moved
            or changed; else with the old words and context, without position, and ambiguous or
            lost.
        was: the words as they were quoted.
        now: the words that stand there now; empty while nothing is attached.
        candidates: for a changed quote the place that it was followed to and then the other
            places, for an ambiguous or lost one the places to choose from; the likeliest first.
        sentence_changed: whether the words beside an attached quote, in its own sentence, are
            other ones: "never" before the same words turns them round.

    """

    state: RefoundState
    selector: QuoteSelector
    was: str
    now: str = ""
    candidates: tuple[Candidate, ...] = ()
    sentence_changed: bool = False

    @property
    def is_attached(self) -> bool:
        """Whether the quote has a place in the new text."""
        return self.selector.state is AnchorState.ANCHORED

    @property
    def needs_review(self) -> bool:
        """Whether a person has to look: other words in or around it, several places, or none."""
        has_words = self.state in (RefoundState.ANCHORED, RefoundState.MOVED)
        return self.sentence_changed or not has_words


def refind(text: str, selector: QuoteSelector, old_text: str = "") -> Refound:
    """Return what became of a quote in a text, which is a newer version of its own.

    Equal are words that differ in nothing but case, accents, spaces and the shape of quotes and
    dashes; whatever differs otherwise, be it one digit, is changed. With the old text, the same
    words in the same surroundings are told apart by their order, and stay open if one of them
    came or went; without it, by which is nearer.
    """
    if _stands_unmoved(text, selector):
        return _attached(selector, replace(selector, state=AnchorState.ANCHORED))
    spans = places(text, selector)
    if old_text and len(spans) > 1:
        copies = copies_of(text, selector), copies_of(old_text, selector)
        if len(copies[0]) > 1:
            return _counterpart(text, selector, *copies)
    place = place_meant(text, selector, spans)
    if place is not None and not _has_rival(text, selector, place):
        return _attached(selector, selector_for(text, place.start, place.end))
    found = _candidates(text, selector)
    if not spans:
        followed = _followed(found, selector)
        if followed is not None:
            rest = tuple(item for item in found if item is not followed)
            now = selector_for(text, followed.start, followed.end)
            return _attached(selector, now, (followed, *rest))
    is_open = bool(spans) or any(item.similarity >= _RIVAL_SIMILARITY for item in found)
    return _unattached(selector, _with_places(text, selector, found, spans), is_open=is_open)


def _attached(old: QuoteSelector, new: QuoteSelector, found: tuple[Candidate, ...] = ()) -> Refound:
    if squeezed(old.exact).text.strip() != squeezed(new.exact).text.strip():
        state = RefoundState.CHANGED
    elif old.start != new.start:
        state = RefoundState.MOVED
    else:
        state = RefoundState.ANCHORED
    return Refound(
        state=state,
        selector=new,
        was=old.exact,
        now=new.exact,
        candidates=found,
        sentence_changed=_has_other_sentence(old, new),
    )


def _unattached(selector: QuoteSelector, found: tuple[Candidate, ...], *, is_open: bool) -> Refound:
    state = AnchorState.AMBIGUOUS if is_open else AnchorState.LOST
    return Refound(
        state=RefoundState(state.value),
        selector=replace(selector, start=0, end=0, state=state),
        was=selector.exact,
        candidates=found,
    )


def _has_other_sentence(old: QuoteSelector, new: QuoteSelector) -> bool:
    """Whether the rest of the sentence around a quote differs, as far as the context shows it."""
    if (old.prefix, old.suffix) == (new.prefix, new.suffix):
        return False
    (before, after), (now_before, now_after) = _rest_of_sentence(old), _rest_of_sentence(new)
    return _differ(before[::-1], now_before[::-1]) or _differ(after, now_after)


def _rest_of_sentence(selector: QuoteSelector) -> tuple[str, str]:
    """Return what the sentence of a quote has before and behind it, folded.

    NUL stands at the far end of a side that the context shows whole.
    """
    text = selector.prefix + selector.exact + selector.suffix
    start, end = len(selector.prefix), len(selector.prefix) + len(selector.exact)
    found = sentences(text)
    begin = max((first for first, _ in found if first <= start), default=0)
    stop = min((last for _, last in found if last >= end), default=len(text))
    before = squeezed(text[begin:start]).text.strip()
    after = squeezed(text[end:stop]).text.strip()
    return "\0" * (begin > 0) + before, after + "\0" * (stop < len(text))


def _differ(one: str, other: str) -> bool:
    length = min(len(one), len(other))
    return one[:length] != other[:length]


def _stands_unmoved(text: str, selector: QuoteSelector) -> bool:
    """Whether words and context stand where they stood."""
    begin = selector.start - len(selector.prefix)
    context = selector.prefix + selector.exact + selector.suffix
    is_whole = selector.end - selector.start == len(selector.exact)
    return is_whole and begin >= 0 and text.startswith(context, begin)


@lru_cache(maxsize=2)
def _squeezed(text: str) -> Squeezed:
    """Return a text squeezed; all quotes of a source are re-found in the same one."""
    return squeezed(text)


def _candidates(text: str, selector: QuoteSelector) -> tuple[Candidate, ...]:
    return candidates(text, _squeezed(text), selector)[:_MOST_CANDIDATES]


def _counterpart(
    text: str,
    selector: QuoteSelector,
    copies: Sequence[tuple[int, int]],
    old_copies: Sequence[tuple[int, int]],
) -> Refound:
    """Return the copy that has the number in the new text that the quote had in the old one."""
    starts = [start for start, _ in old_copies]
    if len(copies) == len(old_copies) and selector.start in starts:
        return _attached(selector, selector_for(text, *copies[starts.index(selector.start)]))
    found = _with_places(text, selector, _candidates(text, selector), copies)
    return _unattached(selector, found, is_open=True)


def _with_places(
    text: str,
    selector: QuoteSelector,
    found: Sequence[Candidate],
    spans: Sequence[tuple[int, int]],
) -> tuple[Candidate, ...]:
    """Return candidates with the places of the very words, which a person always gets to see."""
    missing = [
        exact_candidate(text, selector, span)
        for span in spans[:_MOST_CANDIDATES]
        if all(span[1] <= item.start or span[0] >= item.end for item in found)
    ]
    if not missing:
        return tuple(found)
    kept = [*missing, *found[: max(1, _MOST_CANDIDATES - len(missing))]]
    return tuple(sorted(kept, key=lambda item: item.score, reverse=True))


def _has_rival(text: str, selector: QuoteSelector, place: Place) -> bool:
    """Whether edited words elsewhere have the context that the place of the same words lacks.

    Where the same words have all the context there is, edited words with just as much are a rival
    if they stand nearer to the old place: a text may be there twice, its first copy edited.
    """
    if place.is_sure and place.start == selector.start:
        return False
    apart = [
        item
        for item in _candidates(text, selector)
        if item.end <= place.start or item.start >= place.end
    ]
    if place.is_sure:
        distance = abs(place.start - selector.start)
        return any(
            min(item.before, item.after) >= _RIVAL_CONTEXT
            and item.similarity >= _RIVAL_SIMILARITY
            and is_nearer(_distance(item, selector), distance)
            for item in apart
        )
    return any(
        (min(item.before, item.after) >= _RIVAL_SIMILARITY and item.similarity >= _LEAST_SIMILARITY)
        or (
            (item.before + item.after) / 2 >= place.context + _MORE_CONTEXT
            and item.similarity >= _RIVAL_SIMILARITY
        )
        for item in apart
    )


def _followed(found: Sequence[Candidate], selector: QuoteSelector) -> Candidate | None:
    """Return the candidate that a quote surely became, or None."""
    if not found:
        return None
    tied = [item for item in found if item.score >= found[0].score - _TIED]
    tied.sort(key=lambda item: _distance(item, selector))
    best = tied[0]
    if len(tied) > 1 and not _is_nearer(best, tied[1], selector):
        return None
    rest = [item for item in found if item not in tied]
    if not _is_enough(best) or _is_neighbour(best, selector):
        return None
    if any(_is_rival(item, best, selector) for item in rest):
        return None
    return best


def _is_enough(item: Candidate) -> bool:
    return (
        item.score >= _LEAST_SCORE
        and item.similarity >= _LEAST_SIMILARITY
        and item.kept >= _LEAST_KEPT
        and max(item.before, item.after) >= _LEAST_CONTEXT
    )


def _is_neighbour(item: Candidate, selector: QuoteSelector) -> bool:
    """Whether a candidate is what stood beside the quote, which is gone itself."""
    words, now = squeezed(selector.exact).text, squeezed(item.text).text
    beside = (
        squeezed(selector.prefix).text.strip()[-_NEIGHBOUR:],
        squeezed(selector.suffix).text.strip()[:_NEIGHBOUR],
    )
    return any(len(part) == _NEIGHBOUR and part in now and part not in words for part in beside)


def _is_rival(other: Candidate, best: Candidate, selector: QuoteSelector) -> bool:
    """Whether another candidate leaves it open which of the two is meant."""
    ahead = best.score - other.score
    is_foreign = min(other.before, other.after) < _FOREIGN_CONTEXT
    own_context = min(best.before, best.after)
    if is_foreign and own_context >= _WHOLE_CONTEXT and ahead >= _FAR_AHEAD:
        return False
    nearer = _is_nearer(best, other, selector)
    if ahead < (_NEARER_AHEAD if nearer else _AHEAD):
        return True
    if other.similarity >= _LOOK_ALIKE and not (is_foreign and own_context >= _OWN_CONTEXT):
        return True
    has_context = max(other.before, other.after) >= _RIVAL_CONTEXT
    return has_context and other.similarity >= _RIVAL_SIMILARITY and not nearer


def _is_nearer(one: Candidate, other: Candidate, selector: QuoteSelector) -> bool:
    return is_nearer(_distance(one, selector), _distance(other, selector))


def _distance(item: Candidate, selector: QuoteSelector) -> int:
    return abs(item.start - selector.start)
