"""Typed text as blocks: paragraphs, headings, list items, quotations, and where links lead.

Forgiving where people are: a list may follow a paragraph without an empty line, "2024." opens no
list, "#word" is no heading, an indent is no code.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum, auto
from typing import TYPE_CHECKING

from workbench.publish.escape import without_controls
from workbench.publish.inline import link_target, reference_key

if TYPE_CHECKING:
    from collections.abc import Iterator

_HEADING = re.compile(r"(#{1,6})[ ]+(.*?)(?:[ ]+#+)?$")
_UNDERLINE = re.compile(r"(=+|--+)$")
_RULE = re.compile(r"(?:\*[ ]*){3,}$|(?:-[ ]*){3,}$|(?:_[ ]*){3,}$")
_BULLET = re.compile(r"[*+\-•‣◦][ ]+(?=\S)")
_NUMBER = re.compile(r"(\d{1,9})[.)][ ]+(?=\S)")
_FENCE = re.compile(r"(`{3,}|~{3,})[^`]*$")
_DEFINITION = re.compile(r" {0,3}\[(?!\^)([^\[\]]+)\]:[ ]*(<[^<>]*>|\S+)(?:[ ]+(?:\".*\"|'.*'))?$")
_LINE_END = re.compile(r"\r\n|[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]")
_SPACES_OF_NESTING = 4
_HIGHEST_NUMBER = 99
_DEEPEST_LIST = 4


LISTS_APART = "<!-- -->"
"""Between a plain list and a numbered one: without it Python-Markdown makes one list of both."""


class Kind(Enum):
    """What a block of typed text is."""

    PARAGRAPH = auto()
    HEADING = auto()
    BULLET = auto()
    NUMBER = auto()
    QUOTE = auto()
    RULE = auto()
    CODE = auto()
    TABLE = auto()


ITEMS = (Kind.BULLET, Kind.NUMBER)
"""The kinds that make lists."""


@dataclass(slots=True)
class Block:
    """One block of typed text, which grows while its lines are read.

    Attributes:
        lines: without the marks that make the block.
        depth: the level of a heading, or how many lists an item stands in.
        number: that of a numbered item.
        opens: whether an item begins another list right behind one.

    """

    kind: Kind
    lines: list[str]
    depth: int = 0
    number: int = 0
    opens: bool = False


def lines_of(text: str) -> tuple[list[str], dict[str, str]]:
    """Return the lines of typed text, and where its reference links lead."""
    lines: list[str] = []
    definitions: dict[str, str] = {}
    for line in _LINE_END.split(text):
        match = _DEFINITION.match(line.rstrip(" "))
        target = link_target(match[2]) if match else ""
        if match and target:
            definitions.setdefault(reference_key(match[1]), target)
            line = ""
        if line.strip() == LISTS_APART:
            line = ""
        lines.append(without_controls(line.expandtabs(4)).rstrip(" "))
    return lines, definitions


def blocks_of(lines: list[str]) -> list[Block]:
    """Return the blocks that lines of typed text make."""
    found: list[Block] = []
    goes_on = False
    rest = iter(lines)
    for line in rest:
        text = line.strip(" ")
        if fence := _FENCE.match(text):
            found += [Block(Kind.CODE, [text]) for text in _until_fence(rest, fence[1])]
            goes_on = False
        elif not text:
            goes_on = False
        elif goes_on and found[-1].kind is Kind.PARAGRAPH and _UNDERLINE.match(text):
            depth = 1 if text[0] == "=" else 2
            found[-1] = Block(Kind.HEADING, [" ".join(found[-1].lines)], depth)
            goes_on = False
        else:
            block = _block(line, found)
            if goes_on and _continues(found[-1], block):
                found[-1].lines += block.lines
            elif found and found[-1].kind is block.kind is Kind.QUOTE:
                found[-1].lines += ["", *block.lines]
            else:
                found.append(block)
            goes_on = True
    return found


def _block(line: str, before: list[Block]) -> Block:
    """Return the block that a line opens."""
    text = line.strip(" ")
    indent = len(line) - len(line.lstrip(" "))
    if heading := _HEADING.match(text):
        return Block(Kind.HEADING, [heading[2]], len(heading[1]))
    if _RULE.match(text):
        return Block(Kind.RULE, ["---"])
    if text.startswith(">"):
        return Block(Kind.QUOTE, [text[1:].removeprefix(" ")])
    if text.startswith("|"):
        return Block(Kind.TABLE, [text])
    if bullet := _BULLET.match(text):
        return Block(Kind.BULLET, [text[bullet.end() :]], _nesting(indent, before))
    number = _NUMBER.match(text)
    if number and _counts_on(int(number[1]), before):
        depth = _nesting(indent, before)
        return Block(Kind.NUMBER, [text[number.end() :]], depth, int(number[1]))
    return Block(Kind.PARAGRAPH, [text])


def _continues(block: Block, following: Block) -> bool:
    """Whether a line belongs to the block before it."""
    if following.kind is Kind.PARAGRAPH:
        return block.kind in (Kind.PARAGRAPH, Kind.QUOTE, *ITEMS)
    return following.kind is block.kind and block.kind in (Kind.QUOTE, Kind.TABLE)


def _nesting(indent: int, before: list[Block]) -> int:
    """Return how deep an item stands: at most one deeper than the item before."""
    if not before or before[-1].kind not in ITEMS:
        return 0
    return min((indent + 2) // _SPACES_OF_NESTING, before[-1].depth + 1, _DEEPEST_LIST)


def _counts_on(number: int, before: list[Block]) -> bool:
    """Whether a number can be that of a list item: "2024." opens no list."""
    in_list = bool(before) and before[-1].kind in ITEMS
    return number == 1 or (in_list and number <= _HIGHEST_NUMBER)


def _until_fence(lines: Iterator[str], fence: str) -> Iterator[str]:
    for line in lines:
        if line.strip(" ").startswith(fence) and not line.strip(" ").strip(fence[0]):
            return
        yield line
