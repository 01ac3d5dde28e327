"""What a person typed in a part of the draft: Markdown that goes out as typed, made regular.

Line ends, trailing spaces, empty lines, list marks and heading levels are made alike, paragraphs
are wrapped, and raw HTML shows as the text it is. The words stay. What two readers of Markdown
take differently is laid out so that both see the same: fenced code goes out line by line, and
lists inside lists are indented by the four spaces that Python-Markdown needs.
"""

from __future__ import annotations

from dataclasses import replace
from types import MappingProxyType
from typing import TYPE_CHECKING

from workbench.publish.inline import code, inline
from workbench.publish.layout import WIDTH, heading, wrapped
from workbench.publish.typed_block import ITEMS, LISTS_APART, Block, Kind, blocks_of, lines_of

if TYPE_CHECKING:
    from collections.abc import Mapping

NONE_CITED: Mapping[str, str] = MappingProxyType({})
_NESTED = 4
_DEEPEST_HEADING = 6
_NARROWEST = WIDTH - 8


def typed_markdown(text: str, level: int = 2, citations: Mapping[str, str] = NONE_CITED) -> str:
    """Return typed Markdown made regular; its headings stand below a heading of this level.

    citations: what each citation mark becomes, as `publish.cite` makes it.
    """
    lines, definitions = lines_of(text)
    return _Writer(level, {**definitions, **citations}).text(blocks_of(lines), WIDTH)


def typed_points(text: str, citations: Mapping[str, str] = NONE_CITED) -> tuple[str, ...]:
    """Return typed text as points, one for each line or list item, as inline Markdown."""
    lines, addresses = lines_of(text)
    definitions = {**addresses, **citations}
    points: list[str] = []
    for block in blocks_of(lines):
        if block.kind in ITEMS:
            points.append(inline(" ".join(block.lines), definitions))
        else:
            points.extend(inline(line, definitions) for line in block.lines)
    return tuple(point for point in points if point)


class _Writer:
    """Writes blocks as Markdown: levels of headings, numbers of items, lines between blocks."""

    def __init__(self, level: int, definitions: Mapping[str, str]) -> None:
        self._level = level
        self._definitions = definitions

    def text(self, blocks: list[Block], width: int) -> str:
        pieces: list[str] = []
        before: Block | None = None
        for block in _counted(_ranked(blocks, self._level)):
            written = self._block(block, width)
            if not written:
                continue
            if before is not None:
                pieces.append(_between(before, block))
            pieces.append(written)
            before = block
        return "".join(pieces)

    def _block(self, block: Block, width: int) -> str:
        match block.kind:
            case Kind.HEADING:
                return heading(block.depth, self._inline(block))
            case Kind.BULLET | Kind.NUMBER:
                mark = f"{block.number}. " if block.kind is Kind.NUMBER else "- "
                indent = " " * _NESTED * block.depth
                return wrapped(self._inline(block), indent + mark, indent + " " * len(mark), width)
            case Kind.QUOTE:
                inner = self._quoted(block, width - 2)
                quoted = "\n".join(f"> {line}".rstrip(" ") for line in inner.split("\n"))
                return quoted if inner else ""
            case Kind.CODE:
                return wrapped(code(block.lines[0]), width=width)
            case Kind.TABLE:
                return "\n".join(inline(line, self._definitions) for line in block.lines)
            case Kind.RULE:
                return "---"
            case Kind.PARAGRAPH:
                return wrapped(self._inline(block), width=width)

    def _quoted(self, block: Block, width: int) -> str:
        """Return what a quotation holds; quotations in quotations go down a few levels only."""
        if width < _NARROWEST:
            return wrapped(inline(" ".join(block.lines).lstrip("> ")), width=width)
        return self.text(blocks_of(block.lines), width)

    def _inline(self, block: Block) -> str:
        return inline(" ".join(block.lines), self._definitions)


def _between(before: Block, block: Block) -> str:
    """Return what parts two blocks: the items of a list stand together."""
    if block.opens:
        return f"\n\n{LISTS_APART}\n\n"
    return "\n" if before.kind in ITEMS and block.kind in ITEMS else "\n\n"


def _ranked(blocks: list[Block], level: int) -> list[Block]:
    """Return blocks with the highest heading just below a level, and none skipping a level."""
    highest = min((block.depth for block in blocks if block.kind is Kind.HEADING), default=0)
    ranked = []
    above = level
    for block in blocks:
        if block.kind is Kind.HEADING:
            above = min(level + 1 + block.depth - highest, above + 1, _DEEPEST_HEADING)
            block = replace(block, depth=above)
        ranked.append(block)
    return ranked


def _counted(blocks: list[Block]) -> list[Block]:
    """Return blocks with the items of each list counted, all of the kind of its first one.

    A numbered list behind a plain one is a list of its own, and the other way round; its numbers
    go on as typed. Inside of another list it goes on as the first, because Python-Markdown makes
    one of both there, and a number that is no longer a mark is kept as text.
    """
    counted: list[Block] = []
    kinds: list[Kind] = []
    numbers: list[int] = []
    for block in blocks:
        if block.kind not in ITEMS:
            kinds, numbers = [], []
            counted.append(block)
            continue
        kinds, numbers = kinds[: block.depth + 1], numbers[: block.depth + 1]
        opens = block.depth == 0 and bool(kinds) and kinds[0] is not block.kind
        if opens:
            kinds, numbers = [], []
        if len(kinds) == block.depth:
            kinds.append(block.kind)
            numbers.append(block.number - 1 if opens and block.kind is Kind.NUMBER else 0)
        numbers[-1] += 1
        if kinds[-1] is Kind.BULLET and block.kind is Kind.NUMBER:
            first = f"{block.number}. {block.lines[0]}"
            block = replace(block, lines=[first, *block.lines[1:]])
        counted.append(replace(block, kind=kinds[-1], number=numbers[-1], opens=opens))
    return counted
