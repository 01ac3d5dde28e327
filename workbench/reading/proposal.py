"""Proposals for the metadata of a source: a value, where it comes from and how sure it is."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from workbench.core.date import UNKNOWN_DATE, DateValue, stated


class Certainty(StrEnum):
    """How sure a proposal is. Weaker guesses are not made."""

    STATED = "stated"
    LIKELY = "likely"


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """One proposed value.

    Attributes:
        value: as stated; a date in ISO 8601, cut where knowledge ends.
        basis: where it comes from, in words: "line 5 of the text, byline", "JSON-LD".
        certainty: stated where the source says what this is, likely where its place says so.
        zone: IANA zone or offset of a date with a time, if one is stated.
        wording: the words of the source for a date.

    """

    value: str
    basis: str
    certainty: Certainty = Certainty.STATED
    zone: str = ""
    wording: str = ""

    def __post_init__(self) -> None:
        if not self.value.strip() or not self.basis:
            raise ValueError("a proposal has a value and says where it comes from")

    @property
    def date(self) -> DateValue:
        """The value as a stated date; raises ValueError if it is none."""
        return stated(self.value, zone=self.zone, wording=self.wording)


@dataclass(frozen=True, slots=True, kw_only=True)
class Metadata:
    """What a source says of itself; None where it does not say it clearly enough."""

    outlet: Proposal | None = None
    title: Proposal | None = None
    byline: Proposal | None = None
    published: Proposal | None = None
    updated: Proposal | None = None
    dateline: Proposal | None = None
    agency: Proposal | None = None
    url: Proposal | None = None
    language: Proposal | None = None
    rights: Proposal | None = None

    @property
    def anchor(self) -> DateValue:
        """The date that relative dates of the text are told by: published, else unknown."""
        return self.published.date if self.published else UNKNOWN_DATE


FIELDS = (
    *("outlet", "title", "byline", "published", "updated"),
    *("dateline", "agency", "url", "language", "rights"),
)
"""The names of the proposals, in the order in which they are shown."""
