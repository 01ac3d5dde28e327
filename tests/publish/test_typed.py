"""What was typed goes out regular, and both kinds of readers see the same page."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from workbench.publish.typed import typed_markdown, typed_points

LINES = """
# head | ## C# | #tag word | Title¶=== | Title¶--- | * item | - item | + item | • item |   - sub
    * deep | 1. one | 2. two | 2024. was | 1) one | > quote | > - quoted item | >> twice | > | ```
~~~ | code <b> | --- | *** | === | [x]: http://a.example | [y]: javascript:x | see [x] and [t][x]
**bold** text | _em_ | `open | ***both*** x | a*b*c | __init__ | * | _ | [ | ]( | `` a`b ``
[t](http://a.example "t") | [t](javascript:alert(1)) | ![p](http://a.example/p.png) | <!-- c -->
<script>alert(1)</script> | <b onclick=x> | &lt;script&gt; | &copy; | `code <b>` | end\\
https://a.example/x_y | www.a.example | me@a.example | <http://a.example> |     indented
plain words | שלום *עולם* | two  | word word word word word word word word word word word word - + #
\\* lit \\` | 🌉 e\u0301 | 12345678901. long | ١. word | &#2) x | &#35 y | *a*&nbsp;_c_ | &#32;- x
"""
LINES = [line.replace("¶", "\n") for row in LINES.split("\n") for line in row.split(" | ")]
LINES += ["", "", "| a | b |", "|---|---|"]
LINE = st.one_of(
    st.sampled_from(LINES),
    st.lists(st.one_of(st.sampled_from(LINES), st.text(max_size=4)), max_size=6).map("".join),
)


@given(st.lists(LINE, max_size=12).map("\n".join))
@settings(max_examples=120, deadline=None)
def test_both_kinds_of_readers_see_the_same_page(both, typed):
    one, other = both(typed_markdown(typed))
    assert one.text == other.text
    paragraphs_aside = [sorted(tag for tag in page.tags if tag != "p") for page in (one, other)]
    assert paragraphs_aside[0] == paragraphs_aside[1]
    assert not {"script", "b", "img"} & set(one.tags)
    assert one.attributes <= {"href", "start"}
    assert all(link.startswith(("http://", "https://", "mailto:")) for link in one.links)


CITED = {
    "^3f9a21c4": r"[\[2\]](<https://ledger.example/call>)",
    "^00000001": r"\[1\]",
}
MARKS = [
    "[^3f9a21c4]",
    " [^3f9a21c4]",
    "[^00000001]",
    "[^00000002]",
    "[^analysis]",
    "said.[^3f9a21c4]",
]


@given(st.lists(st.lists(st.one_of(LINE, st.sampled_from(MARKS)), max_size=3).map("".join)))
@settings(max_examples=120, deadline=None)
def test_both_kinds_of_readers_see_the_same_citations(both, typed):
    one, other = both(typed_markdown("\n".join(typed), citations=CITED))
    assert one.text == other.text
    assert one.links == other.links


@pytest.mark.parametrize(
    ("typed", "markdown"),
    [
        (
            "He said so.[^3f9a21c4] Next.",
            r"He said so.[\[2\]](<https://ledger.example/call>) Next.",
        ),
        ("He said so [^00000001].", r"He said so\[1\]."),
        ("It is telling.[^analysis] Next.", "It is telling. Next."),
        ("Its evidence is gone [^00000002].", "Its evidence is gone."),
        ("Twice.[^00000001][^00000001]", r"Twice.\[1\]"),
        ("[a link[^00000001]](https://a.example)", "[a link](<https://a.example>)"),
        ("A footnote[^1] of a person.", r"A footnote\[^1\] of a person."),
    ],
)
def test_a_citation_mark_becomes_the_number_of_its_source(typed, markdown):
    assert typed_markdown(typed, citations=CITED) == markdown


@given(st.lists(LINE.filter(lambda line: not set("`~\\") & set(line)), max_size=10))
@settings(max_examples=60, deadline=None)
def test_what_is_regular_stays_as_it_is(lines):
    markdown = typed_markdown("\n".join(line for line in lines if "]:" not in line))
    assert typed_markdown(markdown) == markdown


@pytest.mark.parametrize(
    ("typed", "markdown"),
    [
        ("one\r\n\r\n\r\n\r\ntwo\r", "one\n\ntwo"),
        ("trailing   \nspaces\t", "trailing spaces"),
        (
            "They spoke about:\n* the bridge\n• the budget",
            "They spoke about:\n\n- the bridge\n- the budget",
        ),
        ("- one\n\n- two", "- one\n- two"),
        ("- one\n  - sub\n- two", "- one\n    - sub\n- two"),
        ("1. one\n2. two\n5. five", "1. one\n2. two\n3. five"),
        ("1) one\n2) two", "1. one\n2. two"),
        ("2024. That was it", "2024\\. That was it"),
        ("- one\n1. two", "- one\n\n<!-- -->\n\n1. two"),
        ("> “So,”\n> he said\nslowly\n\n> again", "> “So,” he said slowly\n>\n> again"),
        ("    typed with an indent", "typed with an indent"),
        ("```\nx = 1\n\n  y\n```\nz", "`x = 1`\n\n`y`\n\nz"),
        ("```\n<b>\n```", "&lt;b>"),
        ("***", "---"),
        ("a line\n#hashtag", "a line #hashtag"),
        ("#hashtag", "\\#hashtag"),
        ("[L]: https://a.example/x\n\nthe [L]", "the [L](<https://a.example/x>)"),
        ("", ""),
        (" \n\t\n", ""),
    ],
)
def test_what_was_typed_is_made_regular(typed, markdown):
    assert typed_markdown(typed) == markdown


@pytest.mark.parametrize(
    ("typed", "headings"),
    [
        ("# a\n\n## b\n\n# c", ["### a", "#### b", "### c"]),
        ("### a\n\n###### b\n\n## c", ["### a", "#### b", "### c"]),
        ("Title\n===\ntext", ["### Title"]),
        ("# a #", ["### a"]),
    ],
)
def test_headings_stand_below_that_of_the_part_and_skip_no_level(typed, headings):
    lines = typed_markdown(typed).split("\n")
    assert [line for line in lines if line.startswith("#")] == headings


def test_a_word_is_never_lost_to_a_list_number(both):
    for page in both(
        typed_markdown("2024. The year\n\n7. A seventh\n\n- A first\n\n    1. A second")
    ):
        for words in ("2024. The year", "7. A seventh", "A first", "A second"):
            assert words in page.text


@pytest.mark.parametrize(
    ("typed", "tags"),
    [
        ("- one\n- two\n\n1. three\n2. four", ["ul", "li", "li", "ol", "li", "li"]),
        ("- one\n1. two\n- three", ["ul", "li", "ol", "li", "ul", "li"]),
        ("1. one\n\n- two", ["ol", "li", "ul", "li"]),
    ],
)
def test_a_numbered_list_behind_a_plain_one_is_a_list_of_its_own(both, typed, tags):
    written = typed_markdown(typed)
    for page in both(written):
        assert [tag for tag in page.tags if tag != "p"] == tags
        assert "<!--" not in page.text
    assert typed_markdown(written) == written


def test_points_come_from_lines_or_items():
    typed = "The Ledger reports a call.\r\n\r\n• It may *matter*.\n- Third\n  goes on\n"
    assert typed_points(typed) == (
        "The Ledger reports a call.",
        "It may *matter*.",
        "Third goes on",
    )


def test_points_of_nothing_are_none():
    assert typed_points(" \n\n") == ()


@pytest.mark.parametrize("mark", ["> ", ">", "- ", "  - ", "    "])
def test_what_is_nested_without_end_goes_out_a_few_levels_deep(both, mark):
    typed = (
        mark * 20_000 + "word"
        if mark != "  - "
        else "\n".join(" " * (4 * depth) + "- item" for depth in range(400))
    )
    one, other = both(typed_markdown(typed))
    assert one.text == other.text
    assert max(one.tags.count("blockquote"), one.tags.count("ul")) <= 5
