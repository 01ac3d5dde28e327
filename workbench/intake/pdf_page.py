"""Lines on the pages of a PDF put together: paragraphs, hyphens, page furniture."""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise
from statistics import median
from typing import NamedTuple

from workbench.reading.word_set import word_set

SOFT_HYPHEN = "\u00ad"
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)+|[^\W\d_]+")
_PARTED = re.compile(r"[^\W\d_][-\u00ad]\s*\Z")
_LAST_WORD = re.compile(r"[^\W\d_]+\Z")
_FIRST_WORD = re.compile(r"[^\W_]+")
_DIGITS = re.compile(r"\d+|\b[ivxl]{1,6}\b")
_BULLET = re.compile(r"(?:[•▪●◦‣■–—*-]|\(?[0-9a-zA-Z]{1,2}[.)])\s")
# Bullets of symbol fonts, which have no code point of their own.
_SYMBOL_BULLETS = dict.fromkeys((0xF0B7, 0xF0A7, 0xF0D8, 0xF076, 0xF0FC, 0xF02D), "•")
_SENTENCE_END = re.compile(r"[.!?:;…]['\"”’)\]]{0,2}\Z")
_PAGE_NUMBER = re.compile(
    r"(?:page|p\.|seite|pagina|página)?\s*[-–—|]?\s*(\d{1,4})(?:\s*(?:/|of|von|de|sur)\s*\d{1,4})?"
    r"\s*[-–—|]?",
    re.IGNORECASE,
)
# What browsers print at the foot and the head of each page.
_PRINTED_FOOT = re.compile(r"(?P<address>(?:https?|file)://\S+)\s+\d{1,4}/\d{1,4}\Z")
_PRINTED_HEAD = re.compile(r"\d{1,4}[/.-]\d{1,2}[/.-]\d{2,4},? \d{1,2}[:.]\d{2}(?:\s?[AP]M)?\b")
# Parts that keep their hyphen where a line ends behind it.
_KEEPS_HYPHEN = word_set(
    "self well non half semi anti quasi vice two three four five six seven eight nine"
)
_LONGEST_WORD = 80
_EDGE_LINES = 3
_FEWEST_PAGES = 3
_MOST_OF_THEM = 0.4
"""Of the pages; books have other heads on the left than on the right."""
_WIDE_SPACE = 40.0
_SHORT = 0.35
"""Of a column left empty behind a line that is followed by a capital: a list, a table, verse."""


class Line(NamedTuple):
    """A line as it stands on a page, in points; a hyphen that parts a word is U+00AD."""

    words: str
    left: float = 0.0
    right: float = 0.0
    base: float = 0.0
    height: float = 0.0


class JoinedPages(NamedTuple):
    """The text of pages, how many lines were left out as furniture, and a printed address."""

    text: str
    furniture: int = 0
    address: str = ""


def joined_pages(pages: list[list[Line]]) -> JoinedPages:
    """Return the text of all pages without what is repeated on them."""
    pages = [_whole_lines(page) for page in pages]
    repeated, address = _furniture(pages)
    kept = [
        [line for index, line in enumerate(page) if (number, index) not in repeated]
        for number, page in enumerate(pages)
    ]
    has_hyphens = any(_PARTED.search(line.words) for lines in kept for line in lines)
    vocabulary = _vocabulary(kept) if has_hyphens else Counter()
    paragraphs: list[list[Line]] = []
    for lines in kept:
        found = _paragraphs(lines)
        if paragraphs and found and _runs_on(paragraphs[-1], found[0]):
            paragraphs[-1] += found.pop(0)
        paragraphs += found
    texts = [_joined_lines(lines, vocabulary) for lines in paragraphs]
    return JoinedPages("\n\n".join(filter(None, texts)), len(repeated), address)


def _whole_lines(lines: list[Line]) -> list[Line]:
    """Return lines put together that stand in one: parts beside each other, and raised numbers."""
    whole: list[Line] = []
    for line in lines:
        line = line._replace(words=line.words.translate(_SYMBOL_BULLETS))
        last = whole[-1] if whole else None
        if last is None or last.words.endswith(SOFT_HYPHEN) or not line.words.strip():
            whole.append(line)
            continue
        gap, step = line.left - last.right, line.base - last.base
        is_raised = line.height < 0.85 * last.height and -2 < step < last.height
        is_beside = -2 < gap < (4 if is_raised else _WIDE_SPACE)
        if is_beside and (is_raised or abs(step) < 2):
            joint = "" if is_raised or gap < 1 else " "
            words = last.words.rstrip() + joint + line.words.lstrip()
            whole[-1] = last._replace(words=words, right=line.right)
        else:
            whole.append(line)
    return whole


def _furniture(pages: list[list[Line]]) -> tuple[set[tuple[int, int]], str]:
    """Return the lines, as (page, line), that are heads, numbers and what browsers print."""
    rows = [_edge_rows(page) for page in pages]
    places = Counter(key for top, foot in rows for key in {_key(line) for line in top + foot})
    fewest = max(_FEWEST_PAGES, len(pages) * _MOST_OF_THEM)
    found: set[tuple[int, int]] = set()
    addresses: list[str] = []
    for number, page in enumerate(pages):
        feet = [foot for line in page if (foot := _PRINTED_FOOT.match(line.words.strip()))]
        addresses += [foot["address"] for foot in feet]
        for edge in rows[number]:
            for line in edge:
                is_printed = bool(feet) and _is_printed(line.words.strip())
                is_number = _is_number(line.words.strip(), number + 1) and len(page) > 1
                if not (is_printed or is_number or places[_key(line)] >= fewest):
                    break  # what stands further in is the page itself
                found.add((number, page.index(line)))
    return found, next(iter(addresses), "")


