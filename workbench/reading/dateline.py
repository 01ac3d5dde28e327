"""Datelines: the place and the agency with which news copy begins, "PORT MAREN (AP) —"."""

from __future__ import annotations

import re
from typing import NamedTuple

from workbench.reading.date_shape import MONTH_NAMES
from workbench.reading.signer import is_agency
from workbench.reading.word_set import word_set

_DASH = r"\s{0,2}(?:—|–|--?|―|_(?=\s))\s{0,2}"
_CAPITAL_WORD = r"[^\W\d_a-z](?:[^\W\d_a-z]|[.'’-])*"
_CAPITALS = rf"{_CAPITAL_WORD}(?: {_CAPITAL_WORD}){{0,4}}"
_PROVINCE = r"(?:,\s(?:[A-Z][A-Za-z.]{1,15}(?:\s[A-Z][a-z]{2,12})?))?"
_DAY = (
    rf"(?:,\s(?:{'|'.join(name.capitalize()[:3] for name in MONTH_NAMES)})[a-z]{{0,6}}\.?"
    r"\s\d{1,2}(?:,\s\d{4})?)?"
)
_AGENCY = r"(?P<agency>[A-Z][\w.&'’ -]{1,40}|dpa)"
_SHAPES = tuple(
    re.compile(shape)
    for shape in (
        rf"\({_AGENCY}\)(?:{_DASH}|(?=[A-Z“\"]))",
        rf"(?P<place>{_CAPITALS}{_PROVINCE}){_DAY},?\s{{1,2}}\({_AGENCY}\){_DASH}",
        rf"(?P<place>[A-Z][\w.'’-]+(?:\s[A-Z][\w.'’-]+){{0,3}}{_PROVINCE}){_DAY},?"
        rf"\s{{1,2}}\({_AGENCY}\){_DASH}",
        rf"(?P<place>{_CAPITALS}{_PROVINCE}){_DAY},?\s{{1,2}}"
        rf"/(?P<service>PR ?Newswire[^/]{{0,30}})/{_DASH}",
        rf"(?P<place>{_CAPITALS}{_PROVINCE}){_DAY}{_DASH}(?=[“\"‘']?[A-Z])",
    )
)
# Written large before a dash, but no places.
_NO_PLACE = word_set(
    "BREAKING UPDATE UPDATED EXCLUSIVE WATCH OPINION ANALYSIS TRANSCRIPT LIVE VIDEO CORRECTION",
    "NOTE EDITOR'S EDITOR’S WARNING ALERT NEWS PRESS MEDIA ADVISORY STATEMENT FACT CHECK",
    "QUESTION ANSWER CLARIFICATION SUMMARY BACKGROUND NASA NATO FIFA OPEC UNESCO UNICEF WHO",
    "PART CHAPTER STEP SPONSORED ADVERTISEMENT PHOTOS PHOTO READ MORE FOR IMMEDIATE RELEASE",
    "DEAR SPOILER TL;DR VIDEO AUDIO MAP REUPLOAD UPDATES",
)


class Dateline(NamedTuple):
    """The beginning of news copy; `end` is past its dash, in code points of the words."""

    place: str
    agency: str
    end: int


def dateline_of(words: str) -> Dateline | None:
    """Return the dateline that some words begin with, or None."""
    for shape in _SHAPES:
        match = shape.match(words)
        if match is None:
            continue
        given = match.groupdict()
        place = given.get("place") or ""
        agency = given.get("agency") or given.get("service") or ""
        if place and not _is_place(place, has_agency=bool(agency)):
            return None
        if not place and not _is_agency_name(agency):
            return None
        return Dateline(place, agency, len(words[: match.end()].rstrip()))
    return None


def _is_place(place: str, *, has_agency: bool) -> bool:
    words = re.split(r"[\s,]+", place)
    if any(word.strip(".") in _NO_PLACE for word in words):
        return False
    return has_agency or len(place.replace(".", "")) >= 4


def _is_agency_name(name: str) -> bool:
    """Whether brackets that open a text hold an agency: a known one, capitals, or "The ..."."""
    if re.fullmatch(r"[A-Z]{2,9}", name):
        return name not in _NO_PLACE
    return is_agency(name) or re.fullmatch(r"The(?: [A-Z][a-z]+){1,3}", name) is not None
