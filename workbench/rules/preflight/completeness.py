"""Family completeness: what a finished check has to have and has not."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from workbench.core.finding import Severity
from workbench.core.manuscript import Role
from workbench.core.record import CheckState
from workbench.reading.folding import folded
from workbench.rules.preflight.hit import Hit
from workbench.rules.preflight.lexicon import word_set

if TYPE_CHECKING:
    from collections.abc import Iterator

    from workbench.core.manuscript import Manuscript, ManuscriptPart
    from workbench.core.rule_book import RuleBook

_ADDRESS = re.compile(r"https?://[^\s<>\"]+|\bwww\.[\w-]+\.\w+|\]\(\S+\)")
_AUTHOR = re.compile(
    r"(?:^|\n|\|)[\s*_]*(?:by|author|written\s+by|checked\s+by|fact-checked\s+by|reporter)\b\s*:?\s*"
    r"(?!(?:the|our|staff|newsroom|desk|team|editors?|factcheck|fact-check)\b)[^\W\d_]",
    re.IGNORECASE,
)
_PERSON = re.compile(r"[^\W\d_a-z][\w’'-]+\s[^\W\d_a-z][\w’'-]+")
_REASON = re.compile(r"[.:;—–-]\s+\S+(?:\s+\S+){3,}|\b(?:because|as|since|:)\s\S+(?:\s+\S+){3,}")
_NUMBERS = {
    "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
    "ten": 10, "one": 1,
}  # fmt: skip
_BULLET = re.compile(r"^[ \t]*(?:[-*+•·‣◦▪●–]|\(?\d{1,3}[.)])[ \t]+\S", re.MULTILINE)
_ONE_OF_A_ROW = re.compile(
    r"(?:^|[,:;]|\band|\bor)\s*(?:(?:and|or|first|second|third|then)\s*,?\s*)*(?:whether|if|when|a\b|an\b|the\b|any\b|how\b|what\b|who\b)"
)
_NO_ADDRESS = re.compile(
    r"\bno\s+address\b|\bnot\s+(?:online|archived)\b|\bno\s+link\b|\bin\s+print\b|\bnot\s+in\s+hand\b|\binterview\b|\be-?mail\b|\bon\s+paper\b|\baddress\s*:",
    re.I,
)
_CONFIRMED = re.compile(r"(?<!not )(?<!yet )(?<!un)(?:confirmed|verified)\b")
_NOT_CONFIRMED = re.compile(
    r"\bnot\s+(?:yet\s+)?(?:confirmed|verified)|\bunconfirmed|\bno\s+evidence"
)
_IMAGE_FIELDS = (
    ("alt", "alternative text"), ("caption", "a caption"), ("creator", "a creator"),
    ("licence", "a licence"), ("link", "a link to where it comes from"),
)  # fmt: skip


def headline_missing(manuscript: Manuscript, book: RuleBook) -> Iterator[Hit]:
    """Find a check without a headline."""
    if not manuscript.of(Role.HEADLINE):
        yield Hit(key="headline")


def author_missing(manuscript: Manuscript, book: RuleBook) -> Iterator[Hit]:
    """Find a check that nobody signs."""
    if manuscript.check is not None:
        is_signed = bool(manuscript.check.author.strip())
    else:
        lines = manuscript.of(Role.BYLINE)
        is_signed = bool(manuscript.field("author") or manuscript.field("by")) or any(
            _AUTHOR.search(part.plain) or _names_somebody(part.plain, book) for part in lines
        )
    if not is_signed:
        yield Hit(key="byline")


def _names_somebody(line: str, book: RuleBook) -> bool:
    """Whether a line names a person in full, as in "Ines Halloran | 4 May 2026"."""
    no_name = word_set(book, "no_name")
    return any(no_name.isdisjoint(folded(match[0]).split()) for match in _PERSON.finditer(line))


def link_missing(manuscript: Manuscript, book: RuleBook) -> Iterator[Hit]:
    """Find a check in which nothing leads to a source."""
    check = manuscript.check
    if check is not None:
        if not check.sources or any(source.url.strip() for source in check.sources):
            return
    elif any(
        _ADDRESS.search(part.text)
        for part in manuscript.parts
        if part.role not in (Role.POST, Role.IMAGE, Role.FRONT_MATTER, Role.READ_NEXT)
    ):
        return
    yield Hit(key="sources")


def source_without_link(manuscript: Manuscript, book: RuleBook) -> Iterator[Hit]:
    """Find an entry of the list of sources without an address that does not say so."""
    for part in manuscript.of(Role.SOURCES):
        if not _ADDRESS.search(part.text):
            continue  # a check without any link is told once
        starts = [match.start() for match in _BULLET.finditer(part.plain)]
        for start, end in zip(starts, [*starts[1:], len(part.text)], strict=False):
            entry = part.text[start:end].rstrip()
            if not _ADDRESS.search(entry) and not _NO_ADDRESS.search(entry):
                yield Hit(part=part, start=start, end=start + len(entry))


def rating_missing(manuscript: Manuscript, book: RuleBook) -> Iterator[Hit]:
    """Find a check without a rating."""
    if not manuscript.of(Role.RATING) and not manuscript.field("rating"):
        yield Hit(key="rating")


def rating_without_reason(manuscript: Manuscript, book: RuleBook) -> Iterator[Hit]:
    """Find a rating that does not say why."""
    check = manuscript.check
    for part in manuscript.of(Role.RATING):
        if check is not None:
            has_reason = bool(check.verdict.reason.strip())
        else:
            words = re.sub(r"^[^:\n]{0,60}:\s*", "", part.plain.strip(" *"), count=1)
            has_reason = bool(_REASON.search(words)) or len(words.split()) > 14
        if not has_reason:
            yield Hit(part=part, end=len(part.text))


def image_incomplete(manuscript: Manuscript, book: RuleBook) -> Iterator[Hit]:
    """Find a picture without one of the things that have to be known of it."""
    for part in manuscript.parts:
        if part.role is not Role.IMAGE:
            continue
        lacking = [words for name, words in _IMAGE_FIELDS if not _is_told(part.field(name))]
        if lacking:
            yield Hit(part=part, end=len(part.text), values={"fields": ", ".join(lacking)})


def watch_count(manuscript: Manuscript, book: RuleBook) -> Iterator[Hit]:
    """Find a list that announces another number of things than it has."""
    nouns = "|".join(sorted(map(re.escape, word_set(book, "counted")), key=len)[::-1])
    lead = re.compile(
        rf"\b(?P<number>{'|'.join(_NUMBERS)}|\d{{1,2}})\s+(?:[\w-]+\s+){{0,3}}?(?:{nouns})\b[^.:\n]{{0,60}}:\s*"
    )
    for part in manuscript.of(
        Role.WATCH, Role.QUICK_READ, Role.WHAT_HAPPENED, Role.ANALYSIS, Role.OTHER
    ):
        plain = folded(part.plain)
        for match in lead.finditer(plain):
            announced = _NUMBERS.get(match["number"]) or int(match["number"])
            listed = _listed(part.plain, match.end())
            if listed and listed != announced:
                values = {"announced": str(announced), "listed": str(listed)}
                yield Hit(part=part, start=match.start(), end=match.end("number"), values=values)


def claim_review_incomplete(manuscript: Manuscript, book: RuleBook) -> Iterator[Hit]:
    """Find what ClaimReview requires and the check does not have: claim, rating, address."""
    check = manuscript.check
    if check is not None:
        claim = check.main_claim
        lacking = {
            "the claim": claim is not None and bool(claim.as_circulated or claim.as_supported),
            "the name of a rating": not check.verdict.is_empty,
            "the address of the page": bool(check.url.strip()),
        }
        is_out = check.state not in (CheckState.DRAFT, CheckState.IN_REVIEW)
    elif any(part.role is Role.FRONT_MATTER for part in manuscript.parts):
        lacking = {
            "the claim": bool(manuscript.field("claim") or manuscript.field("claim_reviewed")),
            "the name of a rating": bool(manuscript.field("rating") or manuscript.of(Role.RATING)),
        }
        is_out = True
    else:
        return
    names = [words for words, is_there in lacking.items() if not is_there]
    if names:
        severity = Severity.ERROR if is_out else Severity.WARNING
        yield Hit(key="front_matter", values={"fields": ", ".join(names)}, severity=severity)


def part_empty(manuscript: Manuscript, book: RuleBook) -> Iterator[Hit]:
    """Find a check that lacks what readers look for first: what is and what is not confirmed."""
    if manuscript.check is not None:
        if not manuscript.check.claims:
            yield Hit(key="confirmed", values={"what": "what is confirmed and what is not"})
        return
    for role, what in (
        (Role.CONFIRMED, "what is confirmed"),
        (Role.NOT_CONFIRMED, "what is not confirmed"),
    ):
        if not manuscript.of(role) and not _is_said(manuscript, role):
            yield Hit(key=role.value, values={"what": what})


def _is_said(manuscript: Manuscript, role: Role) -> bool:
    words = _CONFIRMED if role is Role.CONFIRMED else _NOT_CONFIRMED
    return any(
        words.search(folded(part.plain))
        for part in manuscript.of(Role.CONFIRMED, Role.NOT_CONFIRMED, Role.QUICK_READ, Role.OTHER)
    )


def _is_told(value: str) -> bool:
    plain = value.strip(" .").casefold()
    return bool(plain) and plain not in ("none", "not stated", "no link", "no caption", "unknown")


def _listed(plain: str, start: int) -> int:
    """Return how many things follow: the points of a list, else those of one sentence."""
    following = plain[start : start + 2000].lower()
    bullets = re.match(r"\s*(?=[-*+•·‣◦▪●–]\s|\(?1[.)]\s)", following)
    if bullets:
        listed = re.split(r"\n\s*\n(?!\s*(?:[-*+•·‣◦▪●–]|\(?\d+[.)])\s)", following)[0]
        return len(_BULLET.findall(listed))
    sentence = re.split(r"[.!?](?:\s|\Z)", following)[0]
    if sentence.count("whether") > 1:
        return sentence.count("whether")
    if ";" in sentence:
        return len([piece for piece in sentence.split(";") if piece.strip()])
    return len(_ONE_OF_A_ROW.findall(sentence)) if sentence.count(",") else 0


def has_address(part: ManuscriptPart) -> bool:
    """Whether there is a link in a part."""
    return bool(_ADDRESS.search(part.text))
