"""Conflicts: sources that disagree about one event, told side by side and never averaged.

Three things are compared, and only where it is plain that one event is meant: who began it, when
it was, and how long it took. Quiet in doubt: two sources that both know two calls tell of two
calls, and a length of time counts only in the sentence that tells the event, or in the next one
if that goes on about it ("It lasted ...").
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from itertools import combinations
from typing import TYPE_CHECKING

from workbench.rules.account import Account, AccountKind, Telling
from workbench.rules.date_span import can_be_one, days_apart, days_meant
from workbench.rules.deed import deed_of
from workbench.rules.happening import Happening, happenings_of, is_one_deed
from workbench.rules.look_alike import turned

if TYPE_CHECKING:
    from collections.abc import Iterator

    from workbench.core.check import Check
    from workbench.core.deed_family import DeedFamilies
    from workbench.reading.duration import DurationMention
    from workbench.rules.account import Inspections

_NEAR = 3
"""Days that two sources may be apart about one event; farther apart they tell of two."""
_ONE_WEEK = 7
_LASTING = ("contact", "meet", "visit", "interview")
"""Kinds of deeds whose length is told."""
_GOES_ON = re.compile(
    r"(?:It|The\s+(?:\w+\s+)?(?:call|conversation|meeting|talk|chat|exchange|visit|interview))\b"
    r"[^.]{0,40}?\b(?:lasted|took|ran|went\s+on|was)\b|(?:They|The\s+two|The\s+pair)\s+"
    r"(?:spoke|talked|met|were)\b"
)


class Matter(StrEnum):
    """What sources disagree about."""

    DIRECTION = "direction"
    DATE = "date"
    DURATION = "duration"


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """What one side says, in the words of the check or of its source, and where."""

    words: str
    tellings: tuple[Telling, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Conflict:
    """Sources that disagree about one event.

    Attributes:
        events: the one event that they disagree about, or the two entries that may be one.
        sides: at least two, each with what it says.

    """

    about: Matter
    events: tuple[Happening, ...]
    sides: tuple[Side, ...]

    @property
    def key(self) -> str:
        """What it is called among the check's dismissals."""
        return f"conflict:{self.about}:{'|'.join(sorted(event.key for event in self.events))}"


def conflicts(
    check: Check, inspections: Inspections, families: DeedFamilies = ()
) -> tuple[Conflict, ...]:
    """Return where sources disagree about one event; what a person has dismissed is left out."""
    return conflicts_in(check, happenings_of(check, inspections, families), families)


def conflicts_in(
    check: Check, events: tuple[Happening, ...], families: DeedFamilies
) -> tuple[Conflict, ...]:
    """Return the conflicts of a check whose happenings are known already."""
    told = [event for event in events if event.source_ids and event.kind]
    found = [*_of_pairs(told, families)]
    for event in told:
        found += _of_durations(check, event)
    return tuple(one for one in found if one.key not in check.dismissals)


def _of_pairs(events: list[Happening], families: DeedFamilies) -> Iterator[Conflict]:
    """Yield conflicts between entries that may be one event told in two ways."""
    for one, other in combinations(events, 2):
        if one.kind != other.kind or _sources(one) & _sources(other):
            continue
        if not (one.when.is_known and other.when.is_known):
            continue
        first, second = (
            deed_of(_told(one)[0].what, families),
            deed_of(_told(other)[0].what, families),
        )
        if first is None or second is None:
            continue
        if first.is_often or second.is_often:
            continue
        if is_one_deed(first, second) and _are_near(one, other):
            yield _between(Matter.DATE, one, other)
        elif is_one_deed(first, turned(second)) and _is_one_time(one, other):
            yield _between(Matter.DIRECTION, one, other)


def _told(event: Happening) -> tuple[Account, ...]:
    """Return what tells an event itself; a claim's evidence may bear on another part of it."""
    accounts = tuple(one for one in event.accounts if one.kind is not AccountKind.CLAIM)
    return accounts or event.accounts


def _where(event: Happening) -> tuple[Telling, ...]:
    return tuple(dict.fromkeys(one for account in _told(event) for one in account.tellings))


def _sources(event: Happening) -> set[str]:
    return {telling.source_id for telling in _where(event)}


def _are_near(one: Happening, other: Happening) -> bool:
    """Whether two days are so near that they may be two tellings of one."""
    if days_meant(one.when) > 1 or days_meant(other.when) > 1:
        return False
    return 0 < days_apart(one.when, other.when) <= _NEAR


def _is_one_time(one: Happening, other: Happening) -> bool:
    longest = max(days_meant(one.when), days_meant(other.when))
    return longest <= _ONE_WEEK and can_be_one(one.when, other.when)


def _between(about: Matter, one: Happening, other: Happening) -> Conflict:
    sides = tuple(Side(words=_side_words(about, e), tellings=_where(e)) for e in (one, other))
    return Conflict(about=about, events=(one, other), sides=sides)


def _side_words(about: Matter, event: Happening) -> str:
    if about is Matter.DATE:
        return event.when.value
    what = _told(event)[0].what
    return " → ".join(part for part in (what.actor, what.action, what.recipient) if part)


def _of_durations(check: Check, event: Happening) -> Iterator[Conflict]:
    """Yield a conflict if sources give lengths of one event that cannot be one."""
    if event.kind not in _LASTING:
        return
    lengths: dict[str, tuple[DurationMention, Telling]] = {}
    for telling in event.tellings:
        found = _length_at(check, telling)
        if found is not None and telling.source_id not in lengths:
            lengths[telling.source_id] = found
    sides = list(lengths.values())
    if any(one.contradicts(other) for (one, _), (other, _) in combinations(sides, 2)):
        yield Conflict(
            about=Matter.DURATION,
            events=(event,),
            sides=tuple(Side(words=one.text, tellings=(where,)) for one, where in sides),
        )


def _length_at(check: Check, telling: Telling) -> tuple[DurationMention, Telling] | None:
    """Return how long an event took, as the sentence of a stretch or the next one tells it."""
    from workbench.reading.duration import durations
    from workbench.reading.sentence import sentences

    source = check.source(telling.source_id)
    version = next((v for v in source.versions if v.id == telling.version_id), None)
    if version is None:
        return None
    text = version.text
    spans = sentences(text)
    inside = [
        at for at, (start, end) in enumerate(spans) if start < telling.end and telling.start < end
    ]
    if not inside:
        return None
    last = inside[-1]
    found = durations(text[spans[inside[0]][0] : spans[last][1]])
    begin = spans[inside[0]][0]
    if not found and last + 1 < len(spans):
        begin, end = spans[last + 1]
        if _GOES_ON.match(text, begin):
            found = durations(text[begin:end])
    if len(found) != 1:
        return None  # of two lengths, one is of something else
    one = found[0]
    place = Telling(
        source_id=telling.source_id,
        version_id=telling.version_id,
        start=begin + one.start,
        end=begin + one.end,
        text=one.text,
        passage_id=telling.passage_id,
    )
    return one, place
