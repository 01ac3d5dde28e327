"""Blocks keep the words, their marks and their lists."""

from __future__ import annotations

from workbench.publish.block import BlockKind, Run, blocks_of_html, parts_as_blocks
from workbench.publish.page import safe_html
from workbench.publish.typed import typed_markdown


def blocks(typed):
    return blocks_of_html(safe_html(typed_markdown(typed)))


def test_marks_and_links_are_runs():
    (block,) = blocks("So *far*, **no `code`** at [The Ledger](https://a.example/x).")
    assert block.runs == (
        Run("So "),
        Run("far", emphasis=True),
        Run(", "),
        Run("no ", strong=True),
        Run("code", strong=True, code=True),
        Run(" at "),
        Run("The Ledger", link="https://a.example/x"),
        Run("."),
    )


def test_lists_keep_their_numbers_and_depths():
    found = blocks("1. one\n2. two\n    - below\n3. three\n\nwords\n\n1. again")
    assert [(b.kind, b.number, b.depth, b.text) for b in found] == [
        (BlockKind.NUMBER, 1, 0, "one"),
        (BlockKind.NUMBER, 2, 0, "two"),
        (BlockKind.BULLET, 0, 1, "below"),
        (BlockKind.NUMBER, 3, 0, "three"),
        (BlockKind.PARAGRAPH, 0, 0, "words"),
        (BlockKind.NUMBER, 1, 0, "again"),
    ]
    assert found[0].list_id == found[1].list_id == found[3].list_id
    assert len({b.list_id for b in found}) == 4


def test_quotations_headings_and_rules():
    found = blocks("# Head\n\n> said\n>\n> > twice\n\n---")
    assert [(b.kind, b.quotes, b.level, b.text) for b in found] == [
        (BlockKind.HEADING, 0, 3, "Head"),
        (BlockKind.PARAGRAPH, 1, 0, "said"),
        (BlockKind.PARAGRAPH, 2, 0, "twice"),
        (BlockKind.RULE, 0, 0, ""),
    ]


def test_lines_of_the_markdown_are_not_lines_of_the_text():
    (block,) = blocks("- " + "word " * 40)
    assert block.text == " ".join(["word"] * 40)


def test_a_part_says_what_the_page_says(harbor, house, seen):
    from workbench.publish.markdown import markdown_for
    from workbench.publish.page import html_for

    page = seen(html_for(markdown_for(harbor, house))).text
    for part in parts_as_blocks(harbor, house):
        for block in part.blocks:
            assert block.text in page
