"""Sentences of news text: where each begins and ends, in code points.

Full stops are judged the English way; those of other scripts end sentences as they are.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from workbench.reading.abbreviation import may_end

if TYPE_CHECKING:
    from collections.abc import Iterator

_CLOSERS = r"\"'”’»›)\]}」』）》〉】〕*_"
# What ends a sentence, with the quotes, brackets and footnote marks that close behind it.
_END = re.compile(
    rf"(?P<mark>[.!?…‽]+|(?P<wide>[。！？．｡؟۔।॥።။។]+))(?P<close>(?:[{_CLOSERS}]|\[\d{{1,3}}\])*)"
)
_GAP = re.compile(r"\s+[\"'“‘«‹(\[{「『（《〈【〔„‚¿¡*_—–-]*")
_GLUED_OPENERS = frozenset("“‘«„")
_WORD_BEFORE = re.compile(r"[^\s\"'“”‘’«»‹›()\[\]{}*_—–/-]*\Z")
_LONGEST_WORD = 24
# A question or a cry inside a sentence: “Really?” Mr. Okafor asked.
_SPEAKER = re.compile(
    r"(?:[^\W\d_][\w.’'-]*\s+){1,4}"
    r"(?:said|says|asked|asks|wrote|writes|added|adds|replied|told|tells|shouted|joked|continued)\b"
)
_QUOTES = frozenset("\"'”’»›")
# A line that begins like this is a list item, a heading or a row of a table.
_NEW_ITEM = re.compile(r"\s*(?:[-*+•·‣◦▪●–—]\s|#{1,6}\s|\(?\d{1,3}[.)]\s|\|)")
_HEADING = re.compile(r"\s*#{1,6}\s")
_NUMBER_OF_ITEM = re.compile(r"\s?\(?\d{1,3}\Z")
# Lines of hard-wrapped text are no longer than this; longer ones are paragraphs.
_WRAPPED_WIDTH = 100
# A line much shorter than the longest one of its block was ended on purpose.
_FULL_LINE = 0.7


@lru_cache(maxsize=32)  # every rule asks for those of the same few articles
def sentences(text: str) -> tuple[tuple[int, int], ...]:
    """Return the sentences of a text as (start, end), in order, without spaces around them.

    Every character that is not a space belongs to exactly one sentence. Blank lines, headings,
    list items and lines that are paragraphs end a sentence without any full stop.
    """
    return tuple(
        span
        for start, end in _stretches(text)
        for part in _parts(text, start, end)
        if (span := _trimmed(text, *part))
    )


def _stretches(text: str) -> Iterator[tuple[int, int]]:
    """Yield the stretches that no sentence reaches across."""
    lines = text.splitlines(keepends=True)
    # In wrapped text no line of words is long; where one is, lines are paragraphs.
    is_wrapped = not any(len(line) > _WRAPPED_WIDTH and " " in line.strip() for line in lines)
    block: list[str] = []
    position = 0
    for line in lines:
        if not line.isspace():
            block.append(line)
            continue
        if block:
            yield from _block_stretches(block, position, is_wrapped=is_wrapped)
            position += sum(map(len, block))
            block = []
        position += len(line)
    yield from _block_stretches(block, position, is_wrapped=is_wrapped)


def _block_stretches(
    block: list[str], position: int, *, is_wrapped: bool
) -> Iterator[tuple[int, int]]:
    """Yield the stretches of some lines without a blank line between them."""
    longest = max((len(line.rstrip()) for line in block), default=0) if is_wrapped else 0
    start = position
    for index, line in enumerate(block):
        position += len(line)
        is_last = index + 1 == len(block)
        if is_last or _ends_stretch(line, block[index + 1], longest, is_pair=len(block) == 2):
            yield start, position
            start = position


def _ends_stretch(line: str, following: str, longest: int, *, is_pair: bool) -> bool:
    """Whether a line end ends a sentence: it does unless the line was merely wrapped there.

    `longest` is the longest line of the block, or 0 in a text that is not wrapped.
    """
    if _HEADING.match(line) or _NEW_ITEM.match(following):
        return True
    if following.lstrip()[0].islower():
        return False
    if not longest or (is_pair and len(following.rstrip()) > len(line.rstrip())):
        return True
    return len(line.rstrip()) < _FULL_LINE * longest


def _parts(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield the stretches between the ends of sentences."""
    begin = start
    for match in _END.finditer(text, start, end):
        if match.end() < end and _ends_sentence(text, begin, match):
            yield begin, match.end()
            begin = match.end()
    yield begin, end


def _ends_sentence(text: str, begin: int, match: re.Match[str]) -> bool:
    """Whether a full stop, or what stands for one, ends the sentence that begins at begin."""
    if match["wide"]:
        return True
    gap = _GAP.match(text, match.end())
    if gap is None:
        return text[match.end()] in _GLUED_OPENERS
    following = text[gap.end() : gap.end() + 80]
    if not following or following[0].islower() or following[0] in ".…!?,;:":
        return False
    if match["mark"] != ".":
        is_quoted = not _QUOTES.isdisjoint(match["close"])
        return not (is_quoted and _SPEAKER.match(following))
    before = text[max(begin, match.start() - _LONGEST_WORD) : match.start()]
    opens_line = not text[max(0, begin - 1) : begin].strip()
    if opens_line and not match["close"] and _NUMBER_OF_ITEM.match(text, begin, match.start()):
        return False
    word = _WORD_BEFORE.search(before)
    return bool(match["close"]) or word is None or may_end(word[0], following)


def _trimmed(text: str, start: int, end: int) -> tuple[int, int] | None:
    """Return a stretch without the spaces at its ends, or None if there is nothing else."""
    part = text[start:end]
    end -= len(part) - len(part.rstrip())
    start += len(part) - len(part.lstrip())
    return (start, end) if start < end else None
