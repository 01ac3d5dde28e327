"""A builder for small checks: sources by name, claims by their evidence."""

from __future__ import annotations

import hashlib
from datetime import UTC, datetime

import pytest

from workbench.core.check import Check
from workbench.core.claim import (
    Appearance,
    Attribution,
    AttributionKind,
    Basis,
    Claim,
    ClaimKind,
    ClaimStatus,
    Evidence,
    EvidenceKind,
    Stance,
)
from workbench.core.quote import Passage, QuoteSelector
from workbench.core.source import Hop, Source, SourceVersion

AT = datetime(2026, 7, 8, 9, 30, tzinfo=UTC)
TEXT = "Mayor Lindqvist called council member Okafor last week."


class Builder:
    """Collects sources and claims; ids are handed out in order."""

    def __init__(self) -> None:
        self._last = 0
        self.sources: list[Source] = []
        self.passages: list[Passage] = []
        self.claims: list[Claim] = []

    def id(self) -> str:
        self._last += 1
        return f"01980000-0000-7000-8000-{self._last:012x}"

    def source(self, outlet="", *hops, text=TEXT, **fields) -> Source:
        """Add a source; hops are Hops or names of reports that are not in hand."""
        version = SourceVersion(
            id=self.id(),
            text=text,
            sha256=hashlib.sha256(text.encode()).hexdigest(),
            media_type="text/plain",
            captured=AT,
        )
        relies_on = tuple(Hop(name=hop) if isinstance(hop, str) else hop for hop in hops)
        source = Source(
            id=self.id(), versions=(version,), outlet=outlet, relies_on=relies_on, **fields
        )
        self.sources.append(source)
        return source

    def relies_on(self, source: Source, *hops: Hop) -> Source:
        """Put hops on a source that is already there, so that sources can form a circle."""
        new = Source(id=source.id, versions=source.versions, outlet=source.outlet, relies_on=hops)
        self.sources[self.sources.index(source)] = new
        return new

    def passage(self, source: Source) -> str:
        text = source.version.text
        passage = Passage(
            id=self.id(),
            source_id=source.id,
            version_id=source.version.id,
            selector=QuoteSelector(exact=text, start=0, end=len(text)),
        )
        self.passages.append(passage)
        return passage.id

    def evidence(self, source: Source, stance=Stance.SUPPORTS, **fields) -> Evidence:
        return Evidence(id=self.id(), passage_id=self.passage(source), stance=stance, **fields)

    def reply(self, text="No.", stance=Stance.SUPPORTS, who="", source=None) -> Evidence:
        return Evidence(
            id=self.id(),
            kind=EvidenceKind.REPLY,
            stance=stance,
            text=text,
            source_id=source.id if source else "",
            attribution=Attribution(kind=AttributionKind.NAMED, name=who) if who else Attribution(),
        )

    def claim(
        self,
        *evidence,
        wording="Lindqvist called Okafor.",
        status=ClaimStatus.NOT_CONFIRMED,
        kind=ClaimKind.FACT,
        basis=None,
        appearances=(),
    ) -> Claim:
        claim = Claim(
            id=self.id(),
            as_supported=wording,
            status=status,
            kind=kind,
            evidence=evidence,
            basis=basis or Basis(),
            appearances=tuple(
                Appearance(id=self.id(), passage_id=self.passage(source)) for source in appearances
            ),
        )
        self.claims.append(claim)
        return claim

    def check(self) -> Check:
        return Check(
            id=self.id(),
            slug="call",
            title="The call",
            created=AT,
            changed=AT,
            sources=tuple(self.sources),
            passages=tuple(self.passages),
            claims=tuple(self.claims),
        )


@pytest.fixture
def build() -> Builder:
    """An empty check to fill."""
    return Builder()


@pytest.fixture(scope="session")
def new_builder() -> type[Builder]:
    """The builder itself, for tests that fill many checks."""
    return Builder
