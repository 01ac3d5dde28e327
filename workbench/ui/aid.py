"""Reading aids: what is noticed in a text, by place, ready to be underlined and listed."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Any, NamedTuple

from PySide6.QtCore import QCoreApplication, QLocale

from workbench.core.claim import AttributionKind
from workbench.core.date import DateBasis
from workbench.core.source import SpanType
from workbench.reading.quotation import Certainty
from workbench.ui.highlight import PlaceIndex
from workbench.ui.wording import date_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from workbench.core.source import Span
    from workbench.reading.attribution import AttributionMention
    from workbench.reading.date_mention import DateMention
    from workbench.reading.event_mention import EventMention
    from workbench.reading.inspection import Inspection


class AidKind(StrEnum):
    """What is noticed; the order is that of the list."""

    DATE = "date"
    ATTRIBUTION = "attribution"
    QUOTATION = "quotation"
    HEDGE = "hedge"
    EVENT = "event"
    SPAN = "span"


class Aid(NamedTuple):
    """Something noticed: its place in code points, and the mention with all that is known."""

    start: int
    end: int
    kind: AidKind
    mention: Any


class AidIndex:
    """The aids of one text; those that are underlined are found by place."""

    def __init__(self, inspection: Inspection | None) -> None:
        self.all = tuple(_aids(inspection)) if inspection is not None else ()
        lined = [aid for aid in self.all if _is_lined(aid)]
        self._lined = PlaceIndex(tuple(lined))

    def between(self, start: int, end: int) -> Iterator[Aid]:
        """Yield the underlined aids that touch a stretch, in reading order."""
        return self._lined.between(start, end)

    def at(self, place: int) -> Aid | None:
        """Return the shortest underlined aid over a place, or None."""
        return self._lined.at(place)


def _aids(inspection: Inspection) -> Iterator[Aid]:
    voices = inspection.voices
    groups: tuple[tuple[AidKind, tuple[Any, ...]], ...] = (
        (AidKind.DATE, inspection.dates),
        (AidKind.ATTRIBUTION, voices.attributions),
        (AidKind.QUOTATION, voices.quotations),
        (AidKind.HEDGE, voices.hedges),
        (AidKind.EVENT, voices.events),
        (AidKind.SPAN, inspection.spans),
    )
    for kind, mentions in groups:
        for mention in mentions:
            if kind is not AidKind.SPAN or mention.type is not SpanType.BODY:
                yield Aid(mention.start, mention.end, kind, mention)


def _is_lined(aid: Aid) -> bool:
    """Whether an aid is underlined: dates that say themselves when they are need no help."""
    if aid.kind is AidKind.DATE:
        return aid.mention.date.basis is not DateBasis.STATED
    return aid.kind not in (AidKind.EVENT, AidKind.SPAN)


def tr(text: str) -> str:
    """Return words about an aid in the person's language."""
    return QCoreApplication.translate("aid", text)


def heading(kind: AidKind) -> str:
    """Return the heading of a group in the list."""
    return {
        AidKind.DATE: tr("Dates"),
        AidKind.ATTRIBUTION: tr("Who says it"),
        AidKind.QUOTATION: tr("Quotations"),
        AidKind.HEDGE: tr("Hedges"),
        AidKind.EVENT: tr("Events"),
        AidKind.SPAN: tr("Not the article"),
    }[kind]


def described(aid: Aid) -> str:
    """Return in one sentence what an aid is."""
    mention = aid.mention
    match aid.kind:
        case AidKind.DATE:
            return _of_date(mention)
        case AidKind.ATTRIBUTION:
            return tr("Attributed to {source}").format(source=source_words(mention))
        case AidKind.QUOTATION:
            return _of_quotation(mention.speaker, mention.certainty)
        case AidKind.HEDGE:
            return tr("A hedge: “{words}” holds back").format(words=_one_line(mention.text))
        case AidKind.EVENT:
            return _of_event(mention)
        case _:
            return span_words(mention.type)


