"""Transcripts: lines that begin with the speaker's name and a colon."""

from __future__ import annotations

import re
from typing import NamedTuple

from workbench.reading import english

_LINE = re.compile(
    r"^[ \t]*(?P<label>(?:[A-Z][a-zA-Z]{0,4}\. )?[^\W\d_a-z][\w.’'\-]*"
    r"(?:[ \t]+[^\W\d_a-z][\w.’'\-]*){0,4})"
    r"(?:,[ \t]+[A-Z][A-Z0-9 .,’'/&-]{1,60}[A-Z.])?"
    r"(?:[ \t]*\([^()\n]{1,40}\))?:[ \t]+(?P<words>\S[^\n\r]*)",
    re.MULTILINE,
)
_NO_SPEAKERS = english.words(
    "UPDATE BREAKING WATCH RELATED NOTE NOTES PHOTO PHOTOS VIDEO IMAGE CREDIT SOURCE CORRECTION",
    "CLARIFICATION EDITOR READ MORE LIVE OPINION ANALYSIS DATE TIME BY CONTACT SUBJECT FROM TO CC",
    "RE TOPICS TAGS PHONE EMAIL EXCLUSIVE CAPTION SEE LISTEN VIEW TITLE URL",
)
_FEWEST = 2


class TranscriptLine(NamedTuple):
    """What one speaker says in one line: the words from start to end, and the label before."""

    start: int
    end: int
    speaker: str


def transcript_lines(text: str) -> tuple[TranscriptLine, ...]:
    """Return the lines of a transcript; nothing if the text does not look like one."""
    found = [
        TranscriptLine(match.start("words"), match.start("words") + len(match["words"].rstrip()),
                       match["label"])
        for match in _LINE.finditer(text)
        if _is_label(match["label"])
    ]  # fmt: skip
    return tuple(found) if len(found) >= _FEWEST else ()


def _is_label(label: str) -> bool:
    words = label.replace("’", "'").split()
    if any(word.split("'")[0] in _NO_SPEAKERS for word in words):
        return False
    return words[-1].isupper() and len(words[-1]) > 1
