"""Family words: what a sentence says beyond the status of its claim."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from workbench.core.claim import ClaimStatus
from workbench.core.manuscript import Role
from workbench.reading.folding import folded
from workbench.rules.preflight.hit import Hit, shortened
from workbench.rules.preflight.lexicon import pattern
from workbench.rules.preflight.match import is_borne_out, is_retold, tells
from workbench.rules.preflight.reported import words_reported
from workbench.rules.preflight.statement import listed_in, open_list, statements
from workbench.rules.preflight.telling import Level, Telling, names_of, stems_of, tellings
from workbench.rules.wording_gap import words_lost

if TYPE_CHECKING:
    from collections.abc import Iterator

    from workbench.core.manuscript import Manuscript, ManuscriptPart
    from workbench.core.rule_book import RuleBook
    from workbench.rules.preflight.statement import Statement

ASSERTING = (
    Role.HEADLINE, Role.QUICK_READ, Role.LEDE, Role.VERSIONS, Role.WHAT_HAPPENED, Role.ANALYSIS,
    Role.IMAGE, Role.RATING, Role.POST, Role.OTHER, Role.WATCH, Role.NOT_CONFIRMED,
)  # fmt: skip
"""Parts in which the check itself speaks."""
SHORT = (Role.HEADLINE, Role.QUICK_READ, Role.LEDE, Role.RATING, Role.POST, Role.IMAGE)
"""Parts that travel alone, so that what stands elsewhere on the page does not help them."""

_OPEN = frozenset({ClaimStatus.NOT_CONFIRMED, ClaimStatus.CONTRADICTED, ClaimStatus.NOT_CHECKABLE})
_VIRAL = re.compile(r"\W*(?:the\s+)?(?:viral|circulat\w+|short)\s+(?:version|claim)?")
_CAREFUL = re.compile(r"\W*(?:the\s+)?(?:careful|supported)\s+version")
_NEGATIVE = re.compile(r"\b(?:not|never|no|nobody|neither|without)\b|n't\b")
_REPORT_CONFIRMED = re.compile(
    r"\b(?:confirmed|verified)\s+(?:media\s+|news\s+|press\s+)?(?:reporting|reports?)\b"
    r"|\b(?:confirmed|verified)\s+by\s+(?:the\s+|a\s+|an\s+|its\s+)?"
    r"(?P<whose>(?:[\w.&']+\s+){0,4}?)(?:report|reporting|story|article|scoop)\b"
    r"|\b(?:report|reporting|story|article)\s+(?P<by>by\s+[\w\s]{2,30}\s)?(?:confirms|verifies)\b"
)
_RECORD = re.compile(
    r"\b(?:inspect|audit|police|official|annual|investigat|commission|committee|agency|lab|autops"
    r"|expert|court|government|ministry|department|medical|accident|incident|survey|financial|budget"
    r"|inquiry|engineer|city|state|council|coroner|fire|weather)[\w']*\s+(?:\w+\s+)?report\b"
)


def told_by(
    manuscript: Manuscript, book: RuleBook, *roles: Role
) -> Iterator[tuple[ManuscriptPart, Telling]]:
    """Yield the clauses of some parts in which the check itself speaks."""
    for part in manuscript.of(*roles):
        listed = [(one.start, one.end) for one in listed_in(part, book)]
        viral = -1
        for telling in tellings(part.plain, book):
            if _VIRAL.match(telling.folded) and part.role in (Role.VERSIONS, Role.LEDE):
                viral = telling.sentence
            is_listed = any(telling.start < end and start < telling.end for start, end in listed)
            if telling.sentence != viral and not is_listed:
                yield part, telling


def overclaim(manuscript: Manuscript, book: RuleBook) -> Iterator[Hit]:
    """Find clauses that tell as so what is listed as not confirmed, contradicted or open."""
    listed = [one for one in statements(manuscript, book) if one.status in _OPEN]
    listed += [
        piece
        for part in manuscript.parts
        for piece in open_list(part, book)
        if len(stems_of(piece.text, book) - frozenset().union(*names_of(piece.text, book))) > 1
    ]
    listed = [one for one in listed if not _NEGATIVE.search(folded(one.text))]
    for part, telling in told_by(manuscript, book, *ASSERTING):
        if telling.level < Level.FLAT:
            continue
        for statement in listed:
            if tells(telling, statement.text, book):
                yield _hit(part, telling, statement)
                break
        else:
            yield from _as_circulated(manuscript, part, telling, book)


def lost_attribution(manuscript: Manuscript, book: RuleBook) -> Iterator[Hit]:
    """Find clauses that tell flatly what is reported, or elsewhere told as somebody's words."""
    listed = statements(manuscript, book)
    reported = [one for one in listed if one.status is ClaimStatus.REPORTED]
    confirmed = [one for one in listed if one.status is ClaimStatus.CONFIRMED]
    attributed = [
        other
        for _, other in told_by(manuscript, book, *ASSERTING)
        if other.level is Level.REPORTED and not other.is_negative
    ]
    for part, telling in _flat(manuscript, book):
        if any(is_borne_out(telling, one.text, book) for one in confirmed):
            continue
        if part.role is Role.VERSIONS and _CAREFUL.match(telling.folded):
            continue  # the claim as supported; its status stands in the lists
        found = next((one for one in reported if _tells_reported(telling, one, book)), None)
        if found is not None:
            yield _hit(part, telling, found)
        elif part.role in SHORT:
            other = next((one for one in attributed if is_retold(telling, one, book)), None)
            if other is not None:
                yield Hit(
                    part=part, start=telling.start, end=telling.end,
                    values={"claim": shortened(other.text)},
                )  # fmt: skip


