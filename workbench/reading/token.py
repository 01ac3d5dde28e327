"""Tokens of English news prose: words, marks, and each quotation as one token; and sentences."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from workbench.reading import english
from workbench.reading.abbreviation import may_end
from workbench.reading.mark import Quoted, quoted
from workbench.reading.paragraph import paragraphs

if TYPE_CHECKING:
    from collections.abc import Iterator

_ABBREVIATED = (
    r"(?:Adm|Asst|Atty|Capt|Cmdr|Col|Dr|Fr|Gen|Gov|Govs|Hon|Insp|Jr|Lt|Maj|Mr|Mrs|Ms|Mx|Pres|Prof"
    r"|Rep|Reps|Rev|Sen|Sens|Sgt|Sr|St|Supt)\."
)
_WORD = r"\w[\w\u0300-\u036f]*"  # with marks that stand behind their letter
_TOKEN = re.compile(
    rf"\b(?:then-|ex-)?{_ABBREVIATED}|(?:[^\W\d_]\.)+(?:[^\W\d_]\b)?|[@#]?{_WORD}(?:['’.&\-‑]{_WORD})*|[^\w\s]"
)
_ENDS = frozenset(".!?…")
_OPENERS = english.words(
    "He She They It We I His Her Their Its Our My But And In On At As For With When After Asked",
    "That This There Later Then Still Yet",
)
"""Words that begin another sentence behind a quotation: a tag would write them small."""
_TAG = 8
"""Words behind a question within which a verb of saying makes them its tag."""
_LONGEST_SENTENCE = 200
"""Tokens; longer ones are cut, so that no sentence is read more than once over."""


class Token(NamedTuple):
    """A word, a mark, or a whole quotation (then `quote` is its place in the list, else -1)."""

    text: str
    start: int
    end: int
    quote: int = -1

    @property
    def is_word(self) -> bool:
        """Whether it is a word or a number."""
        return self.quote < 0 and (self.text[0].isalnum() or self.text[0] in "@#_")

    @property
    def is_capital(self) -> bool:
        """Whether it begins with a capital letter."""
        return self.quote < 0 and self.text[0].isupper()


class Sentence(NamedTuple):
    """Tokens first to last (exclusive) of one sentence, and its paragraph's number."""

    first: int
    last: int
    block: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Prose:
    """A text taken apart: quotations, tokens, sentences.

    Attributes:
        quotes: the quotations; inner ones have no token of their own.
        tokens: of the whole text, in order.
        sentences: in order; every token belongs to exactly one.

    """

    text: str
    quotes: tuple[Quoted, ...]
    tokens: tuple[Token, ...]
    sentences: tuple[Sentence, ...]


@lru_cache(maxsize=2)  # four readers look at the same text one after another
def prose(text: str) -> Prose:
    """Return a text taken apart; any text will do."""
    blocks = paragraphs(text)
    quotes = quoted(text, blocks)
    outer = [(index, span) for index, span in enumerate(quotes) if not span.is_inner]
    tokens: list[Token] = []
    parts: list[Sentence] = []
    at = 0
    next_quote = 0
    for number, (start, end) in enumerate(_joined(blocks, [span for _, span in outer])):
        first = len(tokens)
        at = max(at, start)
        while next_quote < len(outer) and outer[next_quote][1].outer < end:
            index, span = outer[next_quote]
            tokens += _words(text, at, span.outer)
            tokens.append(Token("“”", span.outer, span.outer_end, index))
            at = span.outer_end
            next_quote += 1
        tokens += _words(text, at, end)
        at = max(at, end)
        parts += _sentences(text, quotes, tokens, first, number)
    return Prose(text=text, quotes=quotes, tokens=tuple(tokens), sentences=tuple(parts))


def _joined(blocks: tuple[tuple[int, int], ...], spans: list[Quoted]) -> Iterator[tuple[int, int]]:
    """Yield the paragraphs, those that one quotation runs over as one."""
    ahead = iter(spans)
    span = next(ahead, None)
    begin = -1
    for start, end in blocks:
        begin = start if begin < 0 else begin
        while span is not None and span.outer_end <= end:
            span = next(ahead, None)
        if span is None or span.outer >= end:
            yield begin, end
            begin = -1


def _words(text: str, start: int, end: int) -> Iterator[Token]:
    for match in _TOKEN.finditer(text, start, end):
        yield Token(match[0], match.start(), match.end())


def _sentences(
    text: str, quotes: tuple[Quoted, ...], tokens: list[Token], first: int, block: int
) -> Iterator[Sentence]:
    """Yield the sentences of the tokens from first on, which are one paragraph."""
    begin = first
    for at in range(first, len(tokens) - 1):
        if _ends(text, quotes, tokens[at], tokens[at + 1]) or at - begin > _LONGEST_SENTENCE:
            yield Sentence(begin, at + 1, block)
            begin = at + 1
    if begin < len(tokens):
        yield Sentence(begin, len(tokens), block)


def _is_tagged(text: str, following: Token) -> bool:
    """Whether what follows a question or a cry says whose it is: “Why?” Mr. Okafor asked."""
    if following.quote >= 0 or following.text in _OPENERS:
        return False
    for word in text[following.start : following.start + 120].split()[:_TAG]:
        if word.strip(",.:;") in english.SAYING:
            return True
        if word.endswith((".", "!", "?")) and word not in english.TITLES:
            return False
    return False


def _ends(text: str, quotes: tuple[Quoted, ...], token: Token, following: Token) -> bool:
    """Whether a sentence ends between two tokens."""
    starts = following.quote >= 0 or not following.text[0].islower()
    if not starts or following.text in {",", ";", ":", ")", "’", "'", "…"}:
        return False
    if token.quote >= 0:
        last = text[quotes[token.quote].end - 1]
        if last in "’'" and quotes[token.quote].end - 2 > quotes[token.quote].start:
            last = text[quotes[token.quote].end - 2]
        return last in ".…" or (last in "!?" and not _is_tagged(text, following))
    if token.text in _ENDS:
        if token.text != "." or following.quote >= 0 or following.text in _ENDS:
            return following.text not in _ENDS
        word = text[max(0, token.start - 24) : token.start].split()
        return not word or may_end(word[-1], text[following.start : following.start + 40])
    if token.text.endswith(".") and len(token.text) > 2:
        return following.text in {"The", "A", "He", "She", "They", "But", "In", "It", "And"}
    return False
