"""Noun phrases that can say or do something: names, pronouns, and roles such as "a senior aide"."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from workbench.reading import english

if TYPE_CHECKING:
    from collections.abc import Sequence

    from workbench.reading.token import Token

NAME, PRONOUN, ROLE = "name", "pronoun", "role"
_PARTICLES = english.words(
    "de del della da di du van von der den bin bint ibn al el la le ben dos",
)
_NOUNS = english.ROLES | english.ANONYMOUS | english.DOCUMENTS
_COUNTS = english.DETERMINERS
_NO_NOUNS = english.PREPOSITIONS | english.STOPPERS
_SUBORDINATORS = english.words("as after before since until than like")
_LONGEST_ROLE = 16
_OWNERS = ("’s", "'s")


class Phrase(NamedTuple):
    """Tokens first to last (exclusive); kind is NAME, PRONOUN or ROLE."""

    first: int
    last: int
    kind: str


def is_name_word(token: Token) -> bool:
    """Whether a token can be part of a name."""
    if token.quote >= 0 or not token.text[0].isalpha():
        return False
    return token.text[0].isupper() and token.text not in english.DAYS


def is_role_word(word: str) -> bool:
    """Whether a noun, in the singular or plural, says who somebody is: "senators"."""
    plain = word.lower()
    if plain in _NOUNS:
        return True
    single = f"{plain[:-3]}y" if plain.endswith("ies") else plain.removesuffix("s")
    return single in _NOUNS or (plain.endswith("men") and f"{plain[:-3]}man" in _NOUNS)


def owns(token: Token) -> bool:
    """Whether a word is a possessive: "Okafor’s"."""
    return token.text.endswith(_OWNERS)


def name_before(tokens: Sequence[Token], first: int, at: int) -> Phrase | None:
    """Return the name that ends before a token, not reaching back beyond first."""
    begin = at
    while begin > first and begin > at - 10:
        token = tokens[begin - 1]
        if is_name_word(token) and (begin == at or not owns(token)):
            begin -= 1
        elif begin < at and (count := _particles_before(tokens, first, begin)):
            begin -= count + 1
        else:
            break
    while begin < at and tokens[begin].text in english.STARTERS:
        begin += 1
    return Phrase(begin, at, NAME) if begin < at and not owns(tokens[at - 1]) else None


def name_from(tokens: Sequence[Token], at: int, last: int) -> Phrase | None:
    """Return the name that begins at a token, not reaching beyond last."""
    if at < last and tokens[at].text in ("The", "the"):
        at += 1
    end = at
    while end < min(last, at + 10):
        token = tokens[end]
        particles = _particles(tokens, end, last) if end > at else 0
        if is_name_word(token):
            end += 1
            if owns(token):
                break
        elif particles:
            end += particles + 1
        elif _is_office_of(tokens, at, end, last):
            end += 2
        else:
            break
    while at < end and tokens[at].text in english.STARTERS:
        at += 1
    if at >= end or owns(tokens[end - 1]):
        return None
    is_owner = end < last and tokens[end].text in ("’", "'") and tokens[end - 1].text[-1] == "s"
    return None if is_owner and tokens[end].start == tokens[end - 1].end else Phrase(at, end, NAME)


def _is_office_of(tokens: Sequence[Token], first: int, at: int, last: int) -> bool:
    """Whether "of" stands inside "Secretary of State Paula Nygaard"."""
    if at <= first or at + 2 >= last or tokens[at].text != "of":
        return False
    is_office = tokens[at - 1].text in ("Secretary", "Minister", "Secretaries")
    return is_office and is_name_word(tokens[at + 1]) and is_name_word(tokens[at + 2])


def _particles_before(tokens: Sequence[Token], first: int, at: int) -> int:
    """Return how many small words stand between a name's last word and its earlier ones."""
    for count in (1, 2):
        before = at - count - 1
        if before < first or tokens[at - count].text not in _PARTICLES:
            return 0
        if is_name_word(tokens[before]) and not owns(tokens[before]):
            return count
    return 0


def _particles(tokens: Sequence[Token], at: int, last: int) -> int:
    """Return how many small words of a name stand at a place: "de la" Croix."""
    for count in (1, 2):
        if at + count >= last or tokens[at + count - 1].text not in _PARTICLES:
            return 0
        if is_name_word(tokens[at + count]):
            return count
    return 0


def phrase_before(tokens: Sequence[Token], first: int, at: int) -> Phrase | None:
    """Return the phrase that ends right before a token, not reaching back beyond first."""
    if at <= first:
        return None
    word = tokens[at - 1].text
    if word.lower() in english.PRONOUNS:
        return Phrase(at - 1, at, PRONOUN)
    if word == "them" and (begin := _part_of_them(tokens, first, at - 1)) is not None:
        return Phrase(begin, at, ROLE)
    name = name_before(tokens, first, at)
    if name is not None and _is_office(tokens, first, name.first):
        return name
    if name is None or (name.first > first and _governs(tokens, name.first - 1)):
        role = _role_before(tokens, first, at)
        if role or name is None or not _is_adverbial(tokens, first, name.first - 1):
            return role or (_with_home(tokens, first, name) if name else None)
    return name


def _with_home(tokens: Sequence[Token], first: int, name: Phrase) -> Phrase | None:
    """Return "the Bank of England" for the name behind "of"; None if no name stands before."""
    if tokens[name.first - 1].text != "of":
        return None
    owner = name_before(tokens, first, name.first - 1)
    if owner is None or (owner.first > first and _governs(tokens, owner.first - 1)):
        return None
    return Phrase(owner.first, name.last, NAME)


