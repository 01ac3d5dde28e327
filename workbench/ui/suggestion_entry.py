"""Suggestions as they are shown: by section, today's words beside what would stand there."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from workbench.core.citation_mark import MARK_FORM
from workbench.core.review import SubjectKind, Suggestion, SuggestionState
from workbench.publish.review_words import subject_words, value_words
from workbench.reading.sentence import sentences
from workbench.reading.word_difference import Piece, word_difference
from workbench.rules.suggested_field import CODES
from workbench.rules.suggestion import PLACE_WORDS, PlaceState, place_of
from workbench.ui.form import sentence_case
from workbench.ui.language import told
from workbench.ui.moment import moment
from workbench.ui.wording import STATUS_WORDS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from workbench.core.check import Check
    from workbench.core.review import Subject
    from workbench.house.house import House
    from workbench.rules.suggestion import SuggestedPlace

_MARK = re.compile(MARK_FORM)
_LONGEST = 600
"""Code points of one wording; what is longer is cut around the change."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SuggestionSection:
    """A heading of the list: a part of the draft, a claim, a source.

    Attributes:
        key: kind and item of what it is about.
        about: what a claim says and how it stands; empty for all else.

    """

    key: tuple[str, str]
    heading: str
    about: str
    open_count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class SuggestionEntry:
    """A line of the list.

    Attributes:
        field: which field of its section it is for; empty for the text itself.
        today, then: the sentence as it is and as it would be, in pieces; of what is settled or
            lost, the words that it was for.
        trouble: why it cannot be taken; empty if it can.

    """

    suggestion: Suggestion
    section: tuple[str, str]
    field: str
    by: str
    today: tuple[Piece, ...]
    then: tuple[Piece, ...]
    place: PlaceState
    trouble: str
    settled: str
    answer: str

    @property
    def is_open(self) -> bool:
        """Whether nobody has taken or refused it."""
        return self.suggestion.state is SuggestionState.OPEN

    @property
    def can_be_taken(self) -> bool:
        """Whether its words are found, so that Take would do something."""
        return self.is_open and self.place in (PlaceState.FOUND, PlaceState.ALREADY_SO)

    @property
    def spoken(self) -> str:
        """All of it in one line for those who hear it."""
        said = [
            self.field,
            _tr("Today: {words}").format(words=_plain(self.today)),
            _tr("Then: {words}").format(words=_plain(self.then)),
            self.by,
            self.trouble,
            self.settled,
            _tr("Answer: {words}").format(words=self.answer) if self.answer else "",
        ]
        return ". ".join(one.rstrip(".") for one in said if one)


def entries_of(
    check: Check, house: House, *, settled: bool
) -> tuple[tuple[SuggestionSection, tuple[SuggestionEntry, ...]], ...]:
    """Return the open suggestions, or those that are settled, by section in the check's order."""
    found: dict[tuple[str, str], list[tuple[int, SuggestionEntry]]] = {}
    for one in check.suggestions:
        if (one.state is not SuggestionState.OPEN) is settled:
            place = place_of(check, one)
            entry = _entry(check, house, one, place)
            found.setdefault(entry.section, []).append((place.start, entry))
    keys = sorted(found, key=_order(check, house))
    told_sections = []
    for key in keys:
        entries = tuple(entry for _, entry in sorted(found[key], key=lambda pair: pair[0]))
        told_sections.append((_section(check, house, entries), entries))
    return tuple(told_sections)


def section_key(subject: Subject) -> tuple[str, str]:
    """Return what a section is known by."""
    return subject.kind.value, subject.item


def short_words(suggestion: Suggestion, house: House, *, most: int = 60) -> str:
    """Return what a suggestion would put there, or take out, short enough for a notice."""
    now = suggestion.now or suggestion.was
    words = " ".join(value_words(house, suggestion.subject, now).split())
    return words if len(words) <= most else f"{words[:most].rpartition(' ')[0] or words[:most]} …"


def _entry(check: Check, house: House, one: Suggestion, place: SuggestedPlace) -> SuggestionEntry:
    is_open = one.state is SuggestionState.OPEN
    today, then = _wordings(house, one, place, is_open=is_open)
    trouble = told(PLACE_WORDS[place.state]) if is_open else ""
    who = told(one.who) if one.who else _tr("Somebody")
    return SuggestionEntry(
        suggestion=one,
        section=section_key(one.subject),
        field=_field_words(check, house, one),
        by=f"{who} · {moment(one.at.astimezone())}",
        today=today,
        then=then,
        place=place.state,
        trouble=trouble,
        settled=_settled_words(one),
        answer=one.answer,
    )


