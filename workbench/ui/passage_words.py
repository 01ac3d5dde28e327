"""The passages at a place of the article in words: colour and margin are not for everybody."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from workbench.ui.status_word import status_words

if TYPE_CHECKING:
    from workbench.ui.article_view import ArticleView


def passage_words(view: ArticleView, start: int, end: int) -> str:
    """Return which claims the text from start to end is marked for; empty for none.

    Args:
        view: the article on show.
        start: in code points of the captured text.
        end: likewise; equal to start for the place of a cursor.

    """
    first = view.offsets.to_qt(start)
    last = max(view.offsets.to_qt(end), first + 1)
    owners = {
        number: status
        for mark in view.highlights.between(first, last)
        for number, status, _ in mark.claims
    }
    if not owners:
        return ""
    told = ", ".join(f"{number} ({status_words(owners[number])})" for number in sorted(owners))
    if len(owners) == 1:
        words = QCoreApplication.translate("PassageWords", "Marked for claim {claims}")
    else:
        words = QCoreApplication.translate("PassageWords", "Marked for claims {claims}")
    return words.format(claims=told)
