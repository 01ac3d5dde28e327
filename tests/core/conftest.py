"""A small check about a closed bridge, with every kind of reference in it."""

from __future__ import annotations

from datetime import UTC, datetime
from hashlib import sha256

import pytest

from workbench.core.check import Check
from workbench.core.claim import (
    Action,
    Appearance,
    Attribution,
    AttributionKind,
    Basis,
    Claim,
    ClaimStatus,
    Evidence,
    EvidenceKind,
    Stance,
)
from workbench.core.date import stated
from workbench.core.draft import Draft, DraftPart, Post, WatchItem
from workbench.core.event import Event
from workbench.core.identity import uuid7
from workbench.core.quote import Passage, QuoteSelector
from workbench.core.source import Flag, Hop, Source, SourceVersion

NOW = datetime(2026, 7, 2, 8, 6, tzinfo=UTC)
TEXT = "The harbour office 🚧 says the bridge closes Monday.\r\nOkafor denies it.\n"


def made(number: int) -> str:
    """Return the id with this number."""
    return uuid7(1_790_000_000_000, number.to_bytes(10, "big"))


def source(number: int, text: str = TEXT, **values: object) -> Source:
    version = SourceVersion(
        id=made(number + 500),
        text=text,
        sha256=sha256(text.encode()).hexdigest(),
        media_type="text/plain",
        captured=NOW,
    )
    return Source(id=made(number), versions=(version,), **values)


def passage(number: int, quote: str, of: Source) -> Passage:
    start = of.version.text.index(quote)
    selector = QuoteSelector(exact=quote, start=start, end=start + len(quote))
    return Passage(id=made(number), source_id=of.id, version_id=of.version.id, selector=selector)


@pytest.fixture
def bridge() -> Check:
    """Return a check with three sources, two claims and something pointing at all of them."""
    office = source(1, outlet="Harbor Office", flags=frozenset({Flag.UNSIGNED}))
    herald = source(
        2,
        outlet="Northshore Herald",
        relies_on=(Hop(name="the harbour office's notice", source_id=office.id), Hop(name="a tip")),
    )
    wire = source(3, outlet="Coast Wire", syndicated_from=herald.id)
    passages = (
        passage(11, "closes Monday", office),
        passage(12, "Okafor denies it", herald),
        passage(13, "The harbour office 🚧", herald),
    )
    closes = Claim(
        id=made(21),
        as_circulated="The bridge closes for good",
        as_supported="The bridge closes on Monday",
        status=ClaimStatus.CONFIRMED,
        basis=Basis(evidence_ids=(made(31), made(32))),
        action=Action(actor="Harbor Office", action="closes", recipient="Harbor Bridge"),
        appearances=(
            Appearance(id=made(41), passage_id=made(12)),
            Appearance(id=made(42), url="https://example.org/post"),
        ),
        first_appearance_id=made(41),
        evidence=(
            Evidence(id=made(31), passage_id=made(11)),
            Evidence(
                id=made(32),
                kind=EvidenceKind.DOCUMENT,
                source_id=herald.id,
                text="Notice 14/2026",
                attribution=Attribution(kind=AttributionKind.ANONYMOUS, count=2),
            ),
        ),
    )
    denied = Claim(
        id=made(22),
        as_circulated="Okafor ordered it",
        evidence=(
            Evidence(id=made(33), stance=Stance.CONTRADICTS, passage_id=made(12)),
            Evidence(id=made(34), stance=Stance.CONTEXT, passage_id=made(13)),
        ),
    )
    return Check(
        id=made(100),
        slug="harbor-bridge",
        title="Is Harbor Bridge closing?",
        created=NOW,
        changed=NOW,
        sources=(office, herald, wire),
        passages=passages,
        claims=(closes, denied),
        main_claim_id=closes.id,
        events=(
            Event(
                id=made(51),
                what=Action(actor="Okafor", when=stated("2026-07-06")),
                passage_ids=(made(12), made(11)),
            ),
        ),
        draft=Draft(parts=(DraftPart(key="lede", text="The bridge closes."),)),
        posts=(Post(text="Harbor Bridge closes [LINK]"), Post(network="x", text="It closes")),
        watch_items=(
            WatchItem(id=made(61), text="The council's vote", claim_id=closes.id),
            WatchItem(id=made(62), text="A new notice", claim_id=denied.id),
        ),
    )


@pytest.fixture
def number():
    """Return the function that gives the id with a number."""
    return made
