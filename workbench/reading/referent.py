"""Whom a phrase means: a full name, the person behind "he" or "the mayor", or a role."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from workbench.reading import english
from workbench.reading.cue import leading_phrase
from workbench.reading.phrase import NAME, PRONOUN, ROLE, Phrase

if TYPE_CHECKING:
    from workbench.reading.cited_outlet import Outlets
    from workbench.reading.person import People
    from workbench.reading.token import Prose

HIGH, MEDIUM, LOW, NONE = "high", "medium", "low", "none"
_PLURALS = english.words(
    "two three four several officials sources people the aides advisers critics some many",
)
_BODIES = english.words("office campaign department company group city police union team people")
_REACH = 6
"""Sentences that a pronoun looks back over."""


def _is_one(role: str) -> bool:
    """Whether a role may be "he" or "she": "the Vermont senator", not "the report"."""
    words = role.lower().split()
    is_single = words[0] in ("the", "a", "an", "one") and not words[-1].endswith("s")
    return is_single and words[-1] not in english.DOCUMENTS | _BODIES


class Referents:
    """Whom the phrases of one text mean."""

    def __init__(self, prose: Prose, people: People, outlets: Outlets) -> None:
        self._prose = prose
        self._people = people
        self._outlets = outlets
        self._places = [mention.at for mention in people.mentions]
        self._names = {mention.name for mention in people.mentions}
        self._spoken: dict[int, list[str]] = {}
        self._last: tuple[int, str] = (-9, "")

    def remember(self, sentence: int, name: str, *, is_person: bool) -> None:
        """Note that somebody was the speaker of a sentence; sentences come in order."""
        if is_person:
            self._names.add(name)
        if name:
            self._spoken.setdefault(sentence, []).append(name)
            self._last = (sentence, name)

    def of(self, phrase: Phrase, sentence: int) -> tuple[str, str]:
        """Return whom a phrase of a sentence means, and how surely; "" if it is not clear."""
        if phrase.kind == PRONOUN:
            return self._of_pronoun(phrase, sentence)
        if phrase.kind == ROLE:
            role = self.words(phrase)
            holder = self._people.holder(role)
            return (holder, MEDIUM) if holder else (role, HIGH)
        return self.name(phrase), HIGH

    def could_be_person(self, phrase: Phrase) -> bool:
        """Whether a name may be a person’s: no outlet, place or institution."""
        if phrase.kind != NAME or phrase.last in self._outlets.by_last:
            return False
        word = self._prose.tokens[phrase.last - 1].text
        return word not in english.PLACES and word not in english.INSTITUTIONS and not (
            word.isupper() and len(word) > 1
        )  # fmt: skip

    def words(self, phrase: Phrase) -> str:
        """Return a phrase as it stands."""
        tokens = self._prose.tokens
        return self._prose.text[tokens[phrase.first].start : tokens[phrase.last - 1].end]

    def name(self, phrase: Phrase) -> str:
        """Return the name in a phrase: of an outlet, of a person, or as it stands."""
        outlet = self._outlets.by_last.get(phrase.last)
        if outlet is not None:
            return outlet.name
        tokens = self._prose.tokens
        for at in range(phrase.first + 1, phrase.last - 1):
            if tokens[at].text == "and":
                both = (Phrase(phrase.first, at, NAME), Phrase(at + 1, phrase.last, NAME))
                return " and ".join(self.name(half) for half in both)
        full = self._people.full_name(phrase)
        if full:
            return full
        title = self.words(phrase)
        return self._people.holder(f"the {title}") or title

    def _of_pronoun(self, phrase: Phrase, sentence: int) -> tuple[str, str]:
        word = self.words(phrase).lower()
        if word == english.THEY:
            return self._plural(sentence)
        if word not in (english.HE, english.SHE):
            return "", NONE
        return self._nearest(word, phrase.first, sentence)

    def object_of(self, gender: str, at: int, sentence: int, other: str) -> str:
        """Return whom "him" or "her" means, who is not the one that acts; "" if it is not clear."""
        sentences = self._prose.sentences
        for number in range(sentence, max(-1, sentence - _REACH), -1):
            limit = at if number == sentence else sentences[number].last
            names = self._candidates(number, limit, gender)
            if names := [name for name in names if name != other]:
                return names[0]
        return ""

    def _plural(self, sentence: int) -> tuple[str, str]:
        """Return the last speakers if they were several."""
        number, last = self._last
        begins = last.split(" ")[0].lower()
        is_plural = begins in _PLURALS or " and " in last
        return (last, MEDIUM) if is_plural and sentence - number <= 3 else ("", NONE)

    def _nearest(self, word: str, at: int, sentence: int) -> tuple[str, str]:
        """Return the last person that a pronoun fits: subjects and speakers before others."""
        sentences = self._prose.sentences
        block = sentences[sentence].block
        for back in range(_REACH):
            number = sentence - back
            if number < 0:
                break
            if sentences[number].block != block:
                return self._across(word, number)
            limit = at if back == 0 else sentences[number].last
            names = self._candidates(number, limit, word)
            if names:
                return names[0], HIGH if back <= 1 and len(names) == 1 else MEDIUM
        return "", NONE

    def _across(self, word: str, last: int) -> tuple[str, str]:
        """Return the person that a pronoun at the beginning of a paragraph takes up."""
        numbers = range(last, max(-1, last - _REACH), -1)
        for number in numbers:
            for name in reversed(self._spoken.get(number, [])):
                if name in self._names and self._fits(name, word):
                    return name, MEDIUM
                if name not in self._names and _is_one(name):
                    return name, LOW
        for number in numbers:
            names = self._candidates(number, self._prose.sentences[number].last, word)
            if names:
                return names[0], LOW
        return "", NONE

    def _candidates(self, number: int, limit: int, word: str) -> list[str]:
        """Return the people of a sentence that a pronoun fits, likeliest first."""
        sentence = self._prose.sentences[number]
        found = list(self._spoken.get(number, []))
        leading = leading_phrase(self._prose.tokens, sentence, limit)
        if leading is not None and leading.kind == NAME:
            found.append(self.name(leading))
            if self.could_be_person(leading):
                self._names.add(found[-1])
        elif leading is not None and leading.kind == ROLE:
            found.append(self._people.holder(self.words(leading)))
        low = bisect_left(self._places, sentence.first)
        high = bisect_left(self._places, limit)
        found = [name for name in found if name in self._names]
        found += [mention.name for mention in self._people.mentions[low:high]]
        return [name for name in dict.fromkeys(found) if self._fits(name, word)]

    def _fits(self, name: str, word: str) -> bool:
        gender = self._people.gender(name)
        return not gender or gender == word