def _tells_reported(telling: Telling, statement: Statement, book: RuleBook) -> bool:
    """Whether a clause tells what a statement says, or what it says that somebody says."""
    if tells(telling, statement.text, book):
        return True
    said = words_reported(statement.text)
    return bool(said) and tells(telling, said, book)


def hedge_dropped(manuscript: Manuscript, book: RuleBook) -> Iterator[Hit]:
    """Find "possible" or "reportedly" left out where the same thing is told again."""
    words = pattern(book, "hedge_word")
    confirmed = [one for one in statements(manuscript, book) if one.status is ClaimStatus.CONFIRMED]
    hedged = [
        (telling, match[0])
        for telling in _tellings_hedged(manuscript, book)
        for match in words.finditer(telling.folded)
    ]
    for part, telling in told_by(manuscript, book, *SHORT, Role.WHAT_HAPPENED, Role.OTHER):
        if telling.level < Level.REPORTED or words.search(telling.folded):
            continue
        if any(is_borne_out(telling, one.text, book) for one in confirmed):
            continue
        found = _dropped(telling, hedged, book)
        if found:
            start, end, word = found
            yield Hit(part=part, start=start, end=end, values={"hedge": word})


def report_called_confirmed(manuscript: Manuscript, book: RuleBook) -> Iterator[Hit]:
    """Find a report called confirmed: both words of the ladder for one thing."""
    has_record = any(_RECORD.search(folded(part.plain)) for part in manuscript.of(*ASSERTING))
    for part in manuscript.of(*ASSERTING, Role.CONFIRMED):
        plain = folded(part.plain)
        for match in _REPORT_CONFIRMED.finditer(plain):
            if _RECORD.search(match[0]) or (match["whose"] == "" and has_record):
                continue  # an official report is a record
            before = plain[max(0, match.start() - 24) : match.start()]
            if not re.search(r"\b(?:not|never|nor|no|nothing)\b[^.]*\Z|n't\b[^.]*\Z", before):
                yield Hit(part=part, start=match.start(), end=match.end())


