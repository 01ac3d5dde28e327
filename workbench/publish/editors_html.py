"""The blocks of the editor's copy as HTML: lists in lists, quotations, notes and flags."""

from __future__ import annotations

from html import escape
from itertools import pairwise
from typing import TYPE_CHECKING

from workbench.publish.block import BlockKind, Run, TextBlock
from workbench.publish.editors_copy import FLAG_WORDS, CopyBlock, Mark, MarkKind

if TYPE_CHECKING:
    from collections.abc import Iterable

_HIGHEST, _LOWEST = 3, 6
"""Levels of headings in the check: the parts have the second."""


def blocks_html(blocks: Iterable[CopyBlock]) -> str:
    """Return blocks as HTML; all text in them is escaped."""
    writer = _Writer()
    for one in blocks:
        writer.write(one)
    writer.close_lists(0)
    writer.quote(0)
    return "\n".join(writer.lines)


def pieces_html(pieces: tuple[Run | Mark, ...]) -> str:
    """Return runs and marks as the inside of a paragraph."""
    written = []
    for before, piece in pairwise((None, *pieces)):
        if isinstance(piece, Run):
            written.append(_run(piece))
        elif piece is not None:
            if _is_note(before) and _is_note(piece):
                written.append("<sup>, </sup>")
            written.append(_mark(piece))
    return "".join(written)


def _is_note(piece: Run | Mark | None) -> bool:
    return isinstance(piece, Mark) and piece.kind is MarkKind.NOTE


def _mark(mark: Mark) -> str:
    number = mark.number
    if mark.kind is MarkKind.NOTE:
        return (
            f'<sup><a href="#note-{number}" id="ref-{number}" role="doc-noteref" '
            f'aria-label="Note {number}">{number}</a></sup>'
        )
    if mark.kind is MarkKind.COMMENT:
        return (
            f'<sup><a href="#comment-{number}" id="said-{number}" '
            f'aria-label="Comment {number}">[comment {number}]</a></sup>'
        )
    kind = mark.kind.name.lower()
    place = f' id="open-{number}"' if mark.kind is MarkKind.OPEN else ""
    return f' <strong class="flag {kind}"{place}>[{escape(FLAG_WORDS[mark.kind])}]</strong>'


def _run(run: Run) -> str:
    words = escape(run.text)
    for tag, wanted in (("code", run.code), ("em", run.emphasis), ("strong", run.strong)):
        words = f"<{tag}>{words}</{tag}>" if wanted else words
    if not run.link:
        return words
    shown = ' class="address"' if run.link == run.text else ""
    return f'<a{shown} href="{escape(run.link)}" rel="noopener noreferrer nofollow">{words}</a>'


class _Writer:
    """Opens and closes the lists and quotations that blocks stand in."""

    def __init__(self) -> None:
        self.lines: list[str] = []
        self._lists: list[tuple[str, int]] = []  # the tag and the list's id; its item is open
        self._quotes = 0

    def write(self, one: CopyBlock) -> None:
        block, words = one.block, pieces_html(one.pieces)
        if block.quotes != self._quotes:
            self.close_lists(0)
            self.quote(block.quotes)
        if block.list_id:
            self._item(block, words)
            return
        self.close_lists(0)
        if block.kind is BlockKind.RULE:
            self.lines.append("<hr>")
        elif block.kind is BlockKind.HEADING:
            level = min(max(block.level, _HIGHEST), _LOWEST)
            self.lines.append(f"<h{level}>{words}</h{level}>")
        else:
            self.lines.append(f"<p>{words}</p>")

    def quote(self, depth: int) -> None:
        """Open or close quotations until blocks stand in so many of them."""
        for _ in range(self._quotes, depth):
            self.lines.append("<blockquote>")
        for _ in range(depth, self._quotes):
            self.lines.append("</blockquote>")
        self._quotes = depth

    def close_lists(self, depth: int) -> None:
        """Close lists until so many are open."""
        while len(self._lists) > depth:
            tag, _ = self._lists.pop()
            self.lines.append(f"</li></{tag}>")

    def _item(self, block: TextBlock, words: str) -> None:
        depth = block.depth + 1
        self.close_lists(depth)
        if len(self._lists) == depth and self._lists[-1][1] != block.list_id:
            self.close_lists(block.depth)
        is_new = len(self._lists) < depth
        while len(self._lists) < depth:
            self._open(block)
        if block.goes_on:
            self.lines.append(f"<p>{words}</p>")
        elif is_new:
            self.lines.append(words)
        else:
            self.lines.append(f"</li><li>{words}")

    def _open(self, block: TextBlock) -> None:
        is_numbered = block.kind is BlockKind.NUMBER
        start = f' start="{block.number}"' if is_numbered and block.number != 1 else ""
        self._lists.append(("ol" if is_numbered else "ul", block.list_id))
        self.lines.append(f"<ol{start}><li>" if is_numbered else "<ul><li>")
