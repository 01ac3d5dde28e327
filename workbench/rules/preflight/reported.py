"""What a wording that names its reporter says was reported: the words without who says them."""

from __future__ import annotations

import re
from functools import lru_cache

from workbench.reading.attribution import attributions

_THAT = re.compile(r"(?:that\s+|(?:citing|quoting|based on|basing)\b[^.]{0,120}?,?\s+that\s+)")

_LEAST = 3
"""Words that a thing takes to be told."""


@lru_cache(maxsize=1024)
def words_reported(text: str) -> str:
    """Return what is said in "The Ledger reports, citing two people, that ..."; else nothing.

    Nothing as well for a text of more than one attribution: whose words are whose is open.
    """
    found = [one for one in attributions(text) if one.content_end > one.content_start]
    if len(found) != 1:
        return ""
    said = text[found[0].content_start : found[0].content_end].strip()
    lead = _THAT.match(said)
    said = said[lead.end() :] if lead else said
    return said if len(said.split()) >= _LEAST else ""
