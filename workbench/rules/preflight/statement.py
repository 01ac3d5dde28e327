"""Statements: what a finished check lists as confirmed, reported or open, and where it does so."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TYPE_CHECKING

from workbench.core.claim import ClaimStatus
from workbench.core.manuscript import ManuscriptPart, Role
from workbench.reading.folding import folded
from workbench.reading.sentence import sentences
from workbench.rules.preflight.lexicon import pattern
from workbench.rules.preflight.telling import is_unconfirmed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from workbench.core.manuscript import Manuscript
    from workbench.core.rule_book import RuleBook

_BULLET = re.compile(r"[ \t]*(?:[-*+•·‣◦▪●–]|\(?\d{1,3}[.)])[ \t]+")
_LABEL = re.compile(
    r"(?P<label>(?:also\s+|still\s+)?(?:not\s+(?:yet\s+)?confirmed|unconfirmed|confirmed|reported"
    r"|verified|unverified|contradicted|cannot\s+be\s+checked|analysis)\b[^:.]{0,80}):\s*"
)
_ADDRESS = re.compile(r"https?://\S+|\[LINK\]", re.IGNORECASE)
_THAT = re.compile(r"(?:that|whether|and|or|nor|also)\s+", re.IGNORECASE)
_TAIL = re.compile(
    r"\s*(?:(?:is|are|was|were|remains?|stays?)\s+(?:all\s+|still\s+|both\s+)?"
    r"(?:not\s+(?:yet\s+|independently\s+)*(?:confirmed|verified)|unconfirmed|unverified|open|unproven)"
    r"|(?:has|have)\s+(?:still\s+)?not\s+(?:yet\s+)?been\s+(?:independently\s+)?(?:confirmed|verified))"
    r"\b[^.]*\Z"
)
_BETWEEN = re.compile(
    r",\s+(?:and|or|nor)\s+|,\s+|;\s+(?:and\s+|or\s+)?|\s+(?:or|nor)\s+(?:a|an|that|any)\s+"
)
_IS_LIST = re.compile(r";\s|,\s+(?:and|or|nor)\s|\s(?:or|nor)\s+(?:a|an|that|any)\s")
_LEAD = re.compile(r"[^:.]{0,60}:\s+")


@dataclass(frozen=True, slots=True)
class Statement:
    """Something a list of the check says, with the status that the list gives it.

    Attributes:
        start, end: code points of the part.
        by: who confirms or reports it, as the list's lead says; may be empty.

    """

    part: ManuscriptPart
    start: int
    end: int
    text: str
    status: ClaimStatus
    by: str = ""


@dataclass(frozen=True, slots=True)
class _Line:
    start: int
    end: int
    status: ClaimStatus
    by: str


_STATUS = (
    ("not confirmed by us", ClaimStatus.REPORTED),
    ("reported", ClaimStatus.REPORTED),
    ("analysis", ClaimStatus.ANALYSIS),
    ("contradicted", ClaimStatus.CONTRADICTED),
    ("cannot", ClaimStatus.NOT_CHECKABLE),
    ("not ", ClaimStatus.NOT_CONFIRMED),
    ("unconfirmed", ClaimStatus.NOT_CONFIRMED),
    ("unverified", ClaimStatus.NOT_CONFIRMED),
    ("confirmed", ClaimStatus.CONFIRMED),
    ("verified", ClaimStatus.CONFIRMED),
)


def statements(manuscript: Manuscript, book: RuleBook) -> tuple[Statement, ...]:
    """Return the statements of a manuscript in reading order; of a check, its claims."""
    return tuple(statement for part in manuscript.parts for statement in listed_in(part, book))


def open_list(part: ManuscriptPart, book: RuleBook) -> tuple[Statement, ...]:
    """Return the things that one part says are not confirmed, each on its own."""
    return tuple(
        piece
        for statement in listed_in(part, book)
        if statement.status is ClaimStatus.NOT_CONFIRMED
        for piece in _split(statement)
    )


@lru_cache(maxsize=512)
def listed_in(part: ManuscriptPart, book: RuleBook) -> tuple[Statement, ...]:
    """Return the statements of one part in reading order."""
    if part.role is Role.CLAIM:
        status = ClaimStatus(part.field("status"))
        text = part.plain.strip()
        return (Statement(part, 0, len(part.text), text, status, part.field("by")),)
    lines: Iterator[_Line]
    owner = part
    part = replace(part, plain=_ADDRESS.sub(lambda match: " " * len(match[0]), part.plain))
    if part.role in (Role.CONFIRMED, Role.NOT_CONFIRMED):
        lines = _listed(part, book)
    elif part.role in (
        Role.QUICK_READ, Role.LEDE, Role.POST, Role.RATING, Role.WHAT_HAPPENED, Role.OTHER,
        Role.WATCH,
    ):  # fmt: skip
        lines = _told_open(part, book)
    else:
        return ()
    return tuple(
        Statement(
            owner, line.start, line.end, part.plain[line.start : line.end], line.status, line.by
        )
        for line in lines
        if part.plain[line.start : line.end].strip(" .-")
    )


def _listed(part: ManuscriptPart, book: RuleBook) -> Iterator[_Line]:
    """Yield the items under each lead, and what stands behind a label in running prose."""
    confirmed = part.role is Role.CONFIRMED
    status = ClaimStatus.CONFIRMED if confirmed else ClaimStatus.NOT_CONFIRMED
    by = ""
    for start, end in sentences(part.plain):
        text = part.plain[start:end]
        bullet = _BULLET.match(text)
        label = _LABEL.match(folded(text[bullet.end() if bullet else 0 :]))
        at = start + (bullet.end() if bullet else 0)
        if label:
            status, by = _status_of(label["label"], status), _by(part.plain, at, label)
            at += label.end()
            if at < end:
                yield _Line(_behind_that(part.plain, at, end), end, status, by)
        elif bullet or (confirmed and status is ClaimStatus.CONFIRMED and len(text) > 25):
            if not text.rstrip().endswith(":"):
                yield _Line(_behind_that(part.plain, at, end), end, status, by)
        elif _TAIL.search(folded(text.rstrip(" ."))):
            yield from _from_tail(part.plain, start, end)


def _told_open(part: ManuscriptPart, book: RuleBook) -> Iterator[_Line]:
    """Yield what prose says is not confirmed: behind a label, or before "is not confirmed"."""
    for start, end in sentences(part.plain):
        text = part.plain[start:end]
        if not is_unconfirmed(text, book):
            continue
        bullet = _BULLET.match(text)
        at = start + (bullet.end() if bullet else 0)
        plain = folded(part.plain[at:end])
        label = re.search(
            r"\b(?:not\s+(?:yet\s+)?confirmed|unconfirmed|not\s+verified)\b[^:.]{0,40}:\s*", plain
        )
        if label:
            begin = at + label.end()
            yield _Line(_behind_that(part.plain, begin, end), end, ClaimStatus.NOT_CONFIRMED, "")
        elif _TAIL.search(plain.rstrip(" .")):
            yield from _from_tail(part.plain, at, end)


def _from_tail(plain: str, start: int, end: int) -> Iterator[_Line]:
    text = folded(plain[start:end]).rstrip(" .")
    tail = _TAIL.search(text)
    if tail is None:
        return
    begin = max(text.rfind(";", 0, tail.start()) + 1, 0)
    lead = _LEAD.match(text, begin)
    begin = lead.end() if lead and lead.end() < tail.start() else begin
    if tail.start() - begin > 3:
        first = start + begin
        yield _Line(
            _behind_that(plain, first, start + tail.start()),
            start + tail.start(),
            ClaimStatus.NOT_CONFIRMED,
            "",
        )


def _split(statement: Statement) -> Iterator[Statement]:
    """Yield the things that one line names one after the other."""
    text = statement.text
    if not _IS_LIST.search(folded(text)):
        yield statement
        return
    begin = 0
    for match in [*_BETWEEN.finditer(folded(text)), None]:
        end = match.start() if match else len(text)
        at = begin
        that = _THAT.match(text, at)
        while that:
            at = that.end()
            that = _THAT.match(text, at)
        words = text[at:end].strip(" .,;")
        if words:
            first = statement.start + at
            yield Statement(
                statement.part, first, first + len(words), words, statement.status, statement.by
            )
        begin = match.end() if match else end


def _behind_that(plain: str, start: int, end: int) -> int:
    while start < end and plain[start].isspace():
        start += 1
    that = re.compile(r"that\s+", re.IGNORECASE).match(plain, start, end)
    return that.end() if that else start


def _status_of(label: str, fallback: ClaimStatus) -> ClaimStatus:
    return next((status for words, status in _STATUS if words in label), fallback)


def _by(plain: str, at: int, label: re.Match[str]) -> str:
    words = plain[at : at + label.end("label")]
    found = re.search(r"\bby\s+([^,:]+)", words)
    return found[1].strip() if found else ""


def names_anonymous(text: str, book: RuleBook) -> bool:
    """Whether a stretch of text rests on people without a name."""
    return bool(pattern(book, "anonymous").search(folded(text)))
