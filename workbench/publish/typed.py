"""What a person typed in a part of the draft: Markdown that goes out as typed, made regular.

Line ends, trailing spaces, empty lines, list marks and heading levels are made alike, paragraphs
are wrapped, and raw HTML shows as the text it is. The words stay. What two readers of Markdown
take differently is laid out so that both see the same: a list may follow a paragraph without an
empty line, "2024." does not open a list, "#word" is no heading, an indent is no code.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from enum import Enum, auto
from typing import TYPE_CHECKING

from workbench.publish.inert import inert
from workbench.publish.layout import WIDTH, wrapped

if TYPE_CHECKING:
    from collections.abc import Iterator

_HEADING = re.compile(r"(#{1,6})[ ]+(.*?)(?:[ ]+#+)?$")
_UNDERLINE = re.compile(r"(=+|--+)$")
_RULE = re.compile(r"(?:\*[ ]*){3,}$|(?:-[ ]*){3,}$|(?:_[ ]*){3,}$")
_BULLET = re.compile(r"[*+\-•‣◦][ ]+(?=\S)")
_NUMBER = re.compile(r"(\d{1,9})[.)][ ]+(?=\S)")
_FENCE = re.compile(r"(`{3,}|~{3,})[^`]*$")
_DEFINITION = re.compile(r"\[(?!\^)[^\[\]]+\]:[ ]*<?(?:https?://|mailto:)\S+$", re.IGNORECASE)
_LINE_END = re.compile(r"\r\n|[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]")
_OPENS = re.compile(r"(?P<digits>\d{1,9})(?P<dot>[.)])(?=\s|$)|(?P<sign>#|\[\^|[-+](?=\s|$))")
_NESTED = 4
_DEEPEST_HEADING = 6


class _Kind(Enum):
    PARAGRAPH = auto()
    HEADING = auto()
    BULLET = auto()
    NUMBER = auto()
    QUOTE = auto()
    RULE = auto()
    CODE = auto()
    VERBATIM = auto()


_ITEMS = (_Kind.BULLET, _Kind.NUMBER)


@dataclass(frozen=True, slots=True)
class _Block:
    """One block of typed text; depth is the level of a heading or the nesting of an item."""

    kind: _Kind
    lines: tuple[str, ...]
    depth: int = 0

    def also(self, line: str) -> _Block:
        return replace(self, lines=(*self.lines, line))


def typed_markdown(text: str, level: int = 2) -> str:
    """Return typed Markdown made regular; its headings stand below a heading of this level."""
    return _rendered(_blocks(_lines(text)), level, WIDTH)


def typed_points(text: str) -> tuple[str, ...]:
    """Return typed text as points, one for each line or list item, as inline Markdown."""
    points: list[str] = []
    for block in _blocks(_lines(text)):
        if block.kind in _ITEMS:
            points.append(_inline(" ".join(block.lines)))
        else:
            points.extend(_inline(line) for line in block.lines if line.strip())
    return tuple(points)


def _lines(text: str) -> list[str]:
    return [line.expandtabs(4).rstrip() for line in _LINE_END.split(text)]


def _blocks(lines: list[str]) -> list[_Block]:
    """Return the blocks that lines of typed text make."""
    found: list[_Block] = []
    goes_on = False
    rest = iter(lines)
    for line in rest:
        text = line.strip()
        if fence := _FENCE.match(text):
            found.append(_Block(_Kind.CODE, tuple(_until_fence(rest, fence[1]))))
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
            else:
                found.append(block)
            goes_on = True
    return found


def _block(line: str, before: list[_Block]) -> _Block:
    """Return the block that a line opens."""
    text = line.strip()
    indent = len(line) - len(line.lstrip())
    if heading := _HEADING.match(text):
        return _Block(_Kind.HEADING, (heading[2],), len(heading[1]))
    if _RULE.match(text):
        return _Block(_Kind.RULE, ("---",))
    if text.startswith(">"):
        return _Block(_Kind.QUOTE, (text[1:].removeprefix(" "),))
    if text.startswith("|") or _DEFINITION.match(text):
        return _Block(_Kind.VERBATIM, (text,))
    if bullet := _BULLET.match(text):
        return _Block(_Kind.BULLET, (text[bullet.end() :],), _nesting(indent, before))
    number = _NUMBER.match(text)
    if number and _counts_on(int(number[1]), before):
        return _Block(_Kind.NUMBER, (text[number.end() :],), _nesting(indent, before))
    return _Block(_Kind.PARAGRAPH, (text,))


def _continues(block: _Block, following: _Block) -> bool:
    """Whether a line belongs to the block before it."""
    if following.kind is _Kind.PARAGRAPH:
        return block.kind in (_Kind.PARAGRAPH, _Kind.QUOTE, *_ITEMS)
    return following.kind is block.kind and block.kind in (_Kind.QUOTE, _Kind.VERBATIM)


def _nesting(indent: int, before: list[_Block]) -> int:
    """Return how deep an item stands: at most one deeper than the item before."""
    if not before or before[-1].kind not in _ITEMS:
        return 0
    return min((indent + 2) // _NESTED, before[-1].depth + 1)


def _counts_on(number: int, before: list[_Block]) -> bool:
    """Whether a number can be that of a list item: "2024." opens no list."""
    if number == 1:
        return True
    return bool(before) and before[-1].kind in _ITEMS and number <= len(before) + 1


def _until_fence(lines: Iterator[str], fence: str) -> Iterator[str]:
    for line in lines:
        if line.strip().startswith(fence) and not line.strip().strip(fence[0]):
            return
        yield line


def _rendered(blocks: list[_Block], level: int, width: int) -> str:
    pieces: list[str] = []
    before: _Block | None = None
    numbers: list[int] = []
    deepest = level
    for block in blocks:
        if block.kind is _Kind.HEADING:
            deepest = min(level + block.depth, deepest + 1, _DEEPEST_HEADING)
            block = replace(block, depth=deepest)
        in_list = before is not None and before.kind in _ITEMS
        numbers = _numbering(numbers if in_list else [], block)
        separator = "\n" if in_list and block.kind in _ITEMS else "\n\n"
        if before is not None and before.kind is block.kind is _Kind.QUOTE:
            separator = "\n>\n"
        pieces += [separator if pieces else "", _text_of(block, numbers, in_list, level, width)]
        before = block
    return "".join(pieces)


def _numbering(numbers: list[int], block: _Block) -> list[int]:
    """Return the running number of each level of a list after one more block."""
    if block.kind not in _ITEMS:
        return []
    numbers = numbers[: block.depth + 1]
    numbers += [0] * (block.depth + 1 - len(numbers))
    numbers[-1] += block.kind is _Kind.NUMBER
    return numbers


def _text_of(block: _Block, numbers: list[int], in_list: bool, level: int, width: int) -> str:
    text = " ".join(block.lines)
    match block.kind:
        case _Kind.HEADING:
            return f"{'#' * block.depth} {inert(text)}"
        case _Kind.BULLET | _Kind.NUMBER:
            mark = "- " if block.kind is _Kind.BULLET else f"{numbers[-1]}. "
            indent = " " * _NESTED * block.depth
            return wrapped(_inline(text), indent + mark, indent + " " * len(mark), width)
        case _Kind.QUOTE:
            inner = _rendered(_blocks(list(block.lines)), level, width - 2)
            return "\n".join(f"> {line}".rstrip() for line in inner.split("\n"))
        case _Kind.CODE:
            indent = " " * (2 * _NESTED if in_list else _NESTED)
            return "\n".join(f"{indent}{line}".rstrip() for line in block.lines).strip("\n")
        case _Kind.VERBATIM | _Kind.RULE:
            return "\n".join(inert(line) if line[0] == "|" else line for line in block.lines)
        case _Kind.PARAGRAPH:
            return wrapped(_inline(text), width=width)


def _inline(text: str) -> str:
    """Return a line of typed Markdown that opens no block of its own and in which nothing acts."""
    line = " ".join(text.split()).rstrip("\\")
    opener = _OPENS.match(line)
    if opener and opener["dot"]:
        line = f"{opener['digits']}\\{line[len(opener['digits']) :]}"
    elif opener:
        line = f"\\{line}"
    return inert(line)
