"""The command that tells all that is noticed in one file, without a workspace."""

from __future__ import annotations

import os
from pathlib import Path  # noqa: TC003 - typer reads the annotations
from typing import TYPE_CHECKING, Annotated, Any

import typer

from workbench.cli.check import AsJson  # noqa: TC001 - as above
from workbench.cli.terminal import remark, tell, tell_json, tell_table
from workbench.cli.voice import tell_voices, voices_object

if TYPE_CHECKING:
    from workbench.core.date import DateValue
    from workbench.reading.date_mention import DateMention
    from workbench.reading.inspection import Inspection
    from workbench.reading.proposal import Proposal

_SHOWN = 90


def inspect(
    file: Annotated[
        Path, typer.Argument(metavar="FILE", help="A saved page, a document, an e-mail or a text.")
    ],
    anchor: Annotated[
        str,
        typer.Option(
            "--anchor", metavar="DATE", help="The date that relative dates are told by: 2026-07-02."
        ),
    ] = "",
    as_json: AsJson = False,
) -> None:
    """Tell what is noticed in a file.

    Metadata with where it comes from, flags, what is not the article, dates, who says what, what
    is relied on, events and hedges. Nothing is kept.
    """
    from workbench.house.house import house_folder
    from workbench.house.words import load_words
    from workbench.intake.capture import capture_file
    from workbench.intake.markup_metadata import markup_metadata_of
    from workbench.reading.inspection import LOOKED_THROUGH, inspected

    day = _anchor(anchor)
    capture = capture_file(file)
    found = inspected(
        capture.text,
        markup=markup_metadata_of(capture),
        anchor=day,
        words=load_words(house_folder(os.environ)),
    )
    if capture.note:
        remark(capture.note)
    if len(found.text) > LOOKED_THROUGH:
        remark(f"Only the first {LOOKED_THROUGH:,} characters were looked through.")
    if not found.is_english:
        remark(
            "The text is not in English: help with relative dates and with who says what is not "
            "available for it."
        )
    if as_json:
        tell_json(_as_object(found))
    else:
        _tell_all(found)


def _anchor(typed: str) -> DateValue | None:
    if not typed.strip():
        return None
    from workbench.reading.typed_date import date_from

    found = date_from(typed)
    if found is None or found.until:
        raise typer.BadParameter(f"“{typed}” is not one date. Give it as 2026-07-02.")
    return found


def _as_object(found: Inspection) -> dict[str, Any]:
    from workbench.reading.proposal import FIELDS
    from workbench.rules.flag import flags_noticed

    return {
        "text": found.text,
        "metadata": {name: _proposal_object(getattr(found.metadata, name)) for name in FIELDS},
        "flags": [flag.value for flag in flags_noticed(found)],
        "spans": [
            {"start": span.start, "end": span.end, "type": span.type.value} for span in found.spans
        ],
        "dates": [_date_object(mention) for mention in found.dates],
    } | voices_object(found.voices)


def _proposal_object(proposal: Proposal | None) -> dict[str, str] | None:
    if proposal is None:
        return None
    told = {
        "value": proposal.value,
        "basis": proposal.basis,
        "certainty": proposal.certainty.value,
    }
    return told | ({"zone": proposal.zone} if proposal.zone else {})


def _date_object(mention: DateMention) -> dict[str, Any]:
    """Return a date; a stretch of time is an ISO 8601 interval, an unknown date has no value."""
    date = mention.date
    value = f"{date.value}/{date.until}" if date.until else date.value
    told: dict[str, Any] = {
        "start": mention.start,
        "end": mention.end,
        "text": mention.text,
        "value": value or None,
        "precision": date.precision.value if date.precision else None,
        "basis": date.basis.value if date.is_known else "unresolved",
    }
    more = {"zone": date.zone, "inferred_from": date.inferred_from}
    return told | {name: words for name, words in more.items() if words}


def _tell_all(found: Inspection) -> None:
    from workbench.publish.wording import FLAG_WORDS
    from workbench.reading.proposal import FIELDS
    from workbench.rules.flag import flags_noticed

    proposals = [(name, getattr(found.metadata, name)) for name in FIELDS]
    tell_table(
        ("", "Proposed", "Where it comes from"),
        [
            ("URL" if name == "url" else name.capitalize(), *_proposal_cells(proposal))
            for name, proposal in proposals
        ],
    )
    flags = ", ".join(FLAG_WORDS[flag] for flag in flags_noticed(found))
    tell(f"Flags: {flags or 'none'}")
    if found.spans:
        tell_table(
            ("Not the article", "Words"),
            [
                (_words(span.type.value), _shown(found.text, span.start, span.end))
                for span in found.spans
            ],
        )
    if found.dates:
        tell_table(("Date", "Told as"), [_date_cells(mention) for mention in found.dates])
    tell_voices(found.voices)


def _proposal_cells(proposal: Proposal | None) -> tuple[str, str]:
    if proposal is None:
        return "not stated", ""
    zone = f" ({proposal.zone})" if proposal.zone else ""
    return f"{proposal.value}{zone}", f"{proposal.certainty.value}: {proposal.basis}"


def _date_cells(mention: DateMention) -> tuple[str, str]:
    from workbench.publish.wording import date_words

    if not mention.date.is_known:
        return mention.text, "unresolved: it needs a date to be told by, or can be read in two ways"
    return mention.text, date_words(mention.date)


def _words(code: str) -> str:
    return code.replace("_", " ")


def _shown(text: str, start: int, end: int) -> str:
    words = text[start:end]
    return words if len(words) <= _SHOWN else f"{words[:_SHOWN]}…"