def _wordings(
    house: House, one: Suggestion, place: SuggestedPlace, *, is_open: bool
) -> tuple[tuple[Piece, ...], tuple[Piece, ...]]:
    if one.subject.field in CODES:
        pair = (value_words(house, one.subject, word) for word in (one.was, one.now))
        today, then = (sentence_case(told(words)) for words in pair)
        return (Piece(today, True),), (Piece(then, True),)
    if is_open and place.state is PlaceState.FOUND:
        today, then = _around(place)
    else:
        today, then = one.was, one.now
        quote = one.subject.quote
        if quote is not None and not today:
            today, then = quote.exact, quote.exact + one.now
    today, then = _without_marks(today, then)
    return word_difference(" ".join(today.split()), " ".join(then.split()))


def _around(place: SuggestedPlace) -> tuple[str, str]:
    """Return the sentences that a change stands in, as they are and as they would be."""
    text, result = place.text, place.result
    first, last = place.start, max(place.end, place.start + 1)
    bare = _MARK.sub(lambda mark: " " * len(mark[0]), text)  # or no sentence ends before a mark
    spans = [span for span in sentences(bare) if span[0] < last and span[1] > place.start]
    start = min([place.start, *(span[0] for span in spans)])
    end = max([place.end, *(span[1] for span in spans)])
    if end - start > _LONGEST:
        start, end = max(start, first - 120), min(end, max(place.end, first) + 120)
    tail = len(text) - end
    return text[start:end], result[min(start, len(result)) : max(len(result) - tail, start)]


def _without_marks(today: str, then: str) -> tuple[str, str]:
    """Return wordings without the marks of citations, unless these are what changes."""
    if _MARK.findall(today) == _MARK.findall(then):
        return _MARK.sub("", today), _MARK.sub("", then)
    words = _tr("[citation]")
    return _MARK.sub(words, today), _MARK.sub(words, then)


def _field_words(check: Check, house: House, one: Suggestion) -> str:
    if not one.subject.field:
        return ""
    whole = subject_words(check, house, one.subject)
    place = subject_words(check, house, replace(one.subject, field="", quote=None))
    return sentence_case(told(whole.removeprefix(place).lstrip(", ")))


def _settled_words(one: Suggestion) -> str:
    if one.settled_at is None:
        return ""
    words = {
        SuggestionState.TAKEN: (_tr("Taken, {when}"), _tr("Taken by {who}, {when}")),
        SuggestionState.REFUSED: (_tr("Refused, {when}"), _tr("Refused by {who}, {when}")),
    }[one.state]
    when = moment(one.settled_at.astimezone())
    return words[bool(one.settled_by)].format(who=one.settled_by, when=when)


def _section(check: Check, house: House, entries: tuple[SuggestionEntry, ...]) -> SuggestionSection:
    subject = replace(entries[0].suggestion.subject, field="", quote=None)
    about = ""
    if subject.kind is SubjectKind.CLAIM:
        claim = next((one for one in check.claims if one.id == subject.item), None)
        if claim is not None:
            status = sentence_case(STATUS_WORDS[claim.status])
            basis = f" ({claim.basis.wording})" if claim.basis.wording else ""
            about = f"{status}{basis}: {claim.as_supported or claim.as_circulated}"
    return SuggestionSection(
        key=entries[0].section,
        heading=sentence_case(told(subject_words(check, house, subject))),
        about=about,
        open_count=sum(entry.is_open for entry in entries),
    )


def _order(check: Check, house: House) -> Callable[[tuple[str, str]], tuple[int, int, str]]:
    kinds = [kind.value for kind in (
        SubjectKind.CHECK, SubjectKind.PART, SubjectKind.CLAIM, SubjectKind.EVIDENCE,
        SubjectKind.SOURCE, SubjectKind.POST,
    )]  # fmt: skip
    items = [
        *(part.key for part in house.template.parts),
        *(claim.id for claim in check.claims),
        *(source.id for source in check.sources),
        *(network.key for network in house.networks),
    ]
    place = {item: number for number, item in enumerate(items)}

    def of(key: tuple[str, str]) -> tuple[int, int, str]:
        return kinds.index(key[0]), place.get(key[1], len(items) if key[1] else -1), key[1]

    return of


def _plain(pieces: Iterable[Piece]) -> str:
    return "".join(piece.text for piece in pieces).strip() or _tr("nothing")


def _tr(text: str) -> str:
    return QCoreApplication.translate("suggestion_entry", text)
