"""Proposals for a source: what its text says of itself, and the source does not have yet.

A person takes a proposal, writes something else in its place, or sets it aside. What is set aside
is kept with the check as the key of the proposal,

    proposal:<source id>:<field>:<what was proposed, made comparable>

so that another value, in a newer text say, is proposed anew.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from workbench.core import change
from workbench.core.date import DateValue
from workbench.core.source import Flag, Hop, HopKind
from workbench.reading.proposal import FIELDS, Certainty
from workbench.rules.name import name_key
from workbench.rules.proposed_flag import flags_proposed
from workbench.rules.proposed_hop import hops_proposed, in_hand

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from workbench.core.check import Check
    from workbench.core.source import Source
    from workbench.reading.inspection import Inspection
    from workbench.reading.proposal import Proposal

FLAGS = "flags"
HOPS = "relies_on"
DATES = ("published", "updated")
_LONGEST_KEY = 120

Value = str | DateValue | Flag | Hop


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenProposal:
    """One thing that a source may be told to have.

    Attributes:
        source_id: the source that it is about.
        field: the name of the source's field; `flags` and `relies_on` take it as one more.
        value: text, a date, a flag or a hop.
        basis: where it comes from, in words: "line 5 of the text, byline".
        certainty: how sure it is.
        held: what the source has instead; None where it has nothing.

    """

    source_id: str
    field: str
    value: Value
    basis: str
    certainty: Certainty
    held: str | DateValue | None = None

    @property
    def key(self) -> str:
        """What this proposal is known by when a person has set it aside."""
        return f"proposal:{self.source_id}:{self.field}:{_value_key(self.value)}"[:_LONGEST_KEY]

    @property
    def differs(self) -> bool:
        """Whether the source has something else: a difference to look at, never overwritten."""
        return self.held is not None

    @property
    def is_inferred(self) -> bool:
        """Whether it is a hop that the text does not state, or that is in hand only by its name."""
        return isinstance(self.value, Hop) and (
            self.value.kind is HopKind.INFERRED or self.certainty is Certainty.LIKELY
        )

    @property
    def goes_with_all(self) -> bool:
        """Whether taking all takes it: not what differs, nor a hop that is only inferred."""
        return not self.differs and not self.is_inferred


def open_proposals(
    check: Check, source: Source, inspection: Inspection
) -> tuple[OpenProposal, ...]:
    """Return what a person has not answered yet, in the order in which it is shown."""
    return tuple(
        proposal
        for proposal in _proposals(check, source, inspection)
        if proposal.key not in check.dismissals
    )


def set_aside(check: Check, source: Source, inspection: Inspection) -> tuple[OpenProposal, ...]:
    """Return what a person has answered with no, and what would be proposed again."""
    return tuple(
        proposal
        for proposal in _proposals(check, source, inspection)
        if proposal.key in check.dismissals
    )


def with_proposal_taken(
    check: Check, proposal: OpenProposal, instead: str | DateValue | None = None
) -> Check:
    """Return the check with a proposal taken, or with other words in its place.

    Words of a person's own answer the proposal too: it is set aside with them.
    """
    value = proposal.value if instead is None else instead
    source = check.source(proposal.source_id)
    if isinstance(proposal.value, Hop) and isinstance(value, str):
        name = " ".join(value.split())
        value = replace(proposal.value, name=name, source_id=in_hand(check, source, name))
    if value != proposal.value:
        check = change.with_dismissal(check, proposal.key)
    return change.with_source(check, _with_value(source, proposal.field, value))


def with_proposals_taken(check: Check, proposals: Iterable[OpenProposal]) -> Check:
    """Return the check with several proposals taken."""
    for proposal in proposals:
        check = with_proposal_taken(check, proposal)
    return check


def _with_value(source: Source, field: str, value: Value) -> Source:
    if isinstance(value, Flag):
        return replace(source, flags=source.flags | {value})
    if isinstance(value, Hop):
        key = name_key(value.name)
        if key not in {name_key(hop.name) for hop in source.relies_on}:
            return replace(source, relies_on=(*source.relies_on, value))
        hops = tuple(value if name_key(hop.name) == key else hop for hop in source.relies_on)
        return replace(source, relies_on=hops)
    fields: dict[str, Any] = {field: value}
    return replace(source, **fields)


def _proposals(check: Check, source: Source, inspection: Inspection) -> Iterator[OpenProposal]:
    for field in FIELDS:
        found: Proposal | None = getattr(inspection.metadata, field)
        if found is None:
            continue
        value = found.date if field in DATES else " ".join(found.value.split())
        held = getattr(source, field)
        if not _is_same(field, value, held):
            yield OpenProposal(
                source_id=source.id,
                field=field,
                value=value,
                basis=found.basis,
                certainty=found.certainty,
                held=None if _is_empty(held) else held,
            )
    for flag, basis, certainty in flags_proposed(check, source, inspection):
        yield OpenProposal(
            source_id=source.id, field=FLAGS, value=flag, basis=basis, certainty=certainty
        )
    for hop, basis, certainty in hops_proposed(check, source, inspection):
        yield OpenProposal(
            source_id=source.id, field=HOPS, value=hop, basis=basis, certainty=certainty
        )


def _is_empty(held: str | DateValue) -> bool:
    if isinstance(held, DateValue):
        return not held.is_known and not held.wording.strip()
    return not held.strip()


def _is_same(field: str, value: str | DateValue, held: str | DateValue) -> bool:
    """Whether a source has what is proposed, be it with other capitals or more precisely."""
    if isinstance(value, DateValue) and isinstance(held, DateValue):
        return _is_same_date(value, held)
    one, other = str(value), str(held)
    if field == "language":
        return one.casefold().partition("-")[0] == other.strip().casefold().partition("-")[0]
    if field == "url":
        return one.rstrip("/") == other.strip().rstrip("/")
    proposed, has = name_key(one) or one, name_key(other) or other
    # A person may have written more: "PORT ALBA (Coast Wire)". Another outlet has a longer name.
    return proposed == has or (field != "outlet" and f" {proposed} " in f" {has} ")


def _is_same_date(value: DateValue, held: DateValue) -> bool:
    if not held.is_known:
        return False
    if value.zone and held.zone and value.zone != held.zone:
        return False
    shared = min(len(value.value), len(held.value))
    return held.value[:shared] <= value.value[:shared] <= (held.until or held.value)[:shared]


def _value_key(value: Value) -> str:
    if isinstance(value, DateValue):
        return f"{value.value} {value.zone}".strip()
    if isinstance(value, Flag):
        return value.value
    if isinstance(value, Hop):
        return f"{name_key(value.name)} {value.source_id}".strip()
    return name_key(value) or value
