"""Alignment: which words of one text stand in another, in order, though some were edited.

Both texts are expected folded and squeezed; positions are code points of those forms.
"""

from __future__ import annotations

import re
from itertools import accumulate
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

# Scripts that put no spaces between words are compared letter by letter.
_UNSPACED = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af"
_TERM = re.compile(rf"[{_UNSPACED}]|[^\W{_UNSPACED}]+|[^\w\s]")
# Runs beyond these are short ones; what they cover is filled in between the others.
_MOST_RUNS = 48
_MOST_RUNS_OF_LONG = 400
# In a long text, a word that stands in it more often than this begins no run.
_COMMON = 16
_LONG = 200
# The largest gap, in pairs of terms, that is searched for single words.
_LARGEST_GAP = 40_000
# What it costs to step over text, in matching code points per code point: changed on both sides;
# present on one side only; and that beyond a sentence or so.
_CHANGED_COST = 0.15
_ONE_SIDED_COST = 0.25
_FURTHER_COST = 0.15
_SENTENCE = 60


class Term(NamedTuple):
    """A word, a number or a mark, and where it stands."""

    text: str
    start: int
    end: int


class Pair(NamedTuple):
    """The index of a term of the old text and of the same term in the new one."""

    old: int
    new: int


class _Run(NamedTuple):
    """A stretch of equal terms: first index in the old text and in the new one, and how many."""

    old: int
    new: int
    length: int


def terms(text: str, start: int = 0, end: int | None = None) -> tuple[Term, ...]:
    """Return the words, numbers and marks of a stretch of text."""
    stop = len(text) if end is None else end
    return tuple(Term(match[0], *match.span()) for match in _TERM.finditer(text, start, stop))


def aligned(old: Sequence[Term], new: Sequence[Term]) -> tuple[float, tuple[Pair, ...]]:
    """Return the best alignment of two term sequences, with its score.

    The alignment is the chain of equal stretches that covers most text with the least stepped
    over between them (a sparse form of local alignment with gap costs). The score counts the
    covered code points less those costs.
    """
    runs = _runs(old, new)
    if not runs:
        return 0.0, ()
    score, chain = _best_chain(runs, old, new)
    return score, tuple(_filled(chain, old, new))


def _runs(old: Sequence[Term], new: Sequence[Term]) -> list[_Run]:
    """Return the longest runs of equal terms, in the order of the new text."""
    places: dict[str, list[int]] = {}
    for index, term in enumerate(old):
        places.setdefault(term.text, []).append(index)
    if len(old) > _LONG:
        places = {word: found for word, found in places.items() if len(found) <= _COMMON}
    runs: list[_Run] = []
    done: dict[int, int] = {}  # how far the last run of each diagonal reaches
    for number, term in enumerate(new):
        for index in places.get(term.text, ()):
            if done.get(number - index, 0) <= number:
                run = _run_through(index, number, old, new)
                done[number - index] = run.new + run.length
                runs.append(run)
    most = max(_MOST_RUNS, min(_MOST_RUNS_OF_LONG, len(old) // 4))
    if len(runs) > most:
        runs.sort(key=lambda run: old[run.old].start - old[run.old + run.length - 1].end)
        del runs[most:]
    runs.sort(key=lambda run: (run.new, run.old))
    return runs


def _run_through(index: int, number: int, old: Sequence[Term], new: Sequence[Term]) -> _Run:
    """Return the longest run of equal terms through two that are equal."""
    before, length = 0, 1
    while before < min(index, number) and _same(old[index - before - 1], new[number - before - 1]):
        before += 1
    longest = min(len(old) - index, len(new) - number)
    while length < longest and _same(old[index + length], new[number + length]):
        length += 1
    return _Run(index - before, number - before, before + length)


def _same(one: Term, other: Term) -> bool:
    return one.text == other.text


def _best_chain(
    runs: list[_Run], old: Sequence[Term], new: Sequence[Term]
) -> tuple[float, list[_Run]]:
    covered = list(accumulate((term.end - term.start for term in old), initial=0))
    scores: list[float] = []
    origins: list[tuple[int, int] | None] = []
    for number, run in enumerate(runs):
        end = covered[run.old + run.length]
        best, origin = float(end - covered[run.old]), None
        for before in reversed(range(number)):
            prior = runs[before]
            if scores[before] + end - covered[run.old] <= best:
                continue
            if prior.old >= run.old or prior.new >= run.new:
                continue
            overlap = max(0, prior.old + prior.length - run.old, prior.new + prior.length - run.new)
            if overlap >= run.length:
                continue
            cost = _cost(
                old[run.old + overlap].start - old[prior.old + prior.length - 1].end,
                new[run.new + overlap].start - new[prior.new + prior.length - 1].end,
            )
            score = scores[before] + end - covered[run.old + overlap] - cost
            if score > best:
                best, origin = score, (before, overlap)
        scores.append(best)
        origins.append(origin)
    last = max(range(len(runs)), key=scores.__getitem__)
    return scores[last], _traced(runs, origins, last)


def _traced(runs: list[_Run], origins: list[tuple[int, int] | None], last: int) -> list[_Run]:
    """Return the chain that ends in a run, without the overlaps."""
    chain = []
    at: int | None = last
    while at is not None:
        origin = origins[at]
        before, overlap = origin if origin else (None, 0)
        run = runs[at]
        chain.append(_Run(run.old + overlap, run.new + overlap, run.length - overlap))
        at = before
    return chain[::-1]


def _cost(old_gap: int, new_gap: int) -> float:
    both, one = min(old_gap, new_gap), abs(old_gap - new_gap)
    near = min(one, _SENTENCE)
    return _CHANGED_COST * both + _ONE_SIDED_COST * near + _FURTHER_COST * (one - near)


def _filled(chain: list[_Run], old: Sequence[Term], new: Sequence[Term]) -> list[Pair]:
    """Return the pairs of a chain, with single equal terms in its gaps."""
    # 30 ms that a launch does not pay
    from rapidfuzz.distance import LCSseq

    pairs: list[Pair] = []
    old_end, new_end = chain[0].old, chain[0].new
    for run in chain:
        if 0 < (run.old - old_end) * (run.new - new_end) <= _LARGEST_GAP:
            left = [term.text for term in old[old_end : run.old]]
            right = [term.text for term in new[new_end : run.new]]
            for block in LCSseq.opcodes(left, right).as_matching_blocks():
                first = Pair(old_end + block.a, new_end + block.b)
                pairs += [Pair(first.old + n, first.new + n) for n in range(block.size)]
        pairs += [Pair(run.old + n, run.new + n) for n in range(run.length)]
        old_end, new_end = run.old + run.length, run.new + run.length
    return pairs
