"""Records that show something: papers, data and testimony as the source of what is told."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from workbench.reading import english
from workbench.reading.phrase import PRONOUN, ROLE, Phrase, phrase_from

if TYPE_CHECKING:
    from collections.abc import Iterator

    from workbench.reading.speech import Speech

_SHOWING = english.words(
    "show shows showed indicate indicates indicated reveal reveals revealed detail details suggest",
    "suggests suggested",
)
_PAPERS = english.DOCUMENTS | english.words(
    "data figures filings memos letters texts photos footage video videos recording recordings",
    "minutes polls surveys studies reports audits transcripts findings documents",
)
_NO_PAPERS = english.words("newspaper outlet magazine network paper site website broadcaster story")
_LONGEST = 14
"""Tokens of such a source; a longer one is no phrase but a misread sentence."""


class Record(NamedTuple):
    """A paper that shows something: its phrase, the token behind the verb, and the sentence."""

    subject: Phrase
    last: int
    sentence: int


def records(speech: Speech) -> Iterator[Record]:
    """Yield the papers that show something: "Court records show that ..."."""
    tokens = speech.prose.tokens
    cued = {cue.first for cue in speech.cues}
    for number, sentence in enumerate(speech.prose.sentences):
        for at in range(sentence.first + 1, min(sentence.last, sentence.first + _LONGEST + 8)):
            if tokens[at].text not in _SHOWING or tokens[at].quote >= 0 or at in cued:
                continue
            subject = _paper_before(speech, sentence.first, at)
            if subject is not None:
                yield Record(subject, at + 1, number)
                break


def _paper_before(speech: Speech, first: int, at: int) -> Phrase | None:
    """Return the phrase that begins a sentence and is a paper; "" if it is about another thing."""
    tokens = speech.prose.tokens
    words = [token.text.lower() for token in tokens[first:at]]
    if len(words) > _LONGEST or any(word in english.STOPPERS for word in words):
        return None
    if any(not token.is_word or token.quote >= 0 for token in tokens[first:at]):
        return None
    phrase = phrase_from(tokens, first, at)
    if phrase is not None and phrase.kind == PRONOUN:
        return None
    head = next((place for place, word in enumerate(words) if word in _PAPERS), -1)
    before = words[:head]
    if head < 0 or words[head] in _NO_PAPERS or len(before) > 4:
        return None
    if any(word in english.PREPOSITIONS or word in english.SAYING for word in before):
        return None
    return Phrase(first, at, ROLE)
