"""What a selected stretch may be used for: only the article itself is quoted and counted."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from workbench.core.source import SpanType

if TYPE_CHECKING:
    from workbench.core.source import Span


class Use(StrEnum):
    """What a person wants to make of a stretch."""

    CLAIM = "claim"
    EVIDENCE = "evidence"
    QUOTE = "quote"
    EVENT = "event"


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """What a stretch of a text is.

    Attributes:
        types: what it holds besides body, in order, each once.
        body: its longest part that is body, without spaces around it; start equals end if there
            is none.
        is_headline: whether all of its body stands in the line that is the source's title.

    """

    types: tuple[SpanType, ...]
    body: tuple[int, int]
    is_headline: bool = False

    @property
    def is_body(self) -> bool:
        """Whether all of it is the article's own text."""
        return not self.types

    @property
    def has_body(self) -> bool:
        """Whether any of it is the article's own text."""
        return self.body[0] < self.body[1]

    def serves(self, use: Use) -> bool:
        """Whether it may become that: a headline may be a claim and be quoted, it proves nothing.

        A headline is written by a desk, often shorter than what the article can carry, and often
        the very claim that circulates.
        """
        return self.is_body and not (self.is_headline and use in (Use.EVIDENCE, Use.EVENT))


def stretch_of(
    text: str,
    spans: tuple[Span, ...],
    start: int,
    end: int,
    headline: tuple[int, int] | None = None,
) -> Stretch:
    """Return what a stretch (code points) is; spaces count for nothing.

    `headline` is where the source's title stands in the text, if it does.
    """
    types: list[SpanType] = []
    parts: list[tuple[int, int]] = []
    at = start
    for span in spans:
        first, last = max(span.start, start), min(span.end, end)
        if span.type is SpanType.BODY or first >= last:
            continue
        parts.append((at, first))
        at = last
        if text[first:last].strip() and span.type not in types:
            types.append(span.type)
    parts.append((at, end))
    body = max((_trimmed(text, *part) for part in parts), key=lambda part: part[1] - part[0])
    is_told = any(span.type is SpanType.BODY and span.start <= body[0] for span in spans
                  if span.end >= body[1])  # fmt: skip
    is_headline = (
        headline is not None
        and body[0] < body[1]
        and headline[0] <= body[0]
        and body[1] <= headline[1]
        and not is_told
    )
    return Stretch(types=tuple(types), body=body, is_headline=is_headline)


def headline_in(text: str, title: str) -> tuple[int, int] | None:
    """Return where the line stands that is the title of a source, among its first lines."""
    wanted = title.strip()
    if not wanted:
        return None
    at = 0
    for line in text[:_HEAD].splitlines(keepends=True):
        if line.strip() == wanted:
            start = at + len(line) - len(line.lstrip())
            return start, start + len(wanted)
        at += len(line)
    return None


_HEAD = 8_000
"""Code points, from the first, in which the title is looked for."""


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end
