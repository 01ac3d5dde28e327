"""Candidates: where the words of a quote may stand in another version of its text.

A candidate is aligned with the quote and its context on both sides, and its ends are refined:
it begins and ends with what became of the quote, however much longer or shorter that is now.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from workbench.reading.alignment import Pair, Term, aligned, terms
from workbench.reading.folding import Squeezed, squeezed
from workbench.reading.place import shared_beginning
from workbench.reading.seed import spots

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from workbench.core.quote import QuoteSelector

# Text looked at on either side of a spot, beyond the length of the quote; and at most.
_MARGIN = 60
_WIDEST_MARGIN = 2000
# An end piece of an aligned quote goes when inserted text of this length has torn it off and the
# rest is so much more like the quote without it.
_TORN = 80
_LOOSE_END = 0.2
# New words in place of those at an end of the quote belong to it up to this length.
_REPLACED_RATIO = 1.5
_REPLACED_EXTRA = 12
# Spaces between words that changed places.
_SPACES = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A place where a quote may stand, for a person to judge.

    Attributes:
        start, end: code points of the new text.
        text: the words that stand there.
        score: how much of the quote and its context stands there in one piece, 0 to 1.
        similarity: how much alike the words are, 0 to 1.
        kept: how much of the old words is still there, 0 to 1.
        before, after: how much of the context on either side is still there, 0 to 1; a side
            without context (the text begins or ends there) counts as the other one.

    """

    start: int
    end: int
    text: str
    score: float
    similarity: float
    kept: float
    before: float
    after: float


class Wanted(NamedTuple):
    """A quote with its context, folded and squeezed, as terms of one text.

    Attributes:
        text: prefix, words and suffix.
        start, end: where the words begin and end in it.
        terms: of the whole, without those that the ends of the context may have cut.

    """

    text: str
    start: int
    end: int
    terms: tuple[Term, ...]


def wanted(selector: QuoteSelector) -> Wanted:
    """Return the words and context of a selector as they are looked for."""
    prefix, words = squeezed(selector.prefix).text, squeezed(selector.exact).text
    text = prefix + words + squeezed(selector.suffix).text
    start, end = len(prefix), len(prefix) + len(words)
    found = terms(text)
    if len(found) > 1 and prefix and found[1].end <= start:
        found = found[1:]
    if len(found) > 1 and end < len(text) and found[-2].start >= end:
        found = found[:-1]
    return Wanted(text, start, end, found)


def candidates(text: str, hay: Squeezed, selector: QuoteSelector) -> tuple[Candidate, ...]:
    """Return where a quote may stand, the likeliest first; no two overlap.

    `hay` is the text squeezed. Words that are gone altogether give no candidate.
    """
    quote = wanted(selector)
    total = _length(quote.terms)
    found: list[tuple[float, _Fit]] = []
    for first, last in spots(quote.text, quote.start, quote.end, quote.terms, hay.text):
        if any(fit.covers(first + quote.start, last + quote.end) for _, fit in found):
            continue
        score, fit = _fitted(quote, hay.text, first, last)
        if fit is not None:
            found.append((score / total, fit))
    found.sort(key=lambda pair: pair[0], reverse=True)
    apart: list[tuple[float, _Fit]] = []
    for score, fit in found:
        if all(fit.end <= other.start or fit.start >= other.end for _, other in apart):
            apart.append((score, fit))
    return tuple(_candidate(text, hay, score, fit) for score, fit in apart)


def exact_candidate(text: str, selector: QuoteSelector, span: tuple[int, int]) -> Candidate:
    """Return the candidate of a place where the very words stand."""
    start, end = span
    before, after = squeezed(selector.prefix).text, squeezed(selector.suffix).text
    left = squeezed(text[max(0, start - len(selector.prefix)) : start]).text
    right = squeezed(text[end : end + len(selector.suffix)]).text
    shared = (shared_beginning(left[::-1], before[::-1]), shared_beginning(right, after))
    sides = [
        count / len(side) for count, side in zip(shared, (before, after), strict=True) if side
    ] or [0.0]
    words = len(selector.exact)
    return Candidate(
        start=start,
        end=end,
        text=text[start:end],
        score=(words + sum(shared)) / (words + max(len(before) + len(after), sum(shared))),
        similarity=1.0,
        kept=1.0,
        before=sides[0],
        after=sides[-1],
    )


class _Fit(NamedTuple):
    """What became of a quote at one spot, in positions of the squeezed text."""

    start: int
    end: int
    similarity: float
    kept: float
    before: float
    after: float

    def covers(self, start: int, end: int) -> bool:
        return self.start <= start and end <= self.end


def _candidate(text: str, hay: Squeezed, score: float, fit: _Fit) -> Candidate:
    start, end = hay.original(fit.start, fit.end)
    return Candidate(
        start=start,
        end=end,
        text=text[start:end],
        score=max(0.0, min(1.0, score)),
        similarity=fit.similarity,
        kept=fit.kept,
        before=fit.before,
        after=fit.after,
    )


def _fitted(quote: Wanted, hay: str, first: int, last: int) -> tuple[float, _Fit | None]:
    """Align the quote with the surroundings of a spot and measure what it became there."""
    margin = min(_WIDEST_MARGIN, _MARGIN + quote.end - quote.start)
    region = terms(hay, max(0, first - margin), min(len(hay), last + len(quote.text) + margin))
    score, pairs = aligned(quote.terms, region)
    before, words, after = _parted(quote, pairs)
    tight = _without_loose_ends(quote, region, words)
    if not tight:
        return 0.0, None
    before = before if tight[0] == words[0] else []
    after = after if tight[-1] == words[-1] else []
    start = _start(quote, region, before, tight)
    end = _end(quote, region, tight, after)
    return score, _measured(quote, region, (before, tight, after), start, end)


