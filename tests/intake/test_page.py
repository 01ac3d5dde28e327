"""The article of a saved page: its own words, whole and in order, and nothing around it."""

import re
import socket
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from workbench.core.error import UserError
from workbench.intake.markup import Page
from workbench.intake.page import _headline, page_text

LEDE = (
    "The Ledger reported on Tuesday that Governor Ines Lindqvist privately called Mayor Samuel"
    " Okafor last week to reopen talks on the Harbor Bridge, according to two people."
)
DENIAL = (
    "“We will not sign anything that leaves the ferries behind,” Mr. Okafor said in a statement"
    " on Wednesday. His office declined to describe the conversation. 🌉"
)
HISTORY = (
    "The last plan to share the cost of a new bridge collapsed in March 2025, when the state"
    " wanted to end its ferry subsidy and the city wanted the crews kept on."
)
HEADLINE = "Harbor Bridge deal is back on, commentary says"


def saved_page(body: str, head: str = "") -> str:
    return f"""<!DOCTYPE html><html lang="en"><head><meta charset="utf-8">
<title>{HEADLINE} | Bay Commentary</title><meta property="og:site_name" content="Bay Commentary">
<style>nav {{ color: red }}</style><script>window.data = {{"text": "tracking words"}}</script>{head}
</head><body><header><h1><a href="/">Bay Commentary</a></h1></header>
<nav><ul><li><a href="/p">Politics</a></li><li><a href="/h">Harbor Bridge</a></li></ul></nav>
<main>{body}</main>
<aside><h2>Most read</h2><ul><li><a href="/1">Ferry timetable changes again</a></li>
<li><a href="/2">Council delays vote on parking</a></li></ul></aside>
<footer><p>© 2026 Bay Commentary. All rights reserved.</p><a href="/privacy">Privacy</a></footer>
<div style="display:none">Subscribe for only one dollar, the offer ends on Tuesday evening.</div>
<noscript>Please enable JavaScript.</noscript></body></html>"""


ARTICLE = saved_page(
    f"<article><h1>{HEADLINE}</h1><p>{LEDE}</p><h2>What they said</h2><p>{DENIAL}</p>"
    "<blockquote><p>Bring the ferries with you.</p></blockquote><ul><li>First, the crews</li>"
    f"<li>Second, the <b>cost</b></li></ul><p>{HISTORY}</p></article>"
)


def test_the_article_stands_under_its_headline_in_paragraphs() -> None:
    page = page_text(ARTICLE, "a.html")

    assert page.text.split("\n\n") == [
        HEADLINE,
        LEDE,
        "What they said",
        DENIAL,
        "Bring the ferries with you.",
        "- First, the crews\n- Second, the cost",
        HISTORY,
    ]
    assert page.title == HEADLINE
    assert page.note == ""


def test_nothing_around_the_article_is_taken() -> None:
    text = page_text(ARTICLE, "a.html").text

    for around in (
        "Politics",
        "Most read",
        "timetable",
        "rights",
        "dollar",
        "JavaScript",
        "tracking",
    ):
        assert around not in text


def test_a_headline_outside_the_article_is_put_on_top() -> None:
    html = saved_page(f"<h1>{HEADLINE}</h1><article><p>{LEDE}</p><p>{DENIAL}</p></article>")

    assert page_text(html, "a.html").text == f"{HEADLINE}\n\n{LEDE}\n\n{DENIAL}"


def test_a_page_without_a_headline_gets_none() -> None:
    html = saved_page(f"<article><p>{LEDE}</p><p>{DENIAL}</p></article>")
    page = page_text(html, "a.html")

    assert page.text == f"{LEDE}\n\n{DENIAL}"
    assert page.title == f"{HEADLINE} | Bay Commentary"


@pytest.mark.parametrize(
    ("title", "headlines", "chosen"),
    [
        (
            "Talks end - The Harbor Bridge Daily",
            ["The Harbor Bridge Daily", "Talks end"],
            "Talks end",
        ),
        ("Daily: Talks on the bridge end", ["Daily", "Talks on the bridge end"], 1),
        ("Bay | Talks on the bridge end", ["Bay Home", "Talks on the bridge end"], 1),
        ("TALKS END – Bay", ["Talks end", "More news"], "Talks end"),
        ("Bay", ["Talks end"], "Talks end"),
        ("", ["Talks end"], "Talks end"),
        ("Bay", ["Talks end", "More news"], ""),
        ("Bay Commentary", ["Bay Commentary"], ""),
    ],
)
def test_the_headline_is_what_the_page_calls_its_headline(
    title: str, headlines: list[str], chosen: str | int
) -> None:
    page = Page(title=title, headlines=headlines, properties={"og:site_name": "Bay Commentary"})

    assert _headline(page) == (headlines[chosen] if isinstance(chosen, int) else chosen)


