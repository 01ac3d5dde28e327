"""Pages in the shapes of news sites, written for measuring: what is article on them is known."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable

_PEOPLE = (
    *("Governor Ines Lindqvist", "Mayor Samuel Okafor", "Council leader Lena Voss"),
    *("Harbor master Jonas Hale", "Engineer Priya Raman", "Union secretary Mateo Cruz"),
)
_DEEDS = (
    *("asked the state for a second survey of", "refused to sign the contract for"),
    *("put off the vote about", "published the letters about", "said nothing new about"),
    *("wants the crews to be heard before any work on", "doubts the numbers in the plan for"),
)
_THINGS = (
    *("the Harbor Bridge", "the ferry pier at Port Maren", "the northern tunnel"),
    *("the tram line to the docks", "the old customs house", "the flood gates"),
)
_ENDS = (
    *("according to two people who were in the room.", "a spokeswoman said on Tuesday."),
    *("the minutes of the meeting show.", "and no date has been set for the next talks."),
    *("although the money was promised in March 2025.", "which would cost 40 million a year."),
    *("as residents had demanded for more than a decade.", "despite the objections of the port."),
)
_TEASERS = (
    *("Ferry timetable changes again", "Council delays vote on parking", "Ten walks for autumn"),
    *("What we know about the storm", "Pier market opens early this year", "Letters to the editor"),
    *("Why the tram is late on Mondays", "Museum finds a lost map", "School roof to be mended"),
)
_FIRST = ("Ar", "Bel", "Cor", "Dun", "El", "Fen", "Gar", "Hol", "Ing", "Kel", "Lor", "Mar", "Nor")
_MIDDLE = ("a", "e", "i", "o", "u", "en", "ing", "er", "ath", "is", "or", "um", "ell")
_LAST = ("ham", "by", "ton", "field", "mouth", "wick", "dale", "ford", "stead", "haven", "burgh")
_ORDER = ("first", "second", "third", "fourth", "fifth", "sixth", "tenth", "twelfth", "twentieth")


class NewsPage(NamedTuple):
    """A page and its main text, paragraphs parted by blank lines, without the headline."""

    name: str
    html: str
    text: str


class _Writer:
    """Makes up headlines and paragraphs, the same ones for the same seed."""

    def __init__(self, seed: int) -> None:
        self._random = random.Random(seed)
        self.headline = self._headline()
        self.paragraphs = [self.paragraph() for _ in range(self._random.randint(6, 14))]

    def _headline(self) -> str:
        who = self._random.choice(_PEOPLE).split(" ", 1)[1]
        return f"{who} {self._random.choice(_DEEDS)} {self._random.choice(_THINGS)}"

    def sentence(self) -> str:
        pick = self._random.choice
        place = f"{pick(_FIRST)}{pick(_MIDDLE)}{pick(_LAST)}"
        aside = pick(
            (
                f"in the district of {place}",
                f"{self._random.randint(2, 900)} days after the {place} report",
                f"as the {place} committee had feared",
                f"for the {pick(_ORDER)} time since {self._random.randint(1950, 2025)}",
            )
        )
        return f"{pick(_PEOPLE)} {pick(_DEEDS)} {pick(_THINGS)} {aside}, {pick(_ENDS)}"

    def paragraph(self) -> str:
        return " ".join(self.sentence() for _ in range(self._random.randint(1, 4)))

    def quote(self) -> str:
        return (
            f"“We will come back to {self._random.choice(_THINGS)} when the crews have been heard.”"
        )

    def teasers(self, count: int) -> list[str]:
        return [self._random.choice(_TEASERS) for _ in range(count)]


def news_pages(seed: int = 1) -> list[NewsPage]:
    """Return two pages of each shape."""
    pages: list[NewsPage] = []
    for shape in SHAPES:
        for copy in range(2):
            writer = _Writer(seed * 1_000 + 37 * len(pages) + copy)
            html, kept = shape(writer)
            name = f"{shape.__name__.strip('_')}-{copy + 1}"
            pages.append(NewsPage(name, html, "\n\n".join(kept)))
    return pages


def _p(paragraphs: list[str]) -> str:
    return "\n".join(f"<p>{paragraph}</p>" for paragraph in paragraphs)


def _links(words: list[str]) -> str:
    return "".join(f"<li><a href='/{n}'>{word}</a></li>" for n, word in enumerate(words))


def _site(writer: _Writer, main: str, head: str = "", before: str = "", after: str = "") -> str:
    """Return a page of a site around its main part."""
    menu = _links(
        ["Home", "News", "Politics", "Business", "Sport", "Culture", "Opinion", "Weather"]
    )
    return f"""<!DOCTYPE html><html lang="en"><head><meta charset="utf-8">
