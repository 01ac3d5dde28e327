"""The timeline: what happened in order of event date, and apart from it what was published when."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from workbench.core.date import DateValue
from workbench.core.source import HopKind
from workbench.rules.date_span import first_day, last_day
from workbench.rules.happening import Happening, happenings_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from workbench.core.check import Check
    from workbench.core.deed_family import DeedFamilies
    from workbench.rules.account import Inspections


@dataclass(frozen=True, slots=True, kw_only=True)
class Publication:
    """A source, or a report that a source relies on, appeared; never an event of the case.

    Attributes:
        source_id: the source; empty for a report that is not in hand.
        name: of the report that is not in hand.
        is_update: whether it is the date of the source's last change.

    """

    when: DateValue
    source_id: str = ""
    name: str = ""
    is_update: bool = False


Entry = Happening | Publication


def timeline_of(
    check: Check, inspections: Inspections, families: DeedFamilies = ()
) -> tuple[Entry, ...]:
    """Return the events of a check and the publication of its sources in order of their dates.

    A stretch of time, a month or a year stands where it begins, the longer before the shorter; an
    event stands before a publication of its day. What has no date stands at the end, in the
    order it was met: a date is never guessed. Sources without a date of publication have no entry.
    What is noticed and set aside by a person is left out (`Happening.key` among the dismissals).
    """
    return timeline_in(check, happenings_of(check, inspections, families))


def timeline_in(check: Check, happenings: tuple[Happening, ...]) -> tuple[Entry, ...]:
    """Return the timeline of a check whose happenings are known already."""
    events = [one for one in happenings if not (one.is_noticed and one.key in check.dismissals)]
    entries: list[Entry] = [*events, *_publications(check)]
    return tuple(sorted(entries, key=_place))


def _place(entry: Entry) -> tuple[bool, date, int, str, bool]:
    when = entry.when
    if not when.is_known:
        return True, date.min, 0, "", isinstance(entry, Publication)
    begin, end = first_day(when), last_day(when)
    time = when.value.partition("T")[2]
    return False, begin, -(end - begin).days, time, isinstance(entry, Publication)


def _publications(check: Check) -> Iterator[Publication]:
    seen: set[tuple[str, str]] = set()
    for source in check.sources:
        if source.published.is_known:
            yield Publication(when=source.published, source_id=source.id)
        if source.updated.is_known:
            yield Publication(when=source.updated, source_id=source.id, is_update=True)
        for hop in source.relies_on:
            key = (hop.name.strip(), hop.published.value)
            is_told = hop.published.is_known and hop.kind is HopKind.STATED
            if is_told and not hop.source_id and key not in seen:
                seen.add(key)
                yield Publication(when=hop.published, name=hop.name.strip())
