"""Hedges: words by which a text holds back, such as "reportedly" or "appears to"."""

from __future__ import annotations

import re
from dataclasses import dataclass

_HEDGES = (
    r"(?:could|can)\s?not\s+(?:be\s+)?(?:independently\s+)?(?:be\s+)?(?:verified|confirmed)"
    r"|reportedly|(?<=the )reported"
    r"|allegedly|supposedly|purportedly|apparently|presumably|possibly|probably|perhaps"
    r"|maybe|seemingly|ostensibly|conceivably|arguably|potentially|likely|unlikely|rumou?red"
    r"|alleged|purported|supposed|suspected|reputed|unconfirmed|unverified|so-called|possible"
    r"|potential|apparent|presumed|tentatively|tentative|speculation|speculated|rumou?rs?"
    r"|(?:appears?|appeared|seems?|seemed)\s+(?:to|as\s+(?:if|though)|that|likely)"
    r"|appears|seems"
    r"|may|might|could(?:\s+have)?"
    r"|is\s+(?:said|believed|thought|understood|expected|reported)\s+to"
    r"|are\s+(?:said|believed|thought|understood|expected|reported)\s+to"
    r"|(?:was|were)\s+(?:said|believed|thought|understood|expected|reported)\s+to"
    r"|suggests?\s+that|suggesting|points?\s+to\s+a|signals?\s+that|not\s+(?:immediately\s+)?(?:clear|certain|known)"
    r"|(?:is|was|are|were)\s+(?:understood|believed|thought|rumou?red)\s+that|if\s+(?:true|confirmed)"
    r"|remains\s+to\s+be\s+seen|(?:is|was|are|were)\s+(?:claimed|alleged|rumou?red)\s+to"
    r"|unclear|uncertain|in\s+part|to\s+some\s+extent|we\s+are\s+told|by\s+(?:one|some)\s+accounts?"
)
_HEDGE = re.compile(rf"\b(?:{_HEDGES})\b", re.IGNORECASE)
_MONTH = re.compile(r"May\Z")
_DATE_BEHIND = re.compile(r"\s+(?:\d{1,2}\b|\d{4}\b)")
_MONTH_BEFORE = re.compile(
    r"(?:\b(?:in|of|since|last|next|this|late|early|mid|until|by|on|from|for|and|to)|\d|,)[\s-]*\Z",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class HedgeMention:
    """A hedge: where it stands, in code points, and its words exactly."""

    start: int
    end: int
    text: str


def hedges(text: str) -> tuple[HedgeMention, ...]:
    """Return the hedges of an English text, in order; the month of May is none."""
    return tuple(
        HedgeMention(start=match.start(), end=match.end(), text=match[0])
        for match in _HEDGE.finditer(text)
        if not _is_month(text, match)
    )


def _is_month(text: str, match: re.Match[str]) -> bool:
    if not _MONTH.match(match[0]):
        return False
    before = text[max(0, match.start() - 12) : match.start()]
    return bool(_DATE_BEHIND.match(text, match.end()) or _MONTH_BEFORE.search(before))
