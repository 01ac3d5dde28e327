"""The finished check as blocks of runs: what plain text and Word files are written from.

They are read out of the safe HTML of the page, so that every format says the same words.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from enum import Enum, auto
from html.parser import HTMLParser
from typing import TYPE_CHECKING

from workbench.core.template import TemplatePart
from workbench.publish.markdown import part_heading, part_markdown
from workbench.publish.page import safe_html

if TYPE_CHECKING:
    from collections.abc import Mapping

    from workbench.core.check import Check
    from workbench.house.house import House

_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_SPACES = re.compile(r"[ \t\r\n\f]+")
_MARKS = frozenset({"strong", "em", "code"})


class BlockKind(Enum):
    """What a block is."""

    HEADING = auto()
    PARAGRAPH = auto()
    BULLET = auto()
    NUMBER = auto()
    RULE = auto()


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of words that look alike; `link` is where it leads, or empty."""

    text: str
    strong: bool = False
    emphasis: bool = False
    code: bool = False
    link: str = ""


@dataclass(frozen=True, slots=True)
class TextBlock:
    """One block.

    Attributes:
        level: of a heading, from 1.
        depth: how many lists around it an item stands in, from 0.
        number: of a numbered item, from 1.
        list_id: tells the lists of one text apart; 0 outside lists.
        goes_on: whether it is a further paragraph of the item before it.
        quotes: how many quotations it stands in.

    """

    kind: BlockKind
    runs: tuple[Run, ...] = ()
    level: int = 0
    depth: int = 0
    number: int = 0
    list_id: int = 0
    goes_on: bool = False
    quotes: int = 0

    @property
    def text(self) -> str:
        """The words alone."""
        return "".join(run.text for run in self.runs)


@dataclass(frozen=True, slots=True, kw_only=True)
class PartBlocks:
    """One part of the finished check: its place in the template, its heading, its blocks."""

    part: TemplatePart
    heading: str
    blocks: tuple[TextBlock, ...]


def parts_as_blocks(
    check: Check, house: House, citations: Mapping[str, str] | None = None
) -> tuple[PartBlocks, ...]:
    """Return the parts of a check that have content, in house order.

    citations: what each citation mark becomes; None for the links of the public copy.
    """
    found = []
    for part in house.template.parts:
        markdown = part_markdown(part, check, house, citations)
        if markdown:
            blocks = blocks_of_html(safe_html(markdown))
            found.append(PartBlocks(part=part, heading=part_heading(part, check), blocks=blocks))
    return tuple(found)


def blocks_of_html(html: str) -> tuple[TextBlock, ...]:
    """Return the blocks of safe HTML."""
    reader = _BlockReader()
    reader.feed(html)
    reader.close()
    reader.end_block()
    return tuple(reader.blocks)


class _BlockReader(HTMLParser):
    """Collects blocks; a new one begins at every tag that opens or closes a block."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.blocks: list[TextBlock] = []
        self._runs: list[Run] = []
        self._style = Run("")
        self._heading = 0
        self._quotes = 0
        self._lists: list[tuple[int, int | None]] = []  # its id, and its last number if it has any
        self._list_count = 0
        self._item_begun = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _MARKS:
            self._style = _marked(self._style, tag, on=True)
        elif tag == "a":
            self._style = replace(self._style, link=dict(attrs).get("href") or "")
        elif tag == "br":
            self._runs.append(replace(self._style, text=" "))
        elif tag == "hr":
            self.end_block()
            self.blocks.append(TextBlock(BlockKind.RULE, quotes=self._quotes))
        else:
            self.end_block()
            self._open(tag, dict(attrs))

    def handle_endtag(self, tag: str) -> None:
        if tag in _MARKS:
            self._style = _marked(self._style, tag, on=False)
        elif tag == "a":
            self._style = replace(self._style, link="")
        elif tag not in ("br", "hr"):
            self.end_block()
            if tag in ("ul", "ol"):
                self._lists.pop()
            self._quotes -= tag == "blockquote"
            self._heading = 0 if tag in _HEADINGS else self._heading

    def handle_data(self, data: str) -> None:
        words = _SPACES.sub(" ", data)
        if words.strip() or self._runs:
            self._runs.append(replace(self._style, text=words))

    def end_block(self) -> None:
        """Close the block that is being read, if it has words."""
        runs = _trimmed(self._runs)
        self._runs = []
        if not runs:
            return
        block = TextBlock(BlockKind.PARAGRAPH, runs, quotes=self._quotes)
        if self._heading:
            block = replace(block, kind=BlockKind.HEADING, level=self._heading)
        elif self._lists:
            list_id, number = self._lists[-1]
            block = replace(
                block,
                kind=BlockKind.BULLET if number is None else BlockKind.NUMBER,
                depth=len(self._lists) - 1,
                number=number or 0,
                list_id=list_id,
                goes_on=self._item_begun,
            )
            self._item_begun = True
        self.blocks.append(block)

    def _open(self, tag: str, attributes: dict[str, str | None]) -> None:
        if tag in ("ul", "ol"):
            self._list_count += 1
            start = attributes.get("start") or "1"
            first = int(start) if start.isdecimal() else 1
            self._lists.append((self._list_count, first - 1 if tag == "ol" else None))
        elif tag == "li" and self._lists:
            list_id, number = self._lists[-1]
            self._lists[-1] = (list_id, None if number is None else number + 1)
            self._item_begun = False
        elif tag == "blockquote":
            self._quotes += 1
        elif tag in _HEADINGS:
            self._heading = _HEADINGS[tag]


def _marked(style: Run, tag: str, *, on: bool) -> Run:
    """Return a style with one of its marks on or off."""
    if tag == "strong":
        return replace(style, strong=on)
    return replace(style, emphasis=on) if tag == "em" else replace(style, code=on)


def _trimmed(runs: list[Run]) -> tuple[Run, ...]:
    """Return runs without spaces at either end or twice in a row, equal neighbours joined."""
    joined: list[Run] = []
    for run in runs:
        before = joined[-1].text[-1:] if joined else " "
        text = run.text.lstrip(" ") if before == " " else run.text
        if not text:
            continue
        if joined and replace(joined[-1], text="") == replace(run, text=""):
            joined[-1] = replace(run, text=joined[-1].text + text)
        else:
            joined.append(replace(run, text=text))
    while joined and not joined[-1].text.rstrip(" "):
        joined.pop()
    if joined:
        joined[-1] = replace(joined[-1], text=joined[-1].text.rstrip(" "))
    return tuple(joined)
