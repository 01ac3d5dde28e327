"""What people did to a check without changing its words, as facts with a name and what was done."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, TypeVar

from workbench.core.record import SignOff
from workbench.core.review import Comment, RatingVote, Suggestion, SuggestionState
from workbench.core.revision import Did, Fact, FactKind

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from workbench.core.check import Check

_Item = TypeVar("_Item", Comment, Suggestion, RatingVote, SignOff)
_SETTLED = {
    SuggestionState.OPEN: Did.REOPENED,
    SuggestionState.TAKEN: Did.TAKEN,
    SuggestionState.REFUSED: Did.REFUSED,
}


def review_facts(old: Check, new: Check) -> Iterator[Fact]:
    """Return what happened to sign-offs, votes, comments and suggestions.

    That a remark followed the text it stands at is nothing that anybody did: it gives no fact.
    """
    yield from _told(FactKind.SIGN_OFFS, old.sign_offs, new.sign_offs, _signed)
    yield from _told(FactKind.VOTES, old.votes, new.votes, _voted)
    yield from _told(FactKind.COMMENTS, old.comments, new.comments, _commented)
    yield from _told(FactKind.SUGGESTIONS, old.suggestions, new.suggestions, _suggested)


def _told(
    kind: FactKind,
    had: tuple[_Item, ...],
    has: tuple[_Item, ...],
    done: Callable[[_Item | None, _Item], tuple[str, Did | None]],
) -> Iterator[Fact]:
    """Return one fact for each item that came, changed or went.

    done: tells of an item as it was (None: it was not there) and is, who did what to it.
    """
    if had is has:
        return
    before = {one.id: one for one in had}
    for one in has:
        who, did = done(before.pop(one.id, None), one)
        if did is not None:
            yield Fact(kind=kind, name=who, now=did)
    for one in before.values():
        yield Fact(kind=kind, name=done(None, one)[0], now=Did.REMOVED)


def _signed(was: SignOff | None, now: SignOff) -> tuple[str, Did | None]:
    return now.name, _came_or_changed(is_new=was is None, is_same=was == now)


def _voted(was: RatingVote | None, now: RatingVote) -> tuple[str, Did | None]:
    return now.who, _came_or_changed(is_new=was is None, is_same=was == now)


def _commented(was: Comment | None, now: Comment) -> tuple[str, Did | None]:
    if was is None:
        return now.who, Did.ANSWERED if now.thread else Did.WRITTEN
    if was.settled_at != now.settled_at:
        return (now.settled_by, Did.SETTLED) if now.settled_at else ("", Did.REOPENED)
    is_same = replace(was, subject=now.subject) == now
    return now.who, _came_or_changed(is_new=False, is_same=is_same)


def _suggested(was: Suggestion | None, now: Suggestion) -> tuple[str, Did | None]:
    if was is not None and was.state is not now.state:
        return now.settled_by, _SETTLED[now.state]
    is_same = was is not None and replace(was, subject=now.subject) == now
    return now.who, _came_or_changed(is_new=was is None, is_same=is_same)


def _came_or_changed(*, is_new: bool, is_same: bool) -> Did | None:
    if is_new:
        return Did.WRITTEN
    return None if is_same else Did.MENDED
