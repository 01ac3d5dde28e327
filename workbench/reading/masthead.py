"""The head and the foot of a text: which lines are the article, and which tell about it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from enum import StrEnum
from itertools import pairwise
from typing import TYPE_CHECKING

from workbench.reading.byline import byline_of
from workbench.reading.credit_line import CreditLine, credit_line
from workbench.reading.dateline import Dateline, dateline_of
from workbench.reading.furniture import is_caption, is_chrome, rights_start
from workbench.reading.signer import is_outlet, is_person, is_role
from workbench.reading.text_line import TextLine, text_lines

if TYPE_CHECKING:
    from collections.abc import Iterable


class LineKind(StrEnum):
    """What a line is."""

    PROSE = "prose"
    CHROME = "chrome"
    CAPTION = "caption"
    CREDIT = "credit"
    HEADER = "header"
    MARKER = "marker"
    RIGHTS = "rights"


@dataclass(slots=True)
class ReadLine:
    """A line and what it is.

    Attributes:
        credit: what a credit line says.
        key, value: of a header such as "Subject: ...", the key in lower case.
        rights: where a rights notice begins in the words; -1 without one.
        dateline: with which the line begins.

    """

    line: TextLine
    kind: LineKind
    credit: CreditLine | None = None
    key: str = ""
    value: str = ""
    rights: int = -1
    dateline: Dateline | None = None


@dataclass(slots=True)
class Masthead:
    """The lines around an article, read.

    Attributes:
        head: the lines up to the first of the article, with what may be its headline.
        body: the first lines of the article.
        foot: the last lines of the text; none that is in `head` or `body`.
        strewn: lines in between that are no article, such as adverts and captions.

    """

    head: list[ReadLine] = field(default_factory=list)
    body: list[ReadLine] = field(default_factory=list)
    foot: list[ReadLine] = field(default_factory=list)
    strewn: list[ReadLine] = field(default_factory=list)

    @property
    def lines(self) -> list[ReadLine]:
        """All lines that were read, in order."""
        found = [*self.head, *self.body, *self.strewn, *self.foot]
        return sorted(found, key=lambda read: read.line.start)


_HEAD_LINES = 40
_BODY_LINES = 3
_FOOT_LINES = 16
_MOST_PROSE_ABOVE = 2
_HEADER = re.compile(
    r"[\"']?(?P<key>subject|title|headline|date|published|updated|author|byline|publication"
    r"|publisher|outlet|newspaper|site|website|url|link|source|language|dateline|location|from|to"
    r"|cc|sent|reply-to|contacts?|(?:media|press|news) (?:contacts?|inquiries|office)|section"
    r"|copyright|agency)[\"']?\s?:\s{0,3}(?P<value>\S.{0,400})\Z",
    re.IGNORECASE,
)
_MARKER = re.compile(
    r"(?:(?:the[- ])?[a-z]{2,20}[- ]wire|for (?:immediate|general) release.{0,30}|press release"
    r"|news release"
    r"|media (?:release|advisory)|for release.{0,40}|embargoed.{0,60}|source:? [A-Z].{1,80}"
    r"|\(?(?:additional )?(?:reporting|writing|editing|compiled|translated)(?: and \w+)?"
    r" by .{3,240}"
    r"|.{2,120} contributed (?:to this (?:report|story|article)|reporting).{0,40}"
    r"|(?:this|the) (?:story|article|post|report) was (?:originally |first |last )?"
    r"(?:published|updated|posted)\b.{0,160}|view original content.{0,200}|contact:?"
    r"|media contact:?"
    r"|https?://\S{4,400}|[\w.+-]{1,64}@[\w.-]{2,64}|(?:tel|phone|mobile)\b.{0,40})\Z",
    re.IGNORECASE,
)
_LONE_KEY = re.compile(
    r"(?:(?:first |originally )?(?P<published>published|posted)|(?P<updated>(?:last )?updated)"
    r"|last modified)(?: on| at)?:?\Z",
    re.IGNORECASE,
)
_LONE_BY = frozenset({"by", "by:", "written by", "author", "author:", "authors"})
_SENTENCE_END = re.compile(r"[.!?…]['\"”’)\]]{0,2}\Z")
_BULLET = re.compile(r"[•‣◦*▪●–—-]\s")


def masthead(text: str) -> Masthead:
    """Return the head and foot of a text, and the lines between that are no article."""
    lines = list(text_lines(text))
    head = _read_head(lines[:_HEAD_LINES])
    count = _body_start(head)
    result = Masthead(head=head[:count], body=_as_body(lines[count : count + _BODY_LINES]))
    rest = lines[count + len(result.body) :]
    cut = max(0, len(rest) - _FOOT_LINES)
    result.strewn = _strewn(rest[:cut])
    result.foot = _read_foot(rest[cut:])
    return result


def is_sentence(words: str) -> bool:
    """Whether a line reads as prose: a long one, or one that ends as sentences do."""
    return len(words) > 300 or (len(words) >= 60 and bool(_SENTENCE_END.search(words)))


def _read_head(lines: list[TextLine]) -> list[ReadLine]:
    read = [_read(line) for line in lines]
    for index, (before, this) in enumerate(pairwise(read)):
        words = this.line.words
        following = read[index + 2].line.words if index + 2 < len(read) else ""
        is_plain = this.kind is LineKind.PROSE and this.line.is_whole
        if before.line.words.casefold() in _LONE_BY and (byline := byline_of(words)):
            before.kind = this.kind = LineKind.CREDIT
            this.credit = CreditLine(byline=byline, is_led=True)
        elif this.credit and (key := _LONE_KEY.match(before.line.words)):
            this.credit = _keyed(this.credit, is_update=not key["published"])
        elif is_plain and is_person(words) and _is_beside_name(following):
            this.kind, this.credit = LineKind.CREDIT, CreditLine(byline=byline_of(words))
        elif is_plain and before.kind is LineKind.CREDIT and _is_beside_name(words):
            name = words.partition(",")[0]
            outlet = name if is_outlet(name) and not is_role(words) else ""
            this.kind, this.credit = LineKind.CREDIT, CreditLine(outlet=outlet)
    return read


def _is_beside_name(words: str) -> bool:
    """Whether a line below a name says what they are, or for whom they write."""
    return is_role(words) or is_outlet(words.partition(",")[0])


def _keyed(credit: CreditLine, *, is_update: bool) -> CreditLine:
    """Return a credit line whose date has its key on the line above."""
    if credit.is_keyed or not credit.published:
        return credit
    if is_update:
        return replace(credit, published=None, updated=credit.published)
    return replace(credit, is_keyed=True)


def _read(line: TextLine) -> ReadLine:
    words = line.words
    if not line.is_whole:
        return ReadLine(line, LineKind.PROSE, dateline=dateline_of(words))
    if (at := rights_start(words)) >= 0 and not is_caption(words):
        return ReadLine(line, LineKind.RIGHTS, rights=at)
    if credit := credit_line(words):
        return ReadLine(line, LineKind.CREDIT, credit=credit)
    if header := _HEADER.match(words):
        key, value = header["key"].casefold(), header["value"].strip(" \"'")
        return ReadLine(line, LineKind.HEADER, key=key, value=value)
    if _MARKER.match(words) or _LONE_KEY.match(words):
        return ReadLine(line, LineKind.MARKER)
    if is_caption(words):
        return ReadLine(line, LineKind.CAPTION)
    if is_chrome(words):
        return ReadLine(line, LineKind.CHROME)
    return ReadLine(line, LineKind.PROSE, dateline=dateline_of(words))


def _body_start(head: list[ReadLine]) -> int:
    """Return how many lines stand before the article: those up to its last credit line."""
    start = prose = 0
    for index, read in enumerate(head):
        if read.kind is LineKind.PROSE:
            if read.dateline:
                break
            prose += is_sentence(read.line.words) and not _BULLET.match(read.line.words)
        if prose > _MOST_PROSE_ABOVE:
            break
        is_sure = read.kind is LineKind.HEADER and read.key != "source"
        if is_sure or (read.kind is LineKind.CREDIT and _is_sure(read.credit)):
            start = index + 1
    if not start:
        is_prose = (read.kind is LineKind.PROSE and is_sentence(read.line.words) for read in head)
        start = next((index for index, found in enumerate(is_prose) if found), 0)
    while start < len(head) and head[start].kind is not LineKind.PROSE:
        start += 1
    return start


def _is_sure(credit: CreditLine | None) -> bool:
    return credit is not None and (credit.byline is not None or credit.is_dated)


def _as_body(lines: list[TextLine]) -> list[ReadLine]:
    """Read the first lines of an article: captions and adverts among them are none of it."""
    read = [_read(line) for line in lines]
    return [
        ReadLine(each.line, LineKind.PROSE) if each.kind is LineKind.HEADER else each
        for each in read
    ]


def _strewn(lines: Iterable[TextLine]) -> list[ReadLine]:
    found = []
    for line in lines:
        if not line.is_whole or len(line.words) > 300:
            continue
        if is_chrome(line.words):
            found.append(ReadLine(line, LineKind.CHROME))
        elif is_caption(line.words):
            found.append(ReadLine(line, LineKind.CAPTION))
        elif (at := rights_start(line.words)) >= 0 and at < 40:
            found.append(ReadLine(line, LineKind.RIGHTS, rights=at))
    return found


def _read_foot(lines: Iterable[TextLine]) -> list[ReadLine]:
    read = [_read(line) for line in lines]
    return [
        ReadLine(each.line, LineKind.PROSE) if _is_out_of_place(each) else each for each in read
    ]


def _is_out_of_place(read: ReadLine) -> bool:
    """Whether a line means something in the head alone: far down it is a line like others."""
    if read.kind is LineKind.HEADER:
        return read.key not in ("url", "link", "source", "copyright") and "contact" not in read.key
    credit = read.credit
    return credit is not None and not (credit.is_led or credit.is_keyed or credit.updated)
