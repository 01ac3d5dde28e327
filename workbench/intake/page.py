"""The main text of a saved web page: the article, without the page around it.

Trafilatura says which words are the article. The words themselves, their order and what parts
them come from our own reading of the page, so that nothing is glued together, reordered or lost
inside a paragraph.
"""

from __future__ import annotations

import re
from collections import Counter
from contextlib import contextmanager
from typing import TYPE_CHECKING, NamedTuple

from workbench.core.error import UserError
from workbench.intake.markup import Block, Page, page_of, text_of
from workbench.reading.folding import squeezed

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

# Beyond these, building and judging a tree takes many seconds, or the tree is cut short. News
# pages have some 3,000 nodes, seldom deeper than 40.
_MOST_NODES = 20_000
_DEEPEST = 200
_HEAVIEST = 500_000
_LONGEST = 1_000_000
# A paragraph belongs to the article if this share of its word triples does.
_MOST_OF_IT = 0.8
# If less of the article than this is found again on the page, the two readings do not agree.
_ENOUGH = 0.5
# Of one triple, so many places are looked at; a block may be longer than its words by the slack.
_MOST_PLACES = 40
_SLACK = 6
# A word, or one letter of a script that puts no spaces between words.
_WORD = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]|[^\W_]+")
_WHOLE_PAGE = (
    "The article could not be told from the rest of the page, so everything visible on it was"
    " taken."
)


class PageText(NamedTuple):
    """The working text of a page, what the page calls itself, and a sentence about the reading."""

    text: str
    title: str
    note: str = ""


def page_text(html: str, name: str) -> PageText:
    """Return the main text of a page under its headline, paragraphs separated by blank lines.

    What cannot be told apart is given whole, with a note that says so. Nothing is fetched.
    Raises UserError if the page shows no text at all.
    """
    page = page_of(html)
    if not page.blocks:
        raise UserError(
            f"The page “{name}” shows no text; perhaps scripts build it when it is opened."
            " Nothing was taken in.",
            "Open it in a browser, select the article, copy it and paste it here.",
        )
    headline = _headline(page)
    title = headline or page.properties.get("og:title", "") or page.title
    article = () if _is_overgrown(page) else _article_blocks(page.blocks, _article_pieces(html))
    if not article:
        return PageText(page.text, title, _WHOLE_PAGE)
    return PageText(_under_headline(text_of(article), headline), title)


def _is_overgrown(page: Page) -> bool:
    return (
        page.nodes > _MOST_NODES
        or page.depth > _DEEPEST
        or page.weight > _HEAVIEST
        or sum(len(block.words) for block in page.blocks) > _LONGEST
    )


def _article_pieces(html: str) -> tuple[str, ...]:
    """Return the texts of the elements that trafilatura takes for the article; it may be none."""
    import logging

    from lxml import html as lxml_html  # with trafilatura 190 ms that a launch does not pay

    with _no_socket():
        from trafilatura import bare_extraction

    # It warns about pages it cannot read; here that is an answer, not news for the terminal.
    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    parser = lxml_html.HTMLParser(encoding="utf-8", huge_tree=True)
    tree = lxml_html.document_fromstring(html.encode(), parser=parser)
    document = bare_extraction(
        tree, include_comments=False, include_tables=True, with_metadata=False
    )
    body = getattr(document, "body", None)
    if body is None:
        return ()
    texts = [tuple(element.itertext()) for element in body.iterdescendants()]
    # Cells stand without anything between them, and so do the parts of a word in bold.
    return tuple(joint.join(parts) for parts in texts for joint in ("", " "))


@contextmanager
def _no_socket() -> Iterator[None]:
    """Keep trafilatura's downloader, which is never used, from trying out IPv6 when imported.

    urllib3 opens a socket for that as soon as it is loaded, unless Python has no IPv6.
    """
    import socket

    before, socket.has_ipv6 = socket.has_ipv6, False
    try:
        yield
    finally:
        socket.has_ipv6 = before


def _article_blocks(blocks: list[Block], pieces: Iterable[str]) -> tuple[Block, ...]:
    """Return the blocks of a page whose words are the article's, or none if too few are found."""
    listed = [words for piece in pieces if (words := _words(piece))]
    whole = {tuple(words) for words in listed}
    article = _Places(listed)
    kept: list[Block] = []
    found: set[int] = set()
    gap = 0
    for block in blocks:
        words = _words(block.words)
        own = _triples(words)
        gap = max(gap, block.gap)
        if tuple(words) in whole or (own and article.share(own) >= _MOST_OF_IT):
            kept.append(block._replace(gap=gap))
            found |= article.known(own)
            gap = 0
    return tuple(kept) if len(found) >= _ENOUGH * article.count else ()


class _Places:
    """Where triples of words stand in the article, so that a block must be found in one place.

    A comment or a teaser has the words of an article too, but strewn over it.
    """

    def __init__(self, pieces: Iterable[list[str]]) -> None:
        self._places: dict[int, list[int]] = {}
        start = 0
        for words in pieces:
            for place, triple in enumerate(_triples(words), start):
                places = self._places.setdefault(triple, [])
                if len(places) < _MOST_PLACES:
                    places.append(place)
            start += len(words) + 1

    @property
    def count(self) -> int:
        """How many different triples there are."""
        return len(self._places)

    def known(self, triples: list[int]) -> set[int]:
        """Return those of some triples that stand in the article."""
        return {triple for triple in triples if triple in self._places}

    def share(self, triples: list[int]) -> float:
        """Return the greatest share of some triples that stand together in one place."""
        marks = sorted(
            (place, triple) for triple in set(triples) for place in self._places.get(triple, ())
        )
        reach = len(triples) + max(_SLACK, len(triples) // 4)
        inside: Counter[int] = Counter()
        best = first = 0
        for place, triple in marks:
            inside[triple] += 1
            while marks[first][0] < place - reach:
                gone = marks[first][1]
                inside[gone] -= 1
                if not inside[gone]:
                    del inside[gone]
                first += 1
            best = max(best, len(inside))
        return best / len(set(triples))


def _words(text: str) -> list[str]:
    return _WORD.findall(text)


def _triples(words: list[str]) -> list[int]:
    """Return the triples of words that follow each other, as numbers that take little room."""
    return [hash(triple) for triple in zip(words, words[1:], words[2:], strict=False)]


def _headline(page: Page) -> str:
    """Return the <h1> that is the headline: of several, the last that the page's title repeats.

    Where the name of the site is an <h1> too, it stands before the article's. A lone <h1> needs
    no title, unless it is that name.
    """
    titles = [squeezed(page.title).text, squeezed(page.properties.get("og:title", "")).text]
    site = squeezed(page.properties.get("og:site_name", "")).text
    folded = {text: squeezed(text).text for text in page.headlines}
    headlines = [text for text in page.headlines if folded[text] != site]
    repeated = [text for text in headlines if any(folded[text] in title for title in titles)]
    if repeated:
        return repeated[-1]
    return headlines[0] if len(headlines) == 1 else ""


def _under_headline(article: str, headline: str) -> str:
    """Return the article with its headline above it, unless it begins with it already."""
    beginning = squeezed(article[: 2 * len(headline) + 200]).text
    if not headline or squeezed(headline).text in beginning:
        return article
    return f"{headline}\n\n{article}"
