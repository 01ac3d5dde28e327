"""What a returned file was made from: the saved state of the check that it went out as."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from workbench.core.check import Check
from workbench.core.error import UserError
from workbench.publish.block import blocks_of_html
from workbench.publish.front_matter import split_front_matter
from workbench.publish.markdown import markdown_for
from workbench.publish.page import safe_html
from workbench.publish.review_token import tokens_of
from workbench.publish.wording import day_words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from workbench.core.export_record import ExportRecord
    from workbench.core.returned import ReturnedText
    from workbench.core.revision import Revision
    from workbench.house.house import House

_LEAST_ALIKE = 0.3
"""Share of words in common below which a file is none of a check's."""
_SURELY_ALIKE = 0.6
_MOST_COMPARED = 40


@dataclass(frozen=True, slots=True, kw_only=True)
class SentState:
    """What a returned file is compared with.

    Attributes:
        check: as it was when the file went out.
        revision: number of that saved state; 0 for the check as it is now, if it has none.
        is_exact: whether the file itself names this state.
        words: says which state it is, in a sentence.

    """

    check: Check
    revision: int
    is_exact: bool
    words: str


def sent_state(
    returned: ReturnedText,
    check: Check,
    house: House,
    records: Sequence[ExportRecord],
    revisions: Sequence[Revision],
    state: Callable[[str], Check],
) -> SentState:
    """Return the state that a file was made from, by what it says, else by its words.

    state: gives a saved state by its id, and raises UserError for one that is not kept any more.
    Raises UserError for a file of another check, and for one that is like none of its states.
    """
    identity = returned.identity
    if identity.check_id and identity.check_id != check.id:
        raise UserError(
            f"“{returned.name}” belongs to another check than “{check.title or check.slug}”. "
            "Nothing was taken in.",
            "Open the check that it was made from, and take it back there.",
        )
    named = _named(returned, revisions)
    if named is not None:
        try:
            was = state(named.id)
        except UserError:
            named = None
        else:
            words = f"Made from the state of {_moment(named)} (revision {named.number})."
            return SentState(check=was, revision=named.number, is_exact=True, words=words)
    return _by_words(returned, check, house, records, revisions, state)


def share_in_common(returned: ReturnedText, markdown: str) -> float:
    """Return what share of their words a file and a finished check have in common, 0 to 1."""
    own = _counted(line.original or line.final for line in returned.lines if not line.is_note)
    _, text = split_front_matter(markdown)
    other = _counted(block.text for block in blocks_of_html(safe_html(text)))
    total = own.total() + other.total()
    return 2 * (own & other).total() / total if total else 0.0


def likeliest(
    returned: ReturnedText, candidates: Iterable[tuple[str, str]]
) -> tuple[str, float] | None:
    """Return which of some checks a file without a name is likeliest of, and how alike they are.

    candidates: id and Markdown of each. None if it is like none of them.
    """
    best: tuple[str, float] | None = None
    for check_id, markdown in candidates:
        share = share_in_common(returned, markdown)
        if share >= _LEAST_ALIKE and (best is None or share > best[1]):
            best = (check_id, share)
    return best


def _named(returned: ReturnedText, revisions: Sequence[Revision]) -> Revision | None:
    identity = returned.identity
    for one in revisions:
        if identity.state_id and one.id == identity.state_id:
            return one
    if identity.state_id:
        return None  # a number that another computer gave may be that of other words here
    found = (one for one in revisions if one.number == identity.revision)
    return next(found, None) if identity.revision else None


def _by_words(
    returned: ReturnedText,
    check: Check,
    house: House,
    records: Sequence[ExportRecord],
    revisions: Sequence[Revision],
    state: Callable[[str], Check],
) -> SentState:
    """Return the state of the export, or of today, that a file has most words in common with."""
    by_number = {one.number: one for one in revisions}
    best, found = share_in_common(returned, markdown_for(check, house)), check
    number = max(by_number, default=0)
    for record in list(reversed(records))[:_MOST_COMPARED]:
        revision = by_number.get(record.revision)
        if revision is None or not record.markdown:
            continue
        share = share_in_common(returned, record.markdown)
        if share > best:
            try:
                found, best, number = state(revision.id), share, record.revision
            except UserError:
                continue
    if best < _LEAST_ALIKE:
        raise UserError(
            f"“{returned.name}” has hardly a word in common with “{check.title or check.slug}”. "
            "Nothing was taken in.",
            "It may be of another check, or damaged. Ask for the file again.",
        )
    why = "The file does not say which state it was made from"
    if returned.identity.revision:
        why = f"Revision {returned.identity.revision}, which the file names, is not known here"
    sure = "surely" if best >= _SURELY_ALIKE else "perhaps"
    at = by_number.get(number)
    when = f" of {_moment(at)} (revision {number})" if at is not None else ""
    words = f"{why}; by its words, {best:.0%} of which are the same, it is {sure} the state{when}."
    return SentState(check=found, revision=number, is_exact=False, words=words)


def _moment(revision: Revision) -> str:
    return f"{day_words(revision.at)}, {revision.at:%H:%M} UTC"


def _counted(lines: Iterable[str]) -> Counter[str]:
    return Counter(token.key for line in lines for token in tokens_of(line))
