"""Flags of a source: the cautions a person set, what it does not state, what its text shows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbench.core.claim import AttributionKind
from workbench.core.date import DateBasis
from workbench.core.source import Flag, SourceType, SpanType

if TYPE_CHECKING:
    from workbench.core.source import Source
    from workbench.reading.inspection import Inspection

# A record or a data set is signed by the body that issues it, not by a byline.
_SIGNED_BY_OUTLET = frozenset({SourceType.PRIMARY_DOCUMENT, SourceType.OFFICIAL_DATA})


def flags_of(source: Source) -> tuple[Flag, ...]:
    """Return every flag of a source, in the order of the vocabulary.

    A date that a person inferred does not make a text dated: it stays flagged as undated.
    """
    flags = source.flags | _missing(source)
    if source.rights.strip() or _has_rights_notice(source):
        flags |= {Flag.RIGHTS}
    if source.type is SourceType.SATIRE:
        flags |= {Flag.SATIRE_SUSPECTED}
    return tuple(flag for flag in Flag if flag in flags)


def flags_noticed(inspection: Inspection) -> tuple[Flag, ...]:
    """Return the flags that a text gives cause for, in the order of the vocabulary."""
    found = inspection.metadata
    noticed = {
        Flag.UNTITLED: found.title is None,
        Flag.UNDATED: found.published is None and found.updated is None,
        Flag.UNSIGNED: found.byline is None,
        Flag.COLLECTIVE_BYLINE: inspection.has_collective_byline,
        Flag.OUTLET_MISSING: found.outlet is None,
        Flag.ANONYMOUS_ONLY: _is_anonymous_only(inspection),
        Flag.SATIRE_SUSPECTED: _is_called_satire(inspection),
        Flag.RIGHTS: found.rights is not None
        or any(span.type is SpanType.RIGHTS_NOTICE for span in inspection.spans),
    }
    return tuple(flag for flag, is_noticed in noticed.items() if is_noticed)


def _is_anonymous_only(inspection: Inspection) -> bool:
    """Whether all that is attributed is attributed to people without a name."""
    kinds = {mention.kind for mention in inspection.voices.attributions}
    return kinds == {AttributionKind.ANONYMOUS}


def _is_called_satire(inspection: Inspection) -> bool:
    """Whether the page itself says in its furniture that it is satire."""
    pieces = (
        inspection.text[span.start : span.end].casefold()
        for span in inspection.spans
        if span.type is SpanType.CHROME
    )
    return any("satire" in piece for piece in pieces)


def _missing(source: Source) -> frozenset[Flag]:
    """Return the flags for metadata that the source does not state."""
    has_outlet = bool(source.outlet.strip())
    is_signed = bool(source.byline.strip()) or (has_outlet and source.type in _SIGNED_BY_OUTLET)
    is_dated = DateBasis.STATED in (source.published.basis, source.updated.basis)
    missing = {
        Flag.UNTITLED: not source.title.strip(),
        Flag.UNDATED: not is_dated,
        Flag.UNSIGNED: not is_signed,
        Flag.OUTLET_MISSING: not has_outlet,
    }
    return frozenset(flag for flag, is_missing in missing.items() if is_missing)


def _has_rights_notice(source: Source) -> bool:
    return any(span.type is SpanType.RIGHTS_NOTICE for span in source.version.spans)
