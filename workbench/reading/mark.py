"""Quotation marks: where quoted words begin and end, curly or straight, nested, over paragraphs."""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import NamedTuple

_DOUBLE = re.compile('[“”„‟"«»]')
_SINGLE_OPENER = re.compile(r"(?<![^\s(\[—–\-“\"«„])[‘'](?=[^\W\d_]|[.…$“\"])")
_SINGLE_CLOSER = re.compile(r"(?<=[^\s‘'])[’'](?![^\W_])")
_PAUSES = frozenset('.,!?…;:—–”"')
_OPENING = {"“", "„", "«"}
_BLANK = frozenset("([—–-‘'/")
# Words elided at their beginning, which no quotation opens: 'em, 'til, 'twas, 'cause.
_ELIDED = re.compile(r"[‘'](?:em|til|twas|tis|cause|bout|n)\b", re.IGNORECASE)
_LONGEST = 20_000
"""Code points of one quotation; a mark left open does not swallow a whole text."""


class Quoted(NamedTuple):
    """Quoted words: inside the marks from start to end, with the marks from outer to outer_end."""

    outer: int
    start: int
    end: int
    outer_end: int
    is_inner: bool = False
    is_open: bool = False


def quoted(text: str, blocks: tuple[tuple[int, int], ...]) -> tuple[Quoted, ...]:
    """Return the quotations of a text, in order; inner ones follow the one they stand in.

    `blocks` are the text's paragraphs. A quotation without a closing mark goes on where the next
    paragraph begins with an opening one; else it ends with its paragraph and is marked open.
    """
    doubles = _Doubles(text, blocks).found()
    singles = _Singles(text)
    found: list[Quoted] = []
    at = 0
    for span in doubles:
        found += singles.between(at, span.outer)
        found.append(span)
        found += [one._replace(is_inner=True) for one in singles.between(span.start, span.end)]
        at = span.outer_end
    found += singles.between(at, len(text))
    return tuple(found)


class _Doubles:
    """One pass over the double marks of a text, paragraph by paragraph."""

    def __init__(self, text: str, blocks: tuple[tuple[int, int], ...]) -> None:
        self._text = text
        self._blocks = blocks
        self._found: list[Quoted] = []
        self._open = -1

    def found(self) -> list[Quoted]:
        for index, (start, end) in enumerate(self._blocks):
            for match in _DOUBLE.finditer(self._text, start, end):
                self._take(match.start(), start)
            if self._open >= 0 and not self._goes_on(index):
                self._leave_open(end)
        return self._found

    def _take(self, at: int, block: int) -> None:
        opens = self._opens(at)
        if self._open < 0:
            if opens:
                self._open = at
        elif not opens:
            self._close(at)
        elif self._text[block:at].strip() == "" and self._open < block:
            return  # the mark that a continued paragraph begins with
        elif self._text[self._open + 1 : at].strip() == "":
            self._open = at
        else:
            self._leave_open(at)
            self._open = at

    def _opens(self, at: int) -> bool:
        """Whether a mark opens a quotation: by its shape, or by what stands around it."""
        mark = self._text[at]
        before = self._text[at - 1] if at else " "
        after = self._text[at + 1] if at + 1 < len(self._text) else " "
        parted_before = before.isspace() or before in _BLANK
        if mark in _OPENING:
            wrong_way = not parted_before and (after.isspace() or after in ",.;:")
            is_german = mark == "“" and self._open >= 0 and self._text[self._open] == "„"
            return not (wrong_way or is_german)
        if mark == '"':
            if self._open < 0:
                return not after.isspace() and not before.isdigit()
            return parted_before and not after.isspace() and after.isalnum()
        return self._open < 0 and parted_before and after.isalnum()

    def _close(self, at: int) -> None:
        start, self._open = self._open, -1
        if self._text[start + 1 : at].strip() and at - start <= _LONGEST:
            self._found.append(Quoted(start, start + 1, at, at + 1))

    def _leave_open(self, end: int) -> None:
        start, self._open = self._open, -1
        stop = min(end, start + _LONGEST)
        last = self._text.find("\n", start, stop)
        stop = stop if last < 0 else last
        words = self._text[start + 1 : stop].rstrip()
        opens_line = start == 0 or self._text[start - 1] in "\n\r"
        if (self._text[start] == "“" or opens_line) and words.strip():
            close = start + 1 + len(words)
            self._found.append(Quoted(start, start + 1, close, close, is_open=True))

    def _goes_on(self, index: int) -> bool:
        """Whether the quotation left open goes on in the next paragraph."""
        if index + 1 == len(self._blocks):
            return False
        end, (start, stop) = self._blocks[index][1], self._blocks[index + 1]
        if start - self._open > _LONGEST:
            return False
        match = _DOUBLE.search(self._text, start, stop)
        if match is None:
            return False
        if self._text[start : match.start()].strip() == "":
            return self._text[match.start()] in '“"„«'
        is_next_line = self._text[end:start].count("\n") == 1
        is_surely_closing = match[0] == "”" and self._text[self._open] == "“"
        return (is_next_line or is_surely_closing) and not self._opens(match.start())


class _Singles:
    """Single marks that quote, told from apostrophes by what stands around them."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._closers = [match.start() for match in _SINGLE_CLOSER.finditer(text)]
        self._sure = [at for at in self._closers if text[at - 1] in _PAUSES]
        self._ends = [match.start() for match in re.finditer(r"\n", text)]

    def between(self, start: int, end: int) -> list[Quoted]:
        """Return the single-quoted stretches between two places, in order."""
        found: list[Quoted] = []
        at = start
        while match := _SINGLE_OPENER.search(self._text, at, end):
            at = match.end()
            if _ELIDED.match(self._text, match.start()):
                continue
            close = self._closer(match.start(), end)
            if close > match.end():
                found.append(Quoted(match.start(), match.end(), close, close + 1))
                at = close + 1
        return found

    def _closer(self, opener: int, end: int) -> int:
        line = bisect_left(self._ends, opener)
        stop = min(end, self._ends[line] if line < len(self._ends) else end, opener + 2000)
        sure = self._next(self._sure, opener, stop)
        first = self._next(self._closers, opener, stop)
        if sure < 0 or sure == first:
            return first
        # "the ‘workers’ rights,’ he said" against "a ‘mess’ that he called ‘sad.’"
        between = self._text[first + 1 : sure]
        return first if _SINGLE_OPENER.search(between) or len(between) > 300 else sure

    @staticmethod
    def _next(places: list[int], opener: int, stop: int) -> int:
        index = bisect_left(places, opener + 1)
        return places[index] if index < len(places) and places[index] < stop else -1