def _edge_rows(page: list[Line]) -> tuple[list[Line], list[Line]]:
    """Return the lines at the head and at the foot of a page, the outermost first."""
    ranked = sorted(page, key=lambda line: line.base)
    return ranked[: -_EDGE_LINES - 1 : -1], ranked[:_EDGE_LINES]


def _key(line: Line) -> tuple[str, int]:
    """Return what a line has in common with itself on another page: words and height, no number."""
    return _DIGITS.sub("#", line.words.strip().casefold()), round(line.base / 6)


def _is_number(words: str, number: int) -> bool:
    match = _PAGE_NUMBER.fullmatch(words)
    return match is not None and int(match[1]) == number


def _is_printed(words: str) -> bool:
    return bool(_PRINTED_FOOT.match(words) or _PRINTED_HEAD.match(words))


def _vocabulary(pages: list[list[Line]]) -> Counter[str]:
    """Return how often each word stands inside a line, where no hyphen of a line end is in it."""
    found: Counter[str] = Counter()
    for page in pages:
        for line in page:
            found.update(word.casefold() for word in _WORD.findall(line.words))
    return found


def _paragraphs(lines: list[Line]) -> list[list[Line]]:
    found: list[list[Line]] = []
    pitch = _pitch(lines)
    edges = _Edges(lines)
    for line in lines:
        if not line.words.strip(" \u00ad"):
            continue
        if found and not _begins(found[-1], line, pitch, edges):
            found[-1].append(line)
        else:
            found.append([line])
    return found


def _pitch(lines: list[Line]) -> float:
    """Return the usual distance from line to line, in points."""
    steps = [
        above.base - below.base
        for above, below in pairwise(lines)
        if 2 < above.base - below.base < 40
    ]
    return median(steps) if steps else 14.0


class _Edges:
    """How far the lines of a column reach to the right, by the place where a line begins."""

    _STEP = 24
    _BACK = 4
    """Steps that a list may be set in from its column."""

    def __init__(self, lines: list[Line]) -> None:
        self._reach: dict[int, float] = {}
        for line in lines:
            place = round(line.left / self._STEP)
            self._reach[place] = max(self._reach.get(place, 0.0), line.right)

    def room(self, line: Line) -> float:
        """Return the share of its column that is empty behind a line."""
        place = round(line.left / self._STEP)
        reach = [self._reach.get(place + step, 0.0) for step in range(-self._BACK, 2)]
        edge = max(reach)
        return (edge - line.right) / max(edge - line.left, 1.0)


def _begins(before: list[Line], line: Line, pitch: float, edges: _Edges) -> bool:
    """Whether a line begins a paragraph."""
    last = before[-1]
    if last.words.endswith(SOFT_HYPHEN):
        return False
    if _BULLET.match(line.words) or _is_last(last, line, edges):
        return True
    step = last.base - line.base
    if abs(step) < 2:
        return True  # beside it, behind a wide space
    if step < 0 or abs(line.left - last.left) > 200:
        return False  # it goes on at the top of another column
    if step > 1.3 * pitch or abs(line.height - last.height) > 0.18 * max(line.height, 1):
        return True
    return line.left - last.left > 6 and len(before) > 1 and not _BULLET.match(before[0].words)


def _is_last(last: Line, line: Line, edges: _Edges) -> bool:
    """Whether a line is the last of its paragraph: it ends before its column does."""
    room = edges.room(last)
    if _SENTENCE_END.search(last.words.strip()):
        return room > 0.12
    return room > _SHORT and not line.words.lstrip()[:1].islower()


def _runs_on(before: list[Line], after: list[Line]) -> bool:
    """Whether a paragraph goes on behind the end of a page."""
    last, first = before[-1], after[0]
    begins_small = first.words.strip()[:1].islower()
    if begins_small and _PARTED.search(last.words):  # not told by the library across pages
        before[-1] = last._replace(words=last.words.rstrip()[:-1] + SOFT_HYPHEN)
        return True
    return begins_small and not _SENTENCE_END.search(last.words.strip())


def _joined_lines(lines: list[Line], vocabulary: Counter[str]) -> str:
    pieces: list[str] = []
    for line in lines:
        words = line.words.strip()
        if pieces and pieces[-1].endswith(SOFT_HYPHEN):
            before = pieces.pop()[:-1]
            pieces += [before, _joint(before[-_LONGEST_WORD:], words, vocabulary), words]
        else:
            pieces += [" ", words]
    return " ".join("".join(pieces).replace(SOFT_HYPHEN, "-").split())


def _joint(before: str, after: str, vocabulary: Counter[str]) -> str:
    """Return what stands between the halves of a word: nothing, or the hyphen that belongs there.

    The text itself tells first: by the word written without a line end in it.
    """
    head, tail = _LAST_WORD.search(before), _FIRST_WORD.match(after)
    if head is None or tail is None or not tail[0][0].islower():
        return "-"
    first, second = head[0].casefold(), tail[0].casefold()
    whole, apart = vocabulary[first + second], vocabulary[f"{first}-{second}"]
    if whole != apart:
        return "" if whole > apart else "-"
    return "-" if first in _KEEPS_HYPHEN or before[: head.start()].endswith("-") else ""
