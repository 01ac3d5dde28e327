"""Family quotations: what stands between quotation marks, held against the sources."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import replace
from functools import lru_cache
from itertools import accumulate
from typing import TYPE_CHECKING, NamedTuple

from workbench.core.manuscript import Role
from workbench.reading.folding import folded
from workbench.reading.quotation import Certainty, QuotationMention, quotations
from workbench.reading.sentence import sentences
from workbench.rules.name import name_key
from workbench.rules.preflight.hit import Hit, shortened
from workbench.rules.preflight.lexicon import pattern
from workbench.rules.preflight.telling import stems_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from workbench.core.manuscript import Manuscript, ManuscriptPart, SourceInHand
    from workbench.core.rule_book import RuleBook
    from workbench.core.words import Words

_QUOTING = (
    Role.HEADLINE, Role.QUICK_READ, Role.LEDE, Role.VERSIONS, Role.WHAT_HAPPENED, Role.ANALYSIS,
    Role.CONFIRMED, Role.NOT_CONFIRMED, Role.RATING, Role.POST, Role.OTHER,
)  # fmt: skip
_WORD = re.compile(r"[^\W_]+(?:'[^\W_]+)*")
_CUT = re.compile(r"\[\s*(?:\.\.\.|…)\s*\]|\.\.\.|…|\[[^\]\n]{0,80}\]")
_PARTED = "\n\n"
_CLOSE = 3
"""Words beside a cut in which what was cut off would turn the sense."""
_SCARE = 2
"""Words; shorter strings are scare quotes unless somebody is said to speak them."""


class _Found(NamedTuple):
    """Where the words of a quotation stand: in which source, from which word to which."""

    source: SourceInHand
    words: tuple[tuple[str, int, int], ...]
    first: int
    last: int


def quote_not_in_source(manuscript: Manuscript, book: RuleBook) -> Iterator[Hit]:
    """Find a quoted string that stands in no source."""
    for part, quote in _quotes(manuscript, book):
        if not _places(quote, manuscript):
            yield Hit(
                part=part, start=quote.start, end=quote.end,
                values={"quote": shortened(quote.text)},
            )  # fmt: skip


def quote_trimmed(manuscript: Manuscript, book: RuleBook) -> Iterator[Hit]:
    """Find a quotation cut off right beside a word that turns its sense."""
    before, after = pattern(book, "turns_before"), pattern(book, "turns_after")
    for part, quote in _quotes(manuscript, book):
        places = _places(quote, manuscript)
        cut = [_cut_off(place, before, after) for place in places]
        words = cut[0] if cut and all(cut) else ""
        if words and not _is_told_around(part, quote, words):
            yield Hit(part=part, start=quote.start, end=quote.end, values={"words": words})


def speaker_differs(manuscript: Manuscript, book: RuleBook) -> Iterator[Hit]:
    """Find a quotation given to another speaker than the source names."""
    for part, quote in _quotes(manuscript, book):
        if not quote.speaker or quote.certainty is Certainty.LOW:
            continue
        if _is_outlet(quote.speaker, manuscript):
            continue  # an outlet passes on what others say
        speakers = [_speaker(place, manuscript.words) for place in _places(quote, manuscript)]
        known = [speaker for speaker in speakers if speaker]
        if known and not any(_is_same(quote.speaker, speaker) for speaker in known):
            values = {"speaker": quote.speaker, "other": known[0]}
            yield Hit(part=part, start=quote.start, end=quote.end, values=values)


def _quotes(
    manuscript: Manuscript, book: RuleBook
) -> Iterator[tuple[ManuscriptPart, QuotationMention]]:
    """Yield the quotations that can be held against a source."""
    if not manuscript.sources:
        return
    own = _own_wordings(manuscript)
    for part, quote in _spoken(manuscript.of(*_QUOTING), manuscript.words):
        words = _words(quote.text)
        if not words or (len(words) <= _SCARE and not quote.speaker):
            continue
        is_own = any(" ".join(word for word, *_ in words) in wording for wording in own)
        if not is_own and stems_of(quote.text, book):
            yield part, quote


def _spoken(
    parts: tuple[ManuscriptPart, ...], words: Words
) -> Iterator[tuple[ManuscriptPart, QuotationMention]]:
    """Yield the quotations of some parts; who "he" is may be told in an earlier one."""
    starts = [0, *accumulate(len(part.plain) + len(_PARTED) for part in parts)]
    for quote in quoted_in(_PARTED.join(part.plain for part in parts), words):
        at = bisect_right(starts, quote.start) - 1
        part, shift = parts[at], starts[at]
        if quote.end - shift <= len(part.text):
            yield part, replace(quote, start=quote.start - shift, end=quote.end - shift)


@lru_cache(maxsize=1024)
def quoted_in(text: str, words: Words) -> tuple[QuotationMention, ...]:
    """Return the quotations of a text; made once for each text."""
    return quotations(text, words)


def _own_wordings(manuscript: Manuscript) -> list[str]:
    """Return the wordings that circulate and the titles of sources, which are quoted as such."""
    texts = [source_name for source in manuscript.sources or () for source_name in source.also]
    for part in manuscript.parts:
        if part.role in (Role.SOURCES, Role.READ_NEXT):
            texts.append(part.plain)
        if part.role is Role.VERSIONS:
            texts.append(part.plain.replace('"', " "))
        if part.role is Role.FRONT_MATTER:
            texts.append(part.field("claim"))
    if manuscript.check is not None:
        for claim in manuscript.check.claims:
            texts += [claim.as_circulated, claim.as_supported]
            texts += [item.text for item in claim.evidence]
            texts += [item.place for item in claim.appearances]
        texts += [contact.answer for contact in manuscript.check.contacts]
    return [" ".join(word for word, *_ in _words(text)) for text in texts if text]


@lru_cache(maxsize=4096)
def _words(text: str) -> tuple[tuple[str, int, int], ...]:
    return tuple((match[0], match.start(), match.end()) for match in _WORD.finditer(folded(text)))


@lru_cache(maxsize=64)
def _index(text: str) -> dict[str, tuple[int, ...]]:
    """Return for each word of a source where it stands among the words."""
    found: dict[str, list[int]] = {}
    for at, (word, _, _) in enumerate(_words(text)):
        found.setdefault(word, []).append(at)
    return {word: tuple(places) for word, places in found.items()}


def _places(quote: QuotationMention, manuscript: Manuscript) -> list[_Found]:
    """Return where all pieces of a quotation stand in one source, in order."""
    pieces = [tuple(word for word, *_ in _words(piece)) for piece in _CUT.split(quote.text)]
    wanted = tuple(piece for piece in pieces if piece)
    if not wanted:
        return []
    found = []
    for source in manuscript.sources or ():
        place = _place(wanted, source.text)
        if place:
            found.append(_Found(source, _words(source.text), *place))
    return found


@lru_cache(maxsize=8192)
def _place(pieces: tuple[tuple[str, ...], ...], text: str) -> tuple[int, int] | None:
    words = tuple(word for word, *_ in _words(text))
    first = last = -1
    for piece in pieces:
        at = next(
            (
                at
                for at in _index(text).get(piece[0], ())
                if at > last and words[at : at + len(piece)] == piece
            ),
            None,
        )
        if at is None:
            return None
        first = at if first < 0 else first
        last = at + len(piece) - 1
    return first, last


def _cut_off(place: _Found, before: re.Pattern[str], after: re.Pattern[str]) -> str:
    """Return the words cut off at an edge that turn the sense; empty if there are none."""
    text, words = folded(place.source.text), place.words
    start, end = words[place.first][1], words[place.last][2]
    lead = words[max(0, place.first - _CLOSE)][1]
    rest = words[min(len(words) - 1, place.last + _CLOSE)][2]
    left, right = text[lead:start], text[end:rest]
    left = re.split(r"[.!?;:\"]\s", left)[-1].replace('"', " . ")
    found = list(before.finditer(left)) or list(re.finditer(r"\b\w+n't\b", left))
    if found and "." not in left[found[-1].start() :]:
        return found[-1][0]
    behind = re.match(r"(?P<gap>,?\s+)(?P<rest>.*)\Z", right, re.S)
    if behind is None:
        return ""
    match = after.match(behind["rest"])
    return match[0] if match else ""


def _is_told_around(part: ManuscriptPart, quote: QuotationMention, words: str) -> bool:
    """Whether the check itself says what was cut off, before or behind the marks."""
    begin, stop = next(
        (span for span in sentences(part.plain) if span[0] <= quote.start < span[1]),
        (quote.start, quote.end),
    )
    around = folded(f"{part.plain[begin : quote.start]} {part.plain[quote.end : stop]}")
    around = re.sub(r'"[^"]*"', " ", around)
    key = words.split()[0]
    return bool(re.search(rf"\b{re.escape(key)}\b", around)) or (
        key in ("not", "never", "no")
        and bool(re.search(r"n't\b|\bnot\b|\bden(?:y|ied|ies)\b|\brefus", around))
    )


def _speaker(place: _Found, words: Words) -> str:
    """Return who speaks the words in the source, if it tells surely enough."""
    start, end = place.words[place.first][1], place.words[place.last][2]
    for quote in quoted_in(place.source.text, words):
        if quote.start <= start and end <= quote.end + 1 and quote.speaker:
            return quote.speaker if quote.certainty is not Certainty.LOW else ""
    return ""


def _is_outlet(speaker: str, manuscript: Manuscript) -> bool:
    """Whether a speaker is an outlet: one that is known, or a source in hand."""
    names = {*manuscript.words.outlets, *manuscript.words.broadcasters}
    names |= {source.name for source in manuscript.sources or ()}
    return name_key(speaker) in {name_key(name) for name in names}


def _is_same(one: str, other: str) -> bool:
    """Whether two ways to name a speaker can mean one: a shared word that is no title."""
    mine, theirs = set(name_key(one).split()), set(name_key(other).split())
    return bool(mine & theirs) or not (one[:1].isupper() and other[:1].isupper())
