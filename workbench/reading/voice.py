"""All that tells who says what in one text, gathered: without what is not the article."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol, TypeVar

from workbench.core.source import SpanType
from workbench.core.words import Words
from workbench.reading.attribution import AttributionMention, attributions
from workbench.reading.event_mention import EventMention, events
from workbench.reading.hedge import HedgeMention, hedges
from workbench.reading.hop import HopMention, hops
from workbench.reading.quotation import QuotationMention, quotations

if TYPE_CHECKING:
    from workbench.core.source import Span
    from workbench.reading.date_mention import DateMention


class _Placed(Protocol):
    @property
    def start(self) -> int: ...


_Mention = TypeVar("_Mention", bound=_Placed)


@dataclass(frozen=True, slots=True, kw_only=True)
class Voices:
    """Who says what in a text, whom it relies on, what it tells and where it holds back."""

    attributions: tuple[AttributionMention, ...] = ()
    quotations: tuple[QuotationMention, ...] = ()
    hops: tuple[HopMention, ...] = ()
    events: tuple[EventMention, ...] = ()
    hedges: tuple[HedgeMention, ...] = ()


def voices_of(
    text: str,
    *,
    spans: tuple[Span, ...] = (),
    dates: tuple[DateMention, ...] = (),
    words: Words | None = None,
) -> Voices:
    """Return all voices of an English text; only hops come from captions, nothing from chrome."""
    known = words or Words()
    return Voices(
        attributions=_of_body(attributions(text, known), spans),
        quotations=_of_body(quotations(text, known), spans),
        hops=hops(text, spans, known),
        events=_of_body(events(text, dates, known), spans),
        hedges=_of_body(hedges(text), spans),
    )


def _of_body(mentions: tuple[_Mention, ...], spans: tuple[Span, ...]) -> tuple[_Mention, ...]:
    """Return the mentions that begin in no span; both stand in order."""
    others = sorted((span for span in spans if span.type is not SpanType.BODY), key=_start)
    kept = []
    ahead = iter(others)
    span = next(ahead, None)
    for mention in mentions:
        while span is not None and span.end <= mention.start:
            span = next(ahead, None)
        if span is None or mention.start < span.start:
            kept.append(mention)
    return tuple(kept)


def _start(span: Span) -> int:
    return span.start
