"""What is said below a picture: its caption, and the credit that stands behind it."""

from __future__ import annotations

import re
from typing import NamedTuple

_LONGEST = 2_000
_AGENCIES = (
    r"(?:AP|AFP|EPA|dpa|TNS|UPI|Reuters|REUTERS|Getty(?: Images)?|Bloomberg|Shutterstock|Alamy"
    r"|iStock|Unsplash|Wikimedia Commons|Xinhua|PA(?: Wire| Images)?|Zuma Press|Pool|Handout)"
)
_BY = r"(?:photo(?:graph)?s?|image|picture|illustration|graphic|foto|bild|crédit|video)"
_CREDITS = (
    # (Photo by Ada Lovelace/Agency), [Image: Somebody]
    re.compile(
        rf"[(\[]\s*((?:{_BY}|credit|courtesy|source|{_AGENCIES})\b[^()\[\]]{{0,160}})[)\]]\.?\Z",
        re.I,
    ),
    # Photo: Somebody; Credit: Somebody/Agency; Photograph by Somebody; © Somebody
    re.compile(
        rf"(?:\A|(?<=[.!?…”\"’')|–—-])\s*)"
        rf"((?:(?:{_BY}\s+)?(?:credit|courtesy|source)s?\s*:|{_BY}\s*:|{_BY}\s+(?:by|courtesy)\s"
        rf"|courtesy\s+(?:of|photo)\b|©|\(c\)|copyright\b)"
        rf"[^\n]{{1,140}})\Z",
        re.I,
    ),
    # Somebody/Agency, Agency via Agency
    re.compile(
        rf"(?:\A|(?<=[.!?…”\"’')|–—])\s+)"
        rf"((?:[\w.'’-]+ ){{0,4}}[\w.'’-]*\s?(?:/|\bvia\b|,)\s?{_AGENCIES}[\w /.'’-]{{0,60}}"
        rf"|{_AGENCIES}(?:\s?/\s?|\s+Photo\s?/\s?)[^\n.]{{2,60}}|{_AGENCIES}(?: Photo)?)\.?\Z"
    ),
)
_EDGES = " \t\n|·•–—-/"


class Caption(NamedTuple):
    """The words below a picture; either may be empty."""

    words: str
    credit: str


def caption_of(said: str) -> Caption:
    """Return the caption and the credit in what is said below a picture, in its own words."""
    said = " ".join(said[:_LONGEST].split())
    for pattern in _CREDITS:
        if match := pattern.search(said):
            return Caption(said[: match.start()].rstrip(_EDGES), match[1].strip(_EDGES))
    return Caption(said, "")
