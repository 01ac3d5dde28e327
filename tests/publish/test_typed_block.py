"""Typed lines become the blocks that the person meant."""

from __future__ import annotations

import pytest

from workbench.publish.typed_block import Kind, blocks_of, lines_of


def kinds(text):
    """Return the kinds of the blocks in a text."""
    return [block.kind for block in blocks_of(lines_of(text)[0])]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("words\nmore words", [Kind.PARAGRAPH]),
        ("words\n\nmore", [Kind.PARAGRAPH, Kind.PARAGRAPH]),
        ("words:\n- item\nlazy end\n- item", [Kind.PARAGRAPH, Kind.BULLET, Kind.BULLET]),
        ("Title\n=====", [Kind.HEADING]),
        ("Title\n\n---", [Kind.PARAGRAPH, Kind.RULE]),
        ("#hashtag", [Kind.PARAGRAPH]),
        ("# heading", [Kind.HEADING]),
        ("2024. The year", [Kind.PARAGRAPH]),
        ("1. first\n2. second", [Kind.NUMBER, Kind.NUMBER]),
        ("> one\n\n> two", [Kind.QUOTE]),
        ("```\nx\n\ny\n```\nz", [Kind.CODE, Kind.CODE, Kind.CODE, Kind.PARAGRAPH]),
        ("```\nnever closed", [Kind.CODE]),
        ("| a |\n| b |", [Kind.TABLE]),
        ("        far right", [Kind.PARAGRAPH]),
    ],
)
def test_lines_make_blocks(text, expected):
    assert kinds(text) == expected


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\u2028", "\u2029", "\x85", "\v", "\f"])
def test_every_kind_of_line_end_ends_a_line(end):
    assert lines_of(f"one{end}two")[0] == ["one", "two"]


def test_items_know_how_deep_they_stand():
    blocks = blocks_of(["- a", "  - b", "    - c", "        - d", "- e"])
    assert [block.depth for block in blocks] == [0, 1, 1, 2, 0]


def test_only_links_to_the_web_are_taken_as_definitions():
    lines, definitions = lines_of(
        "[L]: https://a.example/x\n[l]: https://b.example\n[J]: javascript:x\n[^1]: https://c.example"
    )
    assert definitions == {"l": "https://a.example/x"}
    assert lines == ["", "", "[J]: javascript:x", "[^1]: https://c.example"]
