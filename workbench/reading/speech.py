"""Speech: each quotation of a text with the cue that tells who says it."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from workbench.reading import english
from workbench.reading.cited_outlet import Outlets
from workbench.reading.cue import ACCORDING, AFTER, BEFORE, Cue, cues
from workbench.reading.leading import leading_phrase
from workbench.reading.person import People
from workbench.reading.phrase import (
    NAME,
    PRONOUN,
    ROLE,
    Phrase,
    is_name_word,
    name_from,
    owns,
    phrase_from,
)
from workbench.reading.referent import HIGH, LOW, MEDIUM, NONE, Referents
from workbench.reading.token import prose

if TYPE_CHECKING:
    from workbench.core.words import Words
    from workbench.reading.token import Sentence

_WORD = re.compile(r"\w+")
_SENTENCE_END = tuple(".!?…")
_SCARE = 3
"""Words; a shorter fragment without a cue quotes a term, not a speaker."""
_LONGEST_TITLE = 5
_TITLED = english.words("on book show program film movie song album series podcast")
_FAR_OWNER = 14
"""Tokens from a quotation back to the claim, line or promise that it is part of."""
_SAID_THINGS = english.words(
    "line claim claims remark remarks comment comments statement assertion warning promise pledge",
    "argument vow suggestion quip description accusation insistence contention boast complaint",
    "admission declaration",
)
_TELLING = english.words("that to of about as :")
_READING = english.words("read reads reading recited quoted quotes cited")
_OTHER_CLAUSE = english.words("which who whose that while whereas but though although and even")
"""Words behind a quotation that begin what has nothing to do with it."""
_SIGNS = english.words(
    "sign banner placard poster shirt T-shirt t-shirt hat cap sticker entry note caption plaque",
    "headline button flag",
)
_NOBODY = ("", NONE)
_Found = tuple[str, str]


@lru_cache(maxsize=2)  # four readers look at the same text one after another
def speech_of(text: str, words: Words) -> Speech:
    """Return who speaks in an English text; any text will do."""
    return Speech(text, words)


class Speech:
    """Who speaks in a text.

    Attributes:
        speakers: for each quotation of the prose, in its order: name and certainty.
        cues: of the text, in order.
        sources: whom the subject of a cue means and how surely, by the cue's first token.
        tags: the first tokens of the cues that belong to quotations.

    """

    def __init__(self, text: str, words: Words) -> None:
        self.prose = prose(text)
        self.outlets = Outlets(self.prose, words)
        self.people = People(self.prose, words, self.outlets.token_positions)
        self.referents = Referents(self.prose, self.people, self.outlets)
        self.cues = cues(self.prose)
        self.sources: dict[int, _Found] = {}
        self._by_sentence: dict[int, list[Cue]] = {}
        for cue in self.cues:
            self._by_sentence.setdefault(cue.sentence, []).append(cue)
        self._found: dict[int, _Found] = {}
        self.tags: set[int] = set()
        for number, sentence in enumerate(self.prose.sentences):
            self._read(number, sentence)
        self.speakers = tuple(
            self._found.get(index, _NOBODY) for index in range(len(self.prose.quotes))
        )

    def named(self, label: str) -> str:
        """Return the full name behind a transcript's label, else the label in small letters."""
        words = [
            word for word in label.split() if word.title() not in english.TITLES
        ] or label.split()
        for mention in self.people.mentions:
            if mention.name.split()[-1].casefold() == words[-1].casefold():
                return mention.name
        return " ".join(words).title()

    def _read(self, number: int, sentence: Sentence) -> None:
        for cue in self._by_sentence.get(number, ()):
            if cue.subject is not None:
                self.sources[cue.first] = self.referents.of(cue.subject, number)
                if cue.form != ACCORDING and not self._is_lead_in(cue, sentence):
                    name = self.sources[cue.first][0]
                    is_person = self.referents.could_be_person(cue.subject)
                    self.referents.remember(number, name, is_person=is_person)
        quotes = [
            at for at in range(sentence.first, sentence.last) if self.prose.tokens[at].quote >= 0
        ]
        for at in quotes:
            found = self._speaker(number, sentence, at)
            self._found[self.prose.tokens[at].quote] = found
        if len(quotes) > 1:
            self._share(quotes)

    def _is_lead_in(self, cue: Cue, sentence: Sentence) -> bool:
        """Whether a cue only leads in to a sentence: "When Brandt asked about it, she ..."."""
        tokens = self.prose.tokens
        if tokens[sentence.first].text not in ("When", "After", "As", "While", "Asked", "Before"):
            return False
        commas = (at for at in range(sentence.first, sentence.last) if tokens[at].text == ",")
        return cue.first < next(commas, -1) and tokens[cue.last].text != "it"

    def _share(self, quotes: list[int]) -> None:
        """Give a full quotation beside a tagged one its speaker, as in “A,” she said, “B”."""
        known = [self._found[self.prose.tokens[at].quote] for at in quotes]
        names = {name for name, _ in known if name}
        if len(names) != 1:
            return
        name = names.pop()
        for at in quotes:
            index = self.prose.tokens[at].quote
            following = self.prose.tokens[at + 1 : at + 2]
            is_answered = any(token.quote >= 0 for token in following) or self._is_title(index, at)
            if not self._found[index][0] and self._length(index) > 1 and not is_answered:
                self._found[index] = (name, MEDIUM)

    def _speaker(self, number: int, sentence: Sentence, at: int) -> _Found:
        if self._is_title(self.prose.tokens[at].quote, at):
            return _NOBODY
        owner = self._owned(number, sentence, at)
        if owner is not None:
            return self.referents.of(owner, number)
        if self._is_inscription(at):
            return _NOBODY
        cue = self._tag(number, sentence, at)
        if cue is not None:
            self.tags.add(cue.first)
            return self.sources.get(cue.first, _NOBODY)
        index = self.prose.tokens[at].quote
        signed = self._signed(number, sentence, at)
        if signed is not None:
            return self.referents.of(signed, number)
        if self._stands_alone(sentence):
            return self._from_before(number, sentence, at)
        if self._length(index) <= _SCARE and self.prose.tokens[at - 1].text != ":":
            return _NOBODY
        return self._of_subject(number, sentence, at)

    def _owned(self, number: int, sentence: Sentence, at: int) -> Phrase | None:
        """Return whose words are cited: "citing Okafor’s claim that the bridge was “safe”"."""
        tokens = self.prose.tokens
        first = max(sentence.first, at - _FAR_OWNER)
        cues = [cue for cue in self._by_sentence.get(number, ()) if cue.form != ACCORDING]
        for place in range(at - 2, first, -1):
            if tokens[place].quote >= 0 or any(cue.first == place for cue in cues):
                return None
            if tokens[place].text not in _SAID_THINGS or tokens[place + 1].text not in _TELLING:
                continue
            for begin in range(place - 1, max(first - 1, place - 4), -1):
                if owns(tokens[begin]) and is_name_word(tokens[begin]):
                    low = begin
                    while low > sentence.first and is_name_word(tokens[low - 1]):
                        low -= 1
                    return Phrase(low, begin + 1, NAME)
            return None
        return None

    def _is_inscription(self, at: int) -> bool:
        """Whether a quotation is what something reads: a sign, an entry, a shirt."""
        if at < 2 or self.prose.tokens[at - 1].text not in ("read", "reads", "reading"):
            return False
        before = self.prose.tokens[at - 2].text
        return before in ("that", "which") or before.rstrip("s") in _SIGNS

    def _signed(self, number: int, sentence: Sentence, at: int) -> Phrase | None:
        """Return who is named by a dash or "by" behind a quotation, or as its owner before it."""
        tokens = self.prose.tokens
        last = len(tokens)
        following = tokens[at + 1].text if at + 1 < last else ""
        if following == "by" and at + 1 < sentence.last:
            phrase = phrase_from(tokens, at + 2, sentence.last)
            return phrase if phrase and phrase.kind == NAME else None
        if following in ("—", "–", "-"):
            end = self._block_end(number)
            name = name_from(tokens, at + 2, end)
            return name if name and name.last == end and at + 2 < end else None
        if at > sentence.first and tokens[at - 1].text == ":":
            return self._owner(sentence, at)
        return None

    def _is_title(self, index: int, at: int) -> bool:
        """Whether a quotation is the title of a show or book: on Channel 9’s “This Week”."""
        if at == 0 or self._length(index) > _LONGEST_TITLE:
            return False
        before = self.prose.tokens[at - 1]
        span = self.prose.quotes[index]
        words = _WORD.findall(self.prose.text, span.start, span.end)
        is_titled = before.text in _TITLED or (before.quote < 0 and owns(before))
        return is_titled and all(not word[0].islower() or len(word) < 4 for word in words)

    def _block_end(self, number: int) -> int:
        sentences = self.prose.sentences
        block = sentences[number].block
        near = [item.last for item in sentences[number : number + 2] if item.block == block]
        return near[-1]

    def _owner(self, sentence: Sentence, at: int) -> Phrase | None:
        """Return who owns the subject of a sentence: "Okafor’s answer was short: ..."."""
        tokens = self.prose.tokens
        end = sentence.first
        while end < min(at, sentence.first + 5) and is_name_word(tokens[end]):
            end += 1
            if owns(tokens[end - 1]):
                return Phrase(sentence.first, end, NAME)
        return Phrase(sentence.first, end, NAME) if sentence.first < end == at - 1 else None

    def _length(self, index: int) -> int:
        span = self.prose.quotes[index]
        return len(_WORD.findall(self.prose.text, span.start, min(span.end, span.start + 400)))

    def _tag(self, number: int, sentence: Sentence, at: int) -> Cue | None:
        """Return the cue that a quotation belongs to, in its sentence or right behind it."""
        found = self._by_sentence.get(number, [])
        behind = [cue for cue in found if cue.first > at and self._is_close(cue, at)]
        before = [cue for cue in found if cue.first < at and cue.form != AFTER]
        if not behind and at + 1 == sentence.last:
            behind = self._in_next(number, at)
        is_led_in = bool(before) and self._leads_in(before[-1], at)
        is_only_relayed = bool(behind) and behind[0].form == ACCORDING
        if is_led_in and (
            not self._pauses(at) or self._is_announced(before[-1], at) or is_only_relayed
        ):
            return before[-1]
        if behind:
            return behind[0]
        if before:
            return before[-1]
        ends = [cue for cue in found if cue.first > at and self._closes(cue, sentence)]
        inverted = [cue for cue in found if cue.form == AFTER]
        return next(reversed(inverted or ends), None)

    def _pauses(self, at: int) -> bool:
        span = self.prose.quotes[self.prose.tokens[at].quote]
        return self.prose.text[span.end - 1] in ",?!—–-" or self.prose.text[span.end - 2] in ",?!"

    def _is_announced(self, cue: Cue, at: int) -> bool:
        """Whether a comma or colon stands between a cue and a quotation, and little else."""
        return self.prose.tokens[at - 1].text in (",", ":") and at - cue.last <= 6

    def _leads_in(self, cue: Cue, at: int) -> bool:
        """Whether no other quotation stands between a cue and a quotation."""
        between = self.prose.tokens[cue.last : at]
        return all(token.quote < 0 for token in between)

    def _is_close(self, cue: Cue, at: int) -> bool:
        """Whether a cue's subject, or its verb, stands right behind a quotation."""
        begin = cue.first
        if cue.form == BEFORE and cue.subject is not None:
            begin = cue.subject.first
        begin = min(begin, cue.first)
        if begin <= at:
            return False
        between = self.prose.tokens[at + 1 : begin]
        if any(token.quote >= 0 for token in between):
            return False
        words = [token.text for token in between if token.text not in (",", "—", "–", "-")]
        if not words:
            return True
        if words[0] in _OTHER_CLAUSE:
            return False
        span = self.prose.quotes[self.prose.tokens[at].quote]
        pauses = self.prose.text[span.end - 1] in ",?!—–"
        return pauses and len(words) <= 12

    def _closes(self, cue: Cue, sentence: Sentence) -> bool:
        """Whether a cue is the tag at the end of a sentence: officials said."""
        begin = cue.first if cue.subject is None else min(cue.first, cue.subject.first)
        tokens = self.prose.tokens
        behind = sentence.last - cue.last
        return begin > sentence.first and tokens[begin - 1].text == "," and behind <= 14

    def _in_next(self, number: int, at: int) -> list[Cue]:
        """Return the tag that a sentence end inside the quotation parts from it."""
        sentences = self.prose.sentences
        if number + 1 >= len(sentences) or sentences[number + 1].block != sentences[number].block:
            return []
        span = self.prose.quotes[self.prose.tokens[at].quote]
        if self.prose.text[span.end - 1] not in "?!":
            return []
        found = self._by_sentence.get(number + 1, [])
        first = sentences[number + 1].first
        return [
            cue
            for cue in found[:1]
            if cue.first - first <= 8
            and self._is_close(cue, at)
            and not self._is_second(cue, first)
        ]

    def _is_second(self, cue: Cue, first: int) -> bool:
        """Whether something else has been told in a sentence before a cue in it."""
        tokens = self.prose.tokens[first : cue.first]
        return any(token.text in (",", ";") for token in tokens) and cue.form == BEFORE

    def _stands_alone(self, sentence: Sentence) -> bool:
        return all(
            token.quote >= 0 or not token.is_word
            for token in self.prose.tokens[sentence.first : sentence.last]
        )

    def _from_before(self, number: int, sentence: Sentence, at: int) -> _Found:
        """Return who went on speaking, for a quotation that is a sentence of its own."""
        span = self.prose.quotes[self.prose.tokens[at].quote]
        if number == 0 or not self.prose.text[span.start : span.end].rstrip("’'”").endswith(
            _SENTENCE_END
        ):
            return _NOBODY
        if self._is_answered(number, at):
            return _NOBODY
        before = self.prose.sentences[number - 1]
        same_block = before.block == sentence.block
        if before.block < sentence.block - 1:
            return _NOBODY
        quotes = [
            token.quote
            for token in self.prose.tokens[before.first : before.last]
            if token.quote >= 0
        ]
        if quotes:
            name, sure = self._found.get(quotes[-1], _NOBODY)
            if not same_block and self.prose.text[self.prose.quotes[quotes[-1]].end - 1] == "?":
                return _NOBODY  # a question in a paragraph of its own is answered by another
            return (name, MEDIUM if same_block and sure == HIGH else LOW) if name else _NOBODY
        return self._said_in(number - 1, same_block=same_block)

    def _is_answered(self, number: int, at: int) -> bool:
        """Whether another quotation follows at once in the same paragraph, as in an exchange."""
        sentences = self.prose.sentences
        if number + 1 >= len(sentences) or sentences[number + 1].block != sentences[number].block:
            return False
        return any(token.quote >= 0 for token in self.prose.tokens[at + 1 : at + 2])

    def _said_in(self, number: int, *, same_block: bool) -> _Found:
        """Return who speaks, or is spoken about, in a sentence without a quotation."""
        sentence = self.prose.sentences[number]
        owner = self._owner(sentence, sentence.last - 1)
        if owner is not None and self.prose.tokens[sentence.last - 1].text == ":":
            return self.referents.name(owner), MEDIUM
        told = [cue for cue in self._by_sentence.get(number, ()) if cue.form != ACCORDING]
        if self._announces(sentence):
            told = []
        if told:
            name = self.sources.get(told[-1].first, _NOBODY)[0]
            return (name, MEDIUM if same_block else LOW) if name else _NOBODY
        leading = leading_phrase(self.prose.tokens, sentence, sentence.last)
        if leading is None:
            return _NOBODY
        name, _ = self.referents.of(leading, number)
        is_person = self._is_person(name) or self.referents.could_be_person(leading)
        is_owned = any(owns(token) for token in self.prose.tokens[leading.first : leading.last])
        is_speaker = leading.kind == PRONOUN or is_person or (leading.kind == ROLE and not is_owned)
        return (name, LOW) if name and is_speaker else _NOBODY

    def _announces(self, sentence: Sentence) -> bool:
        """Whether a sentence issues a statement that follows: "... the following statement:"."""
        tokens = self.prose.tokens[sentence.first : sentence.last]
        return tokens[-1].text == ":" and any(token.text == "statement" for token in tokens)

    def _is_person(self, name: str) -> bool:
        return any(mention.name == name for mention in self.people.mentions)

    def _of_subject(self, number: int, sentence: Sentence, at: int) -> _Found:
        """Return the subject of a sentence that quotes somebody at length without a cue."""
        leading = leading_phrase(self.prose.tokens, sentence, at)
        if leading is None or leading.kind == ROLE:
            return _NOBODY
        name, _ = self.referents.of(leading, number)
        tokens = self.prose.tokens[leading.last : at]
        is_read = any(token.text in _READING for token in tokens)
        is_led = tokens[-1:] and tokens[-1].text == ":" and not is_read
        is_led = is_led and self.referents.could_be_person(leading)
        return (name, LOW) if name and (is_led or self._is_person(name)) else _NOBODY
