"""Kinds of sources: named, a role, anonymous with number and descriptor, document, outlet."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from workbench.core.claim import AttributionKind
from workbench.reading import english
from workbench.reading.phrase import NAME, PRONOUN, is_role_word

if TYPE_CHECKING:
    from collections.abc import Sequence

    from workbench.reading.phrase import Phrase
    from workbench.reading.speech import Speech
    from workbench.reading.token import Token

_OUTLETS = english.words("newspaper outlet magazine network paper site website broadcaster")
_ABOUT = ("of", "at", "least", "more", "than", "half", "about", "nearly", "roughly")
_UNNAMED = ("who", "whom")


@dataclass(frozen=True, slots=True)
class SourceKind:
    """Kind of a source; number and descriptor of anonymous ones, descriptor of roles."""

    kind: AttributionKind
    count: int
    descriptor: str


def kind_of(speech: Speech, phrase: Phrase, source: str) -> SourceKind:
    """Return what kind of source a phrase is; source is whom it was found to mean."""
    tokens = speech.prose.tokens[phrase.first : phrase.last]
    outlet = speech.outlets.by_last.get(phrase.last)
    if outlet is not None and phrase.kind == NAME:
        is_broadcast = outlet.is_broadcast
        kind = AttributionKind.BROADCAST if is_broadcast else AttributionKind.OUTLET
        return SourceKind(kind, 0, "")
    if phrase.kind == NAME:
        last = tokens[-1].text.lower()
        is_document = last in english.DOCUMENTS and last not in _OUTLETS
        return SourceKind(AttributionKind.DOCUMENT if is_document else AttributionKind.NAMED, 0, "")
    if phrase.kind == PRONOUN:
        return _of_words(source)
    if source != speech.referents.words(phrase):
        return SourceKind(AttributionKind.NAMED, 0, "")
    return _of_role(tokens, speech.prose.text)


def _of_words(source: str) -> SourceKind:
    """Return the kind of a source that a pronoun stands for."""
    if not source:
        return SourceKind(AttributionKind.UNSTATED, 0, "")
    if any(word in english.ANONYMOUS for word in source.split()):
        return SourceKind(AttributionKind.ANONYMOUS, 0, source)
    kind = AttributionKind.NAMED if source[0].isupper() else AttributionKind.ROLE_ONLY
    return SourceKind(kind, 0, "")


def _of_role(tokens: Sequence[Token], text: str) -> SourceKind:
    heads = (at for at, token in enumerate(tokens) if is_role_word(token.text))
    head = next(heads, 0)
    if head + 1 < len(tokens) and tokens[head + 1].text.lower() in english.DOCUMENTS:
        head += 1  # "court documents", "police records"
    noun = tokens[head].text.lower()
    end = next(
        (at for at, token in enumerate(tokens) if token.text in _UNNAMED and at > head + 1),
        len(tokens),
    )
    begin, count = _counted(tokens, head)
    descriptor = text[tokens[begin].start : tokens[max(begin, end - 1)].end]
    if noun in english.ANONYMOUS:
        return SourceKind(AttributionKind.ANONYMOUS, count, descriptor)
    if noun in _OUTLETS:
        return SourceKind(AttributionKind.OUTLET, 0, descriptor)
    if noun in english.DOCUMENTS:
        return SourceKind(AttributionKind.DOCUMENT, 0, descriptor)
    return SourceKind(AttributionKind.ROLE_ONLY, 0, descriptor)


def _counted(tokens: Sequence[Token], head: int) -> tuple[int, int]:
    """Return where the descriptor begins, and how many sources there are."""
    begin = count = 0
    while begin < head:
        word = tokens[begin].text.lower()
        if word.isdecimal() and len(word) < 4:
            count = count or int(word)
        elif word == "dozen":
            count = 6 if tokens[0].text.lower() == "half" else 12 * max(count, 1)
        elif word in english.NUMBERS:
            count = count or english.NUMBERS[word]
        elif word not in english.DETERMINERS and word not in _ABOUT:
            break
        begin += 1
    return begin, count
