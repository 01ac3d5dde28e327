"""The order of a list whose items came from two sides."""

from __future__ import annotations

from heapq import merge
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Sequence

Keys = tuple[str, ...]


def moved_on_both(before: tuple[Keys, Keys], now: tuple[Keys, Keys], kept: Collection[str]) -> bool:
    """Whether both sides put what they share into an order of their own, and not into the same."""
    shared = set(kept).intersection(*before, *now)
    was, is_now = [_only(keys, shared) for keys in before], [_only(keys, shared) for keys in now]
    return is_now[0] not in (was[0], is_now[1]) and is_now[1] != was[1]


def joined_order(
    before: tuple[Keys, Keys],
    now: tuple[Keys, Keys],
    kept: Collection[str],
    first_wins: Callable[[], bool],
    rank: Callable[[str], object],
) -> Keys:
    """Return the keys that are kept, in an order that is the same if the sides are swapped.

    Args:
        before: the keys of both sides in the common state.
        now: the keys of both sides.
        kept: what stands in the joined list.
        first_wins: asked only if both sides moved what they share.
        rank: orders what both put in at the same place.

    """
    in_both = set(kept).intersection(*now)
    shared = in_both.intersection(*before)
    orders = [_only(keys, in_both) for keys in now]
    if orders[0] == orders[1]:
        frame = orders[0]
    elif not shared and in_both:
        frame = orders[0] if first_wins() else orders[1]
    else:
        was, is_now = (
            [_only(keys, shared) for keys in before],
            [_only(keys, shared) for keys in now],
        )
        if is_now[0] == is_now[1]:
            frame = min(orders, key=lambda keys: ([str(rank(key)) for key in keys], keys))
        elif is_now[0] == was[0]:
            frame = orders[1]
        elif is_now[1] == was[1]:
            frame = orders[0]
        else:
            frame = orders[0] if first_wins() else orders[1]
    return _filled(frame, now, kept, rank)


def _filled(
    frame: Keys, now: tuple[Keys, Keys], kept: Collection[str], rank: Callable[[str], object]
) -> Keys:
    """Return the frame with what only one side has, each behind what stood before it there."""
    places: dict[str, tuple[list[str], list[str]]] = {key: ([], []) for key in ("", *frame)}
    in_frame, alive = set(frame), set(kept)
    for side, keys in enumerate(now):
        anchor = ""
        for key in keys:
            if key in in_frame:
                anchor = key
            elif key in alive:
                places[anchor][side].append(key)
    order: list[str] = []
    for key in ("", *frame):
        if key:
            order.append(key)
        first, second = places[key]
        order += merge(first, second, key=_by(rank))
    lost = alive.difference(order)
    return (*order, *sorted(lost, key=_by(rank)))


def _by(rank: Callable[[str], object]) -> Callable[[str], tuple[str, str]]:
    return lambda key: (str(rank(key)), key)


def _only(keys: Sequence[str], wanted: Collection[str]) -> Keys:
    return tuple(key for key in keys if key in wanted)
