"""The list of sources, and how other parts cite it. What a source does not state is said."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbench.core.date import DateBasis
from workbench.core.source import Flag, HopKind, SourceType
from workbench.publish.escape import address, escaped
from workbench.publish.layout import numbered
from workbench.publish.wording import FLAG_WORDS, SOURCE_TYPE_WORDS, date_words, day_words
from workbench.rules.flag import flags_of
from workbench.rules.name import listed
from workbench.rules.origin import NAMELESS

if TYPE_CHECKING:
    from workbench.core.check import Check
    from workbench.core.date import DateValue
    from workbench.core.source import Hop, Source

# Said in the place where the outlet, author, title or date would stand.
_SAID_IN_PLACE = frozenset({Flag.OUTLET_MISSING, Flag.UNSIGNED, Flag.UNTITLED, Flag.UNDATED})


def sources(check: Check) -> str:
    """Return every source with what is known of it, numbered in the order of the dossier."""
    return "\n".join(
        numbered(number, _entry(check, source))
        for number, source in enumerate(check.sources, start=1)
    )


def source_number(check: Check, source: Source) -> int:
    """Return the number of a source in the list."""
    return [other.id for other in check.sources].index(source.id) + 1


def cited(check: Check, source: Source) -> str:
    """Return how running text cites a source: "The Ledger, source 2", as inline Markdown."""
    number = f"source {source_number(check, source)}"
    name = source.name.strip()
    return f"{escaped(name)}, {number}" if name else number


def _entry(check: Check, source: Source) -> str:
    url, archived = address(source.url), address(source.archive_url)
    sentences = (
        _what(source),
        _when(source.published),
        f"Updated {escaped(date_words(source.updated))}" if source.updated.is_known else "",
        _capitalised(SOURCE_TYPE_WORDS[source.type])
        if source.type is not SourceType.UNSET
        else "Type not set",
        f"Agency: {escaped(source.agency)}" if source.agency.strip() else "",
        _relies_on(check, source),
        f"Address: {url}" if url else "No address",
        f"Archived: {archived}" if archived else "Not archived",
        f"Accessed {day_words(source.accessed)}" if source.accessed else "Access date not noted",
        _flags(source),
    )
    return " ".join(_closed(sentence) for sentence in sentences if sentence)


def _what(source: Source) -> str:
    """Return outlet, author and title, each with the word for its absence."""
    flags = flags_of(source)
    outlet = escaped(source.outlet) or _capitalised(FLAG_WORDS[Flag.OUTLET_MISSING])
    author = escaped(source.byline) or (FLAG_WORDS[Flag.UNSIGNED] if Flag.UNSIGNED in flags else "")
    title = escaped(source.title)
    title = f"“{title}”" if title else FLAG_WORDS[Flag.UNTITLED]
    return f"{outlet}, {author}: {title}" if author else f"{outlet}: {title}"


def _when(published: DateValue) -> str:
    if published.basis is DateBasis.STATED:
        return escaped(date_words(published))
    undated = _capitalised(FLAG_WORDS[Flag.UNDATED])
    if published.is_known:
        return f"{undated}; {escaped(date_words(published))}"
    return f"{undated} (“{escaped(published.wording)}”)" if published.wording.strip() else undated


def _relies_on(check: Check, source: Source) -> str:
    if source.syndicated_from:
        original = check.source(source.syndicated_from)
        return f"The same text as source {source_number(check, original)}"
    hops = tuple(_hop(check, hop) for hop in source.relies_on)
    return f"Relies on {listed(hops)}" if hops else ""


def _hop(check: Check, hop: Hop) -> str:
    basis = ""
    if hop.kind is HopKind.INFERRED:
        basis = f", inferred from {escaped(hop.basis)}"
    if hop.source_id:
        original = check.source(hop.source_id)
        name = escaped(hop.name or original.name or NAMELESS)
        return f"{name} (source {source_number(check, original)}{basis})"
    return f"{escaped(hop.name)} (not in hand{basis})"


def _flags(source: Source) -> str:
    flags = [FLAG_WORDS[flag] for flag in flags_of(source) if flag not in _SAID_IN_PLACE]
    return f"Flags: {', '.join(flags)}" if flags else ""


def _capitalised(words: str) -> str:
    return words[:1].upper() + words[1:]


def _closed(sentence: str) -> str:
    return sentence if sentence.endswith((".", "?", "!")) else f"{sentence}."
