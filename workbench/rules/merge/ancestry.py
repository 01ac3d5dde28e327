"""What two histories of one check have in common."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping

    from workbench.core.revision import Revision

Parents = dict[str, frozenset[str]]


def parents_of(histories: Iterable[Iterable[Revision]]) -> Parents:
    """Return the parents of every state in any of the histories.

    A history that was thinned out has other parents for a state than one that was not; all of them
    came before it.
    """
    found: dict[str, set[str]] = {}
    for history in histories:
        for revision in history:
            found.setdefault(revision.id, set()).update(revision.parents)
    return {name: frozenset(parents) for name, parents in found.items()}


def ancestors(parents: Parents, *names: str) -> frozenset[str]:
    """Return states and all that came before them."""
    found: set[str] = set()
    waiting = list(names)
    while waiting:
        one = waiting.pop()
        if one not in found:
            found.add(one)
            waiting += parents.get(one, ())
    return frozenset(found)


def nearest_common(
    parents: Parents, one: str, other: str, known: Collection[str]
) -> tuple[str, ...]:
    """Return the newest states that both heads come from, sorted; several after crossed merges.

    Only states that are `known` count: both sides have to have them.
    """
    common = ancestors(parents, one) & ancestors(parents, other) & frozenset(known)
    before = {name for newer in common for name in parents.get(newer, ())}
    return tuple(sorted(common - ancestors(parents, *before)))


def in_order(revisions: Mapping[str, Revision]) -> tuple[Revision, ...]:
    """Return states so that each comes behind its parents; those of a circle are left out."""
    done: dict[str, Revision] = {}
    waiting = sorted(revisions.values(), key=lambda one: (one.number, one.at, one.id))
    while waiting:
        late = []
        for one in waiting:
            if all(ref in done or ref not in revisions for ref in one.parents):
                done[one.id] = one
            else:
                late.append(one)
        if len(late) == len(waiting):
            break
        waiting = late
    return tuple(done.values())
