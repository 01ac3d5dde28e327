"""The words in which proposals for a source are told, on the command line and in the window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbench.core.date import DateValue
from workbench.core.source import Flag, Hop, HopKind
from workbench.publish.wording import FLAG_WORDS, source_name
from workbench.reading.typed_date import typed_form
from workbench.rules.name import listed

if TYPE_CHECKING:
    from collections.abc import Iterable

    from workbench.core.check import Check
    from workbench.rules.proposal import OpenProposal, Value

FIELD_WORDS = {
    "outlet": "outlet",
    "title": "title",
    "byline": "byline",
    "published": "published",
    "updated": "updated",
    "dateline": "dateline",
    "agency": "agency",
    "url": "address",
    "language": "language",
    "rights": "rights notice",
    "flags": "flag",
    "relies_on": "cites",
}


def field_words(proposal: OpenProposal) -> str:
    """Return what a proposal is for: "outlet", "cites", "may rely on"."""
    if isinstance(proposal.value, Hop) and proposal.value.kind is HopKind.INFERRED:
        return "may rely on"
    return FIELD_WORDS[proposal.field]


def value_words(check: Check, value: Value) -> str:
    """Return a proposed value as a person reads it: "2 July 2026, 08:06 ET"."""
    if isinstance(value, DateValue):
        return typed_form(value)
    if isinstance(value, Flag):
        return FLAG_WORDS[value]
    if not isinstance(value, Hop):
        return value
    if not value.source_id:
        return f"{value.name}, not in hand"
    source = check.source(value.source_id)
    number = check.sources.index(source) + 1
    name = source_name(source, number)
    return f"{value.name or name}, in hand: source {number}"


def chip_words(check: Check, proposal: OpenProposal) -> tuple[str, str]:
    """Return the name and the value of a proposal, short enough to stand beside others."""
    if isinstance(proposal.value, Flag):
        return "", _capital(FLAG_WORDS[proposal.value])
    return _capital(field_words(proposal)), value_words(check, proposal.value)


def basis_words(proposal: OpenProposal) -> str:
    """Return how sure a proposal is and where it comes from: "stated, line 5 of the text"."""
    return f"{proposal.certainty.value}: {proposal.basis}"


def proposal_words(check: Check, proposal: OpenProposal) -> str:
    """Return a proposal in one line: what, its value, how sure, and where it comes from."""
    words = f"{field_words(proposal)} {_quoted(check, proposal.value)} ({basis_words(proposal)})"
    if proposal.held is None:
        return words
    return f"{words}; the source has {_quoted(check, proposal.held)}"


def names_words(check: Check, proposals: Iterable[OpenProposal]) -> str:
    """Return what some proposals are for, in a few words: "outlet, byline and cites Axios"."""
    names = []
    for proposal in proposals:
        value = proposal.value
        if isinstance(value, Hop):
            names.append(f"{field_words(proposal)} {value.name}".strip())
        elif isinstance(value, Flag):
            names.append(value_words(check, value))
        else:
            names.append(field_words(proposal))
    return listed(tuple(names))


def _quoted(check: Check, value: Value) -> str:
    words = value_words(check, value)
    return f"“{words}”" if isinstance(value, str) and not isinstance(value, Flag) else words


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
