"""Family consistency: names spelt in two ways, and structured data against prose."""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache
from typing import TYPE_CHECKING

from workbench.core.manuscript import Role
from workbench.reading.folding import folded
from workbench.rules.preflight.hit import Hit, shortened
from workbench.rules.preflight.lexicon import word_set
from workbench.rules.preflight.match import likeness
from workbench.rules.preflight.telling import stems_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from workbench.core.manuscript import Manuscript, ManuscriptPart
    from workbench.core.rule_book import RuleBook

_NAME = re.compile(r"(?<![\w’'-])[^\W\d_a-z][^\W\d_]*[a-zà-ÿ](?![\w-])")
_FULL = re.compile(
    r"(?<![\w’'-])(?P<first>[^\W\d_a-z][a-zà-ÿ]+)\s+(?P<last>[^\W\d_a-z][a-zà-ÿ]{3,})(?![\w-])"
)
_SHORTEST = 5
_LADDER = re.compile(r"\b(?:confirmed|unconfirmed|reported|not|no|false|true|unproven)\b")
_NOT_NAMES = (Role.FRONT_MATTER,)
_NUMBER_WORDS = {"none": 0, "no": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6,
                 "seven": 7, "eight": 8, "nine": 9, "ten": 10}  # fmt: skip


def name_differs(manuscript: Manuscript, book: RuleBook) -> Iterator[Hit]:
    """Find a name that is spelt in two ways, or a person who has two first names."""
    seen: Counter[str] = Counter()
    first: dict[str, tuple[ManuscriptPart, int]] = {}
    lower: set[str] = set()
    for part in manuscript.parts:
        if part.role in _NOT_NAMES or part.role is Role.SOURCES:
            continue
        names, plain = _names(part.plain)
        lower |= plain
        for name, start in names:
            seen[name] += 1
            first.setdefault(name, (part, start))
    no_name = word_set(book, "no_name") | word_set(book, "title_word") | lower
    told = [name for name in seen if len(name) >= _SHORTEST and folded(name) not in no_name]
    for one, other in _twins(told):
        rare, usual = sorted((one, other), key=lambda name: (seen[name], -first[name][1]))
        part, start = first[rare]
        yield Hit(
            part=part, start=start, end=start + len(rare), values={"name": rare, "other": usual}
        )
    yield from _first_names(manuscript, book)


def data_against_prose(manuscript: Manuscript, book: RuleBook) -> Iterator[Hit]:
    """Find front matter that says something else than the text below it."""
    front = next((part for part in manuscript.parts if part.role is Role.FRONT_MATTER), None)
    if front is None:
        return
    rating = front.field("rating")
    lines = manuscript.of(Role.RATING)
    if (
        rating
        and lines
        and not any(folded(rating).strip(" .") in _squeezed(line.plain) for line in lines)
    ):
        mine = set(_LADDER.findall(folded(rating)))
        if any(not mine <= _ladder_of(line.plain) for line in lines):
            yield _hit(front, "rating", rating, lines[0].plain)
            return
        alike = max(likeness(stems_of(rating, book), stems_of(line.plain, book)) for line in lines)
        if alike < 1:
            yield _hit(front, "rating", rating, lines[0].plain)
    for headline in manuscript.of(Role.HEADLINE):
        title = front.field("title") or front.field("headline")
        if title and folded(title) != _squeezed(headline.plain).strip():
            yield _hit(front, "title", title, headline.plain)
    yield from _author(manuscript, front)
    yield from _published(manuscript, front)
    yield from _origins(manuscript, front)


@lru_cache(maxsize=512)
def _names(text: str) -> tuple[tuple[tuple[str, int], ...], frozenset[str]]:
    """Return the capitalised words of a text with their places, and its words in lower case."""
    names = tuple((match[0].removesuffix("’s"), match.start()) for match in _NAME.finditer(text))
    return names, frozenset(re.findall(r"(?<![\w-])[a-zà-ÿ]{4,}", text))


def _twins(names: list[str]) -> Iterator[tuple[str, str]]:
    """Yield pairs of names that are one slip of the pen apart."""
    by_gap: dict[str, list[str]] = {}
    for name in names:
        keys = {name[:at] + name[at + 1 :] for at in range(1, len(name))} | {name}
        for key in keys:
            by_gap.setdefault(key.lower(), []).append(name)
    pairs = {
        (min(one, other), max(one, other))
        for group in by_gap.values()
        if 1 < len(group) < 20
        for one in group
        for other in group
        if one != other and _is_slip(one, other)
    }
    yield from sorted(pairs)