def _parted(quote: Wanted, pairs: Iterable[Pair]) -> tuple[list[Pair], list[Pair], list[Pair]]:
    """Return the pairs before the words of the quote, in them, and after them."""
    before, words, after = [], [], []
    for pair in pairs:
        term = quote.terms[pair.old]
        if term.end <= quote.start:
            before.append(pair)
        elif term.start >= quote.end:
            after.append(pair)
        else:
            words.append(pair)
    return before, words, after


def _without_loose_ends(quote: Wanted, region: Sequence[Term], pairs: list[Pair]) -> list[Pair]:
    """Return the pairs without pieces at the ends that inserted text has torn off."""
    old_length = _length_within(quote.terms, quote.start, quote.end)
    breaks = [
        n
        for n in range(1, len(pairs))
        if region[pairs[n].new].start - region[pairs[n - 1].new].end >= _TORN
    ]
    lengths = [0]
    for term in region:
        lengths.append(lengths[-1] + term.end - term.start)
    matched = [0]
    for pair in pairs:
        matched.append(matched[-1] + region[pair.new].end - region[pair.new].start)

    def likeness(first: int, last: int) -> float:
        new_length = lengths[pairs[last - 1].new + 1] - lengths[pairs[first].new]
        return 2 * (matched[last] - matched[first]) / (old_length + new_length)

    first, last = 0, len(pairs)
    while inner := [n for n in breaks if first < n < last]:
        cuts = [(likeness(n, last), n, last) for n in inner]
        cuts += [(likeness(first, n), first, n) for n in inner]
        best = max(cuts)
        if best[0] <= likeness(first, last) + _LOOSE_END:
            break
        _, first, last = best
    return pairs[first:last]


def _start(quote: Wanted, region: Sequence[Term], before: list[Pair], words: list[Pair]) -> int:
    """Return where the quote begins now: with new words, if they replaced its first ones."""
    first = words[0]
    term = quote.terms[first.old]
    if term.start <= quote.start:
        if before and before[-1].new + 1 < first.new:
            start = region[before[-1].new + 1].start
            if region[first.new - 1].end - start <= _missing(quote, words):
                return start  # the words after it came to stand before it
        return region[first.new].start + quote.start - term.start
    if before and before[-1].new + 1 < first.new:
        beside = before[-1].old + 1
        start = region[before[-1].new + 1].start
        length = region[first.new - 1].end - start
        if quote.terms[beside].end > quote.start and _replaces(length, term.start - quote.start):
            return start
    return region[first.new].start


def _end(quote: Wanted, region: Sequence[Term], words: list[Pair], after: list[Pair]) -> int:
    """Return where the quote ends now: behind new words, if they replaced its last ones."""
    last = words[-1]
    term = quote.terms[last.old]
    if term.end >= quote.end:
        if after and last.new + 1 < after[0].new:
            end = region[after[0].new - 1].end
            if end - region[last.new + 1].start <= _missing(quote, words):
                return end  # the words before it came to stand after it
        return region[last.new].end - (term.end - quote.end)
    if after and last.new + 1 < after[0].new:
        beside = after[0].old - 1
        end = region[after[0].new - 1].end
        length = end - region[last.new + 1].start
        if quote.terms[beside].start < quote.end and _replaces(length, quote.end - term.end):
            return end
    return region[last.new].end


def _missing(quote: Wanted, words: list[Pair]) -> int:
    """Return how much of the quote has no counterpart."""
    matched = _length_within([quote.terms[pair.old] for pair in words], quote.start, quote.end)
    return _length_within(quote.terms, quote.start, quote.end) - matched + _SPACES


def _replaces(new_length: int, old_length: int) -> bool:
    return new_length <= _REPLACED_RATIO * old_length + _REPLACED_EXTRA


def _measured(
    quote: Wanted,
    region: Sequence[Term],
    parts: tuple[list[Pair], list[Pair], list[Pair]],
    start: int,
    end: int,
) -> _Fit | None:
    if start >= end:
        return None
    before, words, after = (
        _length_within([quote.terms[pair.old] for pair in part], low, high)
        for part, low, high in zip(
            parts,
            (0, quote.start, quote.end),
            (quote.start, quote.end, len(quote.text)),
            strict=True,
        )
    )
    old_length = _length_within(quote.terms, quote.start, quote.end)
    new_length = _length_within(region, start, end)
    prefix_length = _length_within(quote.terms, 0, quote.start)
    suffix_length = _length_within(quote.terms, quote.end, len(quote.text))
    left = before / prefix_length if prefix_length else None
    right = after / suffix_length if suffix_length else None
    return _Fit(
        start=start,
        end=end,
        similarity=2 * words / (old_length + new_length),
        kept=words / old_length,
        before=left if left is not None else right or 0.0,
        after=right if right is not None else left or 0.0,
    )


def _length(found: Iterable[Term]) -> int:
    return sum(term.end - term.start for term in found)


def _length_within(found: Iterable[Term], start: int, end: int) -> int:
    """Return the code points of some terms that lie in a stretch."""
    return sum(max(0, min(term.end, end) - max(term.start, start)) for term in found)
