"""Citations: outlets that a text says it has something from."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from workbench.reading import english

if TYPE_CHECKING:
    from collections.abc import Iterator

    from workbench.reading.cited_outlet import Outlet
    from workbench.reading.speech import Speech
    from workbench.reading.token import Token

# What stands before an outlet that was talked to, and before one that is relied on.
_TALKED = english.words("told tells telling")
_TALKING = english.words(
    "spoke spoken speak speaking speaks interview interviews statement comments",
)
_RELIED = english.words("by citing cited cites in from via per")
_REPORT = [
    "report",
    "reports",
    "reporting",
    "reported",
    "story",
    "stories",
    "account",
    "article",
    "scoop",
    "investigation",
    "interview",
    "analysis",
    "review",
    "exclusive",
    "poll",
    "coverage",
]
_REPORTED = frozenset(
    [*_REPORT, "published", "obtained", "first", "reviewed", "wrote", "written", "quoted", "cited",
     "essay", "op-ed", "column", "seen", "broken", "according"]
)  # fmt: skip
_LINKS = english.words("to with the a an on by in from")
_REACH = 4


class Citation(NamedTuple):
    """An outlet a text relies on.

    Attributes:
        first, last: the tokens of the citing words and the outlet, last exclusive.
        is_told: whether somebody told this outlet ("told The Ledger", "in an interview on ...").
        is_venue: whether it is only where something was said ("an interview on MSNBC").

    """

    first: int
    last: int
    name: str
    is_told: bool
    is_broadcast: bool
    is_venue: bool
    sentence: int


def citations(speech: Speech) -> tuple[Citation, ...]:
    """Return the outlets that a text cites, in order; a mere naming is none."""
    return tuple(_found(speech))


def _found(speech: Speech) -> Iterator[Citation]:
    tokens = speech.prose.tokens
    subjects = {
        cue.subject.last: cue
        for cue in speech.cues
        if cue.subject is not None and cue.form != "after"
    }
    for number, sentence in enumerate(speech.prose.sentences):
        for at in range(sentence.first, sentence.last):
            outlet = speech.outlets.by_first.get(at)
            if outlet is None or not tokens[at].text[0].isupper():
                continue
            cue = subjects.get(outlet.last)
            if cue is not None and (cue.is_saying or cue.form == "according"):
                first, last = min(cue.first, outlet.first), max(cue.last, outlet.last)
                yield _citation(outlet, first, last, number)
            else:
                yield from _from_context(tokens, outlet, sentence.first, sentence.last, number)


def _citation(
    outlet: Outlet, first: int, last: int, number: int, *, told: bool = False, venue: bool = False
) -> Citation:
    return Citation(first, last, outlet.name, told, outlet.is_broadcast, venue, number)


def _from_context(
    tokens: tuple[Token, ...], outlet: Outlet, first: int, last: int, number: int
) -> Iterator[Citation]:
    """Yield the citation that the words around an outlet make, if they make one."""
    begin = outlet.first
    while begin > first and outlet.first - begin < 3 and tokens[begin - 1].text in _LINKS:
        begin -= 1
    before = tokens[begin - 1].text if begin > first else ""
    links = [token.text for token in tokens[begin : outlet.first]]
    if before in _TALKED:
        yield _citation(outlet, begin - 1, outlet.last, number, told=True)
    elif before in _TALKING and links:
        yield _citation(outlet, begin - 1, outlet.last, number, told=True, venue="on" in links)
    elif (set(links) & _RELIED and before in _REPORTED) or before in ("citing", "cites", "cited"):
        yield _citation(outlet, begin - 1, outlet.last, number)
    elif _reports(tokens, outlet, last):
        yield _citation(outlet, outlet.first, outlet.last + 1, number)


def _reports(tokens: tuple[Token, ...], outlet: Outlet, last: int) -> bool:
    """Whether an outlet's report follows: "Axios’s reporting", "The Ledger report"."""
    if outlet.last >= last:
        return False
    following = [token.text for token in tokens[outlet.last : min(last, outlet.last + 3)]]
    return bool(following) and (
        following[0] in _REPORT
        or (following[0] in ("'", "’") and following[1:2] and following[1] in _REPORT)
        or bool(re.search("[’']s?$", tokens[outlet.last - 1].text) and following[0] in _REPORT)
    )
