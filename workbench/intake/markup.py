"""Reading HTML from start to end, without a tree: what a page states, and its visible text.

A tree of hostile markup can be deep beyond any parser's limit, and what lies deeper is lost
without a word. One pass over the tags has no such limit and takes time in step with the length.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from workbench.core.error import UserError

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping


def _names(*lines: str) -> frozenset[str]:
    return frozenset(" ".join(lines).split())


_UNSEEN = _names(
    "head script style template noscript iframe object embed svg math canvas audio video select",
    "textarea datalist dialog",
)
_PARAGRAPHS = _names(
    "address article aside blockquote body center dd details div dl dt fieldset figcaption figure",
    "footer form h1 h2 h3 h4 h5 h6 header hr main nav ol p pre section summary table ul",
)
_LINES = _names("li tr caption legend")
_CELLS = _names("td th")
# Pages hide these two while they load, and show them by script.
_ALWAYS_SEEN = _names("html body")
# Beyond this a page is no page; reading it takes about two seconds.
_MOST_NODES = 500_000
_LONGEST_TAG = 60_000
_MOST_ATTRIBUTES = 5_000
_SPACES = re.compile(r"[ \t\r\n\f]+")
_BREAK = "\v"
_HIDDEN_STYLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w.:-]{1,40})", re.IGNORECASE)
_XML_ENCODING = re.compile(rb"\s*<\?xml[^>]{0,200}?encoding\s*=\s*[\"']([\w.:-]{1,40})")
# Browsers look for the declared encoding in this many bytes (WHATWG HTML, 13.2.3.2).
_PRESCAN = 1024


class Block(NamedTuple):
    """A paragraph, heading, list item or row of a table, as a reader sees it.

    Attributes:
        gap: how many line ends part it from the block before: one or two.
        marker: what stands before its first word: "- ", "1. " or nothing.
        words: its text; line ends in it are those of the page.

    """

    gap: int
    marker: str
    words: str


@dataclass(slots=True)
class Page:
    """What one pass over a page has seen.

    Attributes:
        blocks: what is visible, in order.
        title: of the <title> element.
        headlines: the texts of the <h1> elements, in order.
        properties: content of the <meta> elements by their name or property, first one counts.
        nodes: how many elements and comments there are.
        depth: how deep elements are nested.
        weight: the depths of all nodes, added up.

    """

    blocks: list[Block] = field(default_factory=list)
    title: str = ""
    headlines: list[str] = field(default_factory=list)
    properties: dict[str, str] = field(default_factory=dict)
    nodes: int = 0
    depth: int = 0
    weight: int = 0

    @property
    def text(self) -> str:
        """Everything visible on the page."""
        return text_of(self.blocks)


def text_of(blocks: Iterable[Block]) -> str:
    """Return blocks as one text, paragraphs separated by blank lines."""
    pieces: list[str] = []
    for block in blocks:
        pieces += ["\n" * block.gap if pieces else "", block.marker, block.words]
    return "".join(pieces)


def declared_encoding(data: bytes) -> str:
    """Return the encoding that a page's markup declares, in its words; empty if none."""
    match = _XML_ENCODING.match(data) or _CHARSET.search(data[:_PRESCAN])
    return match[1].decode("ascii", "ignore") if match else ""


def page_of(html: str) -> Page:
    """Return what stands on a page, in time and memory that grow with its length alone."""
    from lxml import etree  # 20 ms that a launch does not pay

    require_short_tags(html)
    # Without "huge_tree" the parser stops without a word at ten megabytes of script.
    parser = etree.HTMLParser(encoding="utf-8", target=_Reader(), huge_tree=True)
    # Line ends are made alike before anything else (WHATWG HTML, 13.2.3.5).
    parser.feed(html.replace("\r\n", "\n").replace("\r", "\n").encode())
    page: Page = parser.close()
    return page


def require_short_tags(html: str) -> None:
    """Raise UserError for a tag with more attributes than any: each costs as much as all before."""
    for piece in html.split(">"):
        at = piece.find("<")
        is_long = at >= 0 and len(piece) - at > _LONGEST_TAG
        if is_long and len(set(piece[at:].split())) > _MOST_ATTRIBUTES:
            raise UserError(
                "This page has an element that is longer than any article's. Nothing was taken in.",
                "Open it in a browser, select the article, copy it and paste it here.",
            )


def plain_line(text: str) -> str:
    """Return text as a browser shows it: every stretch of spaces and line ends is one space."""
    return _SPACES.sub(" ", text).strip(" ")


