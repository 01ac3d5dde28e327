"""Seeds: spots of a text worth a closer look, where pieces of a quote stand in their order.

All texts are folded and squeezed, all positions code points of those forms.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from workbench.reading.alignment import Term

# A piece is whole words of at least this length; shorter ones stand everywhere.
_PIECE = 12
_SHORTEST_PIECE = 6
_MOST_PIECES = 200
# A piece that stands in more places than this tells none apart.
_MOST_PLACES = 40
_MOST_SPOTS = 5
# A spot with less than this share of the best one's weight is not looked at.
_LEAST_SHARE = 0.08
# Pieces belong to one spot though text as long as this came between them.
_DRIFT = 40
_DRIFT_RATIO = 0.6
# Comparing letter by letter takes time that grows with both: this many of quote and of text.
_LONGEST_QUOTE = 600
_LONGEST_TEXT = 300_000
_LEAST_LIKENESS = 50.0


class _Hit(NamedTuple):
    """A place of a piece: where the whole would begin, which piece, and how telling it is."""

    offset: int
    piece: int
    weight: float


def spots(
    text: str, start: int, end: int, words: Sequence[Term], hay: str
) -> Iterator[tuple[int, int]]:
    """Yield where in hay the text may begin, as first and last offset, the likeliest first.

    `text` is a quote from start to end with its context on both sides, `words` its terms.
    An offset may be negative: the context before the quote may be gone.
    """
    drift = _DRIFT + _DRIFT_RATIO * (end - start)
    weighed = sorted(_clusters(_hits(text, words, hay), drift, len(text)), reverse=True)
    for weight, first, last in weighed[:_MOST_SPOTS]:
        if weight >= _LEAST_SHARE * weighed[0][0]:
            yield first, last
    quote = text[start:end]
    if len(quote) <= min(_LONGEST_QUOTE, len(hay)) and len(hay) <= _LONGEST_TEXT:
        # 30 ms that a launch does not pay
        from rapidfuzz.fuzz import partial_ratio_alignment

        best = partial_ratio_alignment(quote, hay, score_cutoff=_LEAST_LIKENESS)
        if best is not None:
            yield best.dest_start - start, best.dest_start - start


def _hits(text: str, words: Sequence[Term], hay: str) -> list[_Hit]:
    """Return the places of the pieces of a text, in the order of their offsets."""
    hits: list[_Hit] = []
    for index in range(0, len(words), max(1, -(-len(words) // _MOST_PIECES))):
        last = index
        while last < len(words) - 1 and words[last].end - words[index].start < _PIECE:
            last += 1
        piece = text[words[index].start : words[last].end]
        if len(piece) < _SHORTEST_PIECE:
            continue
        places = _places(piece, hay)
        if len(places) <= _MOST_PLACES:
            hits += [
                _Hit(place - words[index].start, index, len(places) ** -0.5) for place in places
            ]
    hits.sort()
    return hits


def _places(piece: str, hay: str) -> list[int]:
    places: list[int] = []
    at = hay.find(piece)
    while at >= 0 and len(places) <= _MOST_PLACES:
        places.append(at)
        at = hay.find(piece, at + 1)
    return places


def _clusters(hits: list[_Hit], drift: float, length: int) -> Iterator[tuple[float, int, int]]:
    """Yield weight, first and last offset of hits that may belong to one place."""
    cluster: list[_Hit] = []
    for hit in hits:
        is_far = cluster and (
            hit.offset - cluster[-1].offset > drift
            or hit.offset - cluster[0].offset > length + drift
        )
        if is_far:
            yield _weighed(cluster)
            cluster = []
        cluster.append(hit)
    if cluster:
        yield _weighed(cluster)


def _weighed(cluster: list[_Hit]) -> tuple[float, int, int]:
    pieces = {hit.piece: hit.weight for hit in cluster}
    return sum(pieces.values()), cluster[0].offset, cluster[-1].offset
