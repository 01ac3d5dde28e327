"""Reading a finished check in text or Markdown: its parts, from headings, labels and lists."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from workbench.core.manuscript import Manuscript, ManuscriptPart, Role
from workbench.core.words import Words
from workbench.intake.finished_heading import HeadingReader
from workbench.reading.unmarked import unmarked

if TYPE_CHECKING:
    from collections.abc import Iterator

    from workbench.core.manuscript import SourceInHand
    from workbench.core.rule_book import RuleBook

LONGEST = 400_000
"""Code points of a finished check that are read; ten times the longest one we know of."""

_FRONT = re.compile(r"\ufeff?\s*---[ \t]*\r?\n(?P<body>.*?)^---[ \t]*\r?$", re.S | re.M)
_FIELD = re.compile(r"^(?P<name>[A-Za-z][\w -]{0,40}?)[ \t]*:[ \t]*(?P<value>[^\r\n]*)", re.M)
_LIST_ITEM = re.compile(r"[ \t]*(?:[-*+•·‣◦▪●–][ \t]|\(?\d{1,3}[.)][ \t])")
_ENDS_SENTENCE = re.compile(r"[.!…][\"'”’)\]]*\s*\Z")
_MOST_HEADLINE_WORDS = 30
_VERSION = re.compile(
    r"[\s*_]*(?:the\s+)?(?:viral|careful|circulat\w+|supported)\s+version\b", re.IGNORECASE
)
_PARTS_OF_ONE_PARAGRAPH = frozenset({Role.RATING, Role.READ_NEXT, Role.IMAGE, Role.BYLINE})


class _Block(NamedTuple):
    """Lines without a blank line between them, or a heading: where it stands."""

    start: int
    end: int
    text: str


def manuscript_from(
    text: str,
    book: RuleBook,
    *,
    sources: tuple[SourceInHand, ...] | None = None,
    words: Words | None = None,
) -> Manuscript:
    """Return a finished check taken apart; any text will do, what fits nowhere is reporting."""
    reader = _Reader(text[:LONGEST], HeadingReader(book))
    return Manuscript(parts=tuple(reader.parts()), sources=sources, words=words or Words())


class _Reader:
    """One pass over the blocks of a text, which remembers under which heading it is."""

    def __init__(self, text: str, headings: HeadingReader) -> None:
        self._raw = text
        self._text = text.replace("\r\n", " \n")  # as long as before
        self._headings = headings
        self._role = Role.LEDE
        self._heading = ""
        self._has_list = False
        self._has_headline = False
        self._has_text = False
        self._under = 0

    def parts(self) -> Iterator[ManuscriptPart]:
        body = 0
        front = _FRONT.match(self._text)
        if front:
            body = front.end()
            yield from self._front_matter(front)
        run: list[tuple[Role, str, _Block]] = []
        for role, heading, block in self._judged(body):
            if run and not self._is_same(run[-1], role, heading):
                yield self._part(run)
                run = []
            run.append((role, heading, block))
        if run:
            yield self._part(run)

    def _is_same(self, before: tuple[Role, str, _Block], role: Role, heading: str) -> bool:
        return before[0] is role and before[1] == heading and role is not Role.HEADLINE

    def _front_matter(self, front: re.Match[str]) -> Iterator[ManuscriptPart]:
        fields = {}
        for match in _FIELD.finditer(self._text, front.start("body"), front.end("body")):
            value = match["value"].strip().strip("\"'")
            fields[match["name"].strip().lower().replace(" ", "_")] = value
            if match["name"].strip().lower() in ("title", "headline") and value:
                self._has_headline = True
                at = self._text.index(value, match.start("value"))
                yield _made(Role.HEADLINE, value, at, "")
        text = self._raw[front.start() : front.end()]
        part = _made(Role.FRONT_MATTER, text, front.start(), "")
        yield replace(part, fields=tuple(fields.items()))

    def _judged(self, start: int) -> Iterator[tuple[Role, str, _Block]]:
        """Yield each block with its role; headings change the role and are not yielded."""
        blocks = list(self._blocks(start))
        for index, block in enumerate(blocks):
            following = blocks[index + 1] if index + 1 < len(blocks) else None
            found = self._headings.heading(block.text, self._begins(following))
            if found is not None and self._take_heading(found, block):
                if self._headings.role(found.words) is Role.HEADLINE:
                    continue  # it says "Headline"; what follows is one
                if found.role is Role.HEADLINE or self._role is Role.HEADLINE:
                    self._role = Role.LEDE
                    yield Role.HEADLINE, "", _within(block, found.words)
                continue
            if not self._has_text and not self._has_headline and self._is_headline(block):
                self._has_headline = True
                yield Role.HEADLINE, "", block
                continue
            role = self._role_of(block)
            self._has_text = self._has_text or role is not Role.BYLINE
            yield role, self._heading, block

    def _take_heading(self, found: object, block: _Block) -> bool:
        """Take a heading in; False if the block turns out to be no heading."""
        heading = self._headings.known(found)
        is_first = not self._has_text and not self._has_headline
        if heading.role is None and is_first:
            self._has_headline = True
            self._role, self._heading = Role.HEADLINE, ""
            return True
        if heading.role is None and not heading.is_marked and not self._has_text:
            return False
        if heading.role is Role.HEADLINE:
            self._has_headline = self._headings.role(heading.words) is not Role.HEADLINE
            return True
        if heading.role is self._role and not heading.is_marked and self._heading:
            return False  # "Not confirmed:" leads a list of the section
        if heading.role is None and heading.level > self._under and self._under:
            self._heading = block.text.strip("#* \t:")  # a subsection keeps the role
            return True
        self._role = heading.role or Role.OTHER
        self._heading = heading.words
        self._under = heading.level
        self._has_list = False
        return True

    def _is_headline(self, block: _Block) -> bool:
        """Whether the first words of a text are its headline: one line that is no sentence."""
        line = block.text.strip()
        if "\n" in line or _LIST_ITEM.match(block.text) or len(line.split()) > _MOST_HEADLINE_WORDS:
            return False
        return not _ENDS_SENTENCE.search(line) and self._headings.label(line) is None

    def _role_of(self, block: _Block) -> Role:
        label = self._headings.label(block.text)
        if label is Role.BYLINE and (self._has_text or self._role is not Role.LEDE):
            label = None
        if label is not None:
            return label
        is_list = bool(_LIST_ITEM.match(block.text))
        if self._role is Role.QUICK_READ:
            if self._has_list and not is_list:
                self._role, self._heading = Role.LEDE, ""
            self._has_list = self._has_list or is_list
        if self._role is Role.LEDE and _VERSION.match(block.text):
            self._role, self._heading = Role.VERSIONS, ""
        return self._role

    def _begins(self, block: _Block | None) -> str:
        return block.text if block else ""

    def _blocks(self, start: int) -> Iterator[_Block]:
        """Yield paragraphs; a line that is a heading by its marks or its words stands alone."""
        begin = -1
        position = start
        for line in self._text[start:].splitlines(keepends=True):
            is_blank = not line.strip()
            stands_alone = not is_blank and self._headings.stands_alone(line)
            if (is_blank or stands_alone or self._headings.begins_block(line)) and begin >= 0:
                yield self._block(begin, position)
                begin = -1
            if stands_alone:
                yield self._block(position, position + len(line))
            elif not is_blank and begin < 0:
                begin = position
            position += len(line)
        if begin >= 0:
            yield self._block(begin, position)

    def _block(self, start: int, end: int) -> _Block:
        text = self._text[start:end].rstrip()
        return _Block(start, start + len(text), text)

    def _part(self, run: list[tuple[Role, str, _Block]]) -> ManuscriptPart:
        role, heading, first = run[0]
        start, end = first.start, run[-1][2].end
        part = _made(role, self._raw[start:end], start, heading)
        if role is Role.IMAGE:
            fields = self._headings.image_fields(self._text[start:end])
            part = replace(part, fields=tuple(fields))
        return part


def _within(block: _Block, words: str) -> _Block:
    at = block.text.find(words)
    if at < 0:
        return block
    return _Block(block.start + at, block.start + at + len(words), words)


def _made(role: Role, text: str, start: int, heading: str) -> ManuscriptPart:
    return ManuscriptPart(
        key=role.value, role=role, text=text, plain=unmarked(text), start=start, heading=heading
    )
