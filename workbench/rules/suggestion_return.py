"""Taking a taken suggestion back out of the text, one or all that came in one file.

The words are looked for between those that stood around them when the suggestion was made. What
somebody has edited since is left alone, and told.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from workbench.core.change_review import suggestion_of, with_suggestion, with_suggestion_reopened
from workbench.core.check import Check
from workbench.core.error import UserError
from workbench.core.review import Comment, Suggestion, SuggestionState
from workbench.rules.suggested_field import field_text, with_field_text

if TYPE_CHECKING:
    from workbench.core.quote import QuoteSelector

ALREADY_SO = "The text said so already."
"""The answer to a suggestion that was taken without changing anything."""
_BESIDE = 24
"""Code points beside a deletion by which its place is known."""
_LEAST = 8
"""Code points that have to be the same on one side of words that are taken out again."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReceivedReview:
    """What came in with one file and is still in the check.

    Attributes:
        key: shared by its suggestions; the name of the file where it brought remarks alone.
        who: all whose suggestions and remarks are in it; empty if the file told nobody.

    """

    key: str
    source_file: str
    who: tuple[str, ...]
    suggestions: tuple[Suggestion, ...]
    comments: tuple[Comment, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TakenBack:
    """A check without a review.

    Attributes:
        edited: suggestions whose words were edited after they were taken; they stay, as does the
            text.

    """

    check: Check
    edited: tuple[Suggestion, ...]


def received_reviews(check: Check) -> tuple[ReceivedReview, ...]:
    """Return the reviews that came in as files, in the order in which they came."""
    keys = dict.fromkeys(one.review for one in check.suggestions if one.review)
    found = [_review_of(check, key) for key in keys]
    named = {review.source_file for review in found}
    alone = (one.source_file for one in check.comments if one.source_file not in {"", *named})
    found += [_remarks_of(check, name) for name in dict.fromkeys(alone)]
    return tuple(found)


def with_suggestion_put_back(check: Check, suggestion_id: str) -> Check:
    """Return the check with a taken suggestion open again, and its field as it was before.

    Raises UserError if its words were edited since; then nothing is done.
    """
    one = suggestion_of(check, suggestion_id)
    if one.state is SuggestionState.TAKEN and one.answer != ALREADY_SO:
        check = _with_words_back(check, one)
    if one.answer == ALREADY_SO:
        check = with_suggestion(check, replace(one, answer=""))
    return with_suggestion_reopened(check, suggestion_id)


def with_review_taken_back(check: Check, key: str) -> TakenBack:
    """Return the check as if a review had never come in, but for what was edited since.

    Raises KeyError if there is no such review.
    """
    review = next((one for one in received_reviews(check) if one.key == key), None)
    if review is None:
        raise KeyError(key)
    place = {one.id: number for number, one in enumerate(check.suggestions)}
    taken = [one for one in review.suggestions if one.state is SuggestionState.TAKEN]
    taken.sort(key=lambda one: (one.settled_at or one.at, place[one.id]))
    edited: list[Suggestion] = []
    for one in reversed(taken):  # the last one first: each stands between what the others left
        try:
            check = with_suggestion_put_back(check, one.id)
        except UserError:
            edited.insert(0, one)
    kept = {one.id for one in edited}
    gone = {one.id for one in review.suggestions} - kept
    check = replace(
        check,
        suggestions=tuple(one for one in check.suggestions if one.id not in gone),
        comments=_without(check.comments, {one.id for one in review.comments}),
    )
    return TakenBack(check=check, edited=tuple(edited))


def words_before(text: str, quote: QuoteSelector | None, was: str, now: str) -> str | None:
    """Return a field as it was before a change was made in it; None if the words are not there.

    Args:
        text: the field as it is.
        quote: where the change was made; None for the whole field.
        was: the words that stood there; empty if the change put some in behind the quote.
        now: the words that stand there; empty if the change took some out.

    """
    if quote is None:
        return was if text.strip() == now.strip() else None
    before = quote.prefix if was else quote.prefix + quote.exact
    if not now:
        return _filled(text, before, was, quote.suffix)
    at = _place(text, before, now, quote.suffix)
    return None if at is None else text[:at] + was + text[at + len(now) :]


def _place(text: str, before: str, now: str, after: str) -> int | None:
    """Return where words stand that have these before and after them; None if it is not clear."""
    if not (before.strip() or after.strip()):
        return text.find(now) if text.strip() == now.strip() else None
    best: list[tuple[int, int]] = []
    at = text.find(now)
    while at >= 0:
        left = _alike_end(text[:at], before)
        right = _alike_start(text[at + len(now) :], after)
        if left >= min(_LEAST, len(before) or _LEAST) or right >= min(_LEAST, len(after) or _LEAST):
            best.append((left + right, at))
        at = text.find(now, at + 1)
    best.sort(reverse=True)
    if not best or (len(best) > 1 and best[0][0] == best[1][0]):
        return None
    return best[0][1]


def _filled(text: str, before: str, was: str, after: str) -> str | None:
    """Return a text with words put back between what stood before and after them."""
    head, tail = before[-_BESIDE:], after[:_BESIDE]
    seam = re.escape(head.rstrip()) + r"\s*" + re.escape(tail.lstrip())
    if not head.strip():
        seam = r"\A\s*" + seam
    if not tail.strip():
        seam += r"\s*\Z"
    found = list(re.finditer(seam, text))
    if len(found) != 1:
        return None
    start, end = found[0].span()
    return text[:start] + head + was + tail + text[end:]


def _alike_end(text: str, words: str) -> int:
    return _alike_start(text[::-1], words[::-1])


def _alike_start(text: str, words: str) -> int:
    length = min(len(text), len(words))
    return next((at for at in range(length) if text[at] != words[at]), length)


def _with_words_back(check: Check, one: Suggestion) -> Check:
    text = field_text(check, one.subject)
    old = None if text is None else words_before(text, one.subject.quote, one.was, one.now)
    if old is None:
        raise UserError(
            "The words of this suggestion were edited after it was taken.",
            "Nothing was changed. Change the text by hand.",
        )
    try:
        return with_field_text(check, one.subject, old)
    except (KeyError, ValueError) as error:
        raise UserError(
            "What this suggestion was for is not as it was.", "Nothing was changed."
        ) from error


def _review_of(check: Check, key: str) -> ReceivedReview:
    suggestions = tuple(one for one in check.suggestions if one.review == key)
    name = suggestions[0].source_file
    shared = {one.review for one in check.suggestions if one.source_file == name}
    # Two files of one name: whose remarks are whose is not known, so they stay with the last.
    owns = len(shared) == 1 or key == list(_keys(check, name))[-1]
    comments = tuple(one for one in check.comments if name and owns and one.source_file == name)
    return ReceivedReview(
        key=key,
        source_file=name,
        who=_people(suggestions, comments),
        suggestions=suggestions,
        comments=comments,
    )


def _keys(check: Check, name: str) -> dict[str, None]:
    return dict.fromkeys(
        one.review for one in check.suggestions if one.source_file == name and one.review
    )


def _remarks_of(check: Check, name: str) -> ReceivedReview:
    comments = tuple(one for one in check.comments if one.source_file == name)
    return ReceivedReview(
        key=name, source_file=name, who=_people((), comments), suggestions=(), comments=comments
    )


def _people(suggestions: tuple[Suggestion, ...], comments: tuple[Comment, ...]) -> tuple[str, ...]:
    names = (*(one.who for one in suggestions), *(one.who for one in comments))
    return tuple(dict.fromkeys(name for name in names if name))


def _without(comments: tuple[Comment, ...], gone: set[str]) -> tuple[Comment, ...]:
    """Return remarks without some; a thread in which others have answered stays whole."""
    answered = {one.thread for one in comments if one.thread and one.id not in gone}
    return tuple(
        one for one in comments if one.id not in gone or (one.thread or one.id) in answered
    )
