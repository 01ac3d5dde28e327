"""What is noticed in the sources of a stored check, and what of it is not taken yet."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from workbench.cli.terminal import tell_table
from workbench.core.error import UserError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from workbench.core.check import Check
    from workbench.core.source import Source
    from workbench.reading.inspection import Inspection
    from workbench.rules.proposal import OpenProposal


def numbered(check: Check, number: int) -> Source:
    """Return the source with a number; raises UserError if there is none."""
    if not 1 <= number <= len(check.sources):
        count = len(check.sources)
        raise UserError(
            f"There is no source {number} in “{check.slug}”; it has {count or 'none yet'}.",
            "The command “show” lists its sources with their numbers.",
        )
    return check.sources[number - 1]


def inspection_of(source: Source, original: Callable[[str], bytes]) -> Inspection:
    """Return what is noticed in a source; `original` gives the bytes of a SHA-256."""
    from workbench.house.house import house_folder
    from workbench.house.words import load_words
    from workbench.intake.noticed import noticed_in

    return noticed_in(source, original, load_words(house_folder(os.environ)))


def open_in(
    check: Check, source: Source, original: Callable[[str], bytes]
) -> tuple[OpenProposal, ...]:
    """Return what a source of a check states and does not have yet."""
    from workbench.rules.proposal import open_proposals

    return open_proposals(check, source, inspection_of(source, original))


def with_all_taken(
    check: Check, source: Source, original: Callable[[str], bytes]
) -> tuple[Check, tuple[OpenProposal, ...], tuple[OpenProposal, ...]]:
    """Return the check with what a source states taken, what that was, and what is left."""
    from workbench.rules.proposal import with_proposals_taken

    proposals = open_in(check, source, original)
    taken = tuple(proposal for proposal in proposals if proposal.goes_with_all)
    left = tuple(proposal for proposal in proposals if not proposal.goes_with_all)
    return with_proposals_taken(check, taken), taken, left


def tell_proposals(check: Check, proposals: Iterable[OpenProposal], heading: str) -> None:
    """Tell proposals as a table: the number of the source, what it is, and where it comes from."""
    from workbench.publish.proposal import basis_words, field_words, value_words

    rows = []
    for proposal in proposals:
        number = [source.id for source in check.sources].index(proposal.source_id) + 1
        words = value_words(check, proposal.value)
        if proposal.held is not None:
            words = f"{words}; the source has {value_words(check, proposal.held)}"
        basis = basis_words(proposal)
        rows.append((heading, f"source {number}", field_words(proposal), words, basis))
    if rows:
        tell_table(("", "Source", "What", "Value", "Where it comes from"), rows)
