"""Typed inline Markdown goes out so that every reader agrees and nothing acts."""

from __future__ import annotations

import pytest

from workbench.publish.inline import inline, link_target, reference_key


@pytest.mark.parametrize(
    "text",
    [
        "plain words",
        "*em* and **strong** and ***both***",
        "*em with **strong** inside*",
        "**strong with *em* inside**",
        "`code` and `more code`",
        "[a link](<https://a.example/x>)",
        "<https://a.example/x>",
        "<ada@a.example>",
        "*“quoted”*, then (*so*)",
        "[*The Ledger*](<https://a.example/>)",
    ],
)
def test_the_plain_form_stays_as_typed(text):
    assert inline(text) == text


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("_em_ and __strong__", "*em* and **strong**"),
        ("**_both_**", "***both***"),
        ("[t](https://a.example/x)", "[t](<https://a.example/x>)"),
        ('[t](https://a.example/x "title")', "[t](<https://a.example/x>)"),
        ("[t]( <https://a.example/x> )", "[t](<https://a.example/x>)"),
        ("[t](https://a.example/?a=1&amp;b=2)", "[t](<https://a.example/?a=1&b=2>)"),
        ("[t](mailto:ada@a.example)", "[t](<mailto:ada@a.example>)"),
        ("![alt](https://a.example/p.png)", "[alt](<https://a.example/p.png>)"),
        ("Look\\![t](https://a.example/)", "Look\\![t](<https://a.example/>)"),
        ("see https://a.example/x.", "see <https://a.example/x>."),
        ("(https://a.example/x_(y))", "(<https://a.example/x_(y)>)"),
        ("write to ada@a.example.", "write to <ada@a.example>."),
        ("&copy; 2026 &amp; more", "© 2026 & more"),
        ("a \\* b", "a \\* b"),
        ("line\\", "line\\\\"),
        ("1. word", "1\\. word"),
        ("# word", "\\# word"),
    ],
)
def test_other_forms_go_out_in_the_plain_one(typed, written):
    assert inline(typed) == written


@pytest.mark.parametrize(
    "typed",
    [
        "2 * 3 * 4",
        "snake_case and a__b",
        "a*b*c",
        "a*b* c",
        "*open",
        "close*",
        "****",
        "* *",
        "[sic]",
        "[sic] and (so)",
        "[a](b)",
        "[a](/etc/passwd)",
        "[a](javascript:alert(1))",
        "[a](JAVASCRIPT:alert)",
        "[a](data:text/html,x)",
        "[a](file:///home/ada)",
        "[a](https://u:p@a.example/)",
        "[^1] a note",
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "<!-- hidden -->",
        "<b>bold</b>",
        "a < b > c",
        "`code <b>`",
        "`` a`b ``",
        "`open",
        "~~struck~~",
        "www.a.example",
        "{: .class}",
    ],
)
def test_all_else_is_text(both, typed):
    for page in both(inline(typed)):
        assert page.text == typed
        assert page.tags == ["p"]


def test_a_link_hidden_behind_entities_is_no_link(both):
    for page in both(inline("[a](java&#115;cript:alert(1)) [b](&#106;avascript:alert(1))")):
        assert page.links == []
        assert "cript:alert(1)" in page.text


def test_a_link_holds_no_other_link(both):
    for page in both(inline("[see https://b.example and ada@b.example](https://a.example/)")):
        assert page.links == ["https://a.example/"]
        assert page.text == "see https://b.example and ada@b.example"


def test_reference_links_find_their_address():
    definitions = {reference_key("The  Ledger"): "https://a.example/x"}
    assert inline("[the ledger]", definitions) == "[the ledger](<https://a.example/x>)"
    assert inline("[a report][The Ledger]", definitions) == "[a report](<https://a.example/x>)"
    assert inline("[the ledger][]", definitions) == "[the ledger](<https://a.example/x>)"
    assert inline("[other]", definitions) == "\\[other\\]"


@pytest.mark.parametrize(
    ("to", "target"),
    [
        ("https://a.example/x", "https://a.example/x"),
        ("<https://a.example/x>", "https://a.example/x"),
        ("mailto:ada@a.example", "mailto:ada@a.example"),
        ("mailto:ada@a.example?cc=all@b.example", ""),
        ("#part", ""),
        ("x.md", ""),
        ("vbscript:x", ""),
    ],
)
def test_links_lead_to_the_web_or_a_mailbox(to, target):
    assert link_target(to) == target


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("12345678901. long", "12345678901. long"),
        ("١. word", "١. word"),
        ("x &#2) y &#35 z", "x &#2) y &#35 z"),
        ("a&#32;&#32;b", "a b"),
        ("&#32;- x", "- x"),
    ],
)
def test_words_that_readers_dispute_are_text(both, typed, shown):
    for page in both(inline(typed)):
        assert page.text == shown
        assert page.tags == ["p"]


def test_emphasis_stays_apart_where_a_space_that_does_not_break_parts_it(both):
    for page in both(inline("*a*&nbsp;_c_")):
        assert page.tags == ["p", "em", "em"]
