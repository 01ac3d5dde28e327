"""The words in which codes, dates, attributions and sources are told to readers.

Plain text throughout: whoever puts it into Markdown escapes it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbench.core.claim import AttributionKind, ClaimKind, ClaimStatus, Stance
from workbench.core.date import DateBasis, Precision
from workbench.core.record import CheckState, CorrectionKind
from workbench.core.source import Flag, SourceType

if TYPE_CHECKING:
    from datetime import datetime

    from workbench.core.claim import Attribution
    from workbench.core.date import DateValue
    from workbench.core.source import Source

STATUS_WORDS = {
    ClaimStatus.CONFIRMED: "confirmed",
    ClaimStatus.REPORTED: "reported",
    ClaimStatus.NOT_CONFIRMED: "not confirmed",
    ClaimStatus.CONTRADICTED: "contradicted",
    ClaimStatus.NOT_CHECKABLE: "not checkable",
    ClaimStatus.ANALYSIS: "analysis",
}
KIND_WORDS = {
    ClaimKind.FACT: "fact",
    ClaimKind.QUOTATION: "quotation",
    ClaimKind.ANALYSIS: "analysis",
    ClaimKind.PREDICTION: "prediction",
    ClaimKind.MOTIVE: "motive",
}
STANCE_WORDS = {
    Stance.SUPPORTS: "for",
    Stance.CONTRADICTS: "against",
    Stance.QUALIFIES: "qualifies",
    Stance.REPEATS: "repeats",
    Stance.CONTEXT: "context",
}
SOURCE_TYPE_WORDS = {
    SourceType.UNSET: "type not set",
    SourceType.PRIMARY_DOCUMENT: "primary document",
    SourceType.OFFICIAL_DATA: "official data",
    SourceType.DIRECT_STATEMENT: "direct statement",
    SourceType.ORIGINAL_REPORTING: "original reporting",
    SourceType.WIRE: "wire copy",
    SourceType.AGGREGATION: "aggregation",
    SourceType.COMMENTARY: "commentary",
    SourceType.SATIRE: "satire",
    SourceType.SOCIAL_POST: "social post",
    SourceType.TRANSCRIPT: "transcript",
}
FLAG_WORDS = {
    Flag.UNTITLED: "untitled",
    Flag.UNDATED: "undated",
    Flag.UNSIGNED: "unsigned",
    Flag.COLLECTIVE_BYLINE: "collective byline",
    Flag.OUTLET_MISSING: "outlet not stated",
    Flag.ANONYMOUS_ONLY: "unnamed sources only",
    Flag.SATIRE_SUSPECTED: "satire suspected",
    Flag.OLD: "older than the event",
    Flag.RIGHTS: "rights notice",
}
STATE_WORDS = {
    CheckState.DRAFT: "draft",
    CheckState.IN_REVIEW: "in review",
    CheckState.APPROVED: "approved",
    CheckState.PUBLISHED: "published",
    CheckState.CORRECTED: "corrected",
}
CORRECTION_WORDS = {
    CorrectionKind.CORRECTION: "Correction",
    CorrectionKind.CLARIFICATION: "Clarification",
    CorrectionKind.UPDATE: "Update",
}
_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
_NUMBERS = (
    *("no", "one", "two", "three", "four", "five", "six"),
    *("seven", "eight", "nine", "ten", "eleven", "twelve"),
)


def number_words(number: int) -> str:
    """Return a number as running text has it: in words up to twelve."""
    return _NUMBERS[number] if 0 <= number < len(_NUMBERS) else str(number)


def date_words(date: DateValue) -> str:
    """Return a date with its zone and basis: "7 July 2026, 08:06 (America/New_York), stated"."""
    words = f"“{date.wording}”" if date.wording.strip() else ""
    if not date.is_known:
        return f"date not stated ({words})" if words else "date not stated"
    zone = f" ({date.zone})" if date.zone else ""
    when = f"{_stretch(date)}{zone}"
    if date.basis is DateBasis.INFERRED:
        return f"{when}, inferred from {date.inferred_from}"
    return f"{when}, stated"


def day_words(at: datetime) -> str:
    """Return the day of a UTC time: "9 July 2026"."""
    return _moment(at.date().isoformat())


def attribution_words(attribution: Attribution) -> str:
    """Return who says it inside a source; empty if nothing was noted."""
    name, descriptor = attribution.name.strip(), attribution.descriptor.strip()
    match attribution.kind:
        case AttributionKind.UNSTATED:
            return name or descriptor
        case AttributionKind.ANONYMOUS:
            who = descriptor or "unnamed sources"
            count = f"{number_words(attribution.count)} " if attribution.count else ""
            if attribution.count == 1 and not descriptor:
                who = "unnamed source"
            return f"{count}{who}, not named" if descriptor else f"{count}{who}"
        case AttributionKind.ROLE_ONLY:
            return f"{name or descriptor or 'a role'}, by role only"
        case AttributionKind.NAMED:
            said_by = name or "a named person"
        case AttributionKind.DOCUMENT:
            said_by = name or "a document"
        case AttributionKind.BROADCAST:
            said_by = f"{name}, broadcast" if name else "a broadcast"
        case AttributionKind.OUTLET:
            said_by = f"{name}, as cited" if name else "another outlet"
    return f"{said_by} ({descriptor})" if descriptor else said_by


def source_words(source: Source) -> str:
    """Return a source in one line: outlet, author, title and date; what is missing says so."""
    title = source.title.strip()
    return ", ".join(
        (
            source.outlet.strip() or "outlet not stated",
            source.byline.strip() or "author not stated",
            f"“{title}”" if title else "no title",
            date_words(source.published),
        )
    )


def source_name(source: Source, number: int) -> str:
    """Return what running text calls a source: its name, else its number in the list."""
    return source.name.strip() or f"source {number}"


def _stretch(date: DateValue) -> str:
    """Return a date, or a stretch of time with what both ends share said once."""
    if not date.until or date.until == date.value:
        return _moment(date.value)
    first, last = date.value, date.until
    if "T" in first:
        if first[:10] == last[:10]:
            return f"{_moment(first)} – {_time(last)}"
        return f"{_moment(first)} – {_moment(last)}"
    if date.precision is Precision.YEAR:
        return f"{_moment(first)}–{_moment(last)}"
    if first[:7] == last[:7]:
        return f"{int(first[8:])}–{_moment(last)}"
    if first[:4] == last[:4]:
        return f"{_moment(first).rpartition(' ')[0]} – {_moment(last)}"
    return f"{_moment(first)} – {_moment(last)}"


def _moment(value: str) -> str:
    """Return an ISO 8601 local date of any precision in words."""
    day, _, time = value.partition("T")
    parts = [str(int(part)) for part in day.split("-")]
    if len(parts) > 1:
        parts[1] = _MONTHS[int(parts[1]) - 1]
    words = " ".join(reversed(parts))
    return f"{words}, {_time(value)}" if time else words


def _time(value: str) -> str:
    """Return the time of an ISO 8601 local date; one that is known to the hour says so."""
    time = value.partition("T")[2]
    return time if ":" in time else f"{time}:00, to the hour"
