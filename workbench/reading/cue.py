"""Cues: the words by which a text says who says something, with their subject."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from workbench.reading import english
from workbench.reading.leading import leading_phrase
from workbench.reading.phrase import (
    NAME,
    PRONOUN,
    ROLE,
    Phrase,
    is_name_word,
    name_before,
    phrase_before,
    phrase_from,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from workbench.reading.token import Prose, Sentence

BEFORE, AFTER, ACCORDING = "before", "after", "according"
_TO_SAY = english.words("on x twitter media social continued truth began facebook instagram")
_TOLD = english.words("say add tell argue note warn write claim insist explain acknowledge")
_HEARD = english.words("heard seen shown quoted cited recorded overheard filmed")
_AUXILIARIES = english.words("can could be been is was were are has had have may might also later")
_CUE_WORDS = (
    english.words("according According per Per words")
    | english.SAYING.keys()
    | english.QUOTING.keys()
    | english.PLURAL.keys()
)
_BEHIND_TAG = ("", ".", ",", "who", "in", "on", "at", "during", "after")
"""What may follow the subject of a tag without a quotation: "..., said an aide who ..."."""
_BEFORE_TITLES = ("state", "former", "then", "current", "acting", "longtime", "fellow", "local")
_CLAUSES = english.words("what that how why where when if because though although and but")
_FURTHEST = 40
_QUESTION = frozenset("?!")


class Cue(NamedTuple):
    """A verb of saying, or "according to", and the phrase of who says it.

    Attributes:
        first, last: its tokens, last exclusive.
        verb: plain form, such as "say"; "according to" and "per" as they are.
        subject: tokens of the source; None if nobody is named.
        form: BEFORE (she said), AFTER (said Lindqvist) or ACCORDING.
        is_saying: whether it says something without a quotation too.
        sentence: number of the sentence.

    """

    first: int
    last: int
    verb: str
    subject: Phrase | None
    form: str
    is_saying: bool
    sentence: int


def cues(prose: Prose) -> tuple[Cue, ...]:
    """Return the cues of a text outside its quotations, in order."""
    found: list[Cue] = []
    for number, sentence in enumerate(prose.sentences):
        found += _Clause(prose, sentence, number).cues()
    return tuple(found)


class _Clause:
    """The cues of one sentence."""

    def __init__(self, prose: Prose, sentence: Sentence, number: int) -> None:
        self._tokens = prose.tokens
        self._sentence = sentence
        self._number = number
        self._found: list[Cue] = []

    def cues(self) -> Iterator[Cue]:
        first, last = self._sentence.first, self._sentence.last
        for at in range(first, last):
            cue = self._cue_at(at)
            if cue is not None:
                self._found.append(cue)
                yield cue

    def _cue_at(self, at: int) -> Cue | None:
        token = self._tokens[at]
        if token.text not in _CUE_WORDS or token.quote >= 0 or not token.text[0].isalpha():
            return None
        word = token.text
        if word in ("according", "According", "per", "Per", "words"):
            return self._according(at)
        verb = english.SAYING.get(word) or english.QUOTING.get(word) or english.PLURAL.get(word)
        if verb is None or self._is_other_use(at, word):
            return None
        inverted = self._inverted(at)
        subject = inverted or self._subject(at)
        if subject is None or (
            subject.kind == PRONOUN and self._tokens[subject.first].text == "you"
        ):
            return None
        if word in english.PLURAL and not self._is_plural(subject):
            return None
        if word == "read" and self._tokens[subject.last - 1].text not in english.DOCUMENTS:
            return None
        is_saying = word not in english.QUOTING and self._says(at, word, verb, subject)
        form = AFTER if inverted else BEFORE
        return Cue(at, at + 1, verb, subject, form, is_saying, self._number)

    def _says(self, at: int, word: str, verb: str, subject: Phrase) -> bool:
        """Whether a verb says something here even without a quotation."""
        following = self._text(at + 1)
        if verb in english.WEAK or (verb == "ask" and following in ("to", "for")):
            return following == "that"
        if word.endswith("ing"):
            return verb in _TOLD and self._text(at - 1) in (
                ",",
                "and",
                "before",
                "was",
                "were",
                "is",
            )
        if word.endswith("s") and subject.kind == ROLE:
            return word in ("says", "writes", "tells", "argues", "adds") or following == "that"
        return True

    def _according(self, at: int) -> Cue | None:
        tokens, last = self._tokens, self._sentence.last
        begin = at + 1
        verb = "per"
        if tokens[at].text.lower() == "words":
            if (
                self._text(at - 1) != "the"
                or self._text(at - 2) != "in"
                or self._text(begin) != "of"
            ):
                return None
            begin, verb = begin + 1, "in the words of"
        elif tokens[at].text.lower() == "according":
            if begin >= last or tokens[begin].text != "to":
                return None
            begin, verb = begin + 1, "according to"
        subject = phrase_from(tokens, begin, last)
        if verb == "per" and (subject is None or subject.kind != NAME):
            return None
        return Cue(at, begin, verb, subject, ACCORDING, True, self._number) if subject else None

    def _is_other_use(self, at: int, word: str) -> bool:
        """Whether a word that looks like a verb of saying is something else here."""
        following = self._text(at + 1)
        before = self._text(at - 1).lower()
        if (
            word in ("continued", "continues", "continuing", "agreed", "added")
            and following == "to"
        ):
            return True
        particle = english.PARTICLES.get(english.SAYING.get(word, ""))
        if particle is not None and following != particle:
            return True
        is_quoted = at + 2 < self._sentence.last and self._tokens[at + 2].quote >= 0
        if (
            word in ("called", "calls", "calling")
            and not is_quoted
            and following
            in (
                "for",
                "on",
                "off",
                "up",
                "upon",
            )
        ):
            return True
        if word in ("put", "puts", "putting") and following not in ("it", "this", "that"):
            return True
        if word in ("asked", "asks", "asking") and following == "not":
            return True
        if word in ("went", "goes") and following != "on":
            return True
        is_noun_form = word.endswith("s") and not word.endswith("ss")
        return is_noun_form and (
            before in english.DETERMINERS or before in english.PREPOSITIONS or before.endswith("’s")
        )

    def _text(self, at: int) -> str:
        inside = self._sentence.first <= at < self._sentence.last
        return self._tokens[at].text if inside else ""

    def _is_plural(self, subject: Phrase) -> bool:
        head = [token.text.lower() for token in self._tokens[subject.first : subject.last]]
        if subject.kind == PRONOUN:
            return head[0] in ("they", "we", "i")
        is_plural = any(word.endswith("s") and word in english.ANONYMOUS for word in head)
        return is_plural or "people" in head or "and" in head or head[-1].endswith("s")

    def _inverted(self, at: int) -> Phrase | None:
        """Return the subject behind the verb where a quotation stands right before it."""
        tokens, first = self._tokens, self._sentence.first
        before = at - 1
        if before > first and tokens[before].text == ",":
            before -= 1
        if before < first or tokens[at].text.endswith("ing"):
            return None
        is_indirect = tokens[at - 1].text == "," and tokens[at].text in ("said", "says")
        if tokens[before].quote < 0 and not is_indirect:
            return None
        phrase = self._apposed(phrase_from(tokens, at + 1, self._sentence.last))
        if tokens[before].quote < 0 and phrase and self._text(phrase.last) not in _BEHIND_TAG:
            return None
        if phrase is not None and phrase.kind == PRONOUN and at + 2 < self._sentence.last:
            return phrase if tokens[phrase.first].text in ("he", "she", "they", "I") else None
        return phrase

    def _apposed(self, phrase: Phrase | None) -> Phrase | None:
        """Return the name behind a role: "said the governor’s lawyer, Tom Abbate."."""
        if phrase is None or phrase.kind != ROLE or self._text(phrase.last) != ",":
            return phrase
        name = phrase_from(self._tokens, phrase.last + 1, self._sentence.last)
        is_name = name is not None and name.kind == NAME
        return name if is_name and name and self._text(name.last) in ("", ",", ".") else phrase

    def _subject(self, at: int) -> Phrase | None:
        tokens, first = self._tokens, self._sentence.first
        word = tokens[at].text
        begin = self._behind_adverbs(at)
        before = self._text(begin - 1).lower()
        is_ing = word.endswith("ing")
        skipped = {token.text.lower() for token in tokens[begin:at]}
        if skipped & english.NEGATIONS or before in english.NEGATIONS:
            return None
        if before in english.BEING:
            return phrase_before(tokens, first, begin - 1) if is_ing else None
        if before in ("that", "which"):
            return None
        if is_ing and before in _HEARD:
            return self._before_passive(begin - 1)
        if is_ing and before == "as" and self._text(begin - 2).lower() in _HEARD:
            return self._before_passive(begin - 2)
        if before == "to":
            return self._earlier(begin) if self._text(begin - 2).lower() in _TO_SAY else None
        if is_ing and before in english.PREPOSITIONS - {"before", "after"}:
            return None
        if is_ing or before in ("and", "but", "or", "then"):
            return (self._accompanying(begin) if is_ing else None) or self._earlier(begin)
        if before == "," or before == ")":
            return self._before_apposition(begin) or self._earlier(begin)
        if before == "who":
            comma = begin - 2 if self._text(begin - 2) in (",", "—", "–", "(") else begin - 1
            return name_before(tokens, first, comma) or self._named_before(comma)
        return self._direct(begin)

    def _before_passive(self, at: int) -> Phrase | None:
        """Return who "can be heard saying" or "was quoted as saying" something."""
        place = at
        while self._text(place - 1).lower() in _AUXILIARIES:
            place -= 1
        return phrase_before(self._tokens, self._sentence.first, place) if place < at else None

    def _accompanying(self, at: int) -> Phrase | None:
        """Return who says what else: "with the council calling it ..."."""
        tokens, first = self._tokens, self._sentence.first
        phrase = name_before(tokens, first, at) or phrase_before(tokens, first, at)
        if phrase is None:
            return None
        before = phrase.first - 1
        if self._text(before).lower() in ("the", "a", "an"):
            before -= 1
        return phrase if self._text(before).lower() == "with" else None

    def _earlier(self, at: int) -> Phrase | None:
        """Return the subject that a second verb shares: "She left, saying ..."."""
        for cue in reversed(self._found):
            if cue.form == BEFORE and not self._is_aside(cue):
                return cue.subject
        return leading_phrase(self._tokens, self._sentence, at)

    def _is_aside(self, cue: Cue) -> bool:
        """Whether a cue is put in between commas: "He offered, the person said, and ..."."""
        subject = cue.subject
        if subject is None or self._text(cue.last) != ",":
            return False
        return subject.first > self._sentence.first and self._text(subject.first - 1) == ","

    def _direct(self, begin: int) -> Phrase | None:
        tokens, first = self._tokens, self._sentence.first
        phrase = phrase_before(tokens, first, begin)
        if phrase is not None and phrase.kind == PRONOUN and self._text(begin - 1) == "it":
            behind = self._text(begin - 2)
            return phrase if behind in ("", ",", "“”", "and", "but", "as") else None
        if phrase is not None and phrase.kind == NAME:
            return self._with_partner(phrase)
        if phrase is None and begin > first:
            leading = leading_phrase(tokens, self._sentence, begin)
            is_whole = leading is not None and leading.kind == ROLE and leading.last < begin
            return leading if is_whole and not self._has_mark(leading, begin) else None
        return phrase

    def _has_mark(self, phrase: Phrase | None, end: int) -> bool:
        if phrase is None:
            return True
        return any(not token.is_word for token in self._tokens[phrase.last : end])

    def _with_partner(self, phrase: Phrase) -> Phrase:
        """Return "Okafor and Lindqvist" where both stand at the beginning."""
        tokens, first = self._tokens, self._sentence.first
        if phrase.first - 2 < first or tokens[phrase.first - 1].text != "and":
            return phrase
        other = phrase_before(tokens, first, phrase.first - 1)
        if other is None or other.kind != NAME:
            return phrase
        opens = other.first == first or tokens[other.first - 1].quote >= 0
        return Phrase(other.first, phrase.last, NAME) if opens else phrase

    def _behind_adverbs(self, at: int) -> int:
        """Return the place behind the subject: before adverbs, auxiliaries and a bare day."""
        tokens, first = self._tokens, self._sentence.first
        while at > first:
            word = tokens[at - 1].text
            if word in english.SKIPPED or (word.endswith("ly") and word.islower()):
                at -= 1
            elif word in english.NEGATIONS or word in ("been", "be"):
                break
            elif word in english.DAYS and at - 1 > first:
                at -= 2 if tokens[at - 2].text == "on" else 1
            else:
                break
        return at

    def _before_apposition(self, at: int) -> Phrase | None:
        """Return the subject of "X, a spokesperson for Y, said" or "a spokesman, X, said"."""
        tokens, first = self._tokens, self._sentence.first
        starts = [at]
        place = at - 1
        best: Phrase | None = None
        while place >= first and at - place < _FURTHEST and tokens[place].quote < 0:
            if tokens[place].text in (",", "(", "—", ";"):
                starts.append(place)
            place -= 1
        starts.append(place)
        for end, begin in pairwise(starts[1:]):
            phrase = self._segment(begin + 1, end) or self._in_clause(begin + 1, end)
            if phrase is not None and phrase.kind == NAME:
                return phrase
            best = phrase or best  # the head stands before what is said of it
        return best

    def _in_clause(self, begin: int, end: int) -> Phrase | None:
        """Return the name that ends a stretch behind "what": "what Stahl, on air, said"."""
        name = name_before(self._tokens, begin, end)
        opener = self._text(name.first - 1).lower() if name and name.first > begin else ""
        return name if opener in _CLAUSES else None

    def _named_before(self, at: int) -> Phrase | None:
        """Return the phrase before a place; of "Aldane, the former governor," the name."""
        tokens, first = self._tokens, self._sentence.first
        phrase = phrase_before(tokens, first, at)
        if phrase is None or phrase.kind != ROLE or self._text(phrase.first - 1) != ",":
            return phrase
        return name_before(tokens, first, phrase.first - 1) or phrase

    def _segment(self, begin: int, end: int) -> Phrase | None:
        """Return the phrase that is the whole of a stretch between commas."""
        tokens = self._tokens
        if begin < end and tokens[begin].text.lower() in ("and", "but", "as"):
            begin += 1
        if begin >= end or tokens[begin].text.lower() in english.PREPOSITIONS | {"who", "whose"}:
            return None
        if tokens[begin].text[:2] in ("D-", "R-", "I-"):  # party and home: "D-Port Maren"
            return None
        if (
            begin + 1 < end
            and tokens[begin].text in _BEFORE_TITLES
            and is_name_word(tokens[begin + 1])
        ):
            begin += 1
        phrase = phrase_from(tokens, begin, end)
        is_whole = phrase is not None and phrase.last == end
        return phrase if is_whole and phrase is not None else None