def source_words(mention: AttributionMention) -> str:
    """Return who is attributed to, with kind and number: "two people close to it (unnamed, 2)"."""
    kinds = {
        AttributionKind.ROLE_ONLY: tr("role only"),
        AttributionKind.DOCUMENT: tr("document"),
        AttributionKind.BROADCAST: tr("broadcast"),
        AttributionKind.OUTLET: tr("another outlet"),
    }
    source = _one_line(mention.source)
    if mention.kind is AttributionKind.ANONYMOUS:
        number = str(mention.count) if mention.count else tr("number not said")
        kind = tr("anonymous, {number}").format(number=number)
    elif mention.kind in kinds:
        kind = kinds[mention.kind]
    else:
        return source
    return f"{source} ({kind})"


def span_words(kind: SpanType) -> str:
    """Return what a stretch is, with its article: "a caption"."""
    return {
        SpanType.BODY: tr("the text of the article"),
        SpanType.CHROME: tr("page furniture"),
        SpanType.METADATA: tr("metadata"),
        SpanType.CAPTION: tr("a caption"),
        SpanType.RIGHTS_NOTICE: tr("a rights notice"),
    }[kind]


def summary(index: AidIndex) -> str:
    """Return how much of each kind is noticed, in one line; empty for nothing."""
    counts = dict.fromkeys(AidKind, 0)
    for aid in index.all:
        counts[aid.kind] += 1
    names = (
        (AidKind.DATE, tr("1 date"), tr("{n} dates")),
        (AidKind.ATTRIBUTION, tr("1 attribution"), tr("{n} attributions")),
        (AidKind.QUOTATION, tr("1 quotation"), tr("{n} quotations")),
        (AidKind.HEDGE, tr("1 hedge"), tr("{n} hedges")),
    )
    return "  ·  ".join(
        one if counts[kind] == 1 else many.format(n=counts[kind])
        for kind, one, many in names
        if counts[kind]
    )


def language_name(code: str) -> str:
    """Return the name of a language tag: "sv" is Swedish; the tag itself if it is unknown."""
    locale = QLocale(code)
    is_known = locale.language() not in (QLocale.Language.C, QLocale.Language.AnyLanguage)
    return QLocale.languageToString(locale.language()) if is_known else code


def _of_date(mention: DateMention) -> str:
    words = _one_line(mention.text)
    if not mention.date.is_known:
        return tr("“{words}” is unresolved: Ctrl+Alt+D sets its anchor date").format(words=words)
    told = date_words(_without_wording(mention))
    return tr("“{words}” = {date}").format(words=words, date=told)


def _without_wording(mention: DateMention) -> Any:  # noqa: ANN401
    from dataclasses import replace

    return replace(mention.date, wording="")


def _of_quotation(speaker: str, certainty: Certainty) -> str:
    name = _one_line(speaker)
    return {
        Certainty.HIGH: tr("Said by {name}"),
        Certainty.MEDIUM: tr("Said by {name} (likely)"),
        Certainty.LOW: tr("Said by {name} (a guess)"),
        Certainty.NONE: tr("Quoted; the text does not say clearly by whom"),
    }[certainty].format(name=name)


def _of_event(event: EventMention) -> str:
    told = " → ".join(part for part in (event.actor, event.action, event.recipient) if part)
    if event.when.is_known:
        return f"{_one_line(told)}, {date_words(event.when)}"
    return _one_line(told)


def _one_line(text: str) -> str:
    return " ".join(text.split())


def spans_in_words(spans: tuple[Span, ...] | tuple[SpanType, ...]) -> str:
    """Return several kinds of stretch in words, joined with "and"."""
    kinds = [span if isinstance(span, SpanType) else span.type for span in spans]
    words = [span_words(kind) for kind in dict.fromkeys(kinds)]
    if len(words) < 2:
        return "".join(words)
    return tr("{first} and {last}").format(first=", ".join(words[:-1]), last=words[-1])