def test_words_of_nested_elements_are_not_glued_together() -> None:
    html = saved_page(
        f"<article><h1>{HEADLINE}</h1><div>{LEDE}<div>{DENIAL}</div>{HISTORY}</div>"
        "<table><tr><th>Year</th><th>Vehicles a day</th></tr><tr><td>2024</td><td>43,000</td></tr>"
        "<tr><td>2025</td><td>41,000</td></tr></table></article>"
    )

    assert page_text(html, "a.html").text == (
        f"{HEADLINE}\n\n{LEDE}\n\n{DENIAL}\n\n{HISTORY}\n\n"
        "Year | Vehicles a day\n2024 | 43,000\n2025 | 41,000"
    )


def test_a_paragraph_is_whole_even_where_the_extractor_cuts_it() -> None:
    html = saved_page(
        f"<article><p>{LEDE}</p><p>He said: <q>No deal.</q> <del>Never.</del> H<sub>2</sub>O, then"
        f" <abbr title='x'>U.S.</abbr> {HISTORY}</p><p>{DENIAL}</p></article>"
    )

    assert f"He said: “No deal.” Never. H2O, then U.S. {HISTORY}" in page_text(html, "a.html").text


@pytest.mark.parametrize(
    "html",
    [
        "<html><body><p>No deal.</p></body></html>",
        "<title>Note</title><p>Short note about the bridge.",
        "<div>" * 300 + f"<p>{LEDE}</p>",
        "<p>" + "word " * 300_000,
        "".join(f"<p>Paragraph {number} of a very long record.</p>" for number in range(20_001)),
    ],
    ids=["tiny", "short", "deep", "long", "many"],
)
def test_a_page_without_a_clear_article_is_taken_whole(html: str) -> None:
    page = page_text(html, "a.html")
    words = re.sub(r"<title>.*?</title>|<[^>]+>", " ", html).split()

    assert page.text.split() == words
    if page.note:
        assert page.note.endswith("everything visible on it was taken.")
    else:
        assert len(words) < 10


@pytest.mark.parametrize(
    "html",
    [
        "<html><body><div id='app'></div><script>render()</script></body></html>",
        "<html><head><title>Only a title</title></head></html>",
        "<img src='statement.png'>",
        "<!-- nothing -->",
    ],
)
def test_a_page_that_shows_no_text_is_refused(html: str) -> None:
    with pytest.raises(UserError) as refusal:
        page_text(html, "app.html")

    assert refusal.value.message.startswith("The page “app.html” shows no text")
    assert "copy it and paste it" in refusal.value.hint


def test_nothing_is_fetched() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.setblocking(False)
        there = f"http://127.0.0.1:{server.getsockname()[1]}"
        html = ARTICLE.replace("<head>", f'<head><base href="{there}/">').replace(
            "<article>",
            f'<article><img src="{there}/a.png"><iframe src="{there}/b"></iframe>'
            f'<link rel="stylesheet" href="{there}/c.css"><script src="{there}/d.js"></script>',
        )
        html = html.replace("<!DOCTYPE html>", f'<!DOCTYPE html SYSTEM "{there}/e.dtd">')

        assert LEDE in page_text(html, "a.html").text
        with pytest.raises(BlockingIOError):
            server.accept()


@pytest.mark.parametrize(
    "body",
    [
        *("<a href=x>word</a> " * 9_000, "<div><span>a</span></div>" * 6_000),
        *(
            "<table><tr>" + "<td>x" * 12_000,
            "line<br><br>" * 9_000,
            "<!-- c -->" * 300_000 + "text",
        ),
        ("<div>" * 150 + "some words" + "</div>" * 150) * 120,
        "<p style='display:none'>hidden</p>" * 6_000 + "shown",
    ],
    ids=["links", "spans", "cells", "breaks", "comments", "nested", "hidden"],
)
def test_a_hostile_page_ends_soon(body: str) -> None:
    start = time.perf_counter()
    page_text(f"<html><body>{body}</body></html>", "a.html")

    assert time.perf_counter() - start < 10  # measured: 2.5 s at most


words = st.sampled_from(
    ["bridge", "mayor", "deal.", "“No,”", "שלום", "橋", "🌉", "e\u0301", "1,000"]
)
inline = st.lists(words, min_size=1, max_size=30).map(" ".join)
blocks = st.builds("<{0}>{1}</{0}>".format, st.sampled_from(["p", "div", "h2", "li"]), inline)


@settings(max_examples=40, deadline=None)
@given(st.lists(blocks, min_size=1, max_size=12))
def test_every_line_of_the_text_stands_on_the_page(body: list[str]) -> None:
    text = page_text(f"<html><body><article>{''.join(body)}</article></body></html>", "a.html").text
    shown = iter([re.sub(r"<[^>]+>", "", block) for block in body])

    # Each line is found behind the one before: none is made up, joined, doubled or moved.
    assert all(line.removeprefix("- ") in shown for line in text.split("\n") if line)
