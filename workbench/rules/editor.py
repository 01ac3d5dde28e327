"""Who changed the words of a check, by its history: some houses let none of them approve it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbench.core.record import CheckState
from workbench.core.review_rule import EditorsBarred
from workbench.core.revision import NO_EDIT
from workbench.rules.name import name_key

if TYPE_CHECKING:
    from collections.abc import Iterable

    from workbench.core.check import Check
    from workbench.core.review_rule import ReviewRules
    from workbench.core.revision import Revision


def editors_barred(
    check: Check, revisions: Iterable[Revision], rules: ReviewRules
) -> tuple[str, ...]:
    """Return who may not approve a check for having changed it; each name once, sorted.

    revisions: its saved states, in any order. A state without a name is the author's.
    """
    if rules.bars_editors is EditorsBarred.NOBODY:
        return ()
    since = None
    if rules.bars_editors is EditorsBarred.SINCE_REVIEW:
        handed_in = [step.at for step in check.state_changes if step.state is CheckState.IN_REVIEW]
        since = max(handed_in, default=None)
    names: dict[str, str] = {}
    for revision in revisions:
        if since is not None and revision.at <= since:
            continue
        if any(fact.kind not in NO_EDIT for fact in revision.facts):
            who = revision.who or check.author
            names.setdefault(name_key(who), who)
    names.pop("", None)
    return tuple(sorted(names.values()))
