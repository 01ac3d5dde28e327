"""Changes of what the stretches of a text are: the article, or something beside it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from workbench.core.source import Span

if TYPE_CHECKING:
    from workbench.core.check import Check
    from workbench.core.source import SourceVersion, SpanType


def with_span(version: SourceVersion, start: int, end: int, kind: SpanType) -> SourceVersion:
    """Return the version with a stretch (code points) of another type.

    Spans that it touches are split, and those of the same type beside it become one with it. That
    a stretch is body is kept as a span of its own: without it, what a person said would look like
    what nobody has looked at. Raises ValueError for a stretch that is not inside the text.
    """
    if not 0 <= start < end <= len(version.text):
        raise ValueError(f"no stretch of this text: {start} to {end}")
    others = [
        Span(start=first, end=last, type=span.type)
        for span in version.spans
        for first, last in ((span.start, min(span.end, start)), (max(span.start, end), span.end))
        if first < last
    ]
    beside = [
        span
        for span in others
        if span.type is kind
        and _is_blank(version.text, (span.start, span.end), (start, end))
        and not any(_parts(other, span, (start, end)) for other in others)
    ]
    merged = Span(
        start=min([start, *(span.start for span in beside)]),
        end=max([end, *(span.end for span in beside)]),
        type=kind,
    )
    kept = [span for span in others if span not in beside]
    return replace(version, spans=tuple(sorted([*kept, merged], key=lambda span: span.start)))


def with_version(check: Check, version: SourceVersion) -> Check:
    """Return the check with a version in place of the one with its id."""
    return replace(
        check,
        sources=tuple(
            replace(
                source,
                versions=tuple(version if old.id == version.id else old for old in source.versions),
            )
            if any(old.id == version.id for old in source.versions)
            else source
            for source in check.sources
        ),
    )


def _parts(other: Span, span: Span, stretch: tuple[int, int]) -> bool:
    """Whether another span, of blanks alone, stands between a span and a stretch."""
    return min(span.end, stretch[1]) <= other.start and other.end <= max(span.start, stretch[0])


def _is_blank(text: str, one: tuple[int, int], other: tuple[int, int]) -> bool:
    """Whether two stretches touch, or are parted by no more than spaces of one line."""
    between = text[min(one[1], other[1]) : max(one[0], other[0])]
    return not between.strip(" \t\u00a0")
