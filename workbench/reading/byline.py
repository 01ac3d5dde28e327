"""Bylines: who signs, as the line says it, with the outlet that is named beside them."""

from __future__ import annotations

import re
from typing import NamedTuple

from workbench.reading.signer import is_agency, is_collective, is_outlet, is_person, is_role

_LEAD = re.compile(
    r"(?:(?:written|words|story|posted|reported|reporting|analysis|opinion|commentary|text|created"
    r"|submitted|contributed|article|column|review|compiled|edited and posted)\s+)?"
    r"by(?:\s*:\s*|\s+|(?-i:(?<=By)(?=[A-Z][a-z])))(?=\S)|authors?\s*:\s*|reporter\s*:\s*|byline\s*:\s*",
    re.IGNORECASE,
)
_GLUED_LEAD = re.compile(r"(?<=[a-z0-9?!.”’\"'])By(?=\s[A-Z])")
_SPLIT = re.compile(
    r"\s*(?:,\s*(?:and|with)\s|,|;|\band\b|\s&\s|\s\+\s|\bwith\b)\s*", re.IGNORECASE
)
_CONTACT = re.compile(r"\s*[(<\[]?(?:[\w.+-]{1,64}@[\w.-]{2,64}|@\w{2,30})[)>\]]?")
_TAIL = re.compile(r"\s+(?:in|for|of|at|from)\s+(?P<where>(?:the\s+)?[A-Z][^,;|]{1,50})\Z")
_PLACE = re.compile(r"(?:[A-Z][\w.'’-]*\s?){1,3}\Z")
_LONGEST = 220


class Byline(NamedTuple):
    """What a byline says.

    Attributes:
        names: who signs, as stated; empty if it cannot be told.
        outlet: the outlet named beside them; empty if none is.

    """

    names: str
    outlet: str = ""


def led(words: str) -> str | None:
    """Return what stands behind "By" and its like at the start of some words, or None."""
    match = _LEAD.match(words)
    return words[match.end() :] if match else None


def glued_lead(words: str) -> int:
    """Return where "By" is glued to the word before it, as in "repairsBy Lena Voss"; or -1."""
    match = _GLUED_LEAD.search(words)
    return match.start() if match else -1


def byline_of(words: str) -> Byline | None:
    """Return what stands behind "By", or None if this is no byline at all.

    A byline whose names cannot be told from other words has no names.
    """
    words = _CONTACT.sub("", words).strip(" \t.,;:|·•—–-")
    if not words or len(words) > _LONGEST:
        return None
    outlet = ""
    if (tail := _TAIL.search(words)) and not is_collective(words):
        words, outlet = words[: tail.start()], _outlet(tail["where"])
    units = [unit for unit in _SPLIT.split(words) if unit]
    joints = _SPLIT.findall(words)
    signing = [_signs(unit, first=index == 0) for index, unit in enumerate(units)]
    if not units or not signing[0]:
        return Byline("", outlet) if _is_handle(units) else None
    beside = [unit for unit, signs in zip(units, signing, strict=True) if not signs]
    if not all(map(_beside, beside)):
        return None
    outlet = next(filter(None, map(_outlet, _affiliations(units, joints, signing))), outlet)
    return Byline(_joined(units, joints, signing), outlet)


def _affiliations(units: list[str], joints: list[str], signing: list[bool]) -> list[str]:
    """Return what stands beside the names, but agencies that helped: "with Reuters"."""
    return [
        unit
        for index, unit in enumerate(units)
        if not signing[index] and (joints[index - 1].strip() == "," or not is_agency(unit))
    ]


def _signs(unit: str, *, first: bool) -> bool:
    if is_role(unit) and not (first and is_collective(unit)):
        return False
    if is_outlet(unit) and not is_collective(unit):
        return False
    if first:
        return is_person(unit) or is_collective(unit)
    return is_person(unit) or (is_collective(unit) and not is_agency(unit) and unit[:1].isupper())


def _beside(unit: str) -> bool:
    """Whether words may stand beside the names: a role, an outlet, a place, an agency."""
    return bool(is_role(unit) or _outlet(unit) or is_collective(unit) or _PLACE.match(unit))


def _outlet(unit: str) -> str:
    unit = re.sub(r"(?i)^(?:special\s+to|for|of|at|from)\s+", "", unit.strip())
    if is_agency(unit):
        return unit
    if is_outlet(unit) or (unit[:4] in ("The ", "the ") and is_outlet(unit[4:])):
        return unit
    head, _, tail = unit.partition(" ")
    if tail and is_outlet(head) and is_role(tail):
        return head
    role = re.search(r"(?i:reporter|writer|editor|correspondent)\s+(?i:for|at|of)\s+(.+)\Z", unit)
    return role[1] if role and is_outlet(role[1]) else ""


def _is_handle(units: list[str]) -> bool:
    """Whether one word signs, as on blogs: a byline, but no name to rely on."""
    return len(units) == 1 and re.fullmatch(r"[A-Za-z][\w.-]{2,24}", units[0]) is not None


def _joined(units: list[str], joints: list[str], signing: list[bool]) -> str:
    """Return the names as they stand, without what stands beside them."""
    pieces: list[str] = []
    for index, unit in enumerate(units):
        if not signing[index]:
            continue
        if pieces:
            joint = " ".join(joints[index - 1].split()).removeprefix(", ")
            pieces.append(f"{joint} " if joint in (",", ";") else f" {joint} ")
        pieces.append(" ".join(unit.split()))
    return "".join(pieces)
