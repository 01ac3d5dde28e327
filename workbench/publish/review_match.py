"""Which lines that came back are which that went out, those that were split or joined too."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
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


@dataclass(frozen=True, slots=True)
class _Line:
    keys: tuple[str, ...]
    counted: Counter[str]
    is_heading: bool


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
    ones = [_Line(base[at], Counter(base[at]), at in headings[0]) for at in range(start[0], end[0])]
    others = [
        _Line(returned[at], Counter(returned[at]), at in headings[1])
        for at in range(start[1], end[1])
    ]
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


def _best(ones: list[_Line], others: list[_Line]) -> list[list[tuple[float, tuple[int, int]]]]:
    """Return for each place of a table the most words in common from there on, and the move."""
    rows, columns = len(ones), len(others)
    best = [[(0.0, (0, 0)) for _ in range(columns + 1)] for _ in range(rows + 1)]
    for row in range(rows, -1, -1):
        for column in range(columns, -1, -1):
            if row == rows and column == columns:
                continue
            choices: list[tuple[float, tuple[int, int]]] = []
            for down, right in _MOVES:
                if row + down <= rows and column + right <= columns:
                    shared = _alike(ones[row : row + down], others[column : column + right])
                    if shared:
                        gain = shared + best[row + down][column + right][0]
                        choices.append((gain, (down, right)))
            if row < rows:
                choices.append((best[row + 1][column][0], (1, 0)))
            if column < columns:
                choices.append((best[row][column + 1][0], (0, 1)))
            best[row][column] = max(choices, key=lambda choice: choice[0])
    return best


def _alike(ones: Sequence[_Line], others: Sequence[_Line]) -> float:
    """Return how many words lines have in common; 0 if they are not alike.

    Two lines are only taken for one where each of the two brings words of its own.
    """
    total = sum(len(line.keys) for line in (*ones, *others))
    if not all(line.keys for line in (*ones, *others)):
        return 0.0
    headings = {line.is_heading for line in (*ones, *others)}
    if len(headings) > 1 or (headings == {True} and len(ones) + len(others) > 2):
        return 0.0
    one = sum((line.counted for line in ones), Counter[str]())
    other = sum((line.counted for line in others), Counter[str]())
    shared = (one & other).total()
    if 2 * shared < _LEAST_ALIKE * total:
        is_pair = len(ones) == len(others) == 1 and ones[0].is_heading
        return _RENAMED if is_pair else 0.0
    if len(ones) + len(others) > 2:
        single, pair = (one, others) if len(ones) == 1 else (other, ones)
        least = min((single & line.counted).total() / len(line.keys) for line in pair)
        if least < 2 * _LEAST_ALIKE:
            return 0.0
    return shared - 0.01 * (len(ones) + len(others))
