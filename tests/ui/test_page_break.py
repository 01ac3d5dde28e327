"""Pages end where a printer of books would end them."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QSizeF
from PySide6.QtGui import QTextBlockFormat, QTextCursor, QTextDocument

from workbench.ui.page_break import KEEPS_WITH_NEXT, settle_pages


def made(paragraphs, page_height=200.0):
    """Return a document of paragraphs; one that begins with # keeps with the next."""
    document = QTextDocument()
    document.setDocumentMargin(0)
    cursor = QTextCursor(document)
    for number, words in enumerate(paragraphs):
        look = QTextBlockFormat()
        if words.startswith("#"):
            look.setProperty(KEEPS_WITH_NEXT, True)
        if number:
            cursor.insertBlock(look)
        else:
            cursor.setBlockFormat(look)
        cursor.insertText(words)
    document.setPageSize(QSizeF(300, page_height))
    settle_pages(document)
    return document


def pages(document):
    """Return the pages that the lines of each paragraph stand on."""
    height, found = document.pageSize().height(), []
    block = document.begin()
    while block.isValid():
        top = document.documentLayout().blockBoundingRect(block).top()
        lines = [block.layout().lineAt(n) for n in range(block.layout().lineCount())]
        found.append([int((top + line.y() + line.height() / 2) // height) for line in lines])
        block = block.next()
    return found


@pytest.mark.parametrize("before", range(1, 25))
def test_heading_is_on_the_page_of_the_line_below_it(qapp, before):
    found = pages(made([*["Line."] * before, "# One", "# Two", "Text.", "Text."]))
    assert found[before][-1] == found[before + 1][0]
    assert found[before + 1][-1] == found[before + 2][0]


@pytest.mark.parametrize("before", range(1, 25))
def test_no_line_of_a_short_paragraph_is_left_alone(qapp, before):
    found = pages(made([*["Line."] * before, "# Heading", "The bridge is shut again. " * 5]))
    lines = found[-1]
    assert 3 <= len(lines) <= 6
    if lines[0] != lines[-1]:
        assert lines.count(lines[0]) > 1
        assert lines.count(lines[-1]) > 1
    assert found[-2][-1] == lines[0]


def test_what_is_higher_than_a_page_ends_in_finite_time(qapp):
    document = made(["# A", "The bridge is shut again. " * 300, "# B", "x"], page_height=60.0)
    assert document.pageCount() > 10


def test_nothing_but_headings_is_left_as_it_is(qapp):
    assert made(["# Heading"] * 100).pageCount() < 20
