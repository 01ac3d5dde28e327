"""Joining two versions of a list, item by item."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from workbench.core.check_path import joined as path_of
from workbench.rules.merge.order import joined_order, moved_on_both
from workbench.rules.merge.record import NOTHING, Pair, joined_record
from workbench.rules.merge.shape import name_in, plain_text

if TYPE_CHECKING:
    from workbench.rules.merge.joint import Joint

_BY_TIME = frozenset(
    {"sign_offs", "state_changes", "corrections", "votes", "comments", "suggestions"}
)
_SORTED = frozenset({"posts", "conflicts"})
_GROWING = frozenset({"conflicts"})
"""Lists that nothing is ever taken out of; a virtual common state may have more than a side has."""
_WITHOUT_WORDS = frozenset({"versions"})
"""Fields that are too long to be kept in a conflict about an item that was removed."""


def joined_items(joint: Joint, steps: tuple[str, ...], part: Pair) -> tuple[Any, ...]:
    """Return a list of both sides in one.

    An item that one side removed and the other left as it was is removed; one that the other side
    changed stays, and the removal is a conflict.
    """
    family = steps[-1]
    maps = [{name_in(family, item): item for item in one} for one in part.now]
    bases = [{name_in(family, item): item for item in one or ()} for one in part.was]
    kept: dict[str, Any] = {}
    for key in {**maps[0], **maps[1]}:
        now = (maps[0].get(key, NOTHING), maps[1].get(key, NOTHING))
        was = (bases[0].get(key, NOTHING), bases[1].get(key, NOTHING))
        item = _joined_item(joint, (*steps, key), Pair(now, was))
        if item is not NOTHING:
            kept[key] = item
    before = tuple(bases[0]), tuple(bases[1])
    keys = tuple(maps[0]), tuple(maps[1])
    order = _ordered(joint, steps, (before, keys), kept)
    return tuple(kept[key] for key in order)


def _ordered(
    joint: Joint,
    steps: tuple[str, ...],
    keys: tuple[tuple[tuple[str, ...], tuple[str, ...]], tuple[tuple[str, ...], tuple[str, ...]]],
    kept: dict[str, Any],
) -> tuple[str, ...]:
    family, path = steps[-1], path_of(*steps)
    if family in _SORTED:
        return tuple(sorted(kept))
    texts = plain_text(keys[1][0]), plain_text(keys[1][1])

    def rank(key: str) -> str:
        return plain_text(kept[key].at) if family in _BY_TIME else ""

    order = joined_order(*keys, kept, lambda: joint.winner(path, (), *texts) == 0, rank)
    if moved_on_both(*keys, kept):
        joint.disagree(path, (), joint.winner(path, (), *texts), texts)
    return order


def _joined_item(joint: Joint, steps: tuple[str, ...], pair: Pair) -> Any:  # noqa: ANN401
    """Return an item of both sides in one, or NOTHING if it is removed."""
    if NOTHING not in pair.now:
        return joined_record(joint, steps, pair)
    side = 0 if pair.now[1] is NOTHING else 1
    item, other_was = pair.now[side], pair.was[1 - side]
    if other_was is NOTHING or steps[-2] in _GROWING:
        return item  # the other side never had it
    if pair.was[side] in (item, NOTHING) and item in (other_was, pair.was[side]):
        return NOTHING
    path = path_of(*steps)
    joint.kept.add(path)
    note_removal(joint, steps, side, item)
    return item


def note_removal(joint: Joint, steps: tuple[str, ...], side: int, item: Any) -> None:  # noqa: ANN401
    """Note that one side has an item, and that the other one removed it."""
    text = short_form(item)
    joint.disagree(path_of(*steps), (), side, (text, "") if side == 0 else ("", text))


def short_form(item: Any) -> str:  # noqa: ANN401 - an item of any list
    """Return an item as JSON text, without the texts of a source."""
    from workbench.core.canonical import canonical_json, plain_fields

    return canonical_json(plain_fields(item, *_WITHOUT_WORDS)).decode()