def _part_of_them(tokens: Sequence[Token], first: int, at: int) -> int | None:
    """Return where "one of them" begins, for the place of "them"; None if it is nothing such."""
    if at - 2 < first or tokens[at - 1].text != "of":
        return None
    return at - 2 if tokens[at - 2].text.lower() in _COUNTS else None


def _is_adverbial(tokens: Sequence[Token], first: int, at: int) -> bool:
    """Whether a preposition belongs to a day: "on Tuesday Okafor said"."""
    return at > first and tokens[at].text in english.DAYS


def _is_office(tokens: Sequence[Token], first: int, at: int) -> bool:
    """Whether "Secretary of" stands before the "State" that a name begins with."""
    is_title = tokens[at].text in english.TITLES
    before = at - 2
    return before >= first and tokens[at - 1].text == "of" and is_title and tokens[
        before
    ].text in english.TITLES  # fmt: skip


def _governs(tokens: Sequence[Token], at: int) -> bool:
    word = tokens[at].text.lower()
    if word in ("the", "a", "an") and at:
        word = tokens[at - 1].text.lower()
    return word in english.PREPOSITIONS and word not in _SUBORDINATORS


def _role_before(tokens: Sequence[Token], first: int, at: int) -> Phrase | None:
    """Return the phrase around a role noun that ends right before a token."""
    begin = at
    while begin > max(first, at - _LONGEST_ROLE):
        token = tokens[begin - 1]
        is_stop = token.text.lower() in english.STOPPERS and not _joins_kinds(tokens, begin - 1)
        if token.quote >= 0 or not token.is_word or is_stop:
            break
        begin -= 1
    return _role_within(tokens, begin, at)


def _joins_kinds(tokens: Sequence[Token], at: int) -> bool:
    """Whether "and" stands in "current and former officials"."""
    if not 0 < at < len(tokens) - 1 or tokens[at].text != "and":
        return False
    return {tokens[at - 1].text.lower(), tokens[at + 1].text.lower()} == {"current", "former"}


def _role_within(tokens: Sequence[Token], begin: int, end: int) -> Phrase | None:
    """Return the role phrase within some tokens that ends where they end."""
    for head in range(begin, end):
        if not is_role_word(tokens[head].text) or owns(tokens[head]):
            continue
        start = head
        while start > begin and tokens[start - 1].text.lower() not in english.PREPOSITIONS:
            start -= 1
            if tokens[start].text.lower() in english.DETERMINERS or owns(tokens[start]):
                before = tokens[start - 1].text.lower() if start > begin else ""
                if before in english.DETERMINERS or before in ("of", "than"):
                    continue
                break
        start = _with_count(tokens, begin, start)
        return Phrase(start, end, ROLE)
    return None


def _with_count(tokens: Sequence[Token], begin: int, start: int) -> int:
    """Return the start with "two of" and "more than three" before it."""
    words = [token.text.lower() for token in tokens[max(begin, start - 2) : start + 2]]
    if "dozen" in words:  # "half a dozen", "more than a dozen"
        while start > begin and tokens[start - 1].text.lower() in ("half", "a", "dozen"):
            start -= 1
        return start
    is_part = start - begin >= 2 and tokens[start - 1].text == "of"
    return start - 2 if is_part and tokens[start - 2].text.lower() in _COUNTS else start


def phrase_from(tokens: Sequence[Token], at: int, last: int) -> Phrase | None:
    """Return the phrase that begins at a token and says or does something."""
    if at >= last or tokens[at].quote >= 0:
        return None
    if tokens[at].text.lower() in english.PRONOUNS:
        return Phrase(at, at + 1, PRONOUN)
    name = name_from(tokens, at, last)
    end = name.last if name else at
    while end < min(last, at + 7) and _describes(tokens[end]):
        if name and tokens[end].text in english.DETERMINERS:
            break
        end += 1
        inner = name_from(tokens, end, last)
        if inner and is_role_word(tokens[end - 1].text) and inner.first == end:
            return inner
    if name and end > name.last and is_role_word(tokens[end - 1].text):
        return Phrase(at, end, ROLE)
    return name or _role_from(tokens, at, last)


def _describes(token: Token) -> bool:
    word = token.text
    return (
        word.islower()
        and token.is_word
        and word not in english.PREPOSITIONS
        and word not in english.STOPPERS
        and word not in english.SAYING
        and word not in english.SKIPPED
        and not word.endswith("ed")
    )


def _role_from(tokens: Sequence[Token], at: int, last: int) -> Phrase | None:
    """Return the role phrase that begins at a token, with what belongs to it behind."""
    if at + 2 < last and _part_of_them(tokens, at, at + 2) == at and tokens[at + 2].text == "them":
        return Phrase(at, at + 3, ROLE)
    head = at
    while head < min(last, at + 8) and not is_role_word(tokens[head].text):
        word = tokens[head]
        is_part = word.text == "of" and tokens[at].text.lower() in _COUNTS
        is_part = is_part or _joins_kinds(tokens, head)
        if not is_part and (not word.is_word or word.text.lower() in _NO_NOUNS):
            return None
        head += 1
    if head >= last or not is_role_word(tokens[head].text):
        return None
    end = head + 1
    while end < min(last, head + _LONGEST_ROLE) and _belongs(tokens[end], tokens[end - 1]):
        end += 1
    return Phrase(at, end, ROLE)


def _belongs(token: Token, before: Token) -> bool:
    word = token.text
    if not token.is_word or word.lower() in english.STOPPERS - {"who"}:
        return False
    if word == "who":
        return before.text in ("those", "someone", "people", "person")
    if word == "it":
        return before.text in english.PREPOSITIONS
    if word == "on":
        return before.text in ("briefed", "working")
    if word in english.SAYING or word in english.DAYS:
        return before.text == "who"
    return word not in ("in", "on", "during", "after") and word not in english.PRONOUNS
