"""The four calls that the sources of the sample tell of: easily taken for one another.

Two sources tell of the mayor's call of May 2025, and do not agree how long it was.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sample_claim import WEEK_OF_THE_CALL
from sample_id import sample_id

from workbench.core.claim import Action
from workbench.core.date import DateBasis, DateValue
from workbench.core.event import Event

if TYPE_CHECKING:
    from workbench.core.quote import Passage

_TUESDAY_EVENING = DateValue(
    value="2025-05-13",
    basis=DateBasis.INFERRED,
    inferred_from="“Tuesday evening” in a text of Wednesday, May 14, 2025",
    wording="Tuesday evening",
)
_CALLS = (
    (("ledger reported",), "Ines Lindqvist", "Samuel Okafor", WEEK_OF_THE_CALL, ""),
    (
        ("Okafor telephoned", "Okafor called"),
        "Samuel Okafor",
        "Ines Lindqvist",
        _TUESDAY_EVENING,
        "The other direction, a year earlier.",
    ),
    (
        ("Renner telephoned",),
        "Dale Renner",
        "Samuel Okafor",
        DateValue(wording="on Saturday"),
        "Another person; the text has no date.",
    ),
    (
        ("Renner in the spring",),
        "Dale Renner",
        "Samuel Okafor",
        DateValue(wording="in the spring"),
        "",
    ),
)


def events(passages: dict[str, Passage]) -> tuple[Event, ...]:
    """Return the calls, each with the passage that tells of it."""
    return tuple(
        Event(
            id=sample_id(f"event {names[0]}"),
            what=Action(actor=actor, action="called", recipient=recipient, when=when),
            passage_ids=tuple(passages[name].id for name in names),
            note=note,
        )
        for names, actor, recipient, when, note in _CALLS
    )
