"""Events told in a text: who did what to whom, in which direction, and when."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from workbench.core.date import UNKNOWN_DATE, DateValue
from workbench.core.words import Words
from workbench.reading.deed import Deed, deeds
from workbench.reading.phrase import PRONOUN, ROLE, Phrase, is_role_word
from workbench.reading.speech import Speech, speech_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from workbench.reading.date_mention import DateMention
    from workbench.reading.token import Sentence, Token

NO_WORDS = Words()
_FARTHEST = 90
"""Code points between a deed and its date; one farther off dates something else."""
_LONGEST_ROLE = 5
"""Words; a longer role is no phrase but a misread sentence."""
_OBJECTS = {"him": "he", "her": "she"}


@dataclass(frozen=True, slots=True, kw_only=True)
class EventMention:
    """Something that somebody did, as one place of a text tells it.

    Attributes:
        actor: who did it; "fielding a call from B" makes B the actor.
        action: plain form of the verb: "call", "meet", "endorse".
        recipient: to whom; empty if the text does not say.
        when: the date in the same sentence, as it was given in `dates`; unknown if there is none.
        start, end: from the first to the last word that tells it, in code points.

    """

    actor: str
    action: str
    recipient: str
    when: DateValue
    start: int
    end: int


def events(
    text: str, dates: tuple[DateMention, ...] = (), words: Words = NO_WORDS
) -> tuple[EventMention, ...]:
    """Return the events of an English text, in order; what is denied or only planned is none.

    `dates` are the dates of the text, resolved as far as they can be.
    """
    speech = speech_of(text, words)
    calendar = _Calendar(dates)
    found = []
    for deed in deeds(speech.prose):
        actor = _who(speech, deed, deed.actor, "")
        recipient = _what(speech, deed) if deed.is_thing else _who(
            speech, deed, deed.recipient, actor
        )  # fmt: skip
        if not actor or not recipient or actor == recipient or _is_interview(speech, deed):
            continue
        tokens = speech.prose.tokens
        sentence = speech.prose.sentences[deed.sentence]
        found.append(
            EventMention(
                actor=actor,
                action=deed.action,
                recipient=recipient,
                when=calendar.nearest(speech, sentence, deed),
                start=tokens[deed.first].start,
                end=tokens[deed.last - 1].end,
            )
        )
    return tuple(found)


def _who(speech: Speech, deed: Deed, phrase: Phrase | None, other: str) -> str:
    """Return whom a phrase of a deed means, who is not the other one."""
    if phrase is None:
        return ""
    word = speech.referents.words(phrase)
    gender = _OBJECTS.get(word.lower())
    if gender:
        return speech.referents.object_of(gender, phrase.first, deed.sentence, other)
    if phrase.kind == PRONOUN and word.lower() not in ("he", "she"):
        return ""
    name, _ = speech.referents.of(phrase, deed.sentence)
    if phrase.kind != ROLE or name != word:
        return name
    ends = word.split()[-1]
    is_role = is_role_word(ends) or " of " in word
    return name if is_role and len(word.split()) <= _LONGEST_ROLE else ""


def _is_interview(speech: Speech, deed: Deed) -> bool:
    """Whether an outlet is told something, or tells it: that is a citation, no event."""
    return any(
        phrase is not None and phrase.last in speech.outlets.by_last
        for phrase in (deed.actor, deed.recipient)
    )


def _what(speech: Speech, deed: Deed) -> str:
    return speech.referents.words(deed.recipient) if deed.recipient else ""


class _Calendar:
    """The dates of a text by place."""

    def __init__(self, dates: tuple[DateMention, ...]) -> None:
        self._dates = sorted(dates, key=lambda date: date.start)
        self._starts = [date.start for date in self._dates]

    def nearest(self, speech: Speech, sentence: Sentence, deed: Deed) -> DateValue:
        """Return the date of a sentence that stands nearest to a deed, those behind it first."""
        from bisect import bisect_left

        tokens = speech.prose.tokens
        begin, end = tokens[sentence.first].start, tokens[sentence.last - 1].end
        low, high = bisect_left(self._starts, begin), bisect_left(self._starts, end)
        start, stop = tokens[deed.first].start, tokens[deed.last - 1].end
        near = [
            (_distance(date, start, stop), at)
            for at, date in enumerate(self._dates[low : min(high, low + 50)], start=low)
            if not _is_label(speech.prose.text, date) and not _is_quoted(tokens, sentence, date)
        ]
        near = [one for one in near if one[0] <= _FARTHEST]
        return self._dates[min(near)[1]].date if near else UNKNOWN_DATE


def _is_label(text: str, date: DateMention) -> bool:
    """Whether a year names a thing, as in "the 2028 campaign"."""
    before = text[max(0, date.start - 8) : date.start].split()
    is_year = len(date.text) == 4 and date.text.isdigit()
    return is_year and (not before or before[-1].lower() not in ("in", "since", "during", "by"))


def _is_quoted(tokens: Sequence[Token], sentence: Sentence, date: DateMention) -> bool:
    """Whether a date stands in a quotation: “I called her on Friday,” she told reporters."""
    return any(
        token.quote >= 0 and token.start <= date.start < token.end
        for token in tokens[sentence.first : sentence.last]
    )


def _distance(date: DateMention, start: int, stop: int) -> int:
    if date.start >= start:
        return max(0, date.start - stop)
    return (start - date.end) * 2 + 20
