"""Plain text shows exactly its words in every reader, and nothing in it acts."""

from __future__ import annotations

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from workbench.publish.escape import (
    address,
    escaped,
    linked,
    plain,
    web_address,
    without_controls,
)
from workbench.publish.layout import bullet, heading, numbered, paragraph, quoted

HOSTILE = [
    *("*", "**", "_", "__", "`", "``", "[", "]", "(", ")", "<", ">", "&", "&amp;", "&#42;", "&lt"),
    *("\\", "#", "##", "-", "--", "---", "+", "=", "===", "1.", "2024.", "1)", "|", "~~", "~~~"),
    *("```", ":", ": ", "!", "![", "](", "{", "}", "{:", "www.", "http://", "a@b.example", "^"),
    *("https://a.example/x_y*z", "https://a.example/?a=[1]&copy;=2", "javascript:alert(1)"),
    *("<b>", "</b>", "<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "<!--", "-->"),
    *("<?", "[x]: http://a.example", "[^1]:", "\n", "\n\n", " ", "    ", "\t", "\r\n", "\x02"),
    *("\x03", "\x00", "wzxhzdk:0", "word", "Wörter", "🌉", "👩‍👩‍👧", "שלום", "e\u0301", "\u202e"),
    *("\u2028", "\u00a0", "'", '"', "“", "”", ";", ".", ",", "AT&T", "$", "%"),
]
WORDS = st.lists(st.one_of(st.sampled_from(HOSTILE), st.text(max_size=6)), max_size=30).map("".join)
LAYOUTS = [
    paragraph,
    bullet,
    lambda text: numbered(12, text),
    lambda text: quoted([text]),
    lambda text: heading(2, text),
    lambda text: f"**Rating: {text}** x",
    lambda text: paragraph(f"One word, then {text}"),
]


@given(WORDS, st.sampled_from(LAYOUTS))
@settings(max_examples=200, deadline=None)
def test_any_text_shows_its_words_in_every_reader(both, words, layout):
    assume(plain(words))
    markdown = layout(escaped(words))
    frame, _ = both(layout("WORDS"))
    expected = " ".join(frame.text.replace("WORDS", plain(words)).split())
    for page in both(markdown):
        assert page.text == expected
        assert [tag for tag in page.tags if tag != "a"] == frame.tags
        assert all(link.startswith(("http://", "https://")) for link in page.links)


@given(st.lists(st.sampled_from(HOSTILE), max_size=8).map("".join), WORDS)
@settings(max_examples=120, deadline=None)
def test_an_address_is_a_web_link_or_text(both, tail, words):
    for url in (tail, f"https://a.example/{tail}"):
        for markdown in (address(url), linked(words, url), escaped(f"see {url} and")):
            one, other = both(markdown)
            assert one.text == other.text
            assert len(one.links) == len(other.links)
            assert all(link.startswith(("http://", "https://")) for link in one.links)


@pytest.mark.parametrize(
    ("words", "markdown"),
    [
        ("Lindqvist has decided to run", "Lindqvist has decided to run"),
        ("AT&T & Sons, R&D;", "AT&T & Sons, R&amp;D;"),
        ("snake_case_name", "snake_case_name"),
        ("_so_", "\\_so\\_"),
        ("2024. That was the year", "2024\\. That was the year"),
        ("in 2024. That", "in 2024. That"),
        ("- 5 degrees", "\\- 5 degrees"),
        ("#Harbor", "\\#Harbor"),
        ("on #Harbor", "on #Harbor"),
        ("a < b", "a &lt; b"),
        ("two\r\nlines\u2028and a tab\there", "two lines and a tab here"),
        ("10\u00a0km", "10\u00a0km"),
        ("See https://a.example/x_(y), please.", "See <https://a.example/x_(y)>, please."),
        ("(https://a.example/x)", "(<https://a.example/x>)"),
        ("www.a.example", "ww&#119;.a.example"),
        ("ada@a.example", "ada&#64;a.example"),
        ("", ""),
        (" \n ", ""),
    ],
)
def test_only_what_would_act_is_escaped(words, markdown):
    assert escaped(words) == markdown


@pytest.mark.parametrize(
    ("url", "link"),
    [
        ("https://a.example/x", "https://a.example/x"),
        (" HTTP://A.example:8080 ", "HTTP://A.example:8080"),
        ("https://例え.example/ä", "https://例え.example/ä"),
        ("https://a.example/?q[]=1", "https://a.example/?q%5B%5D=1"),
        ("https://a.example/?a=1&copy;b", "https://a.example/?a=1&copy%3Bb"),
        ("https://a.example/\u202egpj.exe", "https://a.example/%E2%80%AEgpj.exe"),
        ("javascript:alert(1)", ""),
        ("JaVaScRiPt:alert(1)//https://a.example", ""),
        ("data:text/html,<b>", ""),
        ("file:///home/ada/notes.txt", ""),
        ("ftp://a.example", ""),
        ("https://", ""),
        ("https:a.example", ""),
        ("https://bank.example@evil.example/", ""),
        ("https://a.example\\@b.example", ""),
        ("https://a b.example/", ""),
        ("https://a.example/a b", ""),
        ("https://a.example/\nx", ""),
        ("https://[::1", ""),
        ("", ""),
    ],
)
def test_only_web_addresses_become_links(url, link):
    assert web_address(url) == link


def test_an_address_that_is_no_link_is_shown_as_text(both):
    for url in ("javascript:alert(1)", "ftp://a.example/x", "https://u@a.example/"):
        for page in both(address(url)):
            assert page.text == url
            assert page.links == []


@pytest.mark.parametrize(
    "url",
    [
        "file:///home/ada/x.html",
        " FILE:C:/x.html",
        "C:\\Users\\Ada\\x.html",
        "d:/x.html",
        "\\\\server\\x",
        "/home/ada/x.html",
        "~/x.html",
        "../x.html",
    ],
)
def test_a_place_on_a_disk_never_leaves(url):
    assert address(url) == ""
    assert linked("A title", url) == "A title"


def test_a_title_with_brackets_is_still_one_link(both):
    for page in both(linked("Bridge [closed]? *A* check!", "https://a.example/(b)")):
        assert page.text == "Bridge [closed]? *A* check!"
        assert page.links == ["https://a.example/(b)"]


def test_half_a_surrogate_pair_never_reaches_a_file():
    assert plain("a\ud83cb") == "a b"
    escaped("a\ud83cb").encode()


def test_signs_that_join_or_turn_are_kept():
    assert plain("👩\u200d👧 \u200fשלום\u200e") == "👩\u200d👧 \u200fשלום\u200e"
    assert without_controls("a\x02\u2029\x85b") == "a   b"