<title>{writer.headline} | Northshore Herald</title>
<meta property="og:site_name" content="Northshore Herald">{head}
<style>body {{ margin: 0 }}</style><script>var page = {{"id": 7}};</script></head><body>
<a class="skip-link" href="#main">Skip to content</a>
<header class="site-header"><div class="logo"><a href="/">Northshore Herald</a></div>
<nav class="main-nav"><ul>{menu}</ul></nav></header>{before}
{main}{after}
<footer class="site-footer"><ul>{_links(["About us", "Contact", "Privacy policy", "Terms of use"])}
</ul><p>© 2026 Northshore Herald. All rights reserved. No part of this site may be reproduced
without permission.</p></footer></body></html>"""


def _plain_article(writer: _Writer) -> tuple[str, list[str]]:
    body = f"<article><h1>{writer.headline}</h1>{_p(writer.paragraphs)}</article>"
    return _site(writer, body), writer.paragraphs


def _divs_alone(writer: _Writer) -> tuple[str, list[str]]:
    paragraphs = "".join(f"<div class='txt'>{each}</div>" for each in writer.paragraphs)
    body = (
        f"<div id=wrap><h1>{writer.headline}</h1><div class='story-body'>{paragraphs}</div></div>"
    )
    return _site(writer, body), writer.paragraphs


def _line_breaks(writer: _Writer) -> tuple[str, list[str]]:
    body = "<br><br>".join(writer.paragraphs)
    return _site(
        writer, f"<main><h1>{writer.headline}</h1><div>{body}</div></main>"
    ), writer.paragraphs


def _credits_and_share(writer: _Writer) -> tuple[str, list[str]]:
    head = (
        f"<h1>{writer.headline}</h1><div class='byline'>By Ada Bell</div>"
        "<time datetime='2026-07-09'>July 9, 2026</time><div class='share'><ul>"
        f"{_links(['Facebook', 'X', 'Email', 'Copy link'])}</ul></div>"
    )
    return _site(writer, f"<article>{head}{_p(writer.paragraphs)}</article>"), writer.paragraphs


def _related_inside(writer: _Writer) -> tuple[str, list[str]]:
    middle = len(writer.paragraphs) // 2
    related = (
        "<aside class='related'><h3>Related stories</h3><ul>"
        f"{_links(writer.teasers(4))}</ul></aside>"
    )
    body = _p(writer.paragraphs[:middle]) + related + _p(writer.paragraphs[middle:])
    return _site(writer, f"<article><h1>{writer.headline}</h1>{body}</article>"), writer.paragraphs


def _read_more_lines(writer: _Writer) -> tuple[str, list[str]]:
    body = ""
    for number, paragraph in enumerate(writer.paragraphs):
        body += f"<p>{paragraph}</p>"
        if number % 3 == 1:
            body += f"<p><strong>Read more: <a href='/r'>{writer.teasers(1)[0]}</a></strong></p>"
    return _site(writer, f"<article><h1>{writer.headline}</h1>{body}</article>"), writer.paragraphs


def _newsletter_box(writer: _Writer) -> tuple[str, list[str]]:
    box = (
        "<div class='newsletter-signup'><h4>Get the Morning Tide</h4><p>Our editors pick the "
        "stories of the bay that matter, every weekday at six.</p><form><input type=email>"
        "<button>Sign up</button></form><p>By signing up you agree to our terms.</p></div>"
    )
    paragraphs = writer.paragraphs
    body = _p(paragraphs[:3]) + box + _p(paragraphs[3:])
    return _site(writer, f"<article><h1>{writer.headline}</h1>{body}</article>"), paragraphs


def _figures(writer: _Writer) -> tuple[str, list[str]]:
    figure = (
        "<figure><img src='/bridge.jpg' alt='A bridge'><figcaption>The bridge at dawn, seen from"
        " the northern pier. <span class='credit'>Photo: Ada Bell</span></figcaption></figure>"
    )
    paragraphs = writer.paragraphs
    body = figure + _p(paragraphs[:2]) + figure + _p(paragraphs[2:])
    return _site(writer, f"<article><h1>{writer.headline}</h1>{body}</article>"), paragraphs


def _live_blog(writer: _Writer) -> tuple[str, list[str]]:
    kept: list[str] = []
    posts = ""
    for number, paragraph in enumerate(writer.paragraphs):
        title = writer.sentence()
        kept += [title, paragraph]
        posts += (
            f"<article class='post'><time>1{number % 10}:0{number % 6}</time><h2>{title}</h2>"
            f"<p>{paragraph}</p><a href='#p{number}'>Share this post</a></article>"
        )
    return _site(
        writer, f"<main><h1>{writer.headline}</h1><div class=feed>{posts}</div></main>"
    ), kept


def _cookie_banner(writer: _Writer) -> tuple[str, list[str]]:
    banner = (
        "<div id='cookie-consent' class='cookie-banner'><h2>We value your privacy</h2><p>We and "
        "our 812 partners store and access information on a device, such as cookies, and process "
        "personal data to show and measure advertising and content. You can change your choices "
        "at any time in our privacy centre.</p><button>Accept all</button></div>"
    )
    body = f"<article><h1>{writer.headline}</h1>{_p(writer.paragraphs)}</article>"
    return _site(writer, body, before=banner), writer.paragraphs


def _comments(writer: _Writer) -> tuple[str, list[str]]:
    said = "".join(
        f"<li class='comment'><b>reader{number}</b><p>{writer.sentence()} Shame.</p></li>"
        for number in range(8)
    )
    after = f"<section id='comments' class='comments'><h3>8 comments</h3><ol>{said}</ol></section>"
    body = f"<article><h1>{writer.headline}</h1>{_p(writer.paragraphs)}</article>"
    return _site(writer, body, after=after), writer.paragraphs


def _paywall(writer: _Writer) -> tuple[str, list[str]]:
    kept = writer.paragraphs[:3]
    wall = (
        "<div class='paywall'><h3>Continue reading with a subscription</h3><p>Subscribe for one "
        "dollar a week and get unlimited access to all stories.</p><a href='/s'>Subscribe now</a>"
        "<p>Already a subscriber? <a href='/l'>Log in</a></p></div>"
    )
    return _site(writer, f"<article><h1>{writer.headline}</h1>{_p(kept)}{wall}</article>"), kept


def _amp(writer: _Writer) -> tuple[str, list[str]]:
    main = (
        f"<div class='amp-wp-article'><h1 class='amp-wp-title'>{writer.headline}</h1>"
        "<amp-img src='/a.jpg' width=600 height=400></amp-img><amp-ad type=x></amp-ad>"
        f"<div class='amp-wp-article-content'>{_p(writer.paragraphs)}</div></div>"
        f"<amp-sidebar id=menu><ul>{_links(writer.teasers(4))}</ul></amp-sidebar>"
    )
    return _site(writer, main, "<script async src='/v0.js'></script>"), writer.paragraphs


def _block_quotes(writer: _Writer) -> tuple[str, list[str]]:
    quotes = [writer.quote(), writer.quote()]
    first, rest = writer.paragraphs[:2], writer.paragraphs[2:]
    body = (
        f"{_p(first)}<blockquote><p>{quotes[0]}</p></blockquote>{_p(rest)}"
        f"<blockquote>{quotes[1]}</blockquote>"
    )
    page = _site(writer, f"<article><h1>{writer.headline}</h1>{body}</article>")
    return page, [*first, quotes[0], *rest, quotes[1]]


def _embedded_posts(writer: _Writer) -> tuple[str, list[str]]:
    words = writer.sentence()
    post = (
        f"<blockquote class='twitter-tweet'><p lang=en dir=ltr>{words}</p>&mdash; Port of Maren "
        "(@portmaren) <a href='https://x.example/1'>July 8, 2026</a></blockquote>"
        "<script async src='https://x.example/w.js'></script>"
    )
    first, rest = writer.paragraphs[:3], writer.paragraphs[3:]
    body = _p(first) + post + _p(rest)
    kept = [*first, words, "— Port of Maren (@portmaren) July 8, 2026", *rest]
    return _site(writer, f"<article><h1>{writer.headline}</h1>{body}</article>"), kept


def _lists(writer: _Writer) -> tuple[str, list[str]]:
    items = [writer.sentence() for _ in range(5)]
    short = ["the crews", "the cost", "a date for the opening"]
    first, rest = writer.paragraphs[:3], writer.paragraphs[3:]
    body = (
        f"{_p(first)}<ul>{''.join(f'<li>{item}</li>' for item in items)}</ul>{_p(rest)}"
        f"<p>They asked for:</p><ol>{''.join(f'<li>{item}</li>' for item in short)}</ol>"
    )
    page = _site(writer, f"<article><h1>{writer.headline}</h1>{body}</article>")
    return page, [*first, *items, *rest, "They asked for:", *short]


def _tables(writer: _Writer) -> tuple[str, list[str]]:
    rows = [("Year", "Ferry passengers", "Cost"), ("2024", "310,000", "38 million")]
    rows += [("2025", "295,000", "40 million"), ("2026", "no figures yet", "41 million")]
    cells = "".join(f"<tr>{''.join(f'<td>{cell}</td>' for cell in row)}</tr>" for row in rows)
    first, rest = writer.paragraphs[:2], writer.paragraphs[2:]
    body = f"{_p(first)}<table>{cells}</table>{_p(rest)}"
    kept = [*first, *(" ".join(row) for row in rows), *rest]
    return _site(writer, f"<article><h1>{writer.headline}</h1>{body}</article>"), kept


def _sub_headings(writer: _Writer) -> tuple[str, list[str]]:
    body = ""
    kept: list[str] = []
    for number, paragraph in enumerate(writer.paragraphs):
        if number % 3 == 0:
            heading = ("What happened", "What comes next", "Who pays", "The crews", "In short")[
                number // 3 % 5
            ]
            body += f"<h2>{heading}</h2>"
            kept.append(heading)
        body += f"<p>{paragraph}</p>"
        kept.append(paragraph)
    return _site(writer, f"<article><h1>{writer.headline}</h1>{body}</article>"), kept


def _side_column(writer: _Writer) -> tuple[str, list[str]]:
    side = "".join(
        f"<div class='card'><h3><a href='/{n}'>{teaser}</a></h3><p>{writer.sentence()}</p></div>"
        for n, teaser in enumerate(writer.teasers(7))
    )
    main = (
        f"<div class='row'><div class='col-8'><h1>{writer.headline}</h1>"
        f"{_p(writer.paragraphs)}</div>"
        f"<div class='col-4 sidebar'><h2>Most read</h2>{side}</div></div>"
    )
    return _site(writer, main), writer.paragraphs


def _more_below(writer: _Writer) -> tuple[str, list[str]]:
    cards = "".join(
        f"<div class='teaser'><a href='/{n}'><h3>{teaser}</h3><p>{writer.sentence()}</p></a></div>"
        for n, teaser in enumerate(writer.teasers(9))
    )
    after = f"<section class='more-stories'><h2>More from Politics</h2>{cards}</section>"
    body = f"<article><h1>{writer.headline}</h1>{_p(writer.paragraphs)}</article>"
    return _site(writer, body, after=after), writer.paragraphs


def _lead_and_tags(writer: _Writer) -> tuple[str, list[str]]:
    lead, rest = writer.paragraphs[0], writer.paragraphs[1:]
    body = (
        f"<header><h1>{writer.headline}</h1><p class='standfirst'>{lead}</p></header>{_p(rest)}"
        "<div class='tags'><a href='/t1'>Bridges</a> <a href='/t2'>Port Maren</a></div>"
        "<div class='author-bio'><p>Ada Bell covers the port for the Northshore Herald. She can be"
        " reached at ada@northshore-herald.example.</p></div>"
    )
    return _site(writer, f"<article>{body}</article>"), writer.paragraphs


def _short_news(writer: _Writer) -> tuple[str, list[str]]:
    kept = writer.paragraphs[:2]
    after = f"<section><h2>Latest</h2><ul>{_links(writer.teasers(12))}</ul></section>"
    return _site(
        writer, f"<article><h1>{writer.headline}</h1>{_p(kept)}</article>", after=after
    ), kept


def _interview(writer: _Writer) -> tuple[str, list[str]]:
    kept: list[str] = []
    body = ""
    for paragraph in writer.paragraphs:
        question = f"What do you say about {writer.sentence().split(' ', 3)[-1][:60]}?"
        body += f"<p><strong>{question}</strong></p><p>{paragraph}</p>"
        kept += [question, paragraph]
    return _site(writer, f"<article><h1>{writer.headline}</h1>{body}</article>"), kept


SHAPES: tuple[Callable[[_Writer], tuple[str, list[str]]], ...] = (
    *(_plain_article, _divs_alone, _line_breaks, _credits_and_share, _related_inside),
    *(_read_more_lines, _newsletter_box, _figures, _live_blog, _cookie_banner, _comments),
    *(_paywall, _amp, _block_quotes, _embedded_posts, _lists, _tables, _sub_headings),
    *(_side_column, _more_below, _lead_and_tags, _short_news, _interview),
)
"""What news pages look like; each shape gives a page and the paragraphs of its main text."""
