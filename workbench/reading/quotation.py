"""Direct quotations and who is speaking: the speaker is named only where the text tells."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from enum import StrEnum
from itertools import accumulate

from workbench.core.words import Words
from workbench.reading.speech import speech_of
from workbench.reading.transcript import transcript_lines

NO_WORDS = Words()


class Certainty(StrEnum):
    """How surely the speaker is known; NONE without a speaker."""

    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"
    NONE = "none"


@dataclass(frozen=True, slots=True, kw_only=True)
class QuotationMention:
    """A direct quotation.

    Attributes:
        start, end: the words inside the marks, in code points.
        text: those words, exactly.
        speaker: who says them, as fully as the text names them; empty if it does not tell.

    """

    start: int
    end: int
    text: str
    speaker: str
    certainty: Certainty


def quotations(text: str, words: Words = NO_WORDS) -> tuple[QuotationMention, ...]:
    """Return the direct quotations of an English text, in order; inner ones follow their outer."""
    speech = speech_of(text, words)
    found = [
        QuotationMention(
            start=span.start,
            end=span.end,
            text=text[span.start : span.end],
            speaker=speaker,
            certainty=Certainty(certainty),
        )
        for span, (speaker, certainty) in zip(speech.prose.quotes, speech.speakers, strict=True)
    ]
    starts = [item.start for item in found]  # in order, as the marks stand
    reach = list(accumulate((item.end for item in found), max))
    spoken: dict[str, str] = {}
    lines = transcript_lines(text)
    full = {
        line.speaker.split()[-1]: line.speaker for line in reversed(lines) if " " in line.speaker
    }
    for line in lines:
        before = bisect_left(starts, line.end)
        if not before or reach[before - 1] <= line.start:
            if line.speaker not in spoken:
                spoken[line.speaker] = speech.named(full.get(line.speaker, line.speaker))
            found.append(
                QuotationMention(
                    start=line.start,
                    end=line.end,
                    text=text[line.start : line.end],
                    speaker=spoken[line.speaker],
                    certainty=Certainty.HIGH,
                )
            )
    return tuple(sorted(found, key=lambda item: (item.start, -item.end)))
