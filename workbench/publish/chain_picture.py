"""The picture of the provenance chain, as SVG that is readable in black and white.

Shapes and lines tell, never a colour: a solid box is in hand, a broken one is not, a thick frame
is an origin; a dotted arrow is inferred and says from what, a double line is the same text. No
script, no link, nothing from elsewhere; the same check gives the same bytes.
"""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.sax.saxutils import escape

from workbench.publish.chain_layout import BOX_WIDTH, LINE_HEIGHT, MARGIN, Layout, layout_of
from workbench.rules.chain_graph import ChainGraph, EdgeKind, NodeKind

if TYPE_CHECKING:
    from workbench.publish.chain_layout import Box
    from workbench.rules.chain_graph import Edge

_INK, _PAPER = "#1e2227", "#ffffff"
_FONT = "system-ui, 'Noto Sans', 'DejaVu Sans', Arial, sans-serif"
_LEGEND = (
    "Solid box: in hand.  Broken box: not in hand.  Thick frame: origin.",
    "Dotted arrow: inferred.  Double line: the same text under licence.",
)
_LEGEND_WIDTH = 520
_LEGEND_HEIGHT = 52
_DASHES = {EdgeKind.INFERRED: "2 5", EdgeKind.REPEATS: "10 4", EdgeKind.CONTRADICTS: "10 3 2 3"}
_WORDS = {
    EdgeKind.CONTRADICTS: "against",
    EdgeKind.REPEATS: "repeats",
    EdgeKind.SYNDICATED: "same text",
    EdgeKind.INFERRED: "inferred",
}
_TWIN_GAP = 16
"""Pixels between two arrows that join the same boxes."""
_LABEL = 26
"""Letters of the words on an arrow."""


def chain_picture(graph: ChainGraph, title: str) -> str:
    """Return an SVG document of a chain; of one without nodes, a sentence that says so."""
    layout = layout_of(graph)
    width = max(layout.width, _LEGEND_WIDTH + 2 * MARGIN)
    height = layout.height + _LEGEND_HEIGHT
    shapes = [
        *(_arrow(layout, edge, _twins_before(layout, edge)) for edge in layout.edges),
        *(_box(box) for box in layout.boxes.values()),
        _legend(layout.height, has_nodes=bool(layout.boxes)),
    ]
    return "\n".join(
        (
            '<?xml version="1.0" encoding="UTF-8"?>',
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" '
            f'width="{width}" height="{height}" role="img" aria-labelledby="title words" '
            f'font-family="{_FONT}" font-size="13" fill="{_INK}">',
            f'<title id="title">{_safe(title)}</title>',
            f'<desc id="words">{_safe(" ".join(chain_sentences(graph)))}</desc>',
            "<defs>",
            '<marker id="head" viewBox="0 0 10 10" refX="9" refY="5" markerWidth="8" '
            f'markerHeight="8" orient="auto"><path d="M0 0 L10 5 L0 10 z" fill="{_INK}"/></marker>',
            "</defs>",
            f'<rect width="{width}" height="{height}" fill="{_PAPER}"/>',
            *shapes,
            "</svg>",
            "",
        )
    )


def chain_sentences(graph: ChainGraph) -> tuple[str, ...]:
    """Return the chain in words, one sentence for each node that rests on something."""
    sentences = []
    for node in graph.nodes:
        onward = graph.onward(node.key)
        if not onward:
            continue
        name = node.note if node.kind is NodeKind.CLAIM else node.label
        told = [f"{_verb(edge)} {_told(graph, edge)}" for edge in onward]
        sentences.append(f"{name} {'; '.join(told)}.")
    return tuple(sentences)


def _verb(edge: Edge) -> str:
    return {
        EdgeKind.SUPPORTS: "rests on",
        EdgeKind.CONTRADICTS: "is contradicted by",
        EdgeKind.REPEATS: "is repeated by",
        EdgeKind.SYNDICATED: "has the text of",
    }.get(edge.kind, "relies on")


def _told(graph: ChainGraph, edge: Edge) -> str:
    node = graph.node(edge.end)
    facts = [
        "" if node.in_hand else "not in hand",
        "origin" if node.is_origin else "",
        f"inferred from {edge.basis}" if edge.kind is EdgeKind.INFERRED and edge.basis else "",
    ]
    known = ", ".join(filter(None, facts))
    return f"{node.label} ({known})" if known else node.label


