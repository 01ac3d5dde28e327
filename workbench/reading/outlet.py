"""Which outlet a text comes from, as its own lines tell it. Two that disagree are none."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from workbench.reading.folding import folded
from workbench.reading.furniture import RIGHTS, SECTIONS
from workbench.reading.headline import Headline, masthead_outlet
from workbench.reading.masthead import LineKind, Masthead, ReadLine
from workbench.reading.proposal import Certainty, Proposal
from workbench.reading.signer import house_of, is_agency, is_collective, is_outlet

if TYPE_CHECKING:
    from collections.abc import Iterator

_OWNER = re.compile(
    r"\s*(?:by\s+)?(?P<owner>(?:[A-Z][\w&'’.-]*|of|the|&|and)(?:\s(?:[A-Z][\w&'’.-]*|of|the|&|and))"
    r"{0,5}?)\s*(?:[,.;|–—]|\Z|\sAll\s|\s[Aa]ll\s)"
)
_COMPANIES = {"cable news network": "CNN", "british broadcasting corporation": "BBC"}
_CRUMB = re.compile(r"[←‹«⟵]\s?(?P<name>[^>›»|/]{2,60})")
_CAMEL = re.compile(r"(?<=[a-z\d])(?=[A-Z])")
_SOURCE = re.compile(r"SOURCE:?\s+(?P<name>[A-Z].{1,80})\Z")
_RELEASES = re.compile(r"newswire|business wire|presswire|accesswire", re.IGNORECASE)


def outlet_of(read: Masthead, headline: Headline | None, byline: str) -> Proposal | None:
    """Return the outlet of a text; None if nothing names it or what names it disagrees."""
    for certainty, found in (
        (Certainty.STATED, [*_named(read)]),
        (Certainty.LIKELY, [*_told_by_place(read, headline, byline)]),
        (Certainty.LIKELY, [*_agencies(read)]),
    ):
        if not found:
            continue
        if len({_key(name) for name, _, _ in found}) > 1:
            return None
        name, line, what = found[0]
        basis = f"line {line.line.number} of the text, {what}"
        return Proposal(value=name, basis=basis, certainty=certainty)
    return None


def _named(read: Masthead) -> Iterator[tuple[str, ReadLine, str]]:
    """Yield the outlets that a header or a byline names."""
    for line in read.head:
        if line.kind is LineKind.HEADER:
            is_named = line.key in ("publication", "publisher", "outlet", "newspaper", "website")
            if is_named and len(line.value) <= 80:
                yield line.value, line, line.key
        byline = line.credit.byline if line.credit else None
        if byline and byline.outlet and not _is_copy_of(read, byline.outlet):
            yield byline.outlet, line, "byline"


def _is_copy_of(read: Masthead, name: str) -> bool:
    """Whether the outlet of a byline is an agency whose text another outlet carries."""
    if is_agency(name) and name != "CNN":
        return True
    top = masthead_outlet(read)
    agencies = {_key(line.dateline.agency) for line in read.body if line.dateline}
    return top is not None and _key(name) in agencies and _key(top.line.words) != _key(name)


def _told_by_place(
    read: Masthead, headline: Headline | None, byline: str
) -> Iterator[tuple[str, ReadLine, str]]:
    """Yield the outlets that stand where an outlet's name stands."""
    house = house_of(byline) if is_collective(byline) and not is_agency(byline) else ""
    crumb = _crumb(read, house)
    if crumb:
        yield crumb
    for line in read.head:
        if line.credit and line.credit.outlet and not is_agency(line.credit.outlet):
            yield line.credit.outlet, line, "name beside the date"
        if house and not crumb and line.credit and line.credit.byline and is_outlet(house):
            yield house, line, "collective byline"
    if top := masthead_outlet(read):
        yield _plain_case(top.line.words), top, "name above the headline"
    if headline and headline.outlet:
        yield headline.outlet, headline.read, "end of the headline"
    yield from _owners(read, house)
    yield from _issuers(read)


def _crumb(read: Masthead, house: str) -> tuple[str, ReadLine, str] | None:
    """Return the site that a breadcrumb begins with, glued or not."""
    for line in read.head:
        match = _CRUMB.match(line.line.words) if line.kind is LineKind.CHROME else None
        if match is None:
            continue
        pieces = _CAMEL.split(match["name"].strip())
        name = pieces[0].strip()
        if name.casefold() in SECTIONS or name.casefold().startswith(("back", "all ", "go ")):
            return None
        follows = len(pieces) > 1 and pieces[1].strip().casefold() in SECTIONS
        if house and folded(name).startswith(folded(house)):
            return name, line, "breadcrumb, and the newsroom of the byline"
        if follows or is_outlet(name):
            return name, line, "breadcrumb"
    return None


def _owners(read: Masthead, house: str) -> Iterator[tuple[str, ReadLine, str]]:
    """Yield the outlets in whose name the rights are reserved; companies and people are none."""
    for line in [*read.head, *read.foot]:
        if line.kind is not LineKind.RIGHTS:
            continue
        match = RIGHTS.search(line.line.words, line.rights)
        owner = _OWNER.match(line.line.words, match.end()) if match else None
        name = owner["owner"].strip(" .") if owner else ""
        name = _COMPANIES.get(name.casefold(), name)
        is_house = bool(house) and folded(name) == folded(house)
        if is_house or name in _COMPANIES.values() or (is_outlet(name) and not is_agency(name)):
            yield name, line, "rights notice"


def _issuers(read: Masthead) -> Iterator[tuple[str, ReadLine, str]]:
    """Yield who issues a press release, which names its source at the foot."""
    services = (line.dateline.agency for line in read.body if line.dateline)
    if not any(map(_RELEASES.search, services)):
        return
    for line in read.foot:
        if match := _SOURCE.match(line.line.words):
            yield match["name"], line, "source of the release"


def _agencies(read: Masthead) -> Iterator[tuple[str, ReadLine, str]]:
    """Yield the agency that signs, where nothing else names an outlet."""
    for line in read.head:
        byline = line.credit.byline if line.credit else None
        if byline and is_agency(byline.outlet):
            yield byline.outlet, line, "byline"


def _plain_case(words: str) -> str:
    return words.title() if words.isupper() else words


def _key(name: str) -> str:
    return folded(name).removeprefix("the ").strip()
