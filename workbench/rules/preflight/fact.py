"""Family sourcing: names, numbers and telling words that stand in no source at hand."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from workbench.core.manuscript import Role
from workbench.reading.folding import folded
from workbench.reading.stem import stem
from workbench.rules.preflight.hit import Hit
from workbench.rules.preflight.lexicon import pattern, word_set
from workbench.rules.preflight.statement import statements

if TYPE_CHECKING:
    from collections.abc import Iterator

    from workbench.core.manuscript import Manuscript, ManuscriptPart
    from workbench.core.rule_book import RuleBook

_REPORTING = (
    Role.QUICK_READ, Role.LEDE, Role.WHAT_HAPPENED, Role.CONFIRMED, Role.POST, Role.OTHER,
    Role.HEADLINE,
)  # fmt: skip
_NAME = re.compile(r"(?<![\w’'“\"(-])[^\W\d_a-z][\w’'.-]*\w|(?<=[“\"(])[^\W\d_a-z][\w’'.-]*\w")
_COMPOUND = re.compile(r"(?<![\w-])[a-z]{3,}-[a-z]{3,}(?![\w-])")
_NUMBER = re.compile(r"(?<![\w.,/:-])[$€£]?\d+(?:[.,]\d+)*(?:\s?%)?(?![\w/:-])")
_WORD = re.compile(r"[^\W_]+")
_NUMBER_WORDS = frozenset(
    [
        "one",
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "nine",
        "ten",
        "half",
        "first",
        "second",
        "third",
    ]
)


def fact_without_source(manuscript: Manuscript, book: RuleBook) -> Iterator[Hit]:
    """Find names, numbers and compounds of the reporting that no source at hand has."""
    if not manuscript.sources:
        return
    known, digits = _known(tuple(source.text for source in manuscript.sources))
    known |= _own_words(manuscript, book)
    told: set[str] = set()
    open_spans = {
        (id(one.part), one.start, one.end)
        for one in statements(manuscript, book)
        if one.status.value != "confirmed" and one.status.value != "reported"
    }
    for part in manuscript.of(*_REPORTING):
        spans = [(start, end) for owner, start, end in open_spans if owner == id(part)]
        unknown: list[tuple[int, int]] = []
        for start, end, words in _facts(part, book):
            key = folded(words)
            if key in told or any(first <= start < last for first, last in spans):
                continue
            if _is_known(words, known, digits):
                continue
            told.add(key)
            unknown.append((start, end))
        for start, end in _joined(part.plain, unknown):
            yield Hit(part=part, start=start, end=end, values={"words": part.plain[start:end]})


def _facts(part: ManuscriptPart, book: RuleBook) -> Iterator[tuple[int, int, str]]:
    """Yield what can be looked up: names in the middle of sentences, numbers, compounds."""
    text = part.plain
    ordinary = word_set(book, "ordinary_compound")
    no_name = word_set(book, "no_name") | word_set(book, "time")
    no_name |= word_set(book, "common_name") | word_set(book, "placeholder")
    if part.role is not Role.HEADLINE:
        for match in _NAME.finditer(text):
            word = match[0].removesuffix("’s").removesuffix("'s")
            if folded(word) not in no_name and not _begins_sentence(text, match.start()):
                yield match.start(), match.start() + len(word), word
    for match in _NUMBER.finditer(text):
        if not _is_date(text, match) and not _is_list_number(text, match):
            yield match.start(), match.end(), match[0]
    for match in _COMPOUND.finditer(text):
        halves = set(match[0].split("-"))
        if (
            match[0] not in ordinary
            and not halves & _NUMBER_WORDS
            and _is_reported(text, match, book)
        ):
            yield match.start(), match.end(), match[0]


def _joined(text: str, places: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Yield places in order, names that stand side by side as one."""
    joined: list[tuple[int, int]] = []
    for start, end in sorted(places):
        is_next = bool(joined) and text[joined[-1][1] : start] == " " and text[start].isupper()
        if is_next and text[joined[-1][0]].isupper():
            joined[-1] = (joined[-1][0], end)
        else:
            joined.append((start, end))
    yield from joined


