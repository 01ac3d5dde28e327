"""Family completeness: what reviewers left open, which somebody should look at before approval."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbench.core.change_review import open_suggestions
from workbench.rules.preflight.hit import Hit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from workbench.core.manuscript import Manuscript
    from workbench.core.rule_book import RuleBook


def review_open(manuscript: Manuscript, book: RuleBook) -> Iterator[Hit]:
    """Find suggestions that nobody has settled, and comments that nobody has resolved."""
    check = manuscript.check
    if check is None:
        return
    waiting = len(open_suggestions(check))
    threads = sum(one.is_open for one in check.comments)
    for key, count, one, many in (
        ("suggestions", waiting, "suggestion is", "suggestions are"),
        ("comments", threads, "comment is", "comments are"),
    ):
        if count:
            yield Hit(key=key, values={"what": f"{count} {one if count == 1 else many}"})
