"""Flags of a source: the cautions a person set, and what the source does not state."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbench.core.date import DateBasis
from workbench.core.source import Flag, SourceType, SpanType

if TYPE_CHECKING:
    from workbench.core.source import Source

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
