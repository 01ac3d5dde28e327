"""What people did to a check without changing its words, as facts with a name and what was done."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from workbench.core.review import SuggestionState
from workbench.core.revision import Did, Fact, FactKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from workbench.core.check import Check
    from workbench.core.review import Comment, Suggestion


def review_facts(old: Check, new: Check) -> Iterator[Fact]:
    """Return what happened to comments, suggestions, votes and sign-offs.

    That a remark followed the text it stands at is nothing that anybody did: it gives no fact.
    """
    if old.comments is not new.comments:
        yield from _of_comments(old, new)
    if old.suggestions is not new.suggestions:
        yield from _of_suggestions(old, new)
    for kind, had, has in (
        (
            FactKind.VOTES,
            [(one, one.who) for one in old.votes],
            [(one, one.who) for one in new.votes],
        ),
        (
            FactKind.SIGN_OFFS,
            [(one, one.name) for one in old.sign_offs],
            [(one, one.name) for one in new.sign_offs],
        ),
    ):
        before, after = {one.id: one for one, _ in had}, {one.id: one for one, _ in has}
        for one, who in has:
            if one.id not in before:
                yield Fact(kind=kind, name=who, now=Did.WRITTEN)
            elif before[one.id] != one:
                yield Fact(kind=kind, name=who, now=Did.MENDED)
        yield from (
            Fact(kind=kind, name=who, now=Did.REMOVED) for one, who in had if one.id not in after
        )


def _of_comments(old: Check, new: Check) -> Iterator[Fact]:
    before = {one.id: one for one in old.comments}
    for one in new.comments:
        who, did = _done_to(before.pop(one.id, None), one)
        if did is not None:
            yield Fact(kind=FactKind.COMMENTS, name=who, now=did)
    for one in before.values():
        yield Fact(kind=FactKind.COMMENTS, name=one.who, now=Did.REMOVED)


def _done_to(was: Comment | None, now: Comment) -> tuple[str, Did | None]:
    """Return who did what to a comment; nothing if it only followed its text."""
    if was is None:
        return now.who, Did.ANSWERED if now.thread else Did.WRITTEN
    if was.settled_at != now.settled_at:
        return (now.settled_by, Did.SETTLED) if now.settled_at else ("", Did.REOPENED)
    return now.who, Did.MENDED if replace(was, subject=now.subject) != now else None


def _of_suggestions(old: Check, new: Check) -> Iterator[Fact]:
    before = {one.id: one for one in old.suggestions}
    for one in new.suggestions:
        who, did = _done_with(before.pop(one.id, None), one)
        if did is not None:
            yield Fact(kind=FactKind.SUGGESTIONS, name=who, now=did)
    for one in before.values():
        yield Fact(kind=FactKind.SUGGESTIONS, name=one.who, now=Did.REMOVED)


_SETTLED = {
    SuggestionState.OPEN: Did.REOPENED,
    SuggestionState.TAKEN: Did.TAKEN,
    SuggestionState.REFUSED: Did.REFUSED,
}


def _done_with(was: Suggestion | None, now: Suggestion) -> tuple[str, Did | None]:
    if was is None:
        return now.who, Did.WRITTEN
    if was.state is not now.state:
        return now.settled_by, _SETTLED[now.state]
    return now.who, Did.MENDED if replace(was, subject=now.subject) != now else None
