"""Citation marks: what ties a sentence of the draft to its evidence, "[^3f9a21c4]".

The form is that of a Markdown footnote. Its key is the end of the id of a passage, or of evidence
that is no passage; "[^analysis]" says that the sentence before it is analysis and cites nothing.
"""

from __future__ import annotations

import re
from typing import NamedTuple

KEY_LENGTH = 8
"""Hexadecimal digits from the end of an id: random ones, in a UUIDv7 (RFC 9562, 5.7)."""
ANALYSIS_KEY = "analysis"
MARK_FORM = rf"\[\^(?:[0-9a-f]{{{KEY_LENGTH}}}|{ANALYSIS_KEY})\]"
"""A citation mark as a regular expression without groups."""
_MARK = re.compile(MARK_FORM)


class CitationMark(NamedTuple):
    """A mark in a text; start and end count code points."""

    key: str
    start: int
    end: int


def citation_marks(text: str) -> tuple[CitationMark, ...]:
    """Return the citation marks of a text, in order."""
    return tuple(
        CitationMark(match[0][2:-1], match.start(), match.end()) for match in _MARK.finditer(text)
    )


def citation_key(item_id: str) -> str:
    """Return the key that cites a passage or a piece of evidence."""
    return item_id[-KEY_LENGTH:]


def mark_for(key: str) -> str:
    """Return the mark with a key."""
    return f"[^{key}]"