def _flat(manuscript: Manuscript, book: RuleBook) -> Iterator[tuple[ManuscriptPart, Telling]]:
    """Yield the flat clauses that nothing right before them attributes."""
    before: Telling | None = None
    place: ManuscriptPart | None = None
    for part, telling in told_by(manuscript, book, *ASSERTING):
        is_carried = (
            place is part
            and before is not None
            and before.level in (Level.REPORTED, Level.HEDGED)
            and before.paragraph == telling.paragraph
            and telling.level is Level.FLAT
            and telling.is_anaphoric
        )
        if telling.level >= Level.FLAT and not telling.is_negative and not is_carried:
            yield part, telling
        before, place = (before if is_carried else telling), part


def _tellings_hedged(manuscript: Manuscript, book: RuleBook) -> Iterator[Telling]:
    for _, telling in told_by(manuscript, book, *ASSERTING):
        yield telling
    for statement in statements(manuscript, book):
        if statement.status is ClaimStatus.REPORTED:
            yield from tellings(statement.text, book)
    for source in manuscript.sources or ():
        yield from tellings(source.text, book)


_AFTER_HEDGE = re.compile(r"\s+((?:[\w'-]+\s+){0,2}?)([\w'-]+)")
_ADVERBS = {
    "possibly": Level.REPORTED, "potentially": Level.REPORTED, "apparently": Level.REPORTED,
    "likely": Level.REPORTED, "reportedly": Level.FLAT, "allegedly": Level.FLAT,
}  # fmt: skip
"""The least level at which a clause has lost an adverb: naming who reports it keeps some."""


def _dropped(
    telling: Telling, hedged: list[tuple[Telling, str]], book: RuleBook
) -> tuple[int, int, str] | None:
    """Return the stretch that lost its hedge, and the hedge."""
    for other, word in hedged:
        if other.start == telling.start and other.text == telling.text:
            continue
        if word in _ADVERBS:
            if telling.level >= _ADVERBS[word] and is_retold(telling, other, book):
                return telling.start, telling.end, word
            continue
        phrase = _phrase_behind(other.folded, word, book)
        if phrase is None or telling.is_negative:
            continue
        found = re.search(rf"(?<![\w-]){phrase}(?![\w-])", telling.folded)
        if found and len(stems_of(other.text, book) & telling.stems) > 2:
            return telling.start + found.start(), telling.start + found.end(), word
    return None


def _phrase_behind(text: str, word: str, book: RuleBook) -> str | None:
    """Return as a pattern the two words that a hedge stands before: "2028 run" of "possible"."""
    match = re.search(rf"\b{re.escape(word)}\s+(?P<one>[\w-]+)\s+(?P<two>[\w-]+)", text)
    if match is None:
        return None
    one, two = match["one"], match["two"]
    stop = book.lists.get("stop", ())
    if one in stop or two in stop or len(two) < 3:
        return None
    return rf"{re.escape(one)}\s+{re.escape(two)}"


def _as_circulated(
    manuscript: Manuscript, part: ManuscriptPart, telling: Telling, book: RuleBook
) -> Iterator[Hit]:
    """Yield a clause that tells the main claim as it circulates, with what the evidence lacks."""
    claim = manuscript.check.main_claim if manuscript.check else None
    if claim is None or claim.status is ClaimStatus.CONFIRMED:
        return
    lost = stems_of(" ".join(words_lost(claim.as_circulated, claim.as_supported)), book)
    if len(lost) < 2 or not claim.as_supported or part.role is Role.VERSIONS:
        return
    if len(lost & telling.stems) >= 0.7 * len(lost) and tells(telling, claim.as_circulated, book):
        yield Hit(
            part=part, start=telling.start, end=telling.end,
            values={
                "claim": shortened(claim.as_supported), "status": "borne out only in part",
            },
        )  # fmt: skip


def _hit(part: ManuscriptPart, telling: Telling, statement: Statement) -> Hit:
    return Hit(
        part=part,
        start=telling.start,
        end=telling.end,
        values={
            "claim": shortened(statement.text),
            "status": statement.status.value.replace("_", " "),
        },
    )
