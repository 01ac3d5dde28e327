"""Which lines that came back are which that went out, those that were split or joined too."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from workbench.publish.review_token import common

if TYPE_CHECKING:
    from collections.abc import Sequence

_LEAST_ALIKE = 0.4
"""Share of words in common from which on a line is taken for another one, changed."""
_LARGEST_GAP = 40_000
"""Pairs of lines that are compared between two lines that are surely the same."""
_RENAMED = 0.3
"""Words in common that a heading in place of another counts for."""
_MOVES = ((1, 1), (1, 2), (2, 1))


class Matched(NamedTuple):
    """Lines that belong together: so many that went out, so many that came back; either may be 0.

    Both are (start, end) in their list of lines.
    """

    base: tuple[int, int]
    returned: tuple[int, int]


class _Stretch(NamedTuple):
    """A line, or two that follow each other, as what is compared.

    Attributes:
        bag: its words, each with how often it stood there before, so that sets count them.
        lines: the same of each of its lines.

    """

    bag: frozenset[tuple[str, int]]
    lines: tuple[frozenset[tuple[str, int]], ...]
    is_heading: bool
    has_heading: bool


def matched_lines(
    base: Sequence[tuple[str, ...]],
    returned: Sequence[tuple[str, ...]],
    headings: tuple[frozenset[int], frozenset[int]] = (frozenset(), frozenset()),
) -> list[Matched]:
    """Return all lines of both, in order, as groups; lines are given as keys of their words.

    headings: places of the headings in both; one in place of another is the same one, renamed.
    A line that came back without keys is one that was not there before: it belongs to no other.
    """
    found: list[Matched] = []
    at = (0, 0)
    for one, other in (*_same(base, returned), (len(base), len(returned))):
        found += _in_gap(base, returned, headings, at, (one, other))
        if one < len(base):
            found.append(Matched((one, one + 1), (other, other + 1)))
        at = (one + 1, other + 1)
    return found


def _same(
    base: Sequence[tuple[str, ...]], returned: Sequence[tuple[str, ...]]
) -> list[tuple[int, int]]:
    """Return the places of the lines that both have word for word, in order."""
    one = ["\0".join(keys) for keys in base]
    other = ["\0".join(keys) or f"\1{number}" for number, keys in enumerate(returned)]
    return common(one, other)


def _in_gap(
    base: Sequence[tuple[str, ...]],
    returned: Sequence[tuple[str, ...]],
    headings: tuple[frozenset[int], frozenset[int]],
    start: tuple[int, int],
    end: tuple[int, int],
) -> list[Matched]:
    """Return the lines between two that are the same, those that are alike together."""
    rows, columns = end[0] - start[0], end[1] - start[1]
    if not rows or not columns or rows * columns > _LARGEST_GAP:
        return _apart(start, end)
    ones = _stretches(base, headings[0], start[0], end[0])
    others = _stretches(returned, headings[1], start[1], end[1])
    best = _best(ones, others)
    found: list[Matched] = []
    row = column = 0
    while row < rows or column < columns:
        down, right = best[row][column][1]
        here = (start[0] + row, start[1] + column)
        found.append(Matched((here[0], here[0] + down), (here[1], here[1] + right)))
        row, column = row + down, column + right
    return found


def _apart(start: tuple[int, int], end: tuple[int, int]) -> list[Matched]:
    gone = [Matched((at, at + 1), (start[1], start[1])) for at in range(start[0], end[0])]
    new = [Matched((end[0], end[0]), (at, at + 1)) for at in range(start[1], end[1])]
    return [*gone, *new]


def _stretches(
    rows: Sequence[tuple[str, ...]], headings: frozenset[int], start: int, end: int
) -> tuple[list[_Stretch], list[_Stretch]]:
    """Return the lines from a place to another, each alone, and each with the one behind it."""
    single = [(_bag(rows[at]), at in headings) for at in range(start, end)]
    alone = [_Stretch(bag, (bag,), is_heading, is_heading) for bag, is_heading in single]
    pairs = [
        _Stretch(
            _bag((*rows[at], *rows[at + 1])),
            (single[at - start][0], single[at + 1 - start][0]),
            is_heading=False,
            has_heading=single[at - start][1] or single[at + 1 - start][1],
        )
        for at in range(start, end - 1)
    ]
    return alone, pairs


def _bag(keys: tuple[str, ...]) -> frozenset[tuple[str, int]]:
    seen: Counter[str] = Counter()
    found = []
    for key in keys:
        found.append((key, seen[key]))
        seen[key] += 1
    return frozenset(found)


def _best(
    ones: tuple[list[_Stretch], list[_Stretch]], others: tuple[list[_Stretch], list[_Stretch]]
) -> list[list[tuple[float, tuple[int, int]]]]:
    """Return for each place of a table the most words in common from there on, and the move."""
    rows, columns = len(ones[0]), len(others[0])
    best = [[(0.0, (0, 0)) for _ in range(columns + 1)] for _ in range(rows + 1)]
    for row in range(rows, -1, -1):
        for column in range(columns, -1, -1):
            if row == rows and column == columns:
                continue
            choices: list[tuple[float, tuple[int, int]]] = []
            for down, right in _MOVES:
                if row + down <= rows and column + right <= columns:
                    shared = _alike(ones[down - 1][row], others[right - 1][column])
                    if shared:
                        gain = shared + best[row + down][column + right][0]
                        choices.append((gain, (down, right)))
            if row < rows:
                choices.append((best[row + 1][column][0], (1, 0)))
            if column < columns:
                choices.append((best[row][column + 1][0], (0, 1)))
            best[row][column] = max(choices, key=lambda choice: choice[0])
    return best


def _alike(one: _Stretch, other: _Stretch) -> float:
    """Return how many words two stretches have in common; 0 if they are not alike.

    Two lines are only taken for one where each of the two brings words of its own.
    """
    least, total = min(len(one.bag), len(other.bag)), len(one.bag) + len(other.bag)
    is_pair = len(one.lines) == len(other.lines)
    if not all(one.lines) or not all(other.lines) or one.is_heading != other.is_heading:
        return 0.0
    if not is_pair and (one.has_heading or other.has_heading):
        return 0.0
    renamed = _RENAMED if is_pair and one.is_heading else 0.0
    if 2 * least < _LEAST_ALIKE * total:
        return renamed
    shared = len(one.bag & other.bag)
    if 2 * shared < _LEAST_ALIKE * total:
        return renamed
    if not is_pair:
        single, pair = (one, other) if len(one.lines) == 1 else (other, one)
        if any(len(single.bag & line) < 2 * _LEAST_ALIKE * len(line) for line in pair.lines):
            return 0.0
    return shared - 0.01 * (len(one.lines) + len(other.lines))
