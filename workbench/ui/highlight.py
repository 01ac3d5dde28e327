"""Highlights: which stretches of an article belong to which claims, ready to paint."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING, Generic, NamedTuple, Protocol, TypeVar

if TYPE_CHECKING:
    from collections.abc import Iterator

    from workbench.core.check import Check
    from workbench.store.glance import Glance
    from workbench.ui.offset import OffsetMap


class Highlight(NamedTuple):
    """A marked stretch of the shown text.

    Attributes:
        start, end: positions of Qt.
        passage_id: the passage marked.
        claims: (number, status code, claim id) of each claim that points at it, by number.
        is_context: whether it is there for context only, and shows nothing of the claim itself.

    """

    start: int
    end: int
    passage_id: str
    claims: tuple[tuple[int, str, str], ...]
    is_context: bool = False


class _Placed(Protocol):
    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...


_Item = TypeVar("_Item", bound=_Placed)


class PlaceIndex(Generic[_Item]):
    """Things in reading order, found by position without looking at all of them."""

    def __init__(self, items: tuple[_Item, ...] = ()) -> None:
        self._items = sorted(items, key=lambda item: (item.start, -item.end))
        self._starts = [item.start for item in self._items]
        self._reach: list[int] = []  # the furthest end of this and all earlier ones
        furthest = 0
        for item in self._items:
            furthest = max(furthest, item.end)
            self._reach.append(furthest)

    def __len__(self) -> int:
        return len(self._items)

    def __iter__(self) -> Iterator[_Item]:
        return iter(self._items)

    def between(self, start: int, end: int) -> Iterator[_Item]:
        """Yield what touches a stretch, in reading order."""
        last = bisect_left(self._starts, end)
        first = bisect_left(self._reach, start + 1, hi=last)
        for item in self._items[first:last]:
            if item.end > start:
                yield item

    def at(self, place: int) -> _Item | None:
        """Return the shortest thing over a position, or None."""
        return min(
            self.between(place, place + 1), key=lambda item: item.end - item.start, default=None
        )


class HighlightIndex(PlaceIndex[Highlight]):
    """The highlights of one text."""

    def of_passage(self, passage_id: str) -> Highlight | None:
        """Return the highlight of a passage, or None if it is not in this text."""
        return next((item for item in self._items if item.passage_id == passage_id), None)


def highlights_of(check: Check, version_id: str, offsets: OffsetMap) -> HighlightIndex:
    """Return the highlights of one source version: every passage that stands in it.

    A passage that is open has its place in the version that it was made with.
    """
    claims: dict[str, list[tuple[int, str, str]]] = {}
    telling: set[str] = set()
    for number, claim in enumerate(check.claims, start=1):
        telling.update(item.passage_id for item in claim.appearances)
        telling.update(item.passage_id for item in claim.evidence if item.stance != "context")
        for passage_id in claim.passage_ids:
            claims.setdefault(passage_id, []).append((number, claim.status, claim.id))
    is_newest = any(source.version.id == version_id for source in check.sources)
    found = []
    for passage in check.passages:
        selector = passage.selector
        if passage.version_id != version_id or (selector.state != "anchored" and is_newest):
            continue
        start, end = offsets.to_qt(selector.start), offsets.to_qt(selector.end)
        owners = tuple(claims.get(passage.id, ()))
        found.append(Highlight(start, end, passage.id, owners, passage.id not in telling))
    return HighlightIndex(tuple(found))


def glanced_highlights(glance: Glance, offsets: OffsetMap) -> HighlightIndex:
    """Return the highlights of a check at a glance."""
    found = []
    for passage in glance.passages:
        owners = ((number, glance.claims[number - 1]) for number in passage.numbers)
        claims = tuple((number, claim.status, claim.id) for number, claim in owners)
        start, end = offsets.to_qt(passage.start), offsets.to_qt(passage.end)
        found.append(Highlight(start, end, passage.id, claims))
    return HighlightIndex(tuple(found))
