"""Family sourcing: what is called confirmed, and what stands behind it."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from workbench.core.claim import ClaimKind, ClaimStatus, Stance
from workbench.core.manuscript import Role
from workbench.core.source import SpanType
from workbench.reading.folding import folded
from workbench.reading.sentence import sentences
from workbench.rules.origin import origins_of
from workbench.rules.preflight.hit import Hit, shortened
from workbench.rules.preflight.lexicon import pattern
from workbench.rules.preflight.statement import names_anonymous, statements
from workbench.rules.status_gate import obstacles

if TYPE_CHECKING:
    from collections.abc import Iterator

    from workbench.core.claim import Claim
    from workbench.core.manuscript import Manuscript, ManuscriptPart
    from workbench.core.rule_book import RuleBook
    from workbench.rules.preflight.statement import Statement

_ADDRESS = re.compile(
    r"https?://|\]\(|\[\d{1,3}\]|\[\^\w+\]|\(source\s+\d|\bno\.\s*\d|\b\d{2,}/\d{2,}\b"
)
_NAMED_RECORD = re.compile(
    r"\b(?:the\s+)?(?:[A-Z][\w’'.-]+\s+){1,5}(?:record|records|register|registry|minutes|filing|filings|report|database|docket|statement|certificate|permit|budget|ledger|archive)\b"
    r"|\b(?:record|records|register|minutes|filing|filings|docket|case|permit|file|register\s+entry)\s+(?:of\s+(?:the\s+)?[A-Z]|at\s+(?:the\s+)?[A-Z]|no\b|number\b|\d)"
)
_SCHEDULED = re.compile(
    r"\bwill\b[^.]{0,80}\b(?:on|in|from|at)\s+(?:\d|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|mon|tue|wed|thu|fri|sat|sun)"
)
_NOT_PROVING = re.compile(r"\bnot\b|n't\b|\bno\b|\bnothing\b|\bneither\b|\bclaim|\billustrat")
_REASON = {
    ClaimKind.ANALYSIS: "an analysis", ClaimKind.PREDICTION: "a prediction",
    ClaimKind.MOTIVE: "about a motive",
}  # fmt: skip


def confirmed_without_evidence(manuscript: Manuscript, book: RuleBook) -> Iterator[Hit]:
    """Find claims of a workspace called confirmed though nothing in hand carries that."""
    for part, claim in _confirmed_claims(manuscript):
        check = manuscript.check
        if check is None or claim.kind in _REASON:
            continue
        supporting = [item for item in claim.evidence if item.stance is Stance.SUPPORTS]
        repeats = any(item.stance is Stance.REPEATS for item in claim.evidence)
        if not supporting:
            reason = "everything attached only repeats it" if repeats else "no evidence is attached"
            yield Hit(part=part, end=len(part.text), values={"reason": reason})
        elif origins_of(check, claim).in_hand_count:
            for sentence in obstacles(check, claim, ClaimStatus.CONFIRMED):
                reason = sentence.split(". ")[0].rstrip(".")
                yield Hit(part=part, end=len(part.text), values={"reason": _lowered(reason)})


def origin_not_in_hand(manuscript: Manuscript, book: RuleBook) -> Iterator[Hit]:
    """Find reports that the check rests on and nobody here has read."""
    check = manuscript.check
    if check is not None:
        for part, claim in _confirmed_claims(manuscript):
            origins = origins_of(check, claim)
            if origins.known and not origins.in_hand_count:
                names = ", ".join(origins.missing)
                yield Hit(part=part, end=len(part.text), values={"name": names})
        return
    if manuscript.sources is None:
        return
    disclosed = _disclosed(manuscript, book)
    told: set[str] = set()
    for part in manuscript.of(
        Role.CONFIRMED, Role.HEADLINE, Role.QUICK_READ, Role.LEDE, Role.WHAT_HAPPENED, Role.POST,
        Role.RATING, Role.ANALYSIS, Role.OTHER,
    ):  # fmt: skip
        for name, start, end in cited_outlets(part.plain, manuscript.words):
            key = _key(name)
            if key in told or key in disclosed or is_in_hand(manuscript, name):
                continue
            told.add(key)
            yield Hit(part=part, start=start, end=end, values={"name": name})


def confirmed_on_anonymous(manuscript: Manuscript, book: RuleBook) -> Iterator[Hit]:
    """Find what is called confirmed on the word of people whom nobody names."""
    if manuscript.check is not None:
        return  # the status gate judges a workspace's claims by their evidence
    for one in _confirmed_lines(manuscript, book):
        if names_anonymous(one.text, book) or names_anonymous(one.by, book):
            yield Hit(part=one.part, start=one.start, end=one.end)


def public_record(manuscript: Manuscript, book: RuleBook) -> Iterator[Hit]:
    """Find "the public record" where no record is named, linked or noted."""
    wanted = pattern(book, "record")
    for part in manuscript.of(
        Role.QUICK_READ, Role.LEDE, Role.WHAT_HAPPENED, Role.CONFIRMED, Role.RATING, Role.POST,
        Role.OTHER, Role.ANALYSIS,
    ):  # fmt: skip
        for start, end in sentences(part.plain):
            match = wanted.search(folded(part.plain[start:end]))
            if match is None:
                continue
            raw = part.text[start:end]
            before, behind = raw[: match.start()], raw[match.end() :]
            if _ADDRESS.search(raw) or _NAMED_RECORD.search(f"{before} ") or _names_one(behind):
                continue
            yield Hit(part=part, start=start + match.start(), end=start + match.end())


def analysis_confirmed(manuscript: Manuscript, book: RuleBook) -> Iterator[Hit]:
    """Find a judgement or a forecast called confirmed."""
    wanted = pattern(book, "analysis")
    for part, claim in _confirmed_claims(manuscript):
        if claim.kind in _REASON:
            yield Hit(part=part, end=len(part.text), values={"what": _REASON[claim.kind]})
    for one in _confirmed_lines(manuscript, book):
        plain = re.sub(r'"[^"\n]*"', lambda match: " " * len(match[0]), folded(one.text))
        match = wanted.search(plain)
        if match is None or _SCHEDULED.search(plain) or pattern(book, "scheduled").search(plain):
            continue
        if re.search(r"\b(?:said|says|told|stated|writes|wrote|according to)\b", plain):
            continue
        yield Hit(
            part=one.part, start=one.start, end=one.end,
            values={"what": f"a judgement (“{shortened(match[0])}”)"},
        )  # fmt: skip


def caption_as_evidence(manuscript: Manuscript, book: RuleBook) -> Iterator[Hit]:
    """Find a picture or its caption put to work as proof."""
    wanted = pattern(book, "caption_proof")
    for part in manuscript.of(
        Role.QUICK_READ, Role.LEDE, Role.WHAT_HAPPENED, Role.CONFIRMED, Role.RATING, Role.POST,
        Role.OTHER, Role.ANALYSIS, Role.IMAGE,
    ):  # fmt: skip
        for start, end in sentences(part.plain):
            plain = folded(part.plain[start:end])
            match = wanted.search(plain)
            if match and not _NOT_PROVING.search(plain):
                yield Hit(part=part, start=start + match.start(), end=start + match.end())
    yield from _captions_of_claims(manuscript)


def satire_as_evidence(manuscript: Manuscript, book: RuleBook) -> Iterator[Hit]:
    """Find what is called confirmed by a source that is satire, or may be."""
    if manuscript.check is not None:
        return
    satire = [source for source in manuscript.sources or () if source.is_satire]
    for one in _confirmed_lines(manuscript, book):
        said = folded(f"{one.by} {one.text}")
        source = next((item for item in satire if _key(item.name) in said), None)
        if source is not None:
            yield Hit(part=one.part, start=one.start, end=one.end, values={"name": source.name})


def look_alike_as_evidence(manuscript: Manuscript, book: RuleBook) -> Iterator[Hit]:
    """Find claims that rest on another event, which could be taken for theirs."""
    for part in manuscript.parts:
        event = part.field("look_alike")
        if event:
            yield Hit(part=part, end=len(part.text), values={"event": event})


def _captions_of_claims(manuscript: Manuscript) -> Iterator[Hit]:
    """Yield claims of a workspace that a passage inside a caption is to support."""
    check = manuscript.check
    for part in manuscript.parts if check is not None else ():
        if part.role is not Role.CLAIM or check is None:
            continue
        for item in check.claim(part.item_id).evidence:
            if item.stance is not Stance.SUPPORTS or not item.passage_id:
                continue
            passage = check.passage(item.passage_id)
            spans = check.source(passage.source_id).version.spans
            at = passage.selector.start
            if any(s.type is SpanType.CAPTION and s.start <= at < s.end for s in spans):
                yield Hit(part=part, end=len(part.text))
                break


def _confirmed_claims(manuscript: Manuscript) -> Iterator[tuple[ManuscriptPart, Claim]]:
    check = manuscript.check
    for part in manuscript.parts:
        if check is not None and part.role is Role.CLAIM:
            claim = check.claim(part.item_id)
            if claim.status is ClaimStatus.CONFIRMED:
                yield part, claim


def _confirmed_lines(manuscript: Manuscript, book: RuleBook) -> Iterator[Statement]:
    for one in statements(manuscript, book):
        if one.status is ClaimStatus.CONFIRMED and one.part.role is not Role.CLAIM:
            yield one


@lru_cache(maxsize=512)
def cited_outlets(text: str, words: object) -> tuple[tuple[str, int, int], ...]:
    """Return the outlets that a text has something from, with the place of each citation."""
    from workbench.core.words import Words
    from workbench.reading.hop import hops

    assert isinstance(words, Words)
    return tuple((hop.name, hop.start, hop.end) for hop in hops(text, (), words))


def is_in_hand(manuscript: Manuscript, name: str) -> bool:
    """Whether one of the sources is the outlet or document of this name."""
    key = _key(name)
    for source in manuscript.sources or ():
        names = [_key(one) for one in (source.name, *source.also) if one]
        if any(
            key == one or f" {key} " in f" {one} " or (one and f" {one} " in f" {key} ")
            for one in names
        ):
            return True
    return False


def _disclosed(manuscript: Manuscript, book: RuleBook) -> frozenset[str]:
    """Return the outlets whose reports the check itself says it does not have."""
    wanted = pattern(book, "not_in_hand")
    found: set[str] = set()
    for part in manuscript.parts:
        before: tuple[str, ...] = ()
        for start, end in sentences(part.plain):
            text = part.plain[start:end]
            names = tuple(
                _key(name)
                for name in re.findall(r"[^\W\d_a-z][\w.&]*(?:\s[^\W\d_a-z][\w.&]*)*", text)
            )
            if wanted.search(folded(text)):
                found.update((*names, *before))
            before = names
    return frozenset(found)


def _names_one(behind: str) -> bool:
    """Whether a record is named right behind: "of the County Clerk", "at the Port Register"."""
    return bool(
        re.match(
            r"\W*(?:\s*\([^)]*[A-Z\d][^)]*\)"
            r"|\s*(?:of|at|in|from|kept by|held by)\s+(?:the\s+)?(?:city’s\s+)?[A-Z0-9][\w’'-]+)",
            behind,
        )
    )


def _key(name: str) -> str:
    return " ".join(re.sub(r"[^\w\s]", " ", folded(name)).removeprefix("the ").split())


def _lowered(text: str) -> str:
    return text[:1].lower() + text[1:]