@lru_cache(maxsize=16)
def _known(texts: tuple[str, ...]) -> tuple[frozenset[str], frozenset[str]]:
    """Return the stems of all words of some texts, and their numbers."""
    stems: set[str] = set()
    digits: set[str] = set()
    for text in texts:
        plain = folded(text)
        stems.update(stem(word[0]) for word in _WORD.finditer(plain))
        digits.update(re.sub(r"\D", "", match[0]) for match in re.finditer(r"\d[\d.,]*", plain))
    return frozenset(stems), frozenset(digits)


def _own_words(manuscript: Manuscript, book: RuleBook) -> frozenset[str]:
    """Return the stems that need no source: outlets, sources' names, the house's own people."""
    texts = [*(manuscript.words.outlets), *(manuscript.words.broadcasters)]
    for source in manuscript.sources or ():
        texts += [source.name, *source.also]
    for part in manuscript.parts:
        if part.role in (Role.BYLINE, Role.SOURCES, Role.READ_NEXT, Role.IMAGE, Role.FRONT_MATTER):
            texts.append(part.plain)
        if part.role is Role.FRONT_MATTER:
            texts = [text for text in texts if text is not part.plain]
            texts += [part.field(name) for name in ("author", "reviewer", "claimant", "publisher")]
        if part.role is Role.RATING:
            texts.append(part.plain.split(":", 1)[0])
    check = manuscript.check
    if check is not None:
        texts += [check.author, check.reviewer]
        texts += [item.text for claim in check.claims for item in claim.evidence]
        texts += [claim.claimant for claim in check.claims]
        texts += [f"{contact.who} {contact.answer}" for contact in check.contacts]
    return frozenset(stem(word[0]) for text in texts for word in _WORD.finditer(folded(text)))


def _is_known(words: str, known: frozenset[str], digits: frozenset[str]) -> bool:
    if words[0].isdigit() or words[0] in "$€£":
        return re.sub(r"\D", "", words) in digits or len(re.sub(r"\D", "", words)) < 2
    pieces = [stem(word[0]) for word in _WORD.finditer(folded(words))]
    return all(piece in known or len(piece) < 2 for piece in pieces)


_SENTENCE_END = re.compile(r"(?:\A|[.!?:;]|\n)[\s\"“”‘’'(*_>•·-]*(?:\d+[.)]\s*)?\Z")


def _begins_sentence(text: str, at: int) -> bool:
    return bool(_SENTENCE_END.search(text[max(0, at - 12) : at]))


_MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?"


def _is_date(text: str, match: re.Match[str]) -> bool:
    """Whether a number is a day or a year of a date, which other rules look at."""
    if re.fullmatch(r"(?:19|20)\d\d", match[0]):
        return True
    before, after = (
        folded(text[max(0, match.start() - 14) : match.start()]),
        folded(text[match.end() : match.end() + 14]),
    )
    return bool(re.search(rf"{_MONTH}\s+\Z", before) or re.match(rf"\.?\s+{_MONTH}\b", after))


def _is_list_number(text: str, match: re.Match[str]) -> bool:
    line = text[text.rfind("\n", 0, match.start()) + 1 : match.start()]
    return not line.strip() and text[match.end() : match.end() + 1] in (".", ")")


def _is_reported(text: str, match: re.Match[str], book: RuleBook) -> bool:
    """Whether a word stands in a sentence that gives what somebody else says."""
    begin = max(text.rfind(". ", 0, match.start()), text.rfind("\n", 0, match.start())) + 1
    end = text.find(". ", match.end())
    sentence = folded(text[begin : end if end >= 0 else len(text)])
    return bool(pattern(book, "attribution").search(sentence))
