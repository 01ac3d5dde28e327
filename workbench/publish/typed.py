"""What a person typed in a part of the draft: Markdown that goes out as typed, made regular.

Line ends, trailing spaces, empty lines, list marks and heading levels are made alike, paragraphs
are wrapped, and raw HTML shows as the text it is. The words stay. What two readers of Markdown
take differently is laid out so that both see the same: a list may follow a paragraph without an
empty line, "2024." opens none, "#word" is no heading, an indent is no code, and fenced code goes
out line by line. Lists inside lists are indented by four spaces: Python-Markdown needs them.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from enum import Enum, auto
from typing import TYPE_CHECKING

from workbench.publish.escape import without_controls
from workbench.publish.inline import code, inline, link_target, reference_key
from workbench.publish.layout import WIDTH, heading, wrapped

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_HEADING = re.compile(r"(#{1,6})[ ]+(.*?)(?:[ ]+#+)?$")
_UNDERLINE = re.compile(r"(=+|--+)$")
_RULE = re.compile(r"(?:\*[ ]*){3,}$|(?:-[ ]*){3,}$|(?:_[ ]*){3,}$")
_BULLET = re.compile(r"[*+\-•‣◦][ ]+(?=\S)")
_NUMBER = re.compile(r"(\d{1,9})[.)][ ]+(?=\S)")
_FENCE = re.compile(r"(`{3,}|~{3,})[^`]*$")
_DEFINITION = re.compile(r" {0,3}\[(?!\^)([^\[\]]+)\]:[ ]*(<[^<>]*>|\S+)(?:[ ]+(?:\".*\"|'.*'))?$")
_LINE_END = re.compile(r"\r\n|[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]")
_NESTED = 4
_DEEPEST_HEADING = 6
_HIGHEST_NUMBER = 99


class _Kind(Enum):
    PARAGRAPH = auto()
    HEADING = auto()
    BULLET = auto()
    NUMBER = auto()
    QUOTE = auto()
    RULE = auto()
    CODE = auto()
    TABLE = auto()


_ITEMS = (_Kind.BULLET, _Kind.NUMBER)


@dataclass(frozen=True, slots=True)
class _Block:
    """One block of typed text; depth is the level of a heading, or how many lists are around."""

    kind: _Kind
    lines: tuple[str, ...]
    depth: int = 0
    number: int = 0

    def also(self, line: str) -> _Block:
        return replace(self, lines=(*self.lines, line))


def typed_markdown(text: str, level: int = 2) -> str:
    """Return typed Markdown made regular; its headings stand below a heading of this level."""
    lines, definitions = _lines(text)
    return _Writer(level, definitions).text(_blocks(lines), WIDTH)


def typed_points(text: str) -> tuple[str, ...]:
    """Return typed text as points, one for each line or list item, as inline Markdown."""
    lines, definitions = _lines(text)
    points: list[str] = []
    for block in _blocks(lines):
        if block.kind in _ITEMS:
            points.append(inline(" ".join(block.lines), definitions))
        else:
            points.extend(inline(line, definitions) for line in block.lines)
    return tuple(point for point in points if point)


def _lines(text: str) -> tuple[list[str], dict[str, str]]:
    """Return the lines of typed text, and where its reference links lead."""
    lines: list[str] = []
    definitions: dict[str, str] = {}
    for line in _LINE_END.split(text):
        match = _DEFINITION.match(line.rstrip(" "))
        target = link_target(match[2]) if match else ""
        if match and target:
            definitions.setdefault(reference_key(match[1]), target)
            line = ""
        lines.append(without_controls(line.expandtabs(4)).rstrip(" "))
    return lines, definitions


def _blocks(lines: list[str]) -> list[_Block]:
    """Return the blocks that lines of typed text make."""
    found: list[_Block] = []
    goes_on = False
    rest = iter(lines)
    for line in rest:
        text = line.strip(" ")
        if fence := _FENCE.match(text):
            found += [_Block(_Kind.CODE, (text,)) for text in _until_fence(rest, fence[1])]
            goes_on = False
        elif not text:
            goes_on = False
        elif goes_on and found[-1].kind is _Kind.PARAGRAPH and _UNDERLINE.match(text):
            depth = 1 if text[0] == "=" else 2
            found[-1] = _Block(_Kind.HEADING, (" ".join(found[-1].lines),), depth)
            goes_on = False
        else:
            block = _block(line, found)
            if goes_on and _continues(found[-1], block):
                found[-1] = found[-1].also(block.lines[0])
            elif found and found[-1].kind is block.kind is _Kind.QUOTE:
                found[-1] = found[-1].also("").also(block.lines[0])
            else:
                found.append(block)
            goes_on = True
    return found


def _block(line: str, before: list[_Block]) -> _Block:
    """Return the block that a line opens."""
    text = line.strip(" ")
    indent = len(line) - len(line.lstrip(" "))
    if heading := _HEADING.match(text):
        return _Block(_Kind.HEADING, (heading[2],), len(heading[1]))
    if _RULE.match(text):
        return _Block(_Kind.RULE, ("---",))
    if text.startswith(">"):
        return _Block(_Kind.QUOTE, (text[1:].removeprefix(" "),))
    if text.startswith("|"):
        return _Block(_Kind.TABLE, (text,))
    if bullet := _BULLET.match(text):
        return _Block(_Kind.BULLET, (text[bullet.end() :],), _nesting(indent, before))
    number = _NUMBER.match(text)
    if number and _counts_on(int(number[1]), before):
        depth = _nesting(indent, before)
        return _Block(_Kind.NUMBER, (text[number.end() :],), depth, int(number[1]))
    return _Block(_Kind.PARAGRAPH, (text,))


def _continues(block: _Block, following: _Block) -> bool:
    """Whether a line belongs to the block before it."""
    if following.kind is _Kind.PARAGRAPH:
        return block.kind in (_Kind.PARAGRAPH, _Kind.QUOTE, *_ITEMS)
    return following.kind is block.kind and block.kind in (_Kind.QUOTE, _Kind.TABLE)


def _nesting(indent: int, before: list[_Block]) -> int:
    """Return how deep an item stands: at most one deeper than the item before."""
    if not before or before[-1].kind not in _ITEMS:
        return 0
    return min((indent + 2) // _NESTED, before[-1].depth + 1)


def _counts_on(number: int, before: list[_Block]) -> bool:
    """Whether a number can be that of a list item: "2024." opens no list."""
    in_list = bool(before) and before[-1].kind in _ITEMS
    return number == 1 or (in_list and number <= _HIGHEST_NUMBER)


def _until_fence(lines: Iterator[str], fence: str) -> Iterator[str]:
    for line in lines:
        if line.strip(" ").startswith(fence) and not line.strip(" ").strip(fence[0]):
            return
        yield line


class _Writer:
    """Writes blocks as Markdown: levels of headings, numbers of items, lines between blocks."""

    def __init__(self, level: int, definitions: Mapping[str, str]) -> None:
        self._level = level
        self._definitions = definitions

    def text(self, blocks: list[_Block], width: int) -> str:
        pieces: list[str] = []
        before: _Block | None = None
        for block in _counted(_ranked(blocks, self._level)):
            written = self._block(block, width)
            if not written:
                continue
            if before is not None:
                pieces.append(_between(before, block))
            pieces.append(written)
            before = block
        return "".join(pieces)

    def _block(self, block: _Block, width: int) -> str:
        match block.kind:
            case _Kind.HEADING:
                return heading(block.depth, self._inline(block))
            case _Kind.BULLET | _Kind.NUMBER:
                mark = f"{block.number}. " if block.kind is _Kind.NUMBER else "- "
                indent = " " * _NESTED * block.depth
                return wrapped(self._inline(block), indent + mark, indent + " " * len(mark), width)
            case _Kind.QUOTE:
                inner = self.text(_blocks(list(block.lines)), width - 2)
                quoted = "\n".join(f"> {line}".rstrip(" ") for line in inner.split("\n"))
                return quoted if inner else ""
            case _Kind.CODE:
                return wrapped(code(block.lines[0]), width=width)
            case _Kind.TABLE:
                return "\n".join(inline(line, self._definitions) for line in block.lines)
            case _Kind.RULE:
                return "---"
            case _Kind.PARAGRAPH:
                return wrapped(self._inline(block), width=width)

    def _inline(self, block: _Block) -> str:
        return inline(" ".join(block.lines), self._definitions)


def _between(before: _Block, block: _Block) -> str:
    """Return what parts two blocks: the items of a list stand together."""
    return "\n" if before.kind in _ITEMS and block.kind in _ITEMS else "\n\n"


def _ranked(blocks: list[_Block], level: int) -> list[_Block]:
    """Return blocks with the highest heading just below a level, and none skipping a level."""
    highest = min((block.depth for block in blocks if block.kind is _Kind.HEADING), default=0)
    ranked = []
    above = level
    for block in blocks:
        if block.kind is _Kind.HEADING:
            above = min(level + 1 + block.depth - highest, above + 1, _DEEPEST_HEADING)
            block = replace(block, depth=above)
        ranked.append(block)
    return ranked


def _counted(blocks: list[_Block]) -> list[_Block]:
    """Return blocks with the items of each list counted, all of the kind of its first one.

    Python-Markdown makes one list of a numbered and a plain one that follow each other. So the
    second goes on as the first, and a number that is no longer a mark is kept as text.
    """
    counted: list[_Block] = []
    kinds: list[_Kind] = []
    numbers: list[int] = []
    for block in blocks:
        if block.kind not in _ITEMS:
            kinds, numbers = [], []
            counted.append(block)
            continue
        kinds, numbers = kinds[: block.depth + 1], numbers[: block.depth + 1]
        if len(kinds) == block.depth:
            kinds.append(block.kind)
            numbers.append(0)
        numbers[-1] += 1
        if kinds[-1] is _Kind.BULLET and block.kind is _Kind.NUMBER:
            first = f"{block.number}. {block.lines[0]}"
            block = replace(block, lines=(first, *block.lines[1:]))
        counted.append(replace(block, kind=kinds[-1], number=numbers[-1]))
    return counted
