"""Family consistency: the same thing told differently in two places."""

from __future__ import annotations

import re
from bisect import bisect_left
from itertools import combinations
from typing import TYPE_CHECKING

from workbench.core.claim import ClaimStatus
from workbench.core.finding import Severity
from workbench.core.manuscript import Role
from workbench.reading.folding import folded
from workbench.rules.preflight.dating import dates_of
from workbench.rules.preflight.hit import Hit, shortened
from workbench.rules.preflight.match import likeness, tells
from workbench.rules.preflight.quantity import Quantity, quantities
from workbench.rules.preflight.statement import open_list, statements
from workbench.rules.preflight.telling import Level, Telling, names_of, stems_of, tellings

if TYPE_CHECKING:
    from collections.abc import Iterator

    from workbench.core.manuscript import Manuscript, ManuscriptPart
    from workbench.core.rule_book import RuleBook
    from workbench.reading.date_mention import DateMention
    from workbench.rules.preflight.statement import Statement

_TELLING = (
    Role.HEADLINE, Role.QUICK_READ, Role.LEDE, Role.VERSIONS, Role.WHAT_HAPPENED, Role.ANALYSIS,
    Role.CONFIRMED, Role.NOT_CONFIRMED, Role.RATING, Role.POST, Role.OTHER, Role.CLAIM, Role.WATCH,
)  # fmt: skip
_ALIKE = 0.5
_MOST = 300
"""Clauses with a number or a date that are compared with each other; no check has as many."""
_NEARLY = 0.6
_NEARLY_WHOLLY = 0.85
"""Within one part, where things follow each other, two sentences are sooner two events."""
_DENIED = re.compile(r"\b(?:not|never|no)\b|n't\b")
_PLACES = {
    Role.QUICK_READ: "the quick read", Role.POST: "the post", Role.NOT_CONFIRMED: "the section",
    Role.LEDE: "the lede", Role.RATING: "the rating", Role.WATCH: "the part on what to watch",
    Role.WHAT_HAPPENED: "the reporting", Role.OTHER: "another part", Role.CLAIM: "the claims",
}  # fmt: skip


def lists_differ(manuscript: Manuscript, book: RuleBook) -> Iterator[Hit]:
    """Find the list of what is not confirmed told differently in two places."""
    lists = _open_lists(manuscript, book)
    if len(lists) < 2:
        return
    whole = max(lists, key=lambda one: (_rank(one[0]), len(one[1])))
    for role, items in lists:
        if role is whole[0]:
            continue
        extra = [item for item in items if not _has_alike(item, whole[1], book)]
        missing = [item for item in whole[1] if not _has_alike(item, items, book)]
        values = {"place": _PLACES.get(role, role.value), "other": _PLACES.get(whole[0], "")}
        for item in extra:
            told = values | {"item": shortened(item.text)}
            yield Hit(part=item.part, start=item.start, end=item.end, values=told)
        if missing and not extra and role is Role.QUICK_READ:
            told = values | {"item": shortened(missing[0].text)}
            first, last = items[0], items[-1]
            yield Hit(
                part=first.part,
                start=first.start,
                end=last.end,
                values=told,
                severity=Severity.NOTE,
            )


def told_both_ways(manuscript: Manuscript, book: RuleBook) -> Iterator[Hit]:
    """Find something listed as confirmed in one place and as not confirmed in another."""
    listed = list(statements(manuscript, book))
    confirmed = [one for one in listed if one.status is ClaimStatus.CONFIRMED]
    pieces = [piece for part in manuscript.parts for piece in open_list(part, book)]
    for one in confirmed:
        for telling in tellings(one.text, book):
            other = next((item for item in pieces if _is_same_thing(telling, item, book)), None)
            if other is not None and not telling.is_negative:
                yield Hit(
                    part=one.part, start=one.start, end=one.end,
                    values={"other": shortened(other.text)},
                )  # fmt: skip
                break


