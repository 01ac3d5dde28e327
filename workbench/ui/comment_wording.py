"""Comments in the words of the window: who said it when, and what became of its words."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from workbench.ui.language import told
from workbench.ui.moment import moment

if TYPE_CHECKING:
    from workbench.core.check import Check
    from workbench.core.review import Comment
    from workbench.house.house import House
    from workbench.rules.commented_place import PlacedThread


_LONG = re.compile(r"\S{31,}")
_STEP = re.compile(r"\S[\u0300-\u036f\u200d\ufe0f]*")


def breakable(text: str) -> str:
    """Return a text in which a word that no line holds can be broken."""
    return _LONG.sub(lambda found: "\u200b".join(_STEP.findall(found[0])), text)


def remark_head(comment: Comment) -> str:
    """Return who said it and when: "Tom Adeyemi, 10 July 2026, 09:30"."""
    head = f"{comment.who}, {moment(comment.at.astimezone())}"
    if comment.source_file:
        head += _tr(", from {file}").format(file=comment.source_file)
    return head


def place_words(check: Check, house: House, placed: PlacedThread) -> str:
    """Return where a thread stands: "Claim 3, careful wording"."""
    from workbench.publish.review_words import subject_words

    return told(subject_words(check, house, placed.thread.opening.subject))


def about_words(placed: PlacedThread) -> str:
    """Return the words that a thread was made about, on one line; empty for a whole item."""
    from workbench.publish.comment_words import about_words as cut

    return cut(placed.here.words)


def state_words(placed: PlacedThread) -> str:
    """Return what became of the words of a thread, and who resolved it; empty for neither."""
    from workbench.publish.comment_words import remark_words

    opening = placed.thread.opening
    words = [told(remark_words(opening, placed.here))]
    if opening.settled_at is not None:
        resolved = _tr("Resolved by {name}, {when}.")
        when = moment(opening.settled_at.astimezone())
        words.append(resolved.format(name=opening.settled_by, when=when))
    return " ".join(filter(None, words))


def open_words(count: int) -> str:
    """Return how many comments are open: "3 open comments"."""
    if count == 1:
        return _tr("1 open comment")
    return _tr("{n} open comments").format(n=count)


def _tr(text: str) -> str:
    return QCoreApplication.translate("comment_wording", text)
