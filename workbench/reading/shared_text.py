"""How much of two texts is the same: runs of words, counted as fingerprints.

Copies of one report share most of their runs of five words even after light editing; two reports
of one event share hardly any. What is quoted does not count: a press release that two papers
quote at length does not make one of them a copy of the other.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING
from zlib import crc32

from workbench.core.source import SpanType
from workbench.reading.folding import squeezed
from workbench.reading.mark import quoted
from workbench.reading.paragraph import paragraphs

if TYPE_CHECKING:
    from workbench.core.source import Span

_LONG = 20_000
"""Words from which on only every eighth run is kept, chosen by the run itself."""
_EVERY = 8
# Letters and digits; scripts without spaces are taken letter by letter.
_WORD = re.compile(r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff]|[^\W_]+")


@dataclass(frozen=True, slots=True)
class Fingerprint:
    """The runs of words of a text.

    Attributes:
        runs: hashes of runs of five words; of a long text every eighth.
        words: how many words were looked at.
        step: which share of the runs is kept: one in so many.

    """

    runs: frozenset[int]
    words: int
    step: int = 1


@dataclass(frozen=True, slots=True)
class Shared:
    """What two texts have in common.

    Attributes:
        share: of the shorter one's runs of words, 0 to 1.
        words: about how many words stand in both.
        of_longer: the share of the longer one's runs.

    """

    share: float
    words: int
    of_longer: float


@lru_cache(maxsize=256)
def fingerprint_of(text: str, spans: tuple[Span, ...] = ()) -> Fingerprint:
    """Return the runs of words of a text's body, without what is quoted in it."""
    words = _WORD.findall(squeezed(_own_words(text, spans)).text)
    runs = _runs(words)
    if len(words) < _LONG:
        return Fingerprint(frozenset(runs), len(words))
    return Fingerprint(frozenset(run for run in runs if run % _EVERY == 0), len(words), _EVERY)


def _runs(words: list[str]) -> set[int]:
    """Return a number for each run of words; Python's own hashes differ from start to start."""
    known = {word: crc32(word.encode()) for word in set(words)}
    one = [known[word] for word in words]
    return {
        (((a * 31 + b) * 37 + c) * 41 + d) * 43 + e
        for a, b, c, d, e in zip(one, one[1:], one[2:], one[3:], one[4:], strict=False)
    }


def shared(one: Fingerprint, other: Fingerprint) -> Shared:
    """Return what two texts have in common."""
    if one.step != other.step:
        one, other = _thinned(one), _thinned(other)
    fewer, more = sorted((len(one.runs), len(other.runs)))
    if not fewer:
        return Shared(0.0, 0, 0.0)
    common = len(one.runs & other.runs)
    return Shared(common / fewer, common * one.step, common / more)


def _thinned(print_: Fingerprint) -> Fingerprint:
    if print_.step == _EVERY:
        return print_
    kept = frozenset(run for run in print_.runs if run % _EVERY == 0)
    return Fingerprint(kept, print_.words, _EVERY)


def _own_words(text: str, spans: tuple[Span, ...]) -> str:
    """Return the words of a text that are its own: body, outside quotation marks."""
    out = [(span.start, span.end) for span in spans if span.type is not SpanType.BODY]
    out += [(mark.start, mark.end) for mark in quoted(text, paragraphs(text)) if not mark.is_inner]
    pieces, at = [], 0
    for start, end in sorted(out):
        if start > at:
            pieces.append(text[at:start])
        at = max(at, end)
    pieces.append(text[at:])
    return " ".join(pieces)