def opposite_told(manuscript: Manuscript, book: RuleBook) -> Iterator[Hit]:
    """Find clauses that tell as so what is listed as confirmed not to be so."""
    denied = [
        one
        for one in statements(manuscript, book)
        if one.status is ClaimStatus.CONFIRMED and _DENIED.search(folded(one.text))
    ]
    if not denied:
        return
    for part in manuscript.of(*_TELLING):
        if part.role in (Role.CONFIRMED, Role.NOT_CONFIRMED, Role.CLAIM, Role.VERSIONS):
            continue
        for telling in tellings(part.plain, book):
            if telling.level < Level.FLAT or telling.is_negative:
                continue
            other = next((one for one in denied if tells(telling, one.text, book)), None)
            if other is not None:
                values = {"other": shortened(other.text)}
                yield Hit(part=part, start=telling.start, end=telling.end, values=values)


def number_differs(manuscript: Manuscript, book: RuleBook) -> Iterator[Hit]:
    """Find a number that is another one where the same thing is told again."""
    told = [
        (part, telling, numbers)
        for part, telling in _all(manuscript, book)
        if (numbers := _numbers(telling))
    ]
    for (part, one, mine), (other_part, other, theirs) in combinations(told[:_MOST], 2):
        if part is other_part and one.sentence == other.sentence:
            continue
        for unit in mine.keys() & theirs.keys():
            if mine[unit].keys().isdisjoint(theirs[unit]) and _same_event(
                one, other, unit, book, _NEARLY if part is not other_part else _NEARLY_WHOLLY
            ):
                here, there = next(iter(theirs[unit].values())), next(iter(mine[unit].values()))
                start = other.start + here.start
                yield Hit(
                    part=other_part,
                    start=start,
                    end=start + len(here.text),
                    values={
                        "here": " ".join(here.text.split()),
                        "there": " ".join(there.text.split()),
                        "place": _PLACES.get(part.role, part.key.replace("_", " ")),
                    },
                )


def date_differs(manuscript: Manuscript, book: RuleBook) -> Iterator[Hit]:
    """Find a date that is another one where the same thing is told again."""
    told = [
        (part, telling, days)
        for part, telling in _all(manuscript, book)
        if (days := _days(part.plain, telling)) and not telling.is_negative
    ]
    seen: set[tuple[int, int]] = set()
    for (part, one, mine), (other_part, other, theirs) in combinations(told[:_MOST], 2):
        if (id(other_part), other.start) in seen:
            continue
        if (
            len(mine) > 1
            or len(theirs) > 1
            or (part is other_part and one.sentence == other.sentence)
        ):
            continue
        (day, date), (other_day, other_date) = *mine.items(), *theirs.items()
        if _dates_report(one, date.start) is not _dates_report(other, other_date.start):
            continue
        least = _NEARLY if part is not other_part else _NEARLY_WHOLLY
        if not agree(day, other_day) and _same_event(one, other, "", book, least):
            seen.add((id(other_part), other.start))
            yield Hit(
                part=other_part,
                start=other_date.start,
                end=other_date.end,
                values={
                    "here": other_date.text,
                    "there": date.text,
                    "place": _PLACES.get(part.role, part.key.replace("_", " ")),
                },
            )


def _open_lists(manuscript: Manuscript, book: RuleBook) -> list[tuple[Role, tuple[Statement, ...]]]:
    lists: dict[Role, list[Statement]] = {}
    for part in manuscript.parts:
        items = open_list(part, book)
        role = Role.NOT_CONFIRMED if part.role in (Role.CONFIRMED, Role.CLAIM) else part.role
        if items and role not in (Role.LEDE, Role.WHAT_HAPPENED, Role.WATCH, Role.OTHER):
            lists.setdefault(role, []).extend(items)
    return [(role, tuple(items)) for role, items in lists.items()]


def _rank(role: Role) -> int:
    return {Role.NOT_CONFIRMED: 3, Role.CLAIM: 3, Role.QUICK_READ: 2}.get(role, 0)


