"""Where pages end: no heading alone at the foot, no single line cut off from its paragraph.

Qt breaks pages between any two lines and knows no rule for it. So the text is laid out, the first
bad end of a page is mended with a break further up, and so on until there is none.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QTextBlock, QTextCursor, QTextFormat

if TYPE_CHECKING:
    from PySide6.QtGui import QTextDocument

KEEPS_WITH_NEXT = QTextFormat.Property.UserProperty.value + 1
"""Property of a paragraph that must not stand alone at the foot of a page."""
_MOST_LINES = 6
"""Lines of a paragraph that may move to the next page whole; a longer one leaves a gap."""
_ROUNDS = 400
_BREAK = QTextFormat.PageBreakFlag.PageBreak_AlwaysBefore


def settle_pages(document: QTextDocument) -> None:
    """Mend the ends of the pages of a document that has a page size."""
    block = document.begin()
    for _ in range(_ROUNDS):
        document.pageCount()  # lays out what is not yet: a line asked for too early ends Qt
        bad = _bad_end(block, document)
        if bad is None:
            return
        block = bad
        look = block.blockFormat()
        look.setPageBreakPolicy(_BREAK)
        QTextCursor(block).setBlockFormat(look)


def _bad_end(block: QTextBlock, document: QTextDocument) -> QTextBlock | None:
    """Return the first block from one on that should begin a page and does not."""
    while block.isValid():
        if _ends_badly(block, document):
            start = _first_of_group(block, document)
            if start is not None:
                return start
        block = block.next()
    return None


def _first_of_group(block: QTextBlock, document: QTextDocument) -> QTextBlock | None:
    """Return where the paragraphs that stay with a block begin; None if that begins a page."""
    while _keeps_with_next(block.previous()):
        block = block.previous()
    pages = _pages_of_lines(block, document)
    before = _pages_of_lines(block.previous(), document)
    begins_page = not before or before[-1] != pages[0]
    return None if begins_page or block.blockFormat().pageBreakPolicy() == _BREAK else block


def _ends_badly(block: QTextBlock, document: QTextDocument) -> bool:
    pages = _pages_of_lines(block, document)
    if not pages:
        return False
    following = _pages_of_lines(block.next(), document)
    if _keeps_with_next(block) and following and following[0] != pages[-1]:
        return True
    is_cut = pages[0] != pages[-1] and len(pages) <= _MOST_LINES
    return is_cut and (pages.count(pages[0]) == 1 or pages.count(pages[-1]) == 1)


def _keeps_with_next(block: QTextBlock) -> bool:
    if not block.isValid() or not block.next().isValid():
        return False
    opens_list = block.text().endswith(":") and block.next().textList() is not None
    return opens_list or block.blockFormat().hasProperty(KEEPS_WITH_NEXT)


def _pages_of_lines(block: QTextBlock, document: QTextDocument) -> list[int]:
    """Return the page that each line of a block stands on."""
    if not block.isValid():
        return []
    top = document.documentLayout().blockBoundingRect(block).top()
    lines = (block.layout().lineAt(number) for number in range(block.layout().lineCount()))
    height = document.pageSize().height()
    return [int((top + line.y() + line.height() / 2) // height) for line in lines]
