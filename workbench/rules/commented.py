"""The remarks on a check: their threads, where each stands today, and who is spoken to."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from workbench.core.change_comment import answers_to
from workbench.core.quote import AnchorState
from workbench.core.review import Comment, Subject, SubjectKind
from workbench.reading.refind import RefoundState, refind
from workbench.rules.name import name_key

if TYPE_CHECKING:
    from collections.abc import Iterable

    from workbench.core.check import Check

_FIELDS_OF_CLAIM = frozenset({"as_supported", "as_circulated", "claimant", "looked_at", "notes"})
_FIELDS_OF_EVIDENCE = frozenset({"text", "note"})
_FIELDS_OF_SOURCE = frozenset({"outlet", "byline", "title", "dateline", "notes"})
_CERTAIN = 12
"""Code points from which lost words that stand in a text once are taken for the same."""
_WORD = re.compile(r"[^\W\d_][\w'’.-]*")
_AT = re.compile(r"(?<![\w.])@(?=\w)")


class RemarkState(StrEnum):
    """What became of the words that a remark is about.

    Found: they stand there. Changed: other words stand there now. Lost: they are gone, or may be
    meant in several places. Gone: the claim, source or evidence itself is not in the check.
    """

    FOUND = "found"
    CHANGED = "changed"
    LOST = "lost"
    GONE = "gone"


@dataclass(frozen=True, slots=True, kw_only=True)
class Remarked:
    """Where a remark stands today.

    Attributes:
        text: all of the field that it is about; empty where it is about an item as a whole.
        start, end: of its words there, in code points; both 0 where it has no words of its own.
        words: the words that it was made about; empty for an item as a whole.

    """

    state: RemarkState
    text: str = ""
    start: int = 0
    end: int = 0
    words: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Thread:
    """A remark and what was answered to it, the earliest answer first."""

    opening: Comment
    answers: tuple[Comment, ...] = ()

    @property
    def remarks(self) -> tuple[Comment, ...]:
        """All that was said, in its order."""
        return (self.opening, *self.answers)

    @property
    def last(self) -> Comment:
        """What was said last."""
        return self.remarks[-1]


def threads_of(check: Check) -> tuple[Thread, ...]:
    """Return the threads of a check: the open ones first, each group by the time they began."""
    openings = sorted(
        (one for one in check.comments if not one.thread),
        key=lambda one: (not one.is_open, one.at, one.id),
    )
    return tuple(Thread(opening=one, answers=answers_to(check, one.id)) for one in openings)


def open_threads(check: Check) -> tuple[Thread, ...]:
    """Return the threads that nobody has resolved, the earliest first."""
    return tuple(one for one in threads_of(check) if one.opening.is_open)


def text_of(check: Check, subject: Subject) -> str | None:
    """Return what stands where a remark points; None if the item is gone or has no such field."""
    item, field = subject.item, subject.field
    match subject.kind:
        case SubjectKind.PART:
            return check.draft.heading(item) if field == "heading" else check.draft.text(item)
        case SubjectKind.POST:
            return next((post.text for post in check.posts if post.network == item), "")
        case SubjectKind.SOURCE:
            source = next((one for one in check.sources if one.id == item), None)
            if source is None or not field:
                return None if source is None else source.version.text
            return str(getattr(source, field)) if field in _FIELDS_OF_SOURCE else None
        case SubjectKind.CLAIM:
            claim = next((one for one in check.claims if one.id == item), None)
            if claim is None or not field:
                return None if claim is None else claim.wording
            if field == "basis.wording":
                return claim.basis.wording
            return str(getattr(claim, field)) if field in _FIELDS_OF_CLAIM else claim.wording
        case SubjectKind.EVIDENCE:
            return _evidence_text(check, item, field)
        case SubjectKind.CHECK:
            return _check_text(check, field)


def remarked(check: Check, comment: Comment) -> Remarked:
    """Return where a remark stands in the check as it is."""
    text = text_of(check, comment.subject)
    quote = comment.subject.quote
    words = quote.exact if quote is not None else ""
    if text is None:
        return Remarked(state=RemarkState.GONE, words=words)
    if quote is None:
        return Remarked(state=RemarkState.FOUND, text=text)
    if quote.state is not AnchorState.ANCHORED:
        # Words that were cut out and put in elsewhere, if it is certain that it is they.
        again = text.find(words) if len(words) >= _CERTAIN and text.count(words) == 1 else -1
        if again < 0:
            return Remarked(state=RemarkState.LOST, text=text, words=words)
        end = again + len(words)
        return Remarked(state=RemarkState.FOUND, text=text, start=again, end=end, words=words)
    found = refind(text, quote)
    if not found.is_attached:
        return Remarked(state=RemarkState.LOST, text=text, words=words)
    here = found.selector
    is_changed = found.state is RefoundState.CHANGED
    state = RemarkState.CHANGED if is_changed else RemarkState.FOUND
    return Remarked(state=state, text=text, start=here.start, end=here.end, words=words)


def people_of(check: Check) -> tuple[str, ...]:
    """Return the names that are known from a check, each once, sorted."""
    named = [check.author, check.reviewer]
    named += [one.name for one in check.sign_offs] + [one.who for one in check.state_changes]
    named += [one.who for one in check.comments] + [one.who for one in check.votes]
    named += [one.who for one in check.suggestions]
    known = {name_key(name): " ".join(name.split()) for name in named if name.strip()}
    return tuple(sorted(known.values(), key=str.casefold))


def mentioned(text: str, people: Iterable[str]) -> tuple[str, ...]:
    """Return who of some people is spoken to in a text, in the order of their first mention.

    "@Tom Adeyemi" and "@Tom" both mean Tom Adeyemi; "@Tom" means nobody while there are two.
    """
    known = tuple(dict.fromkeys(people))
    found: dict[str, None] = {}
    for at in _AT.finditer(text):
        if person := _meant(text[at.end() :], known):
            found[person] = None
    return tuple(found)


def is_for(thread: Thread, person: str, people: Iterable[str]) -> bool:
    """Whether a thread speaks to a person by name; a first name is enough where it is the only."""
    everybody = (*people, person)
    key = name_key(person)
    return bool(key) and any(
        key in map(name_key, mentioned(remark.text, everybody)) for remark in thread.remarks
    )


def _meant(text: str, people: tuple[str, ...]) -> str:
    """Return the person whose name some text begins with; empty for none and for more than one."""
    words = [name_key(word.group()) for word in _leading_words(text)]
    best: tuple[int, set[str]] = (0, set())
    for person in people:
        parts = name_key(person).split()
        length = next(
            (n for n in range(len(parts), 0, -1) if words[:n] == parts[:n]),
            0,
        )
        if length > best[0]:
            best = (length, {person})
        elif length and length == best[0]:
            best[1].add(person)
    return next(iter(best[1])) if len({name_key(one) for one in best[1]}) == 1 else ""


def _leading_words(text: str) -> list[re.Match[str]]:
    """Return the words at the beginning of a text with nothing but spaces between them."""
    words: list[re.Match[str]] = []
    place = 0
    while (word := _WORD.match(text, place)) is not None:
        words.append(word)
        place = word.end()
        while place < len(text) and text[place] == " ":
            place += 1
        if place == word.end():
            break
    return words


def _evidence_text(check: Check, evidence_id: str, field: str) -> str | None:
    found = next(
        (one for claim in check.claims for one in claim.evidence if one.id == evidence_id), None
    )
    if found is None:
        return None
    if field in _FIELDS_OF_EVIDENCE:
        return str(getattr(found, field))
    if found.passage_id:
        return check.passage(found.passage_id).selector.exact
    return found.text


def _check_text(check: Check, field: str) -> str | None:
    if field in {"title", "author", "reviewer"}:
        return str(getattr(check, field))
    if field in {"verdict.wording", "verdict.reason"}:
        return str(getattr(check.verdict, field.partition(".")[2]))
    return ""
