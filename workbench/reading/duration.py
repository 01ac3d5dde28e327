"""How long something took, as a text tells it: "about 20 minutes", "the better part of an hour"."""

from __future__ import annotations

import re
from dataclasses import dataclass

from workbench.reading.english import NUMBERS

_TENS = {"fifteen": 15, "twenty": 20, "thirty": 30, "forty": 40, "forty-five": 45, "sixty": 60}
_COUNTS = {**NUMBERS, **_TENS, "half an": 0.5, "half-an": 0.5}
_AMOUNT = rf"(?:\d{{1,3}}(?:\.\d)?|{'|'.join(sorted(_COUNTS, key=len, reverse=True))})"
_SHAPE = re.compile(
    r"(?:(?P<about>about|around|roughly|some|approximately|nearly|almost|an? estimated)\s+"
    r"|(?P<under>less than|under|not quite|the better part of|most of|up to)\s+"
    r"|(?P<over>more than|over|at least|well over)\s+)?"
    rf"\b(?P<amount>{_AMOUNT})(?P<half>\s+and\s+a\s+half)?[\s-]+(?P<unit>minute|hour|min|hr)s?\b"
    r"(?P<behind>\s+(?:and\s+a\s+half))?",
    re.IGNORECASE,
)
_HALF_HOUR = re.compile(
    r"(?:(?P<about>about|around|roughly|nearly|almost)\s+)?\b(?:a\s+half[- ]hour|half\s+an\s+hour"
    r"|half-hour)\b",
    re.IGNORECASE,
)
_AGO = re.compile(
    r"\s+(?:ago|later|earlier|before|after|away|from now|drive|ahead|prior|flight|notice)\b",
    re.IGNORECASE,
)
_WITHIN = re.compile(r"\b(?:within|in|every|after|by)\s+(?:the\s+(?:next|last|first)\s+)?\Z", re.I)
_LONGEST = 600.0


@dataclass(frozen=True, slots=True, kw_only=True)
class DurationMention:
    """A length of time in a text, in code points; in minutes, between least and most."""

    start: int
    end: int
    text: str
    least: float
    most: float

    def contradicts(self, other: DurationMention) -> bool:
        """Whether two lengths cannot be one."""
        return self.most < other.least or other.most < self.least


def durations(text: str) -> tuple[DurationMention, ...]:
    """Return the lengths of minutes and hours in an English text, in order.

    "An hour ago" and "within 20 minutes" say when, not how long, and are left out.
    """
    found = [_measured(match) for match in _SHAPE.finditer(text)]
    found += [
        _spread(match.start(), match.end(), match[0], 30, "about" if match["about"] else "")
        for match in _HALF_HOUR.finditer(text)
    ]
    kept: list[DurationMention] = []
    for one in sorted(found, key=lambda mention: (mention.start, -mention.end)):
        is_apart = not kept or one.start >= kept[-1].end
        if is_apart and one.most <= _LONGEST * 2 and _says_how_long(text, one):
            kept.append(one)
    return tuple(kept)


def _measured(match: re.Match[str]) -> DurationMention:
    amount = match["amount"].lower()
    number = float(_COUNTS[amount]) if amount in _COUNTS else float(amount)
    if match["half"] or match["behind"]:
        number += 0.5
    minutes = number * (60 if match["unit"].lower().startswith("h") else 1)
    words = (match["about"] or match["under"] or match["over"] or "").lower()
    return _spread(match.start(), match.end(), match[0], minutes, words)


def _spread(start: int, end: int, text: str, minutes: float, words: str) -> DurationMention:
    """Return a length with the room that its words leave; a round number is never to the minute."""
    least, most = minutes * 0.85, minutes * 1.15
    if words in ("nearly", "almost", "the better part of", "most of", "not quite"):
        least, most = minutes * 0.55, minutes
    elif words in ("less than", "under", "up to"):
        least, most = 0.0, minutes
    elif words in ("more than", "over", "at least", "well over"):
        least, most = minutes, _LONGEST * 2
    elif words:
        least, most = minutes * 0.7, minutes * 1.35
    return DurationMention(start=start, end=end, text=text, least=least, most=most)


def _says_how_long(text: str, one: DurationMention) -> bool:
    before = text[max(0, one.start - 24) : one.start]
    return not _AGO.match(text, one.end) and not _WITHIN.search(before)
