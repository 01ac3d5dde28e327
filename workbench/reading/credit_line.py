"""Lines that say who wrote a text and when: every word of such a line has to be accounted for."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from workbench.reading.byline import Byline, byline_of, glued_lead, led
from workbench.reading.date_shape import WrittenDate, written_dates
from workbench.reading.furniture import READ_TIME, is_chrome
from workbench.reading.signer import is_agency, is_outlet, is_person, is_role

if TYPE_CHECKING:
    from collections.abc import Iterator

_LONGEST = 320
_UPDATED = r"(?:last\s|page\s)?(?:updated?|modified|edited|revised|corrected)"
_PUBLISHED = (
    r"(?:(?:first|originally)\s)?(?:published|posted|released|issued|filed|aired|air\sdate|date"
    r"|dated|created|broadcast|publication\sdate|release\sdate|sent|added|printed|written)"
)
_KEY = re.compile(
    rf"(?:\b|(?<=[^\W_])(?=[A-Z][a-z]))(?i:(?P<updated>{_UPDATED})|(?P<published>{_PUBLISHED}))"
    r"(?i:\s(?:on|at|in))?\s{0,2}[:|–—-]?\s{0,2}\Z"
)
_AGO = re.compile(
    r"(?:(?:published|posted|updated)\s)?\b\d{1,2}\s?(?:h|hrs?|hours?|m|mins?|minutes?|d|days?)\sago\b",
    re.IGNORECASE,
)
_SEPARATOR = re.compile(r"\s*[|·•∙⋅►▪●]\s*|\s+[—–-]{1,2}\s+|\t+|\s{3,}|\s/\s")
_EDGES = " \t\u00a0,|·•∙⋅—–-()[]:;."
_PLACE = re.compile(r"[A-Z][\w.'’-]*(?: [A-Z][\w.'’-]*){0,2}(?:, [A-Z][\w.]*)?\Z")
_ON = re.compile(r"\s(?:on|at|in)[\s:]*\Z", re.IGNORECASE)
_SMALL = re.compile(
    r"(?:published|posted|updated|last updated|date|on|at|in|and|from|via|by|the|edited|aired|time"
    r"|\d{1,2}:\d{2}.{0,16}|[ap]\.?m\.?|e[sd]?t|[\w.+-]{1,64}@[\w.-]{2,64}|@\w{2,30}|follow"
    r"|exclusive|opinion|analysis|staff|for immediate release"
    r"|\d{1,3} (?:comments?|views|shares))\Z",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class CreditLine:
    """What a credit line says; positions are code points of its words.

    Attributes:
        byline: who signs; None if nobody does.
        is_led: whether "By" or its like stands before the names.
        published, updated: dates of it; without a value where the words leave it open.
        is_keyed: whether a word such as "Published" stands before the date.
        outlet: an outlet named on its own.
        chrome: stretches that belong to the site, such as "2 min read".
        begin: where the credits begin; what stands before them is a headline glued to them.

    """

    byline: Byline | None = None
    is_led: bool = False
    published: WrittenDate | None = None
    updated: WrittenDate | None = None
    is_keyed: bool = False
    outlet: str = ""
    chrome: tuple[tuple[int, int], ...] = ()
    begin: int = 0

    @property
    def is_dated(self) -> bool:
        """Whether there is a date of any kind."""
        return bool(self.published or self.updated)


def credit_line(words: str) -> CreditLine | None:
    """Return what a line says about author and date, or None if it says anything else."""
    if len(words) > _LONGEST:
        return None
    if led(words) is None and (at := glued_lead(words)) > 0:
        rest = credit_line(words[at:])
        return _behind_headline(rest, at) if rest and rest.is_led and rest.is_dated else None
    return _Reading(words).result()


def _behind_headline(credit: CreditLine, at: int) -> CreditLine:
    def moved(date: WrittenDate | None) -> WrittenDate | None:
        return date and date._replace(start=date.start + at, end=date.end + at)

    return CreditLine(
        byline=credit.byline,
        is_led=True,
        published=moved(credit.published),
        updated=moved(credit.updated),
        is_keyed=credit.is_keyed,
        outlet=credit.outlet,
        chrome=tuple((start + at, end + at) for start, end in credit.chrome),
        begin=at,
    )


class _Reading:
    """One pass over the words of a line."""

    def __init__(self, words: str) -> None:
        self._words = words
        self._byline: Byline | None = None
        self._is_led = False
        self._published: WrittenDate | None = None
        self._updated: WrittenDate | None = None
        self._is_keyed = False
        self._outlet = ""
        self._chrome: list[tuple[int, int]] = []
        self._strangers: list[str] = []
        self._starts: set[int] = set()

    def result(self) -> CreditLine | None:
        cuts = sorted([*self._date_cuts(), *self._other_cuts()])
        self._starts = {start for start, _ in cuts}
        for start, end in self._between(cuts):
            self._explain(self._words[start:end], start, end)
        if not (self._byline or self._published or self._updated):
            return None
        if not all(self._is_bearable(words) for words in self._strangers):
            return None
        return CreditLine(
            byline=self._byline,
            is_led=self._is_led,
            published=self._published,
            updated=self._updated,
            is_keyed=self._is_keyed,
            outlet=self._outlet,
            chrome=tuple(sorted(self._chrome)),
        )

    def _date_cuts(self) -> Iterator[tuple[int, int]]:
        done = 0
        for date in written_dates(self._words, with_years=False):
            key = _KEY.search(self._words, max(done, date.start - 40), date.start)
            self._note(date, key)
            yield (key.start() if key else date.start), date.end
            done = date.end

    def _note(self, date: WrittenDate, key: re.Match[str] | None) -> None:
        if key and key["updated"]:
            self._updated = self._updated or date
        elif key and not self._is_keyed:
            self._published, self._is_keyed = date, True
        else:
            self._published = self._published or date

    def _other_cuts(self) -> Iterator[tuple[int, int]]:
        for match in READ_TIME.finditer(self._words):
            self._chrome.append(match.span())
            yield match.span()
        for match in _AGO.finditer(self._words):
            yield match.span()

    def _between(self, cuts: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
        at = 0
        for start, end in [*cuts, (len(self._words), len(self._words))]:
            begin = at
            for separator in _SEPARATOR.finditer(self._words, at, max(at, start)):
                yield begin, separator.start()
                begin = separator.end()
            yield begin, max(begin, start)
            at = max(at, end)

    def _explain(self, piece: str, start: int, end: int) -> None:
        words = piece.strip(_EDGES)
        if not words or _SMALL.match(words):
            return
        behind = led(_ON.sub("", piece.strip()))
        if behind is not None:
            self._sign(byline_of(behind), words, is_led=True)
        elif is_chrome(words):
            self._chrome.append((start, end))
        elif is_role(words):
            return
        elif self._is_outlet(words) or (words[:4].casefold() == "the " and is_outlet(words[4:])):
            self._outlet = self._outlet or words
        elif byline := self._unled(words, end):
            self._sign(byline, words, is_led=False)
        elif not (self._is_apart(end) and self._published and _PLACE.match(words)):
            self._strangers.append(words)

    def _unled(self, words: str, end: int) -> Byline | None:
        """Return the byline in words without "By": a name with a role, or a name by a date."""
        name, comma, beside = words.partition(",")
        if comma and is_person(name) and is_role(beside.strip()):
            return byline_of(words)
        tokens = words.split()
        for count in (2, 3):
            name, rest = " ".join(tokens[:count]), " ".join(tokens[count:])
            if is_person(name) and (is_role(rest) or is_agency(rest)):
                return Byline(name, rest if is_agency(rest) else "")
        # A place may stand by a date too, but not glued to it.
        is_glued = end in self._starts and self._words[end - 1 : end].isalpha()
        is_dated = self._published or self._updated
        return (
            Byline(words)
            if (self._is_apart(end) or is_glued) and is_dated and is_person(words)
            else None
        )

    def _is_outlet(self, words: str) -> bool:
        """Whether an outlet stands on its own; of many words, some may be the author's."""
        return is_outlet(words) and (len(words.split()) <= 3 or words.startswith("The "))

    def _is_apart(self, end: int) -> bool:
        """Whether a bar or a dot stands behind a piece."""
        return self._words[end : end + 3].strip()[:1] in tuple("|·•∙⋅►▪●")

    def _sign(self, byline: Byline | None, words: str, *, is_led: bool) -> None:
        if byline is None or (self._byline and self._byline.names):
            self._strangers.append(words)
            return
        self._byline, self._is_led = byline, is_led

    def _is_bearable(self, words: str) -> bool:
        """Whether words that say nothing known may stand in a line that surely is a credit line."""
        is_sure = self._is_led or self._is_keyed or (self._updated is not None)
        return is_sure and len(words.split()) <= 5 and len(words) <= 50 and not words[0].islower()
