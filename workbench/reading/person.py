"""People of a text: their full names, what they are called later, and who "he" or "she" is."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from workbench.reading import english
from workbench.reading.phrase import is_name_word, name_from, owns

if TYPE_CHECKING:
    from workbench.core.words import Words
    from workbench.reading.phrase import Phrase
    from workbench.reading.token import Prose, Token

_GLUED = re.compile(r"[^\W\d_A-Z][A-Z]\w*[^\W\d_A-Z][A-Z]")
_OFFICES = {
    "president": "President", "mayor": "Mayor", "governor": "Gov. Governor", "senator": "Sen.",
    "congressman": "Rep. Congressman", "congresswoman": "Rep. Congresswoman", "speaker": "Speaker",
    "secretary": "Secretary", "judge": "Judge", "minister": "Minister", "chancellor": "Chancellor",
}  # fmt: skip

_DEPARTMENTS = english.words(
    "of the State Defense Labor Energy Education Commerce Agriculture Interior Treasury Health",
    "Human Transportation Homeland Security Veterans Affairs Housing Urban Development War and",
    "Services",
)


class Mention(NamedTuple):
    """One naming of a person: token position, full name, "he", "she" or ""."""

    at: int
    name: str
    gender: str


class People:
    """The people of one text."""

    def __init__(self, prose: Prose, words: Words, outlets: frozenset[int]) -> None:
        self._words = words
        self._prose = prose
        self._by_surname: dict[str, Counter[str]] = {}
        self._genders: dict[str, str] = {}
        self._offices: dict[str, Counter[str]] = {}
        found = self._scan(outlets)
        self.mentions = self._mentions(found)

    def full_name(self, phrase: Phrase) -> str:
        """Return the name in a phrase, without titles and as full as the text has it."""
        core = core_name(self._prose.tokens[phrase.first : phrase.last])
        return self._full(core) if core else ""

    def _full(self, core: tuple[str, ...]) -> str:
        name = " ".join(core)
        known = self._by_surname.get(name) if len(core) == 1 else None
        if not known:
            return name
        (full, count), *others = known.most_common(2)
        return (
            name
            if others and others[0][1] * 2 > count and self._differ(full, others[0][0])
            else full
        )

    def _differ(self, one: str, other: str) -> bool:
        """Whether two full names with one surname are two people."""
        return one.split()[0] != other.split()[0]

    def gender(self, name: str) -> str:
        """Return "he", "she" or "" for a full name."""
        return self._genders.get(name, "")

    def holder(self, role: str) -> str:
        """Return the one person that the text gives an office to ("the mayor"), else ""."""
        words = [word for word in role.lower().split() if word not in ("the", "former", "then")]
        is_single = len(words) == 1 or words == ["vice", "president"]
        held = self._offices.get(" ".join(words)) if role[:4].lower() == "the " else None
        if not held or not is_single:
            return ""
        return next(iter(held)) if len(held) == 1 else ""

    def _scan(self, outlets: frozenset[int]) -> list[tuple[int, tuple[str, ...]]]:
        """Collect every name of the text, and what titles and first names tell of it."""
        tokens = self._prose.tokens
        found = []
        for sentence in self._prose.sentences:
            at = sentence.first
            while at < sentence.last:
                name = name_from(tokens, at, sentence.last) if is_name_word(tokens[at]) else None
                if name is None or name.first in outlets:
                    at += 1
                    continue
                core = core_name(tokens[name.first : name.last])
                if core and _could_be_person(core):
                    found.append((name.first, core))
                    self._learn(tokens[name.first : name.last], core)
                at = name.last
        return found

    def _learn(self, tokens: tuple[Token, ...], core: tuple[str, ...]) -> None:
        titles = [token.text for token in tokens[: len(tokens) - len(core)]]
        name = self._full(core)
        if len(core) > 1:
            surname = core[-2] if core[-1] in ("Jr.", "Sr.", "III", "II") else core[-1]
            self._by_surname.setdefault(surname, Counter())[name] += 1
            if core[0] in self._words.he or core[0] in self._words.she:
                self._by_surname.setdefault(core[0], Counter())[name] += 1
        gender = _gender_of_title(titles)
        first = core[0] if len(core) > 1 else ""
        gender = gender or (
            "he" if first in self._words.he else "she" if first in self._words.she else ""
        )
        if gender:
            self._genders[name] = gender
        for office, shapes in _OFFICES.items():
            if any(title in shapes.split() for title in titles):
                key = f"vice {office}" if "Vice" in titles else office
                self._offices.setdefault(key, Counter())[name] += 1

    def _mentions(self, found: list[tuple[int, tuple[str, ...]]]) -> tuple[Mention, ...]:
        known = set(self._genders) | {name for held in self._offices.values() for name in held}
        mentions = []
        for at, core in found:
            name = self._full(core)
            if name in known or (len(core) in (2, 3) and core[-1] not in english.INSTITUTIONS):
                mentions.append(Mention(at, name, self._genders.get(name, "")))
        return tuple(mentions)


def core_name(tokens: tuple[Token, ...]) -> tuple[str, ...]:
    """Return the words of a name without titles; nothing if it is made of titles only."""
    words = [token.text[:-2] if owns(token) else token.text for token in tokens]
    if words and (words[-1] in english.INSTITUTIONS or words[-1] in ("House", "Democrats")):
        return tuple(words)
    last_title = max((at for at, word in enumerate(words) if word in english.TITLES), default=-1)
    first = last_title + 1
    if "of" in words:  # "Secretary of Labor Ana Ruiz": what is governed is no first name
        while first < len(words) - 1 and words[first] in _DEPARTMENTS:
            first += 1
    return tuple(words[first:])


def _could_be_person(core: tuple[str, ...]) -> bool:
    if any(_GLUED.search(word) for word in core):
        return False
    if (
        len(core) > 4
        or core[-1] in english.INSTITUTIONS
        or (core[-1].isupper() and len(core[-1]) > 3)
    ):
        return False
    return core[-1] not in english.PLACES and core[0] not in english.PLACES


def _gender_of_title(titles: list[str]) -> str:
    shes = ("Mrs.", "Ms.", "Mrs", "Ms", "Dame", "Lady", "Queen", "Princess")
    if any(title in shes or title.endswith("woman") for title in titles):
        return "she"
    hes = ("Mr.", "Mr", "Sir", "Lord", "King", "Prince")
    return "he" if any(title in hes or title.endswith("man") for title in titles) else ""
