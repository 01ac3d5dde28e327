"""Deeds: the grammar of who did what to whom in one sentence, active or passive."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from workbench.reading import contact_verb, english
from workbench.reading.leading import leading_phrase
from workbench.reading.phrase import NAME, PRONOUN, ROLE, Phrase, owns, phrase_before, phrase_from

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from workbench.reading.token import Prose, Sentence, Token

_PLANNED = english.words(
    "would could may might will shall should can cannot can't can’t to won't won’t wouldn’t",
    "wouldn't if whether",
)
_HEADS = english.ROLES | english.ANONYMOUS | english.DOCUMENTS
_NOT_BEFORE = english.words("of without against for from about in with")
_OBJECTS = english.words("him her")
_HELPERS = english.words("had has have was were been be being is are")
_REACH = 14
_BREAKS = english.words(". ; : ( ) —")


class Deed(NamedTuple):
    """Tokens first to last (exclusive) that tell a deed; phrases of actor and recipient."""

    first: int
    last: int
    action: str
    actor: Phrase | None
    recipient: Phrase | None
    sentence: int
    is_thing: bool = False


def deeds(prose: Prose) -> Iterator[Deed]:
    """Yield the deeds told in a text outside its quotations, in order."""
    for number, sentence in enumerate(prose.sentences):
        yield from _Telling(prose.tokens, sentence, number).deeds()


class _Telling:
    """The deeds of one sentence."""

    def __init__(self, tokens: Sequence[Token], sentence: Sentence, number: int) -> None:
        self._tokens = tokens
        self._first, self._last = sentence.first, sentence.last
        self._sentence = sentence
        self._number = number
        self._subject: Phrase | None = None

    def deeds(self) -> Iterator[Deed]:
        for at in range(self._first, self._last):
            word = self._text(at)
            deed = None
            if word in contact_verb.NOUNS and not self._is_denied(at, nouns=True):
                deed = self._of_noun(at, contact_verb.NOUNS[word])
            if deed is None and word in contact_verb.DIRECT:
                deed = self._of_verb(at, contact_verb.DIRECT[word])
            if deed is None and word in contact_verb.JOINED:
                deed = self._of_joined(at, contact_verb.JOINED[word])
            if deed is not None:
                self._subject = deed.actor or self._subject
                yield deed

    def _text(self, at: int) -> str:
        return self._tokens[at].text if self._first <= at < self._last else ""

    def _deed(
        self, at: int, action: str, actor: Phrase | None, recipient: Phrase | None
    ) -> Deed | None:
        if actor is None or recipient is None or actor == recipient:
            return None
        first = min(at, actor.first, recipient.first)
        last = max(at + 1, actor.last, recipient.last)
        is_thing = action in contact_verb.THINGS
        return Deed(first, last, action, actor, recipient, self._number, is_thing)

    def _of_verb(self, at: int, action: str) -> Deed | None:
        begin = self._behind_adverbs(at)
        before = self._text(begin - 1).lower()
        if self._text(at) == action and self._text(at - 1) not in ("they", "we", "who"):
            return None  # an order or an intention
        is_adjective = before in english.DETERMINERS or before in _NOT_BEFORE
        if is_adjective or self._is_denied(at):
            return None
        if self._text(begin - 1) in english.BEING and not self._text(at).endswith("ing"):
            return self._passive(at, begin, action)
        if action in contact_verb.THINGS:
            return self._deed(at, action, self._actor(at), self._thing(at + 1))
        recipient = self._object(at + 1)
        if recipient is None or (action == contact_verb.CALL and not self._is_phoned(recipient)):
            return self._together(at, action)
        return self._deed(at, action, self._actor(at), recipient)

    def _of_joined(self, at: int, action: str) -> Deed | None:
        """Return "A spoke with B", "A met privately with B", "A reached out to B"."""
        if self._is_denied(at):
            return None
        joins = contact_verb.JOINS[action]
        for place in range(at + 1, min(self._last, at + 6)):
            word = self._text(place)
            if word in joins:
                place += 2 if word == "out" and self._text(place + 1) == "to" else 1
                action = "contact" if action == "reach" else action
                return self._deed(at, action, self._actor(at), self._object(place))
            if word in _BREAKS or word in english.STOPPERS or word == ",":
                break
        return self._together(at, action)

    def _together(self, at: int, action: str) -> Deed | None:
        """Return "A and B spoke", as something A did with B."""
        if action not in contact_verb.BETWEEN or self._text(at).endswith("ing"):
            return None
        begin = self._behind_adverbs(at)
        second = phrase_before(self._tokens, self._first, begin)
        if second is None or self._text(second.first - 1) != "and":
            return None
        first = phrase_before(self._tokens, self._first, second.first - 1)
        return self._deed(at, action, first, second)

    def _passive(self, at: int, begin: int, action: str) -> Deed | None:
        """Return "A was called by B" as something B did."""
        by = self._place_of("by", at + 1)
        while self._text(begin - 1) in _HELPERS or self._text(begin - 1) in english.SKIPPED:
            begin -= 1
        recipient = phrase_before(self._tokens, self._first, begin) or self._shared(begin)
        actor = self._object(by + 1) if by >= 0 else None
        return self._deed(at, action, actor, recipient)

    def _of_noun(self, at: int, action: str) -> Deed | None:
        """Return what "made a call to B", "took a call from B", "a call between A and B" tell."""
        verb = self._verb_of_noun(at)
        word = self._text(verb)
        between = self._place_of("between", at + 1)
        if 0 <= between <= at + 3:
            return self._between(between, action)
        source, target = self._place_of("from", at + 1), self._place_of("to", at + 1)
        partner = self._place_of("with", at + 1)
        giver = self._object(source + 1) if source >= 0 else None
        taker = self._object(target + 1) if 0 <= target <= at + 4 else None
        if giver is not None:
            receiver = taker or (self._actor(verb) if word in contact_verb.TAKING else None)
            return self._deed(at, action, giver, receiver)
        if word in contact_verb.GIVING and verb >= 0 and not self._is_denied(verb):
            other = taker or (self._object(partner + 1) if 0 <= partner <= at + 4 else None)
            return self._deed(at, action, self._actor(verb), other)
        return self._owned(at, action, taker, partner)

    def _owned(self, at: int, action: str, taker: Phrase | None, partner: int) -> Deed | None:
        """Return "Lindqvist’s call to Okafor"."""
        place = at - 1
        while place > at - 4 and place > self._first and not owns(self._tokens[place]):
            place -= 1
        other = taker or (self._object(partner + 1) if 0 <= partner <= at + 4 else None)
        if other is None or place < self._first or not owns(self._tokens[place]):
            return None
        begin = place
        while begin > self._first and self._tokens[begin - 1].is_capital and place - begin < 3:
            begin -= 1
        if not self._tokens[place].is_capital:
            return None
        return self._deed(at, action, Phrase(begin, place + 1, NAME), other)

    def _between(self, at: int, action: str) -> Deed | None:
        first = self._object(at + 1)
        if first is None or self._text(first.last) != "and":
            return None
        return self._deed(at, action, first, self._object(first.last + 1))

    def _verb_of_noun(self, at: int) -> int:
        """Return the verb that has a noun for its object: "made a private phone call"."""
        for place in range(at - 1, max(self._first, at - 8) - 1, -1):
            word = self._text(place)
            if word in contact_verb.GIVING or word in contact_verb.TAKING:
                return place
            if word in english.PREPOSITIONS or word in _BREAKS or word == ",":
                return -1
        return -1

    def _place_of(self, word: str, begin: int) -> int:
        for place in range(begin, min(self._last, begin + _REACH)):
            text = self._text(place)
            if text == word:
                return place
            if text in _BREAKS or text in (",", "and", "but", "who", "that"):
                return -1
        return -1

    def _is_denied(self, at: int, *, nouns: bool = False) -> bool:
        """Whether a deed is denied, asked or only planned."""
        for place in range(at - 1, max(self._first, at - 5) - 1, -1):
            word = self._text(place).lower()
            if word in english.NEGATIONS or word in ("no", "never", "declined", "refused"):
                return True
            if word in _PLANNED and not nouns:
                return word != "to" or self._text(place - 1) not in ("took", "went")
            if word not in english.SKIPPED and word not in _HELPERS and not nouns:
                return False
            if nouns and (word in _BREAKS or word == ","):
                return False
        return False

    def _behind_adverbs(self, at: int) -> int:
        while at > self._first:
            word = self._text(at - 1)
            is_day = word in english.DAYS
            if word in english.SKIPPED or (word.endswith("ly") and word.islower()):
                at -= 1
            elif is_day and self._text(at - 2) == "on":
                at -= 2
            elif is_day or word in ("last", "this", "week", "month"):
                at -= 1
            else:
                break
        return at

    def _actor(self, at: int) -> Phrase | None:
        """Return who does what the verb at a place says."""
        begin = self._behind_adverbs(at)
        before = self._text(begin - 1)
        if self._text(at).endswith("ing") and before not in english.BEING:
            return self._shared(begin)
        if before in english.BEING:
            begin = self._behind_adverbs(begin - 1)
            before = self._text(begin - 1)
        if before in (",", ")"):
            return self._apposed(begin) or self._shared(begin)
        if before in ("and", "but", "then", "or", "who", "that"):
            return self._shared(begin)
        phrase = phrase_before(self._tokens, self._first, begin)
        return phrase if phrase else self._shared(begin)

    def _apposed(self, at: int) -> Phrase | None:
        """Return the name before or in an aside: "Okafor, the mayor, called ..."."""
        inner = phrase_before(self._tokens, self._first, at - 1)
        if inner is not None and inner.kind == NAME and self._text(inner.first - 1) == ",":
            return inner
        for place in range(at - 2, max(self._first, at - _REACH), -1):
            if self._text(place) == ",":
                phrase = phrase_before(self._tokens, self._first, place)
                return phrase if phrase and phrase.kind == NAME else None
        return None

    def _shared(self, at: int) -> Phrase | None:
        return self._subject or leading_phrase(self._tokens, self._sentence, at)

    def _object(self, at: int) -> Phrase | None:
        """Return the person, role or pronoun that begins at a place."""
        if self._text(at).lower() in _OBJECTS:
            is_owner = self._text(at) == "her" and self._text(at + 1).islower()
            following = self._text(at + 1)
            if (
                not is_owner
                or following in english.PREPOSITIONS | english.STOPPERS | english.SKIPPED
            ):
                return Phrase(at, at + 1, PRONOUN)
        phrase = phrase_from(self._tokens, at, self._last)
        if phrase is None or phrase.kind == PRONOUN:
            return None
        if phrase.kind == NAME:
            behind = self._tokens[phrase.last : min(self._last, phrase.last + 1)]
            return None if any(token.quote < 0 and owns(token) for token in behind) else phrase
        return self._cut(phrase)

    def _cut(self, phrase: Phrase) -> Phrase:
        """Return a role without what follows its noun: "the mayor" of "the mayor on Monday"."""
        head = next(
            (at for at in range(phrase.first, phrase.last) if self._text(at).lower() in _HEADS),
            phrase.last - 1,
        )
        end = head + 1
        if self._text(end) == "of" and end + 1 < phrase.last:
            end += 2
            while end < phrase.last and self._tokens[end].is_capital:
                end += 1
        return Phrase(phrase.first, end, ROLE)

    def _thing(self, at: int) -> Phrase | None:
        """Return the thing signed: its words up to the next comma, preposition or full stop."""
        end = at
        while end < min(self._last, at + 9):
            token = self._tokens[end]
            word = token.text
            if not token.is_word or (word in english.PREPOSITIONS and word != "of"):
                break
            if word in english.STOPPERS or word in english.DAYS:
                break
            end += 1
        return Phrase(at, end, ROLE) if end > at else None

    def _is_phoned(self, phrase: Phrase) -> bool:
        """Whether "called" means the telephone: no name-calling follows the object."""
        token = self._tokens[phrase.last] if phrase.last < self._last else None
        if token is None or not (token.is_word or token.quote >= 0):
            return True
        word = token.text.lower()
        if token.quote >= 0 or word in english.DETERMINERS - {"this", "that", "both", "earlier"}:
            return False
        is_linked = word in english.PREPOSITIONS | english.STOPPERS | english.SKIPPED
        return is_linked or token.text in english.DAYS or word in _LATER or word.endswith("ly")


_LATER = english.words(
    "last this late early again back twice first hours days weeks minutes to",
)
