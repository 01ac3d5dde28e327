"""Rows of a dossier: sources, their versions, passages."""

from __future__ import annotations

import json
import re
from typing import Any

from workbench.core.quote import AnchorState, Passage, QuoteSelector
from workbench.core.source import (
    Flag,
    Hop,
    HopKind,
    PageImage,
    Source,
    SourceType,
    SourceVersion,
    Span,
    SpanType,
)
from workbench.store.record import (
    Row,
    date_fields,
    date_from,
    date_of,
    date_text,
    json_text,
    names_of,
    names_text,
    reference,
    time_of,
    time_text,
)

_SHA256 = re.compile(r'"sha256": ?"([0-9a-f]{64})"')


def source_row(source: Source) -> dict[str, Any]:
    """Return the columns of a source, without its versions."""
    return {
        "id": source.id,
        "outlet": source.outlet,
        "title": source.title,
        "byline": source.byline,
        "published": date_text(source.published),
        "updated": date_text(source.updated),
        "dateline": source.dateline,
        "agency": source.agency,
        "url": source.url,
        "archive_url": source.archive_url,
        "accessed": time_text(source.accessed) if source.accessed else None,
        "language": source.language,
        "rights": source.rights,
        "type": source.type.value,
        "flags": names_text(tuple(sorted(flag.value for flag in source.flags))),
        "relies_on": json_text([_hop_fields(hop) for hop in source.relies_on]),
        "syndicated_from": reference(source.syndicated_from),
        "notes": source.notes,
        "anchor": date_text(source.anchor),
    }


def source_of(row: Row, versions: tuple[SourceVersion, ...]) -> Source:
    """Return the source of a row; raises ValueError if there is no such source."""
    return Source(
        id=row["id"],
        versions=versions,
        outlet=row["outlet"],
        title=row["title"],
        byline=row["byline"],
        published=date_of(row["published"]),
        updated=date_of(row["updated"]),
        dateline=row["dateline"],
        agency=row["agency"],
        url=row["url"],
        archive_url=row["archive_url"],
        accessed=time_of(row["accessed"]) if row["accessed"] else None,
        language=row["language"],
        rights=row["rights"],
        type=SourceType(row["type"]),
        flags=frozenset(Flag(code) for code in names_of(row["flags"])),
        relies_on=tuple(_hop_from(fields) for fields in json.loads(row["relies_on"])),
        syndicated_from=row["syndicated_from"] or "",
        notes=row["notes"],
        anchor=date_of(row["anchor"]),
    )


def version_row(version: SourceVersion) -> dict[str, Any]:
    """Return the columns of a source version."""
    spans = [(span.start, span.end, span.type.value) for span in version.spans]
    return {
        "id": version.id,
        "text": version.text,
        "sha256": version.sha256,
        "media_type": version.media_type,
        "captured": time_text(version.captured),
        "spans": json_text(spans),
        "images": json_text([_image_fields(image) for image in version.images]),
    }


def version_of(row: Row) -> SourceVersion:
    """Return the source version of a row; raises ValueError if there is no such version."""
    return SourceVersion(
        id=row["id"],
        text=row["text"],
        sha256=row["sha256"],
        media_type=row["media_type"],
        captured=time_of(row["captured"]),
        spans=tuple(
            Span(start=start, end=end, type=SpanType(code))
            for start, end, code in json.loads(row["spans"])
        ),
        images=tuple(PageImage(**fields) for fields in json.loads(row["images"])),
    )


def pictures_in(images: str) -> frozenset[str]:
    """Return the SHA-256 of the pictures that the column of a source version names."""
    return frozenset(_SHA256.findall(images))


def passage_row(passage: Passage) -> dict[str, Any]:
    """Return the columns of a passage; offsets in code points."""
    quote = passage.selector
    return {
        "id": passage.id,
        "source_id": passage.source_id,
        "version_id": passage.version_id,
        "exact": quote.exact,
        "prefix": quote.prefix,
        "suffix": quote.suffix,
        "start_offset": quote.start,
        "end_offset": quote.end,
        "state": quote.state.value,
    }


def passage_of(row: Row) -> Passage:
    """Return the passage of a row; raises ValueError if there is no such passage."""
    return Passage(
        id=row["id"],
        source_id=row["source_id"],
        version_id=row["version_id"],
        selector=QuoteSelector(
            exact=row["exact"],
            prefix=row["prefix"],
            suffix=row["suffix"],
            start=row["start_offset"],
            end=row["end_offset"],
            state=AnchorState(row["state"]),
        ),
    )


def _image_fields(image: PageImage) -> dict[str, str]:
    fields = {
        "caption": image.caption,
        "credit": image.credit,
        "alt_text": image.alt_text,
        "address": image.address,
        "sha256": image.sha256,
        "media_type": image.media_type,
    }
    return {name: value for name, value in fields.items() if value}


def _hop_fields(hop: Hop) -> dict[str, Any]:
    fields = {
        "name": hop.name,
        "source_id": hop.source_id,
        "kind": hop.kind.value,
        "basis": hop.basis,
        "published": date_fields(hop.published),
    }
    return {name: value for name, value in fields.items() if value}


def _hop_from(fields: dict[str, Any]) -> Hop:
    return Hop(
        name=fields.get("name", ""),
        source_id=fields.get("source_id", ""),
        kind=HopKind(fields["kind"]),
        basis=fields.get("basis", ""),
        published=date_from(fields.get("published", {})),
    )
