"""The main text of a saved web page: the article, without the page around it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from workbench.core.error import UserError
from workbench.intake.markup import Page, page_of, plain_line
from workbench.reading.folding import squeezed

if TYPE_CHECKING:
    from collections.abc import Iterator

# Beyond these a tree is cut short or takes many seconds; news pages have 2,000 elements, 40 deep.
_MOST_ELEMENTS = 20_000
_DEEPEST = 200
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
    article = "" if _is_overgrown(page) else _article(html)
    headline = _headline(page)
    title = headline or page.properties.get("og:title", "") or page.title
    if article:
        return PageText(_under_headline(article, headline), title)
    if not page.text:
        raise UserError(
            f"The page “{name}” shows no text; perhaps scripts build it when it is opened."
            " Nothing was taken in.",
            "Open it in a browser, select the article, copy it and paste it here.",
        )
    return PageText(page.text, title, _WHOLE_PAGE)


def _is_overgrown(page: Page) -> bool:
    return page.elements > _MOST_ELEMENTS or page.depth > _DEEPEST


def _article(html: str) -> str:
    """Return what trafilatura takes for the article; empty if it finds none."""
    import logging

    from lxml import html as lxml_html  # trafilatura and lxml: 190 ms that a launch does not pay
    from trafilatura import bare_extraction

    # It warns about pages it cannot read; here that is an answer, not news for the terminal.
    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    parser = lxml_html.HTMLParser(encoding="utf-8")
    tree = lxml_html.document_fromstring(html.encode(), parser=parser)
    document = bare_extraction(
        tree, include_comments=False, include_tables=True, with_metadata=False
    )
    body = getattr(document, "body", None)
    return "\n\n".join(_blocks(body)) if body is not None else ""


def _blocks(body: Any) -> Iterator[str]:  # noqa: ANN401 - lxml carries no types
    """Yield the paragraphs of an article as trafilatura marks them up (a little TEI)."""
    for element in body:
        if element.tag == "list":
            yield "\n".join(f"- {words}" for item in element if (words := _words(item)))
        elif element.tag == "table":
            rows = (" | ".join(filter(None, map(_words, row))) for row in element)
            yield "\n".join(filter(None, rows))
        elif element.tag == "quote":
            yield "\n\n".join(filter(None, map(_words, element))) or _words(element)
        else:
            yield _words(element)


def _words(element: Any) -> str:  # noqa: ANN401
    """Return the words of an element; line breaks in it stay."""
    pieces = [element.text or ""]
    for child in element.iterdescendants():
        pieces += ["\v" if child.tag == "lb" else "", child.text or "", child.tail or ""]
    return "\n".join(map(plain_line, "".join(pieces).split("\v"))).strip("\n")


def _headline(page: Page) -> str:
    """Return the <h1> that is the headline: of several, the longest that the title repeats."""
    titles = [page.title, page.properties.get("og:title", "")]
    known = squeezed(" ".join(titles)).text
    site = squeezed(page.properties.get("og:site_name", "")).text
    headlines = [text for text in page.headlines if squeezed(text).text != site]
    repeated = [text for text in headlines if squeezed(text).text in known]
    if repeated:
        return max(repeated, key=len)
    return headlines[0] if len(headlines) == 1 else ""


def _under_headline(article: str, headline: str) -> str:
    """Return the article with its headline above it, unless it begins with it already."""
    beginning = squeezed(article[: 2 * len(headline) + 200]).text
    if not headline or squeezed(headline).text in beginning:
        return article
    return f"{headline}\n\n{article}"
