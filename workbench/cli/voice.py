"""What `workbench inspect` tells of the voices of a text: as JSON, and as tables."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from workbench.cli.terminal import tell_table

if TYPE_CHECKING:
    from workbench.core.date import DateValue
    from workbench.reading.voice import Voices

_SHOWN = 60


def voices_object(voices: Voices) -> dict[str, Any]:
    """Return the voices of a text for JSON; positions are code points of the working text."""
    return {
        "attributions": [
            {
                "start": item.start,
                "end": item.end,
                "cue": item.cue,
                "source": item.source,
                "kind": item.kind.value,
                "count": item.count,
                "descriptor": item.descriptor,
                "content_start": item.content_start,
                "content_end": item.content_end,
            }
            for item in voices.attributions
        ],
        "quotations": [
            {
                "start": item.start,
                "end": item.end,
                "text": item.text,
                "speaker": item.speaker,
                "certainty": item.certainty.value,
            }
            for item in voices.quotations
        ],
        "hops": [
            # Without a workspace there is no dossier that could have it.
            {"name": item.name, "basis": item.basis, "in_hand": False}
            for item in voices.hops
        ],
        "events": [
            {
                "actor": item.actor,
                "action": item.action,
                "recipient": item.recipient,
                "when": _when(item.when) or None,
                "start": item.start,
                "end": item.end,
            }
            for item in voices.events
        ],
        "hedges": [
            {"start": item.start, "end": item.end, "text": item.text} for item in voices.hedges
        ],
    }


def tell_voices(voices: Voices) -> None:
    """Tell the voices of a text as tables; what there is none of is left out."""
    if voices.attributions:
        tell_table(
            ("Who says it", "Kind", "Words"),
            [
                (item.descriptor or item.source, _kind(item.kind.value, item.count), _cut(item.cue))
                for item in voices.attributions
            ],
        )
    if voices.quotations:
        tell_table(
            ("Quoted", "Speaker", "Certainty"),
            [
                (_cut(item.text), item.speaker or "not told", item.certainty.value)
                for item in voices.quotations
            ],
        )
    if voices.hops:
        tell_table(("Relies on", "Basis"), [(item.name, item.basis) for item in voices.hops])
    if voices.events:
        tell_table(
            ("Event", "When"),
            [
                (f"{item.actor}: {item.action}: {item.recipient}", _when(item.when) or "not told")
                for item in voices.events
            ],
        )
    if voices.hedges:
        tell_table(("Hedges",), [(", ".join(item.text for item in voices.hedges),)])


def _when(date: DateValue) -> str:
    """Return a date, a stretch of time as an ISO 8601 interval, else the text's own words."""
    if not date.is_known:
        return date.wording
    return f"{date.value}/{date.until}" if date.until else date.value


def _kind(kind: str, count: int) -> str:
    return f"{kind.replace('_', ' ')}, {count}" if count else kind.replace("_", " ")


def _cut(words: str) -> str:
    line = " ".join(words.split())
    return line if len(line) <= _SHOWN else f"{line[:_SHOWN]}…"
