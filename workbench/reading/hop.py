"""Hops: other outlets and documents that a text relies on, stated or inferred from a caption."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from workbench.core.claim import AttributionKind
from workbench.core.source import HopKind, Span, SpanType
from workbench.core.words import Words
from workbench.reading.citation import citations
from workbench.reading.cue import ACCORDING
from workbench.reading.phrase import ROLE
from workbench.reading.source_kind import kind_of
from workbench.reading.speech import Speech, speech_of

if TYPE_CHECKING:
    from collections.abc import Iterator

NO_WORDS = Words()
STATED = "stated"
CAPTION = "image caption"
_BEHIND_DASH = re.compile(
    r"\s[-–—|]\s(?P<name>[^\W\d_a-z][\w.’'&]*(?:\s(?:of\s)?[^\W\d_a-z][\w.’'&]*){0,4})\s*$",
    re.MULTILINE,
)
_OWN = re.compile(r"\((?P<name>[A-Z][\w .&]{1,30})\)\s*[-–—]")
_HEAD = 1500
"""Code points at the beginning of a text in which its own dateline stands."""
_VAGUE = 2
"""Words; a document described with fewer ("the report") is one named before."""


@dataclass(frozen=True, slots=True, kw_only=True)
class HopMention:
    """Another outlet or document that a text relies on.

    Attributes:
        name: as cited, in full where the text has the full name.
        kind: stated in the text, or inferred.
        basis: what it rests on: "stated" or "image caption".
        start, end: the citing words, in code points.

    """

    name: str
    kind: HopKind
    basis: str
    start: int
    end: int


def hops(
    text: str, spans: tuple[Span, ...] = (), words: Words = NO_WORDS
) -> tuple[HopMention, ...]:
    """Return the hops of an English text, each name once, in the order of their first citation.

    `spans` are the typed ranges of the text: what stands in a caption is inferred only, and
    chrome, metadata and rights notices cite nothing.
    """
    speech = speech_of(text, words)
    found = [*_stated(speech), *_documents(speech)]
    kept = [hop for hop in found if not _within(spans, hop)]
    own = {match["name"].casefold() for match in _OWN.finditer(text[:_HEAD])}
    kept += _of_captions(text, spans)
    first: dict[str, HopMention] = {}
    for hop in sorted(kept, key=lambda hop: (hop.kind is HopKind.INFERRED, hop.start)):
        key = hop.name.casefold().removeprefix("the ")
        if key not in own:
            first.setdefault(key, hop)
    return tuple(sorted(first.values(), key=lambda hop: hop.start))


def _stated(speech: Speech) -> Iterator[HopMention]:
    tokens = speech.prose.tokens
    for citation in citations(speech):
        if not citation.is_venue:
            yield HopMention(
                name=citation.name,
                kind=HopKind.STATED,
                basis=STATED,
                start=tokens[citation.first].start,
                end=tokens[citation.last - 1].end,
            )


def _documents(speech: Speech) -> Iterator[HopMention]:
    tokens = speech.prose.tokens
    for cue in speech.cues:
        if cue.subject is None or cue.form != ACCORDING or cue.subject.kind != ROLE:
            continue
        kind = kind_of(speech, cue.subject, speech.sources[cue.first][0])
        if kind.kind is AttributionKind.DOCUMENT and len(kind.descriptor.split()) >= _VAGUE:
            yield HopMention(
                name=kind.descriptor,
                kind=HopKind.STATED,
                basis=STATED,
                start=tokens[cue.first].start,
                end=tokens[cue.subject.last - 1].end,
            )


def _within(spans: tuple[Span, ...], hop: HopMention) -> bool:
    return any(
        span.type is not SpanType.BODY and span.start <= hop.start < span.end for span in spans
    )


def _of_captions(text: str, spans: tuple[Span, ...]) -> Iterator[HopMention]:
    for span in spans:
        if span.type is not SpanType.CAPTION:
            continue
        for match in _BEHIND_DASH.finditer(text, span.start, span.end):
            yield HopMention(
                name=match["name"],
                kind=HopKind.INFERRED,
                basis=CAPTION,
                start=match.start("name"),
                end=match.end("name"),
            )
