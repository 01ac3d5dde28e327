"""Whom a phrase means: a full name, the person behind "he" or "the mayor", or a role."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from workbench.reading import english
from workbench.reading.leading import leading_phrase
from workbench.reading.phrase import NAME, PRONOUN, ROLE, Phrase, is_role_word

if TYPE_CHECKING:
    from workbench.reading.cited_outlet import Outlets
    from workbench.reading.person import People
    from workbench.reading.token import Prose

HIGH, MEDIUM, LOW, NONE = "high", "medium", "low", "none"
_PLURALS = english.words(
    "two three four several officials sources people the aides advisers critics some many",
)
_BODIES = english.words(
    "office campaign department company group city police union team people administration agency",
    "committee commission council court government ministry embassy military panel bureau board",
    "university foundation coalition organization press party",
)
_SHES = english.words("mother wife daughter sister woman aunt girlfriend widow")
_HES = english.words("father husband son brother man uncle boyfriend widower")
_REACH = 6
"""Sentences that a pronoun looks back over."""


def _is_one(role: str) -> bool:
    """Whether a role may be "he" or "she": "the Vermont senator", not "the report"."""
    words = role.lower().split()
    is_owned = words[0].endswith(("’s", "'s")) or words[0] in ("his", "her", "their", "its")
    opens = words[0] in ("the", "a", "an", "one", "mr.", "ms.") or is_owned
    is_single = opens and not words[-1].endswith("s")
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
        self._genders: dict[str, str] = {}

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
        if word == "it":
            return self._thing(sentence)
        if word not in (english.HE, english.SHE):
            return "", NONE
        name, sure = self._nearest(word, phrase.first, sentence)
        if sure in (HIGH, MEDIUM) and not self._people.gender(name):
            self._genders.setdefault(name, word)  # who has been "he" once is not "she" later
        return name, sure

    def object_of(self, gender: str, at: int, sentence: int, other: str) -> str:
        """Return whom "him" or "her" means, who is not the one that acts; "" if it is not clear."""
        sentences = self._prose.sentences
        for number in range(sentence, max(-1, sentence - _REACH), -1):
            limit = at if number == sentence else sentences[number].last
            names = self._candidates(number, limit, gender)
            if names := [name for name in names if name != other]:
                return names[0]
        return ""

    def _thing(self, sentence: int) -> tuple[str, str]:
        """Return the paper or body that the sentence before is about: "the report"; it says."""
        if sentence == 0:
            return "", NONE
        before = self._prose.sentences[sentence - 1]
        leading = leading_phrase(self._prose.tokens, before, before.last)
        if leading is None or leading.kind == PRONOUN:
            return "", NONE
        words = self.words(leading)
        head = words.lower().split()[-1]
        is_thing = head in english.DOCUMENTS | _BODIES or words.split()[-1] in english.INSTITUTIONS
        return (words, LOW) if is_thing else ("", NONE)

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
            if back and (role := self._nameless(number, word)) and not self._spoken.get(number):
                return role, LOW
            if names:
                return names[0], HIGH if back <= 1 and len(names) == 1 else MEDIUM
        return "", NONE

    def _nameless(self, number: int, word: str) -> str:
        """Return the one person without a name whom a sentence is about, if a pronoun fits."""
        sentence = self._prose.sentences[number]
        leading = leading_phrase(self._prose.tokens, sentence, sentence.last)
        if leading is None or leading.kind != ROLE:
            return ""
        role = self.words(leading)
        head = role.lower().split()[-1]
        is_she = head in _SHES or head.endswith("woman")
        is_he = head in _HES or (head.endswith("man") and not is_she)
        is_other = is_she if word == english.HE else is_he
        fits = _is_one(role) and is_role_word(head) and not is_other
        return role if fits and not self._people.holder(role) else ""

    def _across(self, word: str, last: int) -> tuple[str, str]:
        """Return the person that a pronoun at the beginning of a paragraph takes up.

        A speaker before others, but the one whom the last sentence is about before them; and
        whoever has just asked a question is not the one who answers it.
        """
        numbers = range(last, max(-1, last - _REACH), -1)
        asker = self._asker(last)
        if last not in self._spoken and (topic := self._topic(last, word)):
            return topic, MEDIUM
        for number in numbers:
            for name in reversed(self._spoken.get(number, [])):
                if name == asker:
                    continue
                if name in self._names and self._fits(name, word):
                    return name, MEDIUM
                if name not in self._names and _is_one(name):
                    return name, LOW
        for number in numbers:
            names = self._candidates(number, self._prose.sentences[number].last, word)
            if names := [name for name in names if name != asker]:
                return names[0], LOW
        return (asker, LOW) if asker and self._fits(asker, word) else ("", NONE)

    def _asker(self, number: int) -> str:
        """Return the one speaker of a sentence whose quotation is a question, else ""."""
        spoken = self._spoken.get(number, [])
        sentence = self._prose.sentences[number]
        quotes = [
            self._prose.quotes[token.quote]
            for token in self._prose.tokens[sentence.first : sentence.last]
            if token.quote >= 0
        ]
        is_asked = bool(quotes) and self._prose.text[quotes[-1].end - 1] == "?"
        return spoken[-1] if is_asked and len(set(spoken)) == 1 else ""

    def _topic(self, number: int, word: str) -> str:
        """Return the known person whom a sentence is about, if a pronoun fits them, else ""."""
        sentence = self._prose.sentences[number]
        leading = leading_phrase(self._prose.tokens, sentence, sentence.last)
        if leading is None or leading.kind != NAME:
            return ""
        name = self.name(leading)
        return name if name in self._names and self._fits(name, word) else ""

    def _candidates(self, number: int, limit: int, word: str) -> list[str]:
        """Return the people of a sentence that a pronoun fits, likeliest first."""
        sentence = self._prose.sentences[number]
        found = list(self._spoken.get(number, []))
        leading = leading_phrase(self._prose.tokens, sentence, limit)
        if leading is not None and leading.last == limit - 1:
            leading = None  # "Management, he argued": what stands before the pronoun is not he
        if leading is not None and leading.kind == NAME:
            found.append(self.name(leading))
            if self.could_be_person(leading):
                self._names.add(found[-1])
        elif leading is not None and leading.kind == ROLE:
            found.append(self._people.holder(self.words(leading)))
        low = bisect_left(self._places, sentence.first)
        high = bisect_left(self._places, limit)
        found = [name for name in found if name in self._names]
        found += [
            mention.name
            for mention in self._people.mentions[low:high]
            if mention.at == 0 or self._prose.tokens[mention.at - 1].text != "by"
        ]
        return [name for name in dict.fromkeys(found) if self._fits(name, word)]

    def _fits(self, name: str, word: str) -> bool:
        gender = self._people.gender(name) or self._genders.get(name, "")
        return not gender or gender == word
