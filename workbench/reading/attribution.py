"""Attributions: who says what, outside the quotation marks too, and what kind of source that is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from workbench.core.claim import AttributionKind
from workbench.core.words import Words
from workbench.reading import english
from workbench.reading.citation import citations
from workbench.reading.cue import ACCORDING, AFTER
from workbench.reading.record import Record, records
from workbench.reading.source_kind import SourceKind, kind_of
from workbench.reading.speech import Speech, speech_of

if TYPE_CHECKING:
    from workbench.reading.citation import Citation
    from workbench.reading.cue import Cue
    from workbench.reading.phrase import Phrase
    from workbench.reading.token import Sentence

NO_WORDS = Words()


@dataclass(frozen=True, slots=True, kw_only=True)
class AttributionMention:
    """A place where a text says who says something.

    Attributes:
        start, end: the cue with its source, in code points.
        cue: those words, exactly: "according to two people familiar with the call".
        source: the name, as fully as the text has it; else the words of the source.
        count: how many anonymous sources; 0 if not said.
        descriptor: how the text describes a source without a name.
        content_start, content_end: what is said; the same place twice if nothing is.

    """

    start: int
    end: int
    cue: str
    source: str
    kind: AttributionKind
    count: int
    descriptor: str
    content_start: int
    content_end: int


def attributions(text: str, words: Words = NO_WORDS) -> tuple[AttributionMention, ...]:
    """Return the attributions of an English text, in order."""
    speech = speech_of(text, words)
    found = [
        _of_cue(speech, cue)
        for cue in speech.cues
        if cue.subject is not None and (cue.is_saying or cue.first in speech.tags)
    ]
    found += [_of_record(speech, record) for record in records(speech)]
    own = {(item.start, item.end) for item in found}
    for citation in citations(speech):
        item = _of_citation(speech, citation)
        if citation.is_told and (item.start, item.end) not in own:
            found.append(item)
    return tuple(sorted(found, key=lambda item: (item.start, item.end)))


def _of_cue(speech: Speech, cue: Cue) -> AttributionMention:
    assert cue.subject is not None
    tokens = speech.prose.tokens
    first, last = _extent(speech, cue, cue.subject)
    source, _ = speech.sources[cue.first]
    start, end = tokens[first].start, tokens[last - 1].end
    content = _content(speech, cue, first, last)
    return _mention(speech, (start, end), source, kind_of(speech, cue.subject, source), content)


def _extent(speech: Speech, cue: Cue, subject: Phrase) -> tuple[int, int]:
    """Return the tokens of cue and source; of the cue alone if its source stands far off."""
    first, last = min(cue.first, subject.first), max(cue.last, subject.last)
    between = speech.prose.tokens[subject.last : cue.first]
    is_shared = any(token.quote >= 0 or token.text in _FINITE for token in between)
    if len(between) > _FAR or is_shared:
        return cue.first, cue.last
    outlet = speech.outlets.by_last.get(subject.last)
    return (min(first, outlet.first) if outlet else first), last


def _of_record(speech: Speech, record: Record) -> AttributionMention:
    tokens = speech.prose.tokens
    sentence = speech.prose.sentences[record.sentence]
    source = speech.referents.words(record.subject)
    span = (tokens[record.subject.first].start, tokens[record.last - 1].end)
    kind = kind_of(speech, record.subject, source)
    descriptor = kind.descriptor or source
    content = (span[1], tokens[sentence.last - 1].end)
    document = SourceKind(AttributionKind.DOCUMENT, 0, descriptor)
    return _mention(speech, span, source, document, content)


def _of_citation(speech: Speech, citation: Citation) -> AttributionMention:
    tokens = speech.prose.tokens
    kind = AttributionKind.BROADCAST if citation.is_broadcast else AttributionKind.OUTLET
    sentence = speech.prose.sentences[citation.sentence]
    span = (tokens[citation.first].start, tokens[citation.last - 1].end)
    before = (tokens[sentence.first].start, span[0])
    after = (span[1], tokens[sentence.last - 1].end)
    content = before if span[0] - before[0] > 12 else after
    return _mention(speech, span, citation.name, SourceKind(kind, 0, ""), content)


def _mention(
    speech: Speech,
    span: tuple[int, int],
    source: str,
    kind: SourceKind,
    content: tuple[int, int],
) -> AttributionMention:
    text = speech.prose.text
    start, end = _trimmed(text, *content)
    return AttributionMention(
        start=span[0],
        end=span[1],
        cue=text[span[0] : span[1]],
        source=source,
        kind=kind.kind,
        count=kind.count,
        descriptor=kind.descriptor,
        content_start=start,
        content_end=end,
    )


def _content(speech: Speech, cue: Cue, first: int, last: int) -> tuple[int, int]:
    """Return what is said: the words before a tag, else those behind the cue."""
    tokens = speech.prose.tokens
    sentence = speech.prose.sentences[cue.sentence]
    before = (tokens[sentence.first].start, tokens[first].start)
    after = (tokens[last - 1].end, tokens[sentence.last - 1].end)
    if before[1] - before[0] < _SHORTEST:
        return after
    if cue.form == ACCORDING and tokens[min(last, sentence.last - 1)].text == ",":
        return before[0], after[1]
    return before if _is_tag(speech, cue, sentence, first) else after


def _is_tag(speech: Speech, cue: Cue, sentence: Sentence, first: int) -> bool:
    if first == sentence.first:
        return False
    tokens = speech.prose.tokens
    if cue.form in (AFTER, ACCORDING):
        return True
    mark = tokens[first - 1]
    if cue.first in speech.tags and tokens[sentence.first].quote >= 0:
        return True
    behind = sentence.last - cue.last
    is_parted = mark.text == "," and tokens[sentence.first].text.lower() not in _OPENING
    return mark.quote >= 0 or (is_parted and (behind <= 12 or tokens[cue.last].text == ","))


_SHORTEST = 8
"""Code points; less before a cue is no more than "But"."""
_FAR = 24
_FINITE = english.words("and but is was were are has had said told") | english.SAYING.keys()
_OPENING = english.words("in on at after before when while as since during asked but and still")


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """Return a stretch without spaces and loose marks at its ends."""
    while start < end and (text[start].isspace() or text[start] in ",:;—–"):
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] in ",:;—–"):
        end -= 1
    return start, end