def _box(box: Box) -> str:
    node = box.node
    stroke = 3 if node.is_origin else 1.2
    dash = "" if node.in_hand else ' stroke-dasharray="6 4"'
    corner = 14 if node.kind is NodeKind.CLAIM else 3
    y = float(box.y + 11 + 12)
    words = []
    for line in box.lines:
        words.append(_text(box.x + BOX_WIDTH / 2, y, line, weight=600))
        y += LINE_HEIGHT
    if box.note:
        words.append(_text(box.x + BOX_WIDTH / 2, y, box.note, size=11))
    return (
        f'<g><rect x="{box.x}" y="{box.y}" width="{BOX_WIDTH}" height="{box.height}" '
        f'rx="{corner}" fill="{_PAPER}" stroke="{_INK}" stroke-width="{stroke}"{dash}/>'
        f"{''.join(words)}</g>"
    )


def _twins_before(layout: Layout, edge: Edge) -> int:
    """Return how many arrows between the same boxes come before one."""
    twins = [one for one in layout.edges if (one.start, one.end) == (edge.start, edge.end)]
    return twins.index(edge)


def _arrow(layout: Layout, edge: Edge, twin: int) -> str:
    start, end = layout.boxes[edge.start], layout.boxes[edge.end]
    path, x, y = _path(start, end, layout.height, twin * _TWIN_GAP)
    words = edge.basis or _WORDS.get(edge.kind, "")
    if len(words) > _LABEL:
        words = f"{words[: _LABEL - 1].rstrip()}…"
    label = _label(x, y, words) if words else ""
    if edge.kind is EdgeKind.SYNDICATED:
        lines = _line(path, 5) + _line(path, 2, color=_PAPER)
        return f"<g>{lines}{_line(path, 0.6, head=True, hidden=True)}{label}</g>"
    return f"<g>{_line(path, 1.3, dash=_DASHES.get(edge.kind, ''), head=True)}{label}</g>"


def _path(start: Box, end: Box, height: int, shift: int) -> tuple[str, float, float]:
    """Return the curve of an arrow, and where its words stand: its middle."""
    if end.x > start.x:
        x1, x2 = float(start.x + BOX_WIDTH), float(end.x)
        y1, y2 = start.middle + shift, end.middle + shift
        bend = (x2 - x1) / 2
        onward = f"C{x1 + bend:.1f} {y1:.1f} {x2 - bend:.1f} {y2:.1f} {x2:.1f} {y2:.1f}"
        curve = f"M{x1:.1f} {y1:.1f} {onward}"
        return curve, (x1 + x2) / 2, (y1 + y2) / 2
    # Back along a circle, or within a column: below both.
    x1, x2 = start.x + BOX_WIDTH / 2, end.x + BOX_WIDTH / 2
    y1, y2 = float(start.y + start.height), float(end.y + end.height)
    low = min(max(y1, y2) + 34 + shift, float(height - 4))
    curve = f"M{x1:.1f} {y1:.1f} C{x1:.1f} {low:.1f} {x2:.1f} {low:.1f} {x2:.1f} {y2:.1f}"
    return curve, (x1 + x2) / 2, low - 8


def _line(
    path: str, width: float, *, dash: str = "", color: str = _INK, head: bool = False,
    hidden: bool = False,
) -> str:  # fmt: skip
    dashes = f' stroke-dasharray="{dash}"' if dash else ""
    marker = ' marker-end="url(#head)"' if head else ""
    stroke = "none" if hidden else color
    return (
        f'<path d="{path}" fill="none" stroke="{stroke}" stroke-width="{width}"{dashes}{marker}/>'
    )


def _label(x: float, y: float, words: str) -> str:
    width = 6.4 * len(words) + 8
    ground = (
        f'<rect x="{x - width / 2:.1f}" y="{y - 9:.1f}" width="{width:.1f}" height="17" '
        f'fill="{_PAPER}"/>'
    )
    return ground + _text(x, y + 4, words, size=11)


def _legend(y: int, *, has_nodes: bool) -> str:
    lines = _LEGEND if has_nodes else ("No evidence is tied to a claim yet.",)
    return "".join(
        _text(MARGIN, y + 12 + number * LINE_HEIGHT, line, size=11, middle=False)
        for number, line in enumerate(lines)
    )


def _text(
    x: float, y: float, words: str, *, size: int = 13, weight: int = 400, middle: bool = True
) -> str:
    anchor = ' text-anchor="middle"' if middle else ""
    return (
        f'<text x="{x:.1f}" y="{y:.1f}" font-size="{size}" font-weight="{weight}"{anchor}>'
        f"{_safe(words)}</text>"
    )


def _safe(text: str) -> str:
    """Return text for XML, without the characters that XML cannot hold."""
    kept = "".join(char for char in text if char >= " " and not "\ud800" <= char <= "\udfff")
    return escape(kept.replace("\ufffe", "").replace("\uffff", ""))
