"""Where the nodes of a chain stand: in columns from the claims to the origins, few lines crossing.

Columns by the longest way from a claim, arrows back along a circle left out; within a column the
order is that of the middle of what leads there (Sugiyama's method, in its simplest form).
"""

from __future__ import annotations

import textwrap
from dataclasses import dataclass
from typing import TYPE_CHECKING

from workbench.rules.chain_graph import Edge, Node, NodeKind

if TYPE_CHECKING:
    from workbench.rules.chain_graph import ChainGraph

BOX_WIDTH = 212
LINE_HEIGHT = 17
MARGIN = 24
COLUMN_GAP = 96
ROW_GAP = 22
_PADDING = 11
_LETTERS = 27
"""Letters on one line of a box, of the width that a plain font has at 13 pixels."""
_MOST_LINES = 3
_SWEEPS = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class Box:
    """A node on the picture: pixels from the upper left, and its words in lines."""

    node: Node
    x: int
    y: int
    height: int
    lines: tuple[str, ...]
    note: str = ""

    @property
    def middle(self) -> float:
        """The height at which arrows arrive and leave."""
        return self.y + self.height / 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """All boxes by their node's key, the arrows, and the size of the whole in pixels."""

    boxes: dict[str, Box]
    edges: tuple[Edge, ...]
    width: int
    height: int


def layout_of(graph: ChainGraph) -> Layout:
    """Return where everything stands; the same graph gives the same places."""
    columns = _ordered(_columns(graph), graph)
    heights = {node.key: _height(node) for node in graph.nodes}
    totals = [
        sum(heights[key] for key in column) + ROW_GAP * (len(column) - 1) for column in columns
    ]
    tallest = max(totals, default=0)
    boxes: dict[str, Box] = {}
    for number, column in enumerate(columns):
        x = MARGIN + number * (BOX_WIDTH + COLUMN_GAP)
        y = MARGIN + (tallest - totals[number]) // 2
        for key in column:
            node = graph.node(key)
            boxes[key] = Box(
                node=node,
                x=x,
                y=y,
                height=heights[key],
                lines=_wrapped(node.label, _MOST_LINES),
                note=_note(node),
            )
            y += heights[key] + ROW_GAP
    count = max(len(columns), 1)
    return Layout(
        boxes=boxes,
        edges=graph.edges,
        width=2 * MARGIN + count * BOX_WIDTH + (count - 1) * COLUMN_GAP,
        height=2 * MARGIN + tallest,
    )


def _columns(graph: ChainGraph) -> list[list[str]]:
    """Return the keys by the longest way that leads to each, circles cut where they close."""
    onward: dict[str, list[str]] = {node.key: [] for node in graph.nodes}
    for edge in _without_returns(graph):
        onward[edge.start].append(edge.end)
    depth = {node.key: 0 for node in graph.nodes}
    for _ in graph.nodes:  # as many rounds as the longest way can have steps
        changed = False
        for start, ends in onward.items():
            for end in ends:
                if depth[end] < depth[start] + 1:
                    depth[end], changed = depth[start] + 1, True
        if not changed:
            break
    columns: list[list[str]] = [[] for _ in range(max(depth.values(), default=-1) + 1)]
    for key, place in depth.items():
        columns[place].append(key)
    return columns


def _without_returns(graph: ChainGraph) -> list[Edge]:
    """Return the arrows that lead onward; those that lead back to where they came from are out."""
    state: dict[str, int] = {}
    kept: list[Edge] = []
    for root in graph.nodes:
        if root.key in state:
            continue
        state[root.key] = 1
        ways = [(root.key, iter(graph.onward(root.key)))]
        while ways:
            key, edges = ways[-1]
            edge = next(edges, None)
            if edge is None:
                state[key] = 2
                ways.pop()
                continue
            if state.get(edge.end) == 1:
                continue
            kept.append(edge)
            if edge.end not in state:
                state[edge.end] = 1
                ways.append((edge.end, iter(graph.onward(edge.end))))
    return kept


def _ordered(columns: list[list[str]], graph: ChainGraph) -> list[list[str]]:
    """Return the columns with each key near the middle of its neighbours in the next column."""
    near: dict[str, list[str]] = {node.key: [] for node in graph.nodes}
    for edge in graph.edges:
        near[edge.start].append(edge.end)
        near[edge.end].append(edge.start)
    for sweep in range(_SWEEPS):
        numbers = range(1, len(columns)) if sweep % 2 == 0 else range(len(columns) - 2, -1, -1)
        for number in numbers:
            other = columns[number - 1 if sweep % 2 == 0 else number + 1]
            place = {key: float(at) for at, key in enumerate(other)}
            columns[number] = _by_middle(columns[number], near, place)
    return columns


def _by_middle(column: list[str], near: dict[str, list[str]], place: dict[str, float]) -> list[str]:
    middles = {}
    for at, key in enumerate(column):
        known = [place[other] for other in near[key] if other in place]
        middles[key] = sum(known) / len(known) if known else float(at)
    return sorted(column, key=lambda key: middles[key])  # stable: ties keep their order


def _height(node: Node) -> int:
    lines = len(_wrapped(node.label, _MOST_LINES)) + bool(_note(node))
    return 2 * _PADDING + lines * LINE_HEIGHT


def _note(node: Node) -> str:
    """Return the small line of a box: a claim's number, a source's title, or what is missing."""
    words = "not in hand" if node.kind is NodeKind.UNSEEN else node.note
    return next(iter(_wrapped(words, 1)), "")


def _wrapped(words: str, most: int) -> tuple[str, ...]:
    """Return words in lines; a long one is broken, and what does not fit ends in an ellipsis."""
    lines = textwrap.wrap(words, _LETTERS, break_long_words=True, break_on_hyphens=True)
    if len(lines) <= most:
        return tuple(lines)
    last = lines[most - 1][: _LETTERS - 1].rstrip(" .,;:")
    return (*lines[: most - 1], f"{last}…")
