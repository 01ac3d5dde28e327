"""Coverage: which sentences of a check rest on evidence, and which a person has yet to source.

A sentence is cited, generated from the claims, or analysis: by its part, or by the mark
"[^analysis]" behind it. All others are open. Questions, headings, lines that lead to a list and
what is said of the method assert nothing about the case and are not counted.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

from workbench.core.citation_mark import ANALYSIS_KEY, CitationMark, citation_marks, mark_for
from workbench.core.manuscript import Manuscript, ManuscriptPart, Role
from workbench.reading.sentence import sentences
from workbench.reading.unmarked import unmarked

if TYPE_CHECKING:
    from collections.abc import Iterator

_TYPED = frozenset(
    {
        *(Role.QUICK_READ, Role.LEDE, Role.VERSIONS, Role.WHAT_HAPPENED, Role.ANALYSIS),
        *(Role.NOT_CONFIRMED, Role.OTHER),
    }
)
_GENERATED = frozenset({Role.CLAIM, Role.RATING})
_HEADING = re.compile(r"[ \t]*#{1,6}[ \t]")
_CLOSERS = "\"'”’»)]}*_ \t"
_GAP = re.compile(r" (?=[.,;:!?])")
"""What a mark in front of a full stop leaves."""
_ASIDE = re.compile(r"\([^()]*\)[.!?]?\Z", re.DOTALL)
"""What stands in brackets behind a quotation, such as its source, belongs to it."""


class Cover(StrEnum):
    """What a sentence rests on."""

    CITED = "cited"
    GENERATED = "generated"
    ANALYSIS = "analysis"
    OPEN = "open"


@dataclass(frozen=True, slots=True, kw_only=True)
class CoveredSentence:
    """A sentence of a check.

    Attributes:
        start, end: code points of the text of its part, without the marks behind it.
        keys: of the citation marks in it and right behind it.

    """

    part: ManuscriptPart = field(repr=False)
    start: int
    end: int
    cover: Cover
    keys: tuple[str, ...] = ()

    @property
    def words(self) -> str:
        """The sentence on one line, without marks."""
        return _GAP.sub("", " ".join(self.part.plain[self.start : self.end].split()))


@dataclass(frozen=True, slots=True, kw_only=True)
class Coverage:
    """All sentences of a check, in reading order."""

    sentences: tuple[CoveredSentence, ...] = ()

    def of(self, *covers: Cover) -> tuple[CoveredSentence, ...]:
        """Return the sentences with some covers."""
        return tuple(one for one in self.sentences if one.cover in covers)

    @property
    def total(self) -> int:
        """How many sentences there are."""
        return len(self.sentences)

    @property
    def sourced(self) -> int:
        """How many are cited, generated or analysis."""
        return self.total - len(self.of(Cover.OPEN))


def coverage_of(manuscript: Manuscript) -> Coverage:
    """Return what each sentence of a check rests on."""
    return Coverage(sentences=tuple(one for part in manuscript.parts for one in _sentences(part)))


def cited_sentences(part: ManuscriptPart) -> tuple[CoveredSentence, ...]:
    """Return the sentences of one typed part, with the keys of what each cites."""
    return tuple(_typed(part))


def sentence_at(text: str, place: int) -> CoveredSentence | None:
    """Return the sentence of a typed text that a place (code points) is in or right behind.

    None if no sentence begins before it.
    """
    part = ManuscriptPart(key="here", role=Role.OTHER, text=text, plain=unmarked(text))
    marks = citation_marks(text)
    here = [span for span in _spans(part) if span[0] <= place]
    if not here:
        return None
    start, end = here[-1]
    following = next((first for first, _ in _spans(part) if first > start), len(text))
    keys = tuple(mark.key for mark in marks if _belongs(mark, start, end, following, part))
    return CoveredSentence(part=part, start=start, end=end, cover=_cover(part, keys), keys=keys)


def with_mark(text: str, place: int, key: str) -> tuple[str, int] | None:
    """Return a text with a citation put behind the sentence at a place, or taken from it again.

    The number is where to go on writing, in code points; None if there is no sentence.
    """
    one = sentence_at(text, place)
    if one is None:
        return None
    own = [mark for mark in citation_marks(text) if one.start <= mark.start < one.end]
    at = one.end
    for mark in citation_marks(text):
        if mark.start >= one.end and not text[at : mark.start].strip(" \t"):
            own.append(mark)
            at = mark.end
    if gone := [mark for mark in own if mark.key == key]:
        for mark in reversed(gone):
            text = text[: mark.start] + text[mark.end :]
        return text, min(place, len(text))
    written = mark_for(key)
    return text[:at] + written + text[at:], at + len(written)


def _sentences(part: ManuscriptPart) -> Iterator[CoveredSentence]:
    if part.role in _GENERATED:
        for start, end in sentences(part.plain):
            yield CoveredSentence(part=part, start=start, end=end, cover=Cover.GENERATED)
    elif part.role in _TYPED:
        yield from _typed(part)


def _typed(part: ManuscriptPart) -> Iterator[CoveredSentence]:
    spans = list(_spans(part))
    marks = citation_marks(part.text)
    for number, (start, end) in enumerate(spans):
        following = spans[number + 1][0] if number + 1 < len(spans) else len(part.text)
        keys = tuple(mark.key for mark in marks if _belongs(mark, start, end, following, part))
        if _asserts(part, start, end):
            cover = _cover(part, keys)
            yield CoveredSentence(part=part, start=start, end=end, cover=cover, keys=keys)


def _spans(part: ManuscriptPart) -> Iterator[tuple[int, int]]:
    """Yield sentences, an aside in brackets joined to the one before it."""
    begin, stop = -1, -1
    for start, end in _pieces(part):
        same_line = begin >= 0 and "\n" not in part.plain[stop:start]
        if same_line and _ASIDE.match(part.plain[start:end]):
            stop = end
            continue
        if begin >= 0:
            yield begin, stop
        begin, stop = start, end
    if begin >= 0:
        yield begin, stop


def _pieces(part: ManuscriptPart) -> Iterator[tuple[int, int]]:
    """Yield sentences; one that begins with a cited aside is parted behind it."""
    marks = citation_marks(part.text)
    for start, end in sentences(part.plain):
        for mark in marks:
            words = part.plain[start : mark.start].rstrip()
            if start < mark.start < end and _ASIDE.match(words):
                yield start, start + len(words)
                start = end - len(part.plain[mark.end : end].lstrip())
                break
        if start < end:
            yield start, end


def _belongs(
    mark: CitationMark, start: int, end: int, following: int, part: ManuscriptPart
) -> bool:
    """Whether a mark stands in a sentence, or right behind it."""
    if start <= mark.start < end:
        return True
    return end <= mark.start < following and "\n\n" not in part.text[end : mark.start]


def _asserts(part: ManuscriptPart, start: int, end: int) -> bool:
    """Whether a sentence says something that could be wrong."""
    words = part.plain[start:end].rstrip(_CLOSERS)
    line = part.text.rfind("\n", 0, start) + 1
    if _HEADING.match(part.text, line):
        return False
    return any(map(str.isalpha, words)) and not words.endswith(("?", ":"))


def _cover(part: ManuscriptPart, keys: tuple[str, ...]) -> Cover:
    if any(key != ANALYSIS_KEY for key in keys):
        return Cover.CITED
    if keys or part.role is Role.ANALYSIS:
        return Cover.ANALYSIS
    return Cover.OPEN
