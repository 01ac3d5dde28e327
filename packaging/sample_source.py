"""The four sources of the sample check, captured from resources/sample as a person would."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from sample_id import CREATED, sample_id

from workbench.core.date import DateBasis, DateValue, stated
from workbench.core.source import Flag, Hop, HopKind, Source, SourceType, Span, SpanType
from workbench.intake.capture import capture_file, source_from

FOLDER = Path(__file__).parents[1] / "resources" / "sample"
LEDGER_DAY = DateValue(
    value="2026-07-07",
    basis=DateBasis.INFERRED,
    inferred_from="“on Tuesday” in a text of Thursday, July 9, 2026",
    wording="on Tuesday",
)
"""When The Ledger's report appeared."""

_BAY_SPANS = (
    ("← Bay CommentaryPoliticsHarbor Bridge", SpanType.CHROME),
    ("By Bay NewsroomJuly 9, 2026 at 8:06 AM ET", SpanType.METADATA),
    (" · 3 min read", SpanType.CHROME),
    (
        "Image for source event: Governor phones mayor over bridge talks - Harbor Mirror\n"
        "Archive picture chosen by our editors.",
        SpanType.CAPTION,
    ),
    ("ShareSaveSubscribe to the Bay Briefing", SpanType.CHROME),
)
_WIRE_RIGHTS = (
    "© 2025 Coast Wire Cooperative. All rights reserved. This material may not be published,"
    " broadcast, rewritten or redistributed without permission."
)
_WIRE_SPANS = (
    (" date 2025-05-14 By Hollis Brandt, Coast Wire", SpanType.METADATA),
    ("PORT MAREN (Coast Wire) — ", SpanType.METADATA),
    ("Coast-Wire", SpanType.METADATA),
    (_WIRE_RIGHTS, SpanType.RIGHTS_NOTICE),
)


def sources() -> dict[str, Source]:
    """Return the four sources by their names here, in the order of the dossier."""
    return {"bay": _bay(), "wire": _wire(), "loose": _loose(), "city": _city()}


def only_place(text: str, words: str) -> int:
    """Return where some words stand; raises ValueError unless they stand there once."""
    if text.count(words) != 1:
        raise ValueError(f"stands there {text.count(words)} times, not once: {words!r}")
    return text.index(words)


def _captured(key: str, file_name: str, spans: tuple[tuple[str, SpanType], ...] = ()) -> Source:
    source = source_from(
        capture_file(FOLDER / file_name),
        source_id=sample_id(f"source {key}"),
        version_id=sample_id(f"version {key}"),
        captured=CREATED,
    )
    text = source.version.text
    typed = []
    for words, kind in spans:
        start = only_place(text, words)
        typed.append(Span(start=start, end=start + len(words), type=kind))
    return replace(source, versions=(replace(source.version, spans=tuple(typed)),), language="en")


def _bay() -> Source:
    return replace(
        _captured("bay", "bay-commentary.txt", _BAY_SPANS),
        outlet="Bay Commentary",
        title="Harbor Bridge Deal Is Back On, and It Took One Phone Call",
        byline="Bay Newsroom",
        published=stated(
            "2026-07-09T08:06", zone="America/New_York", wording="July 9, 2026 at 8:06 AM ET"
        ),
        url="https://baycommentary.example/politics/harbor-bridge-phone-call",
        accessed=datetime(2026, 7, 9, 13, 5, tzinfo=UTC),
        type=SourceType.COMMENTARY,
        flags=frozenset({Flag.COLLECTIVE_BYLINE}),
        relies_on=(
            Hop(name="The Ledger", published=LEDGER_DAY),
            Hop(name="Harbor Mirror", kind=HopKind.INFERRED, basis="image caption"),
        ),
        notes="Pasted from the page. The link to The Ledger's report is missing there.",
    )


def _wire() -> Source:
    return replace(
        _captured("wire", "coast-wire.txt", _WIRE_SPANS),
        outlet="Coast Wire",
        byline="Hollis Brandt",
        published=stated("2025-05-14", wording="2025-05-14"),
        dateline="PORT MAREN (Coast Wire)",
        agency="Coast Wire",
        accessed=datetime(2026, 7, 9, 14, 20, tzinfo=UTC),
        rights=_WIRE_RIGHTS,
        type=SourceType.WIRE,
        flags=frozenset({Flag.OLD}),
        notes="From our wire archive. A year old, and about a call the other way round.",
    )


def _loose() -> Source:
    return replace(
        _captured("loose", "no-outlet.txt"),
        accessed=datetime(2026, 7, 9, 14, 45, tzinfo=UTC),
        type=SourceType.AGGREGATION,
        flags=frozenset({Flag.ANONYMOUS_ONLY}),
        relies_on=(Hop(name="The Statesman"), Hop(name="Morning Courier")),
        notes="Sent in by a reader without a link; asked on July 9 where it is from.",
    )


def _city() -> Source:
    return replace(
        _captured("city", "city-statement.html"),
        outlet="City of Port Maren",
        title="Statement of Mayor Samuel Okafor on the Harbor Bridge",
        byline="Samuel Okafor, Mayor",
        published=stated("2026-07-08", wording="July 8, 2026"),
        dateline="PORT MAREN",
        url="https://portmaren.example/mayor/statements/harbor-bridge",
        accessed=datetime(2026, 7, 9, 15, 10, tzinfo=UTC),
        type=SourceType.DIRECT_STATEMENT,
    )