class _Reader:
    """Takes the tags of a page as the parser meets them, and gathers a Page."""

    def __init__(self) -> None:
        self._page = Page()
        self._depth = 0
        self._unseen_from = 0  # the depth of the outermost element that is not shown
        self._preformatted = 0
        self._lists: list[int] = []  # per open list the number of its last item; -1: no numbers
        self._marker = ""
        self._gap = 0  # line ends owed before the next words
        self._pieces: list[str] = []
        self._has_words = False
        self._title: list[str] | None = None
        self._headline: list[str] | None = None

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        self._depth += 1
        self._page.depth = max(self._page.depth, self._depth)
        self._count_node()
        if tag == "meta":
            self._note_property(attributes)
        elif tag == "title" and not self._page.title:
            self._title = []
        if not self._unseen_from:
            if tag in _UNSEEN or (tag not in _ALWAYS_SEEN and is_hidden(attributes)):
                self._unseen_from = self._depth
            else:
                self._open(tag)

    def end(self, tag: str) -> None:
        if tag == "title" and self._title is not None:
            self._page.title = plain_line("".join(self._title))
            self._title = None
        if not self._unseen_from:
            self._close(tag)
        elif self._unseen_from == self._depth:
            self._unseen_from = 0
        self._depth -= 1

    def data(self, text: str) -> None:
        if self._title is not None:
            self._title.append(text)
        if self._unseen_from:
            return
        if self._headline is not None:
            self._headline.append(text)
        self._has_words = self._has_words or not text.isspace()
        self._pieces.append(text.replace("\n", _BREAK) if self._preformatted else text)

    def comment(self, _text: str) -> None:
        self._count_node()

    def close(self) -> Page:
        self._end_block(2)
        return self._page

    def _count_node(self) -> None:
        self._page.nodes += 1
        self._page.weight += self._depth
        if self._page.nodes > _MOST_NODES:
            raise UserError(
                f"This page has more than {_MOST_NODES:,} elements, which no article has."
                " Nothing was taken in.",
                "Open it in a browser, select the article, copy it and paste it here.",
            )

    def _note_property(self, attributes: Mapping[str, str]) -> None:
        name = attributes.get("property") or attributes.get("name") or ""
        content = plain_line(attributes.get("content") or "")
        if name and content:
            self._page.properties.setdefault(name.lower(), content)

    def _open(self, tag: str) -> None:
        self._separate(tag)
        if tag == "br":
            self._pieces.append(_BREAK)
        elif tag in _CELLS and self._has_words:
            self._pieces.append(" | ")
        elif tag == "q":
            self._pieces.append("“")
        elif tag == "h1":
            self._headline = []
        elif tag == "pre":
            self._preformatted += 1
        elif tag in ("ul", "ol"):
            self._lists.append(0 if tag == "ol" else -1)
        elif tag == "li":
            self._marker = self._next_marker()

    def _close(self, tag: str) -> None:
        self._separate(tag)
        if tag == "q":
            self._pieces.append("”")
        elif tag == "pre":
            self._preformatted -= 1
        elif tag in ("ul", "ol") and self._lists:
            self._lists.pop()
        elif tag == "h1" and self._headline is not None:
            if headline := plain_line("".join(self._headline)):
                self._page.headlines.append(headline)
            self._headline = None

    def _next_marker(self) -> str:
        if not self._lists or self._lists[-1] < 0:
            return "- "
        self._lists[-1] += 1
        return f"{self._lists[-1]}. "

    def _separate(self, tag: str) -> None:
        """End the words so far where a tag starts or ends a paragraph or a line."""
        if tag in _PARAGRAPHS:
            self._end_block(2)
        elif tag in _LINES:
            self._end_block(1)

    def _end_block(self, gap: int) -> None:
        lines = "".join(self._pieces).split(_BREAK)
        if not self._preformatted:
            lines = [plain_line(line) for line in lines]
        self._pieces = []
        self._has_words = False
        words = "\n".join(lines).strip("\n")
        if words.strip():
            self._page.blocks.append(Block(self._gap, self._marker, words))
            self._marker = ""
            self._gap = 0
        self._gap = max(self._gap, gap)


def is_hidden(attributes: Mapping[str, str]) -> bool:
    """Whether an element's own attributes keep it out of sight."""
    style = attributes.get("style")
    return "hidden" in attributes or bool(style and _HIDDEN_STYLE.search(style))
