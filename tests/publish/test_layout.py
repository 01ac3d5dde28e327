"""Lines are wrapped at 80 columns, and no word becomes a mark by standing first."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.publish.layout import WIDTH, blocks, bullet, heading, numbered, quoted, wrapped

LONG = "word " * 40


def columns(line):
    """Return the length of a line as JavaScript counts it."""
    return len(line.encode("utf-16-le")) // 2


@pytest.mark.parametrize("first", ["", "- ", "12. ", "> "])
def test_lines_stay_within_80_columns(first):
    text = wrapped(LONG.strip(), first=first, rest=" " * len(first))
    assert max(map(columns, text.split("\n"))) <= WIDTH
    assert " ".join(text.removeprefix(first).split()) == LONG.strip()


def test_emoji_count_as_two_columns():
    lines = wrapped(" ".join(["🌉🌉🌉"] * 30)).split("\n")
    assert max(map(columns, lines)) <= WIDTH


def test_an_address_longer_than_a_line_stands_on_a_line_of_its_own():
    url = f"<https://a.example/{'x' * 100}>"
    assert wrapped(f"See {url} and more").split("\n") == ["See", url, "and more"]


@pytest.mark.parametrize(
    "mark",
    ["-", "+", "*", "#", "##tag", ">", "1.", "2024)", "===", "---", "~~~", "|", ":", "***", "[x]:"],
)
def test_a_mark_never_starts_a_line(both, mark):
    words = f"{'w' * 78} {mark} end"
    assert wrapped(words).split("\n") == [f"{'w' * 78} {mark}", "end"]
    for page in both(wrapped(f"{'w ' * 38}{mark} end")):
        assert page.tags == ["p"]


def test_items_hang_under_their_mark():
    assert bullet(LONG.strip()).split("\n")[1].startswith("  word")
    assert numbered(12, LONG.strip()).split("\n")[1].startswith("    word")


def test_a_quotation_keeps_its_lines_apart(both):
    markdown = quoted(["One line.", "Another line."])
    assert markdown == "> One line.\n>\n> Another line."
    for page in both(markdown):
        assert page.tags == ["blockquote", "p", "p"]


@pytest.mark.parametrize(
    ("title", "words"),
    [("C#", "C#"), ("C #", "C #"), ("##", "##"), (r"\#", "#"), (r"A \\#", "A \\#"), ("A", "A")],
)
def test_signs_at_the_end_of_a_heading_are_words(both, title, words):
    for page in both(heading(2, title)):
        assert page.tags == ["h2"]
        assert page.text == words


def test_empty_blocks_leave_no_gap():
    assert blocks("a", "", "b", "") == "a\n\nb"
    assert blocks("", "") == ""


@given(st.lists(st.text(alphabet="ab-+*#>1.|=~: ", min_size=1, max_size=9), max_size=40))
def test_wrapping_moves_no_word(words):
    text = " ".join("".join(words).split())
    assert wrapped(text).replace("\n", " ") == text
