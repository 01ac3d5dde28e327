"""One pass over a page: visible words in reading order, whatever the markup."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.core.error import UserError
from workbench.intake.markup import declared_encoding, page_of


def text_of(html: str) -> str:
    return page_of(html).text


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("<p>One.<p>Two.", "One.\n\nTwo."),
        ("<h2>Talks</h2>They ended.<h2>Costs</h2>", "Talks\n\nThey ended.\n\nCosts"),
        ("<div>a<div>b</div>c</div>", "a\n\nb\n\nc"),
        ("<p>line one<br>line two<br><br>line three</p>", "line one\nline two\n\nline three"),
        ("<p>a \n\t b</p>", "a b"),
        ("<p>one\r\ntwo\rthree</p>", "one two three"),
        ("<p>41&nbsp;000 caf&eacute; &amp; &lt;b&gt; &#x1F309;</p>", "41\u00a0000 café & <b> 🌉"),
        ("<p>He <b>will</b> <i>no</i>t, <a href='x'>she said</a>.</p>", "He will not, she said."),
        ("<ul><li>one</li><li>two<ul><li>two a</ul></ul>after", "- one\n- two\n\n- two a\n\nafter"),
        ("<ol><li>one<li>two</ol><ol><li>again</ol>", "1. one\n2. two\n\n1. again"),
        ("<ul><li><p>para</p></li></ul>", "- para"),
        ("<table><tr><th>Year<th>Cost<tr><td>2025<td>$6<tr></table>", "Year | Cost\n2025 | $6"),
        ("<table><tr><td></td><td>only</td></tr></table>", "only"),
        ("<pre>a\n  b\r\n\tc</pre>", "a\n  b\n\tc"),
        ("<p>He said <q>no</q>.</p>", "He said “no”."),
        ("<p>a</p>tail<!-- no --><script>no()</script><style>p{}</style>", "a\n\ntail"),
        ("<noscript>no</noscript><template>no</template><select><option>no</select>yes", "yes"),
        ("<p hidden>no</p><p style='color:red; Display : None'>no</p><p>yes</p>", "yes"),
        ("<div hidden><div>no</div>no</div>yes", "yes"),
        ("<body style='visibility:hidden'><p>shown by script</p></body>", "shown by script"),
        ("<dialog>cookies?</dialog><details><summary>more</summary>text</details>", "more\n\ntext"),
        ("<p>אין הסכם <b>על הגשר</b></p>", "אין הסכם על הגשר"),
        ("", ""),
        ("<p> </p><!-- -->", ""),
        ("just words", "just words"),
    ],
)
def test_visible_words(html: str, text: str) -> None:
    assert text_of(html) == text


def test_what_a_page_states_about_itself() -> None:
    page = page_of(
        "<html><head><style>p {}</style><title>Deal &amp;\n no deal</title><style>b {}</style>"
        '<meta property="og:title" content="Deal">'
        '<meta name="Author" content=" M. Solberg "><meta name="author" content="Second">'
        "</head><body><svg><title>icon</title></svg><h1>Deal <i>or</i> no deal</h1>"
        "<h1></h1><h1 hidden>secret</h1><h1>Second</h1></body></html>"
    )

    assert page.title == "Deal & no deal"
    assert page.headlines == ["Deal or no deal", "Second"]
    assert page.properties == {"og:title": "Deal", "author": "M. Solberg"}


def test_depth_and_size_are_counted() -> None:
    page = page_of("<html><body><div><div><p>a</p><!-- b --></div></div></body></html>")

    assert page.depth == 5
    assert page.nodes == 6


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        (b'<meta charset="utf-8">', "utf-8"),
        (b"<META CHARSET=windows-1251 >", "windows-1251"),
        (b'<meta http-equiv="Content-Type" content="text/html; charset=koi8-r">', "koi8-r"),
        (b'<?xml version="1.0" encoding="ISO-8859-1"?><html>', "ISO-8859-1"),
        (b"<p>no charset</p>", ""),
        (b" " * 5000 + b"<meta charset=utf-8>", ""),
    ],
)
def test_declared_encoding(data: bytes, encoding: str) -> None:
    assert declared_encoding(data) == encoding


def test_a_hundred_thousand_nested_elements_are_read_to_the_innermost_word() -> None:
    page = page_of("<div>" * 100_000 + "innermost" + "</div>" * 100_000)

    assert page.text == "innermost"
    assert page.depth > 100_000


def test_more_elements_than_any_page_has_are_refused() -> None:
    with pytest.raises(UserError, match="more than 500,000 elements"):
        page_of("<i>x" * 500_001)


@pytest.mark.parametrize(
    "html",
    [
        *("<a " * 200_000, "<!--" * 200_000, "<script>" * 100_000, "<" * 1_000_000),
        *("<p " + "a=1 " * 200_000 + ">x", "&" * 1_000_000, "&amp;" * 200_000, "x" * 5_000_000),
        *("<td>x" * 50_000, "<ol><li>" * 50_000, "<pre>" + "\n" * 500_000, "<b><p>x" * 50_000),
        "<table><tr>" + "<td>a<td> " * 50_000,
    ],
    ids=range(13),
)
def test_hostile_markup_takes_time_in_step_with_its_length(html: str) -> None:
    start = time.perf_counter()
    page_of(html)

    assert time.perf_counter() - start < 5  # measured: 0.5 s at most


def test_entities_of_a_document_type_are_not_expanded() -> None:
    bomb = "".join(
        f'<!ENTITY {name} "{f"&{other};" * 10}">'
        for other, name in zip("abcdefgh", "bcdefghi", strict=True)
    )
    html = f'<!DOCTYPE html [<!ENTITY a "aaaaaaaaaa">{bomb}]><html><body><p>&i; words</p>'

    assert len(text_of(html)) < 100


def test_no_file_and_no_address_of_a_document_type_is_read() -> None:
    html = (
        '<!DOCTYPE html SYSTEM "file:///etc/passwd" [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
        "<html><body><p>before &x; after</p>"
    )

    assert "root:" not in text_of(html)


TAGS = ["div", "p", "li", "ul", "ol", "table", "tr", "td", "pre", "b", "q", "br", "h1", "a", "body"]
tags = st.sampled_from([*(f"<{tag}>" for tag in TAGS), *(f"</{tag}>" for tag in TAGS)])


@given(st.lists(st.integers(0, 99) | tags, max_size=40))
def test_every_word_is_there_once_and_in_order(parts: list[int | str]) -> None:
    html = "".join(f"w{part:02} " if isinstance(part, int) else part for part in parts)
    text = text_of(f"<html><body>{html}</body></html>")

    assert [
        word for word in text.replace("“", " ").replace("”", " ").split() if word[0] == "w"
    ] == [f"w{part:02}" for part in parts if isinstance(part, int)]


@given(
    st.text(alphabet="<>/!-=\"'&;# abpdivscriptq\n\r\t\u00a0🌉e\u0301ש", max_size=200) | st.text()
)
def test_any_text_is_some_page(html: str) -> None:
    text = page_of(html.encode("utf-8", "ignore").decode()).text

    assert text == text.strip("\n")
