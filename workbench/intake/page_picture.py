"""The pictures of a saved page with what is said below them, in one pass over its tags."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING
from urllib.parse import urljoin

from workbench.intake.picture import kept, picture
from workbench.reading.word_set import word_set

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from workbench.intake.document import Picture

_AROUND = word_set("nav header footer aside noscript template")
_ARTICLES = word_set("article main")
_CREDIT_CLASS = re.compile(
    r"(?:^|[\s_-])(?:credit|credits|byline|copyright|attribution|photographer|source|author)"
    r"(?:$|[\s_-])"
)
_SMALLEST_SIDE = 90
"""Pixels; smaller pictures are buttons and portraits of authors."""
_MOST_SEEN = 500
_MOST_TAGS = 100_000
"""Twice the elements of the largest pages of news; of others, the text alone is taken."""
_LONGEST = 4_000


@dataclass(slots=True)
class _Seen:
    """A picture that was met, and what is said below it."""

    address: str
    alt_text: str
    in_article: bool
    said: list[str] = field(default_factory=list)
    credit: list[str] = field(default_factory=list)


def page_pictures(
    html: str, bytes_at: Callable[[str], bytes], base: str = ""
) -> tuple[Picture, ...]:
    """Return the pictures of a page's article, or of the page where it marks no article.

    `bytes_at` returns the bytes that an address of the page stands for, or nothing. `base` is the
    address of the page.
    """
    if html.count("<") > _MOST_TAGS:
        return ()
    from lxml import etree  # 20 ms that a launch does not pay

    parser = etree.HTMLParser(encoding="utf-8", target=_Reader(), huge_tree=True)
    parser.feed(html.encode("utf-8", "replace"))
    seen: list[_Seen] = parser.close()
    marked = [each for each in seen if each.in_article]
    return kept(_pictures(marked or seen, bytes_at, base))


def _pictures(
    seen: Iterable[_Seen], bytes_at: Callable[[str], bytes], base: str
) -> Iterator[Picture]:
    for each in seen:
        found = picture(
            said=" ".join(each.said),
            credit=" ".join(each.credit),
            alt_text=each.alt_text,
            address=_absolute(each.address, base),
            data=bytes_at(each.address),
        )
        image = found.image
        if image.caption or image.credit or image.alt_text or found.data:
            yield found


def _absolute(address: str, base: str) -> str:
    try:
        return urljoin(base, address)
    except ValueError:
        return ""


class _Reader:
    """Takes the tags of a page as the parser meets them, and gathers its pictures."""

    def __init__(self) -> None:
        self._seen: list[_Seen] = []
        self._depth = 0
        self._around = 0  # the depth of the outermost element that is not the article's
        self._article = 0
        self._figure = 0
        self._in_figure: list[_Seen] = []
        self._caption = 0
        self._credit = 0
        self._said: list[str] = []
        self._credited: list[str] = []
        self._length = 0

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        self._depth += 1
        if tag in _AROUND and not self._around and not self._article:
            self._around = self._depth
        elif tag in _ARTICLES and not self._article and not self._around:
            self._article = self._depth
        elif tag == "figure" and not self._figure:
            self._figure, self._in_figure, self._said, self._credited = self._depth, [], [], []
            self._length = 0
        elif tag == "figcaption" and self._figure and not self._caption:
            self._caption = self._depth
        elif tag == "img" and not self._around and len(self._seen) < _MOST_SEEN:
            self._note(attributes)
        is_credit = self._figure and _CREDIT_CLASS.search((attributes.get("class") or "").lower())
        if is_credit and tag not in ("figure", "figcaption", "img") and not self._credit:
            self._credit = self._depth
        if self._caption and tag not in ("b", "i", "em", "strong", "a"):
            self._said.append(" ")

    def end(self, _tag: str) -> None:
        if self._credit == self._depth:
            self._credit = 0
        if self._caption == self._depth:
            self._caption = 0
        if self._figure == self._depth:
            self._end_figure()
        if self._article == self._depth:
            self._article = 0
        if self._around == self._depth:
            self._around = 0
        self._depth -= 1

    def data(self, text: str) -> None:
        if self._length > _LONGEST:
            return
        if self._credit:
            self._credited.append(text)
        elif self._caption:
            self._said.append(text)
        else:
            return
        self._length += len(text)

    def close(self) -> list[_Seen]:
        self._end_figure()
        return self._seen

    def _note(self, attributes: Mapping[str, str]) -> None:
        address = ""
        for name in ("data-src", "data-original", "src"):
            address = (attributes.get(name) or "").strip() or address
        alt_text = (attributes.get("alt") or "").strip()
        if not address or any(_is_small(attributes.get(side)) for side in ("width", "height")):
            return
        found = _Seen(address[:_LONGEST], alt_text[:_LONGEST], bool(self._article))
        self._seen.append(found)
        if self._figure:
            self._in_figure.append(found)

    def _end_figure(self) -> None:
        """Give the caption of a figure to its pictures; one caption of many tells of them all."""
        for each in self._in_figure:
            each.said, each.credit = self._said, self._credited
        self._figure, self._caption, self._credit, self._in_figure = 0, 0, 0, []


def _is_small(side: str | None) -> bool:
    digits = (side or "").removesuffix("px")
    return digits.isdecimal() and len(digits) < 6 and int(digits) < _SMALLEST_SIDE
