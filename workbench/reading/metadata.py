"""Metadata that a text states of itself, with its place. What is in doubt is left out."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from workbench.reading.byline import byline_of
from workbench.reading.date_shape import WrittenDate, written_dates
from workbench.reading.folding import folded
from workbench.reading.headline import Headline, headline_of
from workbench.reading.language import language_of
from workbench.reading.masthead import LineKind, Masthead, ReadLine, masthead
from workbench.reading.outlet import outlet_of
from workbench.reading.proposal import Certainty, Metadata, Proposal
from workbench.reading.signer import is_agency, is_collective

if TYPE_CHECKING:
    from collections.abc import Iterator

_LOOKED_THROUGH = 200_000
_WIRE = re.compile(r"(?:the[- ])?([a-z]{2,20})[- ]wire\Z", re.IGNORECASE)
_REPORTING = re.compile(r"\(?reporting(?: and \w+)? by (?P<who>[^;)]{3,160})", re.IGNORECASE)
_FIRST_PUBLISHED = re.compile(
    r"(?:this|the) (?:story|article|post|report) was (?:originally |first )?(?:published|posted)"
    r"(?: on| at)?\s",
    re.IGNORECASE,
)
_URL = re.compile(r"https?://[^\s<>\"]{4,400}\Z")
_RIGHTS_AGENCY = re.compile(r"The Associated Press|Reuters|Agence France-Presse|\bAFP\b")


def metadata(text: str) -> Metadata:
    """Return what a text says of itself."""
    return metadata_of(masthead(text), text)


def metadata_of(read: Masthead, text: str) -> Metadata:
    """Return what a text says of itself, of its lines that have been read."""
    headline = headline_of(read)
    byline = _byline(read, text)
    return Metadata(
        outlet=outlet_of(read, headline, byline.value if byline else ""),
        title=_title(headline),
        byline=byline,
        published=_published(read, headline),
        updated=_updated(read),
        dateline=_dateline(read),
        agency=_agency(read),
        url=_url(read),
        language=_language(text),
        rights=_rights(read),
    )


def where(read: ReadLine, what: str = "") -> str:
    """Return where a line stands, in words."""
    place = f"line {read.line.number} of the text"
    return f"{place}, {what}" if what else place


def _title(headline: Headline | None) -> Proposal | None:
    if headline is None or not headline.words:
        return None
    certainty = Certainty.STATED if headline.is_named else Certainty.LIKELY
    what = headline.read.key or "headline"
    return Proposal(value=headline.words, basis=where(headline.read, what), certainty=certainty)


def _byline(read: Masthead, text: str) -> Proposal | None:
    for line in read.head:
        if line.kind is LineKind.HEADER and line.key in ("author", "byline"):
            signed = byline_of(line.value)
            return _signed(signed.names if signed else "", line, line.key)
    led = [line for line in [*read.head, *read.foot] if line.credit and line.credit.is_led]
    names = list(dict.fromkeys(_names(line) for line in led if _names(line)))
    if names:
        collective = [name for name in names if is_collective(name)]
        people = [name for name in names if name not in collective] or collective[:1]
        first = next(line for line in led if _names(line) == people[0])
        return _signed(", ".join(people), first, "byline")
    if led:
        return None  # somebody signs, but the name cannot be told
    for line in read.head:
        if _names(line) and not _is_told_of(line, text):
            return _signed(_names(line), line, "a name beside the date or the role", is_sure=False)
    return _reporting(read)


def _is_told_of(line: ReadLine, text: str) -> bool:
    """Whether a name stands more than once: people do not write of themselves, places recur."""
    name = _names(line)
    byline = line.credit.byline if line.credit else None
    if name.isupper() and not (byline and byline.outlet):
        return True  # PORT MAREN | July 8
    return folded(text[:_LOOKED_THROUGH]).count(folded(name)) > 1


def _names(line: ReadLine) -> str:
    return line.credit.byline.names if line.credit and line.credit.byline else ""


def _signed(names: str, line: ReadLine, what: str, *, is_sure: bool = True) -> Proposal | None:
    if not names:
        return None
    certainty = Certainty.STATED if is_sure else Certainty.LIKELY
    return Proposal(value=names, basis=where(line, what), certainty=certainty)


def _reporting(read: Masthead) -> Proposal | None:
    """Return who is credited at the foot, as agencies do: "(Reporting by ...; Editing by ...)"."""
    for line in read.foot:
        match = _REPORTING.match(line.line.words) if line.kind is LineKind.MARKER else None
        byline = byline_of(match["who"]) if match else None
        if byline and byline.names:
            return _signed(byline.names, line, "reporting credit", is_sure=False)
    return None


def _published(read: Masthead, headline: Headline | None) -> Proposal | None:
    """Return the date of publication; of several that differ, none without a word for it."""
    keyed = [*_keyed_dates(read)]
    if keyed:
        return _agreed(keyed, "date line", Certainty.STATED)
    plain = [
        (line, line.credit.published)
        for line in read.head
        if line.credit and line.credit.published and line.credit.published.value
    ]
    signed = [(line, date) for line, date in plain if line.credit and line.credit.byline]
    top = headline.read.line.start if headline else -1
    below = [(line, date) for line, date in plain if line.line.start > top]
    if signed or below:
        return _agreed(signed or below, "date line", Certainty.STATED)
    if plain:
        return _agreed(plain, "date above the headline", Certainty.LIKELY)
    return _from_dateline(read)


def _keyed_dates(read: Masthead) -> Iterator[tuple[ReadLine, WrittenDate]]:
    for line in [*read.head, *read.foot]:
        credit = line.credit
        if credit and credit.is_keyed and credit.published and credit.published.value:
            yield line, credit.published
        elif line.kind is LineKind.HEADER and line.key in ("date", "published", "sent"):
            date = next(written_dates(line.value, with_years=False), None)
            if date and date.value:
                yield line, date
        elif line.kind is LineKind.MARKER and (match := _FIRST_PUBLISHED.match(line.line.words)):
            date = next(written_dates(line.line.words, with_years=False), None)
            if date and date.value and date.start - match.end() < 20:
                yield line, date


def _agreed(
    found: list[tuple[ReadLine, WrittenDate]], what: str, certainty: Certainty
) -> Proposal | None:
    """Return the most precise of some dates, if they all tell the same day."""
    shortest = min(len(date.value) for _, date in found)
    if len({date.value[: min(10, shortest)] for _, date in found}) > 1:
        return None
    line, date = max(found, key=lambda each: len(each[1].value))
    return Proposal(value=date.value, basis=where(line, what), certainty=certainty, zone=date.zone)


def _from_dateline(read: Masthead) -> Proposal | None:
    for line in read.body:
        if line.dateline:
            date = next(written_dates(line.line.words[: line.dateline.end]), None)
            if date and len(date.value) >= len("2026-07-02"):
                return Proposal(value=date.value, basis=where(line, "dateline"), zone=date.zone)
    return None


def _updated(read: Masthead) -> Proposal | None:
    for line in [*read.head, *read.foot]:
        date = line.credit.updated if line.credit else None
        if line.kind is LineKind.HEADER and line.key == "updated":
            date = next(written_dates(line.value, with_years=False), None)
        if date and date.value:
            return Proposal(value=date.value, basis=where(line, "date line"), zone=date.zone)
    return None


def _dateline(read: Masthead) -> Proposal | None:
    for line in read.head:
        if line.kind is LineKind.HEADER and line.key == "dateline":
            return Proposal(value=line.value, basis=where(line, "dateline"))
    for line in read.body:
        if line.dateline and line.dateline.place:
            return Proposal(value=line.dateline.place, basis=where(line, "dateline"))
    return None


def _agency(read: Masthead) -> Proposal | None:
    for line in read.body:
        if line.dateline and line.dateline.agency:
            return Proposal(value=line.dateline.agency, basis=where(line, "dateline"))
    for line in [*read.head, *read.foot]:
        wire = _WIRE.match(line.line.words) if line.kind is LineKind.MARKER else None
        if wire:
            return Proposal(value=wire[1], basis=where(line, "mark of the wire"))
        if line.kind is LineKind.HEADER and line.key == "agency":
            return Proposal(value=line.value, basis=where(line, "agency"))
        for name in _signing(line):
            if is_agency(name):
                return Proposal(value=name, basis=where(line, "byline"))
        if line.kind is LineKind.RIGHTS and (named := _RIGHTS_AGENCY.search(line.line.words)):
            return Proposal(value=named[0], basis=where(line, "rights notice"))
    return None


def _signing(line: ReadLine) -> tuple[str, ...]:
    """Return the names of a credit line that may be an agency's."""
    if line.credit is None:
        return ()
    byline = line.credit.byline
    return (line.credit.outlet, *((byline.outlet, byline.names) if byline else ()))


def _url(read: Masthead) -> Proposal | None:
    bare = []
    for line in [*read.head, *read.foot]:
        if line.kind is LineKind.HEADER and line.key in ("url", "link", "source"):
            if _URL.match(line.value):
                return Proposal(value=line.value, basis=where(line, "address"))
        elif line.kind is LineKind.MARKER and _URL.match(line.line.words):
            bare.append(line)
    if len({line.line.words for line in bare}) != 1:
        return None
    certainty = Certainty.LIKELY
    return Proposal(value=bare[0].line.words, basis=where(bare[0], "address"), certainty=certainty)


def _language(text: str) -> Proposal | None:
    code = language_of(text)
    if not code:
        return None
    return Proposal(value=code, basis="the words of the text", certainty=Certainty.LIKELY)


def _rights(read: Masthead) -> Proposal | None:
    for line in [*read.foot, *read.head, *read.strewn, *read.body]:
        if line.kind is LineKind.RIGHTS:
            notice = line.line.words[line.rights :]
            return Proposal(value=notice, basis=where(line, "rights notice"))
        if line.kind is LineKind.HEADER and line.key == "copyright":
            return Proposal(value=line.value, basis=where(line, "rights notice"))
    return None
