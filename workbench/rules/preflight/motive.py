"""Family words: motive and cause told as fact, and names that do not say which way they point."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from workbench.core.manuscript import Role
from workbench.reading.folding import folded
from workbench.rules.preflight.hit import Hit
from workbench.rules.preflight.lexicon import pattern, word_set
from workbench.rules.preflight.telling import names_of
from workbench.rules.preflight.word_ladder import told_by

if TYPE_CHECKING:
    from collections.abc import Iterator

    from workbench.core.manuscript import Manuscript
    from workbench.core.rule_book import RuleBook

_TELLING = (
    Role.HEADLINE, Role.QUICK_READ, Role.LEDE, Role.WHAT_HAPPENED, Role.CONFIRMED, Role.RATING,
    Role.POST, Role.OTHER, Role.IMAGE,
)  # fmt: skip
_PERSON = re.compile(r"\b(?:he|she|they|who|his|her|their)\b")
_TAIL = (
    r",?\s(?:as|while)\s(?:he|she|they|the\s[a-z-]+(?:\s[a-z-]+)?|[A-Z][\w’'.-]+(?:\s[A-Z][\w’'.-]+)?)"
    r"\s(?P<verb>{verbs})\b"
)
_MATTERS = re.compile(
    r"\b(?:matters?|weight|counts?|noted?|true|false|wrong|careful|only)\W+(?:\w+\W+)?\Z"
)
_TRAILING_SOURCE = re.compile(
    r"\b(?:sources?|aides?|officials?|people|spokes\w+|office)\b[^.]{0,40}\bsa(?:id|ys?)\b"
    r"|\baccording\s+to\b|,\s[\w\s.]{2,40}\s(?:said|says|reported|reports|wrote)\W*\Z"
)
_PARTY = re.compile(
    r"(?<![\w’'-])(?P<name>[^\W\d_a-z][\w.]*[^\W_](?:\s[^\W\d_a-z][\w.]*[^\W_])?)\s(?P<noun>[a-z][a-z-]+)\b"
)
_DIRECTED = re.compile(
    r"\s+(?:of|by|from|to|against|on|for|with|at|over|about|that|in\s+which)\s+\S"
)


def motive_as_fact(manuscript: Manuscript, book: RuleBook) -> Iterator[Hit]:
    """Find why somebody did something told as if it were known."""
    motive = pattern(book, "motive")
    verbs = "|".join(sorted(map(re.escape, book.lists.get("motive_tail", ())), key=len)[::-1])
    tail = re.compile(_TAIL.format(verbs=verbs))
    titles = word_set(book, "title_word")
    attribution, hedge = pattern(book, "attribution"), pattern(book, "hedge", "open")
    for part, telling in told_by(manuscript, book, *_TELLING):
        words = _without_quotes(telling.folded)
        is_of_people = _PERSON.search(words) or not titles.isdisjoint(words.split())
        if not is_of_people and not names_of(telling.text, book):
            continue
        match = tail.search(telling.text)
        if match and not _TRAILING_SOURCE.search(words, match.end()):
            start = telling.start + match.start()
            yield Hit(part=part, start=start, end=telling.end, values={})
            continue
        match = motive.search(words)
        if match is None or attribution.search(words) or hedge.search(words):
            continue
        if match[0] == "because" and _MATTERS.search(words[: match.start()]):
            continue
        if telling.text.rstrip().endswith("?") or telling.level < 3:
            continue
        yield Hit(part=part, start=telling.start + match.start(), end=telling.end)


def ambiguous_direction(manuscript: Manuscript, book: RuleBook) -> Iterator[Hit]:
    """Find "Okafor endorsement": it does not say by whom, or of whom."""
    nouns, no_party = word_set(book, "direction_noun"), word_set(book, "no_party")
    known = _parties(manuscript, book)
    no_name = word_set(book, "no_name")
    outlets = {name.casefold() for name in manuscript.words.outlets | manuscript.words.broadcasters}
    for part in manuscript.of(
        Role.HEADLINE, Role.QUICK_READ, Role.LEDE, Role.VERSIONS, Role.WHAT_HAPPENED, Role.ANALYSIS,
        Role.CONFIRMED, Role.NOT_CONFIRMED, Role.WATCH, Role.RATING, Role.POST, Role.CLAIM,
        Role.OTHER,
    ):  # fmt: skip
        for match in _PARTY.finditer(part.plain):
            noun, name = match["noun"], match["name"]
            first = name.split()[0]
            begin = match.start("name")
            if " " in name and folded(first) in no_name:  # "Did Okafor call"
                begin, name = begin + len(first) + 1, name.split()[-1]
            last = folded(name.split()[-1])
            if noun not in nouns or last in no_party or folded(name) in no_party:
                continue
            if (
                name.casefold() in outlets
                or last not in known
                or _is_verb(part.plain, begin, match)
            ):
                continue
            if _DIRECTED.match(part.plain, match.end()):
                continue
            yield Hit(part=part, start=begin, end=match.end(), values={"name": name, "noun": noun})


_FULL_NAME = re.compile(
    r"[^\W\d_a-z][a-zà-ÿ’'-]+\s+(?:[A-Z]\.\s+)?(?P<last>[^\W\d_a-z][\w’'-]*[a-zà-ÿ])\b"
)
_ACTING = re.compile(
    r"(?P<last>[^\W\d_a-z][\w-]*[a-zà-ÿ])(?:’s|'s|\s(?:has|had|did|said|says|told|called|met|wants|signed|will|is|was|and))\b"
)


def _parties(manuscript: Manuscript, book: RuleBook) -> frozenset[str]:
    """Return the last names of everybody who is named in full or does something, folded."""
    no_name = word_set(book, "no_name")
    texts = [part.plain for part in manuscript.parts if part.role is not Role.FRONT_MATTER]
    texts += [source.text for source in manuscript.sources or ()]
    found: set[str] = set()
    for text in texts:
        for shape in (_FULL_NAME, _ACTING):
            found.update(folded(match["last"]) for match in shape.finditer(text))
    return frozenset(found - no_name)


_MODAL = re.compile(
    r"\b(?:did|does|do|will|would|can|could|may|might|should|to|let|and|never)\s(?:\w+\s)?\Z", re.I
)


def _is_verb(text: str, begin: int, match: re.Match[str]) -> bool:
    """Whether the noun is a verb here: "did Okafor call", "Okafor calls"."""
    before = text[max(0, begin - 24) : begin]
    after = text[match.end() : match.end() + 24]
    if match["noun"].endswith("s") and re.match(
        r"\s+(?:[^\W\d_a-z]|for\b|on\b|the\b|a\b|an\b|his\b|her\b)", after
    ):
        return True
    return bool(_MODAL.search(before)) and bool(
        re.match(r"\s+(?:[^\W\d_a-z]|the\b|a\b|him\b|her\b|for\b)", after)
    )


def _without_quotes(text: str) -> str:
    return re.sub(r'"[^"\n]{1,600}"', lambda match: " " * len(match[0]), text)
