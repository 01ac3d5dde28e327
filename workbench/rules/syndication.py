"""Syndication: the same text under several outlets is one origin, however many carry it.

Texts that are the same for the most part are proposed as one, with the original named where the
sources tell which it is. Nothing is joined by itself: until a person takes a proposal, every
source counts as it did.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from workbench.core.change import with_source
from workbench.core.date import DateBasis
from workbench.core.source import SourceType
from workbench.reading.shared_text import Shared, fingerprint_of, shared
from workbench.rules.chain import is_agency_copy
from workbench.rules.name import name_key

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from workbench.core.check import Check
    from workbench.core.source import Source

LEAST_SHARE = 0.4
"""Of the shorter text's own runs of words. Light editing leaves 0.5 and more, a report of the same
event by somebody else 0.05 and less."""
LEAST_WORDS = 40
"""Words that stand in both; fewer may be a headline, an address, a saying."""
_SAME = 0.98
_FAMILY = "syndication"


@dataclass(frozen=True, slots=True, kw_only=True)
class SameText:
    """Two sources of which one may be a copy of the other.

    Attributes:
        source_id: the copy, or the later one of two if nothing tells which is the copy.
        original_id: the other one.
        share: of the shorter one's own runs of words that stand in both, 0 to 1.
        is_told: whether the sources tell which is the original.
        basis: how they tell it, in words; empty if they do not.
        is_identical: whether hardly a word differs.
        agency: the agency that both are copies of, which is not in hand; empty if there is none.

    """

    source_id: str
    original_id: str
    share: float
    is_told: bool = False
    basis: str = ""
    is_identical: bool = False
    agency: str = ""

    @property
    def key(self) -> str:
        """The dismissal that sets this proposal aside, whichever is the original."""
        return " ".join((_FAMILY, *sorted((self.source_id, self.original_id))))


def same_texts(check: Check) -> tuple[SameText, ...]:
    """Return the open proposals, one for each copy: of three same texts two are copies."""
    found: list[SameText] = []
    joined = _Joined(check.sources)
    pairs = sorted(_alike(check), key=lambda pair: -pair[2].share)
    for first, second, both in pairs:
        proposal = _directed(first, second, both)
        if proposal.key in check.dismissals or not joined.join(first.id, second.id):
            continue
        found.append(proposal)
    order = {source.id: number for number, source in enumerate(check.sources)}
    return tuple(sorted(found, key=lambda one: order[one.source_id]))


def share_of(one: Source, other: Source) -> float:
    """Return how much of the shorter of two sources stands in the other, 0 to 1."""
    return _shared(one, other).share


def with_same_text(check: Check, copy_id: str, original_id: str) -> Check:
    """Return the check with a source as a copy of another one, which is no copy of it any more."""
    original = check.source(original_id)
    if original.syndicated_from == copy_id:
        check = with_source(check, replace(original, syndicated_from=""))
    return with_source(check, replace(check.source(copy_id), syndicated_from=original_id))


def without_same_text(check: Check, copy_id: str) -> Check:
    """Return the check with a source that stands for itself again."""
    return with_source(check, replace(check.source(copy_id), syndicated_from=""))


def with_agency(check: Check, proposal: SameText) -> Check:
    """Return the check with both texts of a proposal as copies of its agency's."""
    for source_id in (proposal.source_id, proposal.original_id):
        check = with_source(check, replace(check.source(source_id), agency=proposal.agency))
    return check


class _Joined:
    """Which sources count as one already."""

    def __init__(self, sources: Iterable[Source]) -> None:
        self._parent: dict[str, str] = {}
        agencies: dict[str, str] = {}
        for source in sources:
            if source.syndicated_from:
                self.join(source.id, source.syndicated_from)
            agency = name_key(source.agency)
            if is_agency_copy(source):
                self.join(source.id, agencies.setdefault(agency, source.id))

    def join(self, one: str, other: str) -> bool:
        """Make two sources count as one; return False if they did."""
        first, second = self._root(one), self._root(other)
        if first == second:
            return False
        self._parent[second] = first
        return True

    def _root(self, name: str) -> str:
        while name in self._parent:
            name = self._parent[name]
        return name


def _alike(check: Check) -> Iterator[tuple[Source, Source, Shared]]:
    for number, first in enumerate(check.sources):
        for second in check.sources[number + 1 :]:
            both = _shared(first, second)
            if both.share >= LEAST_SHARE and (both.words >= LEAST_WORDS or both.of_longer >= _SAME):
                yield first, second, both


def _shared(one: Source, other: Source) -> Shared:
    prints = [fingerprint_of(item.version.text, item.version.spans) for item in (one, other)]
    return shared(*prints)


def _directed(first: Source, second: Source, both: Shared) -> SameText:
    """Return a proposal with the original named where the two sources tell which it is."""

    def made(copy: Source, original: Source, basis: str = "", agency: str = "") -> SameText:
        return SameText(
            source_id=copy.id,
            original_id=original.id,
            share=both.share,
            is_told=bool(basis),
            basis=basis,
            is_identical=both.of_longer >= _SAME,
            agency=agency,
        )

    for copy, original in ((first, second), (second, first)):
        if _names(copy.agency, original):
            return made(copy, original, f"it carries the line of {copy.agency.strip()}")
        if any(
            _names(hop.name, original) or hop.source_id == original.id for hop in copy.relies_on
        ):
            return made(copy, original, f"it relies on {original.name}")
    for copy, original in ((first, second), (second, first)):
        if original.type is SourceType.WIRE and copy.type is not SourceType.WIRE:
            return made(copy, original, f"{original.name} is a wire report")
    for carries, other in ((first, second), (second, first)):
        if is_agency_copy(carries):
            return made(other, carries, f"both have the text of {carries.agency.strip()}",
                        carries.agency.strip())  # fmt: skip
    earlier = _earlier(first, second)
    if earlier is not None:
        later = second if earlier is first else first
        return made(later, earlier, f"{_called(earlier)} appeared first")
    return made(second, first)


def _earlier(first: Source, second: Source) -> Source | None:
    """Return the source whose stated date is earlier, as far as both dates are known."""
    dates = [source.published for source in (first, second)]
    if any(date.basis is not DateBasis.STATED for date in dates):
        return None
    if dates[0].zone != dates[1].zone:  # then only the days can be compared
        values = [date.value[:10] for date in dates]
    else:
        values = [date.value for date in dates]
    length = min(map(len, values))
    one, other = (value[:length] for value in values)
    if one == other or length < len("2026"):
        return None
    return first if one < other else second


def _names(name: str, source: Source) -> bool:
    key = name_key(name)
    return bool(key) and key == name_key(source.outlet)


def _called(source: Source) -> str:
    return source.name.strip() or "the earlier text"
