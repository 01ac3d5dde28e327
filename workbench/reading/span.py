"""Typed ranges of a text: chrome, metadata, captions and rights notices. The rest is body."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbench.core.source import Span, SpanType
from workbench.reading.masthead import LineKind, Masthead, ReadLine, masthead

if TYPE_CHECKING:
    from collections.abc import Iterator

_TYPES = {
    LineKind.CHROME: SpanType.CHROME,
    LineKind.CAPTION: SpanType.CAPTION,
    LineKind.HEADER: SpanType.METADATA,
    LineKind.MARKER: SpanType.METADATA,
}
_TITLE_KEYS = frozenset({"title", "headline", "subject"})


def spans(text: str) -> tuple[Span, ...]:
    """Return the typed ranges of a text in order, none touching another's code points."""
    return spans_of(masthead(text))


def spans_of(read: Masthead) -> tuple[Span, ...]:
    """Return the typed ranges of a text that has been read."""
    found = [span for line in read.lines for span in _line_spans(line)]
    return tuple(span for span in found if span.start < span.end)


def _line_spans(read: ReadLine) -> Iterator[Span]:
    start, end = read.line.start, read.line.end
    if read.kind is LineKind.HEADER and read.key in _TITLE_KEYS:
        return
    if kind := _TYPES.get(read.kind):
        yield Span(start=start, end=end, type=kind)
    elif read.kind is LineKind.RIGHTS:
        yield Span(start=start + read.rights, end=end, type=SpanType.RIGHTS_NOTICE)
    elif read.kind is LineKind.CREDIT:
        yield from _credit_spans(read)
    elif read.dateline:
        yield Span(start=start, end=start + read.dateline.end, type=SpanType.METADATA)


def _credit_spans(read: ReadLine) -> Iterator[Span]:
    """Yield the credits as metadata, and between them what belongs to the site."""
    credit = read.credit
    words = read.line.words
    at = credit.begin if credit else 0
    for start, end in (*(credit.chrome if credit else ()), (len(words), len(words))):
        before = words[at:start]
        trimmed = before.strip()
        if trimmed:
            first = read.line.start + at + len(before) - len(before.lstrip())
            yield Span(start=first, end=first + len(trimmed), type=SpanType.METADATA)
        if start < end:
            yield Span(
                start=read.line.start + start, end=read.line.start + end, type=SpanType.CHROME
            )
        at = max(at, end)
