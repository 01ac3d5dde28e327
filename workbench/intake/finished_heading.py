"""Headings and labels of finished checks: which part they begin, whatever a house calls it."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from workbench.core.manuscript import Role
from workbench.reading.folding import folded

if TYPE_CHECKING:
    from collections.abc import Iterator

    from workbench.core.rule_book import RuleBook

_MARKED = re.compile(r"[ \t]*(?P<marks>#{1,6})[ \t]+(?P<words>[^\n]*?)[ \t#]*\Z")
_BOLD = re.compile(r"[ \t]*(?:\*\*|__)(?P<words>[^*_\n]{1,100})(?:\*\*|__):?[ \t]*\Z")
_RULED = re.compile(r"(?P<words>[^\n]{1,200})\n[ \t]*(?P<rule>=+|-{3,})[ \t]*\Z")
_LIST_ITEM = re.compile(r"[ \t]*(?:[-*+•·‣◦▪●–][ \t]|\(?\d{1,3}[.)][ \t]|>)")
_NO_HEADING = re.compile(r"[.!,;][\"'”’)\]]*\Z")
_MOST_WORDS = 10
_LONGEST_LABEL = 40
_PICTURE = re.compile(r"!\[(?P<alt>[^\]\n]*)\]\((?P<link>[^)\s]*)")
_GLUED_PICTURE = re.compile(
    r"[^\n:]{2,120}?(?:(?<=[a-z.)\d])|[|(–—]\s?)(?:Image|Photo|Picture|Credit)"
    r"(?:\s(?:credit|by))?:\s"
)
_FIELD = re.compile(
    r"(?:\A|(?<=[.\n;|*(])|(?<=[a-z)](?=[A-Z])))[\s*_(\[]*(?P<name>[A-Z][A-Za-z ]{1,18}?):[*_]*\s"
)
_PURE_DATE = re.compile(
    r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,?\s+)?(?:\d{1,2}\.?\s+)?"
    r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?\s+(?:\d{1,2},?\s+)?\d{4}\W*\Z"
    r"|\d{4}-\d{2}-\d{2}\Z"
)


_WHO = r"[A-Z][\w’'.-]+(?:\s[A-Z][\w’'.-]+){1,3}"
_SIGNED = re.compile(rf"[\W_]{{0,4}}(?:[A-Za-z-]+\s){{0,4}}[Bb]y:?\s{_WHO}[^.!?]{{0,60}}\Z")
_SIGNED_WITH_DATE = re.compile(
    rf"[\W_]{{0,4}}{_WHO}\s?[,|·•–—]\s?[^.!?]{{0,30}}\b(?:19|20)\d\d[\W_]{{0,4}}\Z"
)


class Heading(NamedTuple):
    """A heading: its role, None where it is no known one, its words, level and whether marked."""

    role: Role | None
    words: str
    level: int
    is_marked: bool


class HeadingReader:
    """Knows the headings of a rule book."""

    def __init__(self, book: RuleBook) -> None:
        self._roles = {
            role: _pattern(book.headings.get(role.value, ())) for role in Role
            if role.value in book.headings
        }  # fmt: skip
        self._labels = {
            role: _label_pattern(book.headings.get(f"label_{role.value}", ()))
            for role in (Role.RATING, Role.READ_NEXT, Role.IMAGE, Role.BYLINE)
        }
        self._fields = {
            name.removeprefix("field_"): frozenset(words)
            for name, words in book.headings.items()
            if name.startswith("field_")
        }

    def role(self, words: str) -> Role | None:
        """Return the role that a heading begins, or None if no house is known to use it."""
        plain = folded(words).strip(" \t:*_#.–-")
        plain = re.sub(r"^\W+|^\d+[.)]\s*", "", plain)
        return next((role for role, found in self._roles.items() if found.match(plain)), None)

    def heading(self, text: str, following: str) -> Heading | None:
        """Return what a block is as a heading, or None if it is none."""
        marked = _MARKED.match(text) or _RULED.match(text) or _BOLD.match(text)
        if marked:
            words = marked["words"].strip()
            if not text.lstrip().startswith("#") and self.label(words) is not None:
                return None  # a line "**Rating: half true.**" is the part itself
            groups = marked.groupdict()
            level = len(groups.get("marks") or "##")
            role = self.role(words)
            if level == 1 or (groups.get("rule") or "").startswith("="):
                role, level = role or Role.HEADLINE, 1
            return Heading(role, words.rstrip(":"), level, is_marked=True) if words else None
        if not self._may_be_heading(text) or not following:
            return None
        role = self.role(text)
        is_told = role is not None or (len(text.split()) <= _MOST_WORDS and ":" not in text)
        if not is_told or (role is None and "?" in text):
            return None
        return Heading(role, text.strip().rstrip(":"), 2, is_marked=False)

    def known(self, heading: object) -> Heading:
        """Return a heading as one; for readers that pass it through."""
        assert isinstance(heading, Heading)
        return heading

    def stands_alone(self, line: str) -> bool:
        """Whether a line is a heading even where no blank line parts it from its text."""
        line = line.rstrip()
        if _MARKED.match(line) or (_BOLD.match(line) and self.role(line) is not None):
            return True
        return self._may_be_heading(line) and self.role(line) is not None

    def begins_block(self, line: str) -> bool:
        """Whether a line begins a part with a label, though no blank line stands before it."""
        label = self.label(line)
        return label in (Role.RATING, Role.READ_NEXT, Role.BYLINE)

    def label(self, text: str) -> Role | None:
        """Return the part that a line begins with a label, such as "Rating: ..."."""
        plain = folded(text[:400]).lstrip(" \t*_>")
        for role, found in self._labels.items():
            if found.match(plain):
                return role
        first = plain.split("\n", 1)[0].strip()
        line = text.strip().split("\n", 1)[0]
        if _PURE_DATE.match(first) or _SIGNED.match(line) or _SIGNED_WITH_DATE.match(line):
            return Role.BYLINE
        start = text.lstrip()[:400]
        is_picture = start.startswith("![") or _GLUED_PICTURE.match(start)
        return Role.IMAGE if is_picture else None

    def image_fields(self, text: str) -> Iterator[tuple[str, str]]:
        """Yield what a picture's lines say under a name: alt, caption, creator, licence, link."""
        picture = _PICTURE.search(text)
        if picture:
            yield "alt", picture["alt"]
            yield "link", picture["link"]
        found = list(_FIELD.finditer(text))
        for index, match in enumerate(found):
            end = found[index + 1].start() if index + 1 < len(found) else len(text)
            value = text[match.end() : end].strip(" \t\r\n*_.>;|()")
            for name, labels in self._fields.items():
                if folded(match["name"]).strip() in labels and value:
                    yield name, value

    def _may_be_heading(self, text: str) -> bool:
        line = text.strip()
        if not line or "\n" in line or len(line) > 100 or _LIST_ITEM.match(text):
            return False
        return line[0].isalnum() and not _NO_HEADING.search(line) and "http" not in line


@lru_cache(maxsize=64)
def _pattern(phrases: tuple[str, ...]) -> re.Pattern[str]:
    told = (re.escape(folded(phrase)).replace(r"\*", r"[^\n]{0,60}") for phrase in phrases)
    return re.compile(rf"(?:{'|'.join(told)})\s*[?:]?\Z")


@lru_cache(maxsize=64)
def _label_pattern(phrases: tuple[str, ...]) -> re.Pattern[str]:
    told = "|".join(re.escape(folded(phrase)).replace(r"\*", r"[^\n:]{0,30}") for phrase in phrases)
    if "rating" in phrases:
        return re.compile(rf"(?:[\w'.&-]+\s){{0,4}}(?:{told})\s*:")
    if "by" in phrases:
        return re.compile(
            rf"(?:by\s+(?=\w)(?![^\n]*[.!?]\s)[^\n]{{2,120}}\Z|by\s+[^\n.]{{2,60}}\n|(?:{told})\s*:"
            r"|(?:[\w-]+\s)?(?:written|checked|reviewed|edited)\s+by\s+\w)"
        )
    return re.compile(rf"(?:{told})(?:\s+credit|\s+by)?\s*:")