def _is_slip(one: str, other: str) -> bool:
    """Whether two names differ by one letter, or by two that changed places."""
    a, b = sorted((one.lower(), other.lower()), key=len)
    if a == b or a[0] != b[0] or len(b) - len(a) > 1:
        return False
    if b[:-1] == a and b[-1] in "snyi":  # Okafor, Okafors; Austria, Austrian; Iraq, Iraqi
        return False
    if len(a) == len(b):
        places = [at for at in range(len(a)) if a[at] != b[at]]
        is_swap = len(places) == 2 and places[1] == places[0] + 1 and a[places[0]] == b[places[1]]
        return (len(places) == 1 and places[0] < len(a)) or is_swap
    return any(b[:at] + b[at + 1 :] == a for at in range(len(b)))


def _first_names(manuscript: Manuscript, book: RuleBook) -> Iterator[Hit]:
    """Yield people whose first name changes to one that looks like it."""
    titles = word_set(book, "title_word") | word_set(book, "no_name")
    told: dict[str, dict[str, tuple[ManuscriptPart, int, int]]] = {}
    for part in manuscript.parts:
        if part.role in _NOT_NAMES:
            continue
        for match in _FULL.finditer(part.plain):
            if folded(match["first"]) not in titles and folded(match["last"]) not in titles:
                told.setdefault(match["last"], {}).setdefault(
                    match["first"], (part, match.start(), match.end())
                )
    for last, firsts in told.items():
        names = list(firsts)
        for at, one in enumerate(names):
            for other in names[at + 1 :]:
                if _looks_like(one, other):
                    part, start, end = firsts[other]
                    values = {"name": f"{other} {last}", "other": f"{one} {last}"}
                    yield Hit(part=part, start=start, end=end, values=values)


def _looks_like(one: str, other: str) -> bool:
    """Whether two short first names are one slip apart; longer ones are found as names."""
    a, b = sorted((one.lower(), other.lower()), key=len)
    if len(a) == len(b) and a[0] != b[0] and a[1:] == b[1:]:
        return len(a) >= 4  # Carla, Karla: the other slips of long names are found as names
    if len(a) >= _SHORTEST or a == b or len(b) - len(a) > 1 or len(a) < 3:
        return False
    if len(a) == len(b) and len(a) > 2:
        return sum(x != y for x, y in zip(a, b, strict=True)) == 1
    return any(b[:at] + b[at + 1 :] == a for at in range(len(b)))


def _ladder_of(line: str) -> set[str]:
    """Return the words of the ladder in the rating itself, without its label and its reason."""
    words = folded(line).strip()
    label, _, rest = words.partition(":")
    return set(_LADDER.findall((rest if len(label.split()) < 6 else words).split(". ")[0]))


def _squeezed(text: str) -> str:
    return " ".join(folded(text).split())


def _hit(front: ManuscriptPart, name: str, value: str, prose: str) -> Hit:
    at = max(front.text.find(value), 0)
    return Hit(
        part=front, start=at, end=at + len(value),
        values={"field": name, "value": shortened(value), "prose": shortened(prose)},
    )  # fmt: skip


def _author(manuscript: Manuscript, front: ManuscriptPart) -> Iterator[Hit]:
    author = front.field("author")
    for part in manuscript.of(Role.BYLINE):
        line = re.search(r"^[ \t]*By\s+([^\n|·]{2,60})", part.plain, re.MULTILINE)
        if (
            author
            and line
            and folded(author) not in folded(line[1])
            and folded(line[1]).strip() not in folded(author)
        ):
            yield _hit(front, "author", author, line[1])


def _published(manuscript: Manuscript, front: ManuscriptPart) -> Iterator[Hit]:
    from workbench.rules.preflight.consistency import agree, day_of

    published = front.field("published") or front.field("date")
    for part in manuscript.of(Role.BYLINE):
        line = re.search(r"\bpublished:?\s+(?:on\s+)?([^\n|·]{4,40})", part.plain, re.IGNORECASE)
        mine, theirs = day_of(folded(published)), day_of(folded(line[1])) if line else ""
        if mine and theirs and line and not agree(mine, theirs):
            yield _hit(front, "published", published, line[1])


def _origins(manuscript: Manuscript, front: ManuscriptPart) -> Iterator[Hit]:
    """Yield a count of origins in the data that the prose gives otherwise."""
    known, in_hand = (
        front.field("independent_origins_known"),
        front.field("independent_origins_in_hand"),
    )
    for part in manuscript.of(Role.HOW_WE_KNOW):
        match = re.search(
            r"independent\s+origins\s+behind\s+the\s+claims:\s+(\w+)\s+known(?:,\s+(\w+)\s+in\s+hand)?",
            folded(part.plain),
        )
        if match is None:
            continue
        for value, told in ((known, match[1]), (in_hand, match[2])):
            number = _NUMBER_WORDS.get(told or "", told or "")
            if value and told and str(number) != value:
                yield _hit(front, "independent origins", value, match[0])
