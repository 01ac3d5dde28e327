"""Sources: captured documents with versions, metadata, flags and the chain to their origin."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from workbench.core.date import UNKNOWN_DATE, DateValue
from workbench.core.identity import require_id

_SHA256 = re.compile(r"[0-9a-f]{64}\Z")


class SourceType(StrEnum):
    """What kind of document a source is; unset until a person says so."""

    UNSET = "unset"
    PRIMARY_DOCUMENT = "primary_document"
    OFFICIAL_DATA = "official_data"
    DIRECT_STATEMENT = "direct_statement"
    ORIGINAL_REPORTING = "original_reporting"
    WIRE = "wire"
    AGGREGATION = "aggregation"
    COMMENTARY = "commentary"
    SATIRE = "satire"
    SOCIAL_POST = "social_post"
    TRANSCRIPT = "transcript"


class Flag(StrEnum):
    """A caution that travels with a source into the exported list."""

    UNTITLED = "untitled"
    UNDATED = "undated"
    UNSIGNED = "unsigned"
    COLLECTIVE_BYLINE = "collective_byline"
    OUTLET_MISSING = "outlet_missing"
    ANONYMOUS_ONLY = "anonymous_only"
    SATIRE_SUSPECTED = "satire_suspected"
    OLD = "old"
    RIGHTS = "rights"


class SpanType(StrEnum):
    """What a stretch of source text is."""

    BODY = "body"
    CHROME = "chrome"
    METADATA = "metadata"
    CAPTION = "caption"
    RIGHTS_NOTICE = "rights_notice"


class HopKind(StrEnum):
    """How well a hop of the provenance chain is known."""

    STATED = "stated"
    INFERRED = "inferred"


def require_sha256(name: str, value: str) -> None:
    """Raise ValueError unless value is a SHA-256 in lower-case hexadecimal digits."""
    if not isinstance(value, str) or not _SHA256.match(value):
        raise ValueError(f"{name} must be a SHA-256 in hexadecimal digits")


def require_utc(name: str, value: datetime) -> None:
    """Raise ValueError unless value is a time in UTC."""
    if value.tzinfo is None or value.utcoffset():
        raise ValueError(f"{name} must be a time in UTC")


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """A typed range of source text, in code points."""

    start: int
    end: int
    type: SpanType

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end:
            raise ValueError(f"a span runs forwards: {self.start} to {self.end}")


@dataclass(frozen=True, slots=True, kw_only=True)
class PageImage:
    """A picture that stood in a source: what was said of it, never evidence for a claim.

    Attributes:
        caption, credit, alt_text: as the page has them; empty where it has none.
        address: where the page took it from; empty for a picture inside the file.
        sha256: of the picture's bytes in the workspace; empty if they did not come along.
        media_type: of those bytes.

    """

    caption: str = ""
    credit: str = ""
    alt_text: str = ""
    address: str = ""
    sha256: str = ""
    media_type: str = ""

    def __post_init__(self) -> None:
        if self.sha256:
            require_sha256("sha256", self.sha256)


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceVersion:
    """One immutable text of a source and the fingerprint of the bytes it was read from.

    Attributes:
        text: the working text; passages point at its code points. Line ends are kept as captured.
        sha256: of the original bytes, which the workspace keeps untouched.
        media_type: of the original bytes, such as "text/html".
        captured: when the bytes were brought in, UTC.
        spans: typed ranges of the text; what no span covers is body.
        images: the pictures that stood in it, in their order.

    """

    id: str
    text: str
    sha256: str
    media_type: str
    captured: datetime
    spans: tuple[Span, ...] = ()
    images: tuple[PageImage, ...] = ()

    def __post_init__(self) -> None:
        require_id("id", self.id)
        require_sha256("sha256", self.sha256)
        require_utc("captured", self.captured)
        if not self.text.strip():
            raise ValueError("a source version has text")
        if any(span.end > len(self.text) for span in self.spans):
            raise ValueError("a span runs past the end of the text")


@dataclass(frozen=True, slots=True, kw_only=True)
class Hop:
    """One step of the provenance chain: a report that the source relies on.

    Attributes:
        name: the outlet or document relied on, as cited.
        source_id: the source in the dossier that is this report; empty if it is not in hand.
        kind: stated by the text, or inferred.
        basis: what an inferred hop rests on, such as "image caption".
        published: when the report relied on appeared.

    """

    name: str
    source_id: str = ""
    kind: HopKind = HopKind.STATED
    basis: str = ""
    published: DateValue = UNKNOWN_DATE

    def __post_init__(self) -> None:
        if not self.name.strip() and not self.source_id:
            raise ValueError("a hop names what is relied on")
        if self.source_id:
            require_id("source_id", self.source_id)
        if self.kind is HopKind.INFERRED and not self.basis:
            raise ValueError("an inferred hop says what it rests on")

    @property
    def in_hand(self) -> bool:
        """Whether the report relied on is in the dossier."""
        return bool(self.source_id)


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """One captured document of the dossier.

    Attributes:
        outlet, title, byline, dateline, agency: as stated; empty where nothing is stated.
        published, updated: as stated, with precision and basis.
        anchor: the date by which a person wants relative dates told ("Saturday"); else unknown.
        accessed: when a person looked at it, UTC; None if not noted.
        flags: cautions set by a person; missing metadata is flagged by rules, not stored here.
        relies_on: hops to the reports this source rests on; empty for an original.
        syndicated_from: the source whose text this one repeats under licence; empty if none.
        notes: internal; never leaves the workspace.

    """

    id: str
    versions: tuple[SourceVersion, ...]
    outlet: str = ""
    title: str = ""
    byline: str = ""
    published: DateValue = UNKNOWN_DATE
    updated: DateValue = UNKNOWN_DATE
    anchor: DateValue = UNKNOWN_DATE
    dateline: str = ""
    agency: str = ""
    url: str = ""
    archive_url: str = ""
    accessed: datetime | None = None
    language: str = ""
    rights: str = ""
    type: SourceType = SourceType.UNSET
    flags: frozenset[Flag] = field(default_factory=frozenset)
    relies_on: tuple[Hop, ...] = ()
    syndicated_from: str = ""
    notes: str = ""

    def __post_init__(self) -> None:
        require_id("id", self.id)
        if not self.versions:
            raise ValueError("a source has at least one version")
        if len({version.id for version in self.versions}) != len(self.versions):
            raise ValueError("two versions of a source share an id")
        if self.syndicated_from:
            require_id("syndicated_from", self.syndicated_from)
        if self.accessed is not None:
            require_utc("accessed", self.accessed)

    @property
    def version(self) -> SourceVersion:
        """The newest version."""
        return self.versions[-1]

    @property
    def name(self) -> str:
        """What people call this source: outlet, else byline, else title; may be empty."""
        return self.outlet or self.byline or self.title
