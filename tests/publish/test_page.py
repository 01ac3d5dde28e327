"""The preview shows the page and lets nothing act."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from workbench.publish.markdown import markdown_for
from workbench.publish.page import html_for


def test_the_title_of_the_front_matter_is_the_headline(harbor, house, seen):
    html = html_for(markdown_for(harbor, house))
    page = seen(html)
    assert page.tags[0] == "h1"
    assert page.tags.count("h1") == 1
    assert page.text.startswith(harbor.title + " DRAFT. Not approved, not for publication.")
    assert "slug" not in page.text


def test_a_title_cannot_bring_html_with_it(seen):
    page = seen(html_for('---\ntitle: "<script>alert(1)</script><b>x</b>"\n---\n\nBody\n'))
    assert page.text == "<script>alert(1)</script><b>x</b> Body"
    assert page.tags == ["h1", "p"]


def test_links_tell_nobody_where_they_come_from():
    html = html_for("[a](https://a.example/x)")
    assert 'href="https://a.example/x"' in html
    assert 'rel="noopener noreferrer nofollow"' in html


@pytest.mark.parametrize(
    "markdown",
    [
        "<script>alert(1)</script>",
        "<p onclick='x()'>words</p>",
        "<iframe src=https://a.example></iframe>",
        "![p](https://a.example/p.png)",
        "<img src=https://a.example/p.png>",
        "<style>p {}</style>",
        "<a href='javascript:x()'>words</a>",
        "[a](javascript:x)",
        "[a](data:text/html,x)",
        "[a](JaVa\tScRiPt:x)",
        "<svg><script>x()</script></svg>",
        "<math><mi xlink:href='javascript:x'>",
        "<object data=x></object><embed src=x>",
        "<form action=https://a.example><input></form>",
        "<link rel=stylesheet href=https://a.example/x.css>",
        "<meta http-equiv=refresh content=0>",
    ],
)
def test_nothing_in_foreign_markdown_acts(seen, markdown):
    page = seen(html_for(markdown))
    assert set(page.tags) <= {"p", "a"}
    assert page.attributes <= {"href", "rel"}
    assert not any("script" in link.lower() or link.startswith("data") for link in page.links)


@given(st.text(st.sampled_from(list("<>/=\"'&;:#()[]!` \nabscriptonjv")), max_size=60))
@settings(max_examples=150, deadline=None)
def test_no_markdown_brings_a_handler_or_a_script(seen, markdown):
    page = seen(html_for(markdown))
    assert page.attributes <= {"href", "title", "rel", "start"}
    assert not {"script", "style", "img", "iframe", "svg"} & set(page.tags)
