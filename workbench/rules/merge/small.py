"""Joining sets, and lists of small values that have no id: hops, spans, earlier checks."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Any

from workbench.core.check_path import joined as path_of
from workbench.core.source import Span
from workbench.rules.merge.order import joined_order
from workbench.rules.merge.shape import plain_text

if TYPE_CHECKING:
    from collections.abc import Callable

    from workbench.rules.merge.joint import Joint


def joined_set(now: tuple[Any, Any], was: tuple[Any, Any]) -> Any:  # noqa: ANN401 - a set or tuple
    """Return what either side put in, without what either took out; a tuple keeps its order."""
    bases = [set(one) if one is not None else set() for one in was]
    out = {item for side in (0, 1) for item in bases[side] if item not in now[side]}
    kept = {item for item in (*now[0], *now[1]) if item not in out}
    if isinstance(now[0], frozenset):
        return frozenset(kept)
    before = [tuple(one) if one is not None else () for one in was]
    order = joined_order(
        (before[0], before[1]), now, kept, lambda: now[0] > now[1], lambda item: item
    )
    if all(tuple(sorted(one)) == one for one in now):
        return tuple(sorted(order))
    return order


def joined_small(
    joint: Joint,
    steps: tuple[str, ...],
    now: tuple[Any, Any],
    was: tuple[Any, Any],
    name: Callable[[Any], str],
) -> Any:  # noqa: ANN401 - a tuple of small values
    """Return a list of small values of both sides in one.

    What both changed stands as the side has it that was written later, and the list as the other
    one would have it is a conflict.
    """
    path = path_of(*steps)
    maps = [{name(item): item for item in one} for one in now]
    bases = [{name(item): item for item in one or ()} for one in was]
    if any(len(one) != len(items) for one, items in zip(maps, now, strict=True)):
        return _one_side(joint, path, now)
    picks = _picked(maps, bases)
    keys = (tuple(maps[0]), tuple(maps[1])), (tuple(bases[0]), tuple(bases[1]))
    texts = plain_text(now[0]), plain_text(now[1])
    lists = []
    for chosen in picks:
        order = joined_order(
            keys[1], keys[0], set(chosen), lambda: texts[0] > texts[1], lambda key: key
        )
        lists.append(tuple(chosen[key] for key in order))
    if any(_overlap(one) for one in lists):
        return _one_side(joint, path, now)
    if lists[0] == lists[1]:
        return lists[0]
    return _one_side(joint, path, (lists[0], lists[1]))


def _picked(
    maps: list[dict[str, Any]], bases: list[dict[str, Any]]
) -> tuple[dict[str, Any], dict[str, Any]]:
    """Return the values by name, as the first and as the second side would have them."""
    picks: tuple[dict[str, Any], dict[str, Any]] = ({}, {})
    for key in {**maps[0], **maps[1]}:
        values = [one.get(key) for one in maps]
        same = [maps[side].get(key) == bases[side].get(key) for side in (0, 1)]
        for side in (0, 1):
            value = values[1 - side] if same[side] else values[side]
            if value is None and not same[1 - side]:
                value = values[1 - side]  # changed there, removed here: it stays
            if value is not None:
                picks[side][key] = value
    return picks


def _one_side(joint: Joint, path: str, values: tuple[Any, Any]) -> Any:  # noqa: ANN401
    texts = plain_text(values[0]), plain_text(values[1])
    side = joint.winner(path, (), *texts)
    joint.disagree(path, (), side, texts)
    return values[side]


def _overlap(items: tuple[Any, ...]) -> bool:
    """Whether two spans of one text cover the same stretch as different things."""
    if not items or not isinstance(items[0], Span):
        return False
    spans = sorted(items, key=lambda span: span.start)
    return any(
        one.end > other.start and one.type is not other.type for one, other in pairwise(spans)
    )