def _has_alike(item: Statement, others: tuple[Statement, ...], book: RuleBook) -> bool:
    mine = stems_of(item.text, book)
    named: frozenset[str] = frozenset().union(*names_of(item.text, book))
    if not mine:
        return True
    for other in others:
        theirs = stems_of(other.text, book)
        shared = mine & theirs
        if likeness(mine, theirs) > _ALIKE and (shared - named or mine <= named):
            return True
    return False


def _is_same_thing(telling: Telling, item: Statement, book: RuleBook) -> bool:
    if item.part.role is Role.CLAIM or not telling.stems:
        return False
    mine = stems_of(item.text, book)
    return len(mine) > 1 and tells(telling, item.text, book) and likeness(telling.stems, mine) > 0.7


def _all(manuscript: Manuscript, book: RuleBook) -> Iterator[tuple[ManuscriptPart, Telling]]:
    for part in manuscript.of(*_TELLING):
        for telling in tellings(part.plain, book):
            yield part, telling


def _numbers(telling: Telling) -> dict[str, dict[str, Quantity]]:
    """Return the numbers of a clause by what they count, and by their value."""
    found: dict[str, dict[str, Quantity]] = {}
    for one in quantities(telling.folded):
        found.setdefault(one.unit, {})[one.value] = one
    return found


def _same_event(
    one: Telling, other: Telling, unit: str, book: RuleBook, least: float = _NEARLY
) -> bool:
    """Whether two clauses tell the same thing, whatever the numbers in them."""
    mine = one.stems - {unit}
    theirs = other.stems - {unit}
    if min(len(mine), len(theirs)) < 3 or likeness(mine, theirs) < least:
        return False
    named: frozenset[str] = frozenset().union(*names_of(one.text, book))
    return len((mine & theirs) - named) >= 2 and one.level > Level.OPEN and other.level > Level.OPEN


def _days(plain: str, telling: Telling) -> dict[str, DateMention]:
    found = {}
    mentions = dates_of(plain)
    first = bisect_left(mentions, telling.start, key=_start)
    for mention in mentions[first : bisect_left(mentions, telling.end, key=_start)]:
        day = day_of(folded(mention.text))
        if day:
            found[day] = mention
    return found


_TOLD_ON = re.compile(
    r"\b(?:report|said|says|wrote|writes|announc|publish|stat|told|post|answer|noted)\w*\s+(?:\w+\s+){0,3}\Z"
)
_TELLS = re.compile(r"\b(?:reported|said|wrote|announced|published|stated|told|posted|answered)\b")


def _dates_report(telling: Telling, start: int) -> bool:
    """Whether a date is that of the telling and not of what is told: "reported on July 7"."""
    at = start - telling.start
    before, behind = telling.folded[:at], telling.folded[at : at + 90]
    if len(before.split()) <= _LEAD_WORDS:
        return bool(_TELLS.search(behind))
    return bool(_TOLD_ON.search(before))


_LEAD_WORDS = 3
_MONTH_NAMES = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")


def _start(mention: DateMention) -> int:
    return mention.start


def day_of(words: str) -> str:
    """Return a day as "7-2" with its year behind it if it has one; empty for anything else."""
    iso = re.match(r"(\d{4})-(\d\d)-(\d\d)", words)
    if iso:
        return f"{int(iso[2])}-{int(iso[3])}-{iso[1]}"
    month = re.search(rf"\b({'|'.join(_MONTH_NAMES)})[a-z]*\b", words)
    day = re.search(r"(?<!\d)(\d{1,2})(?!\d)", words)
    year = re.search(r"(?<!\d)(\d{4})(?!\d)", words)
    if not month or not day:
        return ""
    return f"{_MONTH_NAMES.index(month[1]) + 1}-{day[1]}{'-' + year[1] if year else ''}"


def agree(day: str, other: str) -> bool:
    """Whether two days of `day_of` can be one; a missing year agrees with any."""
    mine, theirs = day.split("-"), other.split("-")
    return all(one == two for one, two in zip(mine, theirs, strict=False))
