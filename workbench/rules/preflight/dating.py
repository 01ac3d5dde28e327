"""Family completeness: dates that a reader of next year cannot place."""

from __future__ import annotations

import itertools
import re
from functools import lru_cache
from typing import TYPE_CHECKING

from workbench.core.finding import Severity
from workbench.core.manuscript import Role
from workbench.reading.date_mention import DateMention, date_mentions
from workbench.reading.folding import folded
from workbench.reading.sentence import sentences
from workbench.rules.preflight.hit import Hit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from workbench.core.manuscript import Manuscript, ManuscriptPart
    from workbench.core.rule_book import RuleBook

_PROSE = (
    Role.HEADLINE, Role.QUICK_READ, Role.LEDE, Role.VERSIONS, Role.WHAT_HAPPENED, Role.ANALYSIS,
    Role.CONFIRMED, Role.NOT_CONFIRMED, Role.WATCH, Role.RATING, Role.OTHER, Role.CLAIM,
    Role.HOW_WE_KNOW,
)  # fmt: skip
_DAY_OF_MONTH = re.compile(
    r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?\s+\d{1,2}|\d{1,2}\.?\s+(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)",
)
_VAGUE = re.compile(r"\b(?:recently|lately|these\s+days)\b")
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_PARAGRAPH = re.compile(r"\n[ \t]*\n")
_SOFT = re.compile(
    r"\W*(?:today|now|tonight|recently|this\s+(?:time|year)|at\s+the\s+time|the\s+same\s+day|that\s+\w+"
    r"|the\s+(?:next|following|previous)\s+\w+|the\s+day\s+(?:before|after)|(?:two|three|four|five|six|a|one|\w+)\s+(?:\w+\s+)?(?:later|earlier|before|after).*)\W*\Z"
)
_MONTHS = {"january", "february", "march", "april", "may", "june", "july", "august", "september",
           "october", "november", "december"}  # fmt: skip


@lru_cache(maxsize=512)
def dates_of(text: str) -> tuple[DateMention, ...]:
    """Return the dates of a plain text; made once for each text."""
    return date_mentions(text)


def year_missing(manuscript: Manuscript, book: RuleBook) -> Iterator[Hit]:
    """Find a day without a year where no date before it has one."""
    has_year = False
    for part in manuscript.of(*_PROSE, Role.BYLINE):
        for mention in dates_of(part.plain):
            words = folded(mention.text)
            if _is_day(words):
                if not has_year and not _YEAR.search(words):
                    has_year = True  # the rest would be told by it
                    if not _is_quoted(part, mention):
                        severity = Severity.NOTE if _is_dated(manuscript) else None
                        yield Hit(
                            part=part, start=mention.start, end=mention.end, severity=severity
                        )
                has_year = has_year or bool(_YEAR.search(words))
            elif _YEAR.search(words) and any(month in words for month in _MONTHS):
                has_year = True


def relative_date(manuscript: Manuscript, book: RuleBook) -> Iterator[Hit]:
    """Find "last week" where no date in its paragraph says which one."""
    placed = _months_with_year(manuscript)
    for part in manuscript.of(*_PROSE):
        if part.role is Role.CLAIM:
            continue
        breaks = [0, *(match.end() for match in _PARAGRAPH.finditer(part.plain)), len(part.plain)]
        for begin, end in itertools.pairwise(breaks):
            yield from _in_paragraph(manuscript, part, (begin, end), placed)


def date_missing(manuscript: Manuscript, book: RuleBook) -> Iterator[Hit]:
    """Find a check that does not say of which day it is."""
    check = manuscript.check
    if check is not None:
        if not check.published.is_known:
            yield Hit(key="byline", severity=Severity.NOTE)
        return
    told = manuscript.field("published") or manuscript.field("date") or manuscript.field("updated")
    if told or any(_YEAR.search(part.plain) for part in manuscript.of(Role.BYLINE)):
        return
    yield Hit(key="byline")


def _in_paragraph(
    manuscript: Manuscript,
    part: ManuscriptPart,
    paragraph: tuple[int, int],
    placed: frozenset[str],
) -> Iterator[Hit]:
    mentions = [one for one in dates_of(part.plain) if paragraph[0] <= one.start < paragraph[1]]
    if any(_is_day(folded(one.text)) or _names_month(one) for one in mentions):
        return
    for mention in mentions:
        words = folded(mention.text)
        if mention.date.is_known or mention.relation is None or _SOFT.match(words):
            continue
        if words.split()[-1] in placed or _is_quoted(part, mention):
            continue
        severity = Severity.NOTE if _is_dated(manuscript) else None
        yield Hit(part=part, start=mention.start, end=mention.end, severity=severity)


def _months_with_year(manuscript: Manuscript) -> frozenset[str]:
    """Return the months that some date of the check gives with its year."""
    found: set[str] = set()
    for part in manuscript.of(*_PROSE, Role.BYLINE):
        for mention in dates_of(part.plain):
            words = folded(mention.text)
            if _YEAR.search(words):
                found.update(month for month in _MONTHS if month in words)
    return frozenset(found)


def _is_dated(manuscript: Manuscript) -> bool:
    if manuscript.check is not None:
        return manuscript.check.published.is_known
    told = manuscript.field("published") or manuscript.field("date")
    return bool(told) or any(_YEAR.search(part.plain) for part in manuscript.of(Role.BYLINE))


def _is_day(words: str) -> bool:
    return bool(_DAY_OF_MONTH.search(words)) or bool(re.fullmatch(r"\d{4}-\d\d-\d\d.*", words))


def _names_month(mention: DateMention) -> bool:
    return bool(mention.date.is_known and len(mention.date.value) >= len("2026-07"))


def _is_quoted(part: ManuscriptPart, mention: DateMention) -> bool:
    """Whether a date stands in somebody else's words."""
    for start, end in sentences(part.plain):
        if start <= mention.start < end:
            before = folded(part.plain[start : mention.start])
            after = folded(part.plain[mention.end : end])
            return before.count('"') % 2 == 1 and '"' in after
    return False
